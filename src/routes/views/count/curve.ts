/** The year of the counted obligations as two rising lines: planned, and done. */
import type { YearCount } from '../../../actions/year-count.ts'
import { type Curve, curveOf, type Step } from '../../../core/count/curve.ts'
import { contains, type DateRange, daysBetween, type LocalDate } from '../../../core/wall-clock.ts'
import { figure } from '../../../core/words/figures.ts'
import { documentDay } from '../../../core/words/words.ts'
import type { CurveView } from '../../../templates/count-views.ts'

/** The drawing's box; lines stay inside its margins. */
const BOX = { width: 480, height: 240, left: 44, right: 12, top: 14, bottom: 28 }

/** Null where nothing is counted. */
export function curveView({ count, counts, months }: YearCount): CurveView | null {
  const counted = counts.filter(({ row }) => row.target !== null)
  const target = counted.reduce((sum, { row }) => sum + (row.target ?? 0), 0)
  const curve = curveOf(counted.flatMap(({ slots }) => slots))
  const top = Math.max(target, last(curve.planned), last(curve.done))
  if (top === 0) return null
  const { period, asOf } = count
  const x = (day: LocalDate) => xOf(day, period)
  const y = (value: number) =>
    round(BOX.height - BOX.bottom - (value / top) * (BOX.height - BOX.bottom - BOX.top))
  const end = asOf < period.to ? asOf : period.to
  return {
    words: `Đến ${documentDay(end)} đã thực hiện ${figure(last(curve.done))}, theo lịch ${figure(at(curve.planned, end))}, chỉ tiêu cả năm ${figure(target)}.`,
    planned: pathOf(curve.planned, period.to, x, y),
    done: end < period.from ? '' : pathOf(curve.done, end, x, y),
    target: target ? { y: y(target), words: `chỉ tiêu ${figure(target)}` } : null,
    today: contains(period, asOf) ? x(asOf) : null,
    ticks: months.map(({ month, period: { from } }) => ({ x: x(from), words: String(month) })),
    levels: levelsOf(top).map((value) => ({ y: y(value), words: figure(value) })),
    table: tableOf(months, curve, end),
  }
}

const round = (value: number): number => Math.round(value * 10) / 10
const last = (steps: Step[]): number => steps.at(-1)?.count ?? 0
const at = (steps: Step[], day: LocalDate): number => steps.findLast(({ date }) => date <= day)?.count ?? 0

/** What was done before the year began, or after it ended, lies on its edge. */
function xOf(day: LocalDate, { from, to }: DateRange): number {
  const share = daysBetween(from, day) / (daysBetween(from, to) + 1)
  const inside = Math.min(1, Math.max(0, share))
  return round(BOX.left + inside * (BOX.width - BOX.left - BOX.right))
}

type Scale<T> = (value: T) => number

/** Level until a day, then up. */
function pathOf(steps: Step[], end: LocalDate, x: Scale<LocalDate>, y: Scale<number>): string {
  const shown = steps.filter(({ date }) => date <= end)
  const rises = shown.map(({ date, count }) => `H${x(date)}V${y(count)}`)
  return `M${BOX.left} ${y(0)}${rises.join('')}H${x(end)}`
}

/** A few round numbers up to the top. */
function levelsOf(top: number): number[] {
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000].find((one) => top / one <= 4) ?? top
  return Array.from({ length: Math.floor(top / step) + 1 }, (_, i) => i * step)
}

const tableOf = (months: YearCount['months'], curve: Curve, end: LocalDate): CurveView['table'] =>
  months.map(({ month, period: { from, to } }) => ({
    month: `Tháng ${month}`,
    planned: figure(at(curve.planned, to)),
    done: from > end ? '–' : figure(at(curve.done, to)),
  }))
