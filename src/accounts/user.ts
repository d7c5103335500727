/** The people of a unit. They are never deleted, only deactivated: the history names them. */
import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Author } from '../core/author.ts'
import { wrongLetters } from '../core/field.ts'
import { fail, invalid, missing, ok, type Problem, type Result } from '../core/problem.ts'
import { ROLE_NAMES, type Role } from '../core/role.ts'
import { usernameOf } from '../core/slug.ts'
import { byName, tidy } from '../core/text.ts'
import type { Instant } from '../core/wall-clock.ts'
import { users } from '../store/accounts-schema.ts'
import { auditEntry, commandLine, DONE } from '../store/audit.ts'
import { type Db, write } from '../store/db.ts'
import type { Deed } from '../store/deed.ts'
import { hasSeveralUnits } from '../store/units.ts'
import { newPasswordLink } from './password-link.ts'
import { newId } from './secret.ts'

export type User = {
  id: string
  name: string
  username: string
  role: Role
  active: boolean
  /** False until the one-time link was used. */
  hasPassword: boolean
}

/** A name as it is shown; the name for signing in is made from it when none is given. */
export type NewUser = {
  unit: string
  name: string
  username?: string | undefined
  role: Role
  /** Who adds them; without one, the command line. */
  by?: Author
}

/** `link` is the path with which they set their password, shown once. */
export async function createUser(
  db: Db,
  given: NewUser,
  now: Instant,
): Promise<Result<{ id: string; name: string; username: string; link: string }>> {
  const user = await insertUser(db, given, now)
  if (!user.ok) return user
  const link = await newPasswordLink(db, { unit: given.unit, id: user.value.id }, now)
  return ok({ ...user.value, link })
}

/** Without a password and without a link. */
export async function insertUser(
  db: Db,
  given: NewUser,
  now: Instant,
): Promise<Result<{ id: string; name: string; username: string }>> {
  const name = tidy(given.name)
  const username = usernameOf(given.username || name)
  if (!name || name.length > 100) return badField('name', 'họ tên cần từ 1 đến 100 ký tự')
  const wrong = wrongLetters(given.name)
  if (wrong) return badField('name', `họ tên không dùng được, ${wrong}`)
  if (username.length < 2) return badField('username', 'tên đăng nhập cần ít nhất 2 chữ cái hoặc chữ số')
  const id = newId()
  const row = { id, unit: given.unit, username, name, role: given.role, createdAt: now }
  const by = given.by ?? commandLine(given.unit)
  const [inserted] = await write(db, [
    db.insert(users).values(row).onConflictDoNothing(),
    auditEntry(by, { kind: 'user-added', subject: name, detail: ROLE_NAMES[given.role] }, now, DONE),
  ])
  return inserted?.rowsAffected === 1 ? ok({ id, name, username }) : fail(taken(username))
}

const badField = (field: string, message: string) =>
  invalid(`Chưa thêm được người dùng: ${message}.`, [{ path: [field], code: 'invalid', message }])

function taken(username: string): Problem {
  const message = `đơn vị đã có tên đăng nhập “${username}”`
  return {
    kind: 'conflict',
    detail: `Chưa thêm được người dùng: ${message}. Hãy chọn tên đăng nhập khác.`,
    errors: [{ path: ['username'], code: 'taken', message }],
  }
}

/** Active ones first, by name. */
export async function listUsers(db: Db, unit: string): Promise<User[]> {
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      username: users.username,
      role: users.role,
      active: sql<number>`${users.deactivatedAt} is null`,
      hasPassword: sql<number>`${users.password} is not null`,
    })
    .from(users)
    .where(eq(users.unit, unit))
    .orderBy(asc(users.id))
  return rows
    .map((row) => ({ ...row, active: row.active === 1, hasPassword: row.hasPassword === 1 }))
    .sort((a, b) => Number(b.active) - Number(a.active) || byName(a.name, b.name))
}

/** `not-found` for somebody of another unit too. */
export async function findUser(
  db: Db,
  unit: string,
  id: string,
): Promise<Result<{ id: string; name: string; username: string }>> {
  const columns = { id: true, name: true, username: true } as const
  const user = await db.query.users.findFirst({ columns, where: isUser(unit, id) })
  return user ? ok(user) : fail(missing('user'))
}

/** A new one-time link for somebody who forgot their password; until it is used, the old password holds. */
export async function renewLink({ db, who, now }: Deed, id: string): Promise<Result<string>> {
  const { unit } = who
  const active = and(isUser(unit, id), isNull(users.deactivatedAt))
  const user = await db.query.users.findFirst({ columns: { id: true }, where: active })
  if (!user) return fail(missing('user'))
  const told = auditEntry(who, { kind: 'user-link', subject: nameOf(unit, id) }, now)
  return ok(await newPasswordLink(db, { unit, id }, now, [told]))
}

export const isUser = (unit: string, id: string) => and(eq(users.unit, unit), eq(users.id, id))

/** The name of somebody, as a statement finds it. */
export const nameOf = (unit: string, id: string): SQL =>
  sql`(SELECT name FROM users WHERE unit = ${unit} AND id = ${id})`

/** The name to sign in with on this server: with the unit's code once there are several units. */
export const loginName = async (
  db: Db,
  { unit, username }: { unit: string; username: string },
): Promise<string> => ((await hasSeveralUnits(db)) ? `${username}@${unit}` : username)

export async function userByName(
  db: Db,
  unit: string,
  username: string,
): Promise<{ id: string; name: string } | undefined> {
  return db.query.users.findFirst({
    columns: { id: true, name: true },
    where: and(eq(users.unit, unit), eq(users.username, usernameOf(username))),
  })
}

/** Which of these units have anybody, active or not. */
export async function unitsWithPeople(db: Db, codes: readonly string[]): Promise<Set<string>> {
  const asked = sql`(SELECT value FROM json_each(${JSON.stringify(codes)}))`
  const rows = await db.selectDistinct({ unit: users.unit }).from(users).where(sql`${users.unit} IN ${asked}`)
  return new Set(rows.map(({ unit }) => unit))
}

/** False on a fresh server. */
export async function hasUsers(db: Db): Promise<boolean> {
  return (await db.query.users.findFirst({ columns: { id: true } })) !== undefined
}
