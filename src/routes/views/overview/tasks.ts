/** What waits for whoever looks: to approve, to confirm, to close, to adopt; each with its one way there. */
import { gapsOf } from '../../../core/content/gaps.ts'
import type { WholeEdition } from '../../../core/plan/edition.ts'
import { byDay, isAsked, type Reading } from '../../../core/reading.ts'
import { isWaiting } from '../../../core/record/closing.ts'
import { type OpenReport, openReport } from '../../../core/record/open-report.ts'
import { can } from '../../../core/role.ts'
import { contains, daysBetween, type LocalDate, mondayOf } from '../../../core/wall-clock.ts'
import { periodName } from '../../../core/words/period-words.ts'
import { slotCount } from '../../../core/words/slot-words.ts'
import { daysLeft, documentDay, rangeInWords, shortDay, weekdayName } from '../../../core/words/words.ts'
import type { TaskLine } from '../../../templates/overview-views.ts'
import { unconfirmedPath } from '../calendar/unconfirmed.ts'
import { editionPath } from '../paths.ts'
import { draftedBy } from '../plans/edition-line.ts'
import { reportPath } from '../report/places.ts'
import type { Badges, OverviewQuestion } from './overview.ts'

export function tasksOf(question: OverviewQuestion, badges: Badges): TaskLine[] {
  const { role } = question
  return [
    ...(can(role, 'approve') ? approving(question, badges) : []),
    ...(can(role, 'record') ? confirming(question, badges) : []),
    ...(can(role, 'close') ? closing(question, badges) : []),
    ...(can(role, 'adopt') ? adopting(question) : []),
  ]
}

const readingsOf = ({ known }: OverviewQuestion): Reading[] => known.flatMap(({ all }) => all).filter(isAsked)

function approving(question: OverviewQuestion, badges: Badges): TaskLine[] {
  const { waiting } = question
  if (!waiting.length) return []
  const tied = new Set(waiting.flatMap(({ slots }) => slots))
  const awaited = readingsOf(question)
    .filter(({ slot, at }) => tied.has(slot.id) && at.outcome === null)
    .sort(byDay)
  const [first] = awaited
  const planOf = new Map(awaited.map(({ slot }) => [slot.id, slot.planId]))
  const plans = waiting.flatMap(({ slots }) => [...new Set(slots.flatMap((id) => planOf.get(id) ?? []))])
  const gaps = waiting.filter((item) => gapsOf(item) > 0).length
  return [
    {
      ...{
        lead: String(waiting.length),
        title: `Duyệt ${waiting.length} bài`,
        href: '/duyet',
        words: 'Duyệt',
      },
      details: first ? `kỳ sớm nhất ${whenWords(first)}` : 'chưa gắn kỳ nào',
      ask: gaps ? `${gaps} bài còn chỗ chưa điền` : null,
      plans: perPlan(plans, badges),
    },
  ]
}

const planIdsOf = (readings: readonly Reading[]): string[] => readings.map(({ slot }) => slot.planId)

/** How many of each plan, in the order of their signs. */
function perPlan(planIds: readonly string[], badges: Badges): TaskLine['plans'] {
  const counts = Map.groupBy(planIds, (id) => id)
  return [...badges].flatMap(([id, badge]) => {
    const count = counts.get(id)?.length
    return count ? [{ badge, count }] : []
  })
}

const whenWords = ({ at: { dueDay, dueTime } }: Reading): string =>
  `${weekdayName(dueDay)} ${shortDay(dueDay)}${dueTime === null ? '' : `, ${dueTime}`}`

/** The days that are named one by one. */
const NAMED = 3

function confirming(question: OverviewQuestion, badges: Badges): TaskLine[] {
  const { today, closings } = question
  const open = readingsOf(question)
    .filter((one) => isWaiting(closings, one))
    .sort(byDay)
  const [oldest] = open
  if (!oldest) return []
  const days = [...new Set(open.map(({ at }) => at.dueDay))]
  const named = days.slice(0, NAMED).map((day) => `${weekdayName(day)} ${shortDay(day)}`)
  const more = days.length > NAMED ? ` và ${days.length - NAMED} ngày khác` : ''
  const age = daysBetween(oldest.at.dueDay, today)
  const isOld = oldest.at.dueDay < mondayOf(today)
  return [
    {
      ...{ lead: String(open.length), title: `Xác nhận ${slotCount(open)}`, words: 'Xác nhận' },
      details: `${named.join(', ')}${more}`,
      ask: age > 7 ? `lâu nhất đã ${age} ngày` : null,
      plans: perPlan(planIdsOf(open), badges),
      href: isOld ? unconfirmedPath() : '/',
    },
  ]
}

function closing(question: OverviewQuestion, badges: Badges): TaskLine[] {
  const { known, closings, calendars, today } = question
  const planIds = known.map(({ plan }) => plan.id)
  const report = openReport(planIds, closings, calendars.periods, today)
  if (!report) return []
  const open = readingsOf(question).filter(
    (one) => isWaiting(closings, one) && contains(report, one.at.dueDay),
  )
  return [
    {
      ...{ lead: LEADS[report.key], title: `Chốt số liệu ${periodName(report, report.year)}` },
      details: [`số liệu ${rangeInWords(report)}`, ...sendBy(report, today)].join('; '),
      ask: open.length ? `còn ${open.length} việc trong kỳ chưa xác nhận` : null,
      plans: perPlan(planIdsOf(open), badges),
      href: reportPath({ ...AT, period: report.key, year: report.year }),
      words: 'Xem và chốt',
    },
  ]
}

const LEADS: Record<OpenReport['key'], string> = { Q1: 'I', H1: '6T', Q3: 'III', Y: 'N' }
const AT = { planId: null, basis: 'report-year', asOf: null, forecast: false, current: false } as const

const sendBy = ({ due }: OpenReport, today: LocalDate): string[] =>
  due === null ? [] : [`hạn gửi ${documentDay(due)}, ${daysLeft(today, due)}`]

/** What was sent to be adopted, and what the office above handed: it waits for an answer from its first day. */
function adopting({ drafts }: OverviewQuestion): TaskLine[] {
  return drafts
    .filter(({ state, origin }) => state === 'sent' || origin === 'handed')
    .map((edition) => {
      const { planId, number } = edition
      return {
        // One, as the others say how many: a letter would be the sign of a plan.
        ...{ lead: '1', title: draftTitle(edition) },
        ...{
          details: draftedBy(edition),
          ask: null,
          plans: [],
          href: editionPath(planId, number),
          words: 'Xem thay đổi',
        },
      }
    })
}

const draftTitle = ({ origin, state, number, plan }: WholeEdition): string =>
  origin === 'handed' && state === 'draft'
    ? `Trả lời bản cấp trên giao: ${plan.title}`
    : `Áp dụng bản ${number}: ${plan.title}`
