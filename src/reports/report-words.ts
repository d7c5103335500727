/** What the wording of a report is given: names, numbers and sentences, built from the counts. */
import { rowKey } from '../core/compliance.ts'
import { paceAdvice } from '../core/count/pace-words.ts'
import { nounOf, shareWords } from '../core/count/result-words.ts'
import type { Sum } from '../core/count/tally.ts'
import { runsOn } from '../core/plan/edition.ts'
import type { Plan } from '../core/plan.ts'
import { GRADE_NAMES, GRADES, type Grade } from '../core/record/evidence.ts'
import { isKept } from '../core/standing.ts'
import { capital, lower } from '../core/text.ts'
import { yearOf } from '../core/wall-clock.ts'
import { duration, percent } from '../core/words/figures.ts'
import { periodName } from '../core/words/period-words.ts'
import { goesOnAir } from '../core/words/slot-words.ts'
import { fullOffice, officeHeading, placeOf } from '../core/words/unit-words.ts'
import { documentDay } from '../core/words/words.ts'
import { groupsOf } from './group-words.ts'
import { causesOf, dutyName, problemsOf } from './problems.ts'
import type { ReportQuestion } from './report-question.ts'

export type Graded = Record<Grade, number>

export function reportWords(question: ReportQuestion, sum: Sum, grades: Graded) {
  const { unit, plan, period, asOf, duties, forecast } = question
  const place = placeOf(unit.name)
  return {
    ...sumWords(sum),
    untimed: untimedIn(duties),
    office: officeHeading(unit.name),
    unitName: fullOffice(unit.name),
    placeName: place.replace(LEVEL, '').trim() || place,
    level: LEVEL.exec(place)?.[0].trim().toLowerCase() || 'xã',
    signYear: yearOf(asOf),
    signer: '',
    year: plan.year,
    planName: planName(plan),
    planCited: planCited(plan),
    runsOn: runsOn(plan),
    periodName: periodName(period, plan.year),
    periodTitle: `${capital(periodName(period, plan.year))}, số liệu tính đến hết ngày ${documentDay(asOf)}`,
    from: documentDay(period.from),
    to: documentDay(period.to),
    asOf: documentDay(asOf),
    statutory: period.basis === 'report-year',
    duties: new Set(duties.map(({ obligation }) => obligation.id)).size,
    gradesKnown: sum.done + sum.logged > 0,
    grades: GRADES.map((grade) => `${GRADE_NAMES[grade].toLowerCase()} ${grades[grade]}`).join(', '),
    groups: groupsOf(question),
    problems: problemsOf(question),
    causes: causesOf(duties, asOf),
    forecast: forecast ? forecastOf(question) : null,
    next: nextOf(question),
  }
}

const LEVEL = /^(xã|phường|thị trấn|đặc khu|thị xã|thành phố|huyện|tỉnh)\s/i

const subjectOf = ({ title }: Plan): string => lower(title.replace(/^kế hoạch\s+/i, ''))

const planName = (plan: Plan): string => `Kế hoạch ${subjectOf(plan)}`

/** `Kế hoạch số 12/KH-UBND ngày 01/3/2024 của Ủy ban nhân dân xã Thử về …`; without a number, its name. */
function planCited(plan: Plan): string {
  if (plan.number === null) return planName(plan)
  const day = plan.issued ? ` ngày ${documentDay(plan.issued)}` : ''
  return `Kế hoạch số ${plan.number}${day} của ${fullOffice(plan.unit.name)} về ${subjectOf(plan)}`
}

function sumWords({ due, done, onTime, late, madeUp, short, missed, excused, unconfirmed, ...rest }: Sum) {
  const { remaining, logged, minutes, scheduled } = rest
  const parts = (list: [number, string][]) =>
    list
      .filter(([count]) => count > 0)
      .map(([count, words]) => `${count} kỳ ${words}`)
      .join(', ')
  return {
    ...{ due, done, remaining, logged },
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

/** Airings of which nobody said how long they were: the sum of minutes is not theirs. */
const untimedIn = (duties: ReportQuestion['duties']): number =>
  duties
    .filter(({ obligation }) => goesOnAir(obligation))
    .flatMap(({ slots }) => slots)
    .filter(({ at }) => isKept(at.standing) && at.outcome?.minutes == null).length

/** What the year will come to when everything that is still planned is done. */
function forecastOf({ year }: ReportQuestion): string[] {
  return year.flatMap((duty) => {
    const { target, done, remaining } = duty.row
    if (target === null) return []
    const noun = nounOf(duty.obligation, duty.row)
    return [
      `${dutyName(duty)}: đã ${done}, còn ${remaining} kỳ theo lịch, ước cả năm ${shareWords(done + remaining, target, noun)}`,
    ]
  })
}

/** What to do about the totals, and what waits for a word. */
function nextOf({ year, paces, asOf }: ReportQuestion): string[] {
  return year.flatMap((duty) => {
    const pace = paces.get(rowKey(duty.row))
    const advice = pace && paceAdvice(pace, nounOf(duty.obligation, duty.row), asOf)
    return advice ? [`${dutyName(duty)}: ${lower(advice)}`] : []
  })
}
