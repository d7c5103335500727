/** What the wording of a report is given: names, numbers and sentences, built from the counts. */

import { rowKey } from '../core/compliance.ts'
import { GRADE_NAMES, GRADES, type Grade } from '../core/evidence.ts'
import { duration, percent } from '../core/figures.ts'
import { paceAdvice } from '../core/pace-words.ts'
import { periodName } from '../core/period-words.ts'
import type { Plan } from '../core/plan.ts'
import { nounOf, shareWords } from '../core/result-words.ts'
import type { Sum } from '../core/tally.ts'
import { placeOf } from '../core/unit-words.ts'
import { yearOf } from '../core/wall-clock.ts'
import { documentDay } from '../core/words.ts'
import { groupsOf } from './group-words.ts'
import { causesOf, dutyName, problemsOf } from './problems.ts'
import type { ReportQuestion } from './report.ts'

export type Graded = Record<Grade, number>

export function reportWords(question: ReportQuestion, sum: Sum, grades: Graded) {
  const { unit, plan, period, asOf, duties, forecast } = question
  const place = placeOf(unit.name)
  return {
    ...sumWords(sum),
    office:
      place === unit.name ? [unit.name.toUpperCase()] : ['ỦY BAN NHÂN DÂN', place.toLocaleUpperCase('vi')],
    unitName: place === unit.name ? unit.name : `Ủy ban nhân dân ${place}`,
    placeName: place.replace(LEVEL, '').trim() || place,
    level: LEVEL.exec(place)?.[0].trim().toLowerCase() || 'xã',
    signYear: yearOf(asOf),
    signer: '',
    year: plan.year,
    planName: planName(plan),
    planNumber: plan.number,
    planIssued: plan.issued && documentDay(plan.issued),
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
    problems: problemsOf(duties, asOf),
    causes: causesOf(duties, asOf),
    forecast: forecast ? forecastOf(question) : null,
    next: nextOf(question),
  }
}

const LEVEL = /^(xã|phường|thị trấn|đặc khu|thị xã|thành phố|huyện|tỉnh)\s/i
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
const lower = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)

const planName = ({ title }: Plan): string => (/^kế hoạch/i.test(title) ? title : `Kế hoạch ${lower(title)}`)

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
