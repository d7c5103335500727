/** A month on a phone: seven days a row, each one target that leads to its list below. */
import type { MonthCell, MonthDay } from '../../../templates/calendar-views.ts'
import type { SlotCard } from '../../../templates/slot-views.ts'
import type { Tag, Tone } from '../../../templates/view-parts.ts'
import { dayAnchor } from '../paths.ts'

/** Lines for which a small cell has room. */
const IN_CELL = 2

export function monthCell(day: MonthDay): MonthCell {
  const { date, number, month, href, isToday, outside, holiday, slots, due } = day
  const lines = [
    ...slots
      .filter(({ gone }) => gone === null)
      .map(({ time, plan }) => ({ words: time ?? 'cả ngày', plan })),
    ...due.map(() => ({ words: 'Hạn', plan: null })),
  ]
  const isListed = !outside && slots.length + due.length > 0
  return {
    ...{ date, number, month, isToday, outside, holiday },
    // What has nothing to list leads to its week.
    href: isListed ? `#${dayAnchor(date)}` : href,
    lines: lines.slice(0, IN_CELL),
    more: Math.max(0, lines.length - IN_CELL),
    tag: pressing(slots),
  }
}

/** What the eye should find first; a day is done only when all of it is. */
const PRESSING: Tone[] = ['ask', 'miss', 'now', 'excuse', 'done']

function pressing(slots: readonly SlotCard[]): Tag | null {
  const own = slots.filter(({ gone }) => gone === null)
  const tags = own.flatMap(({ tag }) => tag ?? [])
  const tone = PRESSING.find((one) => tags.some((tag) => tag.tone === one))
  const isHalfDone = tone === 'done' && tags.length < own.length
  return isHalfDone ? null : (tags.find((tag) => tag.tone === tone && tag.sign !== null) ?? null)
}
