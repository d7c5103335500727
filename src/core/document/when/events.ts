/** What counts from an event that no calendar knows: "kể từ ngày công bố", "ngay khi có thông tin", "07 ngày trước ngày bầu cử". */
import type { Item } from './items.ts'
import { type Sentence, take } from './sentence.ts'

export type Event = {
  /** How often within `days`. */
  n: number | null
  days: number | null
  afterDays: number | null
  hours: number | null
  workingDays: boolean
  deadline: boolean
  atLeast: boolean
  /** The event itself is named. */
  named: boolean
  from: number
}

const NOTHING = {
  n: null,
  days: null,
  afterDays: null,
  hours: null,
  workingDays: false,
  deadline: false,
  atLeast: false,
  named: true,
}

const PATTERNS = [
  // tối thiểu 01 lần trong ngày diễn ra sự kiện
  [/(?<q>a?)(?<n>n)ui(?<p>p)(?=[wQ])/dg, onItsDay],
  // ít nhất 03 lần trong thời hạn ít nhất 05 ngày
  [/(?<q>a?)(?<n>n)ui(?<q2>a?)(?<k>n)(?<p>p)(?<L>L?)(?<J>(?:[,(]?[J])?)/dg, within],
  // chậm nhất 07 ngày trước ngày bầu cử · 30 ngày liên tục kể từ ngày niêm yết
  [/(?<i>[ilbas]*)(?<L0>L?)i?a?(?<k>n)(?<p>[pWM])(?<L>L?)[wi]{0,3}[,(]?(?<J>[Jts])(?![dxT])/dg, offset],
  // trước ngày khai mạc 03 ngày · trước mỗi đợt đốt ít nhất 03 ngày
  [/(?<J>[Jts])h?[wu]{1,6}(?<i>[ilbas]*)(?<k>n)(?<p>[pWM])(?<L>L?)/dg, offset],
  // sau 05 ngày làm việc · trước 03 ngày
  [/(?<J>[ts])(?<i>a?)(?<k>n)(?<p>[pWM])(?<L>L?)/dg, offset],
  // trong thời gian 07 ngày liên tục
  [/(?<i>[il]a?|[ilab]*)(?<k>n)(?<p>p)(?<L>L)/dg, run],
  // liên tục 03 ngày
  [/(?<L>L)(?<i>a?)(?<k>n)(?<p>p)/dg, run],
  // trong 05 ngày làm việc
  [/(?<i>[ilb]+)(?<k>n)(?<p>[WpM])/dg, alone],
  // ngay khi có thông tin khẩn cấp
  [/(?<N>N*)(?<J>J)/dg, atOnce],
] as const

type Read = (
  item: (group: string) => Item | undefined,
  letters: (group: string) => string,
) => Omit<Event, 'from'> | null

/** Events in the order of the grammar: the first of several is the fullest. */
export function takeEvents(sentence: Sentence): Event[] {
  return (PATTERNS as readonly (readonly [RegExp, Read])[]).flatMap(([pattern, read]) =>
    take(sentence, pattern, (match) => {
      const event = read(match.item, match.letters)
      return event && { ...event, from: match.from }
    }),
  )
}

/** The day of the event itself, which is named by what happens on it. */
function onItsDay(item: Parameters<Read>[0], letters: Parameters<Read>[1]): ReturnType<Read> {
  if (item('p')?.period !== 'day') return null
  return { ...NOTHING, n: item('n')?.n ?? null, days: 1, atLeast: letters('q') !== '' }
}

const isDay = (item: Item | undefined): boolean => item?.letter === 'W' || item?.period === 'day'

function within(item: Parameters<Read>[0], letters: Parameters<Read>[1]): ReturnType<Read> {
  if (!isDay(item('p'))) return null
  const [n, days] = [item('n')?.n ?? null, item('k')?.n ?? null]
  return { ...NOTHING, n, days, atLeast: letters('q') + letters('q2') !== '', named: letters('J') !== '' }
}

function offset(item: Parameters<Read>[0], letters: Parameters<Read>[1]): ReturnType<Read> {
  const [number, unit] = [item('k')?.n, item('p')]
  if (number === undefined || item('k')?.max !== undefined) return null
  const atLeast = letters('i').includes('a')
  const back = /^(?:ngay )?trước/.test(item('J')?.text ?? '')
  if (letters('L0') + letters('L') !== '' && isDay(unit))
    return { ...NOTHING, days: number, atLeast, ...(back && { afterDays: -number }) }
  if (unit?.letter === 'M')
    return { ...NOTHING, hours: (number * (unit.minutes ?? 60)) / 60, deadline: letters('i') !== '' }
  const days = unit?.period === 'week' ? 7 * number : isDay(unit) ? number : null
  if (days === null) return null
  return {
    ...NOTHING,
    afterDays: back ? -days : days,
    workingDays: unit?.letter === 'W',
    deadline: /[ilb]/.test(letters('i')),
    atLeast,
    named: letters('J') !== '' && !/^[ts]$/.test(letters('J')),
  }
}

function run(item: Parameters<Read>[0], letters: Parameters<Read>[1]): ReturnType<Read> {
  const days = isDay(item('p')) ? (item('k')?.n ?? null) : null
  return days === null ? null : { ...NOTHING, days, atLeast: letters('i').includes('a'), named: false }
}

function alone(item: Parameters<Read>[0], letters: Parameters<Read>[1]): ReturnType<Read> {
  const unit = item('p')
  const number = item('k')?.n
  if (number === undefined || (letters('i') === 'b' && unit?.letter === 'M')) return null
  if (unit?.letter === 'M')
    return unit.minutes === 60 ? { ...NOTHING, hours: number, deadline: true, named: false } : null
  if (!isDay(unit)) return null
  return { ...NOTHING, afterDays: number, workingDays: unit?.letter === 'W', deadline: true, named: false }
}

function atOnce(item: Parameters<Read>[0], letters: Parameters<Read>[1]): ReturnType<Read> {
  const text = item('J')?.text ?? ''
  return letters('N') !== '' || text.startsWith('ngay') ? { ...NOTHING, afterDays: 0 } : null
}
