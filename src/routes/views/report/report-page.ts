/** A report as a page: the paper as it will be printed, its annexes, its evidence, and closing it. */
import { unconfirmedIn } from '../../../actions/close-period.ts'
import type { PlanReadings } from '../../../actions/count.ts'
import type { ReportBasis } from '../../../actions/report.ts'
import { isOccurrence } from '../../../core/count/count-rows.ts'
import { type Fact, uncorrected } from '../../../core/fact.ts'
import type { Reading } from '../../../core/reading.ts'
import type { Closing } from '../../../core/record/closing.ts'
import { closedWords } from '../../../core/record/closing.ts'
import { GRADE_NAMES, GRADES } from '../../../core/record/evidence.ts'
import { plannedDay } from '../../../core/slot.ts'
import { isKept } from '../../../core/standing.ts'
import { contains, type LocalDate, localDateOf } from '../../../core/wall-clock.ts'
import { BASIS_NAMES } from '../../../core/words/names.ts'
import { periodName } from '../../../core/words/period-words.ts'
import { documentDay, rangeInWords } from '../../../core/words/words.ts'
import { differences } from '../../../reports/difference.ts'
import type { Report } from '../../../reports/report.ts'
import { cellsOf, LOG_COLUMNS, ROW_COLUMNS, rowsByPlan, type TableColumn } from '../../../reports/tables.ts'
import type { CountedLine } from '../../../templates/count-views.ts'
import type { ReportView, Sheet } from '../../../templates/report-views.ts'
import type { Frame } from '../../../templates/views.ts'
import { countedLine, logLine } from '../count/counted-line.ts'
import { firstOf } from '../long-list.ts'
import { say } from '../say.ts'
import { correctionLine } from './correction-line.ts'
import { closePath, confirmPath, filePath, hiddenOf, paperPath, type ReportAt, reportPath } from './places.ts'

export type ReportPage = {
  frame: Frame
  at: ReportAt
  /** What is shown: frozen, or as recorded now. */
  report: Report
  /** As recorded now. */
  current: Report
  closing: Closing | null
  known: ReportBasis
  today: LocalDate
  mayWrite: boolean
  mayClose: boolean
  mayConfirm: boolean
  errors: string[]
}

export function reportView(page: ReportPage): ReportView {
  const { frame, at, report, closing } = page
  const { period, asOf, year, sum } = report
  const name = periodName(period, year)
  return {
    frame,
    back: { href: '/bao-cao', words: 'Báo cáo' },
    heading: `Báo cáo ${name}`,
    say: [
      say(sum.due ? `${sum.done}/${sum.due} kỳ đến hạn đã thực hiện` : 'Chưa có kỳ nào đến hạn', 'strong'),
      say(`trong ${rangeInWords(period)}, ${BASIS_NAMES[period.basis]}, tính đến hết ${documentDay(asOf)}.`),
      ...(sum.unconfirmed ? [say(`${sum.unconfirmed} kỳ chưa xác nhận.`, 'ask')] : []),
    ],
    downloads: [
      { href: filePath(at, 'docx'), words: 'Tải văn bản (DOCX)' },
      { href: filePath(at, 'xlsx'), words: 'Bảng tính (XLSX)' },
      { href: filePath(at, 'csv'), words: 'CSV' },
      ...(page.mayWrite ? [{ href: paperPath(at), words: 'Sửa lời văn, thể thức' }] : []),
    ],
    closed: closing && closedView(closing, at),
    changes: closing && changesView(page, closing),
    document: { ...report.document, body: report.document.body.map(bodyPart) },
    sheets: [
      ...rowsByPlan(report).map(({ name, rows }) =>
        sheetOf(
          ['Phụ lục I: Bảng tổng hợp', name].filter(Boolean).join('. '),
          ROW_COLUMNS,
          rows,
          filePath(at, 'xlsx'),
        ),
      ),
      sheetOf('Phụ lục II: Nhật ký các kỳ', LOG_COLUMNS, report.log, filePath(at, 'xlsx')),
    ],
    evidence: evidenceView(page),
    closing: closing ? null : closingView(page),
  }
}

const bodyPart = ({ kind, text }: Report['document']['body'][number]) => ({
  heading: kind === 'section' || kind === 'heading',
  section: kind === 'section',
  item: kind === 'item',
  text,
})

function sheetOf<T>(
  heading: string,
  columns: readonly TableColumn<T>[],
  rows: readonly T[],
  workbook: string,
): Sheet {
  const words = (left: string) => `Trang này dừng ở đây, còn ${left} dòng. Đủ các dòng:`
  const { shown, rest } = firstOf(rows, words, [{ href: workbook, words: 'bảng tính (XLSX)' }])
  return {
    ...{ heading, count: rows.length, rest },
    columns: columns.map(({ heading: words, left }) => ({ words, left: left ?? false })),
    rows: cellsOf(columns, shown).map((cells) =>
      cells.map((cell, i) => ({ text: cell === null ? '–' : String(cell), left: columns[i]?.left ?? false })),
    ),
  }
}

function closedView(closing: Closing, at: ReportAt): ReportView['closed'] {
  const other = at.current
    ? { href: reportPath({ ...at, current: false }), words: 'Xem báo cáo đã chốt' }
    : { href: reportPath({ ...at, current: true }), words: 'Xem theo số liệu hiện nay' }
  return { words: closedWords(closing), sha256: closing.sha256, other }
}

/** What was frozen beside what is recorded now. */
function changesView({ at, report, current, known }: ReportPage, closing: Closing): ReportView['changes'] {
  const inPeriod = known.plans
    .flatMap(({ all }) => all)
    .filter(({ slot }) => contains(closing, plannedDay(slot)))
  const later = ({ recordedAt, kind }: Fact) => recordedAt > closing.closedAt && kind !== 'note'
  const onSlots = inPeriod.flatMap((record) =>
    record.facts.filter(later).map((fact) => correctionLine(fact, record.obligation, record)),
  )
  const onObligations = known.plans.flatMap((plan) =>
    withObligation(
      plan,
      plan.logged.filter((fact) => later(fact) && contains(closing, localDateOf(fact.at))),
    ).map(({ fact, obligation }) => correctionLine(fact, obligation, null)),
  )
  return {
    differences: at.current ? [] : differences(report, current),
    corrections: [...onSlots, ...onObligations],
  }
}

/** `line` is put into words when it is shown. */
type Proven = { line: () => CountedLine; fact: Fact }

const withObligation = ({ obligations }: PlanReadings, facts: readonly Fact[]) => {
  const obligationOf = new Map(obligations.map((obligation) => [obligation.id, obligation]))
  return facts.flatMap((fact) => {
    const obligation = obligationOf.get(fact.obligationId)
    return obligation ? [{ fact, obligation }] : []
  })
}

function evidenceView({ at, report, known, mayConfirm }: ReportPage): ReportView['evidence'] {
  const waiting = known.plans.flatMap((plan) =>
    provenIn(report, plan).filter(({ fact }) => !plan.confirmed.has(fact.id)),
  )
  const { shown, rest } = firstOf(
    waiting,
    (left) => `Còn ${left} việc, hiện ra khi những việc trên đã được xác nhận.`,
  )
  const total = GRADES.reduce((sum, grade) => sum + report.grades[grade], 0)
  const counts = GRADES.map((grade) => `${GRADE_NAMES[grade].toLowerCase()} ${report.grades[grade]}`)
  return {
    words: total
      ? `${total} việc đã thực hiện trong kỳ: ${counts.join(', ')}.`
      : 'Trong kỳ chưa có việc nào được ghi là đã thực hiện.',
    action: mayConfirm ? confirmPath(at) : null,
    hidden: hiddenOf(at),
    ...{ count: waiting.length, rest },
    lines: shown.map(({ line, fact }) => ({ ...line(), factId: fact.id })),
  }
}

/** What was done in the period, with the fact that says so. */
function provenIn({ period, asOf }: Report, plan: PlanReadings): Proven[] {
  const { all, logged, confirmed } = plan
  const slots = countedIn(all, period).flatMap((one) =>
    one.at.outcome && isKept(one.at.standing)
      ? [{ line: () => countedLine(one, confirmed, false), fact: one.at.outcome }]
      : [],
  )
  const occurred = uncorrected(logged).filter((fact) => isOccurrence(fact, period, asOf))
  const logs = withObligation(plan, occurred).map(({ fact, obligation }) => {
    return { line: () => logLine(fact, obligation, confirmed), fact }
  })
  return [...slots, ...logs]
}

const countedIn = (all: readonly Reading[], period: Report['period']): Reading[] =>
  all.filter(({ slot }) => contains(period, plannedDay(slot)))

function closingView({ at, report, known, today, mayClose, errors }: ReportPage): ReportView['closing'] {
  if (!mayClose) return null
  const { asOf } = report
  const confirmed = new Set(known.plans.flatMap((plan) => [...plan.confirmed]))
  const { open, accepted } = unconfirmedIn(known)
  const { shown, rest } = firstOf(open, (left) => `Còn ${left} kỳ chưa xác nhận khác:`, [
    { href: '/chua-xac-nhan', words: 'mọi kỳ chưa xác nhận' },
  ])
  return {
    action: closePath(at),
    hidden: hiddenOf({ ...at, asOf }),
    obstacle: obstacleOf(report, today),
    accepted: accepted.length
      ? `${accepted.length} kỳ chưa xác nhận khác đã được chấp nhận khi chốt các kỳ trước, không hỏi lại.`
      : null,
    ...{ count: open.length, rest },
    open: shown.map((one) => countedLine(one, confirmed, false)),
    errors,
  }
}

function obstacleOf({ period, asOf }: Report, today: LocalDate): string | null {
  if (today <= period.to) return `Kỳ còn đến hết ngày ${documentDay(period.to)}; sau ngày đó mới khoá được.`
  return asOf < period.to ? `Số liệu phải tính đến hết kỳ (${documentDay(period.to)}) mới khoá được.` : null
}
