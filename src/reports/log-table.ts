/** The broadcast log as a table: CSV for programs, a workbook for the office. */
import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import { csv, harmless } from '../core/log/csv.ts'
import type { LogRow } from '../core/log/log-words.ts'
import type { DateRange } from '../core/wall-clock.ts'
import { documentDay, rangeInWords, weekdayName } from '../core/words/words.ts'

type Column = { heading: string; width: number; cell: (row: LogRow) => string | number }

const COLUMNS: Column[] = [
  { heading: 'Ngày', width: 11, cell: ({ day }) => documentDay(day) },
  { heading: 'Thứ', width: 10, cell: ({ day }) => weekdayName(day) },
  {
    heading: 'Giờ theo lịch',
    width: 16,
    cell: ({ planned, moved }) => [planned, moved].filter(Boolean).join(', '),
  },
  { heading: 'Giờ thực tế', width: 11, cell: ({ actual }) => actual },
  { heading: 'Số phút', width: 8, cell: ({ minutes }) => (minutes === '' ? '' : Number(minutes)) },
  { heading: 'Nội dung', width: 44, cell: ({ title }) => title },
  { heading: 'Kỳ', width: 13, cell: ({ issue }) => issue },
  { heading: 'Điều khoản', width: 10, cell: ({ clause }) => clause },
  { heading: 'PM/PL', width: 7, cell: ({ mark }) => mark },
  { heading: 'Kết quả', width: 16, cell: ({ outcome }) => outcome },
  { heading: 'Lý do, ghi chú', width: 30, cell: ({ why }) => why.join('; ') },
  { heading: 'Người ghi', width: 18, cell: ({ by }) => by },
  { heading: 'Ghi lúc', width: 16, cell: ({ recorded }) => recorded },
  {
    heading: 'Minh chứng',
    width: 30,
    cell: ({ evidence }) => evidence.map(({ words }) => words).join('; '),
  },
]

/** Without the mark Excel takes UTF-8 for the letters of another century. */
const BYTE_ORDER_MARK = '\ufeff'

export const logCsv = (rows: readonly LogRow[]): string =>
  BYTE_ORDER_MARK +
  csv([COLUMNS.map(({ heading }) => heading), ...rows.map((row) => COLUMNS.map(({ cell }) => cell(row)))])

export type LogHead = { unit: string; title: string; range: DateRange }

const LINE = '#9aa0a6'

/** One sheet, landscape, with the heading that the printed log has. */
export async function logWorkbook(
  rows: readonly LogRow[],
  { unit, title, range }: LogHead,
): Promise<Uint8Array<ArrayBuffer>> {
  const headings = COLUMNS.map(({ heading }) => ({
    ...{ value: heading, fontWeight: 'bold' as const, backgroundColor: '#f2f0e9', wrap: true },
    ...{ borderStyle: 'thin' as const, borderColor: LINE, alignVertical: 'center' as const },
  }))
  const sheet = [
    [bold(unit)],
    [{ ...bold(title), fontSize: 14 }],
    [{ value: `Từ ngày ${rangeInWords(range).replace(' – ', ' đến ngày ')}`, type: String }],
    [],
    headings,
    ...rows.map((row) => [dayCell(row), ...COLUMNS.slice(1).map(({ cell }) => bordered(cell(row)))]),
  ]
  const file = await writeXlsxFile(sheet, {
    sheet: 'Sổ nhật ký',
    orientation: 'landscape',
    columns: COLUMNS.map(({ width }) => ({ width })),
    stickyRowsCount: 5,
  }).toBuffer()
  return new Uint8Array(file)
}

const bold = (value: string) => ({ value: harmless(value), type: String, fontWeight: 'bold' as const })

const BORDERED = {
  ...{ borderStyle: 'thin' as const, borderColor: LINE, alignVertical: 'top' as const, wrap: true },
}

/** A real date, so that the office can sort and filter by it. */
const dayCell = ({ day }: LogRow): Cell => ({
  ...{ value: new Date(`${day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', ...BORDERED },
})

const bordered = (value: string | number): Cell =>
  typeof value === 'number'
    ? { value, type: Number, ...BORDERED }
    : { value: harmless(value), type: String, ...BORDERED }
