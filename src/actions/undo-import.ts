/** Taking back what an import of a play log recorded: a correction for each fact that still stands. */
import type { Author } from '../core/author.ts'
import { type Fact, type FileEvidence, inputOf, uncorrected } from '../core/fact.ts'
import type { Instant } from '../core/wall-clock.ts'
import type { Breathe } from '../portions.ts'
import type { Db } from '../store/db.ts'
import type { Deed } from '../store/deed.ts'
import { appendMany, listImported, type NewFactOn } from '../store/facts.ts'
import { toFact } from './record-fact.ts'

/** `left`: in closed periods, where a change needs a reason, or recorded on at this very moment. */
export type UndoneImport = { undone: number; left: number }

/** What of an import nobody has corrected, with all that was recorded on its slot, oldest first. */
export async function importedFacts(
  db: Db,
  unit: string,
  sha256: string,
): Promise<{ fact: Fact; facts: readonly Fact[] }[]> {
  const { imported, facts } = await listImported(db, unit, sha256)
  const bySlot = Map.groupBy(facts, ({ slotId }) => slotId)
  return [...bySlot.values()].flatMap((own) =>
    uncorrected(own)
      .filter(({ id }) => imported.has(id))
      .map((fact) => ({ fact, facts: own })),
  )
}

export async function undoImport(
  { db, who, now }: Deed,
  { sha256 }: FileEvidence,
  breathe?: Breathe,
): Promise<UndoneImport> {
  const standing = await importedFacts(db, who.unit, sha256)
  const news = standing.map(({ fact, facts }): NewFactOn => {
    return { fact: correctionOf(fact, who, now), byId: who.id, idempotencyKey: null, seen: facts.length }
  })
  const undone = (await appendMany(db, who.unit, news, breathe)).filter(Boolean).length
  return { undone, left: news.length - undone }
}

/** Without words of its own: what is struck out names its file, and a closed period asks for more than that. */
function correctionOf({ id, planId, obligationId, slotId }: Fact, who: Author, now: Instant): Fact {
  const input = { ...inputOf('correction', { corrects: id }), at: now, to: null, incidentId: null }
  return toFact({ ...input, planId, obligationId, slotId }, who, now)
}
