/** Signing in with a name and a password. Names are unique within a unit: `lan`, or `lan@xa-ngok-tu` among several. */
import { and, eq, isNull } from 'drizzle-orm'
import { fail, invalid, ok, type Problem, type Result } from '../core/problem.ts'
import { usernameOf } from '../core/slug.ts'
import type { Instant } from '../core/wall-clock.ts'
import { type Place, placeOf } from '../network.ts'
import { users } from '../store/accounts-schema.ts'
import type { Db } from '../store/db.ts'
import { countAttempt, type Limit, uncountAttempt } from './attempts.ts'
import { hashingOf } from './hashing.ts'
import { knows } from './known-browser.ts'
import { hashPassword, isOutdated, NOBODYS_PASSWORD, passwordError, passwordMatches } from './password.ts'
import { storePassword } from './password-link.ts'
import type { Principal } from './principal.ts'
import { openSession } from './session.ts'

/** `address` is where the attempt comes from, as the edge knows it; `browser` what it says to be known by. */
export type Credentials = { login: string; password: string; address: string; browser?: string | undefined }

const REFUSED: Problem = { kind: 'unauthenticated', detail: 'Tên đăng nhập hoặc mật khẩu không đúng.' }

/**
 * The cookie's value of a new session. `unauthenticated` for a wrong name and for a wrong password alike, in the same
 * time; `too-many` when attempts like this one are used up, or too many people sign in at this moment.
 */
export async function signIn(db: Db, given: Credentials, now: Instant): Promise<Result<string>> {
  const place = placeOf(given.address)
  const login = parseLogin(given.login)
  const user = await userOfLogin(db, login, knows(given.browser, place.network))
  const known = user?.knowsBrowser === 1
  const limits = known
    ? inKnownBrowser(user.id, given.browser ?? '')
    : ofStrangers(user?.id ?? `${login.username}@${login.unit ?? ''}`, place, user?.knowsNetwork === 1)
  // In line before it is counted: a flood that is turned away writes nothing.
  const turn = await hashingOf(db)(() => check(db, user, given.password, limits, now), known)
  return turn.ok ? turn.value : turn
}

async function check(
  db: Db,
  user: Found | undefined,
  password: string,
  limits: Limits,
  now: Instant,
): Promise<Result<string>> {
  const counted = await countAttempt(db, [...limits.shared, ...limits.own, ...limits.whole], now)
  if (!counted.ok) return counted
  const matches = await passwordMatches(password, user?.password ?? NOBODYS_PASSWORD)
  if (!user || !matches) return fail(REFUSED)
  await uncountAttempt(db, { own: limits.own, shared: [...limits.shared, ...limits.whole] })
  if (user.password && isOutdated(user.password)) await renewHash(db, user, password)
  return ok(await openSession(db, user, now))
}

/** `own` begins anew with a success; `shared` is the place's, `whole` the account's from anywhere. */
type Limits = { shared: Limit[]; own: Limit[]; whole: Limit[] }

/**
 * By the person, however the name is typed. Strict from one place; wide for the account as a whole, and not held against
 * a network from which this person signed in before: an office's new PC gets in whatever strangers elsewhere do.
 */
const ofStrangers = (person: string, { host, network }: Place, fromHome: boolean): Limits => ({
  shared: [
    { key: `host ${host}`, most: 100, minutes: 15 },
    { key: `network ${network}`, most: 300, minutes: 15 },
  ],
  own: [{ key: `account ${person} from ${host}`, most: 5, minutes: 15 }],
  whole: fromHome ? [] : [{ key: `account ${person}`, most: 50, minutes: 60 }],
})

const inKnownBrowser = (person: string, browser: string): Limits => ({
  ...{ shared: [], whole: [] },
  own: [{ key: `account ${person} in ${browser}`, most: 20, minutes: 15 }],
})

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
  given: { current: string; next: string },
  now: Instant,
): Promise<Result<string>> {
  const limit: Limit = { key: `change ${who.id}`, most: 10, minutes: 15 }
  const counted = await countAttempt(db, [limit], now)
  if (!counted.ok) return counted
  const turn = await hashingOf(db)(() => change(db, who, given, now), true)
  if (!turn.ok) return turn
  if (!turn.value.ok) return turn.value
  await uncountAttempt(db, { own: [limit], shared: [] })
  return ok(await openSession(db, who, now))
}

async function change(
  db: Db,
  who: Principal,
  given: { current: string; next: string },
  now: Instant,
): Promise<Result<null>> {
  const user = await db
    .select({ username: users.username, password: users.password })
    .from(users)
    .where(and(eq(users.unit, who.unit), eq(users.id, who.id)))
    .get()
  if (!(await passwordMatches(given.current, user?.password ?? NOBODYS_PASSWORD)))
    return invalid('Mật khẩu hiện tại không đúng.', [
      { path: ['current'], code: 'wrong-password', message: 'mật khẩu hiện tại không đúng' },
    ])
  const refused = passwordError(given.next, [user?.username ?? '', who.unit])
  if (refused) return invalid(`Chưa đổi được mật khẩu: ${refused.message}.`, [refused])
  await storePassword(db, who, await hashPassword(given.next), now)
  return ok(null)
}

type Login = { username: string; unit: string | null }

function parseLogin(text: string): Login {
  const [name = '', unit] = text.split('@')
  return { username: usernameOf(name), unit: unit?.trim().toLowerCase() || null }
}

type Found = {
  unit: string
  id: string
  password: string | null
  knowsBrowser: number
  knowsNetwork: number
}

/** Without a unit the name must be the only one of its kind on this server. */
async function userOfLogin(
  db: Db,
  { username, unit }: Login,
  known: ReturnType<typeof knows>,
): Promise<Found | undefined> {
  const found = await db
    .select({
      unit: users.unit,
      id: users.id,
      password: users.password,
      knowsBrowser: known.browser,
      knowsNetwork: known.network,
    })
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
