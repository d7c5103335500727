/** `/bao-cao`: the reports that are asked for, and any other. */
import type { Calendars } from '../../../calendars.ts'
import { BASES, type Basis, reportPeriod } from '../../../core/period.ts'
import type { Plan } from '../../../core/plan.ts'
import { type Closing, closedKey, OFFICE, openKey } from '../../../core/record/closing.ts'
import { ASKED_REPORTS } from '../../../core/record/open-report.ts'
import { capital } from '../../../core/text.ts'
import { type LocalDate, localDateOf, yearOf } from '../../../core/wall-clock.ts'
import { BASIS_NAMES } from '../../../core/words/names.ts'
import { periodName } from '../../../core/words/period-words.ts'
import { daysLeft, documentDay, rangeInWords } from '../../../core/words/words.ts'
import type { Choice, ReportCard, ReportsView } from '../../../templates/report-views.ts'
import type { Frame, Tag } from '../../../templates/views.ts'
import { BASIS_KEYS } from '../../count/count-query.ts'
import { say } from '../say.ts'
import { plainTag, SIGNS } from '../tag.ts'
import { reportPath } from './places.ts'

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
  const scopes = planId === undefined ? officeScopes(plans, yearOf(today)) : planScopes(plans, planId)
  return {
    frame,
    say: plans.length
      ? [
          say('Bốn báo cáo một năm:', 'strong'),
          say('quý I, 6 tháng, quý III và năm; số liệu chốt ngày 14 tháng cuối kỳ.'),
        ]
      : [say('Đơn vị chưa có kế hoạch nào.'), say('Xem các kế hoạch', 'plain', '/ke-hoach')],
    plans: scopes.map(({ title, ...scope }) => ({
      title,
      year: scope.year,
      cards: [
        ...ASKED_REPORTS.map((period) => cardOf(scope, period, closings, calendars, today)),
        ...otherClosings(scope, closings),
      ],
    })),
    form: plans.length ? formOf(plans, planId, yearOf(today), today) : null,
  }
}

/** Whose reports of which year: the office's, or one plan's. */
type Scope = { planId: string | null; year: number }

/** The years of its plans, and this one, newest first. */
function officeScopes(plans: readonly Plan[], thisYear: number): (Scope & { title: string })[] {
  const years = new Set(plans.length ? [thisYear, ...plans.map(({ year }) => year)] : [])
  return [...years]
    .sort((a, b) => b - a)
    .map((year) => ({ planId: null, year, title: `Đơn vị, năm ${year}` }))
}

const planScopes = (plans: readonly Plan[], planId: string): (Scope & { title: string })[] =>
  plans.filter(({ id }) => id === planId).map(({ id, year, title }) => ({ planId: id, year, title }))

function cardOf(
  scope: Scope,
  period: (typeof ASKED_REPORTS)[number],
  closings: readonly Closing[],
  { periods }: Calendars,
  today: LocalDate,
): ReportCard {
  const span = reportPeriod(periods, 'report-year', period, scope.year)
  const closing = closings.find((one) => isOf(one, scope, 'report-year', period))
  return {
    href: reportPath({ ...AT, ...scope, period, basis: 'report-year' }),
    title: capital(periodName({ ...span, key: period }, scope.year)),
    details: [`số liệu ${rangeInWords(span)}`, span.due ? `hạn gửi ${documentDay(span.due)}` : ''].filter(
      Boolean,
    ),
    tag: closing ? closedTag(closing) : openTag(span.to, span.due, today),
  }
}

const AT = { asOf: null, forecast: false, current: false }

const isIn = (closing: Closing, { planId, year }: Scope): boolean =>
  closing.planId === (planId ?? OFFICE) && closing.year === year

const isOf = (closing: Closing, scope: Scope, basis: Basis, key: string): boolean =>
  isIn(closing, scope) &&
  closing.basis === basis &&
  closing.period === closedKey(scope.planId, { key }, scope.year)

const closedTag = ({ closedAt }: Closing): Tag => ({
  words: `Đã chốt ${documentDay(localDateOf(closedAt))}`,
  tone: 'done',
  sign: SIGNS.check,
})

function openTag(to: LocalDate, due: LocalDate | null, today: LocalDate): Tag {
  if (today <= to) return plainTag('Kỳ chưa kết thúc')
  return due === null
    ? plainTag('Chưa chốt', 'now')
    : plainTag(`Chưa chốt, ${daysLeft(today, due)}`, today > due ? 'ask' : 'now')
}

/** Closed periods besides the four. */
function otherClosings(scope: Scope, closings: readonly Closing[]): ReportCard[] {
  return closings
    .filter((one) => isIn(one, scope))
    .filter((one) => !ASKED_REPORTS.some((period) => isOf(one, scope, 'report-year', period)))
    .map((one) => ({
      href: reportPath({ ...AT, ...scope, period: openKey(one), basis: one.basis }),
      title: capital(periodName({ key: one.period, from: one.from, to: one.to }, scope.year)),
      details: [BASIS_NAMES[one.basis], `số liệu ${rangeInWords(one)}`],
      tag: closedTag(one),
    }))
}

const PERIODS: [value: string, words: string][] = [
  ['Q1', 'Quý I'],
  ['Q2', 'Quý II'],
  ['H1', '6 tháng đầu năm'],
  ['Q3', 'Quý III'],
  ['M9', '9 tháng đầu năm'],
  ['Q4', 'Quý IV'],
  ['H2', '6 tháng cuối năm'],
  ['Y', 'Cả năm'],
  ...Array.from({ length: 12 }, (_, i): [string, string] => [`T${i + 1}`, `Tháng ${i + 1}`]),
  ['ngay', 'Từ ngày … đến ngày …'],
]

function formOf(
  plans: readonly Plan[],
  planId: string | undefined,
  thisYear: number,
  today: LocalDate,
): ReportsView['form'] {
  const choices = (list: [string, string][], chosen: string): Choice[] =>
    list.map(([value, words]) => ({ value, words, chosen: value === chosen }))
  return {
    action: '/bao-cao/lap',
    plans: choices(
      [
        ['', 'Tất cả kế hoạch của đơn vị'],
        ...plans.map(({ id, title, year }): [string, string] => [id, `${year}: ${title}`]),
      ],
      planId ?? '',
    ),
    bases: choices(
      BASES.toReversed().map((basis) => [BASIS_KEYS[basis], capital(BASIS_NAMES[basis])]),
      BASIS_KEYS['report-year'],
    ),
    periods: choices(PERIODS, 'Q3'),
    ...{ year: plans.find(({ id }) => id === planId)?.year ?? thisYear, from: '', to: '', asOf: today },
  }
}
