/** What a closed period refused, once more with a field for the reason: sent again it is a correction. */
import { render } from '../../templates/render.ts'
import type { Ctx } from '../env.ts'
import { frameOf } from '../frame.ts'
import { safePath } from '../safe-path.ts'

export const CLOSED = 'closed-period'

/** Everything that was sent goes along, but for the note, in which the reason is asked for. */
export async function closedPage(c: Ctx, detail: string, status: number): Promise<Response> {
  const body = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>)
  const sent = Object.entries(body).filter((field): field is [string, string] => typeof field[1] === 'string')
  const view = {
    frame: await frameOf(c, { title: 'Kỳ đã khoá', page: 'record' }),
    detail,
    action: c.req.path,
    hidden: sent.filter(([name]) => name !== 'ghiChu').map(([name, value]) => ({ name, value })),
    note: sent.find(([name]) => name === 'ghiChu')?.[1] ?? '',
    back: safePath(sent.find(([name]) => name === 've')?.[1]),
  }
  return c.html(render('closed', view), status as 409)
}
