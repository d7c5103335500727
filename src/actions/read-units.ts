/**
 * Offices from a CSV file: `ma,ten,loai,cap_tren,ma_hanh_chinh`, columns and rows in any order. Public lists of communes have
 * the state's numbers under `ma`: where every one of them is such a number, that is what they are.
 */
import { csvTable } from '../core/log/csv-table.ts'
import { decodeText } from '../core/log/decode-text.ts'
import { invalid, ok, type Result } from '../core/problem.ts'
import { foldAll } from '../core/text.ts'
import { codesFor, type NewUnit } from '../core/unit.ts'
import { figure } from '../core/words/figures.ts'

/** Each with the line of the file on which it stands, from 1. */
export type UnitRows = { units: NewUnit[]; lines: number[] }

const COLUMNS = ['ma', 'ten', 'loai', 'cap_tren', 'ma_hanh_chinh'] as const
type Column = (typeof COLUMNS)[number]

/** A country has 3,321 communes; ten times as many are a mistake. */
const MOST = { rows: 40_000, columns: 50 }

/** Remarks, and the line in which Excel says what stands between cells. */
const isNothing = (row: readonly string[]): boolean =>
  row.every((cell) => cell.trim() === '') || /^\uFEFF?(#|sep=)/.test(row[0] ?? '')

const isWorkbook = ([p, k]: Uint8Array): boolean => p === 0x50 && k === 0x4b

/** `parent`: above those whose row names nobody. */
export function readUnits(bytes: Uint8Array, parent: string | null): Result<UnitRows> {
  if (isWorkbook(bytes)) return invalid(WORKBOOK)
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const head = decoded.value.split('\n').find((line) => !isNothing([line])) ?? ''
  const delimiter = [',', ';', '\t'].find((one) => head.includes(one)) ?? ','
  const { rows, open } = csvTable(decoded.value, delimiter, { ...MOST, rows: MOST.rows + 1 })
  if (open !== null) return invalid(`Dòng ${open + 1}: có dấu nháy kép mở mà không đóng.`)
  if (rows.length > MOST.rows) return invalid(TOO_LONG)
  const filled = [...rows.entries()].filter(([, row]) => !isNothing(row))
  const [title, ...body] = filled
  const columns = columnsOf(title?.[1] ?? [])
  if (!columns.ok) return columns
  const places = new Set(columns.value.values())
  const wide = body
    .filter(([, row]) => row.some((cell, i) => cell.trim() !== '' && !places.has(i)))
    .map(([i]) => i + 1)
  if (wide.length) return invalid(tooWide(wide))
  const cellOf = (row: readonly string[], column: Column): string | null => {
    const at = columns.value.get(column)
    return at === undefined ? null : row[at]?.trim() || null
  }
  const numbered =
    !columns.value.has('ma_hanh_chinh') && body.every(([, row]) => /^\d+$/.test(cellOf(row, 'ma') ?? ''))
  const named = body.map(([, row]) => ({
    name: cellOf(row, 'ten') ?? '',
    officialCode: cellOf(row, numbered ? 'ma' : 'ma_hanh_chinh'),
  }))
  const codes = codesFor(named)
  const units = body.map(([, row], i) => ({
    ...(named[i] as (typeof named)[number]),
    code: (numbered ? null : cellOf(row, 'ma')) ?? (codes[i] as string),
    kind: kindIn(cellOf(row, 'loai')),
    parent: cellOf(row, 'cap_tren') ?? parent,
  }))
  return ok({ units, lines: body.map(([i]) => i + 1) })
}

/** `Đặc khu` is what `dac-khu` means. */
const kindIn = (cell: string | null): string | null => cell && foldAll(cell).replace(/\s+/g, '-')

const WORKBOOK = 'Đây là tệp Excel: hãy chọn Lưu thành, loại “CSV UTF-8”, rồi chọn tệp ấy.'
const TOO_LONG = `Chưa thêm đơn vị nào: tệp có hơn ${figure(MOST.rows)} dòng. Hãy chia thành nhiều tệp.`
const tooWide = (lines: readonly number[]): string =>
  `Chưa thêm đơn vị nào: dòng ${lines.join(', ')} có nhiều ô hơn dòng đầu. Tên có dấu phẩy thì để trong dấu nháy kép.`

function columnsOf(title: readonly string[]): Result<Map<Column, number>> {
  const known = new Map<Column, number>()
  for (const [i, cell] of title.entries()) {
    const name = foldAll(cell.replace(/^\uFEFF/, '').trim()).replace(/\s+/g, '_')
    if (!name) continue
    const column = COLUMNS.find((one) => one === name)
    if (!column) return invalid(`Cột “${cell.slice(0, 40)}” không có: dùng ${COLUMNS.join(', ')}.`)
    if (known.has(column)) return invalid(`Cột “${column}” ghi hai lần ở dòng đầu.`)
    known.set(column, i)
  }
  return known.has('ten') ? ok(known) : invalid(`Dòng đầu phải ghi tên các cột: ${COLUMNS.join(',')}.`)
}
