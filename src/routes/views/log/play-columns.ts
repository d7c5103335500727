/** The columns of a play log, to say which is what. */
import { headingRow, type PlayColumns, type Sheet } from '../../../core/log/play-columns.ts'
import { type Cell, momentOf } from '../../../core/log/play-time.ts'
import { documentDay } from '../../../core/words/words.ts'
import type { Choice } from '../../../templates/people-views.ts'
import type { PlayColumnsView } from '../../../templates/play-log-views.ts'

/** A, B, …, Z, AA, as spreadsheets call their columns. */
const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

const SAMPLE_ROWS = 8
const MOST_LETTERS = 26

/** A cell as it may be shown: a workbook's date is a number. */
function shown(cell: Cell | undefined, column: number, columns: PlayColumns | null): string {
  if (cell === null || cell === undefined) return ''
  const isTime = columns && [columns.date, columns.time, columns.end].includes(column)
  if (typeof cell !== 'number' || !isTime) return String(cell).slice(0, 60)
  const { date, time } = momentOf(cell)
  return [time, date && documentDay(date)].filter(Boolean).join(' ') || String(cell)
}

type Field = Exclude<keyof PlayColumns, 'lengthUnit' | 'dateOrder'>

/** The names under which the form sends which column is what. */
export const COLUMN_FIELDS: {
  field: Field
  name: string
  label: string
  hint: string
  none: string | null
}[] = [
  { field: 'date', name: 'ngay', label: 'Ngày phát', hint: '', none: null },
  { field: 'time', name: 'gio', label: 'Giờ phát', hint: '', none: 'Nằm cùng ô với ngày' },
  {
    field: 'half',
    name: 'buoi',
    label: 'Buổi',
    hint: 'Sáng, chiều nằm ở cột riêng, giờ ghi 1 đến 12',
    none: 'Không có',
  },
  { field: 'title', name: 'ten', label: 'Tên chương trình, bản tin', hint: '', none: 'Không có' },
  { field: 'length', name: 'thoiLuong', label: 'Thời lượng', hint: '', none: 'Không có' },
  {
    field: 'end',
    name: 'ketThuc',
    label: 'Giờ kết thúc',
    hint: 'Để tính thời lượng nếu không có cột thời lượng',
    none: 'Không có',
  },
  {
    field: 'status',
    name: 'trangThai',
    label: 'Trạng thái',
    hint: 'Dòng ghi lỗi, chưa phát sẽ được bỏ qua',
    none: 'Không có',
  },
  {
    field: 'devices',
    name: 'thietBi',
    label: 'Số thiết bị phát được',
    hint: 'Dòng ghi 0 hoặc 0/15 sẽ được bỏ qua',
    none: 'Không có',
  },
]

export function columnsParts(
  sheet: Sheet,
  columns: PlayColumns | null,
): Pick<PlayColumnsView, 'fields' | 'letters' | 'sample'> {
  const top = headingRow(sheet)
  const first = Math.max(0, top)
  const rows = sheet.slice(first, first + SAMPLE_ROWS)
  const width = Math.min(MOST_LETTERS, Math.max(0, ...rows.map(({ length }) => length)))
  const letters = Array.from({ length: width }, (_, i) => letterOf(i))
  const name = (i: number) => (top < 0 ? '' : ` – ${shown(sheet[top]?.[i], i, columns)}`)
  const choices = (chosen: number | null | undefined, none: string | null): Choice[] => [
    ...(none === null ? [] : [{ value: '', words: none, chosen: chosen === null }]),
    ...letters.map((letter, i) => ({
      value: String(i),
      words: `Cột ${letter}${name(i)}`,
      chosen: chosen === i,
    })),
  ]
  return {
    letters,
    sample: rows
      .map((row, i) => ({
        number: first + i + 1,
        isHeading: first + i === top,
        cells: letters.map((_, column) => shown(row[column], column, columns)),
      }))
      .filter(({ cells }) => cells.some((cell) => cell)),
    fields: [
      ...COLUMN_FIELDS.map(({ field, none, ...same }) => ({
        ...{ name: same.name, label: same.label, hint: same.hint },
        choices: choices(columns ? columns[field] : undefined, none),
      })),
      {
        ...{ name: 'thuTu', label: 'Ngày ghi theo thứ tự', hint: '' },
        choices: [
          { value: '', words: 'tự nhận ra', chosen: (columns?.dateOrder ?? null) === null },
          { value: 'day-month', words: 'ngày trước: 31/12/2025', chosen: columns?.dateOrder === 'day-month' },
          {
            value: 'month-day',
            words: 'tháng trước: 12/31/2025',
            chosen: columns?.dateOrder === 'month-day',
          },
        ],
      },
      {
        ...{ name: 'donVi', label: 'Số trong cột thời lượng là', hint: '' },
        choices: [
          { value: 'minutes', words: 'phút', chosen: columns?.lengthUnit !== 'seconds' },
          { value: 'seconds', words: 'giây', chosen: columns?.lengthUnit === 'seconds' },
        ],
      },
    ],
  }
}
