/** From the blocks of a source to paragraphs and tables: lines that were only wrapped are joined, what is no text goes. */
import { labelField } from './field-label.ts'
import { markerOf } from './marker.ts'
import type { Block, SourceText } from './source.ts'
import { HOUR_FIRST, TIME_FIRST } from './time-words.ts'
import { join, keyOf, NO_WORDS, type Words, wordsOf } from './words.ts'

export type CellWords = {
  words: Words
  lines: Words[]
  column: number
  span: number
  maybeMerged?: boolean
  guessed?: boolean
}
export type Row = CellWords[]
export type Item = { kind: 'paragraph'; words: Words } | { kind: 'table'; rows: Row[] }

type Line = Words & { wide: number }

export function itemsOf(source: SourceText): Item[] {
  const items: Item[] = []
  let lines: Line[] = []
  const wrap = wrapWidth(source)
  const flush = () => {
    items.push(...paragraphs(lines, wrap).map((words): Item => ({ kind: 'paragraph', words })))
    lines = []
  }
  for (const group of grouped(source.blocks))
    if (group[0]?.cell) {
      flush()
      items.push({ kind: 'table', rows: rowsOf(source.text, group) })
    } else {
      const found = group.map((block) => lineOf(source.text, block)).filter(({ text }) => !isNoise(text))
      lines.push(...found)
    }
  flush()
  return items
}

/** Blocks of one table together, the others in runs. */
function grouped(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (last && last[0]?.cell?.table === block.cell?.table) last.push(block)
    else groups.push([block])
  }
  return groups
}

const lineOf = (text: string, block: Block): Line => {
  const words = wordsOf(text, block)
  return { ...words, wide: words.text.length }
}

const NOISE =
  /^(?:[-–*_=~.\s]+|[-–(]?\s*\d{1,3}\s*[-–)]?|trang\s+\d{1,3}(?:\s*\/\s*\d{1,3})?|cộng hòa xã hội chủ nghĩa việt nam|độc lập\s*-\s*tự do\s*-\s*hạnh phúc|đảng cộng sản việt nam)$/i
const isNoise = (text: string): boolean =>
  text === '' || NOISE.test(text.replace('HOÀ', 'HÒA').replace('oà', 'òa'))

/** The width at which a text was wrapped; null when a line is a paragraph. */
function wrapWidth({ kind, text, blocks }: SourceText): number | null {
  if (kind !== 'text') return null
  const widths = blocks
    .filter(({ cell }) => !cell)
    .map(({ from, to }) => text.slice(from, to).normalize('NFC').trim().length)
    .filter((width) => width > 20)
    .sort((one, other) => one - other)
  const wide = widths[Math.floor(widths.length * 0.95)] ?? 0
  const full = widths.filter((width) => width >= wide * 0.75).length
  return wide >= 50 && wide <= 125 && full > widths.length * 0.25 ? wide : null
}

function paragraphs(lines: readonly Line[], wrap: number | null): Words[] {
  const found: Line[] = []
  let note = false
  lines.forEach((line, i) => {
    const before = found.at(-1)
    if (wrap && (note || (before && startsNote(before, line)))) {
      note = !/[.!?]$/.test(line.text) && i < lines.length - 1
      return
    }
    if (before && goesOn(before, line, wrap))
      found[found.length - 1] = { ...join(before, line), wide: line.wide }
    else found.push(line)
  })
  return found
}

/** A footnote in the midst of a sentence: "1 Theo Kế hoạch…" under "… cập nhật dữ". */
const startsNote = (before: Line, { text }: Line): boolean =>
  /^\d{1,2} \p{Lu}\p{Ll}/u.test(text) && /[\p{Ll},]$/u.test(before.text) && before.wide > 60

const isShouted = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)

export const startsWithLabel = (text: string): boolean => {
  const label = /^(?:[-•+*]\s*)*([^:]{3,60}?)\s*:/u.exec(text)?.[1]
  return label !== undefined && labelField(label) !== null
}

/** Names go on over a line's end in capitals; a time does not. */
const namesOffice = (text: string): boolean => {
  const label = /^(?:[-•+*]\s*)*([^:]{3,60}?)\s*:/u.exec(text)?.[1] ?? ''
  return ['lead', 'doer', 'support'].includes(labelField(label) ?? '')
}

/** "… đến 18h00. Phụ trách:" with its words on the next line. */
const endsWithLabel = (text: string): boolean => {
  const label = /[.;,]\s*([^.;,:]{3,50}):$/u.exec(text)?.[1]
  return label !== undefined && labelField(label) !== null
}

/** "tháng 4 và tháng", "(tháng" at a line's end: the figure that follows numbers no paragraph. */
const COUNTS_NEXT = /(?:(?:(?<!\p{L})(?:và|đến|từ)|,) |\()(?:tháng|ngày|quý)$/iu

/** "từ tháng 2 đến" at a line's end: the month that follows begins no line of a calendar. */
const OPEN_TIME = /(?:(?<!\p{L})(?:từ|đến|và|hoặc|trước|trong|vào)|,)$/iu

/** "ĐỢT 3 (từ ngày 24/5 đến ngày 05/6)" */
const isHeadingInBrackets = (text: string): boolean =>
  text.endsWith(')') && isShouted(text.replace(/\([^()]*\)/g, ''))

function goesOn(before: Line, { text }: Line, wrap: number | null): boolean {
  const ended = before.text
  const full = wrap !== null && before.wide >= wrap * 0.72
  if (wrap !== null && OPEN_TIME.test(ended) && TIME_FIRST.test(text)) return true
  if (startsWithLabel(text) || TIME_FIRST.test(text) || HOUR_FIRST.test(text) || isHeadingInBrackets(ended))
    return false
  if (isShouted(text) && text.length > 6 && !isShouted(ended)) return false
  if (/^[,;.)\]:?!…]/.test(text)) return true
  if (wrap !== null && COUNTS_NEXT.test(ended) && /^\d/.test(text)) return true
  const marker = markerOf(text)
  if (marker) return !marker.label && dashGoesOn(ended, text, full)
  if (isShouted(ended)) return isShouted(text) && (markerOf(ended)?.label ?? '') !== '' && full
  if (wrap !== null && endsWithLabel(ended)) return true
  if (/:$/.test(ended) && startsWithLabel(ended) && /^[^:]{3,60}:$/.test(ended)) return true
  if (
    wrap !== null &&
    (/[,;]$/.test(ended) ||
      (startsWithLabel(ended) &&
        !/[.!?]$/.test(ended) &&
        (full || /^\p{Ll}/u.test(text) || namesOffice(ended))))
  )
    return true
  if (/^[\p{Ll}\d(]/u.test(text)) return full || !/[.;:!?/]$/.test(ended)
  return full && !/[.:!?]$/.test(ended)
}

/** Names that hold a dash, in the two halves that a line's end may part. */
const HALVES: [RegExp, RegExp][] = [
  [/(?:chinh tri|kinh te|van hoa|van hoa,? the thao)$/, /^(?:xa hoi|the thao|thong tin|the duc)/],
  [/tu phap$/, /^ho tich/],
  [/truyen thong$/, /^van hoa/],
  [/(?:tai chinh|dia chinh|ke hoach)$/, /^(?:ke hoach|ke toan|xay dung|nong nghiep|tai chinh|dau tu)/],
  [/to chuc$/, /^(?:noi vu|hanh chinh|lao dong)/],
  [/(?:lao dong|thuong binh)$/, /^(?:thuong binh|xa hoi)/],
  [/(?:cchc|cai cach hanh chinh)$/, /^(?:chuyen doi so|cds)/],
  [/van phong$/, /^thong ke/],
  [/\d$/, /^\d/],
]

function dashGoesOn(before: string, text: string, full: boolean): boolean {
  const after = keyOf(text).replace(/^[-+*]\s*/, '')
  const key = keyOf(before)
  if (HALVES.some(([head, tail]) => head.test(key) && tail.test(after))) return true
  return full && /^- [\p{Ll}\d]/u.test(text) && /[\p{L}\d]$/u.test(before)
}

function rowsOf(text: string, blocks: readonly Block[]): Row[] {
  const rows = new Map<number, Row>()
  for (const block of blocks) {
    const { row = 0, column = 0, span = 1, maybeMerged = false, guessed = false } = block.cell ?? {}
    const cells = rows.get(row) ?? []
    rows.set(row, cells)
    cells.push({ ...cellWords(text, block), column, span, maybeMerged, guessed })
  }
  return [...rows.values()].filter((row) => row.some(({ words }) => words.text !== ''))
}

function cellWords(text: string, { from, to }: Block): { words: Words; lines: Words[] } {
  const lines = [...text.slice(from, to).matchAll(/[^\n]+/g)]
    .map(({ 0: line, index }) =>
      lineOf(text, { from: from + index, to: from + index + line.length, cell: null, page: null }),
    )
    .filter(({ text: line }) => line !== '')
  const joined: Words[] = []
  for (const line of lines) {
    const before = joined.at(-1)
    if (before && goesOn({ ...before, wide: before.text.length }, line, null))
      joined[joined.length - 1] = join(before, line)
    else joined.push(line)
  }
  return { words: joined.reduce((all, line) => join(all, line), NO_WORDS), lines: joined }
}
