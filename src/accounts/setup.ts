/** The first start: whoever holds the code from the console names the unit and becomes its first admin. */
import { eq, or } from 'drizzle-orm'
import { wrongLetters } from '../core/field.ts'
import { fail, invalid, ok, type Problem, type Result } from '../core/problem.ts'
import { unitCodeOf, usernameOf } from '../core/slug.ts'
import { tidy } from '../core/text.ts'
import { kindOfName } from '../core/unit.ts'
import type { Instant } from '../core/wall-clock.ts'
import { placeOf } from '../network.ts'
import { type Db, write } from '../store/db.ts'
import { setupCodes, units } from '../store/schema.ts'
import { countAttempt } from './attempts.ts'
import { hashingOf } from './hashing.ts'
import { hashPassword, passwordError } from './password.ts'
import { storePassword } from './password-link.ts'
import { hashSecret, newSecret } from './secret.ts'
import { openSession } from './session.ts'
import { hasUsers, insertUser } from './user.ts'

export type Claim = {
  code: string
  unitName: string
  name: string
  username: string
  password: string
  address: string
}

const WRONG_CODE: Problem = {
  kind: 'forbidden',
  detail: 'Mã thiết lập không đúng hoặc đã dùng. Hãy mở đúng đường dẫn mà chương trình in ra khi khởi động.',
}

/** A new code while there is no user yet, replacing the one of an earlier start; null once there is one. */
export async function setupCode(db: Db, now: Instant): Promise<string | null> {
  if (await hasUsers(db)) return null
  const code = newSecret()
  await write(db, [
    db.delete(setupCodes),
    db.insert(setupCodes).values({ hash: hashSecret(code), createdAt: now }),
  ])
  return code
}

/** `forbidden` for a wrong code and on a server that has users; `too-many` after twenty tries from an address. */
export async function checkSetupCode(
  db: Db,
  code: string,
  address: string,
  now: Instant,
): Promise<Result<null>> {
  const counted = await countAttempt(
    db,
    [{ key: `setup from ${placeOf(address).host}`, most: 20, minutes: 15 }],
    now,
  )
  if (!counted.ok) return counted
  const known = await db.query.setupCodes.findFirst({ where: eq(setupCodes.hash, hashSecret(code)) })
  return known && !(await hasUsers(db)) ? ok(null) : fail(WRONG_CODE)
}

/** Makes the unit (or joins one that the CLI made) and the admin; the answer is the cookie of their session. */
export async function claimServer(db: Db, claim: Claim, now: Instant): Promise<Result<string>> {
  const allowed = await checkSetupCode(db, claim.code, claim.address, now)
  if (!allowed.ok) return allowed
  const refused = claimError(claim)
  if (refused) return refused
  const password = await hashingOf(db)(() => hashPassword(claim.password), true)
  if (!password.ok) return password
  // Of two who send the code at once, one finds the row to delete.
  const claimed = await db.delete(setupCodes).where(eq(setupCodes.hash, hashSecret(claim.code)))
  if (claimed.rowsAffected !== 1) return fail(WRONG_CODE)
  const unit = await ensureUnit(db, claim.unitName, now)
  const user = await insertUser(db, { ...claim, unit, role: 'admin' }, now)
  if (!user.ok) return user
  await storePassword(db, { unit, id: user.value.id, name: tidy(claim.name) }, password.value, now)
  return ok(await openSession(db, { unit, id: user.value.id }, now))
}

/** Everything that could fail later is looked at before the code is used up. */
function claimError(claim: Claim): { ok: false; problem: Problem } | null {
  const username = usernameOf(claim.username || claim.name)
  const name = tidy(claim.name)
  const errors = [
    unitCodeOf(claim.unitName) ? null : field('unit', 'hãy ghi tên đơn vị'),
    name && name.length <= 100 ? null : field('name', 'họ tên cần từ 1 đến 100 ký tự'),
    lettersError('name', claim.name),
    lettersError('unit', claim.unitName),
    username.length >= 2 ? null : field('username', 'tên đăng nhập cần ít nhất 2 chữ cái hoặc chữ số'),
    passwordError(claim.password, [username, unitCodeOf(claim.unitName)]),
  ].filter((error) => error !== null)
  return errors.length > 0 ? invalid('Chưa thiết lập được: hãy xem lại các ô được đánh dấu.', errors) : null
}

function lettersError(path: string, said: string) {
  const wrong = wrongLetters(said)
  return wrong === null ? null : field(path, wrong)
}

const field = (path: string, message: string) => ({ path: [path], code: 'invalid', message })

/** The unit's code, made from its name. */
async function ensureUnit(db: Db, unitName: string, now: Instant): Promise<string> {
  const name = tidy(unitName)
  const code = unitCodeOf(name)
  const known = await db.query.units.findFirst({ where: or(eq(units.code, code), eq(units.name, name)) })
  if (known) return known.code
  await db.insert(units).values({ code, name, kind: kindOfName(name), createdAt: now })
  return code
}
