/** One word for a row of the count: how the duty stands as of a day. */
import type { Cadence, CadenceOf } from './cadence.ts'
import type { Counts } from './compliance.ts'
import type { Fact } from './fact.ts'
import {
  addDays,
  type DateRange,
  type LocalDate,
  lastDayOfMonth,
  localDateOf,
  monthOf,
  yearOf,
} from './wall-clock.ts'

export const VERDICTS = [
  'met',
  'on-track',
  'behind',
  'not-met',
  'needs-confirmation',
  'no-target',
  'not-triggered',
] as const
export type Verdict = (typeof VERDICTS)[number]

type Question = {
  cadence: Cadence
  /** What the period is held against. */
  target: number | null
  counts: Counts
  /** All its slots wait for their condition. */
  waiting: boolean
  logged: readonly Fact[]
  period: DateRange
  asOf: LocalDate
}

export function verdictOf(question: Question): Verdict {
  const { cadence, target, counts, waiting } = question
  if (waiting || (cadence.kind === 'event-offset' && cadence.trigger === null)) return 'not-triggered'
  if (cadence.kind === 'continuous') return continuousVerdict(question, cadence)
  if (target !== null) return totalVerdict(question, target)
  if (cadence.kind === 'rate' || cadence.kind === 'event-offset') return 'no-target'
  return counts.scheduled === 0 ? 'no-target' : onceVerdict(counts)
}

/** A declared total is the duty, whatever the rule generates. */
function totalVerdict({ counts, period, asOf }: Question, target: number): Verdict {
  const { done, remaining, unconfirmed } = counts
  if (done >= target) return 'met'
  if (done + remaining >= target) return 'on-track'
  if (done + remaining + unconfirmed >= target) return 'needs-confirmation'
  // While the period runs, or while somebody can still answer, a make-up may change it.
  return asOf < period.to || unconfirmed > 0 ? 'behind' : 'not-met'
}

/** A window, a deadline, a report, a measure: done in its time, or not. */
function onceVerdict({
  late,
  madeUp,
  missed,
  short,
  excused,
  unconfirmed,
  remaining,
  onTime,
}: Counts): Verdict {
  if (late + madeUp + missed + short + excused > 0) return 'not-met'
  if (unconfirmed > 0) return 'needs-confirmation'
  if (remaining > 0) return 'on-track'
  return onTime > 0 ? 'met' : 'no-target'
}

/** Without a minimum of the unit's own, a continuous duty has nothing to be measured against. */
function continuousVerdict(
  { logged, period, asOf }: Question,
  { minimum }: CadenceOf<'continuous'>,
): Verdict {
  if (!minimum) return 'no-target'
  const spans = wholeSpans(period, asOf, minimum.per === 'month' ? 1 : 3)
  const days = logged.map((fact) => localDateOf(fact.at))
  const kept = spans.every(
    ({ from, to }) => days.filter((day) => from <= day && day <= to).length >= minimum.count,
  )
  if (!kept) return asOf < period.to ? 'behind' : 'not-met'
  return asOf < period.to ? 'on-track' : 'met'
}

/** The calendar months or quarters of a period that are over as of a day. */
function wholeSpans(period: DateRange, asOf: LocalDate, months: 1 | 3): DateRange[] {
  const spans: DateRange[] = []
  for (let from = period.from; from <= period.to; ) {
    const last = Math.ceil(monthOf(from) / months) * months
    const to = lastDayOfMonth(yearOf(from), last)
    if (to <= asOf && to <= period.to) spans.push({ from, to })
    from = addDays(to, 1)
  }
  return spans
}
