/** Signing in with a name and a password. Names are unique within a unit: `lan`, or `lan@xa-ngok-tu` among several. */
import { and, eq, isNull } from 'drizzle-orm'
import { fail, invalid, ok, type Problem, type Result } from '../core/problem.ts'
import { usernameOf } from '../core/slug.ts'
import type { Instant } from '../core/wall-clock.ts'
import { users } from '../store/accounts-schema.ts'
import type { Db } from '../store/db.ts'
import { countAttempt, forgetAttempts } from './attempts.ts'
import { hashPassword, isOutdated, NOBODYS_PASSWORD, passwordError, passwordMatches } from './password.ts'
import { storePassword } from './password-link.ts'
import type { Principal } from './principal.ts'
import { openSession } from './session.ts'

/** `address` is where the attempt comes from, as the edge knows it. */
export type Credentials = { login: string; password: string; address: string }

const REFUSED: Problem = { kind: 'unauthenticated', detail: 'Tên đăng nhập hoặc mật khẩu không đúng.' }

/**
 * The cookie's value of a new session. `unauthenticated` for a wrong name and for a wrong password alike, in the same
 * time; `too-many` when this account from this address, the account, or the address has used up its attempts.
 */
export async function signIn(db: Db, given: Credentials, now: Instant): Promise<Result<string>> {
  const login = parseLogin(given.login)
  const [here, anywhere, address] = limitsOf(`${login.username}@${login.unit ?? ''}`, given.address)
  const counted = await countAttempt(db, [here, anywhere, address], now)
  if (!counted.ok) return counted
  const user = await userOfLogin(db, login)
  const matches = await passwordMatches(given.password, user?.password ?? NOBODYS_PASSWORD)
  if (!user || !matches) return fail(REFUSED)
  await forgetAttempts(db, [here, anywhere])
  if (user.password && isOutdated(user.password)) await renewHash(db, user, given.password)
  return ok(await openSession(db, user, now))
}

/** The same password at today's cost; sessions go on. Not when somebody set another one meanwhile. */
async function renewHash(
  db: Db,
  user: { unit: string; id: string; password: string | null },
  password: string,
) {
  const own = and(eq(users.unit, user.unit), eq(users.id, user.id), eq(users.password, user.password ?? ''))
  await db
    .update(users)
    .set({ password: await hashPassword(password) })
    .where(own)
}

/** Somebody signed in sets a new password; all sessions end, the answer is the cookie of a new one. */
export async function changePassword(
  db: Db,
  who: Principal,
  given: { current: string; next: string; address: string },
  now: Instant,
): Promise<Result<string>> {
  const [here, anywhere] = limitsOf(`id:${who.id}`, given.address)
  const counted = await countAttempt(db, [here, anywhere], now)
  if (!counted.ok) return counted
  const user = await db
    .select({ username: users.username, password: users.password })
    .from(users)
    .where(and(eq(users.unit, who.unit), eq(users.id, who.id)))
    .get()
  if (!(await passwordMatches(given.current, user?.password ?? NOBODYS_PASSWORD)))
    return invalid('Mật khẩu hiện tại không đúng.', [
      { path: ['current'], code: 'wrong-password', message: 'mật khẩu hiện tại không đúng' },
    ])
  const refused = passwordError(given.next, user?.username ?? '')
  if (refused) return invalid(`Chưa đổi được mật khẩu: ${refused.message}.`, [refused])
  await storePassword(db, who, await hashPassword(given.next))
  await forgetAttempts(db, [here, anywhere])
  return ok(await openSession(db, who, now))
}

/** Strict for one account from one place; wider for the whole account, so that a stranger can hardly lock it. */
const limitsOf = (account: string, address: string) =>
  [
    { key: `account ${account} from ${address}`, most: 5, minutes: 15 },
    { key: `account ${account}`, most: 50, minutes: 60 },
    { key: `address ${address}`, most: 100, minutes: 15 },
  ] as const

type Login = { username: string; unit: string | null }

function parseLogin(text: string): Login {
  const [name = '', unit] = text.split('@')
  return { username: usernameOf(name), unit: unit?.trim().toLowerCase() || null }
}

/** Without a unit the name must be the only one of its kind on this server. */
async function userOfLogin(db: Db, { username, unit }: Login) {
  const found = await db
    .select({ unit: users.unit, id: users.id, password: users.password })
    .from(users)
    .where(
      and(
        eq(users.username, username),
        unit === null ? undefined : eq(users.unit, unit),
        isNull(users.deactivatedAt),
      ),
    )
    .limit(2)
  return found.length === 1 ? found[0] : undefined
}
