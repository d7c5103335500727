/** What a number counts, as a pattern: "lần", "tuần", "phút". */
import { foldTone } from '../../text.ts'
import { UNITS } from './lexicon.ts'

export const longestFirst = (words: readonly string[]): string =>
  [...words].sort((a, b) => b.length - a.length).join('|')

/** Right after a number: it counts these, so it is no part of a date. */
export const COUNTED_NEXT = ` ?(?:\\([^)\\d]{1,12}\\) ?)?(?:${longestFirst(UNITS.map(foldTone))}|ngày(?! ?\\d)|tuần|phút|giây|giờ|%)(?!\\p{L})`
