/**
 * TCVN3 (fonts called .Vn…) and VNI wrote Vietnamese in the places of Western letters. Both are turned into Unicode by
 * tables, the longest form first: VNI's `ôø` must be taken before its `ô`.
 */
/** An alphabet from before Unicode. */
export type OldAlphabet = 'tcvn3' | 'vni'

const pairs = (from: string, to: string): [string, string][] => {
  const letters = to.split(' ')
  return from.split(' ').map((old, i) => [old, letters[i] ?? ''])
}

/** Small letters; capitals with tones come from fonts whose names end in H. */
const TCVN3 = new Map([
  ...pairs('µ ¸ ¶ · ¹', 'à á ả ã ạ'),
  ...pairs('¨ » ¾ ¼ ½ Æ', 'ă ằ ắ ẳ ẵ ặ'),
  ...pairs('© Ç Ê È É Ë', 'â ầ ấ ẩ ẫ ậ'),
  ...pairs('® Ì Ð Î Ï Ñ', 'đ è é ẻ ẽ ẹ'),
  ...pairs('ª Ò Õ Ó Ô Ö', 'ê ề ế ể ễ ệ'),
  ...pairs('× Ý Ø Ü Þ', 'ì í ỉ ĩ ị'),
  ...pairs('ß ã á â ä', 'ò ó ỏ õ ọ'),
  ...pairs('« å è æ ç é', 'ô ồ ố ổ ỗ ộ'),
  ...pairs('¬ ê í ë ì î', 'ơ ờ ớ ở ỡ ợ'),
  ...pairs('ï ó ñ ò ô', 'ù ú ủ ũ ụ'),
  ...pairs('\u00ad õ ø ö ÷ ù', 'ư ừ ứ ử ữ ự'),
  ...pairs('ú ý û ü þ', 'ỳ ý ỷ ỹ ỵ'),
  ...pairs('¡ ¢ § £ ¤ ¥ ¦', 'Ă Â Đ Ê Ô Ơ Ư'),
])

const TONES = { plain: '', grave: '\u0300', acute: '\u0301', hook: '\u0309', tilde: '\u0303', dot: '\u0323' }

/** VNI's marks stand after the letter: a tone alone, or one letter for a hat or a breve with its tone. */
const VNI_TONE = { ø: TONES.grave, ù: TONES.acute, û: TONES.hook, õ: TONES.tilde, ï: TONES.dot }
const VNI_HAT = {
  â: TONES.plain,
  à: TONES.grave,
  á: TONES.acute,
  å: TONES.hook,
  ã: TONES.tilde,
  ä: TONES.dot,
}
const VNI_BREVE = {
  ê: TONES.plain,
  è: TONES.grave,
  é: TONES.acute,
  ú: TONES.hook,
  ü: TONES.tilde,
  ë: TONES.dot,
}
const VNI_BARE = pairs('ô ö ñ í ì æ ó ò î', 'ơ ư đ í ì ỉ ĩ ị ỵ')

function vniTable(): Map<string, string> {
  const table = new Map<string, string>()
  const add = (from: string, to: string) => {
    table.set(from, to.normalize('NFC'))
    table.set(from.toUpperCase(), to.normalize('NFC').toUpperCase())
    table.set(from.charAt(0).toUpperCase() + from.slice(1), capital(to.normalize('NFC')))
  }
  for (const vowel of 'aeouyôö')
    for (const [mark, tone] of Object.entries(VNI_TONE)) add(vowel + mark, (HORNED[vowel] ?? vowel) + tone)
  for (const vowel of 'aeo')
    for (const [mark, tone] of Object.entries(VNI_HAT)) add(vowel + mark, `${vowel}\u0302${tone}`)
  for (const [mark, tone] of Object.entries(VNI_BREVE)) add(`a${mark}`, `a\u0306${tone}`)
  for (const [from, to] of VNI_BARE) add(from, to)
  return table
}

const HORNED: Record<string, string> = { ô: 'ơ', ö: 'ư' }
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const VNI = vniTable()

const VNI_FORMS = new RegExp(
  [...VNI.keys()].sort((one, other) => other.length - one.length || (one < other ? -1 : 1)).join('|'),
  'g',
)

const fromTcvn3 = (text: string): string => text.replace(/[\u00a1-\u00ff]/g, (old) => TCVN3.get(old) ?? old)
const fromVni = (text: string): string => text.replace(VNI_FORMS, (old) => VNI.get(old) ?? old)

export const toUnicode = (text: string, from: OldAlphabet): string =>
  from === 'tcvn3' ? fromTcvn3(text) : fromVni(text)

/** The alphabet that a font's name tells: `.VnTime`, `VNI-Times`. */
export const alphabetOfFont = (font: string): OldAlphabet | null =>
  /^\.vn/i.test(font) ? 'tcvn3' : /^vni[-\s]/i.test(font) ? 'vni' : null

/** Fonts of capitals draw small letters large. */
export const isCapitalFont = (font: string): boolean => /^\.vn.*h$/i.test(font)

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

// Letters that only Unicode Vietnamese has; healthy text is full of them.
const MODERN = /[\u1ea0-\u1ef9ơưƠƯăĂ]|\p{M}/gu
const TCVN3_INSIDE = /[a-zA-Z][µ¸¶·¹»¾¼½®©ª«¬¨\u00adÖÔÊ×Ø][a-zA-Z\s]|[®§][a-z]/g
const VNI_PAIRS = /[aeoôöuAEOÔÖU][øùûõïâåäØÙÛÕÏÂÅÄ]|[aA][êéèúüëÊÉÈÚÜË]|ñ[aeouôöiy]/g

/** What a text without fonts was written in; null for Unicode. */
export function alphabetOfText(text: string): OldAlphabet | null {
  const words = count(text, /\S+/g)
  if (words < 5 || count(text, MODERN) > words / 20) return null
  const tcvn3 = count(text, TCVN3_INSIDE)
  const vni = count(text, VNI_PAIRS)
  if (Math.max(tcvn3, vni) < words / 8) return null
  return tcvn3 > vni ? 'tcvn3' : 'vni'
}
