/** The forms that an office brings along itself, by whichever door: added from a file, taken back. */
import type { Blank } from '../core/blank/blank.ts'
import { invalid, ok, type Result } from '../core/problem.ts'
import { auditEntry } from '../store/audit.ts'
import { saveBlankFile } from '../store/blanks.ts'
import { write } from '../store/db.ts'
import type { Deed } from '../store/deed.ts'
import { findBlank } from './blanks.ts'
import { readBlank } from './read-blank.ts'

export async function addBlank({ db, who, now }: Deed, bytes: Uint8Array): Promise<Result<Blank>> {
  const read = readBlank(bytes)
  if (!read.ok) return read
  const { blank, text } = read.value
  await saveBlankFile({ db, who, now }, blank.id, text)
  await write(db, [auditEntry(who, { kind: 'blank-added', subject: blank.title, detail: blank.id }, now)])
  return ok(blank)
}

export async function withdrawBlank({ db, who, now }: Deed, id: string): Promise<Result<Blank>> {
  const found = await findBlank(db, who.unit, id)
  if (!found.ok) return found
  const { blank, owner } = found.value
  if (owner?.unit !== who.unit) return invalid('Chỉ thu hồi được biểu mà chính đơn vị đã thêm.')
  await saveBlankFile({ db, who, now }, blank.id, null)
  await write(db, [auditEntry(who, { kind: 'blank-removed', subject: blank.title, detail: blank.id }, now)])
  return ok(blank)
}
