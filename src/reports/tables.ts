/** The annexes of a report as columns and rows: the same for the page, the document, the workbook and CSV. */
import { csv } from '../core/log/csv.ts'
import type { LogRow } from '../core/log/log-words.ts'
import { GRADE_NAMES } from '../core/record/evidence.ts'
import { capital } from '../core/text.ts'
import { AIRING_NAMES, VERDICT_NAMES } from '../core/words/names.ts'
import { documentDay } from '../core/words/words.ts'
import { GROUPS } from './group.ts'
import type { Report, ReportRow } from './report.ts'

export type Cell = string | number | null

export type TableColumn<T> = {
  heading: string
  /** Millimetres on paper. */
  width: number
  left?: boolean
  /** Its numbers may be added up. */
  summed?: boolean
  cell: (row: T, index: number) => Cell
}

const number = (heading: string, cell: (row: ReportRow) => Cell, width = 13): TableColumn<ReportRow> => ({
  heading,
  width,
  cell,
})

const summed = (heading: string, cell: (row: ReportRow) => number, width = 13): TableColumn<ReportRow> => ({
  ...{ heading, width, cell, summed: true },
})

/** The numbers of each obligation: design's row of the count, in an office's words. */
export const ROW_COLUMNS: TableColumn<ReportRow>[] = [
  { heading: 'TT', width: 9, cell: (_, index) => index + 1 },
  {
    heading: 'Nhiệm vụ (mục của kế hoạch)',
    width: 57,
    left: true,
    cell: ({ title, clause, airing }) =>
      `${title} (mục ${clause}${airing === 'rerun' ? `, ${AIRING_NAMES.rerun.name.toLowerCase()}` : ''})`,
  },
  number('Chỉ tiêu năm kế hoạch', ({ declared }) => declared),
  number('Chỉ tiêu áp dụng', ({ target }) => target, 15),
  summed('Theo lịch trong kỳ', ({ scheduled }) => scheduled, 14),
  summed('Đến hạn', ({ due }) => due, 12),
  summed('Đã thực hiện', ({ done }) => done, 14),
  summed('Trễ hạn', ({ late }) => late, 11),
  summed('Bù', ({ madeUp }) => madeUp, 10),
  summed('Chưa đạt', ({ short }) => short, 11),
  summed('Không thực hiện', ({ missed }) => missed, 14),
  summed('Có lý do', ({ excused }) => excused, 11),
  summed('Chưa xác nhận', ({ unconfirmed }) => unconfirmed, 14),
  summed('Chưa đến hạn', ({ remaining }) => remaining, 13),
  summed('Ghi ngoài lịch', ({ logged }) => logged, 12),
  number('Luỹ kế năm kế hoạch', ({ yearDone }) => yearDone, 12),
  { heading: 'Đánh giá', width: 18, cell: verdictWords },
]

/** An obligation without a turn in the period is not one without a target. */
function verdictWords({ verdict, scheduled, logged, result }: ReportRow): string {
  if (verdict === 'not-triggered') return capital(result)
  return verdict === 'no-target' && scheduled + logged === 0 ? 'Không có kỳ' : VERDICT_NAMES[verdict]
}

/** Minutes that nobody wrote down are not none. */
function minutesCell({ minutes, untimed }: ReportRow): Cell {
  if (minutes > 0) return minutes
  return untimed ? 'chưa ghi' : null
}

/** What a spreadsheet has room for, and paper has not. */
export const MORE_COLUMNS: TableColumn<ReportRow>[] = [
  summed('Khả thi trong kỳ', ({ feasible }) => feasible, 14),
  summed('Đúng hạn', ({ onTime }) => onTime, 12),
  { heading: 'Còn thiếu', width: 16, cell: ({ shortfall }) => shortfall },
  { heading: 'Ước cả năm kế hoạch', width: 14, cell: ({ yearForecast }) => yearForecast },
  { heading: 'Số phút đã phát', width: 14, summed: true, cell: minutesCell },
  { heading: 'Kỳ chưa ghi số phút', width: 14, summed: true, cell: ({ untimed }) => untimed },
  { heading: 'Khoảng trống dài nhất (ngày)', width: 16, cell: ({ longestGap }) => longestGap },
  summed(GRADE_NAMES.confirmed, ({ grades }) => grades.confirmed, 14),
  summed(GRADE_NAMES.evidenced, ({ grades }) => grades.evidenced, 14),
  summed(GRADE_NAMES.declared, ({ grades }) => grades.declared, 12),
  { heading: 'Cơ quan chủ trì', width: 40, left: true, cell: ({ lead }) => lead },
  { heading: 'Nhóm nhiệm vụ', width: 40, left: true, cell: ({ group }) => GROUPS[group].name },
  { heading: 'Kết quả', width: 60, left: true, cell: ({ result }) => result },
]

const text = (
  heading: string,
  width: number,
  cell: (row: LogRow) => Cell,
  left = true,
): TableColumn<LogRow> => ({
  heading,
  width,
  left,
  cell,
})

export const LOG_COLUMNS: TableColumn<LogRow>[] = [
  { heading: 'TT', width: 9, cell: (_, index) => index + 1 },
  text('Ngày', 21, ({ day }) => documentDay(day), false),
  text('Theo lịch', 28, ({ planned, moved }) => [planned, moved].filter(Boolean).join(', ')),
  text('Nội dung', 68, ({ title, issue, clause }) => `${title}${issue ? `, ${issue}` : ''} (${clause})`),
  text('PM/PL', 13, ({ mark }) => mark, false),
  text('Kết quả', 28, ({ outcome }) => outcome),
  text('Giờ thực tế', 15, ({ actual }) => actual, false),
  { heading: 'Phút', width: 11, cell: ({ minutes }) => (minutes === '' ? '' : Number(minutes)) },
  text('Lý do, ghi chú', 30, ({ why }) => why.join('; ')),
  text('Người ghi', 18, ({ by }) => by),
  text('Minh chứng', 19, ({ evidence }) => evidenceWords(evidence)),
]

/** On paper a link is only worth its place. */
const evidenceWords = (evidence: LogRow['evidence']): string =>
  evidence.length
    ? `${evidence.length} ${evidence.some(({ href }) => href?.startsWith('http')) ? 'đường dẫn' : 'tệp'}`
    : ''

export const cellsOf = <T>(columns: readonly TableColumn<T>[], rows: readonly T[]): Cell[][] =>
  rows.map((row, index) => columns.map(({ cell }) => cell(row, index)))

/** Rows of one group, in the plan's order. */
export const rowsOfGroup = ({ rows }: Report, group: ReportRow['group']): ReportRow[] =>
  rows.filter((row) => row.group === group)

/** As one table of a spreadsheet's own making: a byte order mark first, without which Excel misreads the letters. */
export const reportCsv = (report: Report): string => {
  const columns = withPlans(report, [...ROW_COLUMNS, ...MORE_COLUMNS])
  return `\ufeff${csv([columns.map(({ heading }) => heading), ...cellsOf(columns, report.rows)])}`
}

/** With the plan that each row is of, where there are several. */
export function withPlans(
  { plans }: Report,
  columns: readonly TableColumn<ReportRow>[],
): TableColumn<ReportRow>[] {
  if (plans.length < 2) return [...columns]
  const nameOf = new Map(plans.map(({ id, name }) => [id, name]))
  const cell = ({ planId }: ReportRow) => capital(nameOf.get(planId) ?? planId)
  return [...columns, { heading: 'Kế hoạch', width: 60, left: true, cell }]
}

/** The rows of the table, plan by plan; of a single plan without its name. */
export const rowsByPlan = ({ plans, rows }: Report): { name: string | null; rows: ReportRow[] }[] =>
  plans.length < 2
    ? [{ name: null, rows }]
    : plans.map(({ id, name }) => ({ name: capital(name), rows: rows.filter(({ planId }) => planId === id) }))
