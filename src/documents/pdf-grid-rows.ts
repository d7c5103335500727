/** Rows of a table whose lines a page draws: each piece of text goes to the cell in which it stands. */

import type { Row } from './pdf-column-rows.ts'
import { cellsOf, type Grid, placeIn } from './pdf-grid.ts'
import { asOne, type Fragment, linesOf, paragraphsOf } from './pdf-lines.ts'

/** One piece may run over the edge of a cell ("TT N"): its words are shared out by their width. */
export function atEdges(fragment: Fragment, grids: readonly Grid[]): Fragment[] {
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

export function rowsOf(grid: Grid, fragments: readonly Fragment[]): Row[] {
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
