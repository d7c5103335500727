/**
 * Vietnamese text on its way in. `hoá` and `hóa` are one word in two spellings, and a decomposed letter is the same
 * letter: what is compared or searched is folded here, what is quoted is kept as it was written.
 */

// Zero-width marks and soft hyphens come with text copied from web pages, often inside a word, even inside a letter.
const INVISIBLE = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g

/** Marks of direction turn around what stands behind them, on paper too; Vietnamese is written one way. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
export const oneWay = (text: string): string => text.replace(DIRECTION, '')

/** The first that XML forbids or that is no letter at all: controls, half a surrogate pair, noncharacters as U+FFFE. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u
const ALL_FORBIDDEN = new RegExp(FORBIDDEN, 'gu')

export type ForbiddenLetter = { code: string; before: string }

/** `{ code: 'U+FFFE', before: 'số 5 ' }` with the words it stands behind; null for a text that every reader takes. */
export function forbiddenLetter(text: string): ForbiddenLetter | null {
  const found = FORBIDDEN.exec(text)
  if (!found) return null
  const code = found[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
  return { code: `U+${code}`, before: text.slice(Math.max(0, found.index - 20), found.index) }
}

/** For writers of XML: what was stored before such letters were refused must not spoil a document. */
export const readable = (text: string): string => text.replace(ALL_FORBIDDEN, '')

/**
 * One letter for one, so that places in a text hold: what breaks lines in Word, PowerPoint and PDF (VT, FF, NEL, LS,
 * PS) is a line end, and the Icelandic Ð, which looks like it, is the Vietnamese Đ.
 */
export const usualLetters = (text: string): string =>
  text
    .replace(/[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u00d0\u0189]/g, 'Đ')
    .replace(/[\u00f0\u0256]/g, 'đ')

/** NFC, no invisible marks, nothing turned around, no-break spaces and runs of white space as one space, trimmed. For titles, names, notes. */
export const tidy = (text: string): string =>
  oneWay(readable(usualLetters(text)))
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()

const vietnamese = new Intl.Collator('vi', { numeric: true })

/** As a Vietnamese dictionary does: a ă â, d đ, e ê; then by tone; `Thôn 2` before `Thôn 10`. For lists by name. */
export const byName = (a: string, b: string): number => vietnamese.compare(a, b)

// New style puts the tone of oa, oe, uy on the second vowel (hoá), old style on the first (hóa); typists also write
// tòan, hùynh, qủa. The tone of ua without q stays: của.
const TONE = '[\u0300\u0301\u0303\u0309\u0323]'
const EARLY_TONE = new RegExp(`(?<=o|qu)(${TONE})([ae][\u0302\u0306]?)|(?<=u)(${TONE})(y)`, 'g')

/** One spelling for both tone placements, lower case, NFC: for comparing words, never for showing them. */
export const foldTone = (text: string): string =>
  usualLetters(text).toLowerCase().normalize('NFD').replace(EARLY_TONE, '$2$1$4$3').normalize('NFC')

/** Without diacritics, lower case: `chuyen doi so` for `Chuyển đổi số`. For searching. */
export const foldAll = (text: string): string =>
  usualLetters(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .normalize('NFC')

/** For words at the head of a line: `Thứ Hai`. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** For words in the midst of a sentence: `đã phát`. An abbreviation keeps its capitals: `CCHC năm 2025`. */
export const lower = (text: string): string =>
  /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)

/** As a workbook names its columns: `A`, `Z`, `AA` for 0, 25, 26. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}
