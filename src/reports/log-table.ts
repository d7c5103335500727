/** The broadcast log as a table: CSV for programs, a workbook for the office. */
import { csv } from '../core/log/csv.ts'
import type { LogRow } from '../core/log/log-words.ts'
import { MAKING_NAMES, type Making } from '../core/making.ts'
import type { DateRange } from '../core/wall-clock.ts'
import { documentDay, rangeInWords, weekdayName } from '../core/words/words.ts'
import { workbook } from './workbook.ts'

type Column = { heading: string; width: number; cell: (row: LogRow) => string | number; made?: true }

const COLUMNS: Column[] = [
  { heading: 'Ngày', width: 11, cell: ({ day }) => documentDay(day) },
  { heading: 'Thứ', width: 9, cell: ({ day }) => weekdayName(day) },
  {
    heading: 'Giờ theo lịch',
    width: 12,
    cell: ({ planned, moved }) => [planned, moved].filter(Boolean).join(', '),
  },
  { heading: 'Giờ thực tế', width: 8, cell: ({ actual }) => actual },
  { heading: 'Số phút', width: 6, cell: ({ minutes }) => (minutes === '' ? '' : Number(minutes)) },
  { heading: 'Nội dung', width: 36, cell: ({ title }) => title },
  { heading: 'Kỳ', width: 12, cell: ({ issue }) => issue },
  { heading: 'Điều khoản', width: 10, cell: ({ clause }) => clause },
  { heading: 'PM/PL', width: 7, cell: ({ mark }) => mark },
  { heading: 'Kết quả', width: 13, cell: ({ outcome }) => outcome },
  { heading: 'Lý do, ghi chú', width: 22, cell: ({ why }) => why.join('; ') },
  { heading: 'Người ghi', width: 14, cell: ({ by }) => by },
  { heading: 'Ghi lúc', width: 11, cell: ({ recorded }) => recorded },
  {
    heading: 'Minh chứng',
    width: 20,
    cell: ({ evidence }) => evidence.map(({ words }) => words).join('; '),
  },
  made('Ngôn ngữ', 12, ({ language }) => language),
  made('Thứ tiếng trong chương trình', 18, ({ spoken }) => spoken && MAKING_NAMES.spoken[spoken]),
  made('Số phút thứ tiếng ấy', 9, ({ partMinutes }) => partMinutes),
  made('Hình thức phát', 16, ({ mode }) => mode && MAKING_NAMES.mode[mode]),
  made('Nguồn gốc', 16, ({ origin }) => origin && MAKING_NAMES.origin[origin]),
  made('Mảng thống kê', 16, ({ content }) => content && MAKING_NAMES.content[content]),
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

/** Evidence that is kept on this server, with its whole address: a file that leaves has no page around it. */
export const withAddresses = (rows: readonly LogRow[], baseUrl: string): LogRow[] =>
  rows.map((row) => ({
    ...row,
    evidence: row.evidence.map(({ words, href }) =>
      href?.startsWith('/') ? { words: `${words} (${baseUrl}${href})`, href } : { words, href },
    ),
  }))

/** Without the mark Excel takes UTF-8 for the letters of another century. */
const BYTE_ORDER_MARK = '\ufeff'

export const logCsv = (rows: readonly LogRow[]): string =>
  BYTE_ORDER_MARK +
  csv([COLUMNS.map(({ heading }) => heading), ...rows.map((row) => COLUMNS.map(({ cell }) => cell(row)))])

export type LogHead = { unit: string; title: string; range: DateRange }

/** One sheet, with the heading that the printed log has. */
export function logWorkbook(
  rows: readonly LogRow[],
  { unit, title, range }: LogHead,
): Promise<Uint8Array<ArrayBuffer>> {
  const columns = columnsOf(rows)
  return workbook([
    {
      name: 'Sổ nhật ký',
      title: [unit, title, `Từ ngày ${rangeInWords(range).replace(' – ', ' đến ngày ')}`],
      columns: columns.map(({ heading, width }) => ({ heading, width, left: true })),
      rows: rows.map((row) => [{ day: row.day }, ...columns.slice(1).map(({ cell }) => cell(row))]),
    },
  ])
}

/** What nobody ever said takes no room on the sheet. */
const columnsOf = (rows: readonly LogRow[]): Column[] =>
  COLUMNS.filter(({ made, cell }) => !made || rows.some((row) => cell(row) !== ''))
