/** `/chi-tieu/2025`: how the year stands, obligation by obligation, and what it rests on. */
import type { Count, PlanReadings } from '../../../actions/count.ts'
import { countsOf, type YearCount, yearCount } from '../../../actions/year-count.ts'
import type { Calendars } from '../../../calendars.ts'
import { obligationTitle } from '../../../core/count/result-words.ts'
import { planName } from '../../../core/plan/edition.ts'
import { plannedDay } from '../../../core/slot.ts'
import { type LocalDate, yearOf } from '../../../core/wall-clock.ts'
import { BASIS_NAMES } from '../../../core/words/names.ts'
import { slotTitle } from '../../../core/words/slot-words.ts'
import { documentDay, rangeInWords } from '../../../core/words/words.ts'
import { portions, type Steps } from '../../../portions.ts'
import type { CountPlan, CountView, Elsewhere } from '../../../templates/count-views.ts'
import type { Frame, Pager } from '../../../templates/views.ts'
import type { YearQuestion } from '../../count/count-query.ts'
import { planPath, slotPath } from '../paths.ts'
import { basesView } from './bases.ts'
import { curveView } from './curve.ts'
import { groupTables } from './groups.ts'
import { matrixOf } from './matrix.ts'
import { countObligation } from './obligation.ts'
import { countPath, questionParams } from './paths.ts'
import { restWords, sayYears } from './say.ts'
import type { ChoosingRights } from './target-panel.ts'
import { isUrgent } from './verdict-tag.ts'

export type CountPage = {
  frame: Frame
  question: YearQuestion
  known: readonly PlanReadings[]
  /** Of plans of other years, what they asked for in this one. */
  elsewhere: readonly Count[]
  calendars: Calendars
  today: LocalDate
} & ChoosingRights

export function* countView({
  frame,
  question,
  known,
  elsewhere,
  calendars,
  today,
  ...choosing
}: CountPage): Steps<CountView> {
  const { year, basis, asOf } = question
  const years = yield* portions(known, (some) => some.map((one) => yearCount(one, basis, calendars)), 1)
  yield
  const planOfYear = (one: YearCount) => planOf(one, question, calendars, choosing)
  const plans = yield* portions(years, (some) => some.map(planOfYear), 1)
  const folds = plans.length > MANY_PLANS
  const other = basis === 'plan-year' ? 'report-year' : 'plan-year'
  return {
    frame,
    pager: pagerOf(question, today),
    say: sayYears(years, year),
    asOf,
    hidden: questionParams(question).filter(({ name }) => name !== 'den'),
    action: `/chi-tieu/${year}`,
    basis: BASIS_NAMES[basis],
    otherBasis: { href: countPath({ ...question, basis: other }), words: `xem ${BASIS_NAMES[other]}` },
    months: (years[0]?.months ?? []).map(({ month, period }) => ({
      number: month,
      words: rangeInWords(period),
    })),
    plans: plans.map((plan, i) => ({
      ...plan,
      folded: folds ? restWords(years[i]?.counts ?? [], false) : null,
    })),
    elsewhere: elsewhere.flatMap((count) => elsewhereLines(count, question)),
  }
}

/** Beside so many others each stands folded under its sentence. */
const MANY_PLANS = 3

/** The office counts them in this year; their plan's own year has its totals. */
const elsewhereLines = (count: Count, question: YearQuestion): Elsewhere[] =>
  countsOf(count).map(({ obligation, row }) => ({
    href: countPath({ ...question, year: count.plan.year }),
    words: `${obligationTitle(obligation, row)} (mục ${obligation.clause}): ${row.done}/${row.due} kỳ đến hạn đã thực hiện`,
    where: `${planName(count.plan)}, năm ${count.plan.year}`,
  }))

function planOf(
  one: YearCount,
  question: YearQuestion,
  calendars: Calendars,
  choosing: ChoosingRights,
): Omit<CountPlan, 'folded'> {
  const { plan } = one.count
  const counts = one.counts.map((counted) => ({
    urgent: isUrgent(counted.row.verdict) || counted.row.target !== null,
    view: countObligation(counted, one, question, choosing),
  }))
  return {
    title: planName(plan),
    href: planPath(plan.id),
    reports: {
      href: `/bao-cao?keHoach=${encodeURIComponent(plan.id)}`,
      words: 'Lập báo cáo',
    },
    obligations: counts.filter(({ urgent }) => urgent).map(({ view }) => view),
    quiet: counts.filter(({ urgent }) => !urgent).map(({ view }) => view),
    matrix: matrixOf(one, question),
    curve: curveView(one),
    bases: basesView(one.count, calendars),
    groups: groupTables(one, question),
    withdrawn: withdrawnLines(one),
  }
}

/** What an amended plan no longer asks for, of its dropped obligations too: somebody recorded something there. */
const withdrawnLines = ({ count }: YearCount): Elsewhere[] =>
  count.all
    .filter(({ slot }) => slot.withdrawn)
    .map(({ slot, obligation }) => ({
      href: slotPath(slot.id),
      words: `${documentDay(plannedDay(slot))} · ${slotTitle(slot, obligation)}`,
      where: `mục ${obligation.clause}`,
    }))

function pagerOf({ year, asOf, basis }: YearQuestion, today: LocalDate): Pager {
  const thisYear = yearOf(today)
  const step = (to: number) => ({ href: `/chi-tieu/${to}`, words: `Năm ${to}`, short: String(to) })
  return {
    heading: `Tiến độ năm ${year}`,
    sub: `Tính đến ${asOf === today ? 'lúc này,' : 'hết'} ${documentDay(asOf)}, ${BASIS_NAMES[basis]}`,
    previous: step(year - 1),
    next: step(year + 1),
    current: year === thisYear ? null : { href: `/chi-tieu/${thisYear}`, words: 'Năm nay' },
  }
}
