/** What became of a frozen report: the numbers that differ now, and why. */
import { rowKey } from '../core/compliance.ts'
import type { Report, ReportRow } from './report.ts'
import { ROW_COLUMNS } from './tables.ts'

export type Difference = { clause: string; title: string; what: string; before: string; after: string }

/** Row by row, in the words of the table's columns. Duties that came or went are told as such. */
export function differences(frozen: Report, current: Report): Difference[] {
  const now = new Map(current.rows.map((row) => [rowKey(row), row]))
  const then = new Set(frozen.rows.map(rowKey))
  return [
    ...frozen.rows.flatMap((row) => rowDifferences(row, now.get(rowKey(row)))),
    ...current.rows
      .filter((row) => !then.has(rowKey(row)))
      .map((row) => difference(row, 'Nhiệm vụ', 'chưa có', 'mới thêm vào kế hoạch')),
  ]
}

const difference = (row: ReportRow, what: string, before: string, after: string): Difference => ({
  clause: row.obligationId,
  title: row.airing === 'rerun' ? `${row.title} (phát lại)` : row.title,
  ...{ what, before, after },
})

const [, , ...NUMBERS] = ROW_COLUMNS

function rowDifferences(row: ReportRow, now: ReportRow | undefined): Difference[] {
  if (!now) return [difference(row, 'Nhiệm vụ', 'có', 'không còn trong kế hoạch')]
  const changed = NUMBERS.flatMap(({ heading, cell }) => {
    const [before, after] = [String(cell(row, 0) ?? '–'), String(cell(now, 0) ?? '–')]
    return before === after ? [] : [difference(row, heading, before, after)]
  })
  const minutes =
    row.minutes === now.minutes
      ? []
      : [difference(row, 'Số phút đã phát', String(row.minutes), String(now.minutes))]
  return [...changed, ...minutes]
}
