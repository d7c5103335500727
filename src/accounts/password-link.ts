/** One-time links with which a person sets a first or forgotten password: nobody else ever knows it. */
import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Author } from '../core/author.ts'
import { fail, invalid, ok, type Problem, type Result } from '../core/problem.ts'
import { DAY_MS, type Instant } from '../core/wall-clock.ts'
import { passwordLinks, users } from '../store/accounts-schema.ts'
import { auditEntry } from '../store/audit.ts'
import { type Db, type Statement, write } from '../store/db.ts'
import { hashingOf } from './hashing.ts'
import { forgetBrowsers } from './known-browser.ts'
import { hashPassword, passwordError } from './password.ts'
import { hashSecret, newSecret } from './secret.ts'
import { endSessions, openSession } from './session.ts'

export const LINK_DAYS = 7

const USED_UP: Problem = {
  kind: 'gone',
  detail: 'Đường dẫn đặt mật khẩu này đã được dùng hoặc đã hết hạn. Hãy xin quản trị viên một đường dẫn mới.',
}

type Holder = { unit: string; id: string; name: string; username: string }

/** The path to append to BASE_URL. A new link ends the earlier ones. `then`: what is written in the same batch. */
export async function newPasswordLink(
  db: Db,
  user: { unit: string; id: string },
  now: Instant,
  then: readonly Statement[] = [],
): Promise<string> {
  const secret = newSecret()
  const expiresAt = now + LINK_DAYS * DAY_MS
  await write(db, [
    endLinks(db, user.unit, user.id),
    db
      .insert(passwordLinks)
      .values({ hash: hashSecret(secret), unit: user.unit, userId: user.id, expiresAt }),
    ...then,
  ])
  return `/mat-khau/${secret}`
}

const endLinks = (db: Db, unit: string, userId: string) =>
  db.delete(passwordLinks).where(and(eq(passwordLinks.unit, unit), eq(passwordLinks.userId, userId)))

/** Whose password the link sets; `gone` when it was used, replaced, or is out of date. */
export async function holderOfLink(db: Db, secret: string, now: Instant): Promise<Result<Holder>> {
  const holder = await db
    .select({ unit: users.unit, id: users.id, name: users.name, username: users.username })
    .from(passwordLinks)
    .innerJoin(users, and(eq(users.id, passwordLinks.userId), eq(users.unit, passwordLinks.unit)))
    .where(
      and(
        eq(passwordLinks.hash, hashSecret(secret)),
        gt(passwordLinks.expiresAt, now),
        isNull(users.deactivatedAt),
      ),
    )
    .get()
  return holder ? ok(holder) : fail(USED_UP)
}

/** Sets the password, ends the link and all sessions of before, and answers the cookie of a new session. */
export async function setPassword(
  db: Db,
  secret: string,
  password: string,
  now: Instant,
): Promise<Result<string>> {
  const holder = await holderOfLink(db, secret, now)
  if (!holder.ok) return holder
  const refused = passwordError(password, [holder.value.username, holder.value.unit])
  if (refused) return invalid(`Chưa đặt được mật khẩu: ${refused.message}.`, [refused])
  const hash = await hashingOf(db)(() => hashPassword(password), true)
  if (!hash.ok) return hash
  if (!(await claimLink(db, secret))) return fail(USED_UP)
  await storePassword(db, holder.value, hash.value, now)
  return ok(await openSession(db, holder.value, now))
}

/** Of two who send the same link at once, one finds the row to delete. */
async function claimLink(db: Db, secret: string): Promise<boolean> {
  const claimed = await db.delete(passwordLinks).where(eq(passwordLinks.hash, hashSecret(secret)))
  return claimed.rowsAffected === 1
}

export async function storePassword(db: Db, user: Author, password: string, now: Instant): Promise<void> {
  await write(db, [
    db
      .update(users)
      .set({ password })
      .where(and(eq(users.unit, user.unit), eq(users.id, user.id))),
    endSessions(db, user.unit, user.id),
    endLinks(db, user.unit, user.id),
    forgetBrowsers(db, user.unit, user.id),
    auditEntry(user, { kind: 'password-set', subject: user.name }, now),
  ])
}

export const sweepLinks = (db: Db, now: Instant) =>
  db.delete(passwordLinks).where(lt(passwordLinks.expiresAt, now))
