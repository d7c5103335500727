/** How far the words of time go on in a sentence of prose, and which report each day belongs to. */
import { DAY_OF_WEEK, EACH_TIME, type Span } from './time-words.ts'

export const whole = (spans: readonly Span[]): Span => ({
  start: spans[0]?.start ?? 0,
  end: spans.at(-1)?.end ?? 0,
})

/** "(tuần 1 và tuần 3)", "(tối thứ Sáu)": on which days or at which hours. */
const IN_BRACKETS =
  /^\s*\((?:vao |luc |phat )?(?:(?:buoi )?(?:sang|trua|chieu|toi)|tuan|thu|chu nhat|ngay \d{1,2}|cac ngay|\d{1,2}\s*(?:h|g|gio|:)\s*\d{0,2})(?!\p{L})[^()]*\)/u
const GOES_ON = new RegExp(
  `^(?:\\)(?=, (?:thoi luong|phat|luc|vao|${EACH_TIME})))?[\\s,;:]*(?:(?:va )?(?:\\d{1,3} \\p{L}|\\d{1,2}\\s?(?:h|g|gio)\\s?\\d{0,2}(?!\\p{L})|(?:buoi )?(?:sang|chieu|trua|toi) |vao |phat |${EACH_TIME}|thoi luong|trong thoi gian|luc |rieng (?:cac )?(?:ngay |thu |chu nhat|thang |tuan |quy )|tu thu|ngay \\d{1,2}(?! ?[/\\d]|\\.\\d| thang)|cac ngay|${DAY_OF_WEEK})[^(]*)`,
  'u',
)
/** "(17/10 - 18/11): phát tối thiểu 20 tin, bài" */
const SO_MANY = /^\)?\s*:\s*(?:phat|dang|treo|tuyen truyen|to chuc) [^;.]*\d[^;.]*/

/** "156 chương trình địa phương (| 03 chương trình/tuần)" */
const TOTAL_AHEAD =
  /\d{2,4} (?:chuong trinh|chuyen muc|ban tin|so|ky|buoi|bai|tin)(?!\p{L})[^().;,:\d]{0,30}\($/u
/** "24 chương trình, thời lượng 10 phút; | mỗi tháng 02 chương trình", "05 buổi, | từ 25/7 đến 30/7" */
const COUNT_AHEAD =
  /(?<!moi [^;.]*)\d{2,4} (?:chuong trinh|chuyen muc|ban tin|so|ky|buoi|bai|tin)(?!\p{L})[^().;]{0,80}[;,] $/u

/** "12 buổi tại 12 thôn, mỗi thôn | 1 buổi/năm" */
const PLACES_AHEAD = /\d{1,3} \p{L}+(?: \p{L}+)? (?:tai|cho|o) \d{1,3} (\p{L}+(?: \p{L}+)?)[,;] moi \1 $/u

/** "vào 17 giờ 00 phút | thứ Tư hằng tuần" */
const HOURS_AHEAD =
  /(?:(?:vao|luc|tu|khoang) )*(?:\d{1,2}\s?(?:h|g|gio|:)\s?(?:\d{2}(?: ?phut)?)?(?:,| va| den| -)*\s*)+(?:(?:sang|trua|chieu|toi),? )?(?:(?:vao|cac|cua) )*$/u
const REGULAR = new RegExp(`^(?:(?:vao|phat) )*(?:(?:hang|moi) |${DAY_OF_WEEK})`, 'u')

/** A rhythm goes on with its weekdays, its length and its reruns, days with what is done so often. */
export function rhythmSpan(key: string, { start, end }: Span): Span {
  const words = key.slice(start, end)
  const length = (pattern: RegExp, from: number): number => pattern.exec(key.slice(from))?.[0].length ?? 0
  const ahead = /^(?:moi|tu (?:ngay )?\d)/.test(words) ? COUNT_AHEAD.exec(key.slice(0, start)) : null
  const places = PLACES_AHEAD.exec(key.slice(0, start))
  const total = (TOTAL_AHEAD.exec(key.slice(0, start)) ?? ahead ?? places)?.[0].length ?? 0
  if (total) return rhythmSpan(key, { start: start - total, end })
  const hours = HOURS_AHEAD.exec(key.slice(0, start))?.[0].length ?? 0
  if (hours && REGULAR.test(words)) return { ...rhythmSpan(key, { start: start - hours, end }) }
  if (/\/|moi |hang |cac ngay|^ngay \d+ /.test(words)) {
    const bracketed = end + length(IN_BRACKETS, end)
    const rest = length(GOES_ON, bracketed)
    if (rest || bracketed > end) return { start, end: bracketed + rest }
  }
  const dated = /\d\s*\/\s*\d/.test(words) ? length(SO_MANY, end) : 0
  return { start, end: end + dated }
}

/** Several reports in one sentence: "6 tháng trước ngày 05/6, năm trước ngày 25/11"; each with the period beside it. */
export function reportSpans(key: string, spans: readonly Span[]): Span[] {
  const isDay = ({ start, end }: Span) =>
    /truoc|cham nhat|\d\/\d|ngay \d|\((?:(?:sang|chieu) )?(?:thu|chu nhat)/.test(key.slice(start, end))
  const days = spans.filter(isDay).reduce((found, span) => withDay(key, found, span), [] as Span[])
  const [first] = days
  if (!first || days.length < 2) return [withPeriod(key, whole(spans))]
  const ends = days.map(({ end }) => end + (PERIOD_BEHIND.exec(key.slice(end))?.[0].length ?? 0))
  return days.map((day, i) => {
    const end = ends[i] as number
    if (i === 0) return { start: Math.min(spans[0]?.start ?? day.start, beforeBracket(key, day.start)), end }
    const from = ends[i - 1] as number
    const lead = /^[\s,;)]*(?:va\s+)?/.exec(key.slice(from))?.[0].length ?? 0
    return { start: Math.min(from + lead, day.start), end }
  })
}

/** "trước ngày 10/6 và 10/12": what "trước" stands before holds for both. */
function withDay(key: string, found: readonly Span[], span: Span): Span[] {
  const last = found.at(-1)
  const joined = last && /^\s*(?:,|va)\s*$/.test(key.slice(last.end, span.start))
  const alone = /^(?:ngay )?\d/.test(key.slice(span.start, span.end))
  return last && joined && alone
    ? [...found.slice(0, -1), { start: last.start, end: span.end }]
    : [...found, span]
}

/** "trước ngày 05/6 (báo cáo 6 tháng)" */
const PERIOD_BEHIND =
  /^\s*\((?:(?:bao cao|doi voi|so ket|tong ket|ky )[^)]{2,30}|0?[69] thang(?: dau nam)?|ca nam|nam|quy [ivx\d]+)\)/

/** "báo cáo 6 tháng gửi trước ngày 10/6" */
function withPeriod(key: string, { start, end }: Span): Span {
  const before =
    /(?<= )(?:0?[69] thang|ca nam|nam|quy|thang|tuan)(?: gui)? \(?$/.exec(key.slice(0, start))?.[0].length ??
    0
  return { start: start - before, end }
}

/** "6 tháng (trước ngày 10/6)", "6 tháng trước 10/6" */
const beforeBracket = (key: string, start: number): number =>
  start -
  (/(?:(?:0?6|9) thang|ca nam|nam|quy|thang)\s*(?:gui )?\(?$/.exec(key.slice(0, start))?.[0].length ?? 0)
