/** A change of how the unit is run, for the log of administration that admins read. */
import type { AuditKind } from '../core/record/audit.ts'
import { auditEntry } from '../store/audit.ts'
import { write } from '../store/db.ts'
import type { Ctx } from './env.ts'

/** `subject`: what it was done to, by its name; `detail`: what it is now, in words. */
export async function noteChange(
  c: Ctx,
  kind: AuditKind,
  subject: string,
  detail: string | null = null,
): Promise<void> {
  const { deps, who, now } = c.var
  await write(deps.db, [auditEntry(who, { kind, subject, detail }, now)])
}
