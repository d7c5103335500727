/**
 * Lines of cells → the rows that they make: what stands at one height is a row. Where rows lie closer than that tells,
 * their numbers or the way their cells begin part them; what was told by the latter is marked, and the officer is asked.
 */
import { paragraphsOf, type Segment } from './pdf-lines.ts'

export type CellLine = Segment & { column: number }
/** Lines of one column that follow one another closely. */
type Stack = { column: number; lines: CellLine[]; top: number; bottom: number }
/** Where the longest line of each column ends. */
export type Rights = ReadonlyMap<number, number>

/** Where a row begins and ends was told by how words begin alone, when it is `guessed`. */
export type RowGroup = { lines: CellLine[]; guessed: boolean }

export const NUMBER = /^\(?(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-HĐ])\)?[.)]?$/u

export function rowGroups(lines: readonly CellLine[], numbered: boolean, rights: Rights): RowGroup[] {
  const bands = bandsOf(stacksOf(lines))
  return bands.flatMap((band): RowGroup[] => {
    const numbers = numbered ? band.filter(({ column, text }) => column === 0 && NUMBER.test(text)) : []
    if (numbers.length === 1) return [{ lines: band, guessed: false }]
    if (numbers.length > 1) {
      const { groups, guessed } = byNumbers(band, numbers)
      return groups.map((own) => ({ lines: own, guessed }))
    }
    const groups = byStarts(band, rights, bands.length === 1 ? 1 : 2)
    return groups.map((own) => ({ lines: own, guessed: groups.length > 1 }))
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

/** Without numbers: a line begins a row where so many cells begin, or each line fills all of them, and none goes on. */
function byStarts(band: readonly CellLine[], rights: Rights, least: number): CellLine[][] {
  const rows: CellLine[][] = []
  const above = new Map<number, CellLine>()
  const heights = heightsOf(band)
  const filled = heights.every((height) => height.length === rights.size)
  for (const height of heights) {
    const starts = height.filter((line) => isStart(line, above.get(line.column), rights)).length
    const goesOn = height.some((line) => /^[\p{Ll}(,;.)]/u.test(line.text) && above.has(line.column))
    if (rows.length === 0 || (height.length > 1 && !goesOn && (filled || starts >= least)))
      rows.push([...height])
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
