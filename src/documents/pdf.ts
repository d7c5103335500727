/** PDFs that hold text. The library is large, so it is loaded when one comes. */
import { type Refusal, refusal } from '../core/document/refusal.ts'
import { keepPieces, MAX_PAGES, type Piece, type SourceText } from '../core/document/source.ts'
import { areWoven, glyphRuns, type TextOperatorNames } from './pdf-glyphs.ts'
import { cellsOf, type Grid, gridsOf, placeIn } from './pdf-grid.ts'
import { beginsByLook, type Fragment, linesOf, paragraphsOf, type Segment } from './pdf-lines.ts'
import { type OperatorNames, rulingsOf } from './pdf-rulings.ts'

type Item = { str?: string; transform?: number[]; width?: number; height?: number; fontName?: string }
/** A page as its fragments and the grids drawn on it; `right` is where its text ends. */
type Page = { number: number; fragments: Fragment[]; grids: Grid[]; height: number }

/** Fewer letters than this on each page, on the average: pictures of paper. */
const SCAN = 20

export async function readPdf(bytes: Uint8Array): Promise<SourceText | Refusal> {
  const pages = await pagesOf(bytes)
  if ('code' in pages) return pages
  const letters = pages.flatMap(({ fragments }) => fragments).join('').length
  const words = pages.reduce((sum, { fragments }) => sum + lettersIn(fragments), 0)
  if (letters === 0 || words < SCAN * pages.length) return refusal('scan')
  const kept = keepPieces(piecesOf(pages.map(withoutNotes)))
  return { kind: 'pdf', ...kept, converted: null, numbersLost: false }
}

const lettersIn = (fragments: readonly Fragment[]): number =>
  fragments.reduce((sum, { text }) => sum + text.trim().length, 0)

async function pagesOf(bytes: Uint8Array): Promise<Page[] | Refusal> {
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf')
  try {
    // The library takes the bytes for itself, and no Buffer.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 })
    if (pdf.numPages > MAX_PAGES) return refusal('too-long')
    const { OPS } = await getResolvedPDFJS()
    const pages: Page[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      const drawn = await page.getOperatorList()
      const height = page.view[3] ?? 842
      const pieces = (items as Item[]).flatMap(fragmentOf)
      const fragments = areWoven(pieces) ? glyphRuns(drawn, OPS as TextOperatorNames) : pieces
      pages.push({ number, fragments, grids: gridsOf(rulingsOf(drawn, OPS as OperatorNames)), height })
      page.cleanup()
    }
    await pdf.destroy()
    return pages
  } catch (error) {
    return refusal(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken')
  }
}

const fragmentOf = ({ str = '', transform = [], width = 0, height = 0, fontName = '' }: Item): Fragment[] => {
  const [, , , d = 0, x = 0, y = 0] = transform
  return str ? [{ text: str, x, y, width, size: height || Math.abs(d), font: fontName }] : []
}

/** The size of most letters. */
function bodySize(fragments: readonly Fragment[]): number {
  const letters = new Map<number, number>()
  for (const { text, size } of fragments) {
    const rounded = Math.round(size * 2) / 2
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.trim().length)
  }
  return [...letters].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 12
}

const isPageNumber = (text: string): boolean =>
  /^(-\s*)?(trang\s+)?\d{1,3}(\s*\/\s*\d{1,3})?(\s*-)?$/i.test(text)

/** Footnotes: small letters at the foot, from a line that begins with their number on. Page numbers at head and foot too. */
function withoutNotes({ fragments, height, ...page }: Page): Page {
  const body = bodySize(fragments)
  const lines = linesOf(fragments.filter(({ text }) => text.trim()))
  const small = lines.filter(
    (line) => (line[0]?.size ?? body) < body - 1.2 && (line[0]?.y ?? height) < height * 0.45,
  )
  const inTable = (y: number) => page.grids.some(({ ys }) => y <= (ys[0] ?? 0) && y >= (ys.at(-1) ?? 0))
  const note = small.find(
    (line) => /^\d{1,2}\s?\p{L}/u.test(line[0]?.text ?? '') && !inTable(line[0]?.y ?? 0),
  )
  const foot = note?.[0]?.y ?? 0
  const numbers = lines
    .filter((line) => line.length === 1 && isPageNumber(line[0]?.text ?? ''))
    .map((line) => line[0]?.y ?? 0)
    .filter((y) => (y > height * 0.9 || y < height * 0.1) && !inTable(y))
  const isOut = ({ y, size }: Fragment) =>
    (foot > 0 && y <= foot + 1 && size < body - 1.2) || numbers.some((at) => Math.abs(at - y) < 3)
  return { ...page, height, fragments: fragments.filter((one) => !isOut(one)) }
}

type Line = { segments: Segment[]; page: number }
/** Paragraphs and rows of tables, in the order in which they stand on paper. */
type Part = { lines: Line[] } | { rows: Row[]; page: number; columns: number }
type Row = {
  cells: { text: string; column: number; span: number; continued: boolean }[]
  /** Its upper part stands on the page before. */
  cut?: boolean
}

function piecesOf(pages: readonly Page[]): Piece[] {
  const parts: Part[] = []
  for (const page of pages) for (const part of partsOf(page)) addPart(parts, part)
  const pieces: Piece[] = []
  let table = 0
  for (const part of parts)
    if ('rows' in part) pieces.push(...tablePieces(part, table++, pieces.length))
    else pieces.push(...textPieces(part.lines))
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

/** Its first cell, the number, is empty and another begins in the midst of a sentence. */
const isCut = ({ cells, cut }: Row): boolean =>
  cut === true ||
  (cells.length > 2 && cells[0]?.text === '' && cells.some(({ text }) => /^[\p{Ll}(,;.]/u.test(text)))

function joinRow(row: Row | undefined, rest: Row): void {
  for (const cell of row?.cells ?? []) {
    const more = rest.cells.find(({ column }) => column === cell.column)?.text ?? ''
    cell.text = [cell.text, more].filter(Boolean).join(' ')
  }
}

function partsOf({ number, fragments, grids }: Page): Part[] {
  const sorted = [...grids].sort((one, other) => (other.ys[0] ?? 0) - (one.ys[0] ?? 0))
  const inGrid = new Map<Grid, Fragment[]>(sorted.map((grid) => [grid, []]))
  const free: Fragment[] = []
  for (const fragment of fragments.flatMap((one) => atEdges(one, sorted))) {
    const at = { x: fragment.x + Math.min(2, fragment.width / 2), y: fragment.y + fragment.size * 0.3 }
    const grid = sorted.find((one) => placeIn(one, at.x, at.y))
    if (grid) inGrid.get(grid)?.push(fragment)
    else free.push(fragment)
  }
  const lines = linesOf(free)
  const parts: Part[] = []
  let rest = lines
  for (const grid of sorted) {
    const top = grid.ys[0] ?? 0
    const above = rest.filter((line) => (line[0]?.y ?? 0) > top)
    rest = rest.filter((line) => (line[0]?.y ?? 0) <= top)
    if (above.length) parts.push({ lines: above.map((segments) => ({ segments, page: number })) })
    parts.push({ rows: rowsOf(grid, inGrid.get(grid) ?? []), page: number, columns: grid.xs.length - 1 })
  }
  if (rest.length) parts.push({ lines: rest.map((segments) => ({ segments, page: number })) })
  return parts
}

/** One piece may run over the edge of a cell ("TT N"): its words are shared out by their width. */
function atEdges(fragment: Fragment, grids: readonly Grid[]): Fragment[] {
  const { text, x, y, width, size } = fragment
  const grid = grids.find((one) => placeIn(one, x + 1, y + size * 0.3))
  const crossed = grid?.xs.some((edge) => edge > x + 2 && edge < x + width - 2)
  if (!crossed || !/\s/.test(text.trim())) return [fragment]
  const letter = width / Math.max(text.length, 1)
  return [...text.matchAll(/\S+\s*/g)].map(({ 0: word, index }) => ({
    ...fragment,
    text: word,
    x: wordStart(grid?.xs ?? [], x, x + index * letter, letter),
    width: word.trimEnd().length * letter,
  }))
}

/** A word behind an edge begins behind it, whatever the even share of the width says. */
const wordStart = (edges: readonly number[], start: number, at: number, letter: number): number =>
  edges.find((edge) => at > start && edge > at && edge - at < letter * 1.5) ?? at

function rowsOf(grid: Grid, fragments: readonly Fragment[]): Row[] {
  const cells = cellsOf(grid)
  const found = new Map(cells.map((cell) => [cell, [] as Fragment[]]))
  for (const fragment of fragments) {
    const at = placeIn(grid, fragment.x + Math.min(2, fragment.width / 2), fragment.y + fragment.size * 0.3)
    const cell =
      at &&
      cells.find(
        (one) =>
          at.row >= one.row &&
          at.row < one.row + one.rows &&
          at.column >= one.column &&
          at.column < one.column + one.columns,
      )
    if (cell) found.get(cell)?.push(fragment)
  }
  return grid.ys.slice(1).map((_, row) => ({
    cells: cells
      .filter((cell) => row >= cell.row && row < cell.row + cell.rows)
      .sort((one, other) => one.column - other.column)
      .map((cell) => ({
        text: cellText(grid, cell.column + cell.columns, found.get(cell) ?? []),
        column: cell.column,
        span: cell.columns,
        continued: row > cell.row,
      })),
    ...(row === 0 && grid.openTop && { cut: true }),
  }))
}

function cellText(grid: Grid, edge: number, fragments: readonly Fragment[]): string {
  const lines = linesOf(fragments).map(asOne)
  return paragraphsOf(lines, (grid.xs[edge] ?? 0) - 4).join('\n')
}

/** Justified words stand wide apart inside a narrow cell. */
function asOne(segments: readonly Segment[]): Segment {
  const [first] = segments
  const text = segments.map((segment) => segment.text).join(' ')
  return { ...(first as Segment), text, right: Math.max(...segments.map(({ right }) => right)) }
}

function tablePieces({ rows }: { rows: Row[] }, table: number, offset: number): Piece[] {
  const pieces: Piece[] = []
  const above = new Map<number, number>()
  rows.forEach((row, at) => {
    for (const { text, column, span, continued } of row.cells) {
      const cell = { table, row: at, column, span }
      const continues = continued ? above.get(column) : undefined
      pieces.push(continues === undefined ? { text, cell } : { text: '', cell, continues })
      if (continues === undefined) above.set(column, offset + pieces.length - 1)
    }
  })
  return pieces
}

/** Lines with a wide gap are columns (a letterhead, the signature): read one column after the other. */
function textPieces(lines: readonly Line[]): Piece[] {
  const right = Math.max(...lines.flatMap(({ segments }) => segments.map((segment) => segment.right)), 0)
  const pieces: Piece[] = []
  let run: Line[] = []
  const wide = ({ segments }: Line) => segments.length > 1
  const flush = () => {
    const [first] = run
    if (!first) return
    const columns = wide(first)
      ? columnsOf(run.map(({ segments }) => segments))
      : [run.map(({ segments }) => asOne(segments))]
    for (const column of columns)
      for (const text of wide(first)
        ? column.map((segment) => segment.text)
        : paragraphsOf(column, right, beginsByLook))
        pieces.push({ text, page: first.page })
    run = []
  }
  for (const line of lines) {
    if (run[0] && wide(run[0]) !== wide(line)) flush()
    run.push(line)
  }
  flush()
  return pieces
}

function columnsOf(lines: readonly Segment[][]): Segment[][] {
  const middle = Math.min(...lines.map((segments) => segments[1]?.left ?? 0))
  const all = lines.flat()
  return [all.filter(({ left }) => left < middle), all.filter(({ left }) => left >= middle)]
}
