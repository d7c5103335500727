/** The public shape of a reading: what `read --format json` prints and the API answers. */
import type { Proposal, ProposedObligation, ProposedTopic } from './proposal.ts'
import type { Refusal } from './refusal.ts'
import type { DocumentKind } from './source.ts'

/** `characters` of the text as kept, into which places point. */
export type DocumentFacts = { name: string; kind: DocumentKind | null; sha256: string; characters: number }

export const refusedJson = (document: DocumentFacts, refused: Refusal) => ({
  refused: { code: refused.code, message: refused.message },
  document,
  plan: null,
  obligations: [],
  topics: [],
  leftOut: [],
})

export function proposalJson(document: DocumentFacts, { plan, obligations, topics, leftOut }: Proposal) {
  const { id, title, unit, number, issued, year } = plan
  return {
    refused: null,
    document,
    plan: { id, title, unit, number, issued, year },
    obligations: obligations.map(obligationJson),
    topics: topics.map(topicJson),
    leftOut: leftOut.map(({ text, why }) => ({ text, why })),
  }
}

function obligationJson(obligation: ProposedObligation) {
  const { id, clause, title, lead, support, channels, quote, level, doubts, when, cadence, place } =
    obligation
  return { id, clause, title, lead, support, channels, quote, level, doubts, when, cadence, place }
}

const topicJson = ({ id, title, quote }: ProposedTopic) => ({ id, title, quote })
