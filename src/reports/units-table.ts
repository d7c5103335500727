/** Many offices side by side, as numbers: CSV for programs, a workbook for the office. */
import type { Shares } from '../core/count/unit-row.ts'
import { csv } from '../core/log/csv.ts'
import type { WholeUnit } from '../core/unit.ts'
import { type Instant, isLocalDate, localDateOf } from '../core/wall-clock.ts'
import { type BookValue, workbook } from './workbook.ts'

/** A row of the roll-up. */
export type CountedUnit = Shares & {
  unit: WholeUnit
  onTimeDays: number
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
  ['Chốt số liệu', ({ closing }) => day(closing)],
  ['Ghi cuối', ({ lastRecord }) => day(lastRecord)],
  ['Đóng từ', ({ unit }) => unit.closedFrom],
  ['Hạn ghi (ngày)', ({ onTimeDays }) => onTimeDays],
]

const rowsOf = (units: readonly CountedUnit[]): Cell[][] =>
  units.map((unit) => COLUMNS.map(([, cell]) => cell(unit)))

/** With the mark by which spreadsheets know Unicode. */
export const unitsCsv = (units: readonly CountedUnit[]): string =>
  `\uFEFF${csv([COLUMNS.map(([title]) => title), ...rowsOf(units)])}`

export const unitsWorkbook = (
  heading: string,
  units: readonly CountedUnit[],
): Promise<Uint8Array<ArrayBuffer>> =>
  workbook([
    {
      name: 'Các đơn vị',
      title: [heading],
      columns: COLUMNS.map(([title]) => ({
        heading: title,
        width: WIDTHS[title] ?? 11,
        left: title in WIDTHS,
      })),
      rows: rowsOf(units).map((row) => row.map(dayValue)),
    },
  ])

const WIDTHS: Record<string, number> = { Mã: 18, 'Đơn vị': 34 }

const dayValue = (value: Cell): BookValue =>
  typeof value === 'string' && isLocalDate(value) ? { day: value } : value
