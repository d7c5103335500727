/** What is left of a slot on a day that it left: a quiet line that leads to where it went. */
import type { Reading } from '../../../core/reading.ts'
import type { Left } from '../../../core/standing.ts'
import { lower } from '../../../core/text.ts'
import type { LocalDate } from '../../../core/wall-clock.ts'
import { outcomeWords } from '../../../core/words/outcome.ts'
import { shortDay, weekdayName } from '../../../core/words/words.ts'
import type { SlotCard } from '../../../templates/slot-views.ts'
import { dayPath } from '../paths.ts'
import { cameFrom, sessionOf, slotCard } from './slot-card.ts'

/** The cards of a day in its order: the slots that are due on it, and the ghosts of those that left it. */
export function dayCards(
  readings: readonly Reading[],
  date: LocalDate,
  card: (reading: Reading) => SlotCard = slotCard,
): SlotCard[] {
  const due = readings.filter(({ at }) => at.dueDay === date).map(card)
  const ghosts = readings.flatMap((reading) =>
    reading.at.left.filter((left) => left.date === date).map((left) => ghostCard(reading, left)),
  )
  if (!ghosts.length) return due
  const hour = ({ time }: SlotCard) => time ?? '99'
  return [...due, ...ghosts].sort((a, b) => (hour(a) < hour(b) ? -1 : hour(a) > hour(b) ? 1 : 0))
}

function ghostCard(reading: Reading, left: Left): SlotCard {
  const card = slotCard(reading)
  return {
    ...card,
    details: card.details.filter((words) => words !== cameFrom(reading)),
    ...{ date: left.date, time: left.time, session: left.time && sessionOf(left.time) },
    ...{ settled: true, item: null },
    gone: { href: dayPath(reading.at.dueDay), words: goneWords(reading, left), date: reading.at.dueDay },
  }
}

/** `Dời sang thứ Bảy 29/11, 05:30`, `Không phát; sẽ phát bù thứ Bảy 29/11, 05:30` */
function goneWords({ obligation, at }: Reading, { as }: Left): string {
  const day = `${weekdayName(at.dueDay)} ${shortDay(at.dueDay)}`
  const place = at.dueTime === null ? day : `${day}, ${at.dueTime}`
  if (as === 'moved') return `Dời sang ${place}`
  const { not, makeUp } = outcomeWords(obligation)
  return `${not}; ${at.makeUp ? 'sẽ' : 'đã'} ${lower(makeUp)} ${place}`
}
