/** An issued document's bytes → what is proposed from it, or why it is not read. */
import { createHash } from 'node:crypto'
import type { Proposal } from '../core/document/proposal.ts'
import { readSource } from '../core/document/read-source.ts'
import type { Refusal } from '../core/document/refusal.ts'
import type { SourceText } from '../core/document/source.ts'
import { readDocument } from '../documents/read.ts'

export type ReadDocument =
  | { refused: Refusal; sha256: string; source: SourceText | null }
  | { refused: null; sha256: string; source: SourceText; proposal: Proposal }

/** `year` is the plan's, where somebody says it; otherwise the document does. */
export async function readPlanDocument(bytes: Uint8Array, year: number | null): Promise<ReadDocument> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const source = await readDocument(bytes)
  if ('code' in source) return { refused: source, sha256, source: null }
  const proposal = readSource(source, year)
  if ('code' in proposal) return { refused: proposal, sha256, source }
  return { refused: null, sha256, source, proposal }
}
