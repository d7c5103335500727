/** What is posted, place by place: one outcome each, and the way to record the next. */

import type { Fact } from '../../../core/fact.ts'
import type { Reading } from '../../../core/reading.ts'
import type { OfficialPlace } from '../../../core/record/official-place.ts'
import { openPlaces, type PlaceOutcome, placeOutcomes } from '../../../core/record/posting.ts'
import { hasCome, isKept } from '../../../core/standing.ts'
import { lower } from '../../../core/text.ts'
import { reasonInWords } from '../../../core/words/names.ts'
import { outcomeWords } from '../../../core/words/outcome.ts'
import type { PlaceRow } from '../../../templates/slot-views.ts'
import type { Tag } from '../../../templates/views.ts'
import { SIGNS } from '../tag.ts'
import { formPath, type Recorder, type Somebody, tickOf } from './tick.ts'

export const PLACES_ANCHOR = 'noi-dang'

/** `Zalo: đã đăng`, `Facebook: không đăng`; nothing for what has one outcome as a whole. */
export const placeDetails = ({ obligation, facts }: Reading): string[] =>
  placeOutcomes(facts).map(({ place, outcome }) => {
    const { words } = tagOfPlace(outcome, outcomeWords(obligation))
    return `${place}: ${lower(words)}`
  })

/** The places of which somebody is asked whether it was posted there; none before its day, and of what was excused. */
export const placesAsked = (
  { obligation, facts, at: { standing } }: Reading,
  accounts?: readonly OfficialPlace[],
): readonly string[] =>
  hasCome(standing) || isKept(standing) || standing === 'missed'
    ? openPlaces(obligation, facts, accounts)
    : []

/** Empty where the obligation is posted in one place only, or was settled as a whole. */
export function placeRows(
  record: Reading,
  recorder: Recorder,
  accounts: readonly OfficialPlace[],
): PlaceRow[] {
  const said = placeOutcomes(record.facts)
  const open = placesAsked(record, accounts)
  return [
    ...said.map((one) => saidRow(record, one, recorder)),
    ...(recorder ? open.map((place) => openRow(record, place, recorder)) : []),
  ]
}

function saidRow(record: Reading, { place, outcome }: PlaceOutcome, recorder: Recorder): PlaceRow {
  const words = outcomeWords(record.obligation)
  const failed = outcome.kind === 'not-aired' || outcome.kind === 'excused'
  return {
    place,
    tag: tagOfPlace(outcome, words),
    details: outcome.reason ? [reasonInWords(outcome.reason)] : [],
    link: outcome.link ? { href: outcome.link, words: outcome.link } : null,
    actions:
      recorder && failed
        ? {
            tick: null,
            others: [{ href: placeForm(record, 'phat-bu', place, recorder.back), words: `${words.makeUp}…` }],
          }
        : null,
  }
}

function openRow(record: Reading, place: string, recorder: Somebody): PlaceRow {
  const words = outcomeWords(record.obligation)
  const tick = tickOf(record, recorder, words.kind, words.done, place)
  const others = [
    { href: placeForm(record, 'da-lam', place, recorder.back), words: 'Kèm đường dẫn…' },
    { href: placeForm(record, 'khong-phat', place, recorder.back), words: `${words.not}…` },
  ]
  return { place, tag: null, details: [], link: null, actions: { tick, others } }
}

const placeForm = ({ slot }: Reading, form: string, place: string, back: string): string =>
  `${formPath(slot.id, form, back)}&noi=${encodeURIComponent(place)}`

function tagOfPlace({ kind }: Fact, words: { done: string; makeUp: string; not: string }): Tag {
  if (kind === 'not-aired') return { words: words.not, tone: 'miss', sign: SIGNS.cross }
  if (kind === 'excused') return { words: `${words.not}, có lý do`, tone: 'excuse', sign: SIGNS.bar }
  return {
    words: kind === 'made-up' ? `Đã ${words.makeUp.toLowerCase()}` : words.done,
    tone: 'done',
    sign: SIGNS.check,
  }
}
