/**
 * A report of a period (báo cáo): the numbers, the log they rest on, and the words. Plain data, so that a closed period
 * keeps it as JSON; the page, the document and the workbook are all made of this and of nothing else.
 */
import { asOfInstant, type ComplianceRow, isOccurrence, rowKey } from '../core/compliance.ts'
import type { DutyCount } from '../core/count/duty-count.ts'
import { resultWords } from '../core/count/result-words.ts'
import { type Sum, sumOf } from '../core/count/tally.ts'
import { type Fact, uncorrected } from '../core/fact.ts'
import { logEntries } from '../core/log/log.ts'
import { type LogRow, logRow } from '../core/log/log-words.ts'
import { isYearLong, type Period } from '../core/period.ts'
import type { Obligation, Plan } from '../core/plan.ts'
import { GRADES, type Grade, gradeOf } from '../core/record/evidence.ts'
import { isKept } from '../core/standing.ts'
import { contains, type LocalDate, localDateOf } from '../core/wall-clock.ts'
import { parseDocument, type ReportDocument } from './document.ts'
import { type Group, groupOf } from './group.ts'
import type { ReportQuestion } from './report-question.ts'
import { type Graded, reportWords } from './report-words.ts'
import { wordsOf } from './wording.ts'

export type ReportRow = ComplianceRow & {
  group: Group
  title: string
  lead: string | null
  /** In words, without a capital and a full stop. */
  result: string
  /** Of the plan's own year: done so far, and done when all that is planned is kept. */
  yearDone: number
  yearForecast: number
  grades: Graded
}

export type Report = {
  unit: { code: string; name: string }
  plan: Pick<Plan, 'id' | 'title' | 'number' | 'issued' | 'inForceFrom' | 'year'>
  period: Period
  asOf: LocalDate
  forecast: boolean
  rows: ReportRow[]
  sum: Sum
  grades: Graded
  log: LogRow[]
  document: ReportDocument
}

export function buildReport(question: ReportQuestion): Report {
  const { unit, plan, period, asOf, forecast, duties } = question
  const { id, title, number, issued, inForceFrom, year } = plan
  const rows = duties.map((duty) => rowOf(duty, question))
  const sum = sumOf(rows)
  const grades = addGrades(rows.map((row) => row.grades))
  return {
    unit,
    plan: { id, title, number, issued, inForceFrom, year },
    period,
    asOf,
    forecast,
    rows,
    sum,
    grades,
    log: logOf(question),
    document: parseDocument(wordsOf('report', reportWords(question, sum, grades))),
  }
}

function rowOf(duty: DutyCount, question: ReportQuestion): ReportRow {
  const { obligation, row } = duty
  const sofar = question.year.find((one) => rowKey(one.row) === rowKey(row))?.row ?? row
  return {
    ...row,
    group: groupOf(obligation),
    title: obligation.title,
    lead: obligation.lead,
    result: resultWords(duty, isYearLong(question.period) ? 'total' : 'due'),
    yearDone: sofar.done,
    yearForecast: sofar.done + sofar.remaining,
    grades: gradesOf(duty, question),
  }
}

const NONE: Graded = { confirmed: 0, evidenced: 0, declared: 0 }

const addGrades = (all: readonly Graded[]): Graded =>
  Object.fromEntries(GRADES.map((grade) => [grade, all.reduce((sum, one) => sum + one[grade], 0)])) as Graded

/** Of what was done in the period; logged facts are graded too. */
function gradesOf({ obligation, row, slots }: DutyCount, question: ReportQuestion): Graded {
  const { confirmed } = question
  const kept = slots.flatMap(({ at, facts }) =>
    at.outcome && isKept(at.standing) ? [gradeOf(at.outcome, facts, confirmed)] : [],
  )
  const logs = row.airing === 'new' ? occurrencesOf(obligation, question) : []
  const count = (grade: Grade) =>
    [...kept, ...logs.map((fact) => gradeOf(fact, [], confirmed))].filter((one) => one === grade).length
  return { ...NONE, ...Object.fromEntries(GRADES.map((grade) => [grade, count(grade)])) }
}

const occurrencesOf = (obligation: Obligation, question: ReportQuestion): Fact[] =>
  loggedOf(obligation, question).filter((fact) => isOccurrence(fact, question.period, question.asOf))

const loggedOf = (obligation: Obligation, { logged, period, asOf }: ReportQuestion): Fact[] =>
  uncorrected(logged).filter(
    (fact) =>
      fact.obligationId === obligation.id &&
      fact.at <= asOfInstant(asOf) &&
      contains(period, localDateOf(fact.at)),
  )

/** All of the period's slots that are due, and what was logged in it, as they were on the as-of day. */
function logOf(question: ReportQuestion): LogRow[] {
  const now = asOfInstant(question.asOf)
  const readings = question.duties.flatMap(({ slots }) =>
    slots.map((one) => ({ ...one, facts: factsBy(one.facts, now) })),
  )
  const dutyOf = new Map(question.plan.obligations.map((obligation) => [obligation.id, obligation]))
  const logged = [...dutyOf.values()].flatMap((obligation) =>
    loggedOf(obligation, question).map((fact) => ({ obligation, fact })),
  )
  const ever = { range: { from: '0001-01-01', to: '9999-12-31' }, channel: null, clause: null }
  return logEntries(readings, logged, ever, now).map(logRow)
}

/** Moves and corrections hold whenever they were recorded. */
const factsBy = (facts: readonly Fact[], now: number): Fact[] =>
  facts.filter(({ at, kind, corrects }) => at <= now || kind === 'moved' || corrects !== null)
