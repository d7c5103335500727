/** A filled form as a workbook: its fields on the first sheet, each list on one of its own. */
import writeXlsxFile, { type Cell as SheetCell } from 'write-excel-file/universal'
import type { BlankCell } from '../core/blank/columns.ts'
import type { Filled } from '../core/blank/fill.ts'
import type { FilledList } from '../core/blank/fill-list.ts'
import { harmless } from '../core/log/csv.ts'
import { readable } from '../core/text.ts'
import { FIELD_HEADINGS, fieldLines, periodLine } from './blank-parts.ts'

const LINE = { borderStyle: 'thin' as const, borderColor: '#9aa0a6' }
const WIDTHS = [7, 52, 14, 16, 60]

export async function blankWorkbook(filled: Filled): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = [
    ...(filled.fields.length ? [fieldSheet(filled)] : []),
    ...filled.lists.map((list, i) => listSheet(filled, list, i + 1)),
  ]
  const file = await writeXlsxFile(sheets).toBlob()
  return new Uint8Array(await file.arrayBuffer())
}

const head = (filled: Filled): SheetCell[][] => [
  [bold(filled.unit.name)],
  [bold(filled.blank.title)],
  [plain(periodLine(filled))],
  [plain(`Gửi: ${filled.blank.asker}`)],
  [],
]
const HEAD_ROWS = 6

function fieldSheet(filled: Filled) {
  const rows = fieldLines(filled).map((one): SheetCell[] =>
    'group' in one
      ? ['', one.group, '', '', ''].map((text) => ({ ...cellOf(text), fontWeight: 'bold' as const }))
      : [one.number, one.field.label, one.field.unit, one.field.value, one.remark].map(cellOf),
  )
  return {
    sheet: 'Biểu',
    data: [...head(filled), FIELD_HEADINGS.map(heading), ...rows],
    columns: WIDTHS.map((width) => ({ width })),
    stickyRowsCount: HEAD_ROWS,
  }
}

function listSheet(filled: Filled, list: FilledList, number: number) {
  const sums = list.sums ? [list.sums.map((sum, i) => cellOf(sum ?? (i === 1 ? 'Cộng' : '')))] : []
  const body =
    list.reason === null ? [...list.rows.map((row) => row.map(cellOf)), ...sums] : [[plain(list.reason)]]
  return {
    sheet: `Bảng ${number}`,
    data: [...head(filled), list.columns.map((column) => heading(column.heading)), ...body],
    columns: list.columns.map(({ width }) => ({ width: Math.max(6, width * 0.62) })),
    orientation: 'landscape' as const,
    stickyRowsCount: HEAD_ROWS,
  }
}

const safe = (text: string): string => harmless(readable(text))
const plain = (text: string): SheetCell => ({ value: safe(text), type: String })
const bold = (text: string): SheetCell => ({ value: safe(text), type: String, fontWeight: 'bold' })
const heading = (text: string): SheetCell => ({
  ...{ value: safe(text), type: String, fontWeight: 'bold', backgroundColor: '#f2f0e9', wrap: true, ...LINE },
})

const cellOf = (value: BlankCell): SheetCell =>
  typeof value === 'number'
    ? { value, type: Number, alignVertical: 'top', ...LINE }
    : { value: safe(value ?? ''), type: String, wrap: true, alignVertical: 'top', ...LINE }
