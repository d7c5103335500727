/** Levels to be reached ("đạt 80%", "ít nhất 50% số xã đến tháng 9/2022"): one measure each, the lower end of a range. */
import { isLocalDate, type LocalDate, lastDayOfMonth } from '../wall-clock.ts'

import { masked } from './time-words.ts'
import { part, trimmed, type Words } from './words.ts'

export type Level = { words: Words; value: number; by: LocalDate | null }

const SHARE = /(?:(\d{1,3}(?:[.,]\d+)?)\s*%?\s*(?:-|den)\s*)?(\d{1,3}(?:[.,]\d+)?)\s*%/g

type Dated = { start: number; end: number; day: LocalDate }

export function levelsIn(sentence: Words): Level[] {
  const key = masked(sentence.text)
  const shares = [...key.matchAll(SHARE)]
  const dates = daysIn(key)
  const [first] = shares
  if (!first) return []
  const common = dates.filter(({ end }) => end <= first.index).at(-1)?.day ?? null
  if (shares.length === 1 && dates.filter(({ start }) => start > first.index).length > 1)
    return eachDay(
      sentence,
      shareOf(first),
      dates.filter(({ start }) => start > first.index),
    )
  return shares.map((share, i) => {
    const start = i === 0 ? 0 : share.index
    const end = shares[i + 1]?.index ?? key.length
    const own = dates.find((one) => one.start >= share.index && one.end <= end)
    return { words: cleaned(part(sentence, start, end)), value: shareOf(share), by: own?.day ?? common }
  })
}

const shareOf = ([, low, high]: RegExpExecArray | RegExpMatchArray): number =>
  Number((low ?? high ?? '').replace(',', '.'))

/** One level for several places, each from a day of its own. */
function eachDay(sentence: Words, value: number, dates: readonly Dated[]): Level[] {
  return dates.map(({ end, day }, i) => ({
    words: cleaned(part(sentence, i === 0 ? 0 : (dates[i - 1]?.end ?? 0), end)),
    value,
    by: day,
  }))
}

function cleaned(words: Words): Words {
  const start = /^(?:\s|[,;.]|và\s)*/u.exec(words.text)?.[0].length ?? 0
  const end = words.text.length - (/(?:\s|[,;.]|\svà\s*)*$/u.exec(words.text)?.[0].length ?? 0)
  return trimmed(part(words, start, Math.max(start, end)))
}

const DAY =
  /(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})|ngay\s+(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4})/g
const MONTH = /thang\s+(\d{1,2})\s*(?:\/|\s+nam\s+)\s*(\d{4})/g
const QUARTER = /quy\s+(iv|i{1,3}|[1-4])\s*(?:\/|\s+nam\s+)\s*(\d{4})/g
const YEAR = /(?:den|het|cuoi|trong)\s+(?:het\s+|cuoi\s+)?nam\s+(\d{4})/g

/** Whole dates of a sentence with their last day; citations are masked already. */
export function daysIn(key: string): Dated[] {
  const found: Dated[] = []
  const add = (match: RegExpMatchArray, day: string | null) => {
    const start = match.index ?? 0
    const end = start + match[0].length
    if (day && isLocalDate(day) && !found.some((one) => start < one.end && end > one.start))
      found.push({ start, end, day })
  }
  for (const match of key.matchAll(DAY))
    add(match, iso(match[3] ?? match[6], match[2] ?? match[5], match[1] ?? match[4]))
  for (const match of key.matchAll(MONTH))
    if (Number(match[1]) >= 1 && Number(match[1]) <= 12)
      add(match, lastDayOfMonth(Number(match[2]), Number(match[1])))
  for (const match of key.matchAll(QUARTER))
    add(match, lastDayOfMonth(Number(match[2]), quarterOf(match[1] ?? '') * 3))
  for (const match of key.matchAll(YEAR)) add(match, `${match[1]}-12-31`)
  return found.sort((one, other) => one.start - other.start)
}

const quarterOf = (text: string): number => ({ i: 1, ii: 2, iii: 3, iv: 4 })[text] ?? Number(text)

const iso = (year = '', month = '', day = ''): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
