/** Offices from a CSV file: `ma,ten,loai,cap_tren,ma_hanh_chinh`, columns and rows in any order. */
import { csvTable } from '../core/log/csv-table.ts'
import { decodeText } from '../core/log/decode-text.ts'
import { invalid, ok, type Result } from '../core/problem.ts'
import { codesFor, type NewUnit } from '../core/unit.ts'

/** Each with the line of the file on which it stands, from 1. */
export type UnitRows = { units: NewUnit[]; lines: number[] }

const COLUMNS = ['ma', 'ten', 'loai', 'cap_tren', 'ma_hanh_chinh'] as const
type Column = (typeof COLUMNS)[number]

/** A country has 3,321 communes; ten times as many are a mistake. */
const MOST = { rows: 40_000, columns: 50 }

const isNothing = (row: readonly string[]): boolean =>
  row.every((cell) => cell.trim() === '') || (row[0] ?? '').startsWith('#')

/** `parent`: above those whose row names nobody. */
export function readUnits(bytes: Uint8Array, parent: string | null): Result<UnitRows> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const head = decoded.value.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#')) ?? ''
  const delimiter = [',', ';', '\t'].find((one) => head.includes(one)) ?? ','
  const { rows, open } = csvTable(decoded.value, delimiter, MOST)
  if (open !== null) return invalid(`Dòng ${open + 1}: có dấu nháy kép mở mà không đóng.`)
  const filled = [...rows.entries()].filter(([, row]) => !isNothing(row))
  const [title, ...body] = filled
  const columns = columnsOf(title?.[1] ?? [])
  if (!columns.ok) return columns
  const cellOf = (row: readonly string[], column: Column): string | null => {
    const at = columns.value.get(column)
    return at === undefined ? null : row[at]?.trim() || null
  }
  const named = body.map(([, row]) => ({
    name: cellOf(row, 'ten') ?? '',
    officialCode: cellOf(row, 'ma_hanh_chinh'),
  }))
  const codes = codesFor(named)
  const units = body.map(([, row], i) => ({
    ...(named[i] as (typeof named)[number]),
    code: cellOf(row, 'ma') ?? (codes[i] as string),
    kind: cellOf(row, 'loai'),
    parent: cellOf(row, 'cap_tren') ?? parent,
  }))
  return ok({ units, lines: body.map(([i]) => i + 1) })
}

function columnsOf(title: readonly string[]): Result<Map<Column, number>> {
  const known = new Map<Column, number>()
  for (const [i, cell] of title.entries()) {
    const name = cell
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase()
    const column = COLUMNS.find((one) => one === name)
    if (!column) return invalid(`Cột “${cell.slice(0, 40)}” không có: dùng ${COLUMNS.join(', ')}.`)
    known.set(column, i)
  }
  return known.has('ten') ? ok(known) : invalid(`Dòng đầu phải ghi tên các cột: ${COLUMNS.join(',')}.`)
}
