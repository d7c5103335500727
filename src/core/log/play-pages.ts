/**
 * A workbook's sheets as one log: months often lie on sheets of their own, covers and sums beside them. What is left
 * out is named.
 */
import { foldAll } from '../text.ts'
import { guessColumns, headingRow, type PlayColumns, type Sheet } from './play-columns.ts'
import { type Cell, momentOf, saysSeveralDays } from './play-time.ts'

/** A sheet of a workbook. */
export type Page = { name: string; rows: Sheet; hidden: boolean }

/** Where a page begins in the whole, and which of its own lines that is, from 1. */
type Part = { name: string; from: number; line: number }

export type PlayTable = {
  sheet: Sheet
  /** Empty where one page is all that was read. */
  parts: Part[]
  /** Sheets that were not read, in words. */
  leftOut: string[]
}

/** A line of the file, from 1; with its sheet where there are several: `2 (Tháng 7)`. */
export type RowName = number | string

export function rowName(parts: readonly Part[], index: number): RowName {
  const part = parts.findLast(({ from }) => from <= index)
  return part ? `${index - part.from + part.line} (${part.name})` : index + 1
}

/** Without any sheet that can be read as a log it is the longest one, so that somebody can say what its columns are. */
export function joinPages(pages: readonly Page[]): PlayTable {
  const filled = pages
    .map(withDays)
    .filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== null)))
  const known = filled.map((page) => ({ ...page, columns: page.hidden ? null : guessColumns(page.rows) }))
  const read = known.filter((page): page is PlayPage => page.columns !== null)
  const played = read.filter(({ name }) => !PLANNED.test(foldAll(name)))
  const logs = played.length ? played : read
  const [first, ...more] = logs
  if (!first) return alone(filled)
  const joined = [first]
  const leftOut = known.filter((page) => !logs.some((log) => log === page)).map(notALog)
  for (const log of more)
    if (isLike(first.columns, log.columns)) joined.push(log)
    else leftOut.push(`trang tính “${log.name}” có các cột khác trang “${first.name}” nên không đọc`)
  return { ...together(joined), leftOut }
}

/**
 * A day in a row of its own, `Thứ Hai, ngày 03/8/2026` or `Nhật ký phát ngày 03/8/2026`, holds for the rows below it: it
 * becomes their last cell.
 */
export function withDays<Log extends { rows: Sheet }>(log: Log): Log {
  if (guessColumns(log.rows) !== null) return log
  const days = log.rows.map(dayAlone)
  if (days.every((day) => day === null)) return log
  const width = Math.max(0, ...log.rows.map(({ length }) => length))
  const top = headingRow(log.rows)
  let above: Cell = null
  const rows = log.rows.map((row, i) => {
    above = days[i] ?? above
    if (days[i]) return []
    return i === top ? withCell(row, width, 'Ngày') : row.some(saysHour) ? withCell(row, width, above) : row
  })
  return guessColumns(rows) === null ? log : { ...log, rows }
}

function dayAlone(row: readonly Cell[]): Cell {
  const [cell = null, ...more] = row.filter((cell) => cell !== null && String(cell).trim() !== '')
  const isDay = more.length === 0 && typeof cell === 'string' && momentOf(cell).date !== null
  return isDay && momentOf(cell).time === null && !saysSeveralDays(cell, 'day-month') ? cell : null
}

const saysHour = (cell: Cell): boolean => momentOf(cell).time !== null

/** Merged cells show what stands in the first of them: those below it say the same. Widths are left alone: titles. */
export function withMerged<Book extends Page & { merged: readonly string[] }>(
  page: Book,
  most: number,
): Book {
  const rows = page.rows.map((row) => row)
  let left = most
  for (const range of page.merged) {
    const [, letters = '', from, to] = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(range) ?? []
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    const cell = rows[Number(from) - 1]?.[column] ?? null
    const last = Math.min(Number(to), rows.length)
    if (cell === null || column < 0) continue
    for (let i = Number(from); i < last && left > 0; i++, left--) {
      const row = rows[i] ?? []
      if (row.some((other) => other !== null)) rows[i] = withCell(row, column, cell)
    }
  }
  return { ...page, rows }
}

/** What was meant to be played, beside what was. */
const PLANNED = /^(lich(?! su)|ke hoach|du kien|schedule|plan)\b/

type PlayPage = Page & { columns: PlayColumns }

const notALog = ({ name, hidden }: Page): string =>
  `trang tính “${name}” ${hidden ? 'đang ẩn' : 'không phải nhật ký phát'} nên không đọc`

function alone(pages: readonly Page[]): PlayTable {
  const shown = pages.filter(({ hidden }) => !hidden)
  const longest = shown.reduce<Page | null>((a, b) => (a && a.rows.length >= b.rows.length ? a : b), null)
  const rest = pages.filter((page) => page !== longest)
  return { sheet: longest?.rows ?? [], parts: [], leftOut: longest ? rest.map(notALog) : [] }
}

/** Days and hours in one cell here and in two there cannot stand in one table. */
const isLike = (a: PlayColumns, b: PlayColumns): boolean =>
  (a.time === null) === (b.time === null) && a.lengthUnit === b.lengthUnit

const FIELDS = ['date', 'time', 'end', 'length', 'title', 'status', 'half', 'devices'] as const

function together([first, ...more]: PlayPage[]): Pick<PlayTable, 'sheet' | 'parts'> {
  if (!first) return { sheet: [], parts: [] }
  if (!more.length) return { sheet: first.rows, parts: [] }
  const rows: (readonly Cell[])[] = [...first.rows]
  const parts = [{ name: first.name, from: 0, line: 1 }]
  const width = Math.max(...first.rows.map(({ length }) => length))
  const columns = { ...first.columns }
  const head = headingRow(first.rows)
  for (const log of more) {
    const top = headingRow(log.rows)
    for (const field of FIELDS) {
      const own = log.columns[field]
      if (own === null || columns[field] !== null) continue
      columns[field] = width + FIELDS.indexOf(field)
      if (head >= 0) rows[head] = withCell(rows[head] ?? [], columns[field], log.rows[top]?.[own] ?? null)
    }
    parts.push({ name: log.name, from: rows.length, line: top + 2 })
    for (const row of log.rows.slice(top + 1)) rows.push(moved(row, log.columns, columns))
  }
  return { sheet: rows, parts }
}

function withCell(row: readonly Cell[], column: number, cell: Cell): Cell[] {
  const wide = Array.from({ length: Math.max(row.length, column + 1) }, (_, i) => row[i] ?? null)
  wide[column] = cell
  return wide
}

/** Its fields where the first sheet has them; what is no field stays behind. */
function moved(row: readonly Cell[], from: PlayColumns, to: PlayColumns): Cell[] {
  return FIELDS.reduce<Cell[]>((cells, field) => {
    const [own, target] = [from[field], to[field]]
    return own === null || target === null ? cells : withCell(cells, target, row[own] ?? null)
  }, [])
}
