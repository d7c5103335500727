/** `/ke-hoach/<id>/soan/chung`: what a plan says of itself, and what its offices are called. */
import { Hono } from 'hono'
import { type Desk, saveDraft } from '../../actions/drafting.ts'
import { type Entry, type Filled, filledOf } from '../../core/form/filled.ts'
import { fillOffices, officeFields, readOffices } from '../../core/form/office-form.ts'
import { fillPlan, PLAN_FIELDS, readPlanForm } from '../../core/form/plan-form.ts'
import { renameOffices } from '../../core/plan/own-plan.ts'
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
import { succession } from './succession.ts'

export const draftPlanPages = new Hono<Env>()
  .get('/ke-hoach/:id/soan/chung', guard('record'), async (c) => {
    const desk = await openDesk(c, c.req.param('id').normalize('NFC'), c.req.query('ban') ?? '')
    if (!desk.ok) return problemResponse(c, desk.problem)
    return c.html(await page(c, desk.value, filledOf(await entriesOf(c, desk.value))))
  })
  .post('/ke-hoach/:id/soan/chung', guard('record'), async (c) => {
    const sent = await readSent(c)
    const desk = await openDesk(c, c.req.param('id').normalize('NFC'), sent.form('ban'))
    if (!desk.ok) return problemResponse(c, desk.problem)
    const { base } = desk.value
    const filled = filledForm(sent)
    const more = await succession(c, base.plan)
    const plan = readPlanForm(filled, renameOffices(base.plan, readOffices(filled, base.plan)), more)
    const saved = plan.ok ? await saveDraft(actOf(c), base, plan.value) : plan
    if (!saved.ok)
      return c.html(await page(c, desk.value, filled, saved.problem), httpStatus[saved.problem.kind])
    return sayDone(c, draftPath(base.planId, saved.value.number), 'luu')
  })

const entriesOf = async (c: Ctx, { base: { plan } }: Desk): Promise<Entry[]> => [
  ...fillPlan(plan, await succession(c, plan)),
  ...fillOffices(plan),
]

async function page(c: Ctx, desk: Desk, filled: Filled, problem: Problem | null = null): Promise<string> {
  const { base } = desk
  const view = (field: (typeof PLAN_FIELDS)[number]) => fieldView(field, filled, problem)
  return render('plan-form', {
    frame: await frameOf(c, { title: 'Kế hoạch', page: 'draft' }),
    crumbs: draftCrumbs(desk),
    heading: 'Kế hoạch nói gì về mình',
    summary: problem?.detail ?? null,
    action: `${draftPath(base.planId)}/chung`,
    base: String(base.number),
    quit: draftPath(base.planId, base.number),
    fields: [...PLAN_FIELDS, ...(await succession(c, base.plan))].map(view),
    offices: officeFields(base.plan).map((field) => fieldView(field, filled, problem)),
    ...{ submit: 'Lưu vào bản nháp', hidden: [] },
  })
}
