/** A slot as it is listed anywhere: when, what, which issue, how it stands. */

import type { ItemBrief } from '../../../core/item-brief.ts'
import { isExtra, OUTSIDE_PLANS } from '../../../core/outside-plans.ts'
import type { Reading } from '../../../core/reading.ts'
import { hasCome, isKept, isSettled } from '../../../core/standing.ts'
import type { WallTime } from '../../../core/wall-clock.ts'
import { AIRING_NAMES, RUNS_ON } from '../../../core/words/names.ts'
import { slotName } from '../../../core/words/slot-name.ts'
import { goesOnAir, issueWords } from '../../../core/words/slot-words.ts'
import { shortDay, weekdayName } from '../../../core/words/words.ts'
import type { SlotCard } from '../../../templates/slot-views.ts'
import { airedUnapproved, itemLine } from '../content/item-words.ts'
import { slotPath } from '../paths.ts'
import { plainTag, tagOf } from '../tag.ts'

export function slotCard(record: Reading): SlotCard {
  const { slot, obligation, at } = record
  const name = slotName(record)
  return {
    ...name,
    id: slot.id,
    date: at.dueDay,
    time: at.dueTime,
    session: at.dueTime && sessionOf(at.dueTime),
    mark: goesOnAir(obligation) ? (AIRING_NAMES[slot.airing].mark as 'PM' | 'PL') : null,
    details: [...name.details, cameFrom(record), whoseWords(record)].filter((words) => words !== null),
    issue: issueWords(slot, obligation),
    minutes: slot.minutes ? `${slot.minutes} phút` : '',
    lead: obligation.lead ?? '',
    tag: at.standing === 'upcoming' ? null : tagOf(record),
    twin: null,
    plan: null,
    settled: isSettled(at.standing) && at.makeUp === null,
    gone: null,
    item: record.item ? itemOf(record, record.item) : topicsOf(record),
    actions: null,
    recorded: null,
    movable: false,
  }
}

/** What is said in it; a warning while it may still be aired unapproved, and a record once it was. */
function itemOf({ at }: Reading, item: ItemBrief): SlotCard['item'] {
  const kept = isKept(at.standing) && at.outcome
  const bare = kept ? airedUnapproved(item, at.outcome?.at ?? 0) : item.state !== 'approved'
  const before = hasCome(at.standing) ? UNAPPROVED : null
  return { ...itemLine(item), warning: bare ? (kept ? AIRED_UNAPPROVED : before) : null }
}

/** What it is to be about while nobody has written it. */
function topicsOf({ slot, topics, at }: Reading): SlotCard['item'] {
  if (!topics.length || isSettled(at.standing)) return null
  const title = topics.map(({ name }) => name).join('; ')
  return { title, href: slotPath(slot.id), tag: plainTag('Mới có chủ đề'), warning: null }
}

const UNAPPROVED = 'Bài chưa duyệt: vẫn phát thì sổ ghi là phát khi chưa duyệt.'
const AIRED_UNAPPROVED = 'Đã phát khi bài chưa duyệt.'

const SESSIONS: [until: WallTime, name: string][] = [
  ['11:00', 'sáng'],
  ['13:30', 'trưa'],
  ['18:00', 'chiều'],
]
export const sessionOf = (time: WallTime): string => SESSIONS.find(([until]) => time < until)?.[1] ?? 'tối'

const whoseWords = ({ slot, plan }: Reading): string | null =>
  isExtra(slot) ? OUTSIDE_PLANS : plan.runsOn ? RUNS_ON : null

/** `dời từ thứ Ba 18/11`, `bù cho thứ Ba 18/11`, `dời từ 05:30` */
export function cameFrom({ slot, at: { left, moved, dueTime } }: Reading): string | null {
  const last = left.at(-1)
  if (last)
    return `${last.as === 'missed' ? 'bù cho' : 'dời từ'} ${weekdayName(last.date)} ${shortDay(last.date)}`
  return moved && slot.time !== null && slot.time !== dueTime ? `dời từ ${slot.time}` : null
}
