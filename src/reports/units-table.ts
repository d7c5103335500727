/** Many offices side by side, as numbers: CSV for programs, a workbook for the office. */
import writeXlsxFile, { type Cell as SheetCell } from 'write-excel-file/universal'
import type { Shares } from '../core/count/unit-row.ts'
import { csv, harmless } from '../core/log/csv.ts'
import { readable } from '../core/text.ts'
import type { WholeUnit } from '../core/unit.ts'
import { type Instant, localDateOf } from '../core/wall-clock.ts'

/** A row of the roll-up. */
export type CountedUnit = Shares & {
  unit: WholeUnit
  behind: number
  closing: Instant | null
  lastRecord: Instant | null
}

type Cell = string | number | null

const day = (instant: Instant | null): string | null => (instant === null ? null : localDateOf(instant))

const COLUMNS: [title: string, cell: (row: CountedUnit) => Cell][] = [
  ['Mã', ({ unit }) => unit.code],
  ['Mã hành chính', ({ unit }) => unit.officialCode],
  ['Đơn vị', ({ unit }) => unit.name],
  ['Đến hạn', ({ due }) => due],
  ['Đã xác nhận', ({ settled }) => settled],
  ['Xác nhận đúng hạn', ({ settledOnTime }) => settledOnTime],
  ['Chưa xác nhận', ({ unconfirmed }) => unconfirmed],
  ['Đã thực hiện', ({ done }) => done],
  ['Nhiệm vụ đang chậm', ({ behind }) => behind],
  ['Chốt kỳ', ({ closing }) => day(closing)],
  ['Ghi cuối', ({ lastRecord }) => day(lastRecord)],
  ['Đóng từ', ({ unit }) => unit.closedFrom],
]

const rowsOf = (units: readonly CountedUnit[]): Cell[][] =>
  units.map((unit) => COLUMNS.map(([, cell]) => cell(unit)))

/** With the mark by which spreadsheets know Unicode. */
export const unitsCsv = (units: readonly CountedUnit[]): string =>
  `\uFEFF${csv([COLUMNS.map(([title]) => title), ...rowsOf(units)])}`

export async function unitsWorkbook(
  heading: string,
  units: readonly CountedUnit[],
): Promise<Uint8Array<ArrayBuffer>> {
  const bold = (value: string): SheetCell => ({ value, type: String, fontWeight: 'bold', wrap: true })
  const cells = rowsOf(units).map((row) => row.map(sheetCell))
  const data = [[bold(readable(heading))], COLUMNS.map(([title]) => bold(title)), ...cells]
  const columns = COLUMNS.map(([title]) => ({ width: title === 'Đơn vị' ? 40 : 14 }))
  const file = await writeXlsxFile([{ sheet: 'Các đơn vị', data, columns, stickyRowsCount: 2 }]).toBlob()
  return new Uint8Array(await file.arrayBuffer())
}

const sheetCell = (value: Cell): SheetCell =>
  typeof value === 'number'
    ? { value, type: Number }
    : { value: value === null ? '' : harmless(readable(value)), type: String }
