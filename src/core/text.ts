/**
 * Vietnamese text on its way in. `hoá` and `hóa` are one word in two spellings, and a decomposed letter is the same
 * letter: what is compared or searched is folded here, what is quoted is kept as it was written.
 */

/** NFC, no-break spaces and runs of white space as one space, trimmed. For titles, names, notes. */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
    .trim()

const TONES = '\u0300\u0301\u0303\u0309\u0323'
// New style puts the tone of oa, oe, uy on the second vowel (hoá), old style on the first (hóa).
const OLD_STYLE = new RegExp(`([ou])([${TONES}])([aey])(?![a-z\u0300-\u036f])`, 'g')

/** One spelling for both tone placements, lower case, NFC: for comparing words, never for showing them. */
export function foldTone(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(OLD_STYLE, (whole, first: string, tone: string, second: string) =>
      ['oa', 'oe', 'uy'].includes(first + second) ? first + second + tone : whole,
    )
    .normalize('NFC')
}

/** Without diacritics, lower case: `chuyen doi so` for `Chuyển đổi số`. For searching. */
export const foldAll = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .normalize('NFC')

/** What a quote is compared by: markdown emphasis dropped, white space and Unicode folded. */
export const comparable = (text: string): string => foldTone(tidy(text.replace(/[*_]/g, '')))
