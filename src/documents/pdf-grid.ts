/** From a page's rulings to grids: columns from left to right, rows from top to bottom, merged cells told apart. */
import type { Ruling, Rulings } from './pdf-rulings.ts'

/** Edges in points; `ys` falls from the top. */
export type Grid = {
  xs: number[]
  ys: number[]
  down: Ruling[]
  across: Ruling[]
  /** No line closes it above: its first row began on the page before. */
  openTop: boolean
}
/** In rows and columns of the grid; spans count what is merged. */
export type GridCell = { row: number; column: number; rows: number; columns: number }

const NEAR = 4

const meet = (across: Ruling, down: Ruling): boolean =>
  down.at >= across.from - NEAR &&
  down.at <= across.to + NEAR &&
  across.at >= down.from - NEAR &&
  across.at <= down.to + NEAR

/** Lines that touch one another, over any number of others. */
export function gridsOf({ across, down }: Rulings): Grid[] {
  const left = new Set(down)
  const grids: Grid[] = []
  for (const first of down) {
    if (!left.delete(first)) continue
    const group = { down: [first], across: new Set<Ruling>() }
    for (const one of group.down)
      for (const line of across.filter((other) => !group.across.has(other) && meet(other, one))) {
        group.across.add(line)
        for (const other of left)
          if (meet(line, other)) {
            left.delete(other)
            group.down.push(other)
          }
      }
    const grid = gridOf(group.down, [...group.across])
    if (grid.xs.length > 2 && grid.ys.length > 1) grids.push(grid)
  }
  return grids
}

/** Where columns reach beyond the last line, a page cut a row. */
function gridOf(down: Ruling[], across: Ruling[]): Grid {
  const lines = edges(across)
  const top = Math.max(...down.map(({ to }) => to))
  const bottom = Math.min(...down.map(({ from }) => from))
  const openTop = top > (lines.at(-1) ?? top) + NEAR
  const openBottom = bottom < (lines[0] ?? bottom) - NEAR
  const ys = [...(openBottom ? [bottom] : []), ...lines, ...(openTop ? [top] : [])]
  return { xs: edges(down), ys: ys.reverse(), down, across, openTop }
}

/** Places that differ by more than a line's width. */
function edges(rulings: readonly Ruling[]): number[] {
  const places = rulings.map(({ at }) => at).sort((one, other) => one - other)
  return places.filter((at, i) => i === 0 || at - (places[i - 1] as number) > NEAR)
}

const covers = (rulings: readonly Ruling[], at: number, middle: number): boolean =>
  rulings.some((ruling) => Math.abs(ruling.at - at) <= NEAR && ruling.from <= middle && ruling.to >= middle)

const middle = (edges: readonly number[], i: number): number =>
  ((edges[i] ?? 0) + (edges[i + 1] ?? edges[i] ?? 0)) / 2

/** All cells, by row and column; what lies between two edges without a line is one cell. */
export function cellsOf({ xs, ys, down, across }: Grid): GridCell[] {
  const taken = new Set<string>()
  const cells: GridCell[] = []
  for (let row = 0; row < ys.length - 1; row++)
    for (let column = 0; column < xs.length - 1; column++) {
      if (taken.has(`${row}/${column}`)) continue
      let columns = 1
      while (column + columns < xs.length - 1 && !covers(down, xs[column + columns] ?? 0, middle(ys, row)))
        columns++
      let rows = 1
      while (row + rows < ys.length - 1 && !covers(across, ys[row + rows] ?? 0, middle(xs, column))) rows++
      for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) taken.add(`${row + i}/${column + j}`)
      cells.push({ row, column, rows, columns })
    }
  return cells
}

export function placeIn({ xs, ys }: Grid, x: number, y: number): { row: number; column: number } | null {
  const column = xs.findIndex((left, i) => x >= left && x < (xs[i + 1] ?? left))
  const row = ys.findIndex((top, i) => y <= top && y > (ys[i + 1] ?? top))
  return row < 0 || column < 0 ? null : { row, column }
}
