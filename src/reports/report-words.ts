/** What the wording of a report is given: names, numbers and sentences, built from the counts. */
import { rowKey } from '../core/count/count-rows.ts'
import type { ObligationCount } from '../core/count/obligation-count.ts'
import { paceTask } from '../core/count/pace-words.ts'
import { nounOf, shareWords } from '../core/count/result-words.ts'
import type { Sum } from '../core/count/tally.ts'
import { runsOn } from '../core/plan/edition.ts'
import type { Reading } from '../core/reading.ts'
import { GRADE_NAMES, GRADES, type Grade } from '../core/record/evidence.ts'
import { plannedDay } from '../core/slot.ts'
import { isKept } from '../core/standing.ts'
import { capital, lower } from '../core/text.ts'
import { type LocalDate, yearOf } from '../core/wall-clock.ts'
import { duration, percent } from '../core/words/figures.ts'
import { outcomeWords } from '../core/words/outcome.ts'
import { periodName } from '../core/words/period-words.ts'
import { goesOnAir } from '../core/words/slot-words.ts'
import { fullOffice } from '../core/words/unit-words.ts'
import { documentDay } from '../core/words/words.ts'
import { groupsOf } from './group-words.ts'
import { paperParts } from './paper.ts'
import { planCited, planName } from './plan-name.ts'
import { causesOf, days, obligationName, problemsOf } from './problems.ts'
import type { PlanPart, ReportQuestion } from './report-question.ts'

export type Graded = Record<Grade, number>

export function reportWords(question: ReportQuestion, sum: Sum, grades: Graded) {
  const { unit, parts, period, year, asOf, forecast } = question
  const counts = parts.flatMap((part) => part.counts)
  const issued = parts.filter(({ plan }) => !runsOn(plan))
  const [only] = parts
  const isOnly = parts.length === 1 && only !== undefined
  const planTitle = isOnly ? planName(only.plan) : 'các kế hoạch truyền thông'
  return {
    ...paperParts(question.paper, unit.name, {
      kỳ: periodName(period, year),
      'kế hoạch': planTitle,
      'đơn vị': fullOffice(unit.name),
      'từ ngày': documentDay(period.from),
      'đến ngày': documentDay(period.to),
      'tính đến': documentDay(asOf),
      năm: String(yearOf(asOf)),
    }),
    ...sumWords(sum),
    ...loggedWords(counts),
    untimed: untimedIn(counts),
    unitName: fullOffice(unit.name),
    year,
    planName: planTitle,
    planCited: isOnly ? planCited(only.plan) : 'các kế hoạch truyền thông của đơn vị',
    runsOn: isOnly && runsOn(only.plan),
    single: parts.length === 1,
    plans: parts.length,
    continued: parts.length - issued.length,
    periodName: periodName(period, year),
    periodTitle: `${capital(periodName(period, year))}, số liệu tính đến hết ngày ${documentDay(asOf)}`,
    from: documentDay(period.from),
    to: documentDay(period.to),
    asOf: documentDay(asOf),
    statutory: period.basis === 'report-year',
    obligations: new Set(
      parts.flatMap(({ plan, counts: own }) => own.map(({ obligation }) => `${plan.id} ${obligation.id}`)),
    ).size,
    gradesKnown: sum.done + sum.logged > 0,
    grades: GRADES.map((grade) => `${GRADE_NAMES[grade].toLowerCase()} ${grades[grade]}`).join(', '),
    groups: groupsOf(question),
    outside: outsideWords(parts),
    extras: question.extras.map(extraWords),
    problems: parts.flatMap((part) => problemsOf(part, period)),
    causes: causesOf(counts, asOf),
    forecast: forecast ? parts.flatMap(forecastOf) : null,
    next: parts.flatMap((part) => nextOf(part, asOf)),
  }
}

function sumWords({ due, done, onTime, late, madeUp, short, missed, excused, unconfirmed, ...rest }: Sum) {
  const { remaining, logged, minutes, scheduled } = rest
  const parts = (list: [number, string][]) =>
    list
      .filter(([count]) => count > 0)
      .map(([count, words]) => `${count} kỳ ${words}`)
      .join(', ')
  return {
    ...{ due, done, remaining },
    anything: scheduled + logged > 0,
    share: percent(done, due),
    how:
      late + madeUp > 0
        ? parts([
            [onTime, 'đúng hạn'],
            [late, 'trễ hạn'],
            [madeUp, 'thực hiện bù'],
          ])
        : '',
    otherwise: parts([
      [short, 'chưa đạt yêu cầu'],
      [missed, 'không thực hiện'],
      [excused, 'không thực hiện, có lý do được chấp nhận'],
      [unconfirmed, 'chưa xác nhận kết quả'],
    ]),
    time: minutes ? duration(minutes) : '',
  }
}

/** What was done without a slot: obligations without a rhythm live from it, for all others it comes on top. */
function loggedWords(counts: readonly ObligationCount[]) {
  const [always, others] = [true, false].map((isAlways) =>
    counts
      .filter(({ obligation }) => (obligation.cadence.kind === 'continuous') === isAlways)
      .reduce((sum, { row }) => sum + row.logged, 0),
  )
  return { logged: always, extra: others }
}

/** `2 kỳ (04/3/2025, 11/3/2025)` of each obligation that no longer asks for them. */
const outsideWords = (parts: readonly PlanPart[]): string[] =>
  parts.flatMap(({ outside }) =>
    [...Map.groupBy(outside, ({ obligation }) => `${obligation.title} (mục ${obligation.clause})`)].map(
      ([counted, own]) =>
        `${counted}: ${own.length} kỳ (${days(own.map(({ slot }) => plannedDay(slot)).toSorted())})`,
    ),
  )

/** `Thông báo lịch tiêm chủng: đã phát ngày 04/8/2025, 5 phút` */
function extraWords({ obligation, slot, at }: Reading): string {
  const done = lower(outcomeWords(obligation).done)
  const minutes = at.outcome?.minutes == null ? '' : `, ${at.outcome.minutes} phút`
  return `${obligation.title}: ${done} ngày ${documentDay(plannedDay(slot))}${minutes}`
}

/** Airings of which nobody said how long they were: the sum of minutes is not theirs. */
const untimedIn = (counts: readonly ObligationCount[]): number =>
  counts
    .filter(({ obligation }) => goesOnAir(obligation))
    .flatMap(({ slots }) => slots)
    .filter(({ at }) => isKept(at.standing) && at.outcome?.minutes == null).length

/** What the year will come to when everything that is still planned is done. */
function forecastOf({ year }: PlanPart): string[] {
  return year.flatMap((counted) => {
    const { target, done, remaining } = counted.row
    if (target === null) return []
    const noun = nounOf(counted.obligation, counted.row)
    return [
      `${obligationName(counted)}: đã ${done}, còn ${remaining} kỳ theo lịch, ước cả năm ${shareWords(done + remaining, target, noun)}`,
    ]
  })
}

/** What is to be done for the totals, and what waits for a word. */
function nextOf({ year, paces }: PlanPart, asOf: LocalDate): string[] {
  return year.flatMap((counted) => {
    const pace = paces.get(rowKey(counted.row))
    const task = pace && paceTask(pace, nounOf(counted.obligation, counted.row), asOf)
    return task ? [`${obligationName(counted)}: ${task}`] : []
  })
}
