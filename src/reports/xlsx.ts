/** A report as a workbook: the summary, one sheet a group of duties, the log. */
import writeXlsxFile, { type Cell as SheetCell } from 'write-excel-file/universal'
import { harmless } from '../core/log/csv.ts'
import { readable } from '../core/text.ts'
import { GROUPS, type Group } from './group.ts'
import type { Report, ReportRow } from './report.ts'
import { type Cell, cellsOf, LOG_COLUMNS, rowsOfGroup, type TableColumn, wideColumns } from './tables.ts'

type Sheet = { sheet: string; data: SheetCell[][]; columns: { width: number }[]; stickyRowsCount: number }

export async function reportWorkbook(report: Report): Promise<Uint8Array<ArrayBuffer>> {
  const groups = (Object.keys(GROUPS) as Group[]).filter((group) => rowsOfGroup(report, group).length)
  const columns = wideColumns(report)
  const sheets = [
    sheetOf('Tổng hợp', report, columns, report.rows, sumCells(columns, report.rows)),
    ...groups.map((group) => {
      const rows = rowsOfGroup(report, group)
      return sheetOf(GROUPS[group].sheet, report, columns, rows, sumCells(columns, rows))
    }),
    sheetOf('Nhật ký', report, LOG_COLUMNS, report.log, []),
  ]
  const file = await writeXlsxFile(
    sheets.map((sheet) => ({ ...sheet, orientation: 'landscape' as const })),
  ).toBlob()
  return new Uint8Array(await file.arrayBuffer())
}

const LINE = { borderStyle: 'thin' as const, borderColor: '#9aa0a6' }
const HEADING = {
  fontWeight: 'bold' as const,
  backgroundColor: '#f2f0e9',
  wrap: true,
  align: 'center' as const,
}

function sheetOf<T>(
  sheet: string,
  { unit, document }: Report,
  columns: readonly TableColumn<T>[],
  rows: readonly T[],
  sums: SheetCell[],
): Sheet {
  const title = (text: string): SheetCell[] => [
    { value: harmless(readable(text)), type: String, fontWeight: 'bold' },
  ]
  const data = [
    title(unit.name),
    ...document.subject.map(title),
    [],
    columns.map(({ heading }) => ({ value: heading, type: String, ...HEADING, ...LINE })),
    ...cellsOf(columns, rows).map((cells) =>
      cells.map((cell, i) => valueCell(cell, columns[i]?.left ?? false)),
    ),
    sums,
  ].filter((row, i) => row.length > 0 || i < 4)
  return {
    ...{ sheet, data, columns: columns.map(({ width }) => ({ width: Math.max(6, width * 0.62) })) },
    stickyRowsCount: document.subject.length + 3,
  }
}

function valueCell(value: Cell, left: boolean): SheetCell {
  const look = { ...LINE, wrap: true, alignVertical: 'top' as const }
  if (typeof value === 'number') return { value, type: Number, ...look }
  return {
    value: value === null ? '' : harmless(readable(value)),
    type: String,
    ...look,
    ...(!left && { align: 'center' as const }),
  }
}

/** Under the columns that may be added up. */
function sumCells(columns: readonly TableColumn<ReportRow>[], rows: readonly ReportRow[]): SheetCell[] {
  return columns.map(({ summed, cell }, i) => {
    const look = { ...LINE, fontWeight: 'bold' as const }
    if (i === 1) return { value: 'Cộng', type: String, ...look }
    if (!summed) return { value: '', type: String, ...look }
    return {
      value: rows.reduce((sum, row, index) => sum + (Number(cell(row, index)) || 0), 0),
      type: Number,
      ...look,
    }
  })
}
