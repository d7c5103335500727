/**
 * Vietnamese text on its way in. `hoá` and `hóa` are one word in two spellings, and a decomposed letter is the same
 * letter: what is compared or searched is folded here, what is quoted is kept as it was written.
 */

// Zero-width marks and soft hyphens come with text copied from web pages, often inside a word, even inside a letter.
const INVISIBLE = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g

/** NFC, no invisible marks, no-break spaces and runs of white space as one space, trimmed. For titles, names, notes. */
export const tidy = (text: string): string =>
  text.replace(INVISIBLE, '').normalize('NFC').replace(/\s+/g, ' ').trim()

// New style puts the tone of oa, oe, uy on the second vowel (hoá), old style on the first (hóa); typists also write
// tòan, hùynh, qủa. The tone of ua without q stays: của.
const TONE = '[\u0300\u0301\u0303\u0309\u0323]'
const EARLY_TONE = new RegExp(`(?<=o|qu)(${TONE})([ae][\u0302\u0306]?)|(?<=u)(${TONE})(y)`, 'g')

/** One spelling for both tone placements, lower case, NFC: for comparing words, never for showing them. */
export const foldTone = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(EARLY_TONE, '$2$1$4$3').normalize('NFC')

/** Without diacritics, lower case: `chuyen doi so` for `Chuyển đổi số`. For searching. */
export const foldAll = (text: string): string =>
  text
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
