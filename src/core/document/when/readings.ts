/** What a phrase makes of an obligation: the kinds in the order in which one outdoes the other. */
import { addDays, daysBetween } from '../../wall-clock.ts'
import { continuous, continuousBesideRhythm, wholeYear } from './continuous-reading.ts'
import { around, deadline, severalDates, textOfAll, unresolved, window } from './date-readings.ts'
import { doubt, twoDates, twoReadings } from './doubts.ts'
import { eventOffset } from './event-reading.ts'
import { limit } from './limits.ts'
import type { Moment } from './moments.ts'
import { type Parts, planRange } from './parts.ts'
import { rateOf } from './rates.ts'
import { report } from './report-reading.ts'
import type { When } from './when.ts'

/** A later kind is asked only when no earlier one answers. */
const READINGS: ((parts: Parts) => When | null)[] = [
  unresolved,
  around,
  eventOffset,
  limit,
  report,
  measure,
  continuousBesideRhythm,
  rate,
  nthWeekdayInStretch,
  severalDates,
  continuous,
  wholeYear,
  deadline,
  window,
  weekly,
  lengthOrHours,
  external,
]

export function readingOf(parts: Parts): When {
  for (const read of READINGS) {
    const when = read(parts)
    if (when) return when
  }
  return { kind: 'unknown', doubt: [twoReadings(parts.periodically ? 'vague' : 'unreadable')] }
}

function measure(parts: Parts): When | null {
  const [first, ...more] = parts.measures
  if (!first) return null
  const moment = parts.moments.at(-1)
  const { value, unit, strict } = first
  const year =
    parts.inTheYear || parts.wholeYear !== null || parts.continuous !== null ? planRange(parts) : null
  const by = moment ? lastDay(moment) : (year?.to ?? null)
  return {
    kind: 'measure',
    target: { value, unit, by, ...(strict && { strict: true as const }) },
    ...(moment?.about && { about: true as const }),
    ...(parts.continuous !== null && { also: { kind: 'continuous' } }),
    doubt: [
      ...(more.length ? [twoReadings('parts')] : []),
      ...(parts.moments.length > 1 ? [twoDates('twoDates', textOfAll(parts.moments))] : []),
      ...(parts.continuous !== null ? [twoReadings('both')] : []),
      ...(by === null ? [twoReadings('noDay')] : []),
    ],
  }
}

const lastDay = ({ relation, range }: Moment): string => {
  if (relation === 'before') return addDays(range.from, -1)
  return relation === 'from' ? range.from : range.to
}

/** "phát mới 01 lần, phát lại 02 lần/tuần": the reruns' period is that of both. */
function withPeriodOfReruns(parts: Parts): Parts {
  const [rerun] = parts.reruns
  const [time, ...more] = parts.times
  if (parts.counts.length || !rerun?.period || !time || more.length) return parts
  return {
    ...parts,
    times: [],
    counts: [{ ...time, period: rerun.period, interval: 1, implied: false, text: '' }],
  }
}

/** "12 kỳ, mỗi tháng 1 kỳ": what is counted without a period is the total of the same. */
function withTotal(parts: Parts): Parts {
  const [time, ...more] = parts.times
  const [count] = parts.counts
  if (
    !time ||
    more.length ||
    !count ||
    parts.totals.length ||
    (count.unit !== null && time.unit !== count.unit)
  )
    return parts
  return time.n > count.n ? { ...parts, times: [], totals: [{ n: time.n, unit: time.unit }] } : parts
}

function rate(said: Parts): When | null {
  const parts = withTotal(withPeriodOfReruns(said))
  return parts.counts.some(({ atMost }) => !atMost) ? rateOf(parts) : null
}

/** "thứ Sáu cuối cùng của tháng, từ tháng 3 đến tháng 11": in each month of it. */
function nthWeekdayInStretch(parts: Parts): When | null {
  const isLong = parts.moments.every(({ range: { from, to } }) => daysBetween(from, to) > A_MONTH)
  return isNthWeekday(parts) && parts.moments.length > 0 && isLong ? rateOf(parts, 'month') : null
}

const A_MONTH = 31

const isNthWeekday = ({ weekdays, weeksOfMonth }: Parts): boolean =>
  weekdays.length > 0 && (weeksOfMonth?.length ?? 0) > 0

/** "vào thứ Sáu": weekly is how it is meant, not what it says. */
function weekly(parts: Parts): When | null {
  if (isNthWeekday(parts)) return rateOf(parts, 'month')
  const monthly = parts.days.length > 0 || parts.weeksOfMonth !== null
  if (!parts.weekdays.length && !monthly) return null
  return { ...rateOf(parts, monthly ? 'month' : 'week'), doubt: [twoReadings('noRhythm')] }
}

function lengthOrHours(parts: Parts): When | null {
  const { bands, hours } = parts
  const [length] = parts.lengths
  // "30 phút/ngày" is heard each day, or only how long it is.
  if (length?.period && !parts.saysLength)
    return { ...rateOf(parts, length.period), doubt: [twoReadings('lengthOrRate')] }
  if (length) return { kind: 'minutes', minutes: length.minutes }
  if (bands.length) return { kind: 'bands', bands }
  if (hours.length) return { kind: 'bands', at: hours, doubt: [twoReadings('noRhythm')] }
  const bounds = parts.hourBounds.map(({ text }) => twoReadings('hourBound', text))
  return bounds.length ? { kind: 'unknown', doubt: bounds } : null
}

function external({ triggers, references, feasts, ifAny, times }: Parts): When | null {
  const said = [...triggers, ...references, ...feasts].map((text) => doubt('external-trigger', text))
  if (!said.length && !ifAny.length) return null
  return {
    kind: 'unknown',
    ...(times[0] && { n: times[0].n, unit: times[0].unit }),
    ...((triggers.length || ifAny.length) && { conditional: true as const }),
    doubt: said,
  }
}
