/** A filled form as a workbook: its fields on the first sheet, each list on one of its own. */
import type { Filled } from '../core/blank/fill.ts'
import type { FilledList } from '../core/blank/fill-list.ts'
import { FIELD_HEADINGS, fieldLines, periodLine } from './blank-parts.ts'
import { type BookSheet, workbook } from './workbook.ts'

const WIDTHS = [7, 52, 14, 16, 60]
/** Words of a form read from the left: what is asked, and what is said of it. */
const IN_WORDS = [1, 4]

export const blankWorkbook = (filled: Filled): Promise<Uint8Array<ArrayBuffer>> =>
  workbook([
    ...(filled.fields.length ? [fieldSheet(filled)] : []),
    ...filled.lists.map((list, i) => listSheet(filled, list, i + 1)),
  ])

const titleOf = (filled: Filled): string[] => [
  ...[filled.unit.name, filled.blank.title, periodLine(filled), `Gửi: ${filled.blank.asker}`],
]

function fieldSheet(filled: Filled): BookSheet {
  const lines = fieldLines(filled)
  return {
    ...{ name: 'Biểu', title: titleOf(filled) },
    columns: FIELD_HEADINGS.map((heading, i) => ({
      ...{ heading, width: WIDTHS[i] ?? 14, left: IN_WORDS.includes(i) },
    })),
    rows: lines.map((one) =>
      'group' in one
        ? ['', one.group, '', '', '']
        : [one.number, one.field.label, one.field.unit, one.field.value, one.remark],
    ),
    groups: lines.flatMap((one, i) => ('group' in one ? [i] : [])),
  }
}

function listSheet(filled: Filled, list: FilledList, number: number): BookSheet {
  return {
    ...{ name: `Bảng ${number}`, title: titleOf(filled) },
    columns: list.columns.map(({ heading, width }) => ({
      ...{ heading, width: Math.max(6, width * 0.62), left: true },
    })),
    // The first column is a number's; a sum of nothing would say 0 where nobody knows.
    ...(list.reason === null
      ? { rows: list.rows, sums: list.sums?.map((sum, i) => sum ?? (i === 1 ? 'Cộng' : '')) ?? null }
      : { rows: [list.columns.length > 1 ? ['', list.reason] : [list.reason]] }),
  }
}
