/** What somebody types into the search field, as a question to the index. */
import { foldAll, foldTone } from '../text.ts'

/** Longer questions find nothing that shorter ones don't. */
const MOST_WORDS = 12

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** `exact` keeps diacritics in one spelling of tones, `plain` has none. */
export const searchable = (text: string): { exact: string; plain: string } => ({
  exact: wordsOf(foldTone(text)).join(' '),
  plain: wordsOf(foldAll(text)).join(' '),
})

/** A unit as one word of letters and digits that no text contains. */
export const placeWord = (unit: string): string =>
  `u${[...new TextEncoder().encode(unit)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`

/**
 * An FTS5 expression, or null when nothing was asked for. A word written with diacritics is meant with them; the last
 * word may be unfinished. Every word is quoted, so that nothing of it is read as an operator.
 */
export function matchExpression(unit: string, asked: string): string | null {
  const words = wordsOf(foldTone(asked)).slice(0, MOST_WORDS)
  if (!words.length) return null
  const terms = words.map((word, i) => {
    const column = foldAll(word) === word ? 'plain' : 'exact'
    return `${column} : "${word}"${i === words.length - 1 ? '*' : ''}`
  })
  return [`place : "${placeWord(unit)}"`, ...terms].join(' AND ')
}

/** Those with all the words in their titles come first; both kinds stay in the order in which they were found. */
export function titlesFirst<T extends { title: string }>(found: readonly T[], asked: string): T[] {
  const words = wordsOf(foldAll(asked))
  const inTitle = ({ title }: T) => words.every((word) => placeOf(word, foldAll(title)) >= 0)
  return found.toSorted((a, b) => Number(inTitle(b)) - Number(inTitle(a)))
}

/** Where the words stand in a text, with something around them: all of them in a row, or else the first of any. */
export function excerpt(text: string, asked: string, length = 160): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  const folded = foldLetters(flat)
  const words = wordsOf(foldAll(asked))
  const inRow = placeOf(words.join(' '), folded)
  const any = words.map((word) => placeOf(word, folded)).filter((place) => place >= 0)
  const first = inRow >= 0 ? inRow : any.length ? Math.min(...any) : 0
  const from = Math.max(0, flat.lastIndexOf(' ', Math.max(0, first - length / 4)))
  const part = flat.slice(from, from + length)
  if (from + length >= flat.length) return `${from > 0 ? '… ' : ''}${part.trim()}`
  const whole = part.slice(0, Math.max(part.lastIndexOf(' '), first - from + 1))
  return `${from > 0 ? '… ' : ''}${whole.trim()}…`
}

/** Where a word begins as this one does; -1 where none does. Both are folded. */
function placeOf(beginning: string, folded: string): number {
  for (let at = folded.indexOf(beginning); at >= 0; at = folded.indexOf(beginning, at + 1))
    if (at === 0 || !/[\p{L}\p{M}\p{N}]/u.test(folded.charAt(at - 1))) return at
  return -1
}

/** As `foldAll`, letter by letter: what is found stands at the same place in the text. */
const foldLetters = (text: string): string =>
  [...text.normalize('NFC')].map((letter) => foldAll(letter).slice(0, letter.length) || letter).join('')
