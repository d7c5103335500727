/**
 * Rows of a table without lines: what stands at one height is a row. Where rows lie closer than that tells, their numbers
 * or the way their cells begin part them; what was told so is marked, and the officer is asked.
 */
import type { Layout, Line } from './pdf-columns.ts'
import { asOne, endOf, type Fragment, paragraphsOf, type Segment, segmentsOf } from './pdf-lines.ts'

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

type CellLine = Segment & { column: number }
/** Lines of one column that follow one another closely. */
type Stack = { column: number; lines: CellLine[]; top: number; bottom: number }

export function rowsOfColumns(lines: readonly Line[], layout: Layout, goesOn: boolean): Row[] {
  const rows: Row[] = []
  let run: CellLine[][] = []
  const all = lines.map((line) => cellLines(line, layout))
  const rights = rightEdges(all.flatMap((one) => one ?? []))
  const flush = () => {
    if (run.length) rows.push(...rowsOfRun(run.flat(), layout, rights))
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

const NUMBER = /^\(?(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-HĐ])\)?[.)]?$/u

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

type Rights = ReadonlyMap<number, number>

function rowsOfRun(lines: readonly CellLine[], layout: Layout, rights: Rights): Row[] {
  const bands = bandsOf(stacksOf(lines))
  const alone = bands.length === 1
  return bands.flatMap((band) => {
    const numbers = layout.numbered
      ? band.filter(({ column, text }) => column === 0 && NUMBER.test(text))
      : []
    const row = (own: readonly CellLine[], guessed: boolean) => rowOf(own, layout, rights, guessed)
    if (numbers.length > 1) {
      const { groups, guessed } = byNumbers(band, numbers)
      return groups.map((own) => row(own, guessed))
    }
    if (numbers.length === 1) return [row(band, false)]
    const groups = byStarts(band, rights, alone ? 1 : 2)
    return groups.map((own) => row(own, groups.length > 1))
  })
}

/** Lines of a paragraph lie at one distance; more than a sixth above it parts two cells. */
function stacksOf(lines: readonly CellLine[]): Stack[] {
  const columns = new Map<number, CellLine[]>()
  for (const line of lines) columns.set(line.column, [...(columns.get(line.column) ?? []), line])
  const gaps: number[] = []
  for (const own of columns.values()) {
    own.sort((one, other) => other.y - one.y)
    own.forEach((line, i) => {
      const above = own[i - 1]
      if (above) gaps.push((above.y - line.y) / Math.max(line.size, 6))
    })
  }
  const least = Math.min(...gaps.filter((gap) => gap > 0.9), 9)
  const limit = least < 1.8 ? least * 1.16 : 1.4
  const stacks: Stack[] = []
  for (const [column, own] of columns)
    for (const line of own) {
      const last = stacks.at(-1)
      const above = last?.column === column ? last.lines.at(-1) : undefined
      const [top, bottom] = [line.y + line.size * 0.8, line.y - line.size * 0.25]
      if (last && above && (above.y - line.y) / Math.max(line.size, 6) <= limit) {
        last.lines.push(line)
        last.bottom = bottom
      } else stacks.push({ column, lines: [line], top, bottom })
    }
  return stacks
}

/** What stands at one height, from top to bottom. */
function bandsOf(stacks: readonly Stack[]): CellLine[][] {
  const bands: { lines: CellLine[]; bottom: number }[] = []
  for (const { lines, top, bottom } of [...stacks].sort((one, other) => other.top - one.top)) {
    const last = bands.at(-1)
    if (last && top > last.bottom) {
      last.lines.push(...lines)
      last.bottom = Math.min(last.bottom, bottom)
    } else bands.push({ lines: [...lines], bottom })
  }
  return bands.map(({ lines }) => lines.sort((one, other) => other.y - one.y || one.column - other.column))
}

/** Rows without room between them: each begins with its number, or lies around it, as high above it as below. */
function byNumbers(
  band: readonly CellLine[],
  numbers: readonly CellLine[],
): { groups: CellLine[][]; guessed: boolean } {
  const half = (band[0]?.size ?? 12) * 0.5
  if (numbers.every((one) => beginsBeside(band, one))) {
    const groups = partedBelow(
      band,
      numbers.map(({ y }) => y + half),
    )
    return { groups: groups.filter((group) => group.length), guessed: false }
  }
  const groups = partedBelow(band, middles(band, numbers))
  const around = groups.every((group, i) => liesAround(group, numbers[i] as CellLine, half))
  return around ? { groups, guessed: false } : { groups: nearest(band, numbers), guessed: true }
}

/** At the number's height another cell begins. */
const beginsBeside = (band: readonly CellLine[], number: CellLine): boolean =>
  band.some(
    ({ column, y, text, size }) =>
      column === 1 && Math.abs(y - number.y) < size * 0.3 && !/^[\p{Ll}(,;.)]/u.test(text),
  )

/** Where rows end whose number stands in their middle, from the top down. */
function middles(band: readonly CellLine[], numbers: readonly CellLine[]): number[] {
  let top = Math.max(...band.map(({ y }) => y))
  return numbers.slice(0, -1).map(({ y, size }) => {
    const end = y - (top - y) - size * 0.6
    top = Math.max(...band.map((line) => line.y).filter((at) => at < end), Number.NEGATIVE_INFINITY)
    return end
  })
}

const partedBelow = (band: readonly CellLine[], ends: readonly number[]): CellLine[][] =>
  [...ends, Number.NEGATIVE_INFINITY].map((end, i) =>
    band.filter(({ y }) => y >= end && y < (ends[i - 1] ?? Number.POSITIVE_INFINITY)),
  )

function liesAround(group: readonly CellLine[], number: CellLine, near: number): boolean {
  const ys = group.map(({ y }) => y)
  return group.includes(number) && Math.abs((Math.max(...ys) + Math.min(...ys)) / 2 - number.y) < near
}

const nearest = (band: readonly CellLine[], numbers: readonly CellLine[]): CellLine[][] => {
  const of = ({ y }: CellLine) =>
    numbers.reduce(
      (best, one, i) => (Math.abs(one.y - y) < Math.abs((numbers[best]?.y ?? 0) - y) ? i : best),
      0,
    )
  return numbers.map((_, i) => band.filter((line) => of(line) === i))
}

/** Without numbers: a line begins a row where so many cells begin, and none goes on. */
function byStarts(band: readonly CellLine[], rights: Rights, least: number): CellLine[][] {
  const rows: CellLine[][] = []
  const above = new Map<number, CellLine>()
  for (const height of heightsOf(band)) {
    const starts = height.filter((line) => isStart(line, above.get(line.column), rights)).length
    const goesOn = height.some((line) => /^[\p{Ll}(,;.)]/u.test(line.text) && above.has(line.column))
    if (rows.length === 0 || (height.length > 1 && !goesOn && starts >= least)) rows.push([...height])
    else rows.at(-1)?.push(...height)
    for (const line of height) above.set(line.column, line)
  }
  return rows
}

function heightsOf(band: readonly CellLine[]): CellLine[][] {
  const heights: CellLine[][] = []
  for (const line of band) {
    const last = heights.at(-1)
    if (last && Math.abs((last[0]?.y ?? 0) - line.y) < line.size * 0.45) last.push(line)
    else heights.push([line])
  }
  return heights
}

/** The line above would have had room for its first word. */
const isStart = (line: CellLine, above: CellLine | undefined, rights: Rights): boolean =>
  above !== undefined && paragraphsOf([above, line], rights.get(line.column) ?? 0).length > 1

function rowOf(lines: readonly CellLine[], { edges }: Layout, rights: Rights, guessed: boolean): Row {
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
