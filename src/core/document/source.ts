/**
 * A document as it was read, before anybody says what it means: its text as kept, and the blocks that the text falls
 * into. Every later value points into that text by offset, so a quote is always cut from it, never retyped.
 */
import type { OldAlphabet } from '../old-alphabet.ts'

export type DocumentKind = 'docx' | 'doc' | 'pdf' | 'text'

/**
 * Where a block stands in a table: all counted from 0. A merged cell covers `span` columns. `maybeMerged`: empty, and the
 * file does not say whether it is the lower part of the cell above. `guessed`: nothing drawn says where its row ends.
 */
export type Cell = {
  table: number
  row: number
  column: number
  span: number
  maybeMerged?: true
  guessed?: true
}

/** A paragraph, a line or a cell: `text.slice(from, to)`. */
export type Block = { from: number; to: number; cell: Cell | null; page: number | null }

export type SourceText = {
  kind: DocumentKind
  text: string
  blocks: Block[]
  /** Said to the officer: the text as kept is not what the file holds. */
  converted: OldAlphabet | null
  /** Automatic numbers of lists are not in what this kind of file gives. */
  numbersLost: boolean
}

/** What a reader finds, in reading order. A continued merged cell repeats the piece that it continues. */
export type Piece = { text: string; cell?: Cell; page?: number; continues?: number }

const SAME_ROW = (one: Cell | undefined, next: Cell | undefined): boolean =>
  one !== undefined && next !== undefined && one.table === next.table && one.row === next.row

/** Joins what a reader found into the text that is kept: a line each, cells of a row with tabs between. */
export function keepPieces(pieces: readonly Piece[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = []
  const parts: string[] = []
  let length = 0
  let before: Piece | undefined
  for (const piece of pieces) {
    const { cell = null, page = null, continues } = piece
    const kept = continues === undefined ? undefined : blocks[continues]
    if (kept) {
      blocks.push({ ...kept, cell, page })
      continue
    }
    const joint = before ? (SAME_ROW(before.cell, piece.cell) ? '\t' : '\n') : ''
    parts.push(joint, piece.text)
    length += joint.length
    blocks.push({ from: length, to: length + piece.text.length, cell, page })
    length += piece.text.length
    before = piece
  }
  return { text: parts.join(''), blocks }
}

/** Limits that hold for every kind, against files made to fill the memory. */
export const MAX_BYTES = 10 * 1024 * 1024
export const MAX_PAGES = 100
export const MAX_CHARACTERS = 300_000
