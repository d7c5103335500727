/** `/nhac-viec/don-vi/webhook`: an admin's addresses of other programs. A secret is shown once, when it is made. */
import { Hono } from 'hono'
import { newId } from '../../accounts/secret.ts'
import { newWebhookSecret } from '../../channels/webhook.ts'
import { knownKinds, parseWebhookUrl } from '../../core/notice/notice-settings.ts'
import { invalid, missing } from '../../core/problem.ts'
import { tidy } from '../../core/text.ts'
import { isPublic } from '../../network.ts'
import { addWebhook, listWebhooks, stopWebhook } from '../../store/notices.ts'
import { sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { readSent } from '../form.ts'
import { guard } from '../middleware/guard.ts'
import { noteChange } from '../note-change.ts'
import { problemResponse } from '../problem.ts'
import { noticeHoursPage } from './notice-hours.ts'

export const webhookPages = new Hono<Env>()
  .post('/nhac-viec/don-vi/webhook', guard('administer'), async (c) => {
    const { deps, who, now } = c.var
    const { form, all } = await readSent(c)
    const sent = { name: tidy(form('ten')), url: form('diaChi'), kinds: all('loai') }
    const url = sent.name ? parseWebhookUrl(sent.url, deps.webhooksMayBeLocal, isPublic) : NAMELESS
    if (!url.ok) return c.html(await noticeHoursPage(c, { webhooks: { sent, problem: url.problem } }), 400)
    const made = { name: sent.name.slice(0, 100), secret: newWebhookSecret() }
    const kinds = knownKinds(sent.kinds)
    await addWebhook(deps.db, { ...made, unit: who.unit, id: newId(), url: url.value, kinds, createdAt: now })
    await noteChange(c, 'webhook-made', made.name, new URL(url.value).host)
    return c.html(await noticeHoursPage(c, { webhooks: { made } }), 201)
  })
  .post('/nhac-viec/don-vi/webhook/:id/dung', guard('administer'), async (c) => {
    const { deps, who, now } = c.var
    const id = c.req.param('id')
    const stopped = await stopWebhook(deps.db, { unit: who.unit, id }, `${who.name} dừng`, now)
    if (stopped) await noteChange(c, 'webhook-stopped', await nameOf(c, id))
    return stopped ? sayDone(c, '/nhac-viec/don-vi#webhook', 'dung') : problemResponse(c, missing('webhook'))
  })

const nameOf = async (c: Ctx, id: string): Promise<string> =>
  (await listWebhooks(c.var.deps.db, c.var.who.unit)).find((each) => each.id === id)?.name ?? id

const NAMELESS = invalid('Chưa thêm được nơi nhận.', [
  { path: ['name'], code: 'invalid', message: 'hãy đặt một tên' },
])
