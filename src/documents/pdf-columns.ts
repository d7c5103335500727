/**
 * Tables for which a page draws no lines: under a head of known labels, columns are told by the gaps that no line of
 * their body crosses. Prose has no such head, and what crosses the gaps line after line is prose again.
 */
import { columnField, type FieldName } from '../core/document/field-label.ts'
import { isObligationHead } from '../core/document/table-head.ts'
import { type Row, rowsOfColumns } from './pdf-column-rows.ts'
import { endOf, type Fragment, type Segment, segmentsOf } from './pdf-lines.ts'

/** A line of a page: what stands together, and the pieces that it is made of, from left to right. */
export type Line = { segments: Segment[]; fragments: Fragment[]; page: number; y: number }
/** Where columns part, in points from the left: one less than there are columns; what stands at their head. */
export type Layout = { edges: number[]; numbered: boolean; labels: string[] }
export type ColumnTable = { rows: Row[]; columns: number; page: number; layout: Layout }

type HeadCell = { left: number; right: number; label: string }
type Head = { cells: HeadCell[]; end: number }

/** In parts of the letter's height: what parts two labels of a head, and two cells; how far apart lines of one head lie. */
const HEAD_GAP = 0.45
const CELL_GAP = 0.4
const HEAD_LEADING = 1.9
const HEAD_LINES = 4

/** Lines as they were, with the tables that stand among them; `carried` is the table that the page before broke off. */
export function withColumnTables(
  lines: readonly Line[],
  carried: Layout | null,
): { parts: (ColumnTable | { lines: Line[] })[]; open: Layout | null } {
  const parts: (ColumnTable | { lines: Line[] })[] = []
  let plain: Line[] = []
  let open: Layout | null = null
  const flush = () => {
    if (plain.length) parts.push({ lines: plain })
    plain = []
  }
  for (let at = 0; at < lines.length; ) {
    const found = tableAt(lines, at, at === 0 ? carried : null)
    if (!found) {
      plain.push(lines[at++] as Line)
      continue
    }
    flush()
    parts.push(found.table)
    at = found.end
    open = at === lines.length ? found.table.layout : null
  }
  flush()
  return { parts, open }
}

function tableAt(lines: readonly Line[], at: number, carried: Layout | null) {
  const head = headAt(lines, at, carried?.labels)
  const layout = head ? layoutOf(head, lines.slice(head.end)) : carried
  if (!layout) return null
  const first = head?.end ?? at
  const end = bodyEnd(lines, first, layout)
  const body = lines.slice(first, end)
  const isCut = head !== null && first === lines.length
  if (!isCut && !body.some((line) => kindOf(line, layout) === 'cells')) return null
  const page = (lines[at] as Line).page
  const columns = layout.edges.length + 1
  const rows = [...(head ? [headRow(head)] : []), ...rowsOfColumns(body, layout, carried !== null)]
  return { table: { rows, columns, page, layout }, end }
}

const headRow = ({ cells }: Head): Row => ({
  cells: cells.map(({ label }, column) => ({ text: label, column, span: 1, continued: false })),
})

const sizeOf = ({ fragments }: Line): number => Math.max(...fragments.map(({ size }) => size), 6)

/**
 * The labels of a head may take several lines, and stand at half a line's height between them. `known`: those of the
 * table that goes on; whatever follows them is its body.
 */
function headAt(lines: readonly Line[], at: number, known: readonly string[] = []): Head | null {
  let cells: HeadCell[] = []
  let head: Head | null = null
  for (let i = at; i < Math.min(at + HEAD_LINES, lines.length); i++) {
    const line = lines[i] as Line
    const gap = i === at ? 0 : (lines[i - 1] as Line).y - line.y
    if (gap > sizeOf(line) * HEAD_LEADING) break
    const labels = segmentsOf(line.fragments, HEAD_GAP).flatMap(numberApart)
    if (i === at && labels.length < 2 && !isBeside(line, lines[i + 1])) return null
    if (head && gap > sizeOf(line) * 0.8 && !goesOnHead(labels, cells)) break
    cells = labels.reduce(withLabel, cells)
    if (isHead(cells)) head = { cells, end: i + 1 }
    else if (head) return null
    if (cells.length === known.length && cells.every(({ label }, n) => label === known[n])) break
  }
  return head
}

/** "TT Nội dung": the library joins what stands so close. */
function numberApart(label: Segment): Segment[] {
  const [, number = '', rest = ''] = /^(S?TT)\s+(.+)$/u.exec(label.text) ?? []
  if (!rest) return [label]
  const letter = (label.right - label.left) / label.text.length
  const end = label.left + number.length * letter
  return [
    { ...label, text: number, right: end },
    { ...label, text: rest, left: end + letter },
  ]
}

const isBeside = (line: Line, next: Line | undefined): boolean =>
  next !== undefined && line.y - next.y < sizeOf(line) * 0.9

const isShouted = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)

const goesOnHead = (labels: readonly Segment[], cells: readonly HeadCell[]): boolean =>
  labels.every(({ text }) => /^[\p{Ll}(/]/u.test(text)) ||
  (labels.every(({ text }) => isShouted(text)) &&
    cells.every(({ label }) => isShouted(label)) &&
    labels.every(({ left, right }) => cells.some((one) => one.left < right && one.right > left)))

function withLabel(cells: readonly HeadCell[], { left, right, text }: Segment): HeadCell[] {
  const touched = cells.filter((one) => one.left < right && one.right > left)
  const rest = cells.filter((one) => !touched.includes(one))
  const merged = {
    left: Math.min(left, ...touched.map((one) => one.left)),
    right: Math.max(right, ...touched.map((one) => one.right)),
    label: [...touched.map(({ label }) => label), text].join(' '),
  }
  return [...rest, merged].sort((one, other) => one.left - other.left)
}

function isHead(cells: readonly HeadCell[]): boolean {
  const fields = cells.map(({ label }) => columnField(label)).filter((one): one is FieldName => one !== null)
  return cells.length > 1 && fields.length * 2 >= cells.length && isObligationHead(fields)
}

/** Between two labels lies the gap that the fewest lines cross, the widest of those. */
function layoutOf({ cells }: Head, below: readonly Line[]): Layout | null {
  const numbered = /^(?:s?tt|số tt|số thứ tự|#)\.?$/iu.test(cells[0]?.label ?? '')
  const near = below.slice(0, 40)
  const labels = cells.map(({ label }) => label)
  const guess = { numbered, labels, edges: edgesOf(cells, near) }
  const body = below.slice(0, bodyEnd(below, 0, guess))
  const edges = edgesOf(cells, body.length ? body : near)
  return edges.length === cells.length - 1 ? { edges, numbered, labels } : null
}

function edgesOf(cells: readonly HeadCell[], lines: readonly Line[]): number[] {
  return cells.slice(1).map((cell, i) => {
    const [from, to] = [cells[i]?.right ?? cell.left, cell.left]
    const spans = lines.flatMap(({ fragments }) =>
      fragments.filter(({ text }) => text.trim()).map((one) => [one.x, endOf(one)] as const),
    )
    return widestGap(spans, from, to)
  })
}

function widestGap(spans: readonly (readonly [number, number])[], from: number, to: number): number {
  const stops = [from, to, ...spans.flat().filter((x) => x > from && x < to)].sort((a, b) => a - b)
  let best = { crossed: Number.POSITIVE_INFINITY, width: 0, at: (from + to) / 2 }
  for (let i = 1; i < stops.length; i++) {
    const [left, right] = [stops[i - 1] as number, stops[i] as number]
    if (right - left < 0.5) continue
    const crossed = spans.filter(([start, end]) => start < right - 0.1 && end > left + 0.1).length
    const width = right - left
    if (crossed < best.crossed || (crossed === best.crossed && width > best.width))
      best = { crossed, width, at: (left + right) / 2 }
  }
  return best.at
}

/** `cells`: words in several columns; `part`: in one alone; `wide`: words run on over where columns part. */
function kindOf(line: Line, { edges }: Layout): 'cells' | 'part' | 'wide' {
  const inked = line.fragments.filter(({ text }) => text.trim())
  const crossed = edges.filter((edge) => runsOver(inked, edge, sizeOf(line)))
  const parted = edges.filter(
    (edge) =>
      !crossed.includes(edge) && inked.some(({ x }) => x > edge) && inked.some((one) => endOf(one) < edge),
  )
  if (crossed.length > (parted.length ? 1 : 0)) return 'wide'
  if (crossed.length && parted.length < edges.length - 1) return 'wide'
  return parted.length ? 'cells' : 'part'
}

function runsOver(fragments: readonly Fragment[], edge: number, size: number): boolean {
  const before = Math.max(...fragments.filter(({ x }) => x < edge).map(endOf), Number.NEGATIVE_INFINITY)
  const behind = Math.min(
    ...fragments.filter(({ x }) => x >= edge).map(({ x }) => x),
    Number.POSITIVE_INFINITY,
  )
  return before > edge + 1 || behind - before < size * CELL_GAP
}

/** Who gets a copy and who signs stand in two columns too. */
const AFTER_TABLE = /^(?:nơi nhận|tm\.|kt\.|tl\.|tuq\.|người lập|thủ trưởng)/iu
/** A heading between rows takes a line or two over all columns, with rows below. */
const GROUP_LINES = 2
const TABLE_BREAK = 4

function bodyEnd(lines: readonly Line[], first: number, layout: Layout): number {
  let at = first
  while (at < lines.length) {
    const line = lines[at] as Line
    const gap = at > 0 ? (lines[at - 1] as Line).y - line.y : 0
    if (line.segments.some(({ text }) => AFTER_TABLE.test(text))) break
    if (headAt(lines, at)) return withoutHeading(lines, first, at)
    const kind = kindOf(line, layout)
    if (kind === 'part' && (gap > sizeOf(line) * TABLE_BREAK || isHeading(line, layout))) break
    if (kind === 'wide') {
      const next = lines.findIndex((one, i) => i > at && kindOf(one, layout) === 'cells')
      if (next < 0 || next - at > GROUP_LINES || headAt(lines, next)) break
      at = next
    } else at++
  }
  return at
}

const NUMBERED = /^(?:[IVX]{1,5}|[A-H]|\d{1,2})[.)](?:\s|$)/u

/** "III. TỔ CHỨC THỰC HIỆN" fits into a wide first column. */
const isHeading = ({ segments }: Line, { numbered }: Layout): boolean =>
  !numbered && NUMBERED.test(segments[0]?.text ?? '')

/** Another table begins below: its heading is no row. */
function withoutHeading(lines: readonly Line[], first: number, end: number): number {
  const last = lines[end - 1]
  return last && end - 1 > first && NUMBERED.test(last.segments[0]?.text ?? '') ? end - 1 : end
}
