/** Numbers and days without a month as items. */
import { foldTone } from '../../text.ts'
import { COUNTED_NEXT, longestFirst } from './counted.ts'
import type { ReadItem } from './lexemes.ts'
import { PERIODS, UNITS } from './lexicon.ts'
import { digitsAt, type Found, numberWordAt } from './numbers.ts'
import { run, sticky } from './sticky.ts'

const END = '(?![\\p{L}\\d])'
const NO_HOUR = '(?! ?(?:h|g|giờ)(?!\\p{L})|:\\d{2})'
const DAYS = sticky(
  `(?:vào )?(?:(?:các )?ngày (?:mùng |mồng )?|mùng |mồng )(\\d{1,2})(?![\\d])(?! ?[/.] ?\\d)${NO_HOUR}(?!${COUNTED_NEXT})`,
)
const DAYS_NEXT = sticky(
  ` ?(?:,|và|;|&) ?(?:ngày )?(?:mùng |mồng )?(\\d{1,2})(?![\\d])${NO_HOUR}(?! ?[/.] ?\\d)(?! ?(?:lần|bài|tin|số|buổi|kỳ|phút)(?!\\p{L}))`,
)

/** "ngày 15", "các ngày 05 và 20". */
export function bareDays(text: string, from: number): ReturnType<ReadItem> {
  const first = run(DAYS, text, from)
  if (!first) return null
  const days = [Number(first[1])]
  let end = DAYS.lastIndex
  for (let next = run(DAYS_NEXT, text, end); next; next = run(DAYS_NEXT, text, end)) {
    days.push(Number(next[1]))
    end = DAYS_NEXT.lastIndex
  }
  return { item: { letter: 'x', days }, end }
}

const UP_TO = sticky(' ?(?:-|đến|tới|hoặc) ?(?=[\\d\\p{L}])')
const COUNTS = sticky(
  ` ?(?:/|%|(?:${longestFirst([...UNITS.map(foldTone), ...Object.keys(PERIODS), 'phút', 'ph', 'giây', 'giờ', 'tiếng', 'phần trăm', 'lần', 'mỗi', 'trên'])})${END})`,
)

/** "03", "2 - 3", "hai"; a word is a number only where it counts something: not in "một cửa". */
export function percentOrNumber(text: string, from: number): ReturnType<ReadItem> {
  const first = digitsAt(text, from) ?? countingWord(text, from)
  if (!first) return null
  const up = run(UP_TO, text, first.end)
  const second = up && (digitsAt(text, UP_TO.lastIndex) ?? countingWord(text, UP_TO.lastIndex))
  if (second && second.value > first.value && run(COUNTS, text, second.end))
    return { item: { letter: 'n', n: first.value, max: second.value }, end: second.end }
  return { item: { letter: 'n', n: first.value }, end: first.end }
}

const ISSUE_OR_SOME = sticky('một số(?= (?:cơ|đơn|xã|nội|lĩnh|địa|hoạt|nhiệm|bộ|ngành|thôn|trường|văn))')
const YEAR_BEFORE = /(?:mỗi|hằng|trong|cả|cuối|đầu|một|hết|từng|suốt|báo cáo|\/|\/ ?\d{1,2}) ?$/u

function countingWord(text: string, from: number): Found<number> | null {
  if (run(ISSUE_OR_SOME, text, from)) return null
  const found = numberWordAt(text, from)
  if (!found) return null
  if (text.startsWith('năm', from) && YEAR_BEFORE.test(text.slice(Math.max(0, from - 8), from))) return null
  return run(COUNTS, text, found.end) ? found : null
}
