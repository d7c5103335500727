/** A bảng kê as a workbook: a line for each part in each airing, then what each person comes to. */
import writeXlsxFile, { type Cell as SheetCell } from 'write-excel-file/universal'
import { type PayLine, type PaySum, paySums } from '../core/blank/pay-list.ts'
import { PER_NAMES } from '../core/blank/pay-rate.ts'
import { harmless } from '../core/log/csv.ts'
import { MAKING_NAMES } from '../core/making.ts'
import { capital, readable } from '../core/text.ts'
import type { DateRange } from '../core/wall-clock.ts'
import { documentDay, rangeInWords } from '../core/words/words.ts'

export type PayList = { unit: string; range: DateRange; lines: PayLine[] }

type Column<T> = { heading: string; width: number; cell: (row: T, index: number) => string | number | null }

export const PAY_COLUMNS: Column<PayLine>[] = [
  { heading: 'TT', width: 6, cell: (_, index) => index + 1 },
  { heading: 'Ngày phát', width: 12, cell: ({ day }) => documentDay(day) },
  { heading: 'Họ tên', width: 24, cell: ({ name }) => name },
  { heading: 'Vai', width: 14, cell: ({ part }) => capital(MAKING_NAMES.part[part]) },
  { heading: 'Tên bài, chương trình', width: 44, cell: ({ title }) => title },
  { heading: 'Thể loại', width: 14, cell: ({ genre }) => genre },
  { heading: 'Hình thức', width: 16, cell: ({ mode }) => mode && MAKING_NAMES.mode[mode] },
  { heading: 'Số từ', width: 8, cell: ({ words }) => words },
  { heading: 'Số phút', width: 8, cell: ({ minutes }) => minutes },
  { heading: 'Số lượng', width: 9, cell: ({ quantity }) => quantity },
  { heading: 'Đơn vị', width: 13, cell: ({ per }) => per && PER_NAMES[per] },
  { heading: 'Mức (đồng)', width: 13, cell: ({ rate }) => rate },
  { heading: 'Thành tiền (đồng)', width: 16, cell: ({ amount }) => amount },
  { heading: 'Căn cứ', width: 34, cell: ({ document }) => document },
  {
    heading: 'Ghi chú',
    width: 40,
    cell: ({ reason, notes }) => [...(reason === null ? [] : [reason]), ...notes].join('; '),
  },
]

const SUM_COLUMNS: Column<PaySum>[] = [
  { heading: 'Họ tên', width: 28, cell: ({ name }) => name },
  { heading: 'Số dòng', width: 10, cell: ({ lines }) => lines },
  { heading: 'Thành tiền (đồng)', width: 18, cell: ({ amount }) => amount },
  { heading: 'Dòng chưa có mức', width: 16, cell: ({ open }) => open },
]

export async function payWorkbook(list: PayList): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = [
    sheetOf('Bảng kê', list, PAY_COLUMNS, list.lines),
    sheetOf('Theo người', list, SUM_COLUMNS, paySums(list.lines)),
  ]
  const file = await writeXlsxFile(sheets).toBlob()
  return new Uint8Array(await file.arrayBuffer())
}

const LINE = {
  borderStyle: 'thin' as const,
  borderColor: '#9aa0a6',
  wrap: true,
  alignVertical: 'top' as const,
}

function sheetOf<T>(
  sheet: string,
  { unit, range }: PayList,
  columns: readonly Column<T>[],
  rows: readonly T[],
) {
  const bold = (value: string): SheetCell => ({ value: safe(value), type: String, fontWeight: 'bold' })
  return {
    sheet,
    data: [
      [bold(unit)],
      [bold(`Bảng kê tin, bài phát thanh ${rangeInWords(range)}`)],
      [],
      columns.map(
        ({ heading }): SheetCell => ({ value: heading, type: String, fontWeight: 'bold', ...LINE }),
      ),
      ...rows.map((row, i) => columns.map(({ cell }) => cellOf(cell(row, i)))),
    ],
    columns: columns.map(({ width }) => ({ width })),
    orientation: 'landscape' as const,
    stickyRowsCount: 4,
  }
}

const safe = (text: string): string => harmless(readable(text))

const cellOf = (value: string | number | null): SheetCell =>
  typeof value === 'number'
    ? { value, type: Number, ...LINE }
    : { value: safe(value ?? ''), type: String, ...LINE }
