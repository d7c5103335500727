/** A reading under review (bản đọc đang soát): what was proposed from a document, and what people decided about it. */
import type { LeftOut, Proposal, ProposedDuty, ProposedTopic } from '../document/proposal.ts'
import { type LocalDate, type Weekday, yearRange } from '../wall-clock.ts'

export type ReviewedDuty = ProposedDuty & {
  /** `skipped` stays in the review and out of the plan. */
  state: 'open' | 'settled' | 'skipped'
  /** Whoever looked through it, and what was chosen; null while nobody did. */
  by: string | null
  choice: string | null
  /** Somebody wrote it in the form: the quote alone is the document's. */
  byHand: boolean
}

export type ReviewedTopic = ProposedTopic & { kept: boolean }

/** As the form of a plan has it; without a year nothing has a day. */
export type ReviewHead = {
  title: string
  number: string | null
  issued: LocalDate | null
  inForceFrom: LocalDate | null
  year: number | null
  /** Until somebody has said what the plan is, its year is what its sentences speak of. */
  yearGuessed?: true
  until: LocalDate | null
  silentDays: Weekday[]
  assumptions: string[]
}

export type Review = {
  /** As the document names the plan. */
  planId: string
  head: ReviewHead
  duties: ReviewedDuty[]
  topics: ReviewedTopic[]
  leftOut: LeftOut[]
  /** Said where an alphabet from before Unicode was converted. */
  converted: Proposal['converted']
  /** What was made of it last. */
  draft: { planId: string; number: number } | null
}

export function openReview({ plan, obligations, topics, leftOut, converted }: Proposal): Review {
  const { id, title, number, issued, year, yearGuessed } = plan
  return {
    planId: id,
    head: {
      ...{ title, number, issued, inForceFrom: null, year, until: null, silentDays: [], assumptions: [] },
      ...(yearGuessed && { yearGuessed }),
    },
    duties: obligations.map(asProposed),
    topics: topics.map((topic) => ({ ...topic, kept: true })),
    ...{ leftOut, converted, draft: null },
  }
}

const asProposed = (duty: ProposedDuty): ReviewedDuty => ({
  ...duty,
  ...{ state: 'open', by: null, choice: null, byHand: false },
})

/** The same document read for another year: what somebody decided stays, the rest is as it is read now. */
export function readAgain(review: Review, proposal: Proposal): Review {
  const now = new Map(proposal.obligations.map((duty) => [duty.id, duty]))
  const duties = review.duties.map((duty) => {
    const fresh = now.get(duty.id)
    return fresh && duty.state === 'open' && !duty.byHand ? asProposed(fresh) : duty
  })
  return { ...review, planId: proposal.plan.id, duties }
}

export const keptDuties = ({ duties }: Review): ReviewedDuty[] =>
  duties.filter(({ state }) => state !== 'skipped')

/** Only the officer can say something of it. */
export const isUnread = ({ state, cadence }: ReviewedDuty): boolean => state !== 'skipped' && cadence === null

/** Waits for somebody's look. */
export const isDoubtful = (duty: ReviewedDuty): boolean =>
  isUnread(duty) || (duty.state === 'open' && duty.level !== 'sure')

/** The first day that a plan of this head holds. */
export const inForceOf = ({ inForceFrom, issued, year }: ReviewHead): LocalDate | null =>
  inForceFrom ?? issued ?? (year === null ? null : yearRange(year).from)

export const dutyOf = ({ duties }: Review, id: string): ReviewedDuty | null =>
  duties.find((duty) => duty.id === id) ?? null

export const withDuty = (review: Review, changed: ReviewedDuty): Review => ({
  ...review,
  duties: review.duties.map((duty) => (duty.id === changed.id ? changed : duty)),
})

/** An id that no duty of the review has. */
export function freeDutyId({ duties }: Review, wanted: string): string {
  const taken = new Set(duties.map(({ id }) => id))
  const base = wanted.slice(0, 36)
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`
    if (!taken.has(id)) return id
  }
}

/** A duty that nobody read: from a line that was left out, or from nothing. */
export function newDuty(review: Review, line: number | null): ReviewedDuty {
  const from = line === null ? undefined : review.leftOut[line]
  return {
    ...{ id: 'moi', clause: '', title: '', lead: null, support: [], channels: ['loudspeaker'] },
    ...{ quote: from?.text ?? '', level: 'unread', doubts: [], cadence: null, assumptions: [] },
    ...{ when: { kind: 'unknown', verbatim: '' }, place: from?.place ?? { from: 0, to: 0 } },
    ...{ state: 'open', by: null, choice: null, byHand: true },
  }
}
