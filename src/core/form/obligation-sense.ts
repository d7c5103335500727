/** What an obligation in a form comes to: one sentence, the days of its year, and what to mind. */
import type { ReportPeriods } from '../period.ts'
import { linting, type Warning } from '../plan/lint.ts'
import { type Air, NO_AIR } from '../plan/lint-air.ts'
import { isDayOff, type WorkCalendar } from '../plan/work-calendar.ts'
import type { Obligation, Plan } from '../plan.ts'
import { type Airing, expand, expandObligation, type Slot } from '../slot.ts'
import { airtimeOf, clashes } from '../station/airtime.ts'
import { capital } from '../text.ts'
import { type LocalDate, monthOf, yearMonthOf, yearOf } from '../wall-clock.ts'
import { countedNoun, ruleWords } from '../words/rule-words.ts'
import { dayInWords } from '../words/words.ts'

export type SenseDay = {
  date: LocalDate
  airing: Airing
  /** Something else is on air then. */
  clash: boolean
  inForce: boolean
  dayOff: boolean
}

export type ObligationSense = {
  sentence: string
  /** By months; empty for what has no days of its own. */
  months: { month: number; year: number; days: SenseDay[] }[]
  warnings: Warning[]
}

/** Pauses where others may have their turn: what to mind depends on the whole plan, and on all that is on air beside it. */
export function* senseOf(
  plan: Plan,
  obligation: Obligation,
  { periods, work }: { periods: ReportPeriods; work: WorkCalendar },
  air: Air = NO_AIR,
): Generator<void, ObligationSense> {
  const slots = expandObligation(plan, obligation, periods)
  const busy = busySlots(plan, slots, periods, air)
  yield
  const days = slots.flatMap(({ id, date, airing, inForce }): SenseDay[] =>
    date === null ? [] : [{ date, airing, clash: busy.has(id), inForce, dayOff: isDayOff(work, date) }],
  )
  const months = Map.groupBy(
    days.sort((a, b) => (a.date < b.date ? -1 : 1)),
    ({ date }) => yearMonthOf(date),
  )
  const warnings = yield* linting(plan, periods, work, air)
  return {
    sentence: sentenceOf(obligation, slots),
    months: [...months].map(([month, days]) => ({ month: monthOf(month), year: yearOf(month), days })),
    warnings: warnings.filter(({ obligationId }) => obligationId === obligation.id),
  }
}

/** Those of the obligation's slots that are heard together with something else. */
function busySlots(
  plan: Plan,
  own: readonly Slot[],
  periods: ReportPeriods,
  { stations, taken }: Air,
): Set<string> {
  const dates = new Set(own.map(({ date }) => date))
  const others = taken.filter(({ planId, date }) => planId !== plan.id && dates.has(date))
  const all = airtimeOf(plan, expand(plan, periods), stations).filter(({ date }) => dates.has(date))
  const met = clashes([...all, ...others]).flatMap(({ first, second }) => [first.slotId, second.slotId])
  return new Set(met)
}

/** `Cứ 2 tuần một số, thứ Hai 05:30, 15 phút: 26 số, từ thứ Hai 6/1/2025 đến thứ Hai 22/12/2025. Phát lại 78 lượt.` */
function sentenceOf({ cadence, quote }: Obligation, slots: readonly Slot[]): string {
  const noun = countedNoun(quote)
  const rule = capital(ruleWords(cadence, noun))
  const dates = slots.flatMap(({ date, airing }) => (date !== null && airing === 'new' ? [date] : [])).sort()
  const [first, last] = [dates[0], dates.at(-1)]
  if (first === undefined || last === undefined) return `${rule}.${WITHOUT_DAYS[cadence.kind] ?? ''}`
  const reruns = slots.length - dates.length
  const span = dates.length > 1 ? `từ ${dayInWords(first)} đến ${dayInWords(last)}` : dayInWords(first)
  return `${rule}: ${dates.length} ${noun}, ${span}.${reruns ? ` Phát lại ${reruns} lượt.` : ''}`
}

const WITHOUT_DAYS: Partial<Record<Obligation['cadence']['kind'], string>> = {
  continuous: ' Ghi mỗi lần làm, không tính tỷ lệ.',
  'event-offset': ' Chưa có ngày thì chưa tính.',
}
