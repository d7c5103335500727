/**
 * A report of a period (báo cáo): the numbers, the log they rest on, and the words. Plain data, so that a closed period
 * keeps it as JSON; the page, the document and the workbook are all made of this and of nothing else.
 */
import { asOfInstant, type CountRow, isOccurrence, rowKey } from '../core/count/count-rows.ts'
import type { ObligationCount } from '../core/count/obligation-count.ts'
import { resultWords } from '../core/count/result-words.ts'
import { type Sum, sumOf } from '../core/count/tally.ts'
import { type Fact, uncorrected } from '../core/fact.ts'
import { type LogEntry, logEntries } from '../core/log/log.ts'
import type { LogRow } from '../core/log/log-words.ts'
import type { Period } from '../core/period.ts'
import type { Obligation, Plan } from '../core/plan.ts'
import type { Reading } from '../core/reading.ts'
import { GRADES, type Grade, gradeOf } from '../core/record/evidence.ts'
import { type Airing, plannedDay } from '../core/slot.ts'
import { type Bucket, isKept } from '../core/standing.ts'
import { contains, type LocalDate, localDateOf } from '../core/wall-clock.ts'
import { goesOnAir } from '../core/words/slot-words.ts'
import { parseDocument, type ReportDocument } from './document.ts'
import { type Group, groupOf } from './group.ts'
import type { PlanPart, ReportQuestion } from './report-question.ts'
import { type Graded, reportWords } from './report-words.ts'
import { wordsOf } from './wording.ts'

export type ReportRow = CountRow & {
  planId: string
  group: Group
  title: string
  clause: string
  lead: string | null
  /** In words, without a capital and a full stop. */
  result: string
  /** Of the plan's own year: done so far, and done when all that is planned is kept. */
  yearDone: number
  yearForecast: number
  /** Heard, and nobody said for how long; null for what is not heard. */
  untimed: number | null
  grades: Graded
}

/** A counted slot, so that what changes later is told slot by slot. */
export type ReportSlot = {
  id: string
  planId: string
  obligationId: string
  airing: Airing
  title: string
  day: LocalDate
  bucket: Bucket | null
}

export type ReportPlan = Pick<Plan, 'id' | 'title' | 'number' | 'issued' | 'inForceFrom' | 'year'> & {
  name: string
}

export type Report = {
  unit: { code: string; name: string }
  /** Null for an office's report. */
  plan: ReportPlan | null
  plans: ReportPlan[]
  period: Period
  /** Of the period. */
  year: number
  asOf: LocalDate
  forecast: boolean
  rows: ReportRow[]
  slots: ReportSlot[]
  sum: Sum
  grades: Graded
  log: LogRow[]
  document: ReportDocument
}

/** `log` is what `reportEntries` gives, in words. */
export function buildReport(question: ReportQuestion, log: LogRow[]): Report {
  const { unit, scope, parts, period, year, asOf, forecast } = question
  const plans = parts.map(briefOf)
  const rows = parts.flatMap((part) => part.counts.map((counted) => rowOf(counted, part, question)))
  const sum = sumOf(rows)
  const grades = addGrades(rows.map((row) => row.grades))
  return {
    ...{ unit, plan: scope === 'plan' ? (plans[0] ?? null) : null, plans },
    ...{ period, year, asOf, forecast, rows, sum, grades },
    slots: parts.flatMap(slotsOf),
    log,
    document: parseDocument(wordsOf('report', reportWords(question, sum, grades))),
  }
}

const briefOf = ({ plan, name }: PlanPart): ReportPlan => {
  const { id, title, number, issued, inForceFrom, year } = plan
  return { id, title, number, issued, inForceFrom, year, name }
}

const slotsOf = ({ plan, counts }: PlanPart): ReportSlot[] =>
  counts.flatMap(({ slots }) =>
    slots.map(({ slot, obligation, at }) => ({
      ...{ id: slot.id, planId: plan.id, obligationId: slot.obligationId, airing: slot.airing },
      ...{ title: obligation.title, day: plannedDay(slot), bucket: at.bucket },
    })),
  )

function rowOf(counted: ObligationCount, part: PlanPart, question: ReportQuestion): ReportRow {
  const { obligation, row, slots } = counted
  const sofar = part.year.find((one) => rowKey(one.row) === rowKey(row))?.row ?? row
  return {
    planId: part.plan.id,
    ...row,
    group: groupOf(obligation),
    title: obligation.title,
    clause: obligation.clause,
    lead: obligation.lead,
    result: resultWords(counted, part.ownYear ? 'total' : 'due'),
    yearDone: sofar.done,
    yearForecast: sofar.done + sofar.remaining,
    untimed: goesOnAir(obligation) ? slots.filter(isUntimed).length : null,
    grades: gradesOf(counted, part, question),
  }
}

/** Heard, without a word of how long: the sum of minutes is not its. */
const isUntimed = ({ at }: Reading): boolean => isKept(at.standing) && at.outcome?.minutes == null

const NONE: Graded = { confirmed: 0, evidenced: 0, declared: 0 }

const addGrades = (all: readonly Graded[]): Graded =>
  Object.fromEntries(GRADES.map((grade) => [grade, all.reduce((sum, one) => sum + one[grade], 0)])) as Graded

/** Of what was done in the period; logged facts are graded too. */
function gradesOf(
  { obligation, row, slots }: ObligationCount,
  part: PlanPart,
  question: ReportQuestion,
): Graded {
  const { confirmed } = part
  const kept = slots.flatMap(({ at, facts }) =>
    at.outcome && isKept(at.standing) ? [gradeOf(at.outcome, facts, confirmed)] : [],
  )
  const logs = row.airing === 'new' ? occurrencesOf(obligation, part, question) : []
  const count = (grade: Grade) =>
    [...kept, ...logs.map((fact) => gradeOf(fact, [], confirmed))].filter((one) => one === grade).length
  return { ...NONE, ...Object.fromEntries(GRADES.map((grade) => [grade, count(grade)])) }
}

type Span = Pick<ReportQuestion, 'period' | 'asOf'>

const occurrencesOf = (obligation: Obligation, part: PlanPart, { period, asOf }: Span): Fact[] =>
  loggedOf(obligation, part, { period, asOf }).filter((fact) => isOccurrence(fact, period, asOf))

const loggedOf = (obligation: Obligation, { logged }: PlanPart, { period, asOf }: Span): Fact[] =>
  uncorrected(logged).filter(
    (fact) =>
      fact.obligationId === obligation.id &&
      fact.at <= asOfInstant(asOf) &&
      contains(period, localDateOf(fact.at)),
  )

/** All of the period's slots that are due, and what was logged in it, as they were on the as-of day. */
export function reportEntries(question: ReportQuestion): LogEntry[] {
  const now = asOfInstant(question.asOf)
  const { parts } = question
  const readings = parts.flatMap(({ counts, outside }) => {
    const slots = [...counts.flatMap((counted) => counted.slots), ...outside]
    const each = new Map(slots.map((one) => [one.slot.id, one]))
    return [...each.values()].map((one) => ({ ...one, facts: factsBy(one.facts, now) }))
  })
  const logged = parts.flatMap((part) => {
    const obligationOf = new Map(part.counts.map(({ obligation }) => [obligation.id, obligation]))
    return [...obligationOf.values()].flatMap((obligation) =>
      loggedOf(obligation, part, question).map((fact) => ({ obligation, fact })),
    )
  })
  const ever = { range: { from: '0001-01-01', to: '9999-12-31' }, channel: null, obligation: null }
  const extras = question.extras.map((one) => ({ ...one, facts: factsBy(one.facts, now) }))
  return logEntries([...readings, ...extras], logged, ever, now)
}

/** Moves and corrections hold whenever they were recorded. */
const factsBy = (facts: readonly Fact[], now: number): Fact[] =>
  facts.filter(({ at, kind, corrects }) => at <= now || kind === 'moved' || corrects !== null)

/** A report as it was frozen; those from before reports were of an office were of one plan. */
export function thawed(text: string): Report {
  const report = JSON.parse(text) as Report
  if (report.plans) return report
  const plan = { ...(report.plan as ReportPlan), name: (report.plan as ReportPlan).title }
  const rows = report.rows.map((row) => {
    return { ...row, planId: plan.id, clause: row.obligationId, untimed: null }
  })
  return { ...report, plan, plans: [plan], year: plan.year, rows, slots: [] }
}
