/** A proposal as the data of a plan file. What only the officer can say is left out of it and told. */
import type { Proposal, ProposedObligation } from './proposal.ts'

/** `parsePlan` takes it once no cadence is null and the year is known. */
export function planData({ plan, obligations, topics }: Proposal) {
  const { id, title, unit, number, issued, year } = plan
  return {
    ...{ id, title, unit, number, issued, year },
    obligations: obligations.map(obligationData),
    topics: topics.map(({ id, title: name, quote }) => ({ id, name, quote })),
  }
}

/** What a plan file takes. */
const CLAUSE = /^[\p{L}\p{N}][\p{L}\p{N}.-]{0,39}$/u

/** Doubts go along as sentences: whoever adopts the file has seen them. */
function obligationData({
  id,
  clause,
  title,
  channels,
  lead,
  support,
  quote,
  cadence,
  assumptions,
  doubts,
}: ProposedObligation) {
  const said = [...assumptions, ...doubts.map(({ message }) => message)]
  const shown = clause !== id && CLAUSE.test(clause) ? { clause } : {}
  return { id, ...shown, title, channels, lead, support, quote, cadence, assumptions: said }
}
