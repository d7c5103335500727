/** What waits to be confirmed, the latest first, by month. */

import { obligationOf } from '../../../core/calendar-filter.ts'
import type { PlanSign } from '../../../core/plan/plan-sign.ts'
import { apartTitle, twinsOf } from '../../../core/plan/twins.ts'
import { byDay, isAsked, type Reading } from '../../../core/reading.ts'
import { type Closing, isWaiting } from '../../../core/record/closing.ts'
import { capital } from '../../../core/text.ts'
import { type Instant, type LocalDate, monthRange, yearMonthOf } from '../../../core/wall-clock.ts'
import { slotCount } from '../../../core/words/slot-words.ts'
import { monthInWords } from '../../../core/words/words.ts'
import type { UnconfirmedView } from '../../../templates/calendar-views.ts'
import type { Frame, Link, Say } from '../../../templates/views.ts'
import { planPath } from '../paths.ts'
import { deskCard, isJustSettled } from '../record/actions.ts'
import { bulkLink } from '../record/bulk.ts'
import type { Recorder } from '../record/tick.ts'
import { say } from '../say.ts'
import { keysOf, planBadges, signsOn } from './plan-signs.ts'
import { cardsByDay, FEW } from './week-days.ts'

export type UnconfirmedQuestion = {
  frame: Frame
  readings: readonly Reading[]
  /** Due before this day. */
  before: LocalDate
  now: Instant
  recorder: Recorder
  closings: readonly Closing[]
  signs: ReadonlyMap<string, PlanSign>
}

/** Cards on a page; the days on it are shown whole. */
const MANY = 50

export const unconfirmedPath = (before?: LocalDate): string =>
  `/chua-xac-nhan${before === undefined ? '' : `?truoc=${before}`}`

/** Why some wait for nobody; the page of each still takes a correction with a reason. */
export function sayClosed(readings: readonly Reading[], closings: readonly Closing[]): Say[] {
  const unsaid = readings.filter(({ at }) => at.standing === 'unconfirmed')
  const closed = unsaid.filter((one) => !isWaiting(closings, one)).length
  return closed ? [say(`${closed} kỳ chưa xác nhận nằm trong số liệu đã chốt nên không hỏi nữa.`)] : []
}

export function unconfirmedView(question: UnconfirmedQuestion): UnconfirmedView {
  const { frame, readings, before, now, recorder, closings, signs } = question
  const latest = readings
    .filter((one) => isAsked(one) && one.at.dueDay < before)
    .sort(byDay)
    .reverse()
  const waits = (one: Reading) => isWaiting(closings, one)
  const all = latest.filter(waits)
  const lastDay = all[MANY - 1]?.at.dueDay
  const shown = latest.filter(
    (record) =>
      (waits(record) || isJustSettled(record, now)) && (lastDay === undefined || record.at.dueDay >= lastDay),
  )
  const older = all.length - shown.filter(waits).length
  const isFull = [...Map.groupBy(shown, ({ at }) => at.dueDay).values()].some(({ length }) => length > FEW)
  const badges = planBadges(latest, signs)
  const signed = signsOn(latest, badges)
  const card = (one: Reading) => ({ ...deskCard(one, recorder, now), ...signed(one) })
  return {
    frame,
    say: [...sayWaiting(all), ...sayClosed(latest, closings)],
    months: [...Map.groupBy([...shown, ...all], ({ at }) => yearMonthOf(at.dueDay))].map(([month, of]) => ({
      heading: capital(monthInWords(`${month}-01`)),
      bulk: bulkOfMonth(all, `${month}-01`, { now, recorder, closings }),
      ...cardsByDay(shown.filter((record) => of.includes(record)).map(card), isFull),
    })),
    plans: keysOf(badges, planPath),
    older: older && lastDay ? { href: unconfirmedPath(lastDay), words: `Còn ${older} kỳ cũ hơn` } : null,
  }
}

const sayWaiting = (all: readonly Reading[]): Say[] =>
  all.length
    ? [say(slotCount(all), 'strong'), say('trước tuần này chưa xác nhận.', 'ask')]
    : [say('Không còn kỳ nào trước tuần này chờ xác nhận.')]

type Asked = { now: Instant; recorder: Recorder; closings: readonly Closing[] }

/** All of a month at once, and each of its obligations alone; a month is answered whole, whatever of it is listed. */
function bulkOfMonth(all: readonly Reading[], day: LocalDate, { now, recorder, closings }: Asked): Link[] {
  if (!recorder) return []
  const range = monthRange(day)
  const own = all.filter(({ at }) => at.dueDay >= range.from && at.dueDay <= range.to)
  const asked = { now, back: recorder.back, closings }
  const whole = bulkLink(own, { of: 'month', range, obligation: null }, `cả tháng (${own.length} kỳ)`, asked)
  const obligations = [...Map.groupBy(own, ({ slot }) => obligationOf(slot))]
  const twins = twinsOf(own)
  const each = obligations.flatMap(([obligation, slots]) => {
    const [first] = slots
    if (!first) return []
    const words = `${slots.length} kỳ “${apartTitle(twins, first)}”`
    return bulkLink(slots, { of: 'month', range, obligation }, words, asked) ?? []
  })
  return [...(whole ? [whole] : []), ...(obligations.length > 1 ? each : [])]
}
