/** What a closed period refused, once more with a field for the reason: sent again it is a correction. */
import { render } from '../../templates/render.ts'
import type { Ctx } from '../env.ts'
import { readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { safePath } from '../safe-path.ts'

export const CLOSED = 'closed-period'

/** Everything that was sent goes along, but for the note, in which the reason is asked for. */
export async function closedPage(c: Ctx, detail: string, status: number): Promise<Response> {
  const { form, fields } = await readSent(c)
  const view = {
    frame: await frameOf(c, { title: 'Kỳ đã chốt', page: 'record' }),
    detail,
    action: c.req.path,
    hidden: fields.filter(({ name }) => name !== 'ghiChu'),
    note: form('ghiChu'),
    back: safePath(form('ve')),
  }
  return c.html(render('closed', view), status as 409)
}
