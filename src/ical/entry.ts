/** A slot on its way into a calendar: what is stored of it, and how it stands by what was recorded. */

import { type FeedScope, inScope } from '../core/notice/feed-scope.ts'
import { isAsked, type Reading, readOne, type SlotRecord } from '../core/reading.ts'
import { type Moment, USUAL_RULES } from '../core/standing.ts'
import { DAY_MS, type Instant } from '../core/wall-clock.ts'

/** After everything: a calendar tells what was recorded, and never changes because time has passed. */
const AFTER_ALL: Moment = { now: Number.MAX_SAFE_INTEGER, rules: USUAL_RULES, dayIsOver: true }
/** How long what is cancelled is still shown as cancelled. */
const CANCELLED_DAYS = 60

export const entryOf = (record: SlotRecord): Reading => readOne(record, AFTER_ALL)

export const cancelledUntil = ({ changedAt }: SlotRecord): Instant => changedAt + CANCELLED_DAYS * DAY_MS

/** Nobody recorded yet how it ended. */
export const isUntold = (entry: Reading): boolean => isAsked(entry) && entry.at.outcome === null

/**
 * The slots that a subscription shows. What was planned before the plan came into force needs a fact to be shown. Of
 * records with one id the first that is shown counts: a slot that went and came back is there again.
 */
export function shownOf(entries: readonly Reading[], scope: FeedScope, now: Instant): Reading[] {
  const shown = new Map<string, Reading>()
  for (const entry of entries)
    if (!shown.has(entry.slot.id) && isShown(entry, now) && inScope(scope, entry))
      shown.set(entry.slot.id, entry)
  return [...shown.values()].sort(byStart)
}

function isShown(entry: Reading, now: Instant): boolean {
  if (entry.at.standing === 'withdrawn') return now < cancelledUntil(entry)
  return entry.at.standing !== 'not-in-force' || entry.facts.length > 0
}

/** By day, hour and id; what has no hour comes first in its day. */
export const byStart = (a: Reading, b: Reading): number =>
  inOrder(a.at.dueDay, b.at.dueDay) ||
  inOrder(a.at.dueTime ?? '', b.at.dueTime ?? '') ||
  inOrder(a.slot.id, b.slot.id)

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
