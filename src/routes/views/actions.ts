/** What can be done with a slot as it stands: the likely answer in one tap, the others a page away. */
import { plannedMakeUp } from '../../core/make-up.ts'
import { type OutcomeWords, outcomeWords } from '../../core/outcome.ts'
import type { Standing } from '../../core/standing.ts'
import type { Instant } from '../../core/wall-clock.ts'
import type { SlotCard } from '../../templates/calendar-views.ts'
import type { Recorded, SlotActions, Tick } from '../../templates/record-views.ts'
import type { Link, Tag } from '../../templates/views.ts'
import type { Assessed } from './assessed.ts'
import { recordedWords, undoOf } from './history.ts'
import { slotPath } from './places.ts'
import { slotCard } from './slot-card.ts'

/** Who looks, and where they come back to. Null for somebody who may not record. */
export type Recorder = { id: string; back: string } | null

/** For how long a list offers to take back what was just recorded; the slot's own page always does. */
const UNDO_MS = 60_000

/** A form sent twice carries the same key; another person's, or one after something changed, does not. */
export const keyOf = ({ id }: { id: string }, { slot, facts }: Assessed, what: string): string =>
  `${id}-${facts.length}-${what}-${slot.id}`

export const formPath = (slotId: string, form: string, back: string): string =>
  `${slotPath(slotId)}/${form}?ve=${encodeURIComponent(back)}`

export function slotActions(record: Assessed, recorder: Recorder): SlotActions | null {
  if (!recorder) return null
  const words = outcomeWords(record.obligation)
  const offered = offersOf(record, words)
  if (!offered) return null
  const { tick, forms } = offered
  return {
    tick: tick && tickOf(record, recorder, tick.kind, tick.words),
    others: forms.map(
      ([form, label]): Link => ({ href: formPath(record.slot.id, form, recorder.back), words: label }),
    ),
  }
}

const tickOf = (
  record: Assessed,
  recorder: { id: string; back: string },
  kind: string,
  words: string,
): Tick => ({
  action: `${slotPath(record.slot.id)}/ghi`,
  kind,
  words,
  key: keyOf(recorder, record, kind),
  back: recorder.back,
})

type Offered = { tick: { kind: string; words: string } | null; forms: [form: string, words: string][] }

function offersOf(record: Assessed, words: OutcomeWords): Offered | null {
  const { standing } = record.at
  if (plannedMakeUp(record.facts))
    return {
      tick: { kind: 'made-up', words: `Đã ${lower(words.makeUp)}` },
      forms: [['phat-bu', 'Đổi ngày bù…']],
    }
  const not: [string, string] = ['khong-phat', `${words.not}…`]
  const move: [string, string] = ['doi', record.slot.date === null ? 'Ấn định ngày…' : 'Dời…']
  const makeUp: [string, string] = ['phat-bu', `${words.makeUp}…`]
  if (words.kind === 'measured')
    return isOpen(standing) ? { tick: null, forms: [['so-do', 'Ghi số đo…']] } : null
  if (standing === 'due' || standing === 'unconfirmed')
    return { tick: { kind: words.kind, words: words.done }, forms: [makeUp, not, move] }
  if (standing === 'upcoming' && record.slot.date === null)
    return { tick: { kind: words.kind, words: words.done }, forms: [move, not] }
  if (standing === 'upcoming') return { tick: null, forms: [move, not] }
  if (standing === 'missed' || standing === 'excused') return { tick: null, forms: [makeUp] }
  return null
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const isOpen = (standing: Standing): boolean => ['upcoming', 'due', 'unconfirmed', 'short'].includes(standing)

const WAITS_FOR_MAKE_UP: Tag = { words: 'Chờ phát bù', tone: 'now', sign: null }

/** A slot in a list from which people record. */
export function deskCard(record: Assessed, recorder: Recorder, now: Instant): SlotCard {
  const card = {
    ...slotCard(record),
    actions: slotActions(record, recorder),
    recorded: recordedOf(record, recorder, now),
  }
  return plannedMakeUp(record.facts) ? { ...card, tag: WAITS_FOR_MAKE_UP, settled: false } : card
}

/** Who settled it and when; while that is fresh, the way back. */
export function recordedOf({ at: { outcome } }: Assessed, recorder: Recorder, now: Instant): Recorded | null {
  if (!outcome) return null
  const fresh = recorder !== null && now - outcome.recordedAt < UNDO_MS
  return {
    words: recordedWords(outcome, now),
    undo: fresh ? undoOf(outcome, recorder.id, recorder.back) : null,
  }
}
