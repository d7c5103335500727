/** The year's page: obligations as rows, months as columns. */

import { countSlots } from '../../../core/count/count-rows.ts'
import { isExtra } from '../../../core/outside-plans.ts'
import { type AdoptedPlan, planName } from '../../../core/plan/edition.ts'
import type { Obligation, Plan } from '../../../core/plan.ts'
import type { Reading } from '../../../core/reading.ts'
import { isAsked, isDated } from '../../../core/reading.ts'
import { declaredTotal, plannedDay } from '../../../core/slot.ts'
import { type Instant, localDateOf, monthOf, yearOf } from '../../../core/wall-clock.ts'
import type { YearCell, YearRow, YearView } from '../../../templates/calendar-views.ts'
import type { Frame, Pager, Say } from '../../../templates/views.ts'
import { monthPath, obligationPath, planPath, yearPath } from '../paths.ts'
import { say, saySlots, sayUndated } from '../say.ts'
import { monthCell, spanCell } from './year-cell.ts'

export type YearQuestion = {
  frame: Frame
  year: number
  plans: readonly AdoptedPlan[]
  /** Slots of the year. */
  readings: readonly Reading[]
  now: Instant
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

export function yearView({ frame, year, plans, readings, now }: YearQuestion): YearView {
  const today = localDateOf(now)
  const asked = readings.filter((one) => isAsked(one) && isOfYear(one, year))
  const all = asked.filter(({ slot }) => !isExtra(slot))
  const slotsOf = Map.groupBy(all, ({ slot }) => obligationKey(slot.planId, slot.obligationId))
  const shown = plans
    .map((plan) => (plan.year === year ? plan : askedIn(plan, slotsOf)))
    .filter(({ obligations }) => obligations.length)
  const obligations = shown.reduce((sum, plan) => sum + plan.obligations.length, 0)
  return {
    frame,
    pager: yearPager(year, yearOf(today)),
    say: obligations
      ? [...sayYear(obligations, all), ...sayExtras(asked.length - all.length)]
      : [say(`Năm ${year} chưa có kế hoạch nào.`), say('Xem các kế hoạch', 'plain', '/ke-hoach')],
    months: MONTHS.map((number) => ({
      number,
      href: monthPath(`${year}-${String(number).padStart(2, '0')}-01`),
      isCurrent: year === yearOf(today) && number === monthOf(today),
    })),
    plans: shown.map((plan) => ({
      title: planName(plan),
      href: planPath(plan.id),
      rows: plan.obligations.flatMap((obligation) =>
        rowsOf(plan, obligation, slotsOf.get(obligationKey(plan.id, obligation.id)) ?? [], year),
      ),
    })),
  }
}

type SlotsOf = ReadonlyMap<string, Reading[]>

const obligationKey = (planId: string, obligationId: string): string => `${planId} ${obligationId}`

/** By its planned day, as it is counted; what has no day in every year that its window meets. */
const isOfYear = ({ slot }: Reading, year: number): boolean =>
  slot.date === null || yearOf(slot.date) === year

/** Of another year's plan only what it asks for in this one. */
const askedIn = <P extends Plan>(plan: P, slotsOf: SlotsOf): P => ({
  ...plan,
  obligations: plan.obligations.filter(({ id }) => slotsOf.has(obligationKey(plan.id, id))),
})

function sayYear(obligations: number, all: Reading[]): Say[] {
  const dated = all.filter(isDated)
  const undated = all.filter((record) => !isDated(record))
  return [
    say(`${obligations} nhiệm vụ.`, 'strong'),
    ...(dated.length ? saySlots(dated, 'trong năm') : []),
    ...sayUndated(undated),
  ]
}

const sayExtras = (count: number): Say[] =>
  count ? [say(`Ngoài kế hoạch có thêm ${count} việc.`, 'plain', '/nhat-ky')] : []

function yearPager(year: number, thisYear: number): Pager {
  const step = (to: number) => ({ href: yearPath(to), words: `Năm ${to}`, short: String(to) })
  return {
    heading: `Năm ${year}`,
    sub: 'nhiệm vụ theo tháng',
    previous: step(year - 1),
    next: step(year + 1),
    current: year === thisYear ? null : { href: yearPath(thisYear), words: 'Năm nay' },
  }
}

function rowsOf(plan: Plan, obligation: Obligation, own: Reading[], year: number): YearRow[] {
  const originals = own.filter(({ slot }) => slot.airing === 'new')
  const reruns = own.filter(({ slot }) => slot.airing === 'rerun')
  const row = {
    href: obligationPath(plan.id, obligation.id),
    clause: obligation.clause,
    title: obligation.title,
  }
  const rows = [
    {
      ...row,
      of: null,
      cells: cellsOf(obligation, originals, year),
      total: total(obligation, originals, 'new'),
    },
  ]
  if (!reruns.length) return rows
  const cells = cellsOf(obligation, reruns, year)
  return [...rows, { ...row, of: 'phát lại', cells, total: total(obligation, reruns, 'rerun') }]
}

function total({ cadence }: Obligation, records: Reading[], airing: 'new' | 'rerun'): string {
  const { scheduled, done } = countSlots(records)
  const declared = declaredTotal(cadence, airing) ?? scheduled
  return declared ? `${done}/${declared}` : ''
}

function cellsOf({ cadence }: Obligation, records: Reading[], year: number): YearCell[] {
  if (cadence.kind === 'continuous') return [always('thường xuyên')]
  if (cadence.kind === 'event-offset' && !records.length) return [always('khi có sự kiện')]
  const undated = records.filter(({ slot }) => slot.window !== null)
  if (undated.length) return withGaps(spanCells(undated, year))
  // What was moved here from another year counts in that one.
  const ofYear = records.filter(({ slot }) => yearOf(plannedDay(slot)) === year)
  const monthsOf = Map.groupBy(ofYear, ({ slot }) => monthOf(plannedDay(slot)))
  return MONTHS.map((month) => monthCell(monthsOf.get(month) ?? [], month))
}

const always = (text: string): YearCell => ({ month: 1, span: 12, text, words: text, look: 'always' })

/** One cell for the slots of one window. */
function spanCells(records: Reading[], year: number): YearCell[] {
  const same = Map.groupBy(records, ({ slot }) => `${slot.window?.from} ${slot.window?.to}`)
  return [...same.values()].map((group) => spanCell(group, year)).sort((a, b) => a.month - b.month)
}

function withGaps(cells: YearCell[]): YearCell[] {
  const covered = new Set(cells.flatMap(({ month, span }) => MONTHS.slice(month - 1, month - 1 + span)))
  const gaps = MONTHS.filter((month) => !covered.has(month)).map(
    (month): YearCell => ({ month, span: 1, text: '', words: '', look: 'none' }),
  )
  return [...cells, ...gaps].sort((a, b) => a.month - b.month)
}
