/** A plan as it was issued, read: its text as kept, and what is proposed from it. */
import type { Proposal } from './proposal.ts'
import type { SourceText } from './source.ts'

export type PlanDocument = {
  /** Of the file. */
  sha256: string
  source: SourceText
  proposal: Proposal
}
