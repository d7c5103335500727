/** Dates without a count: a deadline, a window, several of them. */
import { addDays, daysBetween, weekdayOf } from '../../wall-clock.ts'
import { doubt, twoDates, twoReadings } from './doubts.ts'
import type { Moment } from './moments.ts'
import { type Parts, planRange } from './parts.ts'
import type { When, WhenDoubt } from './when.ts'

export const textOfAll = (moments: Moment[]): string => moments.map(({ text }) => text).join('; ')

/** A date that no calendar has, or whose year nobody knows. */
export function unresolved({ unresolved: [first] }: Parts): When | null {
  if (!first) return null
  const said = first.why === 'backwards' ? twoDates('backwards', first.text) : doubt(first.why, first.text)
  return { kind: 'unknown', doubt: [said] }
}

const isBound = ({ relation }: Moment): boolean => ['before', 'by', 'until'].includes(relation)

/** "trước, trong và sau ngày bầu cử": the officer gives the days. */
export function around({ around: words }: Parts): When | null {
  return words === null ? null : { kind: 'unknown', doubt: [doubt('external-trigger', words)] }
}

/** Two deadlines, two beginnings, two stretches, two counts with a stretch each: more than one obligation. */
export function severalDates({ moments, times, continuous }: Parts): When | null {
  const bounds = moments.filter(isBound)
  const befores = bounds.flatMap(({ relation, list, range }) =>
    relation === 'before' ? list.map(({ from }) => from) : [addDays(range.to, 1)],
  )
  if (befores.length > 1)
    return { kind: 'unknown', befores, doubt: [twoDates('twoDates', textOfAll(bounds))] }
  const starts = moments.filter(({ relation }) => relation === 'from')
  if (starts.length > 1 && !bounds.length)
    return { kind: 'unknown', doubt: [twoDates('twoDates', textOfAll(starts))] }
  const spans = moments.filter(({ relation }) => relation === 'within')
  if (spans.length < 2) return null
  if (times.length > 1) return { kind: 'unknown', doubt: [twoReadings('parts')] }
  const [first, second] = spans.map(windowOf)
  if (!first || continuous !== null) return null
  return { ...first, ...(second && { also: second }), doubt: [twoReadings('eitherWay', textOfAll(spans))] }
}

export const boundOf = ({ relation, range }: Moment): When =>
  relation === 'before'
    ? { kind: 'deadline', before: range.from }
    : { kind: 'deadline', window: { to: range.to } }

export function deadline(parts: Parts): When | null {
  const { moments, times } = parts
  const bound = moments.find(isBound)
  const within = moments.find(({ relation }) => relation === 'within')
  const due = bound ?? (within && endsThere(within, parts.finished) ? within : null)
  if (!due || times.length) return null
  const start = moments.find(({ relation }) => relation === 'from')?.range.from
  const last = due.relation === 'before' ? addDays(due.range.from, -1) : due.range.to
  return {
    ...(start ? { kind: 'deadline', window: { from: start, to: last } } : boundOf(due)),
    ...(due.about && { about: true as const }),
    doubt: [
      ...(due.relation === 'until' ? [twoReadings('endOnly', due.text)] : []),
      ...(bound && within ? [twoDates('twoDates', textOfAll(moments))] : []),
    ],
  }
}

/** Under "hoàn thành" a month or quarter is due at its end; so is "cuối năm 2026" anywhere. From one day to another stays a window. */
const endsThere = (moment: Moment, under: boolean): boolean => {
  const { finished, join, about, text, spelled } = moment
  const isDue =
    finished || (under && !isApart(moment)) || (about && /^(?:vào |trong |khoảng )?cuối /iu.test(text))
  return !spelled && join !== 'span' && isDue
}

/** The window of dates that nothing bounds but themselves. */
function windowOf(moment: Moment): When {
  const { range, list, grain } = moment
  const apart = isApart(moment)
  const days = list.length > 1 && grain === 'day'
  const months = list.length > 1 && apart && (grain === 'month' || grain === 'quarter')
  return {
    kind: 'window',
    window: range,
    ...(months && { months: list.flatMap(({ from, to }) => monthsOf(from, to)) }),
    ...(days && { days: list.map(({ from }) => from) }),
    ...((days || (months && grain === 'month' && !touches(moment))) && apart && { times: list.length }),
    ...(moment.about && { about: true as const }),
    doubt: windowDoubts(moment, apart),
  }
}

/** Some of them stand beside each other: "tháng 3 đến tháng 5 và tháng 9 đến tháng 11". */
const touches = ({ list }: Moment): boolean =>
  list.some(({ from }, i) => i > 0 && from === addDays(list[i - 1]?.to ?? from, 1))

const isApart = ({ list }: Moment): boolean =>
  list.some(({ from }, i) => i > 0 && from !== addDays(list[i - 1]?.to ?? from, 1))

function windowDoubts(moment: Moment, apart: boolean): WhenDoubt[] {
  const { list, grain, join, about, text, relation, occasion } = moment
  const each = list.length > 1 && (grain === 'quarter' || (grain === 'month' && (!apart || touches(moment))))
  return [
    ...(each ? [twoReadings('oneOrEach', text)] : []),
    ...(join === 'choice' || relation === 'after' ? [twoReadings('eitherWay', text)] : []),
    ...(about || occasion ? [twoReadings('chosenBounds', text)] : []),
  ]
}

const monthsOf = (from: string, to: string): number[] => {
  const [first, last] = [Number(from.slice(5, 7)), Number(to.slice(5, 7))]
  return Array.from({ length: Math.max(last - first, 0) + 1 }, (_, i) => first + i)
}

/** "Chủ nhật tuần thứ ba tháng 11": one day of those seven. */
function dayOfWeek(when: When, { weekdays: [day, more] }: Parts): When {
  const { about, doubt: _, ...plain } = when
  const { from, to } = when.window ?? {}
  if (!about || !day || more || !from || !to || daysBetween(from, to) !== 6) return when
  const date =
    [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(from, n)).find((one) => weekdayOf(one) === day) ?? from
  return { ...plain, window: { from: date, to: date } }
}

export function window(parts: Parts): When | null {
  const moment = parts.moments.find(({ relation }) => relation === 'within' || relation === 'after')
  const year = planRange(parts)
  if (moment?.relation === 'after')
    return year && { ...windowOf(moment), window: { from: addDays(moment.range.to, 1), to: year.to } }
  if (moment) return withTimes(withHours(dayOfWeek(windowOf(moment), parts), parts), parts)
  const elsewhere = parts.triggers.length + parts.feasts.length > 0
  return parts.inTheYear && year && !elsewhere ? withTimes({ kind: 'window', window: year }, parts) : null
}

const withHours = (when: When, { hours, bands, lengths: [length] }: Parts): When => ({
  ...when,
  ...(length && { minutes: length.minutes }),
  ...(hours.length && { at: hours }),
  ...(bands.length && { bands }),
})

/** "02 lớp trong quý III" */
function withTimes(when: When, { times }: Parts): When {
  const [first, ...more] = times.filter(({ atMost }) => !atMost)
  if (!first) return when
  return {
    ...when,
    times: first.n,
    unit: first.unit,
    ...(first.max !== null && { max: first.max }),
    ...(first.atLeast && { atLeast: true as const }),
    ...(first.about && { about: true as const }),
    doubt: [...(when.doubt ?? []), ...(more.length ? [twoReadings('parts')] : [])],
  }
}
