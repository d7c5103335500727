/** A report as a workbook: the summary, one sheet a group of obligations, what paper has no room for, the log. */
import { GROUPS, type Group } from './group.ts'
import type { Report, ReportRow } from './report.ts'
import {
  cellsOf,
  LOG_COLUMNS,
  MORE_COLUMNS,
  ROW_COLUMNS,
  rowsOfGroup,
  type TableColumn,
  withPlans,
} from './tables.ts'
import { type BookSheet, type BookValue, workbook } from './workbook.ts'

export async function reportWorkbook(report: Report): Promise<Uint8Array<ArrayBuffer>> {
  const groups = (Object.keys(GROUPS) as Group[]).filter((group) => rowsOfGroup(report, group).length)
  const counted = withPlans(report, ROW_COLUMNS)
  const more = withPlans(report, [...ROW_COLUMNS.slice(0, 2), ...MORE_COLUMNS])
  const summed = (name: string, columns: TableColumn<ReportRow>[], rows: readonly ReportRow[]) => ({
    ...sheetOf(name, report, columns, rows),
    sums: sumsOf(columns, rows),
  })
  return workbook([
    summed('Tổng hợp', counted, report.rows),
    ...groups.map((group) => summed(GROUPS[group].sheet, counted, rowsOfGroup(report, group))),
    summed('Chi tiết', more, report.rows),
    sheetOf('Nhật ký', report, LOG_COLUMNS, report.log),
  ])
}

/** Letters of a column that paper gives so many millimetres. */
const letters = (millimetres: number): number => Math.max(6, Math.round(millimetres * 0.55))

const sheetOf = <T>(
  name: string,
  { unit, document }: Report,
  columns: readonly TableColumn<T>[],
  rows: readonly T[],
): BookSheet => ({
  ...{ name, title: [unit.name, ...document.subject] },
  columns: columns.map(({ heading, width, left }) => ({
    ...{ heading, width: letters(width) },
    ...(left !== undefined && { left }),
  })),
  rows: cellsOf(columns, rows),
})

/** Under the columns that may be added up. */
const sumsOf = (columns: readonly TableColumn<ReportRow>[], rows: readonly ReportRow[]): BookValue[] =>
  columns.map(({ summed, cell }, i) => {
    if (i === 1) return 'Cộng'
    return summed ? rows.reduce((sum, row, index) => sum + (Number(cell(row, index)) || 0), 0) : ''
  })
