/** All that a phrase says, piece by piece, before it is decided what kind of obligation it makes. */
import { daysBetween, type WallTime, type Weekday, yearRange } from '../../wall-clock.ts'
import { type Count, takeCounts, takeRhythms, takeTimes, takeTotals } from './counts.ts'
import { type Event, takeEvents } from './events.ts'
import { type HourBound, type Length, takeBands, takeHourBounds, takeHours, takeLengths } from './lengths.ts'
import { type Measure, takeMeasures } from './measures.ts'
import { type Moment, takeMoments, type Unresolved } from './moments.ts'
import { type Due, takeDue, takePeriods } from './reports.ts'
import { type Reruns, takeReruns } from './reruns.ts'
import { type Sentence, take, textOf } from './sentence.ts'
import type { WhenReport } from './when.ts'

export type Parts = {
  year: number | null
  label: string
  counts: Count[]
  totals: { n: number; unit: string | null }[]
  times: ReturnType<typeof takeTimes>
  lengths: Length[]
  bands: [WallTime, WallTime][]
  hours: WallTime[]
  hourBounds: HourBound[]
  reruns: Reruns[]
  weekdays: Weekday[]
  silentDays: Weekday[]
  /** "trừ Chủ nhật" */
  without: Weekday[]
  /** Those of the sun: with "âm lịch" none is known. */
  days: number[]
  /** "trừ tháng 7", "riêng tháng 9 hai số" */
  exceptions: string[]
  /** "từ ngày 01 đến ngày 10 hằng tháng": some day of them; `days` has the last. */
  withinDays: boolean
  /** Empty where a part of the month is only vaguely said. */
  weeksOfMonth: number[] | null
  /** "tháng cuối quý", from 1. */
  monthOfQuarter: number | null
  /** "đầu tháng": a part, not a week. */
  partOfMonth: boolean
  events: Event[]
  dues: Due[]
  isReport: boolean
  /** The phrase or its label says so, or a day of every period does. */
  saysReport: boolean
  periods: WhenReport[]
  adHoc: boolean
  byRule: boolean
  moments: Moment[]
  unresolved: Unresolved[]
  measures: Measure[]
  /** Where "thường xuyên" stands. */
  continuous: number | null
  /** "cao điểm tháng 9": not all of the time, but the busiest part of it. */
  peak: boolean
  wholeYear: string | null
  inTheYear: boolean
  openEnd: boolean
  /** "hoặc" */
  choice: boolean
  /** "mỗi thôn", "/xã": as often in each of several places. */
  eachPlace: string | null
  /** "trước, trong và sau …" */
  around: string | null
  triggers: string[]
  /** Rules and documents that say when. */
  references: string[]
  feasts: string[]
  ifAny: string[]
  periodically: boolean
  finished: boolean
  saysLength: boolean
  /** "nhiều lần", "vài bài" */
  vague: string | null
  /** How many of morning, noon, afternoon and evening are named. */
  partsOfDay: number
  /** Numbers and dates that nothing was made of. */
  left: string[]
}

/** Where a day is due, an hour that bounds is when it is. */
export const dueHours = ({ hours, hourBounds }: Parts): WallTime[] => [
  ...hours,
  ...hourBounds.map(({ time }) => time),
]

/** "trước ngày 15/11 hằng năm", "định kỳ 6 tháng trước ngày 05/6": a day that comes again with every period. */
const RECURRING = [/[tle][ie]?d(?:[v,]+t?d)*,?[hk]+p/, /[hk]+n?p[,wi]{0,3}[tl]+d/]
/** "hằng quý, 6 tháng, năm" */
const CHAIN = /[hk]+n?p(?:[,v;]+[hk]*n?p)+(?![n/])/

const yearOrHalf = ({ items }: Sentence): boolean =>
  items.some(
    ({ letter, period }, i) =>
      letter === 'p' &&
      (period === 'year' || period === 'half' || (period === 'month' && items[i - 1]?.n === 6)),
  )

export function partsOf(sentence: Sentence, year: number | null, label: string): Parts {
  const has = (letters: RegExp): boolean => letters.test(sentence.code)
  const texts = (pattern: RegExp): string[] =>
    take(sentence, pattern, ({ text }) => text.replace(/^[ ,]+/, ''))
  const exceptions = takeExceptions(sentence)
  const code = sentence.code
  const around = sentence.items.find((item) => item.around)?.shown ?? null
  const continuous = code.search(/C|(?<!n[pW])L/)
  const reruns = takeReruns(sentence)
  const measures = takeMeasures(sentence)
  const silentDays = take(
    sentence,
    /X[wi]{0,3}(?<y>y)|(?<y2>y)[w,]{0,2}X/dg,
    (match) => match.item('y')?.weekdays ?? match.item('y2')?.weekdays ?? null,
  ).flat()
  const without = take(sentence, /m[wi]{0,2}(?<y>y)/dg, (match) => match.item('y')?.weekdays ?? null).flat()
  const isReport =
    sentence.items.some(({ letter, text }) => letter === 'P' || text.startsWith('báo cáo')) ||
    /báo cáo/.test(label)
  const adHoc = isReport && texts(/o?j+K?/dg).length > 0
  const dues = has(/x/) && (isReport || has(/[tleE]+x|xw?Y/)) ? takeDue(sentence, isReport) : []
  const events = takeEvents(sentence)
  const lengths = takeLengths(sentence)
  const totals = takeTotals(sentence)
  const recurring = RECURRING.some((pattern) => pattern.test(sentence.code)) && yearOrHalf(sentence)
  const chain = CHAIN.test(sentence.code)
  const stated = takeCounts(sentence)
  const reportPeriods = isReport || dues.length || recurring || chain ? takePeriods(sentence) : []
  const counts = [...stated, ...takeRhythms(sentence)].sort((a, b) => a.from - b.from)
  const bands = takeBands(sentence)
  const hourBounds = takeHourBounds(sentence)
  const hours = takeHours(sentence)
  const weeks = take(sentence, /(?<z>z)/dg, (match) => match.item('z') ?? null)
  const weekdays = [
    ...new Set(take(sentence, /(?<y>y)/dg, (match) => match.item('y')?.weekdays ?? null).flat()),
  ]
  const lunar = sentence.items.find(({ text }) => text === 'âm lịch')?.shown ?? null
  const { moments, unresolved } = takeMoments(sentence, year)
  takeLengthsOf(sentence, moments)
  const stretches = take(sentence, /f?x[eE-](?<x>x)(?!w?Y)/dg, (match) => match.item('x')?.days ?? null)
  const days = [...stretches, ...take(sentence, /(?<x>x)/dg, (match) => match.item('x')?.days ?? null)].flat()
  const times = takeTimes(sentence)
  const inTheYear =
    year !== null &&
    take(sentence, /i(?<p>p)(?!_)/dg, (match) => (match.item('p')?.period === 'year' ? true : null)).length >
      0
  return {
    year,
    label,
    counts,
    totals,
    times,
    lengths,
    bands,
    hours,
    hourBounds,
    reruns,
    weekdays,
    silentDays,
    without,
    ...(lunar === null ? { days, moments, unresolved } : { days: [], moments: [], unresolved: [] }),
    exceptions,
    withinDays: stretches.length > 0,
    weeksOfMonth: weeks.length ? [...new Set(weeks.flatMap((item) => item.weeks ?? []))] : null,
    monthOfQuarter: sentence.items.find((item) => item.ofQuarter !== undefined)?.ofQuarter ?? null,
    partOfMonth: weeks[0]?.period === 'month',
    events,
    dues,
    isReport: isReport || dues.length > 0 || recurring || chain,
    saysReport: isReport || dues.length > 0,
    periods: reportPeriods,
    adHoc,
    byRule: has(/B/),
    measures,
    continuous: continuous < 0 ? null : continuous,
    peak: /cao điểm/.test(sentence.items.map(({ text }) => text).join(' ')),
    wholeYear: around === null ? (texts(/A/dg)[0] ?? null) : null,
    inTheYear,
    openEnd: has(/O/),
    choice: has(/o/),
    eachPlace: eachPlaceOf(sentence),
    around,
    references: texts(/[SB]/dg),
    triggers: texts(/[Kj][w_]{0,8}|J(?!_)[w_]{0,8}/dg),
    feasts: texts(/[tisv,]*Q/dg),
    ifAny: texts(/I[w_]{0,6}/dg),
    periodically: /k/.test(code),
    finished: /H/.test(code) || /hoàn thành|tiến độ|thời hạn|hạn/.test(label),
    saysLength: /thời lượng/.test(label) || sentence.items.some(({ text }) => text === 'thời lượng'),
    vague: sentence.items.find(({ letter }) => letter === 'V')?.shown ?? null,
    partsOfDay: new Set(sentence.items.flatMap(({ text }) => (PARTS_OF_DAY.has(text) ? [text] : []))).size,
    left: leftOver(sentence),
  }
}

/** Before all else: their dates are those of no window, their counts of no period. */
const takeExceptions = (sentence: Sentence): string[] => [
  ...take(
    sentence,
    /(?:m|(?<=[,;(]i?)X)[iwf]{0,3}c?d(?:[,v]i?d)*|(?<=m[wi]{0,2}y)[,v]i?d/dg,
    ({ text }) => text,
  ),
  ...take(sentence, /(?<=[,;(])(?<w>w)[iwfQ]{0,5}[dyzp][^;.)]*/dg, ({ item, text }) =>
    item('w')?.text === 'riêng' ? text : null,
  ),
]

/** "03 ngày: 24, 25 và 26 tháng 8" says once more how many they are. */
function takeLengthsOf(sentence: Sentence, moments: Moment[]): void {
  take(sentence, /i?(?<n>n)(?<p>p)/dg, (match) => {
    const days = match.item('p')?.period === 'day' ? match.item('n')?.n : null
    return moments.some(
      ({ list, range }) => days === list.length || days === daysBetween(range.from, range.to) + 1,
    )
      ? true
      : null
  })
}

const PLACE =
  /(?:mỗi|từng|\/) ?(?:xã|thôn|tổ|ấp|khu phố|khu dân cư|khu|đơn vị|cơ quan|trường|cụm|phường|chi bộ|địa phương|phòng|ngành|lớp)(?!\p{L})/u

const eachPlaceOf = ({ items }: Sentence): string | null =>
  PLACE.exec(items.map(({ text }) => text).join(' '))?.[0] ?? null

const PARTS_OF_DAY = new Set(['sáng', 'trưa', 'chiều', 'tối'])

/** Whatever still carries a number or a date. */
function leftOver(sentence: Sentence): string[] {
  return [...sentence.code.matchAll(/[ndxTyz%](?:[wupM%/-]*[nd])*[upM%]?/g)].map((match) =>
    textOf(sentence, match.index, match.index + match[0].length),
  )
}

export const planRange = ({ year }: Parts) => (year === null ? null : yearRange(year))
