/** The first person of each office below: an admin, who adds the others. */
import { createUser, unitsWithPeople } from '../accounts/user.ts'
import { invalid, ok, type Result } from '../core/problem.ts'
import { isClosedOn, type WholeUnit } from '../core/unit.ts'
import { localDateOf } from '../core/wall-clock.ts'
import type { Deed } from '../store/deed.ts'

export type FirstAdmin = { unit: WholeUnit; username: string; link: string }

/** So many at once: each is written by itself, and somebody waits for all of them. */
const MOST = 200

/** For each open office where nobody is yet; `link` is the path with which they set their password, told once. */
export async function makeFirstAdmins(
  { db, who, now }: Deed,
  units: readonly WholeUnit[],
): Promise<Result<FirstAdmin[]>> {
  const waiting = await withoutPeople({ db, now }, units)
  if (!waiting.length) return invalid('Đơn vị nào đang hoạt động cũng đã có người dùng.')
  const made: FirstAdmin[] = []
  for (const unit of waiting.slice(0, MOST)) {
    const by = { ...who, unit: unit.code }
    const user = await createUser(db, { unit: unit.code, ...FIRST, role: 'admin', by }, now)
    if (user.ok) made.push({ unit, username: user.value.username, link: user.value.link })
  }
  return ok(made)
}

const FIRST = { name: 'Quản trị', username: 'quan.tri' }

/** Open offices in which nobody can sign in yet. */
export async function withoutPeople(
  { db, now }: Pick<Deed, 'db' | 'now'>,
  units: readonly WholeUnit[],
): Promise<WholeUnit[]> {
  const open = units.filter((unit) => !isClosedOn(unit, localDateOf(now)))
  const settled = await unitsWithPeople(
    db,
    open.map(({ code }) => code),
  )
  return open.filter(({ code }) => !settled.has(code))
}
