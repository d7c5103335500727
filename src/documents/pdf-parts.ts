/** Pages → the paragraphs and tables of a whole document, in the order in which they stand on paper. */
import type { Piece } from '../core/document/source.ts'
import type { Row } from './pdf-column-rows.ts'
import { type Layout, type Line, withColumnTables } from './pdf-columns.ts'
import { type Grid, placeIn } from './pdf-grid.ts'
import { atEdges, rowsOf } from './pdf-grid-rows.ts'
import {
  asOne,
  beginsByLook,
  type Fragment,
  fragmentLines,
  paragraphsOf,
  type Segment,
  segmentsOf,
} from './pdf-lines.ts'

/** A page as its pieces of text and the grids drawn on it. */
export type Page = { number: number; fragments: Fragment[]; grids: Grid[] }

type Table = { rows: Row[]; page: number; columns: number }
type Part = { lines: Line[] } | Table

export function piecesOf(pages: readonly Page[]): Piece[] {
  const parts: Part[] = []
  let open: Layout | null = null
  for (const page of pages) {
    const found = partsOf(page, open)
    open = found.open
    for (const part of found.parts) addPart(parts, part)
  }
  const pieces: Piece[] = []
  let table = 0
  for (const part of parts)
    if ('rows' in part) pieces.push(...tablePieces(part, table++, pieces.length))
    else pieces.push(...textPieces(part.lines, () => table++))
  return pieces
}

/** A table that goes on over a page is one; the row that the page cut is one row again, the repeated head goes. */
function addPart(parts: Part[], part: Part): void {
  const before = parts.at(-1)
  if (!before) {
    parts.push(part)
  } else if ('lines' in before && 'lines' in part) before.lines.push(...part.lines)
  else if ('rows' in before && 'rows' in part && before.columns === part.columns && before.page < part.page) {
    const head = rowText(before.rows[0])
    const rows = part.rows.filter((row, i) => i > 1 || rowText(row) !== head)
    const [first] = rows
    if (first && isCut(first)) joinRow(before.rows.at(-1), first)
    before.rows.push(...(first && isCut(first) ? rows.slice(1) : rows))
    before.page = part.page
  } else parts.push(part)
}

const rowText = (row: Row | undefined): string => row?.cells.map(({ text }) => text).join('|') ?? ''

/** Its first cell, the number, is empty, and so is the next, or another begins in the midst of a sentence. */
const isCut = ({ cells, cut }: Row): boolean =>
  cut === true ||
  (cells.length > 2 &&
    cells[0]?.text === '' &&
    (cells[1]?.text === '' || cells.some(({ text }) => /^[\p{Ll}(,;.]/u.test(text))))

function joinRow(row: Row | undefined, rest: Row): void {
  for (const cell of row?.cells ?? []) {
    const more = rest.cells.find(({ column }) => column === cell.column)?.text ?? ''
    cell.text = [cell.text, more].filter(Boolean).join(' ')
  }
}

/** `open`: a table without lines that the page before, and then this one, broke off. */
function partsOf(page: Page, open: Layout | null): { parts: Part[]; open: Layout | null } {
  const grids = [...page.grids].sort((one, other) => (other.ys[0] ?? 0) - (one.ys[0] ?? 0))
  const { inGrid, free } = sharedOut(page.fragments, grids)
  const parts: Part[] = []
  let goesOn = open
  const addLines = (lines: readonly Line[]) => {
    const found = withColumnTables(lines, goesOn)
    parts.push(...found.parts)
    goesOn = found.open
  }
  let rest = linesOn(page.number, free)
  for (const grid of grids) {
    const top = grid.ys[0] ?? 0
    addLines(rest.filter(({ y }) => y > top))
    rest = rest.filter(({ y }) => y <= top)
    parts.push({
      rows: rowsOf(grid, inGrid.get(grid) ?? []),
      page: page.number,
      columns: grid.xs.length - 1,
    })
    goesOn = null
  }
  addLines(rest)
  return { parts, open: goesOn }
}

function sharedOut(fragments: readonly Fragment[], grids: readonly Grid[]) {
  const inGrid = new Map<Grid, Fragment[]>(grids.map((grid) => [grid, []]))
  const free: Fragment[] = []
  for (const fragment of fragments.flatMap((one) => atEdges(one, grids))) {
    const at = { x: fragment.x + Math.min(2, fragment.width / 2), y: fragment.y + fragment.size * 0.3 }
    const grid = grids.find((one) => placeIn(one, at.x, at.y))
    if (grid) inGrid.get(grid)?.push(fragment)
    else free.push(fragment)
  }
  return { inGrid, free }
}

const linesOn = (page: number, fragments: readonly Fragment[]): Line[] =>
  fragmentLines(fragments).flatMap((line) => {
    const segments = segmentsOf(line)
    return segments[0] ? [{ segments, fragments: line, page, y: segments[0].y }] : []
  })

function tablePieces({ rows }: { rows: Row[] }, table: number, offset: number): Piece[] {
  const pieces: Piece[] = []
  const above = new Map<number, number>()
  rows.forEach((row, at) => {
    for (const { text, column, span, continued, maybeMerged, guessed } of row.cells) {
      const cell = {
        ...{ table, row: at, column, span },
        ...(maybeMerged && text === '' && { maybeMerged }),
        ...(guessed && { guessed }),
      }
      const continues = continued ? above.get(column) : undefined
      pieces.push(continues === undefined ? { text, cell } : { text: '', cell, continues })
      if (continues === undefined) above.set(column, offset + pieces.length - 1)
    }
  })
  return pieces
}

/** Lines with a wide gap in them are a letterhead or signatures, read one column after the other. */
function textPieces(lines: readonly Line[], newTable: () => number): Piece[] {
  const right = Math.max(...lines.flatMap(({ segments }) => segments.map((segment) => segment.right)), 0)
  const pieces: Piece[] = []
  let run: Line[] = []
  const flush = () => {
    const [first] = run
    if (!first) return
    const segments = run.map((line) => line.segments)
    if (isRows(run)) pieces.push(...rowPieces(segments.map(asOne), newTable()))
    else {
      const texts = isParted(first)
        ? columnsOf(segments).map(({ text }) => text)
        : paragraphsOf(segments.map(asOne), right, beginsByLook)
      pieces.push(...texts.map((text) => ({ text, page: first.page })))
    }
    run = []
  }
  for (const line of lines) {
    if (run[0] && isParted(run[0]) !== isParted(line)) flush()
    run.push(line)
  }
  flush()
  return pieces
}

/** What is no table that can be read stays line by line, and is no prose. */
const rowPieces = (lines: readonly Segment[], table: number): Piece[] =>
  lines.map(({ text }, row) => ({ text, cell: { table, row, column: 0, span: 1, guessed: true } }))

const isParted = ({ segments }: Line): boolean => segments.length > 1

/** More than two columns, or more lines than a letterhead has. */
const isRows = (lines: readonly Line[]): boolean =>
  lines.some(({ segments }) => segments.length > 2) ||
  (lines.length > LETTERHEAD_LINES && lines.every(isParted))

const LETTERHEAD_LINES = 10

function columnsOf(lines: readonly Segment[][]): Segment[] {
  const middle = Math.min(...lines.map((segments) => segments[1]?.left ?? 0))
  const all = lines.flat()
  return [...all.filter(({ left }) => left < middle), ...all.filter(({ left }) => left >= middle)]
}
