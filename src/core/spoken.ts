/**
 * A text as an announcer reads it: numbers, dates, hours, document numbers and abbreviations in words. For counting
 * how long it takes, never for showing.
 */
import { digitWords, numberWords } from './number-words.ts'

/** As offices write them, and how they are read. */
const ABBREVIATIONS: Record<string, string> = {
  ATTT: 'an toàn thông tin',
  BCĐ: 'ban chỉ đạo',
  BHXH: 'bảo hiểm xã hội',
  BHYT: 'bảo hiểm y tế',
  CCCD: 'căn cước công dân',
  CCHC: 'cải cách hành chính',
  CĐS: 'chuyển đổi số',
  CNTT: 'công nghệ thông tin',
  CP: 'Chính phủ',
  CT: 'chỉ thị',
  CTr: 'chương trình',
  CV: 'công văn',
  DVC: 'dịch vụ công',
  DVCTT: 'dịch vụ công trực tuyến',
  HĐND: 'Hội đồng nhân dân',
  HTX: 'hợp tác xã',
  KH: 'kế hoạch',
  KT: 'kinh tế',
  LHPN: 'Liên hiệp phụ nữ',
  MTTQ: 'Mặt trận Tổ quốc',
  NĐ: 'nghị định',
  NQ: 'nghị quyết',
  NTM: 'nông thôn mới',
  PCCC: 'phòng cháy chữa cháy',
  QĐ: 'quyết định',
  QH: 'Quốc hội',
  TB: 'thông báo',
  THCS: 'trung học cơ sở',
  THPT: 'trung học phổ thông',
  TT: 'thông tư',
  TTHC: 'thủ tục hành chính',
  TTg: 'Thủ tướng',
  TU: 'Tỉnh ủy',
  TW: 'Trung ương',
  UBND: 'Ủy ban nhân dân',
  UBTVQH: 'Ủy ban Thường vụ Quốc hội',
  VNeID: 'vi en i ai đi',
  VH: 'văn hóa',
  XH: 'xã hội',
}

/** Foreign words have more syllables in writing than when they are read. */
const LOAN_WORDS: Record<string, string> = {
  email: 'i meo',
  facebook: 'phây búc',
  fanpage: 'phen pây',
  internet: 'in tơ nét',
  online: 'on lai',
  smartphone: 'smát phôn',
  website: 'oép sai',
  wifi: 'oai phai',
  zalo: 'da lô',
}

const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10 }

type Rule = [pattern: RegExp, words: (...found: string[]) => string]

const yearWords = (year: string | undefined): string => (year ? ` năm ${numberWords(year)}` : '')
const monthWords = (month: string): string =>
  Number(month) === 4 ? 'tư' : numberWords(String(Number(month)))

/** In this order: what a later rule would take apart comes first. */
const RULES: Rule[] = [
  [/https?:\/\/\S+/g, (link) => link.replace(/^https?:\/\//, '').replace(/[./]+/g, ' chấm ')],
  [
    /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/g,
    (_, day = '', month = '', year) =>
      ` ${numberWords(String(Number(day)))} tháng ${monthWords(month)}${yearWords(year)} `,
  ],
  [
    /(?<=(?:ngày|sáng|trưa|chiều|tối|mùng|thứ \S+|Chủ nhật) )(\d{1,2})\/(\d{1,2})(?![\d/])/giu,
    (_, day = '', month = '') => ` ${numberWords(String(Number(day)))} tháng ${monthWords(month)} `,
  ],
  [
    /(?<=tháng )(\d{1,2})\/(\d{4})(?![\d/])/giu,
    (_, month = '', year) => ` ${monthWords(month)}${yearWords(year)} `,
  ],
  [
    /(?<=quý )([IVX]+)(?:\/(\d{4}))?(?!\p{L})/giu,
    (_, numeral = '', year) => ` ${romanWords(numeral)}${yearWords(year)} `,
  ],
  [
    /(?<=(?:lần thứ|khoá|khóa|Đại hội|chương|phần|mục|kỳ) )([IVX]+)(?!\p{L})/gu,
    (_, numeral = '') => ` ${romanWords(numeral)} `,
  ],
  [
    /(?<!\d)([01]?\d|2[0-3])(?:h|:|g)([0-5]\d)?(?!\p{L}|\d)/gu,
    (_, hour = '', minute) =>
      ` ${numberWords(String(Number(hour)))} giờ${minute && minute !== '00' ? ` ${numberWords(String(Number(minute)))}` : ''} `,
  ],
  [
    /(?<![\p{L}\d])(\d+)((?:\/\d{4})?[/-])(?=[A-ZĐ]{2,})/gu,
    (_, number = '', rest = '') =>
      ` ${numberWords(number)} ${rest.includes('/') ? 'trên' : ''}${
        /\d/.test(rest) ? ` ${numberWords(rest.replace(/\D/g, ''))} trên` : ''
      } `,
  ],
  [/(?<=[A-ZĐ]{2})\/(?=[A-ZĐ])/gu, () => ' '],
  [/(\d+)\s*[-–]\s*(\d+)/g, (_, from = '', to = '') => `${from} đến ${to}`],
  [/(?<=\d)\s*%/g, () => ' phần trăm '],
  [/(?<=\d)\s*đ(?!\p{L})/gu, () => ' đồng '],
  [/(?<=\d)\s*km²/g, () => ' ki lô mét vuông '],
  [/(?<=\d)\s*(ha|kg|km|m)(?!\p{L})/gu, (_, unit = '') => ` ${UNITS[unit]} `],
  [/\d{1,3}(?:\.\d{3})+(?!\d)/g, (number) => ` ${numberWords(number.replaceAll('.', ''))} `],
  [/(\d+),(\d+)/g, (_, whole = '', part = '') => ` ${numberWords(whole)} phẩy ${numberWords(part)} `],
  [/(\d+)\/(\d+)/g, (_, above = '', below = '') => ` ${numberWords(above)} trên ${numberWords(below)} `],
  [/(?<!\d)0\d{7,}|\d{9,}/g, (digits) => ` ${digitWords(digits)} `],
  [/\d+/g, (digits) => ` ${numberWords(digits)} `],
]

const UNITS: Record<string, string> = { ha: 'héc ta', kg: 'ki lô gam', km: 'ki lô mét', m: 'mét' }

function romanWords(numeral: string): string {
  const values = [...numeral.toUpperCase()].map((letter) => ROMAN[letter] as number)
  const total = values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0)
  return numberWords(String(total))
}

const WORD = /[\p{L}\p{M}]+/gu

/** Letters of an unknown abbreviation are read one by one. */
const isSpelled = (word: string): boolean =>
  /^[A-ZĐ]{2,6}$/u.test(word) && !/[AEIOUY]/.test(word.slice(0, -1))

function wordAloud(word: string): string {
  const known = Object.hasOwn(ABBREVIATIONS, word) ? ABBREVIATIONS[word] : LOAN_WORDS[word.toLowerCase()]
  if (known) return known
  return isSpelled(word) ? [...word].join(' ') : word
}

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
