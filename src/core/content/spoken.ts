/**
 * A text as an announcer reads it: numbers, dates, hours, document numbers and abbreviations in words. For counting
 * how long it takes, never for showing.
 */
import { wordAloud } from './abbreviations.ts'
import { digitWords, numberWords } from './number-words.ts'

type Rule = [pattern: RegExp, words: (...found: string[]) => string]

/** `01` of a day or of a count is `một`; only document numbers, telephones and minutes keep their zero. */
const amountWords = (digits: string): string => numberWords(digits.replace(/^0(?=\d$)/, ''))
const yearWords = (year: string | undefined): string => (year ? ` năm ${numberWords(year)}` : '')
const monthWords = (month: string): string => (Number(month) === 4 ? 'tư' : amountWords(month))
const dateWords = (day = '', month = '', year?: string): string =>
  ` ${amountWords(day)} tháng ${monthWords(month)}${yearWords(year)} `

/**
 * In this order: what a later rule would take apart comes first. Digits without a bound look behind themselves, or a
 * text of digits alone would be read once from each of them.
 */
const RULES: Rule[] = [
  [
    /(?:https?:\/\/|www\.)\S*[^\s.,;:!?)\]]|(?<![\p{L}\w.-])(?:[\w.-]+@[\w.-]*\w|[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:vn|com|net|org))(?![\p{L}\d])/giu,
    (address) => addressWords(address),
  ],
  [
    /(?<![\d.,/])(?:\+84|\(?0\d{1,3}\)?)(?:[ .-]?\d{1,4}){2,4}(?![\d/]|[.,]\d)|(?<!\d)1[89]00 \d{4,6}(?!\d)/g,
    (found) => (found.replace(/\D/g, '').length < 8 ? found : ` ${digitWords(found.replace(/\D/g, ''))} `),
  ],
  [
    /(?<=(?:gọi|số máy|số điện thoại|đường dây nóng|tổng đài)(?: số)?:? )\d{3,}(?![\d/.,])/giu,
    (digits) => ` ${digitWords(digits)} `,
  ],
  [
    /(?<![\d.-])(\d{1,2})([.-])(\d{1,2})\2(\d{4})(?![\d.-])/g,
    (_, day, __, month, year) => dateWords(day, month, year),
  ],
  [/(?<=\d[h%]?)\s*[-–]\s*(?=\d)/g, () => ' đến '],
  [/(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/g, (_, day, month, year) => dateWords(day, month, year)],
  [
    /(?<=(?:ngày|sáng|trưa|chiều|tối|mùng|thứ \S+|Chủ nhật) )(\d{1,2})\/(\d{1,2})(?![\d/])/giu,
    (_, day, month) => dateWords(day, month),
  ],
  [
    /(?<=tháng )(\d{1,2})\/(\d{4})(?![\d/])/giu,
    (_, month = '', year) => ` ${monthWords(month)}${yearWords(year)} `,
  ],
  [
    /(?<![\p{L}\d])(?=[IVX])(X{0,3}(?:IX|IV|V?I{0,3}))(?:\/(\d{4}))?(?!\p{L})/gu,
    (_, numeral = '', year) => ` ${romanWords(numeral)}${yearWords(year)} `,
  ],
  [
    /(?<![\d.,])([01]?\d|2[0-4])[h:g]([0-5]\d)(?!\p{L}|\d)/gu,
    (_, hour = '', minute = '') =>
      ` ${amountWords(hour)} giờ${minute === '00' ? '' : ` ${numberWords(minute)}`} `,
  ],
  [/(?<=\d)h(?!\p{L}|\d)/gu, () => ' giờ '],
  [
    /(?<![\p{L}\d])(\d+)((?:\/\d{4})?[/-])(?=[A-ZĐ]{2,})/gu,
    (_, number = '', rest = '') =>
      ` ${numberWords(number)} ${rest.includes('/') ? 'trên' : ''}${
        /\d/.test(rest) ? ` ${numberWords(rest.replace(/\D/g, ''))} trên` : ''
      } `,
  ],
  [/(?<=(?:Đề án|Nghị quyết|Nghị định|Chỉ thị|Quyết định|Thông tư|số) )0\d(?!\d)/giu, numberWords],
  [/(?<=[A-ZĐ]{2}r?)\/(?=[A-ZĐ])/gu, () => ' '],
  [/(?<=\p{Ll})(?<!và)\/h(?!\p{L})/gu, () => ' trên giờ '],
  [/(?<=\p{Ll})(?<!và)\/(?=[\p{Ll}\d])/gu, () => ' một '],
  [/&/g, () => ' và '],
  [/°/g, () => ' độ '],
  [/(?<=\d)\s*%/g, () => ' phần trăm '],
  [/(?<=\d)\s*đ(?!\p{L})/gu, () => ' đồng '],
  [
    /(?<=\d)\s*(ha|kg|km|cm|mm|m)([2²3³]?)(?![\p{L}\d])/gu,
    (_, unit = '', power = '') => ` ${UNITS[unit]} ${POWERS[power] ?? ''} `,
  ],
  [
    /(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?(?!\d)/g,
    (_, whole = '', part) =>
      ` ${numberWords(whole.replaceAll('.', ''))} ${part ? `phẩy ${numberWords(part)} ` : ''}`,
  ],
  [/(?<!\d)(\d+),(\d+)/g, (_, whole = '', part = '') => ` ${numberWords(whole)} phẩy ${numberWords(part)} `],
  [/(?<=\d)\.(?=\d)/g, () => ' chấm '],
  [
    /(?<!\d)(\d+)\/(\d+)/g,
    (_, above = '', below = '') => ` ${amountWords(above)} trên ${amountWords(below)} `,
  ],
  [/\d{9,}/g, (digits) => ` ${digitWords(digits)} `],
  [/\d+/g, (digits) => ` ${amountWords(digits)} `],
]

const UNITS: Record<string, string> = {
  ...{ ha: 'héc ta', kg: 'ki lô gam', km: 'ki lô mét', cm: 'xăng ti mét', mm: 'mi li mét', m: 'mét' },
}
const POWERS: Record<string, string> = { 2: 'vuông', '²': 'vuông', 3: 'khối', '³': 'khối' }

/** `dichvucong.gov.vn` → `dichvucong chấm gov chấm vi en` */
const addressWords = (address: string): string =>
  address
    .replace(/^https?:\/\//i, '')
    .replace(/\./g, ' chấm ')
    .replace(/@/g, ' a còng ')
    .replace(/[/_-]+/g, ' gạch ')
    .replace(/\bvn\b/gi, 'vi en')

const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10 }

function romanWords(numeral: string): string {
  const values = [...numeral].map((letter) => ROMAN[letter] as number)
  const total = values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0)
  return numberWords(String(total))
}

const WORD = /[\p{L}\p{M}]+/gu

export function spoken(text: string): string {
  const inWords = RULES.reduce(
    (read, [pattern, words]) => read.replace(pattern, (...found: string[]) => words(...found)),
    text.normalize('NFC'),
  )
  return inWords.replace(WORD, wordAloud)
}

const VOWELS = /[aăâeêioôơuưy]+/g

/** A Vietnamese word is one syllable; of a foreign one each group of vowels is. */
const syllablesOf = (word: string): number => {
  const plain = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC')
  return plain.match(VOWELS)?.length ?? 1
}

/** How many syllables (tiếng) a text has when it is read aloud. */
export const syllables = (text: string): number =>
  (spoken(text).match(WORD) ?? []).reduce((sum, word) => sum + syllablesOf(word), 0)
