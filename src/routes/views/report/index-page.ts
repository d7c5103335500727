/** `/bao-cao`: the reports that are asked for, and any other. */
import type { Calendars } from '../../../calendars.ts'
import { BASES, type Basis, reportPeriod } from '../../../core/period.ts'
import type { Plan } from '../../../core/plan.ts'
import type { Closing } from '../../../core/record/closing.ts'
import { capital } from '../../../core/text.ts'
import { type LocalDate, localDateOf } from '../../../core/wall-clock.ts'
import { BASIS_NAMES } from '../../../core/words/names.ts'
import { periodName } from '../../../core/words/period-words.ts'
import { daysLeft, documentDay, rangeInWords } from '../../../core/words/words.ts'
import type { Choice, ReportCard, ReportsView } from '../../../templates/report-views.ts'
import type { Frame, Tag } from '../../../templates/views.ts'
import { BASIS_KEYS } from '../../count/count-query.ts'
import { say } from '../say.ts'
import { plainTag, SIGNS } from '../tag.ts'
import { reportPath } from './places.ts'

/** The four that CCHC asks for. */
const ASKED = ['Q1', 'H1', 'Q3', 'Y'] as const

export type ReportsQuestion = {
  frame: Frame
  plans: readonly Plan[]
  closings: readonly Closing[]
  calendars: Calendars
  today: LocalDate
  /** Of these reports one was asked for. */
  planId: string | undefined
}

export function reportsView({
  frame,
  plans,
  closings,
  calendars,
  today,
  planId,
}: ReportsQuestion): ReportsView {
  const shown = plans.filter(({ id }) => planId === undefined || id === planId)
  return {
    frame,
    say: plans.length
      ? [
          say('Bốn báo cáo một năm:', 'strong'),
          say('quý I, 6 tháng, quý III và năm; số liệu chốt ngày 14 tháng cuối kỳ.'),
        ]
      : [say('Đơn vị chưa nhận kế hoạch nào.'), say('Xem các kế hoạch', 'plain', '/ke-hoach')],
    plans: shown.map((plan) => ({
      title: plan.title,
      year: plan.year,
      cards: [
        ...ASKED.map((period) => cardOf(plan, period, closings, calendars, today)),
        ...otherClosings(plan, closings),
      ],
    })),
    form: plans.length ? formOf(plans, planId, today) : null,
  }
}

function cardOf(
  plan: Plan,
  period: (typeof ASKED)[number],
  closings: readonly Closing[],
  { periods }: Calendars,
  today: LocalDate,
): ReportCard {
  const span = reportPeriod(periods, 'report-year', period, plan.year)
  const closing = closings.find((one) => isOf(one, plan, 'report-year', period))
  return {
    href: reportPath({ ...AT, year: plan.year, period, planId: plan.id, basis: 'report-year' }),
    title: capital(periodName({ ...span, key: period }, plan.year)),
    details: [`số liệu ${rangeInWords(span)}`, span.due ? `hạn gửi ${documentDay(span.due)}` : ''].filter(
      Boolean,
    ),
    tag: closing ? closedTag(closing) : openTag(span.to, span.due, today),
  }
}

const AT = { asOf: null, forecast: false, current: false }

const isOf = (closing: Closing, plan: Plan, basis: Basis, period: string): boolean =>
  closing.planId === plan.id && closing.basis === basis && closing.period === period

const closedTag = ({ closedAt }: Closing): Tag => ({
  words: `Đã khoá ${documentDay(localDateOf(closedAt))}`,
  tone: 'done',
  sign: SIGNS.check,
})

function openTag(to: LocalDate, due: LocalDate | null, today: LocalDate): Tag {
  if (today <= to) return plainTag('Kỳ chưa kết thúc')
  return due === null
    ? plainTag('Chưa khoá', 'now')
    : plainTag(`Chưa khoá, ${daysLeft(today, due)}`, today > due ? 'ask' : 'now')
}

/** Closed periods besides the four. */
function otherClosings(plan: Plan, closings: readonly Closing[]): ReportCard[] {
  return closings
    .filter((one) => one.planId === plan.id)
    .filter((one) => !ASKED.some((period) => isOf(one, plan, 'report-year', period)))
    .map((one) => ({
      href: reportPath({ ...AT, year: plan.year, period: one.period, planId: plan.id, basis: one.basis }),
      title: capital(periodName({ key: one.period, from: one.from, to: one.to }, plan.year)),
      details: [BASIS_NAMES[one.basis], `số liệu ${rangeInWords(one)}`],
      tag: closedTag(one),
    }))
}

const PERIODS: [value: string, words: string][] = [
  ['Q1', 'Quý I'],
  ['Q2', 'Quý II'],
  ['H1', '6 tháng đầu năm'],
  ['Q3', 'Quý III'],
  ['Q4', 'Quý IV'],
  ['H2', '6 tháng cuối năm'],
  ['Y', 'Cả năm'],
  ...Array.from({ length: 12 }, (_, i): [string, string] => [`T${i + 1}`, `Tháng ${i + 1}`]),
  ['ngay', 'Từ ngày … đến ngày …'],
]

function formOf(plans: readonly Plan[], planId: string | undefined, today: LocalDate): ReportsView['form'] {
  const choices = (list: [string, string][], chosen: string): Choice[] =>
    list.map(([value, words]) => ({ value, words, chosen: value === chosen }))
  return {
    action: '/bao-cao/lap',
    plans: choices(
      plans.map(({ id, title, year }) => [id, `${year}: ${title}`]),
      planId ?? plans[0]?.id ?? '',
    ),
    bases: choices(
      BASES.toReversed().map((basis) => [BASIS_KEYS[basis], capital(BASIS_NAMES[basis])]),
      BASIS_KEYS['report-year'],
    ),
    periods: choices(PERIODS, 'Q3'),
    ...{ from: '', to: '', asOf: today },
  }
}
