/** Items in words: how they stand, when that was said, how long they take. */
import { aloud } from '../../../actions/reading-speed.ts'
import type { Cadence } from '../../../core/cadence.ts'
import { ITEM_STATE_NAMES, type ItemText } from '../../../core/content/item.ts'
import {
  countWords,
  fitInWords,
  fitOf,
  readingTime,
  timeInWords,
  type Wanted,
  wantedInWords,
  wordClass,
} from '../../../core/content/reading-time.ts'
import { approvedBy, type ItemBrief, type ItemState } from '../../../core/item-brief.ts'
import type { SlotRecord } from '../../../core/reading.ts'
import { dueOf } from '../../../core/standing.ts'
import { type Instant, localDateOf, wallTimeOf } from '../../../core/wall-clock.ts'
import { figure } from '../../../core/words/figures.ts'
import { goesOnAir } from '../../../core/words/slot-words.ts'
import { dayInWords } from '../../../core/words/words.ts'
import type { ReadingView } from '../../../templates/item-views.ts'
import { markdownText, withoutDirections } from '../../../templates/markdown.ts'
import type { Tag } from '../../../templates/views.ts'
import { SIGNS } from '../tag.ts'

const LOOKS: Record<ItemState, Omit<Tag, 'words'>> = {
  draft: { tone: 'plan', sign: null },
  waiting: { tone: 'ask', sign: SIGNS.wait },
  approved: { tone: 'done', sign: SIGNS.check },
  returned: { tone: 'miss', sign: SIGNS.bar },
}

export const stateTag = (state: ItemState): Tag => ({ words: ITEM_STATE_NAMES[state], ...LOOKS[state] })

export const itemPath = (id: string): string => `/bai/${encodeURIComponent(id)}`
export const versionPath = (id: string, version: number): string => `${itemPath(id)}/ban/${version}`
export const newItemPath = (slotId: string): string => `/bai/moi?khung=${encodeURIComponent(slotId)}`

export const instantWords = (at: Instant): string => `${wallTimeOf(at)} ${dayInWords(localDateOf(at))}`

/** `05:30 thứ Hai 4/8/2025`, or the last day of a window. */
export function slotWhen({ slot, facts }: SlotRecord): string {
  const { dueDay, dueTime, moved } = dueOf(slot, facts)
  const day = dayInWords(dueDay)
  if (slot.date === null && moved === null) return `chậm nhất ${day}`
  return dueTime ? `${dueTime} ${day}` : day
}

/** What the plan states, or else the length of the slot. */
function wantedOf(cadence: Cadence, minutes: number): Wanted | null {
  if ('minutes' in cadence && cadence.minutes) return cadence.minutes
  return minutes ? { min: 0, max: minutes } : null
}

/** `on` is a slot on the air that it is for. */
export function readingView(text: ItemText, perMinute: number, on: SlotRecord | undefined): ReadingView {
  const time = readingTime(aloud(text), perMinute)
  const wanted = on && goesOnAir(on.obligation) ? wantedOf(on.obligation.cadence, on.slot.minutes) : null
  const words = countWords(markdownText(withoutDirections(text.body)))
  return {
    time: timeInWords(time),
    fit: wanted && `${wantedInWords(wanted)}: ${fitInWords(time, wanted, perMinute)}`,
    tone: wanted && fitOf(time, wanted) !== 'fits' ? 'ask' : 'plain',
    count: `${figure(time.syllables)} tiếng khi đọc, ${perMinute} tiếng/phút`,
    pay: `${figure(words)} từ: ${wordClass(words)} (TT 55/2023/TT-BTC)`,
  }
}

/** Said where a slot is listed: null while it has no item. */
export const itemLine = (item: ItemBrief): { title: string; href: string; tag: Tag } => ({
  title: item.title,
  href: itemPath(item.id),
  tag: stateTag(item.state),
})

/** `Phát khi bài chưa duyệt`: nothing when it was approved by then. */
export const airedUnapproved = (item: ItemBrief | null, at: Instant): boolean =>
  item !== null && !approvedBy(item, at)
