/** What a phrase makes of a duty: the kinds in the order in which one outdoes the other. */
import { addDays } from '../../wall-clock.ts'
import { doubt, twoDates, twoReadings } from './doubts.ts'
import { limit } from './limits.ts'
import { isWholeYear, type Moment } from './moments.ts'
import { type Parts, planRange } from './parts.ts'
import { rateOf } from './rates.ts'
import { report } from './report-reading.ts'
import type { When, WhenDoubt } from './when.ts'

type Reading = (parts: Parts) => When | null

/** A later kind is asked only when no earlier one answers. */
const READINGS: Reading[] = [
  unresolved,
  eventOffset,
  limit,
  report,
  measure,
  continuousBesideRate,
  rate,
  severalDates,
  continuous,
  deadline,
  window,
  wholeYear,
  weekly,
  lengthOrHours,
  external,
  unknown,
]

export function readingOf(parts: Parts): When {
  for (const read of READINGS) {
    const when = read(parts)
    if (when) return when
  }
  return { kind: 'unknown' }
}

function unresolved({ unresolved: [first] }: Parts): When | null {
  if (!first) return null
  const said = first.why === 'backwards' ? twoDates('backwards', first.text) : doubt(first.why, first.text)
  return { kind: 'unknown', doubt: [said] }
}

function eventOffset(parts: Parts): When | null {
  const event = parts.events.find(({ days }) => days !== null) ?? parts.events[0]
  if (!event) return null
  const daily = parts.counts.find(({ period, interval }) => period === 'day' && interval === 1)
  const start = parts.moments.find(({ relation }) => relation === 'from')
  if (event.days !== null && start && daily) return null
  return {
    kind: 'event-offset',
    ...(event.n !== null && { n: event.n }),
    ...(event.days !== null && { days: event.days }),
    ...(daily && event.days !== null && { perDay: daily.n }),
    ...(event.afterDays !== null && { afterDays: event.afterDays }),
    ...(event.hours !== null && { hours: event.hours }),
    ...(event.workingDays && { workingDays: true as const }),
    ...(event.deadline && { deadline: true as const }),
    ...((event.atLeast || daily?.atLeast) && { atLeast: true as const }),
    ...lengthOf(parts),
    conditional: true,
    doubt: [
      ...(event.named ? [] : [doubt('external-trigger', 'kể từ ngày nào')]),
      ...(parts.moments.length ? [twoReadings('eitherWay', parts.moments[0]?.text)] : []),
    ],
  }
}

const lengthOf = ({ lengths: [first] }: Parts): Partial<When> => (first ? { minutes: first.minutes } : {})

function measure(parts: Parts): When | null {
  const [first, ...more] = parts.measures
  if (!first) return null
  const moment = parts.moments.at(-1)
  const by = moment
    ? lastDay(moment)
    : parts.inTheYear || parts.wholeYear
      ? (planRange(parts)?.to ?? null)
      : null
  const { value, unit, strict } = first
  return {
    kind: 'measure',
    target: { value, unit, by, ...(strict && { strict: true as const }) },
    ...(moment?.about && { about: true as const }),
    ...(parts.continuous !== null && { also: continuousOf(parts) }),
    doubt: [
      ...(more.length ? [twoReadings('parts')] : []),
      ...(parts.moments.length > 1 ? [twoDates('twoDates', textOfAll(parts.moments))] : []),
      ...(parts.continuous !== null ? [twoReadings('both')] : []),
    ],
  }
}

const textOfAll = (moments: Moment[]): string => moments.map(({ text }) => text).join('; ')

const lastDay = ({ relation, range }: Moment): string =>
  relation === 'before' ? addDays(range.from, -1) : relation === 'from' ? range.from : range.to

/** "Thường xuyên hằng tháng" states no count: both are said. */
function continuousBesideRate(parts: Parts): When | null {
  if (parts.continuous === null || !parts.counts.length || parts.counts.some(({ implied }) => !implied))
    return null
  return { ...continuousOf(parts), also: rateOf(parts), doubt: [twoReadings('both')] }
}

function rate(parts: Parts): When | null {
  return parts.counts.some(({ atMost }) => !atMost) ? rateOf(parts) : null
}

/** Two deadlines, two stretches apart, two counts with a stretch each: more than one duty. */
function severalDates({ moments, times, continuous: always }: Parts): When | null {
  if (moments.length < 2) return null
  const bounds = moments.filter(({ relation }) => relation === 'before' || relation === 'by')
  const spans = moments.filter(({ relation }) => relation === 'within')
  if (bounds.length > 1) {
    const befores = bounds.map((moment) =>
      moment.relation === 'before' ? moment.range.from : addDays(moment.range.to, 1),
    )
    return { kind: 'unknown', befores, doubt: [twoDates('twoDates', textOfAll(bounds))] }
  }
  if (spans.length > 1 && times.length > 1) return { kind: 'unknown', doubt: [twoReadings('parts')] }
  if (spans.length > 1 && always === null) {
    const [first, second] = spans.map(windowOf)
    return {
      ...first,
      kind: 'window',
      ...(second && { also: second }),
      doubt: [twoReadings('eitherWay', textOfAll(spans))],
    }
  }
  return null
}

const continuousOf = (parts: Parts): When => {
  const within = parts.moments.find(({ relation }) => relation === 'within')
  const window = within?.range ?? planRange(parts)
  return { kind: 'continuous', ...(window && { window }) }
}

function continuous(parts: Parts): When | null {
  const { moments, openEnd } = parts
  const [moment] = moments
  if (openEnd && moment)
    return {
      kind: 'continuous',
      window: { from: moment.range.from },
      openEnd: true,
      doubt: [twoReadings('startOnly', moment.text)],
    }
  if (parts.continuous === null) {
    const only = moments.length === 1 && moment?.relation === 'from' ? moment : null
    return (
      only && {
        kind: 'continuous',
        window: { from: only.range.from },
        openEnd: true,
        doubt: [twoReadings('startOnly', only.text)],
      }
    )
  }
  if (!moment)
    return { ...continuousOf(parts), doubt: parts.triggers.map((text) => doubt('external-trigger', text)) }
  if (moment.relation === 'from')
    return {
      kind: 'continuous',
      window: { from: moment.range.from, ...(planRange(parts) && { to: planRange(parts)?.to as string }) },
    }
  const whole = isWholeYear(moment.range) && moment.relation !== 'before' && !moment.finished
  if (
    whole ||
    (moment.relation === 'within' &&
      !moment.finished &&
      moment.from > parts.continuous &&
      moments.length === 1 &&
      !parts.finished)
  )
    return { kind: 'continuous', window: moment.range }
  if (moment.relation === 'until')
    return {
      kind: 'continuous',
      window: { ...(planRange(parts) && { from: planRange(parts)?.from as string }), to: moment.range.to },
    }
  const bound = boundOf(moment)
  const always: When = { kind: 'continuous', ...(planRange(parts) && { window: planRange(parts) ?? {} }) }
  const both = [twoReadings('both')]
  return moment.from < parts.continuous
    ? { ...bound, also: always, doubt: both }
    : { ...always, also: bound, doubt: both }
}

const boundOf = (moment: Moment): When =>
  moment.relation === 'before'
    ? { kind: 'deadline', before: moment.range.from }
    : { kind: 'deadline', window: { to: moment.range.to } }

function deadline(parts: Parts): When | null {
  const bound = parts.moments.find(
    ({ relation }) => relation === 'before' || relation === 'by' || relation === 'until',
  )
  const within = parts.moments.find(({ relation }) => relation === 'within')
  const due =
    bound ??
    (within && (parts.finished || within.finished || isEnd(within)) && within.join !== 'span'
      ? within
      : undefined)
  if (!due || parts.times.length) return null
  const start = parts.moments.find(({ relation }) => relation === 'from')
  return {
    ...boundOf(due),
    ...(start &&
      due.relation === 'before' && {
        window: { from: start.range.from, to: addDays(due.range.from, -1) },
        before: undefined,
      }),
    ...(start && due.relation !== 'before' && { window: { from: start.range.from, to: due.range.to } }),
    ...(due.about && { about: true as const }),
    doubt: [
      ...(due.relation === 'until' ? [twoReadings('endOnly', due.text)] : []),
      ...(bound && within ? [twoDates('twoDates', textOfAll(parts.moments))] : []),
    ],
  }
}

/** "cuối năm 2026", "cuối quý II" without more: by its end. */
const isEnd = ({ about, text }: Moment): boolean => about && /^(?:vào |trong )?cuối /.test(text)

export function windowOf(moment: Moment): When {
  const { range, list, grain } = moment
  const apart =
    list.length > 1 && list.some(({ from }, i) => i > 0 && from !== addDays(list[i - 1]?.to ?? from, 1))
  const months = list.flatMap(({ from, to }) => monthsOf(from, to))
  const wholeMonths = grain === 'month' || grain === 'quarter'
  return {
    kind: 'window',
    window: range,
    ...(list.length > 1 && apart && wholeMonths && { months }),
    ...(list.length > 1 && apart && grain === 'month' && { times: list.length }),
    ...(list.length > 1 && grain === 'day' && { days: list.map(({ from }) => from) }),
    ...(list.length > 1 && grain === 'day' && apart && { times: list.length }),
    ...(moment.about && { about: true as const }),
    doubt: windowDoubts(moment, apart),
  }
}

function windowDoubts({ list, grain, join, about, text, relation }: Moment, apart: boolean): WhenDoubt[] {
  const each = list.length > 1 && (grain === 'quarter' || (grain === 'month' && !apart))
  return [
    ...(each ? [twoReadings('oneOrEach', text)] : []),
    ...(join === 'choice' || relation === 'after' ? [twoReadings('eitherWay', text)] : []),
    ...(about ? [twoReadings('chosenBounds', text)] : []),
  ]
}

const monthsOf = (from: string, to: string): number[] => {
  const [first, last] = [Number(from.slice(5, 7)), Number(to.slice(5, 7))]
  return Array.from({ length: Math.max(last - first, 0) + 1 }, (_, i) => first + i)
}

function window(parts: Parts): When | null {
  const moment = parts.moments.find(({ relation }) => relation === 'within' || relation === 'after')
  const bounds = moment ? windowOf(moment) : null
  const year = planRange(parts)
  const elsewhere = parts.triggers.length + parts.feasts.length > 0
  const inYear = parts.inTheYear && year && !elsewhere ? ({ kind: 'window', window: year } as When) : null
  const base = bounds ?? inYear
  if (!base) return null
  if (moment?.relation === 'after' && year)
    return { ...base, window: { from: addDays(moment.range.to, 1), to: year.to } }
  return { ...base, ...timesOf(parts) }
}

function timesOf({ times }: Parts): Partial<When> {
  const [first, ...more] = times.filter(({ atMost }) => !atMost)
  if (!first) return {}
  return {
    times: first.n,
    unit: first.unit,
    ...(first.max !== null && { max: first.max }),
    ...(first.atLeast && { atLeast: true as const }),
    ...(first.about && { about: true as const }),
    ...(more.length && { doubt: [twoReadings('parts')] }),
  }
}

function wholeYear(parts: Parts): When | null {
  return parts.wholeYear === null
    ? null
    : { ...continuousOf(parts), doubt: [twoReadings('wholeYear', parts.wholeYear)] }
}

/** "vào thứ Sáu": weekly is how it is meant, not what it says. */
function weekly(parts: Parts): When | null {
  if (!parts.weekdays.length && !parts.days.length && parts.weekOfMonth === null) return null
  const monthly = parts.days.length > 0 || parts.weekOfMonth !== null
  return { ...rateOf(parts, monthly ? 'month' : 'week'), doubt: [twoReadings('noRhythm')] }
}

function lengthOrHours(parts: Parts): When | null {
  const [length] = parts.lengths
  if (length) return { kind: 'minutes', minutes: length.minutes }
  if (parts.bands.length) return { kind: 'bands', bands: parts.bands }
  return parts.hours.length ? { kind: 'bands', at: parts.hours, doubt: [twoReadings('noRhythm')] } : null
}

function external({ triggers, feasts, ifAny, times }: Parts): When | null {
  const said = [...triggers, ...feasts].map((text) => doubt('external-trigger', text))
  if (!said.length && !ifAny.length) return null
  return {
    kind: 'unknown',
    ...(times[0] && { n: times[0].n, unit: times[0].unit }),
    ...((triggers.length || ifAny.length) && { conditional: true as const }),
    doubt: said,
  }
}

function unknown({ periodically }: Parts): When {
  return { kind: 'unknown', doubt: [twoReadings(periodically ? 'vague' : 'unreadable')] }
}
