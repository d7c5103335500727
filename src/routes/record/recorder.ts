/** Who looks at a page, as somebody who may record on it. */
import { can } from '../../core/role.ts'
import type { Ctx } from '../env.ts'
import type { Recorder } from '../views/record/tick.ts'

/** Null for somebody who may only look. What is recorded leads back to the page that is shown. */
export function recorderOf(c: Ctx): Recorder {
  const { id, role } = c.var.who
  return can(role, 'record') ? { id, back: c.req.path, mayExcuse: can(role, 'approve') } : null
}
