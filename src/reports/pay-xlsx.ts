/** A bảng kê as a workbook: a line for each part in each airing, then what each person comes to. */
import { type PayLine, type PaySum, paySums } from '../core/blank/pay-list.ts'
import { PER_NAMES } from '../core/blank/pay-rate.ts'
import { MAKING_NAMES } from '../core/making.ts'
import { capital } from '../core/text.ts'
import type { DateRange } from '../core/wall-clock.ts'
import { figure } from '../core/words/figures.ts'
import { documentDay, rangeInWords } from '../core/words/words.ts'
import { type BookSheet, type BookValue, workbook } from './workbook.ts'

export type PayList = { unit: string; range: DateRange; lines: PayLine[] }

type Column<T> = BookSheet['columns'][number] & { cell: (row: T, index: number) => BookValue }

export const PAY_COLUMNS: Column<PayLine>[] = [
  { heading: 'TT', width: 6, cell: (_, index) => index + 1 },
  { heading: 'Ngày phát', width: 12, cell: ({ day }) => ({ day }) },
  { heading: 'Họ tên', width: 24, left: true, cell: ({ name }) => name },
  { heading: 'Vai', width: 14, left: true, cell: ({ part }) => capital(MAKING_NAMES.part[part]) },
  { heading: 'Tên bài, chương trình', width: 44, left: true, cell: ({ title }) => title },
  { heading: 'Thể loại', width: 14, left: true, cell: ({ genre }) => genre },
  { heading: 'Hình thức', width: 16, left: true, cell: ({ mode }) => mode && MAKING_NAMES.mode[mode] },
  { heading: 'Số từ', width: 8, cell: ({ words }) => words },
  { heading: 'Số phút', width: 8, cell: ({ minutes }) => minutes },
  { heading: 'Số lượng', width: 9, cell: ({ quantity }) => quantity },
  { heading: 'Đơn vị', width: 13, cell: ({ per }) => per && PER_NAMES[per] },
  { heading: 'Mức (đồng)', width: 13, cell: ({ rate }) => rate },
  { heading: 'Thành tiền (đồng)', width: 16, cell: ({ amount }) => amount },
  { heading: 'Căn cứ', width: 34, left: true, cell: ({ document }) => document },
  {
    heading: 'Ghi chú',
    width: 40,
    left: true,
    cell: ({ reason, notes }) => [...(reason === null ? [] : [reason]), ...notes].join('; '),
  },
]

/** A line as people read it. */
export const payCells = (line: PayLine, index: number): string[] =>
  PAY_COLUMNS.map(({ cell }) => {
    const value = cell(line, index)
    if (typeof value === 'number') return figure(value)
    return value !== null && typeof value === 'object' ? documentDay(value.day) : (value ?? '')
  })

const SUM_COLUMNS: Column<PaySum>[] = [
  { heading: 'Họ tên', width: 28, left: true, cell: ({ name }) => name },
  { heading: 'Số dòng', width: 10, cell: ({ lines }) => lines },
  { heading: 'Thành tiền (đồng)', width: 18, cell: ({ amount }) => amount },
  { heading: 'Dòng chưa có mức', width: 16, cell: ({ open }) => open },
]

export const payWorkbook = (list: PayList): Promise<Uint8Array<ArrayBuffer>> =>
  workbook([
    sheetOf('Bảng kê', list, PAY_COLUMNS, list.lines),
    sheetOf('Theo người', list, SUM_COLUMNS, paySums(list.lines)),
  ])

const sheetOf = <T>(
  name: string,
  { unit, range }: PayList,
  columns: readonly Column<T>[],
  rows: readonly T[],
): BookSheet => ({
  ...{ name, columns, title: [unit, `Bảng kê tin, bài phát thanh ${rangeInWords(range)}`] },
  rows: rows.map((row, i) => columns.map(({ cell }) => cell(row, i))),
})
