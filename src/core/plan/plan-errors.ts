/** What only the whole plan can tell: repeated clauses, days outside the year, rules without end or without a day. */
import type { Cadence, CadenceOf } from '../cadence.ts'
import { type Plan, YEARS } from '../plan.ts'
import { planRange, rateRange } from '../plan-range.ts'
import type { FieldError } from '../problem.ts'
import { recurrenceDates } from '../recurrence.ts'
import { isBounded, writtenUntil } from '../rule.ts'
import { addDays, type LocalDate, yearRange } from '../wall-clock.ts'

type Path = (string | number)[]

const MAX_SLOTS = 50_000
/** Years that the plan's last deadline may lie after it. */
const LONGEST = 10
/** Nobody reads more at once, and rules that never come take a moment each. */
const ENOUGH = 20

export function planErrors(plan: Plan): FieldError[] {
  const errors = [...idErrors(plan), ...untilErrors(plan), ...issueErrors(plan)]
  if (errors.length) return errors
  const places = new Map<string, number>()
  let slots = 0
  for (const [i, { id, cadence }] of plan.obligations.entries()) {
    const path = ['obligations', i]
    const first = places.get(id)
    if (first !== undefined)
      errors.push(
        at([...path, 'id'], 'duplicate-clause', `điều khoản ${id} đã có ở nhiệm vụ thứ ${first + 1}`),
      )
    places.set(id, i)
    errors.push(...cadenceErrors(plan, cadence, [...path, 'cadence']))
    slots += slotCount(plan, cadence)
    if (slots > MAX_SLOTS)
      return [...errors, at([...path, 'cadence'], 'too-many-slots', `quá ${MAX_SLOTS} kỳ trong một kế hoạch`)]
    if (errors.length >= ENOUGH) break
  }
  return errors
}

const at = (path: Path, code: string, message: string): FieldError => ({ path, code, message })

/** `ngok-tu-2025@2026` is a plan of 2026: another year under that name would take the place of the true one. */
function idErrors({ id, year }: Plan): FieldError[] {
  const named = id.split('@')[1]
  if (named === undefined || Number(named) === year) return []
  return [at(['id'], 'id-of-another-year', `năm sau dấu @ phải là năm của kế hoạch (${year})`)]
}

function untilErrors({ year, until }: Plan): FieldError[] {
  if (until === null) return []
  if (until < yearRange(year).to)
    return [at(['until'], 'until-in-year', `chỉ ghi khi muộn hơn 31/12/${year}`)]
  if (until > yearRange(year + LONGEST).to)
    return [at(['until'], 'until-too-late', `không muộn hơn 31/12/${year + LONGEST}`)]
  return []
}

/** A plan is issued before its year or within it, at the latest in the next one: 2062 or 1926 is a slip of the pen. */
function issueErrors({ year, issued, inForceFrom }: Plan): FieldError[] {
  const [first, last] = [yearRange(YEARS.from).from, yearRange(year + 1).to]
  return Object.entries({ issued, inForceFrom: inForceFrom === issued ? null : inForceFrom })
    .filter(([, day]) => day !== null && (day < first || day > last))
    .map(([field]) =>
      at([field], 'day-far-off', `kế hoạch năm ${year} thì phải từ năm ${YEARS.from} đến ${year + 1}`),
    )
}

function cadenceErrors(plan: Plan, cadence: Cadence, path: Path): FieldError[] {
  const range = planRange(plan)
  const outside = namedDates(cadence).filter(([, date]) => date < range.from || date > range.to)
  if (outside.length)
    return outside.map(([place, date]) =>
      at(
        [...path, ...place],
        'outside-year',
        `ngày ${date} nằm ngoài năm ${plan.year} của kế hoạch (hạn sang năm sau thì ghi until cho kế hoạch)`,
      ),
    )
  return cadence.kind === 'rate' ? rateErrors(plan, cadence, path) : []
}

function rateErrors(plan: Plan, cadence: CadenceOf<'rate'>, path: Path): FieldError[] {
  const { rrule, window, reruns, time } = cadence
  if (!window && !isBounded(rrule))
    return [
      at([...path, 'rrule'], 'endless-rule', 'quy tắc lặp không có điểm dừng: thêm COUNT, UNTIL hoặc window'),
    ]
  if (datesOf(plan, cadence).length === 0)
    return [
      at(
        [...path, 'rrule'],
        'impossible-rule',
        'quy tắc lặp không cho ngày nào trong thời gian của kế hoạch',
      ),
    ]
  if (reruns?.afterDays[0] === 0 && (reruns.time ?? time) <= time)
    return [
      at(
        [...path, 'reruns'],
        'rerun-before-original',
        'phát lại cùng ngày phải có giờ (time) sau giờ phát mới',
      ),
    ]
  return []
}

const datesOf = (plan: Plan, { rrule, window, start }: CadenceOf<'rate'>): readonly LocalDate[] =>
  recurrenceDates(rrule, rateRange(plan, window), start)

/** How many slots a cadence makes, without making them. */
function slotCount(plan: Plan, cadence: Cadence): number {
  if (cadence.kind === 'rate') return datesOf(plan, cadence).length * (1 + (cadence.reruns?.times ?? 0))
  if (cadence.kind === 'event-offset') return cadence.days * cadence.times.length
  return cadence.kind === 'window' ? cadence.times : 1
}

/** The days that a cadence names, each with its place. "Trước ngày 01/01" names the day before. */
function namedDates(cadence: Cadence): [Path, LocalDate][] {
  const dates: [Path, LocalDate | null | undefined][] = [[['anchor'], cadence.anchor]]
  if ('window' in cadence)
    dates.push([['window', 'from'], cadence.window?.from], [['window', 'to'], cadence.window?.to])
  if ('before' in cadence) dates.push([['before'], cadence.before && addDays(cadence.before, -1)])
  if (cadence.kind === 'rate')
    dates.push([['start'], cadence.start], [['rrule'], writtenUntil(cadence.rrule)])
  if ('trigger' in cadence) dates.push([['trigger'], cadence.trigger])
  if ('target' in cadence) dates.push([['target', 'by'], cadence.target.by])
  return dates.filter((entry): entry is [Path, LocalDate] => entry[1] != null)
}
