/** What an officer should know before adopting a plan (soát kế hoạch): nothing is corrected silently. */
import type { CadenceOf } from '../cadence.ts'
import type { ReportPeriods } from '../period.ts'
import type { Obligation, Plan } from '../plan.ts'
import { planRange, rateRange } from '../plan-range.ts'
import { parseRule } from '../rule.ts'
import { awaitsEvent, declaredTotal, expand, type Slot } from '../slot.ts'
import { foldTone, tidy } from '../text.ts'
import {
  addDays,
  contains,
  daysBetween,
  type LocalDate,
  monthOf,
  weekdayOf,
  yearMonthOf,
  yearOf,
} from '../wall-clock.ts'
import { listed, rruleWords } from '../words/rrule-words.ts'
import { REPORT_NAMES } from '../words/rule-words.ts'
import { dayInWords, rangeInWords } from '../words/words.ts'
import { AIR_CODES, type Air, airWarnings, NO_AIR } from './lint-air.ts'
import { missingDays } from './missing-days.ts'
import { dayName, isDayOff, lastWorkingDay, type WorkCalendar } from './work-calendar.ts'

const OBLIGATION_CODES = [
  'declared-mismatch',
  'infeasible-total',
  'anchor-outside-window',
  'deadline-on-day-off',
  'day-missing-in-month',
  'rerun-outside-month',
  'silent-day',
  'ambiguous-cadence',
  'missing-lead',
] as const
export const WARNING_CODES = [...OBLIGATION_CODES, ...AIR_CODES] as const
export type WarningCode = (typeof WARNING_CODES)[number]
export type Warning = { code: WarningCode; obligationId: string; message: string }

/** Slots that the plan still allows: those planned on or after its in-force date. */
export const feasibleCount = (slots: readonly Slot[]): number => slots.filter((slot) => slot.inForce).length

type Check = (plan: Plan, obligation: Obligation, slots: Slot[], calendar: WorkCalendar) => string[]

const CHECKS: Record<(typeof OBLIGATION_CODES)[number], Check> = {
  'declared-mismatch': declaredMismatch,
  'infeasible-total': infeasibleTotal,
  'anchor-outside-window': anchorOutsideWindow,
  'deadline-on-day-off': deadlineOnDayOff,
  'day-missing-in-month': dayMissingInMonth,
  'rerun-outside-month': rerunOutsideMonth,
  'silent-day': silentDay,
  'ambiguous-cadence': ambiguousCadence,
  'missing-lead': missingLead,
}

/** All warnings of a plan, in the order of its obligations. `air` is what the unit has on air beside it. */
export function lint(...asked: Parameters<typeof linting>): Warning[] {
  const steps = linting(...asked)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same, with a pause wherever others may have their turn: a plan has up to ten thousand slots. */
export function* linting(
  plan: Plan,
  periods: ReportPeriods,
  calendar: WorkCalendar,
  air: Air = NO_AIR,
): Generator<void, Warning[]> {
  const all = expand(plan, periods)
  const slotsOf = Map.groupBy(all, ({ obligationId }) => obligationId)
  yield
  const heard = Map.groupBy(yield* airWarnings(plan, all, air), ({ obligationId }) => obligationId)
  const warnings: Warning[][] = []
  for (const [i, obligation] of plan.obligations.entries()) {
    if (i % AT_ONCE === 0) yield
    const slots = slotsOf.get(obligation.id) ?? []
    const own = OBLIGATION_CODES.flatMap((code) =>
      CHECKS[code](plan, obligation, slots, calendar).map((message) => ({
        code,
        obligationId: obligation.id,
        message,
      })),
    )
    warnings.push(own, heard.get(obligation.id) ?? [])
  }
  return warnings.flat()
}

/** So many obligations take some ten milliseconds to check. */
const AT_ONCE = 200

const originals = (slots: Slot[]): Slot[] => slots.filter((slot) => slot.airing === 'new')

function declaredMismatch(_plan: Plan, obligation: Obligation, slots: Slot[]): string[] {
  const declared = declaredTotal(obligation.cadence)
  const scheduled = originals(slots).length
  if (declared === null || declared === scheduled || awaitsEvent(obligation.cadence)) return []
  return [
    `Kế hoạch ghi ${declared} số nhưng lịch tạo ra ${scheduled} kỳ (chênh ${Math.abs(declared - scheduled)}). Chỉ tiêu vẫn là ${declared}; hãy chỉnh quy tắc lặp hoặc ghi rõ cách hiểu.`,
  ]
}

function infeasibleTotal(plan: Plan, obligation: Obligation, slots: Slot[]): string[] {
  const declared = declaredTotal(obligation.cadence)
  const feasible = feasibleCount(originals(slots))
  if (declared === null || feasible >= declared || awaitsEvent(obligation.cadence)) return []
  return [
    `Kế hoạch ghi ${declared} số, nhưng từ ngày có hiệu lực ${dayInWords(plan.inForceFrom)} chỉ còn ${feasible} kỳ: không thể đủ nếu không phát bù hoặc điều chỉnh chỉ tiêu.`,
  ]
}

function anchorOutsideWindow(plan: Plan, { cadence }: Obligation): string[] {
  if (cadence.anchor === null) return []
  const window = ('window' in cadence && cadence.window) || planRange(plan)
  const range = { from: window.from ?? planRange(plan).from, to: window.to }
  if (contains(range, cadence.anchor)) return []
  return [
    `Mốc ${dayInWords(cadence.anchor)} nằm ngoài thời gian kế hoạch giao (${rangeInWords(range)}). Giữ nguyên theo kế hoạch; đơn vị chọn làm trong thời gian giao hoặc xin điều chỉnh.`,
  ]
}

function deadlineOnDayOff(
  _plan: Plan,
  { cadence }: Obligation,
  slots: Slot[],
  calendar: WorkCalendar,
): string[] {
  if (cadence.kind !== 'deadline' && cadence.kind !== 'report') return []
  const deadlines = new Set(slots.flatMap(({ window }) => window?.to ?? []))
  return [...deadlines]
    .filter((to) => isDayOff(calendar, to))
    .map((to) => {
      const reason = dayName(calendar, to)
      const day = dayInWords(to) + (reason ? ` (${reason})` : '')
      const last = lastWorkingDay(calendar, to)
      return `Hạn chót ${day} là ngày nghỉ; ngày làm việc cuối cùng trước hạn là ${dayInWords(last)}${undecidedWords(calendar, last, to)}.`
    })
}

/** Where the state has still to decide on a day in between, the working day before it may be another. */
function undecidedWords(calendar: WorkCalendar, last: LocalDate, to: LocalDate): string {
  const between = Array.from({ length: daysBetween(last, to) }, (_, i) => addDays(to, -i))
  return between.some((day) => calendar.get(day)?.provisional)
    ? ' (tạm tính, lịch nghỉ năm ấy chưa công bố)'
    : ''
}

function dayMissingInMonth(plan: Plan, { cadence }: Obligation): string[] {
  if (cadence.kind !== 'rate') return []
  return missingDays(cadence.rrule, rateRange(plan, cadence.window), cadence.start).map(({ day, months }) => {
    const name = rruleWords(`FREQ=MONTHLY;${day}`, '', null).on
    const without = listed(months.map((month) => monthName(month, plan.year)))
    return `Tháng ${without} không có ${name}, nên không có kỳ nào vào ngày ấy. ${INSTEAD[day.startsWith('BYDAY') ? 'weekday' : 'date']}`
  })
}

const INSTEAD = {
  date: 'Nên dùng ngày 28 trở về trước hoặc ngày cuối tháng (BYMONTHDAY=-1).',
  weekday: 'Nên dùng tuần thứ tư hoặc tuần cuối của tháng (BYDAY=4… hoặc -1…).',
}

const monthName = (month: string, year: number): string =>
  yearOf(month) === year ? String(monthOf(month)) : `${monthOf(month)}/${yearOf(month)}`

/** A rerun in the next month is one too few in this and one too many in that; one in the next year is nobody's. */
function rerunOutsideMonth(plan: Plan, { cadence }: Obligation, slots: Slot[]): string[] {
  if (cadence.kind !== 'rate') return []
  const { to } = planRange(plan)
  const monthly = parseRule(cadence.rrule).get('FREQ') === 'MONTHLY'
  const months = new Map(originals(slots).map(({ id, date }) => [id, yearMonthOf(date as string)]))
  const leaves = ({ of, date }: Slot): boolean =>
    of !== null && ((date as string) > to || (monthly && yearMonthOf(date as string) !== months.get(of)))
  const outside = slots.filter(leaves)
  const first = outside[0]?.date
  if (!first) return []
  return [
    `${outside.length} lượt phát lại rơi sang tháng khác hoặc năm khác với số phát mới (sớm nhất ${dayInWords(first)}). Khung vẫn giữ; muốn phát lại trong cùng kỳ thì chọn ngày phát mới sớm hơn hoặc sửa afterDays.`,
  ]
}

function silentDay({ silentDays }: Plan, { channels }: Obligation, slots: Slot[]): string[] {
  if (!silentDays.length || !channels.includes('loudspeaker')) return []
  const silent = slots.filter(({ date }) => date !== null && silentDays.includes(weekdayOf(date)))
  const first = silent[0]?.date
  if (!first) return []
  return [
    `${silent.length} khung phát rơi vào ngày đài không phát (sớm nhất ${dayInWords(first)}). Khung phát vẫn giữ; hãy dời hoặc chọn ngày khác.`,
  ]
}

// Words of real plans that two readers count differently (domain notes, wording variants 2 and 5).
const TWO_QUARTERS = /qu[ýí] +[ivx]+ *(,|và) *[ivx]+/u
const RERUNS_A_MONTH = /phát lại +\d+.* lần *\/ *tháng/u

function ambiguousCadence(_plan: Plan, obligation: Obligation, slots: Slot[]): string[] {
  const quote = foldTone(tidy(obligation.quote))
  if (TWO_QUARTERS.test(quote) && slots.length === 1)
    return [
      'Kế hoạch ghi nhiều quý: đang hiểu là một lần trong cả khoảng, không phải mỗi quý một lần. Nếu phải làm mỗi quý một lần, hãy sửa số lần của nhiệm vụ này.',
    ]
  const undated = reportsWithoutDay(obligation, slots)
  if (undated.length) return undated
  const cadence = obligation.cadence as CadenceOf<'rate'>
  if (RERUNS_A_MONTH.test(quote) && cadence.reruns)
    return [
      `Kế hoạch ghi "phát lại … lần/tháng": đang hiểu là phát thêm ${cadence.reruns.times} lần sau số phát mới, chưa tính lần phát mới.`,
    ]
  return []
}

/** No rule of the state says by when: such a report's window is the day on which its figures are closed. */
function reportsWithoutDay({ cadence }: Obligation, slots: Slot[]): string[] {
  if (cadence.kind !== 'report' || cadence.dueDay !== null) return []
  return cadence.periods.flatMap((kind, i) => {
    const window = slots[i]?.window
    if (!window || window.from < window.to) return []
    return [
      `Báo cáo ${REPORT_NAMES[kind]} không có hạn gửi chung: đang lấy ngày chốt số liệu, ${dayInWords(window.to)}. Hãy ghi hạn của tỉnh (dueDay).`,
    ]
  })
}

function missingLead(_plan: Plan, { lead }: Obligation): string[] {
  return lead === null ? ['Kế hoạch không nêu cơ quan chủ trì nhiệm vụ này.'] : []
}
