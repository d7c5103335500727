/**
 * An office's own rates (định mức chi trả), each set with the document that decided it and the days on which it holds.
 * There are none built in: national rules changed on 31/5 and on 01/9/2026, and provinces set the detail.
 */
import { z } from 'zod'
import { localDate } from '../cadence.ts'
import { optional, words } from '../field.ts'
import { MODES, PARTS } from '../making.ts'
import { foldTone, tidy } from '../text.ts'
import type { LocalDate } from '../wall-clock.ts'

/** What an amount is for: an airing, a minute of it, a word of its text, or a page of 350 words. */
export const PER = ['airing', 'minute', 'word', 'page'] as const
export type Per = (typeof PER)[number]
export const PER_NAMES: Record<Per, string> = {
  airing: 'lượt',
  minute: 'phút',
  word: 'từ',
  page: 'trang 350 từ',
}

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum<T>(values, `phải là một trong: ${values.join(', ')}`)

const line = z.strictObject({
  part: oneOf(PARTS),
  /** Null: of every genre that has no line of its own. */
  genre: optional(words(60)),
  mode: optional(oneOf(MODES)),
  per: oneOf(PER),
  /** Đồng. */
  amount: z.number('phải là số').positive('phải lớn hơn 0').max(1e9, 'không quá 1 tỉ đồng'),
})
export type RateLine = z.infer<typeof line>

export const payRates = z.strictObject({
  from: localDate,
  /** The last day; null while nobody said one. */
  to: optional(localDate),
  document: words(300),
  lines: z.array(line, 'phải là danh sách').min(1, 'cần ít nhất một mức').max(200, 'không quá 200 mức'),
})
export type PayRates = z.infer<typeof payRates>

/** Of several that hold on a day, the one that was said last. */
export const ratesOn = (said: readonly PayRates[], day: LocalDate): PayRates | null =>
  said.findLast(({ from, to }) => from <= day && (to === null || day <= to)) ?? null

const same = (a: string, b: string): boolean => foldTone(tidy(a)) === foldTone(tidy(b))

/** The line before it that is for the very same; -1 where there is none. Of the two nobody could say which holds. */
export function lineTwice(lines: readonly RateLine[], i: number): number {
  const own = lines[i]
  const first = lines.findIndex(
    (one) => own && one.part === own.part && one.mode === own.mode && sameGenre(one.genre, own.genre),
  )
  return first < i ? first : -1
}

const sameGenre = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : same(a, b)

type Asked = { part: RateLine['part']; genre: string | null; mode: RateLine['mode'] }

/** The line that says most about it; null where none does. */
export function lineFor({ lines }: PayRates, { part, genre, mode }: Asked): RateLine | null {
  const fitting = lines.filter(
    (one) =>
      one.part === part &&
      (one.genre === null || (genre !== null && same(one.genre, genre))) &&
      (one.mode === null || one.mode === mode),
  )
  const weight = (one: RateLine) => (one.genre === null ? 0 : 2) + (one.mode === null ? 0 : 1)
  return fitting.toSorted((a, b) => weight(b) - weight(a))[0] ?? null
}
