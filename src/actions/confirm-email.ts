/**
 * Whose an address is: before its owner says so, nothing goes there but the asking, and that not often. The link in it
 * is the proof; it opens no session.
 */
import { countAttempt, type Limit } from '../accounts/attempts.ts'
import { hashSecret, newSecret } from '../accounts/secret.ts'
import type { Author } from '../core/author.ts'
import type { NoticeSettings } from '../core/notice/notice-settings.ts'
import { fail, invalid, ok, type Problem, type Result } from '../core/problem.ts'
import { DAY_MS, type Instant } from '../core/wall-clock.ts'
import { type Db, write } from '../store/db.ts'
import { askedAddress, confirmAddress, emailState, noteAsking, saveNoticeSettings } from '../store/notices.ts'
import { enterMessages } from '../store/outbox.ts'

/** The message that asks; it alone may go to an address that nobody confirmed. */
export const ASKING = 'confirm'

const LINK_DAYS = 7

const USED_UP: Problem = {
  kind: 'gone',
  detail:
    'Đường dẫn xác nhận này đã được dùng hoặc đã hết hạn. Hãy mở trang Nhắc việc để gửi lại thư xác nhận.',
}

/** Saves what somebody chose, and asks a new address whose it is. `too-many` when it was asked too often: nothing is saved. */
export async function saveNotices(
  db: Db,
  who: Author,
  settings: NoticeSettings,
  now: Instant,
): Promise<Result<null>> {
  const before = await emailState(db, who.unit, who.id)
  const isNew = settings.email !== null && settings.email !== before?.email
  const allowed = isNew && settings.email ? await countAsking(db, who, settings.email, now) : ok(null)
  if (!allowed.ok) return allowed
  await saveNoticeSettings({ db, who, now }, settings)
  if (isNew) await ask(db, who, now)
  return ok(null)
}

/** The same question again, under a new link. */
export async function askAgain(db: Db, who: Author, now: Instant): Promise<Result<null>> {
  const state = await emailState(db, who.unit, who.id)
  if (!state?.email || state.confirmedAt !== null) return invalid('Không có địa chỉ nào chờ xác nhận.')
  const allowed = await countAsking(db, who, state.email, now)
  if (allowed.ok) await ask(db, who, now)
  return allowed
}

/** Whose address a link is about; `gone` when it was used, replaced, or is out of date. */
export async function addressOfLink(
  db: Db,
  secret: string,
  now: Instant,
): Promise<Result<{ email: string; name: string; unit: string }>> {
  const asked = await askedAddress(db, hashSecret(secret), now - LINK_DAYS * DAY_MS)
  return asked ? ok(asked) : fail(USED_UP)
}

export async function confirmEmail(db: Db, secret: string, now: Instant): Promise<Result<null>> {
  const done = await confirmAddress(db, hashSecret(secret), now - LINK_DAYS * DAY_MS, now)
  return done ? ok(null) : fail(USED_UP)
}

async function ask(db: Db, who: Author, now: Instant): Promise<void> {
  const secret = newSecret()
  const hash = hashSecret(secret)
  const data = { path: `/xac-nhan-thu/${secret}`, name: who.name }
  const message = { unit: who.unit, key: `${ASKING}:${hash.slice(0, 16)}`, template: ASKING, data }
  const times = { createdAt: now, dueAt: now, usefulUntil: now + DAY_MS }
  await write(db, [
    noteAsking(who.unit, who.id, hash, now),
    enterMessages([{ ...message, ...times, route: 'email', userId: who.id }]),
  ])
}

/** By the address too: several people must not fill one stranger's box between them. */
const countAsking = (db: Db, who: Author, email: string, now: Instant): Promise<Result<null>> => {
  const limits: Limit[] = [
    { key: `confirm by ${who.id}`, most: 5, minutes: 24 * 60 },
    { key: `confirm in ${who.unit}`, most: 50, minutes: 24 * 60 },
    { key: `confirm to ${email.toLowerCase()}`, most: 3, minutes: 24 * 60 },
  ]
  return countAttempt(db, limits, now)
}

/** A message on trial: as many in an hour as somebody needs who mends the settings. */
export const countTrial = (db: Db, who: Author, now: Instant): Promise<Result<null>> =>
  countAttempt(db, [{ key: `trial by ${who.id}`, most: 5, minutes: 60 }], now)
