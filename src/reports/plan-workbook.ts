/** A plan as a workbook that comes back as the same plan; of no plan, the workbook to fill in. All cells are text. */
import writeXlsxFile, { type Cell } from 'write-excel-file/universal'
import { KIND_OPTIONS } from '../core/form/obligation-fields.ts'
import { OBLIGATION_COLUMNS, type SheetColumn } from '../core/form/obligation-sheet.ts'
import { bookOf, SHEETS } from '../core/form/plan-book.ts'
import { TOPIC_COLUMNS } from '../core/form/topic-sheet.ts'
import type { Plan } from '../core/plan.ts'
import { CHANNEL_NAMES } from '../core/words/names.ts'
import { asPrinted } from './workbook.ts'

const LINE = { borderStyle: 'thin' as const, borderColor: '#9aa0a6' }
const HEADING = { fontWeight: 'bold' as const, backgroundColor: '#f2f0e9', wrap: true, ...LINE }
/** Lines that stand open, already as text, so that a program does not make dates or sums of what is typed. */
const OPEN_ROWS = 60

const heading = (value: string): Cell => ({ value, type: String, ...HEADING })
// The mark of text: `1.10` stays a clause, `04/08/2026` a day as it was typed.
const entry = (value: string): Cell => ({
  ...{ value, type: String, format: '@', wrap: true, alignVertical: 'top' as const },
  ...LINE,
})
const plain = (value: string): Cell => ({ value, type: String, wrap: true, alignVertical: 'top' as const })

const PRINTED = asPrinted([
  { name: SHEETS.head, head: null },
  { name: SHEETS.obligations, head: 1 },
  { name: SHEETS.topics, head: 1 },
  { name: SHEETS.help, head: null },
])

export async function planWorkbook(plan: Plan | null): Promise<Uint8Array<ArrayBuffer>> {
  const { head, obligations, topics } = bookOf(plan)
  const table = (rows: string[][], columns: readonly SheetColumn[]) => [
    (rows[0] ?? []).map(heading),
    ...rows.slice(1).map((row) => row.map(entry)),
    ...Array.from({ length: OPEN_ROWS }, () => columns.map(() => entry(''))),
  ]
  const file = await writeXlsxFile(
    [
      {
        sheet: SHEETS.head,
        data: head.map(([label = '', value = '', hint = '']) => [heading(label), entry(value), plain(hint)]),
        columns: [{ width: 44 }, { width: 60 }, { width: 60 }],
      },
      {
        ...{
          sheet: SHEETS.obligations,
          data: table(obligations, OBLIGATION_COLUMNS),
          stickyRowsCount: 1,
          stickyColumnsCount: 2,
        },
        columns: OBLIGATION_COLUMNS.map(({ width }) => ({ width })),
        orientation: 'landscape',
      },
      {
        ...{ sheet: SHEETS.topics, data: table(topics, TOPIC_COLUMNS), stickyRowsCount: 1 },
        columns: TOPIC_COLUMNS.map(({ width }) => ({ width })),
      },
      { sheet: SHEETS.help, data: help(), columns: [{ width: 34 }, { width: 90 }] },
    ],
    PRINTED,
  ).toBlob()
  return new Uint8Array(await file.arrayBuffer())
}

const help = (): Cell[][] => [
  [
    heading('Cách ghi'),
    heading(
      'Mỗi nhiệm vụ một dòng ở trang “Nhiệm vụ”. Giữ nguyên dòng tên cột; cột không dùng thì để trống.',
    ),
  ],
  ...[...OBLIGATION_COLUMNS, ...TOPIC_COLUMNS.slice(3, 6)].map((column) => [
    plain(column.heading),
    plain(column.hint),
  ]),
  [heading('Thực hiện thế nào'), heading('Khi nào dùng')],
  ...KIND_OPTIONS.map(({ words, hint }) => [plain(words), plain(hint)]),
  [heading('Thực hiện qua'), heading('')],
  ...Object.values(CHANNEL_NAMES).map((name) => [plain(name), plain('')]),
]
