/** "Thường xuyên", alone and beside a date or a rhythm; a beginning without an end; "cả năm". */
import { boundOf } from './date-readings.ts'
import { doubt, twoReadings } from './doubts.ts'
import { isWholeYear, type Moment } from './moments.ts'
import { type Parts, planRange } from './parts.ts'
import { rateOf } from './rates.ts'
import type { When } from './when.ts'

function always(parts: Parts, window: When['window'] | null = planRange(parts)): When {
  return { kind: 'continuous', ...(window && { window }) }
}

/** "Thường xuyên hằng tháng" states no count: both are said. */
export function continuousBesideRhythm(parts: Parts): When | null {
  if (parts.continuous === null || !parts.counts.length || parts.counts.some(({ implied }) => !implied))
    return null
  const window = parts.moments.find(({ relation }) => relation === 'within')?.range
  return { ...always(parts, window), also: rateOf(parts), doubt: [twoReadings('both')] }
}

export function continuous(parts: Parts): When | null {
  const { moments } = parts
  const [moment] = moments
  if (parts.continuous === null) return openEnd(parts)
  if (!moment)
    return { ...always(parts), doubt: parts.triggers.map((text) => doubt('external-trigger', text)) }
  if (moments.length === 1 && !parts.peak && isFrame(moment, parts))
    return always(parts, frameOf(moment, parts))
  const bound: When = parts.peak
    ? { kind: 'window', window: moment.range }
    : boundOf(moments.find(({ relation }) => relation !== 'within') ?? moment)
  const both = [twoReadings('both')]
  return moment.from < parts.continuous
    ? { ...bound, also: always(parts), doubt: both }
    : { ...always(parts), also: bound, doubt: both }
}

/** Dates that only say in which days it goes on. */
function isFrame(moment: Moment, { continuous: at, finished }: Parts): boolean {
  const { relation, range } = moment
  if (relation === 'from' || relation === 'until') return true
  if (relation !== 'within' || moment.finished) return false
  return (
    isWholeYear(range) || moment.join === 'span' || moment.spelled || (moment.from > (at ?? 0) && !finished)
  )
}

function frameOf({ relation, range }: Moment, parts: Parts): When['window'] {
  const year = planRange(parts)
  if (relation === 'from') return { from: range.from, ...(year && { to: year.to }) }
  return relation === 'until' ? { ...(year && { from: year.from }), to: range.to } : range
}

/** "kể từ ngày 01/6/2026", "2026 và những năm tiếp theo" */
function openEnd({ moments, openEnd: goesOn }: Parts): When | null {
  const [moment] = moments
  const starts = moments.length === 1 && moment?.relation === 'from'
  if (!moment || !(goesOn || starts)) return null
  return {
    kind: 'continuous',
    window: { from: moment.range.from },
    openEnd: true,
    doubt: [twoReadings('startOnly', moment.text)],
  }
}

/** "cả năm 2026" */
export function wholeYear(parts: Parts): When | null {
  const { wholeYear: words, moments } = parts
  const [moment] = moments
  if (words === null || (moment && !(moments.length === 1 && isWholeYear(moment.range)))) return null
  return { ...always(parts, moment?.range ?? planRange(parts)), doubt: [twoReadings('wholeYear', words)] }
}
