/** What people decide about obligations under review. Each decision gives a new review; null for an obligation that is not there. */
import { questionOf } from './questions.ts'
import {
  freeObligationId,
  obligationOf,
  type Review,
  type ReviewedObligation,
  withObligation,
} from './review.ts'

export type Said = { answer: string; lead: string; by: string }

/** Somebody looked: what is chosen holds, and is said to be their choice. */
export function settle(review: Review, id: string, { answer, lead, by }: Said): Review | null {
  const obligation = obligationOf(review, id)
  if (!obligation) return null
  const chosen = questionOf(obligation, review.head.year)?.answers.find(({ value }) => value === answer)
  const said = chosen?.obligation ?? obligation
  const named = lead !== '' && lead !== obligation.lead
  if (said.cadence === null) return null
  return withObligation(review, {
    ...{ ...said, lead: named ? lead : said.lead },
    ...{ state: 'settled', by, choice: choiceOf(chosen?.words ?? null, named ? lead : null) },
  })
}

const choiceOf = (words: string | null, lead: string | null): string | null =>
  [words, lead && `Chủ trì: ${lead}.`].filter(Boolean).join(' ') || null

export function skip(review: Review, id: string, by: string): Review | null {
  const obligation = obligationOf(review, id)
  return obligation && withObligation(review, { ...obligation, state: 'skipped', by })
}

/** Back to be looked at. What was chosen stays as it stands. */
export function reopen(review: Review, id: string): Review | null {
  const obligation = obligationOf(review, id)
  return obligation && withObligation(review, { ...obligation, state: 'open', by: null, choice: null })
}

/** Two obligations of one passage: the second begins as the first, and both are to be looked at. */
export function split(review: Review, id: string): { review: Review; second: string } | null {
  const at = review.obligations.findIndex((obligation) => obligation.id === id)
  const obligation = review.obligations[at]
  if (!obligation) return null
  const second = freeObligationId(review, `${id}-2`)
  const parts: ReviewedObligation[] = [
    { ...obligation, state: 'open', level: worse(obligation) },
    {
      ...obligation,
      id: second,
      clause: second,
      state: 'open',
      level: worse(obligation),
      by: null,
      choice: null,
    },
  ]
  return { review: { ...review, obligations: review.obligations.toSpliced(at, 1, ...parts) }, second }
}

const worse = ({ cadence }: ReviewedObligation): ReviewedObligation['level'] =>
  cadence === null ? 'unread' : 'look'

/** An obligation takes up the one after it: its words, its offices, its ways. When it is done stays the first one's. */
export function mergeWithNext(review: Review, id: string): Review | null {
  const at = review.obligations.findIndex((obligation) => obligation.id === id)
  const obligation = review.obligations[at]
  const next = review.obligations.findIndex((one, i) => i > at && one.state !== 'skipped')
  const other = review.obligations[next]
  if (!obligation || !other) return null
  const quote = obligation.quote === other.quote ? obligation.quote : `${obligation.quote}\n${other.quote}`
  const merged: ReviewedObligation = {
    ...obligation,
    quote: quote.length > 4000 ? obligation.quote : quote,
    cadence: obligation.cadence ?? other.cadence,
    lead: obligation.lead ?? other.lead,
    support: [...new Set([...obligation.support, ...other.support])],
    channels: [...new Set([...obligation.channels, ...other.channels])],
    doubts: [...obligation.doubts, ...other.doubts],
    spots: [...(obligation.spots ?? []), ...(other.spots ?? [])],
    place: {
      from: Math.min(obligation.place.from, other.place.from),
      to: Math.max(obligation.place.to, other.place.to),
    },
    ...{ state: 'open', by: null, choice: null },
  }
  const level = merged.cadence === null ? 'unread' : 'look'
  return { ...review, obligations: review.obligations.toSpliced(next, 1).with(at, { ...merged, level }) }
}
