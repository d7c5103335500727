/** What the writings of dates share: their words, lists and years. */
import type { Stretch } from './calendar.ts'
import { COUNTED_NEXT } from './counted.ts'
import { type Found, smallNumber } from './numbers.ts'
import { run, sticky } from './sticky.ts'

/** Dates of one grain beside each other. */
export type Dates = {
  stretches: Stretch[]
  /** "và" and commas list them, "đến" and dashes span them, "hoặc" leaves the choice. */
  join: 'list' | 'span' | 'choice'
}

export const MONTH_NAME =
  '(?:1[0-2]|0?[1-9]|[1-9]\\d|giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?: một| hai)?|chạp)'
export const ROMAN = '(?:iv|i{1,3}|0?[1-4]|một|hai|ba|tư|bốn)'
export const YEAR = '(?:(?: ?[/.,-])?(?: của)?(?: năm)? ?((?:19|20)\\d\\d)(?![\\d/]))'
export const END = '(?![\\p{L}\\d])'
export const JOIN = ' ?(,|;|và|&|-|đến|tới|cho đến|hoặc|hay|và đến) ?'
export const DAY_OF = '(?:(?:vào )?(?:các )?ngày )?(?:mùng |mồng )?'

export const yearOf = (text: string | undefined): number | null => (text ? Number(text) : null)

export const joinOf = (words: string[]): Dates['join'] => {
  if (words.some((word) => ['hoặc', 'hay'].includes(word))) return 'choice'
  return words.some((word) => ['-', 'đến', 'tới', 'cho đến'].includes(word)) ? 'span' : 'list'
}

const isSpan = (word: string | undefined): boolean => joinOf(word === undefined ? [] : [word]) === 'span'

/** "3 đến 5 và 9 đến 11": a list of spans is the list of all that lies in them; null for anything else. */
export function spansListed(numbers: readonly number[], joins: readonly string[]): number[] | null {
  if (!joins.some(isSpan) || joins.every(isSpan) || joinOf([...joins]) === 'choice') return null
  const all = numbers.flatMap((number, i) => {
    const before = numbers[i - 1]
    if (before === undefined || !isSpan(joins[i - 1])) return [number]
    return Array.from({ length: number - before }, (_, step) => before + step + 1)
  })
  return numbers.every((number, i) => !isSpan(joins[i - 1]) || number > (numbers[i - 1] ?? 0)) ? all : null
}

/** Items of a list after its first one, as long as `next` finds another: `, IV`, `và tháng 10`. */
export function listFrom(
  text: string,
  from: number,
  next: RegExp,
): { items: string[]; joins: string[]; end: number } {
  const items: string[] = []
  const joins: string[] = []
  let end = from
  for (let found = run(next, text, end); found; found = run(next, text, end)) {
    joins.push(found[1] as string)
    items.push(found[2] as string)
    end = next.lastIndex
  }
  return { items, joins, end }
}

/** The year after the last of a list holds for all of it. */
export function withYear(text: string, end: number): { year: number | null; end: number } {
  const found = run(YEAR_AFTER, text, end)
  return found ? { year: yearOf(found[1]), end: YEAR_AFTER.lastIndex } : { year: null, end }
}
const YEAR_AFTER = sticky(YEAR)

/** The dates that begin at a place, or null. */
export type Reader = (text: string, from: number) => Found<Dates> | null

export const one = (stretch: Stretch, end: number): Found<Dates> => ({
  value: { stretches: [stretch], join: 'list' },
  end,
})

const COUNTED = sticky(COUNTED_NEXT)
/** "tháng 2 bài", "01/2 tuần": what looks like a date counts something. */
const isCounted = (text: string, end: number): boolean => {
  COUNTED.lastIndex = end
  return COUNTED.test(text)
}

/** What the pattern finds at the place, unless it counts what follows. */
export function uncounted(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  const found = run(pattern, text, from)
  return found && isCounted(text, pattern.lastIndex) ? null : found
}

/** `iii`, `3`, `ba` */
export const quarterNumber = (name: string): number =>
  ({ i: 1, ii: 2, iii: 3, iv: 4 })[name] ?? smallNumber(name)

/** `6`, `sáu`, `chạp` */
export const monthNumber = (name: string): number =>
  ({ giêng: 1, chạp: 12, 'mười một': 11, 'mười hai': 12, mười: 10 })[name] ?? smallNumber(name)
