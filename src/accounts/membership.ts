/** What an admin changes about people: role, and whether they may come in. A unit always keeps an admin. */
import { and, type SQL, sql } from 'drizzle-orm'
import { fail, ok, type Problem, type Result } from '../core/problem.ts'
import type { Role } from '../core/role.ts'
import type { Instant } from '../core/wall-clock.ts'
import { users } from '../store/accounts-schema.ts'
import { type Db, write } from '../store/db.ts'
import { endLinks } from './password-link.ts'
import { endSessions } from './session.ts'
import { findUser, isUser } from './user.ts'

const LAST_ADMIN: Problem = {
  kind: 'conflict',
  detail: 'Đây là quản trị viên cuối cùng của đơn vị. Hãy trao quyền quản trị cho người khác trước.',
}

/** Holds from the next request on, in sessions that are open too. */
export const changeRole = (db: Db, unit: string, id: string, role: Role): Promise<Result<null>> =>
  keepingAnAdmin(db, unit, id, { role }, role === 'admin' ? sql`1` : anotherAdmin(unit, id))

/** Ends the sessions and links too. */
export async function deactivate(db: Db, unit: string, id: string, now: Instant): Promise<Result<null>> {
  const done = await keepingAnAdmin(db, unit, id, { deactivatedAt: now }, anotherAdmin(unit, id))
  if (done.ok) await write(db, [endSessions(db, unit, id), endLinks(db, unit, id)])
  return done
}

export const reactivate = (db: Db, unit: string, id: string): Promise<Result<null>> =>
  keepingAnAdmin(db, unit, id, { deactivatedAt: null }, sql`1`)

/** Checked within the update: two admins who demote each other at the same moment must not both succeed. */
async function keepingAnAdmin(
  db: Db,
  unit: string,
  id: string,
  change: { role?: Role; deactivatedAt?: Instant | null },
  unless: SQL,
): Promise<Result<null>> {
  const updated = await db
    .update(users)
    .set(change)
    .where(and(isUser(unit, id), unless))
  if (updated.rowsAffected === 1) return ok(null)
  const known = await findUser(db, unit, id)
  return known.ok ? fail(LAST_ADMIN) : known
}

const anotherAdmin = (unit: string, id: string): SQL =>
  sql`(${users.role} <> 'admin' or ${users.deactivatedAt} is not null or exists (
    select 1 from ${users} as other
    where other.unit = ${unit} and other.id <> ${id} and other.role = 'admin' and other.deactivated_at is null))`
