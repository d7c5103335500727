/** A sheet with a row of headings: its lines by heading, merged cells filled downwards, and places in words. */
import type { FieldError } from '../problem.ts'
import { columnLetters, foldAll } from '../text.ts'
import type { SheetColumn } from './obligation-sheet.ts'
import type { SheetCell } from './sheet-cells.ts'

/** `merged`: ranges as a workbook names them, `B3:B7`. */
export type BookSheet = { name: string; rows: readonly (readonly SheetCell[])[]; merged: readonly string[] }

export type Line = { row: number; cellOf: (column: SheetColumn) => SheetCell }
export type Table = { lines: Line[]; at: (column: SheetColumn) => number | null }

export const headingsOf = (columns: readonly SheetColumn[]): string[] => columns.map(({ heading }) => heading)

/** `needed`: without it there is no table. Columns may stand in any order; one that nobody knows is told. */
export function tableOf(
  sheet: BookSheet,
  columns: readonly SheetColumn[],
  needed: SheetColumn,
): Table | { errors: FieldError[] } {
  const named = (cell: SheetCell) => columns.find(({ heading }) => same(heading, cell))
  const top = sheet.rows.findIndex(
    (row) => row.some((cell) => named(cell) === needed) && row.filter((cell) => named(cell)).length > 1,
  )
  if (top < 0)
    return { errors: [placed(sheet, 0, null, { code: 'no-headings', message: noHeadings(needed) })] }
  const headings = sheet.rows[top] as readonly SheetCell[]
  const unknown = [...headings.entries()].filter(([, cell]) => cell !== null && !named(cell))
  const filled = fillMerged(sheet, top)
  const errors = [
    ...unknown.map(([column, cell]) =>
      placed(sheet, top, column, {
        code: 'unknown-column',
        message: `không có cột “${String(cell).slice(0, 40)}”`,
      }),
    ),
    ...filled.errors,
  ]
  if (errors.length) return { errors }
  const places = new Map(
    columns.map((column) => [column, headings.findIndex((cell) => named(cell) === column)]),
  )
  const at = (column: SheetColumn): number | null => {
    const place = places.get(column) ?? -1
    return place < 0 ? null : place
  }
  const lines = filled.rows.flatMap((cells, row): Line[] => {
    if (row <= top || cells.every((cell) => cell === null || String(cell).trim() === '')) return []
    return [{ row, cellOf: (column) => cells[at(column) ?? -1] ?? null }]
  })
  return { lines, at }
}

const same = (heading: string, cell: SheetCell): boolean =>
  foldAll(heading) ===
  foldAll(
    String(cell ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
  )

const noHeadings = ({ heading }: SheetColumn): string =>
  `không thấy dòng tên cột (có cột “${heading}”): giữ nguyên dòng ấy như trong mẫu`

/** One value written once over several rows holds for each of them; what is merged sideways says nothing sure. */
function fillMerged({ name, rows, merged }: BookSheet, top: number) {
  const cells = rows.map((row) => [...row])
  const errors: FieldError[] = []
  for (const range of merged) {
    const place = rangeOf(range)
    if (!place || place.toRow <= top) continue
    if (place.fromColumn !== place.toColumn || place.fromRow <= top) {
      const message = `ô gộp ${range}: bỏ gộp ô (Merge & Center), ghi vào từng ô`
      errors.push(
        placed({ name }, Math.max(place.fromRow, top), place.fromColumn, { code: 'merged', message }),
      )
      continue
    }
    const value = cells[place.fromRow]?.[place.fromColumn] ?? null
    for (let row = place.fromRow; row <= Math.min(place.toRow, cells.length - 1); row++) {
      const line = cells[row] as SheetCell[]
      while (line.length <= place.fromColumn) line.push(null)
      line[place.fromColumn] = value
    }
  }
  return { rows: cells, errors }
}

function rangeOf(range: string) {
  const [, a = '', from, b = '', to] =
    /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(range) ?? []
  if (from === undefined || to === undefined) return null
  return {
    ...{ fromRow: Number(from) - 1, toRow: Number(to) - 1 },
    ...{ fromColumn: columnNumber(a), toColumn: columnNumber(b) },
  }
}

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** Said with its place in the workbook: `Trang “Nhiệm vụ”, dòng 7, cột H (Giờ): …`. Rows and columns from 0. */
export function placed(
  { name }: Pick<BookSheet, 'name'>,
  row: number,
  column: number | null,
  { code, message, heading }: { code: string; message: string; heading?: string },
): FieldError {
  const where = [
    `Trang “${name}”, dòng ${row + 1}`,
    column === null ? null : `cột ${columnLetters(column)}`,
    heading === undefined ? null : column === null ? `cột “${heading}”` : `(${heading})`,
  ]
  const words = where
    .filter((part) => part !== null)
    .join(', ')
    .replace(', (', ' (')
  return { path: [], code, message: `${words}: ${message}` }
}
