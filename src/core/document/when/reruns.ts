/** "phát lại 03 lần/tháng", "phát lại chiều cùng ngày", "phát lại lúc 5 giờ 45 ngày hôm sau", "02 lần phát lại". */
import type { WallTime, Weekday } from '../../wall-clock.ts'
import { type Sentence, take } from './sentence.ts'
import type { Period } from './when.ts'

export type Reruns = {
  n: number
  period: Period | null
  afterDays: number[] | null
  at: WallTime[]
  weekdays: Weekday[]
  from: number
}

const AFTER =
  /(?:hu[w_]{0,2})?R(?<body>[w_i:vsfhlN]{0,5}(?<q>[abq]?)(?:(?<n>n)(?<u>u?)(?:(?:\/|i?h|i)(?<p>p|u))?)?[wi,:_vN]{0,4}(?<same>g?)(?<next>G?)[wiv_,s]{0,3}(?<days>n?)(?<dp>p?)[wi,_]{0,2}(?<y>y?)[wi,_]{0,2}(?<T>T?)(?:[v,](?<T2>T))?(?:[wi_]{0,2}(?:(?<late>G)|(?<own>g)|(?<yl>y)))?)/dg
/** "4 lần/bài", "mỗi bài phát 4 lần": the first and three more. */
const EACH =
  /(?<!R[w_]{0,2})(?<n>n)(?<u>u)\/(?<piece>u)|h(?<told>u)w{0,4}a?(?<times>n)(?<of>u)(?![/hi]{1,2}p)/dg
const PIECE = /^(?:tin|bài|bản tin|chuyên mục|chuyên đề|chương trình|số|kỳ|phóng sự)/u

const BEFORE = /(?<n>n)(?<u>u)R(?:\/|i?h|i)?(?<p>p?)/dg

export function takeReruns(sentence: Sentence): Reruns[] {
  const before = take(sentence, BEFORE, (match) => ({
    n: match.item('n')?.n ?? 1,
    period: match.item('p')?.period ?? null,
    afterDays: null,
    at: [],
    weekdays: [],
    from: match.from,
  }))
  const each = take(sentence, EACH, (match) => {
    const n = (match.item('n') ?? match.item('times'))?.n ?? 1
    const said = (group: string, other: string): string =>
      (match.item(group) ?? match.item(other))?.text ?? ''
    const heard = /^(?:lần|lượt)/u.test(said('u', 'of')) && PIECE.test(said('piece', 'told'))
    return heard && n > 1
      ? { n: n - 1, period: null, afterDays: null, at: [], weekdays: [], from: match.from }
      : null
  })
  return [...before, ...each, ...take(sentence, AFTER, rerunOf)]
}

function rerunOf(match: Parameters<Parameters<typeof take>[2]>[0]): Reruns | null {
  const [days, dayUnit, number] = [match.item('days'), match.item('dp'), match.item('n')]
  if (Boolean(days) !== Boolean(dayUnit) && (days || dayUnit?.period !== 'day')) return null
  if (number?.max !== undefined) return null
  const at = ['T', 'T2'].flatMap((group) => match.item(group)?.time ?? [])
  const weekdays = match.item('y')?.weekdays ?? match.item('yl')?.weekdays ?? []
  const next = match.item('next') ?? match.item('late')
  const after = days?.n !== undefined && dayUnit?.period === 'day' ? days.n : null
  const told = match.item('same') ?? match.item('own')
  const same = told !== undefined || (at.length > 0 && !weekdays.length && !next)
  return {
    n: number?.n ?? Math.max(at.length, weekdays.length, 1),
    period: match.item('p')?.period ?? null,
    afterDays: next ? [1] : after !== null ? [after] : same ? [0] : null,
    at,
    weekdays,
    from: match.from,
  }
}
