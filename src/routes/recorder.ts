/** Who looks at a page, as somebody who may record on it. */
import { can } from '../core/role.ts'
import type { Ctx } from './env.ts'
import type { Recorder } from './views/actions.ts'

/** Null for somebody who may only look. What is recorded leads back to the page that is shown. */
export const recorderOf = (c: Ctx): Recorder =>
  can(c.var.who.role, 'record') ? { id: c.var.who.id, back: c.req.path } : null
