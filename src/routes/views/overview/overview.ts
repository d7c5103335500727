/** The overview: a sentence, what waits, what comes due, and a row an obligation with its twelve weeks. */
import type { PlanReadings } from '../../../actions/count.ts'
import type { Calendars } from '../../../calendars.ts'
import { planName, type WholeEdition } from '../../../core/plan/edition.ts'
import type { PlanSign } from '../../../core/plan/plan-sign.ts'
import type { Closing } from '../../../core/record/closing.ts'
import { can, type Role } from '../../../core/role.ts'
import { lower } from '../../../core/text.ts'
import { type DateRange, type LocalDate, yearOf } from '../../../core/wall-clock.ts'
import { dayInWords, shortDay } from '../../../core/words/words.ts'
import { portions, type Steps } from '../../../portions.ts'
import type { ListedItem } from '../../../store/item-lists.ts'
import type { OverviewView, PulsePlan, PulseRow } from '../../../templates/overview-views.ts'
import type { PlanBadge } from '../../../templates/slot-views.ts'
import type { Frame, Say } from '../../../templates/views.ts'
import { badgesOf } from '../calendar/plan-signs.ts'
import { restWords, worstFirst } from '../count/say.ts'
import { isUrgent } from '../count/verdict-tag.ts'
import { FIRST_STEPS } from '../first-steps.ts'
import { planPath } from '../paths.ts'
import { say } from '../say.ts'
import { duesOf } from './dues.ts'
import { askedOf, leadFilter, ledBy, overviewPath } from './leads.ts'
import { type OfYear, ofYear } from './of-year.ts'
import { legendOf, pulseRow } from './pulse.ts'
import { tasksOf } from './tasks.ts'

export type OverviewQuestion = {
  frame: Frame
  /** This year's plans, and those of other years that ask for something in the weeks shown. */
  known: readonly PlanReadings[]
  closings: readonly Closing[]
  /** Items that wait for a leader. */
  waiting: readonly ListedItem[]
  /** Editions that nobody decided about. */
  drafts: readonly WholeEdition[]
  signs: ReadonlyMap<string, PlanSign>
  /** The last one is this week. */
  weeks: readonly DateRange[]
  today: LocalDate
  role: Role
  /** Also obligations of which nothing happened in the weeks, however many there are. */
  all: boolean
  /** Only obligations that this office leads; null for everybody's. */
  lead: string | null
  calendars: Calendars
}

/** The signs of the plans shown, by plan; none where there is only one. */
export type Badges = ReadonlyMap<string, PlanBadge>

export function* overviewView(question: OverviewQuestion): Steps<OverviewView> {
  const { frame, known, weeks, today, role, calendars, all, lead } = question
  const year = yearOf(today)
  const own = known.filter(({ plan }) => plan.year === year)
  const whole = yield* portions(own, (some) => some.map((one) => ofYear(one, calendars)), 1)
  yield
  const years = lead === null ? whole : whole.map((one) => ledBy(one, lead))
  const rowsOf = (one: OfYear) =>
    worstFirst(one.counts).map((counted) => pulseRow(counted, one, weeks, today))
  const shown = years.filter(({ counts }) => counts.length || lead === null)
  const plans = yield* portions(shown, (some) => some.map((one) => ({ one, rows: rowsOf(one) })), 1)
  yield
  const total = plans.reduce((sum, { rows }) => sum + rows.length, 0)
  const isShown = (row: PulseRow) =>
    all || total <= MANY_ROWS || row.urgent || row.dots.some(({ sign }) => sign)
  const hidden = total - plans.reduce((sum, { rows }) => sum + rows.filter(isShown).length, 0)
  const badges = badgesOf(
    known.map(({ plan }) => plan),
    question.signs,
  )
  const tasks = tasksOf(question, badges)
  yield
  const askedFor = lead === null ? known : known.map((one) => askedOf(one, lead))
  const dues = duesOf(years, askedFor, today, badges)
  return {
    ...{ frame, tasks, ...dues },
    say: sayYear(years, today, lead),
    mayAct: can(role, 'record'),
    weeks: weeks.map(({ from }, i) => ({ words: shortDay(from), isNow: i === weeks.length - 1 })),
    legend: legendOf(plans.flatMap(({ rows }) => rows)),
    plans: plans.map(({ one, rows }) => ({
      badge: badges.get(one.count.plan.id) ?? null,
      title: planName(one.count.plan),
      href: planPath(one.count.plan.id),
      details: planWords(one),
      ...firstRows(rows.filter(isShown), mostOf(plans.length)),
    })),
    quiet: hidden
      ? {
          href: overviewPath({ lead, all: true }),
          words: `Thêm ${hidden} nhiệm vụ không có gì trong mười hai tuần này`,
        }
      : null,
    leads: leadFilter(whole, lead),
    firstSteps: whole.length || !can(role, 'record') ? [] : FIRST_STEPS,
  }
}

/** So many obligations are all shown; of more, those of which there is something to see. */
const MANY_ROWS = 40

/** Of more than so many plans, each shows on a phone its worst row before what it folds; of still more, no row. */
const MANY_PLANS = 3
const CROWD = 6

const mostOf = (plans: number): number => (plans > CROWD ? 0 : plans > MANY_PLANS ? 1 : Infinity)

/** What somebody should look at before what takes its course; one row alone is not worth a fold. */
function firstRows(rows: readonly PulseRow[], most: number): Pick<PulsePlan, 'rows' | 'rest'> {
  const urgent = rows.filter((row) => row.urgent)
  const first = urgent.slice(0, most)
  const rest = [...urgent.slice(most), ...rows.filter((row) => !row.urgent)]
  if (rest.length < 2) return { rows: [...first, ...rest], rest: null }
  const more = urgent.length - first.length
  const count = `${rest.length} nhiệm vụ${first.length ? ' khác' : ''}${more ? `, ${more} cần xem` : ''}`
  const words = most ? count : verdictsOf(rest)
  return { rows: first, rest: { words, rows: rest } }
}

/** `3 đang chậm, 1 cần xác nhận`. */
const verdictsOf = (rows: readonly PulseRow[]): string =>
  [...Map.groupBy(rows, ({ tag }) => lower(tag.words))]
    .map(([words, { length }]) => `${length} ${words}`)
    .join(', ')

function sayYear(years: readonly OfYear[], today: LocalDate, lead: string | null): Say[] {
  const counts = years.flatMap((one) => one.counts)
  if (!counts.length && lead !== null)
    return [say(`Năm ${yearOf(today)} không có nhiệm vụ nào do “${lead}” chủ trì.`)]
  if (!counts.length) return [say(`Năm ${yearOf(today)} chưa có kế hoạch nào.`)]
  const urgent = counts.filter(({ row }) => isUrgent(row.verdict)).length
  return [
    say(`Đến ${dayInWords(today)}:`, 'strong'),
    say(restWords(counts, false)),
    ...(urgent ? [say(`${urgent} nhiệm vụ cần xem.`, 'ask')] : []),
  ]
}

function planWords({ counts, count: { plan } }: OfYear): string {
  const urgent = counts.filter(({ row }) => isUrgent(row.verdict)).length
  return [`bản ${plan.edition}`, `${counts.length} nhiệm vụ`, ...(urgent ? [`${urgent} cần xem`] : [])].join(
    ' · ',
  )
}
