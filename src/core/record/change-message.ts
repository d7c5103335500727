/** What the office tells its Zalo group when today's or tomorrow's airing changes: calendars may learn it a day late. */
import { type Fact, uncorrected } from '../fact.ts'
import type { Obligation } from '../plan.ts'
import type { Reading } from '../reading.ts'
import type { Slot } from '../slot.ts'
import { isSettled, type Place, placeAfter } from '../standing.ts'
import { addDays, type Instant, type LocalDate, localDateOf } from '../wall-clock.ts'
import { reasonInWords } from '../words/names.ts'
import { outcomeWords } from '../words/outcome.ts'
import { goesOnAir, slotDetails, slotTitle } from '../words/slot-words.ts'
import { shortDay, weekdayName } from '../words/words.ts'

/** Ready to paste; null when nothing changed, or nothing of today and tomorrow. `link` leads to the slot's page. */
export function changeMessage(
  changed: Reading,
  { unitName, link }: { unitName: string; link: string },
  now: Instant,
): string | null {
  const lines = changeLines(changed, now)
  if (lines.length === 0) return null
  const { slot, obligation } = changed
  const kind = goesOnAir(obligation) ? 'PHÁT THANH' : 'TRUYỀN THÔNG'
  return [
    `THAY ĐỔI LỊCH ${kind}`,
    unitName,
    '',
    `${slotTitle(slot, obligation)}${shape(slot, obligation)}`,
    ...lines,
    ...(obligation.lead ? [`Chủ trì: ${obligation.lead}.`] : []),
    `Chi tiết: ${link}`,
  ].join('\n')
}

function shape(slot: Slot, obligation: Obligation): string {
  const parts = slotDetails(slot, obligation)
  return parts.length ? ` (${parts.join(', ')})` : ''
}

function changeLines(changed: Reading, now: Instant): string[] {
  const { slot, obligation, facts, at } = changed
  const today = localDateOf(now)
  const isSoon = (...days: (LocalDate | undefined)[]) =>
    days.some((day) => day === today || day === addDays(today, 1))
  const placeWords = ({ date, time }: Place) => `${time ? `${time} ` : ''}${dayWords(date, today)}`
  const { standing, moved, makeUp, outcome, dueDay, dueTime } = at
  if (standing === 'withdrawn')
    return isSoon(dueDay) ? [`Huỷ buổi ${placeWords({ date: dueDay, time: dueTime })}.`] : []
  if (outcome && (standing === 'missed' || standing === 'excused')) {
    const from = makeUp ? placesOf(slot, facts, makeUp).from : { date: dueDay, time: dueTime }
    if (!isSoon(from?.date, makeUp?.to?.date)) return []
    const what = from ? ` lúc ${placeWords(from)}` : ''
    return [
      `${outcomeWords(obligation).not}${what}.`,
      ...reasonLines(outcome),
      ...(makeUp?.to
        ? [`Sẽ ${outcomeWords(obligation).makeUp.toLowerCase()} lúc ${placeWords(makeUp.to)}.`]
        : []),
    ]
  }
  if (isSettled(standing)) return []
  if (moved?.to) {
    const { from, to } = placesOf(slot, facts, moved)
    if (!isSoon(from?.date, to.date)) return []
    if (!from) return [`Ấn định: ${placeWords(to)}.`, ...reasonLines(moved)]
    return [`Dời từ ${placeWords(from)} sang ${placeWords(to)}.`, ...reasonLines(moved)]
  }
  const undone = lastUndone(facts)
  if (undone?.to && slot.date !== null && isSoon(slot.date, undone.to.date))
    return [`Không dời nữa, giữ như lịch: ${placeWords({ date: slot.date, time: slot.time })}.`]
  return []
}

/** `thứ Hai 4/8 (hôm nay)`: the date stays true when the message is read tomorrow. */
function dayWords(date: LocalDate, today: LocalDate): string {
  const near = date === today ? ' (hôm nay)' : date === addDays(today, 1) ? ' (ngày mai)' : ''
  return `${weekdayName(date)} ${shortDay(date)}${near}`
}

const reasonLines = ({ reason }: Fact): string[] => (reason ? [`Lý do: ${reasonInWords(reason)}.`] : [])

/** From where a move took the slot: the place of the move before it, or the planned one. */
function placesOf(slot: Slot, facts: readonly Fact[], move: Fact): { from: Place | null; to: Place } {
  const inForce = uncorrected(facts)
  return { from: placeAfter(slot, inForce.slice(0, inForce.indexOf(move))), to: move.to as Place }
}

/** The move that somebody took back last. */
function lastUndone(facts: readonly Fact[]): Fact | null {
  const inForce = uncorrected(facts)
  const correction = inForce.findLast(({ kind }) => kind === 'correction')
  return facts.find(({ id, kind }) => id === correction?.corrects && kind === 'moved') ?? null
}
