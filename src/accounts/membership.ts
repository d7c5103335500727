/** What an admin changes about people: role, and whether they may come in. A unit always keeps an admin. */
import { and, type SQL, sql } from 'drizzle-orm'
import type { Author } from '../core/author.ts'
import { fail, ok, type Problem, type Result } from '../core/problem.ts'
import type { AuditKind } from '../core/record/audit.ts'
import { ROLE_NAMES, type Role } from '../core/role.ts'
import type { Instant } from '../core/wall-clock.ts'
import { users } from '../store/accounts-schema.ts'
import { auditEntry, DONE } from '../store/audit.ts'
import { type Db, type Statement, write } from '../store/db.ts'
import type { Deed } from '../store/deed.ts'
import { endEverything } from './departure.ts'
import { endSessions } from './session.ts'
import { findUser, isUser, nameOf } from './user.ts'

const LAST_ADMIN: Problem = {
  kind: 'conflict',
  detail: 'Đây là quản trị viên cuối cùng của đơn vị. Hãy trao quyền quản trị cho người khác trước.',
}

/** Holds from the next request on, in sessions that are open too. */
export const changeRole = ({ db, who: by, now }: Deed, id: string, role: Role): Promise<Result<null>> => {
  const keeps = role === 'admin' ? sql`1` : anotherAdmin(by.unit, id)
  const told = tell(by, 'user-role', id, now, ROLE_NAMES[role])
  return keepingAnAdmin(db, by.unit, id, { role }, keeps, [told])
}

/** Ends sessions, links, tokens and feeds of theirs in the same batch. */
export const deactivate = (db: Db, by: Author, id: string, now: Instant): Promise<Result<null>> =>
  keepingAnAdmin(db, by.unit, id, { deactivatedAt: now }, anotherAdmin(by.unit, id), [
    tell(by, 'user-stopped', id, now),
    ...endEverything(by.unit, id, now),
  ])

export const reactivate = (db: Db, by: Author, id: string, now: Instant): Promise<Result<null>> =>
  keepingAnAdmin(db, by.unit, id, { deactivatedAt: null }, sql`1`, [tell(by, 'user-back', id, now)])

/** Ends the sessions of somebody of the unit, and leaves the way in. */
export async function endSessionsOf(db: Db, by: Author, id: string, now: Instant): Promise<Result<null>> {
  const known = await findUser(db, by.unit, id)
  if (!known.ok) return known
  await write(db, [endSessions(db, by.unit, id), tell(by, 'user-sessions', id, now, null, sql`1`)])
  return ok(null)
}

const tell = (
  by: Author,
  kind: AuditKind,
  id: string,
  now: Instant,
  detail: string | null = null,
  when: SQL = DONE,
): SQL => auditEntry(by, { kind, subject: nameOf(by.unit, id), detail }, now, when)

/** Checked within the update: two admins who demote each other at the same moment must not both succeed. */
async function keepingAnAdmin(
  db: Db,
  unit: string,
  id: string,
  change: { role?: Role; deactivatedAt?: Instant | null },
  unless: SQL,
  then: readonly Statement[],
): Promise<Result<null>> {
  const update = db
    .update(users)
    .set(change)
    .where(and(isUser(unit, id), unless))
  const [updated] = await write(db, [update, ...then])
  if (updated?.rowsAffected === 1) return ok(null)
  const known = await findUser(db, unit, id)
  return known.ok ? fail(LAST_ADMIN) : known
}

const anotherAdmin = (unit: string, id: string): SQL =>
  sql`(${users.role} <> 'admin' or ${users.deactivatedAt} is not null or exists (
    select 1 from ${users} as other
    where other.unit = ${unit} and other.id <> ${id} and other.role = 'admin' and other.deactivated_at is null))`
