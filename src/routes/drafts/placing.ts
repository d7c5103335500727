/** `/ke-hoach/<id>/soan/gio`: hours for the obligations that are ticked; what a person chose and did not tick stays. */
import { Hono } from 'hono'
import { type Arranged, arrange } from '../../actions/arrange.ts'
import { type Desk, saveDraft } from '../../actions/drafting.ts'
import { type Filled, filledOf } from '../../core/form/filled.ts'
import type { Problem } from '../../core/problem.ts'
import { render } from '../../templates/render.ts'
import { actOf } from '../act.ts'
import { sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { filledForm, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { placingView } from '../views/drafts/placing.ts'
import { draftPath } from '../views/paths.ts'
import { draftCrumbs, openDesk } from './desk.ts'

export const placingPages = new Hono<Env>()
  .get('/ke-hoach/:id/soan/gio', guard('record'), async (c) => {
    const desk = await openDesk(c, c.req.param('id').normalize('NFC'), c.req.query('ban') ?? '')
    if (!desk.ok) return problemResponse(c, desk.problem)
    const arranged = await arrange(actOf(c), desk.value.base.plan, null, { days: true, time: false })
    const ticked = arranged.wanting.map((id) => ['xep', id] as const)
    return c.html(
      await page(c, desk.value, arranged, {
        filled: filledOf([...ticked, ['giu-ngay', '1']]),
        looked: false,
      }),
    )
  })
  .post('/ke-hoach/:id/soan/gio', guard('record'), async (c) => {
    const sent = await readSent(c)
    const desk = await openDesk(c, c.req.param('id').normalize('NFC'), sent.form('ban'))
    if (!desk.ok) return problemResponse(c, desk.problem)
    const { base } = desk.value
    const filled = filledForm(sent)
    const keep = { days: filled.one('giu-ngay') === '1', time: false }
    const arranged = await arrange(actOf(c), base.plan, filled.all('xep'), keep)
    if (sent.form('viec') !== 'luu')
      return c.html(await page(c, desk.value, arranged, { filled, looked: true }))
    const saved = await saveDraft(actOf(c), base, arranged.plan)
    if (saved.ok) return sayDone(c, draftPath(base.planId, saved.value.number), 'luu')
    return c.html(
      await page(c, desk.value, arranged, { filled, looked: true }, saved.problem),
      httpStatus[saved.problem.kind],
    )
  })

async function page(
  c: Ctx,
  desk: Desk,
  arranged: Arranged,
  { filled, looked }: { filled: Filled; looked: boolean },
  problem: Problem | null = null,
): Promise<string> {
  const { base } = desk
  return render(
    'placing',
    placingView({
      frame: await frameOf(c, { title: 'Xếp giờ', page: 'draft' }),
      crumbs: draftCrumbs(desk),
      heading: 'Xếp giờ vào buổi phát',
      summary: problem?.detail ?? null,
      action: `${draftPath(base.planId)}/gio`,
      base: String(base.number),
      quit: draftPath(base.planId, base.number),
      ...{ arranged, filled, looked, problem },
    }),
  )
}
