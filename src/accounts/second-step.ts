/**
 * The second step (xác thực hai bước), for who wants it: after the password a code of the phone's (TOTP, RFC 6238), or one
 * of ten recovery codes, each good once. Without it a session awaits its code, and nobody is signed in by it.
 */
import { randomInt } from 'node:crypto'
import { and, eq, gt, isNotNull, sql } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import type { Author } from '../core/author.ts'
import { fail, invalid, ok, type Problem, type Result } from '../core/problem.ts'
import type { Instant } from '../core/wall-clock.ts'
import { recoveryCodes, secondFactors, sessions } from '../store/accounts-schema.ts'
import { auditEntry, DONE } from '../store/audit.ts'
import { type Db, write } from '../store/db.ts'
import { countAttempt, type Limit, uncountAttempt } from './attempts.ts'
import { hashSecret } from './secret.ts'
import { endOf } from './session.ts'
import { nameOf } from './user.ts'

const PERIOD_MS = 30_000
/** A phone's clock may be half a minute off. */
const WINDOW = 1

const WRONG: Problem = {
  kind: 'invalid',
  detail: 'Mã không đúng hoặc đã dùng. Hãy thử lại với mã mới.',
  errors: [{ path: ['code'], code: 'wrong-code', message: 'mã không đúng hoặc đã dùng' }],
}
const NOBODY: Problem = {
  kind: 'gone',
  detail: 'Đã quá lâu kể từ khi nhập mật khẩu. Hãy đăng nhập lại.',
}

const totp = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: 'Nhịp Sóng', label, secret: Secret.fromBase32(secret) })

/** The time step that a code is of; null when it is of none that is near. */
function stepOf(secret: string, code: string, now: Instant): number | null {
  const delta = /^\d{6}$/.test(code)
    ? totp(secret).validate({ token: code, timestamp: now, window: WINDOW })
    : null
  return delta === null ? null : Math.floor(now / PERIOD_MS) + delta
}

export async function hasSecondStep(db: Db, userId: string): Promise<boolean> {
  const on = and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt))
  return (await db.select({ id: secondFactors.userId }).from(secondFactors).where(on)).length > 0
}

/** The ids of those in a unit who chose it. */
export async function peopleWithSecondStep(db: Db, unit: string): Promise<Set<string>> {
  const on = and(eq(secondFactors.unit, unit), isNotNull(secondFactors.confirmedAt))
  return new Set(
    (await db.select({ id: secondFactors.userId }).from(secondFactors).where(on)).map(({ id }) => id),
  )
}

/** A key for the phone, as text and as the address that its QR code holds. The same until a first code proves it. */
export async function offerSecondStep(
  db: Db,
  who: Author,
  login: string,
): Promise<{ secret: string; uri: string }> {
  const fresh = new Secret({ size: 20 }).base32
  const [, [row]] = await db.batch([
    db.insert(secondFactors).values({ userId: who.id, unit: who.unit, secret: fresh }).onConflictDoNothing(),
    db.select().from(secondFactors).where(eq(secondFactors.userId, who.id)),
  ])
  // A confirmed key is never shown again.
  const secret = row && row.confirmedAt === null ? row.secret : fresh
  return { secret, uri: totp(secret, login).toString() }
}

/** The phone has the key: from the next sign-in on it is asked. The answer is the recovery codes, told this once. */
export async function startSecondStep(
  db: Db,
  who: Author,
  code: string,
  now: Instant,
): Promise<Result<string[]>> {
  const limit = codeLimit(who.id)
  const counted = await countAttempt(db, [limit], now)
  if (!counted.ok) return counted
  const [row] = await db.select().from(secondFactors).where(eq(secondFactors.userId, who.id))
  const step = row && row.confirmedAt === null ? stepOf(row.secret, tidyCode(code), now) : null
  if (step === null)
    return invalid('Mã chưa đúng.', [
      {
        path: ['code'],
        code: 'wrong-code',
        message: 'mã chưa đúng: hãy xem giờ của điện thoại, rồi thử mã mới',
      },
    ])
  const codes = Array.from({ length: 10 }, recoveryCode)
  await write(db, [
    db
      .update(secondFactors)
      .set({ confirmedAt: now, lastStep: step })
      .where(eq(secondFactors.userId, who.id)),
    db.delete(recoveryCodes).where(eq(recoveryCodes.userId, who.id)),
    db
      .insert(recoveryCodes)
      .values(codes.map((each) => ({ hash: hashOfCode(who.id, each), unit: who.unit, userId: who.id }))),
    auditEntry(who, { kind: 'second-step-on', subject: who.name }, now),
  ])
  await uncountAttempt(db, { own: [limit], shared: [] })
  return ok(codes)
}

/** Somebody's own, with a code, or an admin's help for who lost phone and codes. */
export async function stopSecondStep(db: Db, by: Author, userId: string, now: Instant): Promise<void> {
  const theirs = sql`user_id = ${userId} AND unit = ${by.unit}`
  await write(db, [
    db.delete(secondFactors).where(theirs),
    auditEntry(by, { kind: 'second-step-off', subject: nameOf(by.unit, userId) }, now, DONE),
    db.delete(recoveryCodes).where(theirs),
  ])
}

/** Whose session waits for a code; null when none does. */
async function waiting(db: Db, cookie: string, now: Instant): Promise<{ unit: string; id: string } | null> {
  const [row] = await db
    .select({ unit: sessions.unit, id: sessions.userId })
    .from(sessions)
    .where(
      and(eq(sessions.hash, hashSecret(cookie)), eq(sessions.awaitsCode, true), gt(sessions.expiresAt, now)),
    )
  return row ?? null
}

export const awaitsCode = async (db: Db, cookie: string, now: Instant): Promise<boolean> =>
  (await waiting(db, cookie, now)) !== null

/** The session of the cookie is its person's from now on. `invalid` for a wrong code, `gone` when none is awaited, `too-many` after ten. */
export async function giveCode(db: Db, cookie: string, code: string, now: Instant): Promise<Result<null>> {
  const user = await waiting(db, cookie, now)
  if (!user) return fail(NOBODY)
  const taken = await takeCode(db, user.id, code, now)
  if (!taken.ok) return taken
  await db
    .update(sessions)
    .set({ awaitsCode: false, createdAt: now, expiresAt: endOf(now, now) })
    .where(eq(sessions.hash, hashSecret(cookie)))
  return ok(null)
}

/** Uses a code up, of either kind: of two who send the same one at once, one changes a row. */
export async function takeCode(db: Db, userId: string, code: string, now: Instant): Promise<Result<null>> {
  const limit = codeLimit(userId)
  const counted = await countAttempt(db, [limit], now)
  if (!counted.ok) return counted
  if (!(await claimCode(db, userId, tidyCode(code), now))) return fail(WRONG)
  await uncountAttempt(db, { own: [limit], shared: [] })
  return ok(null)
}

async function claimCode(db: Db, userId: string, code: string, now: Instant): Promise<boolean> {
  const [row] = await db.select().from(secondFactors).where(eq(secondFactors.userId, userId))
  const step = row ? stepOf(row.secret, code, now) : null
  const claimed =
    step === null
      ? await db.delete(recoveryCodes).where(eq(recoveryCodes.hash, hashOfCode(userId, code)))
      : await db
          .update(secondFactors)
          .set({ lastStep: step })
          .where(and(eq(secondFactors.userId, userId), sql`${secondFactors.lastStep} < ${step}`))
  return claimed.rowsAffected === 1
}

const codeLimit = (userId: string): Limit => ({ key: `code of ${userId}`, most: 10, minutes: 15 })

const tidyCode = (code: string): string => code.toLowerCase().replace(/[\s-]/g, '')

const hashOfCode = (userId: string, code: string): string => hashSecret(`${userId} ${tidyCode(code)}`)

/** Letters and digits that nobody takes for one another: `k7m2q-9xwpd`. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const recoveryCode = (): string => {
  const text = Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return `${text.slice(0, 5)}-${text.slice(5)}`
}
