/** A bảng kê as a workbook: a line for each part in each airing, then what each person comes to. */
import { type PayLine, type PaySum, paySums, totalOf } from '../core/blank/pay-list.ts'
import { PER_NAMES } from '../core/blank/pay-rate.ts'
import { MAKING_NAMES } from '../core/making.ts'
import { capital } from '../core/text.ts'
import type { DateRange } from '../core/wall-clock.ts'
import { rangeInWords } from '../core/words/words.ts'
import { type BookSheet, type BookValue, workbook } from './workbook.ts'

export type PayList = { unit: string; range: DateRange; lines: PayLine[] }

type Column<T> = BookSheet['columns'][number] & { cell: (row: T, index: number) => BookValue }

const PAY_COLUMNS: Column<PayLine>[] = [
  { heading: 'TT', width: 5, cell: (_, index) => index + 1 },
  { heading: 'Ngày phát', width: 12, cell: ({ day }) => ({ day }) },
  { heading: 'Họ tên', width: 19, left: true, cell: ({ name }) => name },
  { heading: 'Vai', width: 11, left: true, cell: ({ part }) => capital(MAKING_NAMES.part[part]) },
  { heading: 'Tên bài, chương trình', width: 30, left: true, cell: ({ title }) => title },
  { heading: 'Thể loại', width: 10, left: true, cell: ({ genre }) => genre },
  { heading: 'Hình thức', width: 11, left: true, cell: ({ mode }) => mode && MAKING_NAMES.mode[mode] },
  { heading: 'Số từ', grouped: true, width: 8, cell: ({ words }) => words },
  { heading: 'Số phút', width: 7, cell: ({ minutes }) => minutes },
  { heading: 'Số lượng', grouped: true, width: 8, cell: ({ quantity }) => quantity },
  { heading: 'Đơn vị', width: 10, cell: ({ per }) => per && PER_NAMES[per] },
  { heading: 'Mức (đồng)', grouped: true, width: 11, cell: ({ rate }) => rate },
  { heading: 'Thành tiền (đồng)', grouped: true, width: 13, cell: ({ amount }) => amount },
  { heading: 'Căn cứ', width: 20, left: true, cell: ({ document }) => document },
  {
    heading: 'Ghi chú',
    width: 24,
    left: true,
    cell: ({ reason, notes }) => [...(reason === null ? [] : [reason]), ...notes].join('; '),
  },
]

const SUM_COLUMNS: Column<PaySum>[] = [
  { heading: 'Họ tên', width: 28, left: true, cell: ({ name }) => name },
  { heading: 'Số dòng', width: 10, cell: ({ lines }) => lines },
  { heading: 'Thành tiền (đồng)', grouped: true, width: 18, cell: ({ amount }) => amount },
  { heading: 'Dòng chưa có mức', width: 16, cell: ({ open }) => open },
]

export const payWorkbook = (list: PayList): Promise<Uint8Array<ArrayBuffer>> => {
  const sums = paySums(list.lines)
  const total = totalOf(list.lines)
  return workbook([
    sheetOf('Bảng kê', list, PAY_COLUMNS, list.lines, total),
    sheetOf('Theo người', list, SUM_COLUMNS, sums, total),
  ])
}

const sheetOf = <T>(
  name: string,
  { unit, range }: PayList,
  columns: readonly Column<T>[],
  rows: readonly T[],
  total: number | null,
): BookSheet => ({
  ...{ name, columns, title: [unit, `Bảng kê tin, bài phát thanh ${rangeInWords(range)}`] },
  rows: rows.map((row, i) => columns.map(({ cell }) => cell(row, i))),
  sums: columns.map(({ heading }) => (heading === 'Họ tên' ? 'Cộng' : heading === MONEY ? total : null)),
})

const MONEY = 'Thành tiền (đồng)'
