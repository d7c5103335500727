/** The broadcast log as a table: CSV for programs, a workbook for the office. */
import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import { csv, harmless } from '../core/log/csv.ts'
import type { LogRow } from '../core/log/log-words.ts'
import { MAKING_NAMES, type Making } from '../core/making.ts'
import type { DateRange } from '../core/wall-clock.ts'
import { documentDay, rangeInWords, weekdayName } from '../core/words/words.ts'

type Column = { heading: string; width: number; cell: (row: LogRow) => string | number; made?: true }

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
  made('Ngôn ngữ', 12, ({ language }) => language),
  made('Thứ tiếng trong chương trình', 18, ({ spoken }) => spoken && MAKING_NAMES.spoken[spoken]),
  made('Số phút thứ tiếng ấy', 9, ({ partMinutes }) => partMinutes),
  made('Hình thức phát', 16, ({ mode }) => mode && MAKING_NAMES.mode[mode]),
  made('Nguồn gốc', 16, ({ origin }) => origin && MAKING_NAMES.origin[origin]),
  made('Loại nội dung', 16, ({ content }) => content && MAKING_NAMES.content[content]),
  made('Thể loại', 12, ({ genre }) => genre),
  made('Tác giả', 18, ({ author }) => author),
  made('Nguồn', 20, ({ source }) => source),
  made('Biên tập', 18, ({ editor }) => editor),
  made('Phát thanh viên', 18, ({ announcer }) => announcer),
  made('Người dịch', 18, ({ translator }) => translator),
  made('Số từ', 8, ({ words }) => words),
]

/** Empty for what did not happen, and for what nobody wrote down. */
function made(heading: string, width: number, cell: (making: Making) => string | number | null): Column {
  return { heading, width, cell: ({ making }) => (making && cell(making)) ?? '', made: true }
}

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
  const columns = columnsOf(rows)
  const headings = columns.map(({ heading }) => ({
    ...{ value: heading, fontWeight: 'bold' as const, backgroundColor: '#f2f0e9', wrap: true },
    ...{ borderStyle: 'thin' as const, borderColor: LINE, alignVertical: 'center' as const },
  }))
  const sheet = [
    [bold(unit)],
    [{ ...bold(title), fontSize: 14 }],
    [{ value: `Từ ngày ${rangeInWords(range).replace(' – ', ' đến ngày ')}`, type: String }],
    [],
    headings,
    ...rows.map((row) => [dayCell(row), ...columns.slice(1).map(({ cell }) => bordered(cell(row)))]),
  ]
  const file = await writeXlsxFile(sheet, {
    sheet: 'Sổ nhật ký',
    orientation: 'landscape',
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 5,
  }).toBuffer()
  return new Uint8Array(file)
}

/** What nobody ever said takes no room on the sheet. */
const columnsOf = (rows: readonly LogRow[]): Column[] =>
  COLUMNS.filter(({ made, cell }) => !made || rows.some((row) => cell(row) !== ''))

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
