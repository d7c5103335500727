/** What slips next: deadlines that come near, the latest days for make-ups, airings whose item nobody approved yet. */

import type { PlanReadings } from '../../../actions/count.ts'
import { rowKey } from '../../../core/count/count-rows.ts'
import { nounOf, obligationTitle } from '../../../core/count/result-words.ts'
import { shortTitle } from '../../../core/plan/plan-sign.ts'
import { type Twins, twinClause, twinsOf } from '../../../core/plan/twins.ts'
import { isDated, type Reading } from '../../../core/reading.ts'
import { capital } from '../../../core/text.ts'
import { addDays, daysBetween, type LocalDate, yearOf } from '../../../core/wall-clock.ts'
import { slotWords } from '../../../core/words/slot-words.ts'
import { daysLeft, shortDay, weekdayName } from '../../../core/words/words.ts'
import type { DueLine, OverviewView } from '../../../templates/overview-views.ts'
import type { PlanBadge } from '../../../templates/slot-views.ts'
import { countAnchor, slotPath } from '../paths.ts'
import type { OfYear } from './of-year.ts'
import type { Badges } from './overview.ts'

type Due = { day: LocalDate; time: string | null; href: string; words: string; planId: string }

/** So many are told, and so far ahead. */
const MOST = 6
const AHEAD_DAYS = 30
/** An airing without an approved item is told of this many days before. */
const ITEM_DAYS = 7
/** From so many days on it presses. */
const PRESSING_DAYS = 7
/** A phone shows as many at least, and folds what does not press yet. */
const FIRST = 3

export function duesOf(
  years: readonly OfYear[],
  known: readonly PlanReadings[],
  today: LocalDate,
  badges: Badges,
): Pick<OverviewView, 'dues' | 'laterDues'> {
  const readings = known.flatMap(({ all }) => all).filter(({ at }) => at.bucket === 'remaining')
  const twins = twinsOf(readings)
  const dues = [
    ...readings.flatMap((one) => slotDue(one, twins, today)),
    ...years.flatMap((one) => makeUpDues(one, today)),
  ]
  const lines = dues
    .filter(({ day }) => day >= today && day <= addDays(today, AHEAD_DAYS))
    .sort((a, b) => (`${a.day} ${a.time ?? '99'}` < `${b.day} ${b.time ?? '99'}` ? -1 : 1))
    .slice(0, MOST)
    .map(
      ({ day, time, href, words, planId }): DueLine => ({
        ...{ href, words },
        plan: named(badges.get(planId)),
        when: `${capital(weekdayName(day))} ${shortDay(day)}${time === null ? '' : `, ${time}`}`,
        left: daysLeft(today, day),
        urgent: daysBetween(today, day) <= PRESSING_DAYS,
      }),
    )
  const first = Math.max(FIRST, lines.filter(({ urgent }) => urgent).length)
  const later = lines.slice(first)
  // One alone is not worth a fold.
  return later.length < 2
    ? { dues: lines, laterDues: null }
    : { dues: lines.slice(0, first), laterDues: { words: `${later.length} hạn nữa`, dues: later } }
}

const named = (badge: PlanBadge | undefined): DueLine['plan'] =>
  badge ? { ...badge, name: shortTitle(badge.title) } : null

/** The rhythm of airings is no deadline; one whose item waits is. */
function slotDue(reading: Reading, twins: Twins, today: LocalDate): Due[] {
  const { slot, obligation, at, item } = reading
  const isAiring = obligation.cadence.kind === 'rate' && isDated(reading)
  const lacks = item !== null && item.state !== 'approved' && at.dueDay <= addDays(today, ITEM_DAYS)
  if (isAiring && !lacks) return []
  const name = [slotWords(reading), twinClause(twins, reading)].filter((words) => words !== null).join(', ')
  const words = lacks ? `${name} · ${ITEM_WORDS[item.state]}` : isDated(reading) ? name : `Hạn: ${name}`
  return [{ day: at.dueDay, time: at.dueTime, href: slotPath(slot.id), words, planId: slot.planId }]
}

const ITEM_WORDS = {
  draft: 'bài chưa gửi duyệt',
  waiting: 'bài chờ duyệt',
  returned: 'bài bị trả lại',
  approved: '',
}

function makeUpDues({ counts, paces, count }: OfYear, today: LocalDate): Due[] {
  return counts.flatMap(({ obligation, row }): Due[] => {
    const pace = paces.get(rowKey(row))
    if (!pace?.startBy) return []
    const href = `/chi-tieu/${yearOf(today)}#${countAnchor(count.plan.id, obligation.id, row.airing)}`
    const words = `Muộn nhất bắt đầu bù ${pace.makeUps} ${nounOf(obligation, row)}: ${obligationTitle(obligation, row)}`
    return [{ day: pace.startBy, time: null, href, words, planId: count.plan.id }]
  })
}
