/** Rows of a table without lines: each piece of text in its column, headings over all of them apart. */
import type { Layout, Line } from './pdf-columns.ts'
import { asOne, endOf, type Fragment, paragraphsOf, segmentsOf } from './pdf-lines.ts'
import { type CellLine, NUMBER, type Rights, type RowGroup, rowGroups } from './pdf-row-groups.ts'

export type RowCell = {
  text: string
  column: number
  span: number
  continued: boolean
  /** Empty: perhaps the lower part of a cell that several rows share. */
  maybeMerged?: true
  /** Where its row begins and ends is told by how words begin alone. */
  guessed?: true
}
export type Row = {
  cells: RowCell[]
  /** Its upper part stands on the page before. */
  cut?: boolean
}

export function rowsOfColumns(lines: readonly Line[], layout: Layout, goesOn: boolean): Row[] {
  const rows: Row[] = []
  let run: CellLine[][] = []
  const all = lines.map((line) => cellLines(line, layout))
  const rights = rightEdges(all.flatMap((one) => one ?? []))
  const flush = () => {
    if (run.length)
      rows.push(
        ...rowGroups(run.flat(), layout.numbered, rights).map((group) => rowOf(group, layout, rights)),
      )
    run = []
  }
  lines.forEach((line, i) => {
    const cells = all[i]
    const heading = i > 0 && run.length === 0 ? rows.at(-1) : undefined
    if (cells && heading && goesOnHeading(cells)) join(heading, cells)
    else if (cells) run.push(cells)
    else {
      flush()
      rows.push(groupRow(line, layout))
    }
  })
  flush()
  const [first] = rows
  if (goesOn && first && isRest(first, layout)) first.cut = true
  return rows
}

/** The first row of a page without a number of its own, or in the midst of a sentence. */
const isRest = ({ cells }: Row, { numbered }: Layout): boolean =>
  numbered
    ? cells.length > 1 && !cells.some(({ column, text }) => column === 0 && text)
    : cells.every(({ text }) => text === '' || /^[\p{Ll}(,;.]/u.test(text))

/** The last words of a heading over all columns fit into one. */
const goesOnHeading = (cells: readonly CellLine[]): boolean =>
  cells.length === 1 && cells[0]?.column !== 0 && !NUMBER.test(cells[0]?.text ?? '')

function join(row: Row, cells: readonly CellLine[]): void {
  const last = row.cells.at(-1)
  if (last) last.text = [last.text, ...cells.map(({ text }) => text)].join(' ')
}

/** Null for a line that runs on over the edges. */
function cellLines({ fragments }: Line, { edges, numbered }: Layout): CellLine[] | null {
  const parts = fragments.filter(({ text }) => text.trim()).flatMap((one) => splitAt(one, edges, numbered))
  const over = parts.filter((one) => edges.some((edge) => one.x < edge - 1 && endOf(one) > edge + 1))
  if (over.length) return null
  return [...edges, Number.POSITIVE_INFINITY].flatMap((edge, column) => {
    const from = edges[column - 1] ?? Number.NEGATIVE_INFINITY
    const own = parts.filter((one) => middle(one) >= from && middle(one) < edge)
    const segments = segmentsOf(own)
    return segments.length ? [{ ...asOne(segments), column }] : []
  })
}

const middle = (one: Fragment): number => (one.x + endOf(one)) / 2

/** The library joins pieces that stand close: one that runs over an edge is parted at the space nearest to it. */
function splitAt(one: Fragment, edges: readonly number[], numbered: boolean): Fragment[] {
  const over = edges.filter((edge) => one.x < edge - 1 && endOf(one) > edge + 1)
  const [edge] = over
  if (over.length !== 1 || edge === undefined) return [one]
  const letter = one.width / Math.max(one.text.length, 1)
  const spaces = [...one.text.trimEnd().matchAll(/\s+/g)].map(({ 0: space, index }) => ({
    from: index,
    to: index + space.length,
    off: Math.abs(one.x + (index + space.length / 2) * letter - edge),
  }))
  const [nearest] = spaces.sort((a, b) => a.off - b.off)
  const isNumber = numbered && edge === edges[0] && NUMBER.test(one.text.slice(0, nearest?.from))
  if (!nearest || (nearest.off > one.size * 0.7 && !isNumber)) return [one]
  const head = { ...one, text: one.text.slice(0, nearest.from), width: edge - 1 - one.x }
  const tail = one.text.slice(nearest.to)
  return [head, { ...one, text: tail, x: edge + 1, width: Math.max(endOf(one) - edge - 1, 1) }]
}

/** A heading over all columns, its number apart where it stands in the numbers' column. */
function groupRow({ fragments }: Line, { edges, numbered }: Layout): Row {
  const columns = edges.length + 1
  const [edge = 0] = edges
  const inked = fragments.filter(({ text }) => text.trim())
  const head = inked.filter((one) => endOf(one) <= edge)
  const number = textOf(head)
  const cell = (text: string, column: number, span: number): RowCell => ({
    ...{ text, column, span, continued: false },
  })
  return numbered && NUMBER.test(number)
    ? { cells: [cell(number, 0, 1), cell(textOf(inked.slice(head.length)), 1, columns - 1)] }
    : { cells: [cell(textOf(inked), 0, columns)] }
}

const textOf = (fragments: readonly Fragment[]): string =>
  segmentsOf(fragments)
    .map(({ text }) => text)
    .join(' ')

function rightEdges(lines: readonly CellLine[]): Map<number, number> {
  const rights = new Map<number, number>()
  for (const { column, right } of lines) rights.set(column, Math.max(right, rights.get(column) ?? 0))
  return rights
}

function rowOf({ lines, guessed }: RowGroup, { edges }: Layout, rights: Rights): Row {
  return {
    cells: [...edges, 0].map((_, column) => {
      const own = lines.filter((line) => line.column === column)
      const text = paragraphsOf(own, rights.get(column) ?? 0).join('\n')
      return {
        ...{ text, column, span: 1, continued: false },
        ...(text === '' && { maybeMerged: true as const }),
        ...(guessed && { guessed: true as const }),
      }
    }),
  }
}
