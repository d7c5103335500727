/** Labels and their words inside a paragraph: a whole line of one label, or several in one sentence. */
import { type FieldName, labelField } from './field-label.ts'
import { keyOf, part, trimmed, type Words } from './words.ts'

export type Field = { name: FieldName; label: string; words: Words }
/** `head` is what stands before the first label. */
export type Fielded = { head: Words; fields: Field[] }

const INLINE = new RegExp(
  [
    '(?:^|[.;,:(]\\s*|\\s-\\s*|\\s\\+\\s*|\\s(?=(?:co quan|don vi|bo phan) (?:chu tri|phoi hop|thuc hien)))',
    '((?:(?:co quan|don vi|bo phan|to chuc|ca nhan|nguoi|phong|can bo)[^:.;]{0,30}?)?',
    '(?:chu tri|phoi hop|thuc hien|phu trach|tham gia|chiu trach nhiem|dau moi)[^:.;()]{0,25}?',
    '|(?:thoi gian|thoi han|tien do|tan suat|tan xuat|thoi luong|thoi diem|han hoan thanh|hoan thanh|san pham|ket qua|dia diem|kinh phi|hinh thuc|doi tuong|thanh phan)',
    '[^:.;,()]{0,25}?)\\s*:',
  ].join(''),
  'g',
)

const AT_START = /^([^:]{3,60}?)\s*:/u

type Cut = { at: number; end: number; name: FieldName; label: string }

export function fieldsIn(words: Words): Fielded {
  const cuts = cutsOf(words.text)
  const [first] = cuts
  if (!first) return { head: words, fields: [] }
  const fields = cuts.map(({ end, name, label }, i): Field => {
    const value = part(words, end, cuts[i + 1]?.at ?? words.text.length)
    return { name, label, words: clean(value) }
  })
  return { head: clean(part(words, 0, first.at)), fields }
}

function cutsOf(text: string): Cut[] {
  const key = keyOf(text)
  const cuts: Cut[] = []
  const label = AT_START.exec(text)?.[1]
  const name = label === undefined ? null : labelField(label)
  if (label !== undefined && name) cuts.push({ at: 0, end: text.indexOf(':') + 1, name, label: label.trim() })
  for (const { 0: whole, 1: found = '', index } of key.matchAll(INLINE)) {
    const end = index + whole.length
    const at = end - whole.length + whole.indexOf(found)
    if (at < (cuts.at(-1)?.end ?? 0)) continue
    const inner = text.slice(at, at + found.length).trim()
    const field = labelField(inner)
    if (field) cuts.push({ at, end, name: field, label: inner })
  }
  return cuts
}

/** "Chỉ tiêu: 36 tin/năm" says how often, whatever its label. */
export const withRhythm = (field: Field): Field =>
  field.name === 'product' && RHYTHM.test(keyOf(field.words.text)) ? { ...field, name: 'often' } : field

/** At its beginning a count a year too; anywhere else a shorter rhythm: "52 chuyên mục (01 chuyên mục/tuần)". */
const RHYTHM =
  /(?<!\p{L})(?:moi|hang) (?:ngay|tuan|thang|quy),? (?:\p{L}+ ){0,3}\d{1,2} \p{L}|(?<![\d%])\d{1,3} ?\p{L}[\p{L}, ]{1,16}\/ ?(?:\d{1,2} ?)?(?:ngay|tuan|thang|quy)(?!\p{L})|^(?:it nhat |toi thieu |moi (?:ap|thon|xa|khu pho|chi bo|truong|don vi) )*\d{1,3} ?[\p{L}, ]{2,16}\/ ?(?:\d{1,2} ?)?(?:ngay|tuan|thang|quy|nam)(?!\p{L})/u

/** Without the marks that part it from what follows. */
export function clean(words: Words): Words {
  const start = /^[\s,;:.\-+–]*/.exec(words.text)?.[0].length ?? 0
  const end = words.text.length - (/[\s,;:.\-(+]*$/.exec(words.text)?.[0].length ?? 0)
  const inner = part(words, start, Math.max(start, end))
  const open = inner.text.split('(').length - inner.text.split(')').length
  const closed = open < 0 && inner.text.endsWith(')') ? part(inner, 0, inner.text.length - 1) : inner
  return trimmed(closed)
}
