/** Numbers in digits and in words: "03", "03 (ba)", "mười hai". */
const ONES = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const LAST: Record<string, number> = { mốt: 1, tư: 4, lăm: 5, nhăm: 5 }

const ones = ONES.slice(1).join('|')
const NUMBER_WORDS = new RegExp(
  `(?:(?:(${ones}) mươi|(mười))(?: (${ones}|mốt|tư|lăm|nhăm))?|(${ones}))(?![\\p{L}\\d])`,
  'uy',
)
const DIGITS = /(?<!\d)(\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)(?!\d)/y
const IN_DIGITS = / ?\((\d{1,3})\)/y
const SAID_AGAIN = new RegExp(` ?\\((?:${ones}|mười|[ ]|mươi|mốt|tư|lăm)+\\)`, 'uy')

export type Found<T> = { value: T; end: number }

const at = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from
  return pattern.exec(text)
}

const oneOf = (word: string): number => LAST[word] ?? ONES.indexOf(word as (typeof ONES)[number])

/** A number in digits, with the word in brackets that says it again. */
export function digitsAt(text: string, from: number): Found<number> | null {
  const found = at(DIGITS, text, from)
  if (!found) return null
  const digits = found[1] as string
  const value = Number(digits.includes(',') ? digits.replace(',', '.') : digits.replaceAll('.', ''))
  return { value, end: at(SAID_AGAIN, text, DIGITS.lastIndex) ? SAID_AGAIN.lastIndex : DIGITS.lastIndex }
}

/** A number in words, up to ninety-nine, with the digits in brackets that say it again. */
export function numberWordAt(text: string, from: number): Found<number> | null {
  const found = at(NUMBER_WORDS, text, from)
  if (!found) return null
  const [, tens, ten, unit, alone] = found
  const value = alone ? oneOf(alone) : (ten ? 1 : oneOf(tens as string)) * 10 + (unit ? oneOf(unit) : 0)
  const again = at(IN_DIGITS, text, NUMBER_WORDS.lastIndex)
  return { value, end: Number(again?.[1]) === value ? IN_DIGITS.lastIndex : NUMBER_WORDS.lastIndex }
}

/** `03`, `ba`: for a month, a quarter, a week. */
export const smallNumber = (text: string): number =>
  /^\d+$/.test(text) ? Number(text) : (numberWordAt(text, 0)?.value ?? LAST[text] ?? 0)
