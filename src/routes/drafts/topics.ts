/** `/ke-hoach/<id>/soan/chu-de`: what a plan says must be talked about. */
import { Hono } from 'hono'
import { type Desk, saveDraft } from '../../actions/drafting.ts'
import { type Filled, filledOf } from '../../core/form/filled.ts'
import { fillTopics, readTopics, topicField, topicFields, topicRows } from '../../core/form/topic-form.ts'
import type { Problem } from '../../core/problem.ts'
import { render } from '../../templates/render.ts'
import { actOf } from '../act.ts'
import { sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { filledForm, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { fieldView } from '../views/form/field.ts'
import { draftPath } from '../views/paths.ts'
import { draftCrumbs, openDesk } from './desk.ts'

export const draftTopicPages = new Hono<Env>()
  .get('/ke-hoach/:id/soan/chu-de', guard('record'), async (c) => {
    const desk = await openDesk(c, c.req.param('id').normalize('NFC'), c.req.query('ban') ?? '')
    if (!desk.ok) return problemResponse(c, desk.problem)
    return c.html(await page(c, desk.value, filledOf(fillTopics(desk.value.base.plan))))
  })
  .post('/ke-hoach/:id/soan/chu-de', guard('record'), async (c) => {
    const sent = await readSent(c)
    const desk = await openDesk(c, c.req.param('id').normalize('NFC'), sent.form('ban'))
    if (!desk.ok) return problemResponse(c, desk.problem)
    const filled = filledForm(sent)
    if (sent.form('viec') === 'them') return c.html(await page(c, desk.value, filled))
    const plan = readTopics(filled, desk.value.base.plan)
    const saved = plan.ok ? await saveDraft(actOf(c), desk.value.base, plan.value) : plan
    if (!saved.ok)
      return c.html(await page(c, desk.value, filled, saved.problem), httpStatus[saved.problem.kind])
    return sayDone(c, draftPath(saved.value.planId, saved.value.number), 'luu')
  })

async function page(c: Ctx, desk: Desk, filled: Filled, problem: Problem | null = null): Promise<string> {
  const { base } = desk
  return render('topic-form', {
    frame: await frameOf(c, { title: 'Chủ đề phải tuyên truyền', page: 'draft' }),
    crumbs: draftCrumbs(desk),
    heading: 'Chủ đề phải tuyên truyền',
    summary: problem?.detail ?? null,
    action: `${draftPath(base.planId)}/chu-de`,
    base: String(base.number),
    quit: draftPath(base.planId, base.number),
    rows: Array.from({ length: topicRows(filled) }, (_, i) => ({
      heading: `Chủ đề ${i + 1}`,
      id: { name: topicField(i + 1, 'ma'), value: filled.one(topicField(i + 1, 'ma')) },
      fields: topicFields(i + 1).map((field) => fieldView(field, filled, problem)),
    })),
  })
}
