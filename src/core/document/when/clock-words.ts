/** Hours, weekdays and weeks of the month as a phrase names them. */
import { type WallTime, WEEKDAYS, type Weekday } from '../../wall-clock.ts'
import { COUNTED_NEXT } from './counted.ts'
import { type Found, smallNumber } from './numbers.ts'
import { run, sticky } from './sticky.ts'

const END = '(?![\\p{L}\\d])'

const HOUR = sticky(`(\\d{1,2})(?: ?(?:h|g|giờ) ?|:)(\\d{2})?(?: ?phút)?${END}`)
const SAYS_HOUR = /(?:lúc|từ|đến|tới|-|sáng|trưa|chiều|tối|hồi|vào|khung giờ|giờ|trước|và|,|\(|^|:) ?$/u

const SAYS_LENGTH = /(?:vòng|quá|tối đa|thời lượng|trong|tối thiểu|ít nhất) $/u

/** What stands before an hour of the day, when it is too long to be a length: "khoảng 17 giờ", "không quá 21 giờ". */
const AROUND = /(?:khoảng|tầm|chừng) $/u
const BOUNDS = /(?:sau|(?:chậm|muộn|trễ) nhất|không quá|(?:muộn|trễ|sớm|chậm) hơn) $/u

/** "5h30", "5 giờ 15", "05:30", "lúc 17 giờ"; "02 giờ" alone is a length. */
export function hourAt(text: string, from: number): Found<WallTime> | null {
  const found = run(HOUR, text, from)
  if (!found) return null
  const [whole, hour = '', minute] = found
  const before = text.slice(Math.max(0, from - 12), from)
  const bounds = (AROUND.test(before) && Number(hour) >= 5) || (BOUNDS.test(before) && Number(hour) >= 13)
  const bare = minute === undefined || /phút/.test(whole)
  if (bare && !bounds && SAYS_LENGTH.test(before)) return null
  if (/giờ|g/.test(whole) && bare && !bounds && !SAYS_HOUR.test(before)) return null
  if (/:/.test(whole) && minute === undefined) return null
  const behind = text.slice(HOUR.lastIndex)
  if (/ giờ$/.test(whole) && /^,? (?:kể từ|sau|trước)/.test(behind)) return null
  if (/ giờ$/.test(whole) && Number(hour) < 13 && /^ ?(?:\/|mỗi|hằng)/.test(behind)) return null
  const time = `${hour.padStart(2, '0')}:${minute ?? '00'}`
  return Number(hour) < 24 && Number(minute ?? 0) < 60 ? { value: time, end: HOUR.lastIndex } : null
}

const DAY_NAMES: Record<string, Weekday> = {
  hai: 'MO',
  '2': 'MO',
  ba: 'TU',
  '3': 'TU',
  tư: 'WE',
  bốn: 'WE',
  '4': 'WE',
  năm: 'TH',
  '5': 'TH',
  sáu: 'FR',
  '6': 'FR',
  bảy: 'SA',
  '7': 'SA',
  'chủ nhật': 'SU',
  cn: 'SU',
}
const NAME = '(hai|ba|tư|bốn|năm|sáu|bảy|[2-7])'
const FIRST = sticky(`(?:vào )?(?:các )?(?:ngày )?(?:(?:thứ|t) ?${NAME}|(chủ nhật|cn))${END}(?! ?/ ?\\d)`)
const NEXT = sticky(
  ` ?(,|;|và|&|-|đến|tới|hoặc|/|,? ?và) ?(?:các )?(?:ngày )?(?:(?:thứ |t)?${NAME}|(chủ nhật|cn))${END}(?!${COUNTED_NEXT})(?! ?[/.] ?\\d)`,
)
/** "lần thứ hai", "tuần thứ ba" number something else. */
const NUMBERED = /(?:lần|kỳ|quý|buổi|đợt|số|bài|tháng|tuần) $/u

/** Weekdays in a list or a span: "thứ 2, 4, 6", "thứ Hai đến thứ Sáu và Chủ nhật". */
export function weekdaysAt(text: string, from: number): Found<Weekday[]> | null {
  const first = run(FIRST, text, from)
  if (!first) return null
  if (first[1] && NUMBERED.test(text.slice(Math.max(0, from - 6), from))) return null
  const days = [nameOf(first[1] ?? first[2])]
  let end = FIRST.lastIndex
  for (let next = run(NEXT, text, end); next; next = run(NEXT, text, end)) {
    const day = nameOf(next[2] ?? next[3])
    days.push(...(isSpan(next[1] as string) ? between(days.at(-1) as Weekday, day) : [day]))
    end = NEXT.lastIndex
  }
  return { value: [...new Set(days)], end }
}

const nameOf = (name: string | undefined): Weekday => DAY_NAMES[name ?? ''] as Weekday
const isSpan = (word: string): boolean => ['-', 'đến', 'tới'].includes(word)

/** The days after one up to another. */
function between(first: Weekday, last: Weekday): Weekday[] {
  const [from, to] = [WEEKDAYS.indexOf(first), WEEKDAYS.indexOf(last)]
  return to > from ? WEEKDAYS.slice(from + 1, to + 1) : [last]
}

const ORDER = '(nhất|đầu tiên|đầu|thứ nhất|hai|nhì|ba|tư|bốn|cuối cùng|cuối|0?[1-5])'
const WEEK = sticky(
  `(?:vào )?tuần (?:lễ )?(?:(thứ) )?${ORDER}${END}(?= (?:(?:của|trong|hằng|mỗi|các|từng) )*tháng(?! \\d)|(?= ?[,.;)]|$))`,
)
const WEEK_NUMBERED = sticky(`(?:vào )?tuần (?:lễ )?(thứ) ${ORDER}${END}(?!(?: của)? tháng \\d)`)

const WEEKS = sticky(
  `(?:vào )?(?:các )?tuần (?:lễ )?(?:thứ )?${ORDER}(?: ?(?:,|;|và|&) ?(?:tuần )?(?:thứ )?${ORDER}){1,3}${END}(?= (?:(?:của|trong|hằng|mỗi|các|từng) )*tháng(?! \\d)|(?= ?[,.;)]|$))`,
)
const ORDERS = new RegExp(`(?<![\\p{L}\\d])${ORDER}${END}`, 'gu')

/** "tuần thứ hai", "tuần 1, 3 của tháng", "tuần cuối": the weeks' numbers in the month, -1 for the last. */
export function weeksOfMonthAt(text: string, from: number): Found<number[]> | null {
  const several = run(WEEKS, text, from)
  if (several) {
    const orders = [...several[0].matchAll(ORDERS)].map(([, order = '']) => orderOf(order))
    return { value: [...new Set(orders)], end: WEEKS.lastIndex }
  }
  for (const pattern of [WEEK, WEEK_NUMBERED]) {
    const found = run(pattern, text, from)
    if (found) return { value: [orderOf(found[2] as string)], end: pattern.lastIndex }
  }
  return null
}

const orderOf = (word: string): number => {
  if (/^(?:nhất|đầu|thứ nhất)/.test(word)) return 1
  if (word.startsWith('cuối')) return -1
  return word === 'nhì' ? 2 : smallNumber(word)
}
