/** What people decide about duties under review. Each decision gives a new review; null for a duty that is not there. */
import { questionOf } from './questions.ts'
import { dutyOf, freeDutyId, type Review, type ReviewedDuty, withDuty } from './review.ts'

export type Said = { answer: string; lead: string; by: string }

/** Somebody looked: what is chosen holds, and is said to be their choice. */
export function settle(review: Review, id: string, { answer, lead, by }: Said): Review | null {
  const duty = dutyOf(review, id)
  if (!duty) return null
  const chosen = questionOf(duty, review.head.year)?.answers.find(({ value }) => value === answer)
  const said = chosen?.duty ?? duty
  const named = lead !== '' && lead !== duty.lead
  if (said.cadence === null) return null
  return withDuty(review, {
    ...{ ...said, lead: named ? lead : said.lead },
    ...{ state: 'settled', by, choice: choiceOf(chosen?.words ?? null, named ? lead : null) },
  })
}

const choiceOf = (words: string | null, lead: string | null): string | null =>
  [words, lead && `Chủ trì: ${lead}.`].filter(Boolean).join(' ') || null

export function skip(review: Review, id: string, by: string): Review | null {
  const duty = dutyOf(review, id)
  return duty && withDuty(review, { ...duty, state: 'skipped', by })
}

/** Back to be looked at. What was chosen stays as it stands. */
export function reopen(review: Review, id: string): Review | null {
  const duty = dutyOf(review, id)
  return duty && withDuty(review, { ...duty, state: 'open', by: null, choice: null })
}

/** Two duties of one passage: the second begins as the first, and both are to be looked at. */
export function split(review: Review, id: string): { review: Review; second: string } | null {
  const at = review.duties.findIndex((duty) => duty.id === id)
  const duty = review.duties[at]
  if (!duty) return null
  const second = freeDutyId(review, `${id}-2`)
  const parts: ReviewedDuty[] = [
    { ...duty, state: 'open', level: worse(duty) },
    { ...duty, id: second, clause: second, state: 'open', level: worse(duty), by: null, choice: null },
  ]
  return { review: { ...review, duties: review.duties.toSpliced(at, 1, ...parts) }, second }
}

const worse = ({ cadence }: ReviewedDuty): ReviewedDuty['level'] => (cadence === null ? 'unread' : 'look')

/** A duty takes up the one after it: its words, its offices, its ways. When it is done stays the first one's. */
export function mergeWithNext(review: Review, id: string): Review | null {
  const at = review.duties.findIndex((duty) => duty.id === id)
  const duty = review.duties[at]
  const next = review.duties.findIndex((one, i) => i > at && one.state !== 'skipped')
  const other = review.duties[next]
  if (!duty || !other) return null
  const quote = duty.quote === other.quote ? duty.quote : `${duty.quote}\n${other.quote}`
  const merged: ReviewedDuty = {
    ...duty,
    quote: quote.length > 4000 ? duty.quote : quote,
    cadence: duty.cadence ?? other.cadence,
    lead: duty.lead ?? other.lead,
    support: [...new Set([...duty.support, ...other.support])],
    channels: [...new Set([...duty.channels, ...other.channels])],
    doubts: [...duty.doubts, ...other.doubts],
    spots: [...(duty.spots ?? []), ...(other.spots ?? [])],
    place: { from: Math.min(duty.place.from, other.place.from), to: Math.max(duty.place.to, other.place.to) },
    ...{ state: 'open', by: null, choice: null },
  }
  const level = merged.cadence === null ? 'unread' : 'look'
  return { ...review, duties: review.duties.toSpliced(next, 1).with(at, { ...merged, level }) }
}
