/** People and programs that may ask. */
import { eq } from 'drizzle-orm'
import { setPassword } from '../../src/accounts/password-link.ts'
import type { Principal } from '../../src/accounts/principal.ts'
import { sessionOf } from '../../src/accounts/session.ts'
import { createToken } from '../../src/accounts/token.ts'
import { createUser } from '../../src/accounts/user.ts'
import type { NoticeSettings } from '../../src/core/notice/notice-settings.ts'
import type { Role } from '../../src/core/role.ts'
import type { Instant } from '../../src/core/wall-clock.ts'
import type { Db } from '../../src/store/db.ts'
import { saveNoticeSettings } from '../../src/store/notices.ts'
import { noticeSettings } from '../../src/store/schema.ts'
import { MONDAY } from './test-house.ts'

type Person = { username: string; password: string; role?: Role }

/** Somebody who can sign in. Answers with the cookie of a session of theirs. */
export async function addOfficer(
  db: Db,
  unit: string,
  { username, password, role = 'officer' }: Person,
  now = MONDAY,
) {
  const created = await createUser(db, { unit, name: 'Lan', username, role }, now)
  if (!created.ok) throw new Error(created.problem.detail)
  const session = await setPassword(db, created.value.link.split('/').at(-1) ?? '', password, now)
  if (!session.ok) throw new Error(session.problem.detail)
  return session.value
}

/** What somebody chose to hear, at an address that they said is theirs. */
export async function saveConfirmed(
  db: Db,
  unit: string,
  userId: string,
  settings: NoticeSettings,
  now: Instant,
): Promise<void> {
  await saveNoticeSettings({ db, who: { unit, id: userId, name: '' }, now }, settings)
  await db.update(noticeSettings).set({ confirmedAt: now }).where(eq(noticeSettings.userId, userId))
}

/** An API token's secret. */
export async function addToken(db: Db, unit: string, role: Role = 'officer'): Promise<string> {
  const token = await createToken(db, { unit, role, name: 'Chương trình thử' }, MONDAY)
  if (!token.ok) throw new Error(token.problem.detail)
  return token.value.secret
}

/** Who holds a session's cookie; null when nobody does. */
export const principalOfSession = async (db: Db, cookie: string, now: Instant): Promise<Principal | null> =>
  (await sessionOf(db, cookie, now))?.who ?? null
