/** `/ke-hoach/mau`: a sample plan becomes the office's own, with its name, number, days and offices. */
import { Hono } from 'hono'
import { draftEdition } from '../../actions/editions.ts'
import { type Filled, filledOf } from '../../core/form/filled.ts'
import { officeFields } from '../../core/form/office-form.ts'
import { fillOwn, foreignOf, type OwnForm, readOwn, textFields } from '../../core/form/own-plan-form.ts'
import { PLAN_FIELDS, YEAR_FIELD } from '../../core/form/plan-form.ts'
import { bareName, freePlanId, ownPlan } from '../../core/plan/own-plan.ts'
import { missing, type Problem } from '../../core/problem.ts'
import { planIdOf } from '../../core/slug.ts'
import { localDateOf, yearOf } from '../../core/wall-clock.ts'
import { listPlans } from '../../store/plans.ts'
import { findUnit } from '../../store/units.ts'
import { render } from '../../templates/render.ts'
import { actOf } from '../act.ts'
import { sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { filledForm, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { samplesForYear } from '../plans/samples.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { fieldView } from '../views/form/field.ts'
import { draftPath } from '../views/paths.ts'
import { say } from '../views/say.ts'
import { successionOfNew } from './succession.ts'

const CRUMBS = [{ href: '/ke-hoach', words: 'Kế hoạch' }]

export const ownPlanPages = new Hono<Env>()
  .get('/ke-hoach/mau', guard('record'), async (c) => {
    const samples = samplesOf(c)
    return c.html(
      render('samples', {
        frame: await frameOf(c, { title: 'Kế hoạch mẫu', page: 'draft' }),
        crumbs: CRUMBS,
        samples: samples.map(({ name, plan }) => ({
          href: `/ke-hoach/mau/${name}`,
          title: plan.title,
          details: `${plan.unit.name} · ${plan.obligations.length} nhiệm vụ`,
        })),
      }),
    )
  })
  .get('/ke-hoach/mau/:name', guard('record'), async (c) => {
    const form = await formOf(c)
    if (!form) return problemResponse(c, missing('plan'))
    return c.html(await page(c, form, filledOf(fillOwn(form, localDateOf(c.var.now)))))
  })
  .post('/ke-hoach/mau/:name', guard('record'), async (c) => {
    const filled = filledForm(await readSent(c))
    const form = await formOf(c, filled)
    if (!form) return problemResponse(c, missing('plan'))
    const taken = (await listPlans(c.var.deps.db, c.var.who.unit)).map(({ id }) => id)
    const own = readOwn(filled, form, freePlanId(planIdOf(filled.one('p-ten'), filled.one('p-nam')), taken))
    const plan = own.ok ? ownPlan(form.other, own.value) : own
    const came = { origin: 'sample' as const, originOf: c.req.param('name') }
    const saved = plan.ok ? await draftEdition(actOf(c), plan.value, came) : plan
    if (!saved.ok) return c.html(await page(c, form, filled, saved.problem), httpStatus[saved.problem.kind])
    return sayDone(c, draftPath(saved.value.planId, saved.value.number), 'luu')
  })

const samplesOf = (c: Ctx) =>
  samplesForYear(c.var.deps.samples, yearOf(localDateOf(c.var.now))).map(({ name, plan }) => ({
    name: name.replace(/\.yaml$/, ''),
    plan,
  }))

async function formOf(c: Ctx, filled: Filled | null = null): Promise<OwnForm | null> {
  const sample = samplesOf(c).find(({ name }) => name === c.req.param('name'))
  const { deps, who } = c.var
  const unit = c.var.unit ?? (await findUnit(deps.db, who.unit))
  const more = await successionOfNew(c, filled)
  return sample ? { other: sample.plan, unit: { code: who.unit, name: unit?.name ?? who.unit }, more } : null
}

async function page(c: Ctx, form: OwnForm, filled: Filled, problem: Problem | null = null): Promise<string> {
  const view = (field: Parameters<typeof fieldView>[0]) => fieldView(field, filled, problem)
  const { other } = form
  const foreign = foreignOf(form)
  return render('own-plan', {
    frame: await frameOf(c, { title: 'Lập từ kế hoạch mẫu', page: 'draft' }),
    crumbs: [...CRUMBS, { href: '/ke-hoach/mau', words: 'Kế hoạch mẫu' }],
    heading: 'Thành kế hoạch của đơn vị',
    summary: problem?.detail ?? null,
    action: `/ke-hoach/mau/${c.req.param('name')}`,
    base: '',
    quit: '/ke-hoach/mau',
    say: [
      say(`Lập từ kế hoạch của ${other.unit.name}: ${other.obligations.length} nhiệm vụ.`),
      ...(foreign.length
        ? [say(`${foreign.length} chỗ còn nhắc đến ${bareName(other.unit.name)}.`, 'ask', '#con-nhac')]
        : []),
    ],
    fields: [YEAR_FIELD, ...PLAN_FIELDS, ...(form.more ?? [])].map(view),
    offices: officeFields(other).map(view),
    foreign: foreign.map((one, at) => {
      const { text, keep } = textFields(at, one)
      return { clause: one.clause ?? 'Chung', was: one.text, text: view(text), keep: view(keep) }
    }),
  })
}
