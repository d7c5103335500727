/** Idempotency keys: the same again is the same answer, and a key that comes back with anything else is refused. */
import { createHash } from 'node:crypto'
import type { Author } from '../core/author.ts'
import { fail } from '../core/problem.ts'

/** Who asked for what, at which address, as one short text that is kept beside the key. */
export const keyPrint = (who: Author, address: string, asked: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([who.id, address, asked]))
    .digest('base64url')

/** An incident is named by its key: sent again it is the same one. */
export const incidentIdOf = (key: string): string =>
  createHash('sha256').update(key).digest('hex').slice(0, 32)

/** What was done under a key before. Rows from before prints were kept say only who it was. */
export type Used = { byId: string; keyPrint: string | null }

export const isSameUse = (used: Used, who: Author, print: string): boolean =>
  used.keyPrint === null ? used.byId === who.id : used.keyPrint === print

export const reusedKey = () =>
  fail({
    kind: 'key-reused',
    detail: 'Khoá này đã dùng cho một việc khác nên lần này không ghi gì. Hãy mở lại trang rồi ghi lại.',
  })
