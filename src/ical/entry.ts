/** A slot on its way into a calendar: what is stored of it, and how it stands by what was recorded. */
import type { ItemBrief } from '../core/content/item.ts'
import type { Fact } from '../core/fact.ts'
import { type FeedScope, inScope } from '../core/notice/feed-scope.ts'
import type { Obligation } from '../core/plan.ts'
import type { Slot } from '../core/slot.ts'
import { type Assessment, assess, hasDay } from '../core/standing.ts'
import { DAY_MS, type Instant, type LocalDate } from '../core/wall-clock.ts'

export type CalendarSlot = {
  slot: Slot
  obligation: Obligation
  /** In the order in which they were recorded. */
  facts: readonly Fact[]
  /** What is said in it, where a store knows. */
  item?: ItemBrief | null
  /** Becomes SEQUENCE. */
  revision: number
  /** Becomes DTSTAMP and LAST-MODIFIED. */
  changedAt: Instant
}

export type Entry = CalendarSlot & { at: Assessment }

/** After everything: a calendar tells what was recorded, and never changes because time has passed. */
const END_OF_TIME = Number.MAX_SAFE_INTEGER
/** How long what is cancelled is still shown as cancelled. */
const CANCELLED_DAYS = 60

export const entryOf = (record: CalendarSlot): Entry => ({
  ...record,
  at: assess(record.slot, record.facts, END_OF_TIME),
})

export const cancelledUntil = ({ changedAt }: CalendarSlot): Instant => changedAt + CANCELLED_DAYS * DAY_MS

/** Nobody recorded yet how it ended. */
export const isOpen = ({ at }: Entry): boolean =>
  at.standing === 'unconfirmed' ||
  at.standing === 'not-in-force' ||
  (at.standing === 'not-triggered' && at.outcome === null)

export const isDated = ({ slot, at }: Entry): boolean => hasDay(slot, at)

/**
 * The slots that a subscription shows. What was planned before the plan came into force needs a fact to be shown. Of
 * records with one id the first that is shown counts: a slot that went and came back is there again.
 */
export function entriesOf(records: readonly CalendarSlot[], scope: FeedScope, now: Instant): Entry[] {
  const shown = new Map<string, Entry>()
  for (const record of records) {
    const entry = entryOf(record)
    if (!shown.has(record.slot.id) && isShown(entry, now) && inScope(scope, entry))
      shown.set(record.slot.id, entry)
  }
  return [...shown.values()].sort(byStart)
}

function isShown(entry: Entry, now: Instant): boolean {
  if (entry.at.standing === 'withdrawn') return now < cancelledUntil(entry)
  return entry.at.standing !== 'not-in-force' || entry.facts.length > 0
}

const startOf = ({ slot, at }: Entry): `${LocalDate} ${string} ${string}` =>
  `${at.dueDay} ${at.dueTime ?? ''} ${slot.id}`

export const byStart = (a: Entry, b: Entry): number => {
  const [first, second] = [startOf(a), startOf(b)]
  return first < second ? -1 : first > second ? 1 : 0
}
