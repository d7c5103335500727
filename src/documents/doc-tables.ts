/** Tables of a .doc, whose text has tabs between cells and a tab before the line end that ends a row. */
import type { Piece } from '../core/document/source.ts'

type Table = { rows: string[][] }
type Part = { lines: string[] } | Table

export function docPieces(body: string): Piece[] {
  const pieces: Piece[] = []
  let table = 0
  for (const part of partsOf(body.replace(/\r\n?/g, '\n')))
    if ('rows' in part) pieces.push(...tablePieces(part.rows, table++, pieces.length))
    else pieces.push(...part.lines.filter((line) => line.trim() !== '').map((text) => ({ text })))
  return pieces
}

/** Words between two rows end a table, for Word puts a paragraph between two tables. */
function partsOf(body: string): Part[] {
  const parts: Part[] = []
  const chunks = body.split('\t\n')
  const after = chunks.pop() ?? ''
  for (const chunk of chunks) {
    const cells = chunk.split('\t')
    const [first = ''] = cells
    const last = parts.at(-1)
    const table = last && 'rows' in last ? last : null
    if (table && (!first.includes('\n') || isWholeCell(first, cells, table))) table.rows.push(cells)
    else {
      const at = first.lastIndexOf('\n') + 1
      parts.push({ lines: first.slice(0, at).split('\n') }, { rows: [[first.slice(at), ...cells.slice(1)]] })
    }
  }
  return [...parts, { lines: after.replaceAll('\t', ' ').split('\n') }]
}

/** A cell of several lines, not words before a table that begins like the last one: how many cells rows have tells. */
const isWholeCell = (first: string, cells: readonly string[], { rows }: Table): boolean =>
  rows.at(-1)?.length === cells.length &&
  first.slice(first.lastIndexOf('\n') + 1).trim() !== rows[0]?.[0]?.trim()

type Placed = { text: string; column: number; span: number; continues: boolean }

function tablePieces(rows: readonly string[][], table: number, offset: number): Piece[] {
  const width = Math.max(...rows.map((cells) => cells.length))
  const pieces: Piece[] = []
  const above = new Map<number, number>()
  rows.forEach((cells, row) => {
    for (const { text, column, span, continues } of placed(cells, rows[row + 1], rows[row - 1], width)) {
      const known = above.get(column)
      const cell = { table, row, column, span }
      if (continues && known !== undefined) pieces.push({ text: '', cell, continues: known })
      else {
        // The file does not say which empty cells are the lower part of a merged one.
        const isOpen = text === '' && known !== undefined
        pieces.push({ text, cell: isOpen ? { ...cell, maybeMerged: true } : cell })
        if (text !== '') above.set(column, offset + pieces.length - 1)
      }
    }
  })
  return pieces
}

function placed(
  cells: readonly string[],
  below: readonly string[] | undefined,
  before: readonly string[] | undefined,
  width: number,
): Placed[] {
  const texts = cells.map((text) => text.trim())
  if (texts.length < width) {
    const spans = below && headSpans(texts.length, below, width)
    return spread(texts, spans ?? texts.map((_, i) => (i === texts.length - 1 ? width - i : 1)))
  }
  const isBelowHead = before !== undefined && headSpans(before.length, cells, width) !== null
  return texts.map((text, column) => ({ text, column, span: 1, continues: isBelowHead && text === '' }))
}

function spread(texts: readonly string[], spans: readonly number[]): Placed[] {
  let column = 0
  return texts.map((text, i) => {
    const span = spans[i] ?? 1
    const one = { text, column, span, continues: false }
    column += span
    return one
  })
}

/** A head of two rows: where the lower is empty its cell goes on, where it has words they share the one above. */
function headSpans(count: number, below: readonly string[], width: number): number[] | null {
  if (count >= width || below.length !== width || below[0]?.trim() !== '') return null
  const spans: number[] = []
  below.forEach((text, i) => {
    const empty = text.trim() === ''
    const goesOn = !empty && i > 0 && below[i - 1]?.trim() !== ''
    if (goesOn) spans.push((spans.pop() ?? 0) + 1)
    else spans.push(1)
  })
  return spans.length === count ? spans : null
}
