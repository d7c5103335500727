/** Offices are added, one or 96 at once, all or none; renamed; and put below one another. */
import type { Author } from '../core/author.ts'
import { ON_TIME_DAYS, onTimeWords, parseOnTimeDays } from '../core/count/on-time.ts'
import { fail, invalid, ok, type Result } from '../core/problem.ts'
import { tidy } from '../core/text.ts'
import {
  isUnitKind,
  kindOfName,
  type NewUnit,
  newUnitErrors,
  parentErrors,
  type WholeUnit,
} from '../core/unit.ts'
import type { Instant } from '../core/wall-clock.ts'
import { auditEntry } from '../store/audit.ts'
import { type Db, write } from '../store/db.ts'
import type { Deed } from '../store/deed.ts'
import {
  insertUnits,
  listSeen,
  listWholeUnits,
  onTimeDaysOf,
  saveOnTimeDays,
  updateUnit,
} from '../store/unit-tree.ts'

/** Everything that is wrong is told, and nothing is stored then. `by`: null writes each into its own unit's log. */
export async function addUnits(
  db: Db,
  added: readonly NewUnit[],
  by: (unit: string) => Author,
  now: Instant,
): Promise<Result<number>> {
  const errors = newUnitErrors(added, await listWholeUnits(db))
  if (errors.length) return invalid(`Chưa thêm đơn vị nào: ${errors[0]?.message}.`, errors)
  if (!added.length) return invalid('Không có đơn vị nào để thêm.')
  const units = added.map((unit) => ({
    ...unit,
    name: tidy(unit.name),
    kind: unit.kind ?? kindOfName(unit.name),
  }))
  await write(db, [
    insertUnits(units, now),
    ...units.map(({ code, name }) => auditEntry(by(code), { kind: 'unit-added', subject: name }, now)),
  ])
  return ok(units.length)
}

export type UnitChange = {
  name?: string
  kind?: string
  parent?: string | null
  officialCode?: string | null
}

/** Adopting never does this: only somebody who says so. */
export async function changeUnit(
  { db, who, now }: Deed,
  code: string,
  change: UnitChange,
): Promise<Result<WholeUnit>> {
  const all = await listWholeUnits(db)
  const unit = all.find((one) => one.code === code)
  if (!unit) return fail({ kind: 'not-found', detail: 'Không có đơn vị này.' })
  const wanted = { ...unit, ...change }
  const others = all.filter((one) => one !== unit)
  const parents = new Map(all.map((one) => [one.code, one.parent]))
  const errors = newUnitErrors([wanted], others).filter(({ path }) => path[1] !== 'parent')
  const above = change.parent === undefined ? [] : parentErrors(wanted, parents)
  const wrong = [...errors, ...above.map((message) => ({ path: [0, 'parent'], code: 'bad-parent', message }))]
  if (wrong.length || !isUnitKind(wanted.kind))
    return invalid(
      `Chưa đổi được: ${wrong.map(({ message }) => message).join('; ')}.`,
      wrong.map((error) => ({ ...error, path: error.path.slice(1) })),
    )
  const whole: WholeUnit = { ...wanted, kind: wanted.kind, name: tidy(wanted.name) }
  const detail = whole.name === unit.name ? null : whole.name
  await write(db, [
    updateUnit(whole),
    auditEntry(who, { kind: 'unit-changed', subject: unit.name, detail }, now),
  ])
  return ok(whole)
}

/** Within how many days those below record on time, as typed; nothing typed leaves it to who stands above. Answers it in words. */
export async function setOnTimeDays(
  { db, who, now }: Deed,
  code: string,
  typed: string,
): Promise<Result<string>> {
  const days = parseOnTimeDays(typed)
  if (!days.ok) return days
  const [unit, ...below] = await listSeen(db, code)
  if (!unit) return fail({ kind: 'not-found', detail: 'Không có đơn vị này.' })
  if (!below.length) return nobodyBelow(unit)
  const words =
    days.value === null
      ? `không định riêng, nay là ${onTimeWords(await onTimeDaysFor(db, code))}`
      : onTimeWords(days.value)
  await write(db, [
    saveOnTimeDays(code, days.value),
    auditEntry(who, { kind: 'on-time-days', subject: unit.name, detail: words }, now),
  ])
  return ok(words)
}

/** Within how many days an office itself records on time. */
export const onTimeDaysFor = async (db: Db, code: string): Promise<number> =>
  (await onTimeDaysOf(db)).get(code) ?? ON_TIME_DAYS

function nobodyBelow({ name }: WholeUnit) {
  const message = `dưới ${name} chưa có đơn vị nào để đặt hạn ghi kết quả`
  return fail({
    ...{ kind: 'conflict', detail: `Chưa lưu được: ${message}.` },
    errors: [{ path: ['onTimeDays'], code: 'nobody-below', message }],
  })
}
