/** A proposal as the data of a plan file. What only the officer can say is left out of it and told. */
import type { Proposal, ProposedDuty } from './proposal.ts'

/** `parsePlan` takes it once no cadence is null and the year is known. */
export function planData({ plan, obligations }: Proposal) {
  const { id, title, unit, number, issued, year } = plan
  return { id, title, unit, number, issued, year, obligations: obligations.map(dutyData) }
}

/** Doubts go along as sentences: whoever adopts the file has seen them. */
function dutyData({ id, title, channels, lead, support, quote, cadence, assumptions, doubts }: ProposedDuty) {
  const said = [...assumptions, ...doubts.map(({ message }) => message)]
  return { id, title, channels, lead, support, quote, cadence, assumptions: said }
}
