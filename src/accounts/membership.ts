/** What an admin changes about people: role, and whether they may come in. A unit always keeps an admin. */
import { and, type SQL, sql } from 'drizzle-orm'
import { fail, ok, type Problem, type Result } from '../core/problem.ts'
import type { AuditKind } from '../core/record/audit.ts'
import { ROLE_NAMES, type Role } from '../core/role.ts'
import type { Instant } from '../core/wall-clock.ts'
import { users } from '../store/accounts-schema.ts'
import { auditEntry, DONE } from '../store/audit.ts'
import { type Statement, write } from '../store/db.ts'
import type { Deed } from '../store/deed.ts'
import { endEverything } from './departure.ts'
import { endSessions } from './session.ts'
import { findUser, isUser, nameOf } from './user.ts'

const LAST_ADMIN: Problem = {
  kind: 'conflict',
  detail: 'Đây là quản trị viên cuối cùng của đơn vị. Hãy trao quyền quản trị cho người khác trước.',
}

/** Holds from the next request on, in sessions that are open too. */
export const changeRole = (deed: Deed, id: string, role: Role): Promise<Result<null>> => {
  const keeps = role === 'admin' ? sql`1` : anotherAdmin(deed.who.unit, id)
  return keepingAnAdmin(deed, id, { role }, keeps, [tell(deed, 'user-role', id, ROLE_NAMES[role])])
}

/** Ends sessions, links, tokens and feeds of theirs in the same batch. */
export const deactivate = (deed: Deed, id: string): Promise<Result<null>> =>
  keepingAnAdmin(deed, id, { deactivatedAt: deed.now }, anotherAdmin(deed.who.unit, id), [
    tell(deed, 'user-stopped', id),
    ...endEverything(deed.who.unit, id, deed.now),
  ])

export const reactivate = (deed: Deed, id: string): Promise<Result<null>> =>
  keepingAnAdmin(deed, id, { deactivatedAt: null }, sql`1`, [tell(deed, 'user-back', id)])

/** Ends the sessions of somebody of the unit, and leaves the way in. */
export async function endSessionsOf(deed: Deed, id: string): Promise<Result<null>> {
  const { db, who } = deed
  const known = await findUser(db, who.unit, id)
  if (!known.ok) return known
  await write(db, [endSessions(db, who.unit, id), tell(deed, 'user-sessions', id, null, sql`1`)])
  return ok(null)
}

const tell = (
  { who, now }: Deed,
  kind: AuditKind,
  id: string,
  detail: string | null = null,
  when: SQL = DONE,
): SQL => auditEntry(who, { kind, subject: nameOf(who.unit, id), detail }, now, when)

/** Checked within the update: two admins who demote each other at the same moment must not both succeed. */
async function keepingAnAdmin(
  { db, who: { unit } }: Deed,
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
