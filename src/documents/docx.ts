/**
 * Word documents (.docx): paragraphs with the automatic numbers that Word shows, tables with merged cells filled.
 * Left out: headers, footnotes, text boxes, deleted and hidden text.
 */
import { type Refusal, refusal } from '../core/document/refusal.ts'
import { keepPieces, MAX_PAGES, type Piece, type SourceText } from '../core/document/source.ts'
import { alphabetOfFont, isCapitalFont, type OldAlphabet, toUnicode } from '../core/old-alphabet.ts'
import { counter, type InList, readNumbering } from './docx-numbers.ts'
import { fontOfStyle, listOfStyle, readStyles, type Styles } from './docx-styles.ts'
import { type Attributes, readXml } from './xml.ts'
import { unzipParts } from './zip.ts'

const PARTS = {
  body: 'word/document.xml',
  numbering: 'word/numbering.xml',
  styles: 'word/styles.xml',
}

export function readDocx(bytes: Uint8Array): SourceText | Refusal {
  const parts = unzipParts(bytes, Object.values(PARTS))
  if ('code' in parts) return parts as Refusal
  const body = parts[PARTS.body]
  if (!body) return refusal('unsupported')
  const numbering = readNumbering(parts[PARTS.numbering])
  if ('code' in numbering) return numbering
  const styles = readStyles(parts[PARTS.styles])
  if ('code' in styles) return styles
  const number = counter(numbering, (style) => listOfStyle(styles, style))
  const reader = bodyReader(styles, number)
  const fault = readXml(body, reader.handlers)
  if (fault) return fault
  if (reader.pages() > MAX_PAGES) return refusal('too-long')
  return { kind: 'docx', ...keepPieces(reader.pieces), converted: reader.converted(), numbersLost: false }
}

type Paragraph = { text: string[]; style: string | null; list: string | null; level: number | null }
type Table = { number: number; row: number; column: number; open: Map<number, number> }
type OpenCell = { text: string[]; span: number; merge: 'start' | 'continue' | null }

/** Whole elements that are no part of the text as it is read. */
const SKIPPED = new Set([
  ...['w:del', 'w:moveFrom', 'w:txbxContent', 'mc:Fallback', 'w:footnote', 'w:pict', 'w:sectPr'],
  ...['w:pPrChange', 'w:rPrChange', 'w:tblPrChange', 'w:numberingChange'],
])

const isOff = (attributes: Attributes): boolean =>
  ['0', 'false', 'off', 'none'].includes(attributes['w:val'] ?? '')

function bodyReader(styles: Styles, number: (inList: InList) => string) {
  const pieces: Piece[] = []
  const tables: { table: Table; cell: OpenCell | null }[] = []
  let tableCount = 0
  let skipping = 0
  let paragraph: Paragraph | null = null
  let run: { font: string; hidden: boolean } | null = null
  let inText = false
  let pages = 1
  let converted: OldAlphabet | null = null

  /** A table inside a cell is read as the cell's lines. */
  const outer = () => (tables.length === 1 ? tables[0] : undefined)

  const write = (text: string) => {
    if (!paragraph || run?.hidden) return
    const font = run?.font || fontOfStyle(styles, paragraph.style)
    const alphabet = alphabetOfFont(font)
    if (alphabet) converted = alphabet
    const unicode = alphabet ? toUnicode(text, alphabet) : text
    paragraph.text.push(isCapitalFont(font) ? unicode.toLocaleUpperCase('vi') : unicode)
  }

  const labelOf = ({ style, list, level }: Paragraph): string => {
    if (list === '0') return ''
    const inherited = listOfStyle(styles, style ?? styles.paragraph)
    const inList = list ? { list, level: level ?? inherited?.level ?? 0 } : inherited
    return inList ? number({ ...inList, level: level ?? inList.level }) : ''
  }

  const endParagraph = (ended: Paragraph) => {
    const text = ended.text.join('').trim()
    const label = labelOf(ended)
    const line = [label, text].filter(Boolean).join(' ')
    const cell = tables[0]?.cell
    if (cell) cell.text.push(line)
    else if (text) pieces.push({ text: line })
  }

  const endCell = (table: Table, { text, span, merge }: OpenCell) => {
    const cell = { table: table.number, row: table.row, column: table.column, span }
    const above = merge === 'continue' ? table.open.get(table.column) : undefined
    if (above !== undefined) pieces.push({ text: '', cell, continues: above })
    else {
      const kept = text.filter(Boolean).join('\n')
      pieces.push({ text: kept, cell })
      if (merge === 'start') table.open.set(table.column, pieces.length - 1)
      else table.open.delete(table.column)
    }
    table.column += span
  }

  const open = (name: string, attributes: Attributes) => {
    if (skipping || SKIPPED.has(name)) {
      skipping++
      return
    }
    const value = attributes['w:val'] ?? ''
    const cell = outer()?.cell
    if (name === 'w:p') paragraph = { text: [], style: null, list: null, level: null }
    else if (name === 'w:tbl') {
      const table = { number: tables.length ? -1 : tableCount++, row: -1, column: 0, open: new Map() }
      tables.push({ table, cell: null })
    } else if (name === 'w:tr' && outer()) Object.assign(outer()?.table ?? {}, nextRow(outer()?.table))
    else if (name === 'w:gridBefore' && outer())
      Object.assign(outer()?.table ?? {}, { column: Number(value) })
    else if (name === 'w:tc' && outer())
      Object.assign(outer() ?? {}, { cell: { text: [], span: 1, merge: null } satisfies OpenCell })
    else if (name === 'w:gridSpan' && cell) cell.span = Math.max(1, Number(value) || 1)
    else if (name === 'w:vMerge' && cell) cell.merge = value === 'restart' ? 'start' : 'continue'
    else if (name === 'w:r') run = { font: '', hidden: false }
    else if (name === 'w:rFonts' && run) run.font = attributes['w:ascii'] ?? ''
    else if (name === 'w:vanish' && run) run.hidden = !isOff(attributes)
    else if (name === 'w:t') inText = true
    else if (name === 'w:tab' && run) write(' ')
    else if (name === 'w:noBreakHyphen') write('-')
    else if (name === 'w:lastRenderedPageBreak') pages++
    else if ((name === 'w:br' || name === 'w:cr') && run) write(attributes['w:type'] === 'page' ? ' ' : '\n')
    else if (paragraph && name === 'w:pStyle') paragraph.style = value
    else if (paragraph && name === 'w:numId') paragraph.list = value
    else if (paragraph && name === 'w:ilvl') paragraph.level = Number(value)
  }

  const close = (name: string) => {
    if (skipping) {
      skipping--
      return
    }
    if (name === 'w:p' && paragraph) {
      endParagraph(paragraph)
      paragraph = null
    } else if (name === 'w:tc') {
      const at = outer()
      if (at?.cell) endCell(at.table, at.cell)
      if (at) at.cell = null
    } else if (name === 'w:tbl') tables.pop()
    else if (name === 'w:r') run = null
    else if (name === 'w:t') inText = false
  }

  const text = (words: string) => {
    if (inText && !skipping) write(words)
  }
  return { handlers: { open, close, text }, pieces, pages: () => pages, converted: () => converted }
}

const nextRow = (table: Table | undefined) => ({ row: (table?.row ?? -1) + 1, column: 0 })
