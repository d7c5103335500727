/** How long: "10 - 15 phút", "tối thiểu 05 phút/lần", "60 giây"; and at what hour. */
import type { WallTime } from '../../wall-clock.ts'
import { type Sentence, take } from './sentence.ts'
import type { Period } from './when.ts'

export type Length = {
  minutes: [number | null, number | null]
  atMost: boolean
  /** What each of is so long: `lần`, or a period, which tells how often. */
  per: string | null
  period: Period | null
  from: number
}

const LENGTH =
  /(?<q>[abq]?)f?(?:(?<lo>n)(?<M0>M?)[e-])?(?<n>n)(?<M>M)(?:(?<n2>n)M)?(?:\/(?<k>n?)(?<per>[upw])|i?h(?<per2>[up]))?|(?:h(?<per3>u)[w,:]{0,2})(?<q2>[abq]?)(?<n3>n)(?<M3>M)/dg

export function takeLengths(sentence: Sentence): Length[] {
  return take(sentence, LENGTH, (match) => {
    const number = match.item('n') ?? match.item('n3')
    const factor = (match.item('M') ?? match.item('M3'))?.minutes ?? 1
    const per = match.item('per') ?? match.item('per2') ?? match.item('per3')
    const each = match.item('k')?.n ?? 1
    if (number?.n === undefined || each !== 1) return null
    const q = match.letters('q') || match.letters('q2')
    const low = (match.item('lo')?.n ?? number.n) * factor
    const high = (number.max ?? number.n) * factor + (match.item('n2')?.n ?? 0)
    const first = match.item('lo') || number.max !== undefined ? low : high
    return {
      minutes: q === 'a' ? [first, null] : q === 'b' ? [null, high] : [first, high],
      atMost: q === 'b',
      per: per?.text ?? null,
      period: per?.letter === 'p' ? (per.period ?? null) : null,
      from: match.from,
    }
  })
}

/** Spans of the day: "từ 5h30 – 6h", "12h00 đến 13h30". */
export function takeBands(sentence: Sentence): [WallTime, WallTime][] {
  return take(sentence, /f?(?<a>T)[e-](?<b>T)/dg, (match) => {
    const [from, to] = [match.item('a')?.time, match.item('b')?.time]
    return from && to ? [from, to] : null
  })
}

/** "trước 5h30", "sau bản tin 17h", "khoảng 17 giờ": an hour that only bounds when something is aired. */
export type HourBound = { time: WallTime; text: string }

const BOUND = /(?:[tslbqeE]|w[aw]|f(?=[ts]))+[iwu]{0,3}(?<a>T)(?!w{0,2}d)/dg

export const takeHourBounds = (sentence: Sentence): HourBound[] =>
  take(sentence, BOUND, (match) => {
    const time = match.item('a')?.time
    return time && isBound(match.text) ? { time, text: match.text } : null
  })

/** "phát vào 17h": words before an hour that bound nothing. */
const isBound = (text: string): boolean =>
  /(?:trước|sau|nhất|quá|khoảng|tầm|chừng|ước|độ|đến|tới|(?:muộn|trễ|chậm|sớm) hơn)(?!\p{L})/iu.test(text)

export const takeHours = (sentence: Sentence): WallTime[] =>
  take(sentence, /(?<a>T)/dg, (match) => match.item('a')?.time ?? null)
