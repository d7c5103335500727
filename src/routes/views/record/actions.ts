/** What can be done with a slot as it stands: the likely answer in one tap, the others a page away. */

import type { Fact } from '../../../core/fact.ts'
import type { Reading } from '../../../core/reading.ts'
import { hasCome, isOpen } from '../../../core/standing.ts'
import { lower } from '../../../core/text.ts'
import type { Instant } from '../../../core/wall-clock.ts'
import { type OutcomeWords, outcomeWords } from '../../../core/words/outcome.ts'
import type { Recorded, SlotActions, SlotCard } from '../../../templates/slot-views.ts'
import type { Link } from '../../../templates/views.ts'
import { slotCard } from '../calendar/slot-card.ts'
import { slotPath } from '../paths.ts'
import { recordedWords, undoOf } from './history.ts'
import { PLACES_ANCHOR, placeDetails, placesAsked } from './posting.ts'
import { formPath, type Recorder, type Somebody, tickOf } from './tick.ts'

/** For how long a list offers to take back what was just recorded; the slot's own page always does. */
export const UNDO_MS = 60_000

function slotActions(record: Reading, recorder: Recorder): SlotActions | null {
  if (!recorder) return null
  const words = outcomeWords(record.obligation)
  const { tick, forms } = offersOf(record, words, recorder)
  const links = forms.map(
    ([form, label]): Link => ({ href: formPath(record.slot.id, form, recorder.back), words: label }),
  )
  const others = [...links, ...placesLink(record)]
  if (!tick && !others.length) return null
  return { tick: tick && tickOf(record, recorder, tick.kind, tick.words), others }
}

/** What goes to several places has its answers for each of them on the slot's own page. */
const placesLink = (record: Reading): Link[] =>
  placesAsked(record).length
    ? [{ href: `${slotPath(record.slot.id)}#${PLACES_ANCHOR}`, words: 'Từng nơi đăng…' }]
    : []

type Offered = { tick: { kind: string; words: string } | null; forms: [form: string, words: string][] }

function offersOf(record: Reading, words: OutcomeWords, { mayExcuse }: Somebody): Offered {
  const { standing, makeUp: waits } = record.at
  if (waits)
    return {
      tick: { kind: 'made-up', words: `Đã ${lower(words.makeUp)}` },
      forms: [['phat-bu', 'Đổi ngày bù…']],
    }
  const not: [string, string] = ['khong-phat', `${words.not}…`]
  const move: [string, string] = ['doi', record.slot.date === null ? 'Ấn định ngày…' : 'Dời…']
  const makeUp: [string, string] = ['phat-bu', `${words.makeUp}…`]
  const accept: [string, string] = ['chap-nhan', mayExcuse ? 'Chấp nhận lý do…' : 'Có văn bản chấp nhận…']
  if (words.kind === 'measured')
    return { tick: null, forms: isOpen(standing) || standing === 'short' ? [['so-do', 'Ghi số đo…']] : [] }
  if (standing === 'not-triggered') return { tick: null, forms: record.at.outcome ? [] : CONDITIONAL }
  if (hasCome(standing)) return { tick: { kind: words.kind, words: words.done }, forms: [makeUp, not, move] }
  if (standing === 'upcoming' && record.slot.date === null)
    return { tick: { kind: words.kind, words: words.done }, forms: [move, not] }
  if (standing === 'upcoming') return { tick: null, forms: [move, not] }
  if (standing === 'missed') return { tick: null, forms: [makeUp, accept] }
  return { tick: null, forms: standing === 'excused' ? [makeUp] : [] }
}

/** What the plan asks for "nếu có" waits until somebody says whether it came about. */
const CONDITIONAL: Offered['forms'] = [
  ['co-phat-sinh', 'Có phát sinh…'],
  ['khong-phat-sinh', 'Không phát sinh…'],
]

/** A slot in a list from which people record. */
export function deskCard(record: Reading, recorder: Recorder, now: Instant): SlotCard {
  const plain = slotCard(record)
  return {
    ...plain,
    details: [...plain.details, ...placeDetails(record)],
    actions: slotActions(record, recorder),
    recorded: record.at.outcome && recordedBy(record.at.outcome, recorder, now),
  }
}

/** Whether a slot which stands on a day offers the form that moves it. */
export function isMovable(record: Reading, recorder: Recorder): boolean {
  if (!recorder || record.slot.date === null) return false
  const { forms } = offersOf(record, outcomeWords(record.obligation), recorder)
  return forms.some(([form]) => form === 'doi')
}

/** Who recorded it and when; while that is fresh, the way back. */
export function recordedBy(fact: Fact, recorder: Recorder, now: Instant): Recorded {
  return {
    words: recordedWords(fact, now),
    undo: recorder && isFresh(fact, now) ? undoOf(fact, recorder.id, recorder.back) : null,
  }
}

const isFresh = ({ recordedAt }: Fact, now: Instant): boolean => now - recordedAt < UNDO_MS

/** Settled so lately that it stays in the list of what waits, with the way back. */
export const isJustSettled = ({ at }: Reading, now: Instant): boolean =>
  at.outcome !== null && isFresh(at.outcome, now)
