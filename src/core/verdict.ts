/** One word for a row of the count: how the obligation stands as of a day. */
import type { Cadence, CadenceOf } from './cadence.ts'
import type { Counts } from './counts.ts'
import type { Fact } from './fact.ts'
import { awaitsEvent } from './slot.ts'
import {
  addDays,
  contains,
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
  /** The days of the period on which a continuous obligation is expected. */
  asked: DateRange
  asOf: LocalDate
}

export function verdictOf(question: Question): Verdict {
  const { cadence, target, counts, waiting } = question
  if (waiting || awaitsEvent(cadence)) return 'not-triggered'
  if (cadence.kind === 'continuous') return continuousVerdict(question, cadence)
  if (target !== null) return totalVerdict(question, target)
  if (cadence.kind === 'rate' || cadence.kind === 'event-offset') return 'no-target'
  return counts.scheduled === 0 ? 'no-target' : onceVerdict(counts)
}

/** A declared total is the obligation, whatever the rule generates. */
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

/** Without a minimum of the unit's own, a continuous obligation has nothing to be measured against. */
function continuousVerdict({ logged, asked, asOf }: Question, { minimum }: CadenceOf<'continuous'>): Verdict {
  if (!minimum) return 'no-target'
  const spans = wholeSpans(asked, asOf, minimum.per === 'month' ? 1 : 3)
  const days = logged.map((fact) => localDateOf(fact.at))
  const kept = spans.every((span) => days.filter((day) => contains(span, day)).length >= minimum.count)
  const over = asOf >= asked.to
  if (!kept) return over ? 'not-met' : 'behind'
  if (!over) return 'on-track'
  return spans.length ? 'met' : 'no-target'
}

/** The calendar months or quarters that lie wholly in a span and are over as of a day. */
function wholeSpans({ from, to }: DateRange, asOf: LocalDate, months: 1 | 3): DateRange[] {
  const spans: DateRange[] = []
  for (let day = from; day <= to; ) {
    const last = Math.ceil(monthOf(day) / months) * months
    const end = lastDayOfMonth(yearOf(day), last)
    const isWhole = day.endsWith('-01') && monthOf(day) === last - months + 1
    if (isWhole && end <= asOf && end <= to) spans.push({ from: day, to: end })
    day = addDays(end, 1)
  }
  return spans
}
