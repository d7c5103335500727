/** An event's title: the outcome first, since phones show ten letters of it. */

import { withItem } from '../core/item-brief.ts'
import { isDated, type Reading } from '../core/reading.ts'
import { localDateOf } from '../core/wall-clock.ts'
import { goesOnAir, slotTitle } from '../core/words/slot-words.ts'
import { shortDay } from '../core/words/words.ts'

/** `✔ PL · Chuyên mục…`, `DỜI → 14/11 · Chuyên mục…` */
export function summaryOf(entry: Reading): string {
  const { slot, obligation, item } = entry
  const [sign, ...words] = outcomeOf(entry)
  const rerun = slot.airing === 'rerun' && goesOnAir(obligation) ? ['PL'] : []
  const text = [...words, ...rerun, withItem(slotTitle(slot, obligation), item)].join(' · ')
  return sign ? `${sign} ${text}` : text
}

/** A sign that stands alone, or an empty one, and words that are set apart from the title. */
function outcomeOf(entry: Reading): [sign: string, ...words: string[]] {
  const { at } = entry
  const day = at.outcome ? shortDay(localDateOf(at.outcome.at)) : ''
  switch (at.standing) {
    case 'withdrawn':
      return ['', 'HUỶ']
    case 'done':
      return ['✔']
    case 'late':
      return ['✔', `trễ ${day}`]
    case 'made-up':
      return ['', `PB ${day}`]
    case 'short':
      return ['', 'CHƯA ĐẠT']
    case 'missed':
    case 'excused':
      if (at.makeUp?.to) return ['', `PB → ${shortDay(at.makeUp.to.date)}`]
      return at.standing === 'missed' ? ['✖'] : ['✖', 'có lý do']
    case 'not-triggered':
      return at.outcome ? ['', 'KHÔNG PHÁT SINH'] : openWords(entry)
    default:
      return openWords(entry)
  }
}

function openWords(entry: Reading): [sign: string, ...words: string[]] {
  const { slot, obligation, at } = entry
  const early = at.standing === 'not-in-force' ? ['TRƯỚC HIỆU LỰC'] : []
  const conditional = slot.conditional && !/nếu có/i.test(obligation.title) ? ['nếu có'] : []
  if (!isDated(entry)) return ['', ...early, 'HẠN', ...conditional]
  const moved = at.moved && slot.date !== null ? [`DỜI → ${shortDay(at.dueDay)}`] : []
  return ['', ...early, ...moved, ...conditional]
}

/** The title of the day on which somebody should begin. */
export const reminderSummary = ({ slot, obligation, at }: Reading, days: number): string =>
  `Còn ${days} ngày (hạn ${shortDay(at.dueDay)}) · ${slotTitle(slot, obligation)}`
