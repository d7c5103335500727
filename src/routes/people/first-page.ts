/** Where somebody who has just signed in begins: where they wanted to go, otherwise leaders with the overview. */
import { sessionOf } from '../../accounts/session.ts'
import { can } from '../../core/role.ts'
import type { Ctx } from '../env.ts'
import { safePath } from '../safe-path.ts'

export async function firstPage(c: Ctx, session: string, wanted?: string): Promise<string> {
  const path = safePath(wanted)
  if (path !== '/') return path
  const held = await sessionOf(c.var.deps.db, session, c.var.now)
  return held && can(held.who.role, 'approve') ? '/tong-quan' : path
}
