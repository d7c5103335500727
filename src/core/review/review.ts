/** A reading under review (bản đọc đang soát): what was proposed from a document, and what people decided about it. */
import type { LeftOut, Proposal, ProposedObligation, ProposedTopic } from '../document/proposal.ts'
import { type LocalDate, type Weekday, yearRange } from '../wall-clock.ts'

export type ReviewedObligation = ProposedObligation & {
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
  obligations: ReviewedObligation[]
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
    obligations: obligations.map(asProposed),
    topics: topics.map((topic) => ({ ...topic, kept: true })),
    ...{ leftOut, converted, draft: null },
  }
}

const asProposed = (obligation: ProposedObligation): ReviewedObligation => ({
  ...obligation,
  ...{ state: 'open', by: null, choice: null, byHand: false },
})

/** The same document read for another year: what somebody decided stays, the rest is as it is read now. */
export function readAgain(review: Review, proposal: Proposal): Review {
  const now = new Map(proposal.obligations.map((obligation) => [obligation.id, obligation]))
  const obligations = review.obligations.map((obligation) => {
    const fresh = now.get(obligation.id)
    return fresh && obligation.state === 'open' && !obligation.byHand ? asProposed(fresh) : obligation
  })
  return { ...review, planId: proposal.plan.id, obligations }
}

export const keptObligations = ({ obligations }: Review): ReviewedObligation[] =>
  obligations.filter(({ state }) => state !== 'skipped')

/** Only the officer can say something of it. */
export const isUnread = ({ state, cadence }: ReviewedObligation): boolean =>
  state !== 'skipped' && cadence === null

/** Waits for somebody's look. */
export const isDoubtful = (obligation: ReviewedObligation): boolean =>
  isUnread(obligation) || (obligation.state === 'open' && obligation.level !== 'sure')

/** The first day that a plan of this head holds. */
export const inForceOf = ({ inForceFrom, issued, year }: ReviewHead): LocalDate | null =>
  inForceFrom ?? issued ?? (year === null ? null : yearRange(year).from)

export const obligationOf = ({ obligations }: Review, id: string): ReviewedObligation | null =>
  obligations.find((obligation) => obligation.id === id) ?? null

export const withObligation = (review: Review, changed: ReviewedObligation): Review => ({
  ...review,
  obligations: review.obligations.map((obligation) => (obligation.id === changed.id ? changed : obligation)),
})

/** An id that no obligation of the review has. */
export function freeObligationId({ obligations }: Review, wanted: string): string {
  const taken = new Set(obligations.map(({ id }) => id))
  const base = wanted.slice(0, 36)
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`
    if (!taken.has(id)) return id
  }
}

/** An obligation that nobody read: from a line that was left out, or from nothing. */
export function newObligation(review: Review, line: number | null): ReviewedObligation {
  const from = line === null ? undefined : review.leftOut[line]
  return {
    ...{ id: 'moi', clause: '', title: '', lead: null, support: [], channels: ['loudspeaker'] },
    ...{ quote: from?.text ?? '', level: 'unread', doubts: [], cadence: null, assumptions: [] },
    ...{ when: { kind: 'unknown', verbatim: '' }, place: from?.place ?? { from: 0, to: 0 } },
    ...{ state: 'open', by: null, choice: null, byHand: true },
  }
}
