/** Idempotency keys: the same again is the same answer, and a key that comes back with anything else is refused. */
import { createHash } from 'node:crypto'
import type { Author } from '../core/author.ts'
import type { Fact } from '../core/fact.ts'
import { fail, ok, type Result } from '../core/problem.ts'
import type { Db } from '../store/db.ts'
import { factOfKey } from '../store/facts.ts'
import { findIncident, incidentIdOf } from '../store/incidents.ts'

/** Who asked for what, at which address, as one short text that is kept beside the key. */
export const keyPrint = (who: Author, address: string, asked: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([who.id, address, asked]))
    .digest('base64url')

/** What was done under a key before. Rows from before prints were kept say only who it was. */
export type Used = { byId: string; keyPrint: string | null }

/** The fact that a key stands for; null for a new one, or without a key. One that stands for an incident is refused. */
export async function factUnder(
  db: Db,
  unit: string,
  key: string | null,
): Promise<Result<(Used & { fact: Fact }) | null>> {
  if (key === null) return ok(null)
  const [used, incident] = await Promise.all([
    factOfKey(db, unit, key),
    findIncident(db, unit, incidentIdOf(key)),
  ])
  return incident && !used ? reusedKey() : ok(used)
}

export const isSameUse = (used: Used, who: Author, print: string): boolean =>
  used.keyPrint === null ? used.byId === who.id : used.keyPrint === print

export const reusedKey = () =>
  fail({
    kind: 'key-reused',
    detail: 'Khoá này đã dùng cho một việc khác nên lần này không ghi gì. Hãy mở lại trang rồi ghi lại.',
  })
