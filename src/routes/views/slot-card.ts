/** A slot as it is listed anywhere: when, what, which issue, how it stands. */
import type { ItemBrief } from '../../core/item.ts'
import { AIRING_NAMES } from '../../core/names.ts'
import { countedNoun } from '../../core/rule-words.ts'
import { declaredTotal, type Slot } from '../../core/slot.ts'
import { isKept, isSettled } from '../../core/standing.ts'
import type { WallTime } from '../../core/wall-clock.ts'
import { shortDay, weekdayName } from '../../core/words.ts'
import type { SlotRecord } from '../../store/slots.ts'
import type { SlotCard } from '../../templates/calendar-views.ts'
import type { Assessed } from './assessed.ts'
import { airedUnapproved, itemLine } from './item-words.ts'
import { slotPath } from './places.ts'
import { tagOf } from './tag.ts'

export function slotCard(record: Assessed): SlotCard {
  const { slot, obligation, at } = record
  return {
    id: slot.id,
    href: slotPath(slot.id),
    date: at.dueDay,
    time: at.dueTime,
    session: at.dueTime && sessionOf(at.dueTime),
    title: obligation.title,
    mark: isAired(record) ? (AIRING_NAMES[slot.airing].mark as 'PM' | 'PL') : null,
    details: detailsOf(record),
    issue: issueWords(record),
    minutes: slot.minutes ? `${slot.minutes} phút` : '',
    lead: obligation.lead ?? '',
    tag: at.standing === 'upcoming' ? null : tagOf(at, obligation.channels),
    settled: isSettled(at.standing),
    item: record.item && itemOf(record, record.item),
    actions: null,
    recorded: null,
  }
}

/** What is said in it; a warning while it may still be aired unapproved, and a record once it was. */
function itemOf({ at }: Assessed, item: ItemBrief): SlotCard['item'] {
  const kept = isKept(at.standing) && at.outcome
  const bare = kept ? airedUnapproved(item, at.outcome?.at ?? 0) : item.state !== 'approved'
  const before = at.standing === 'due' || at.standing === 'unconfirmed' ? UNAPPROVED : null
  return { ...itemLine(item), warning: bare ? (kept ? AIRED_UNAPPROVED : before) : null }
}

const UNAPPROVED = 'Bài chưa duyệt: vẫn phát thì sổ ghi là phát khi chưa duyệt.'
const AIRED_UNAPPROVED = 'Đã phát khi bài chưa duyệt.'

/** Only what goes on air is new or a rerun; a meeting is neither. */
const isAired = ({ obligation }: SlotRecord): boolean => obligation.channels.includes('loudspeaker')

const SESSIONS: [until: WallTime, name: string][] = [
  ['11:00', 'sáng'],
  ['13:30', 'trưa'],
  ['18:00', 'chiều'],
]
export const sessionOf = (time: WallTime): string => SESSIONS.find(([until]) => time < until)?.[1] ?? 'tối'

function detailsOf(record: Assessed): string[] {
  const { slot, at } = record
  const airing = isAired(record) ? airingWords(slot) : null
  const minutes = slot.minutes ? `${slot.minutes} phút` : null
  const moved = at.moved && slot.date ? `dời từ ${weekdayName(slot.date)} ${shortDay(slot.date)}` : null
  return [airing, issueWords(record), minutes, moved].filter((words) => words !== null)
}

function airingWords(slot: Slot): string {
  const name = AIRING_NAMES[slot.airing].name.toLowerCase()
  return slot.airing === 'rerun' ? `${name} lần ${rerunNumber(slot)}` : name
}

export const rerunNumber = (slot: Slot): number => Number(/\.r(\d+)$/.exec(slot.id)?.[1] ?? 0)

/** `số 16/26`, in the noun that the plan counts; nothing where there is only one. */
export function issueWords({ slot, obligation }: SlotRecord): string | null {
  const { cadence } = obligation
  const total = declaredTotal(cadence) ?? (cadence.kind === 'window' ? cadence.times : null)
  if (total === 1 || (total === null && slot.date === null)) return null
  return `${countedNoun(obligation.quote)} ${slot.ordinal}${total === null ? '' : `/${total}`}`
}
