/** `/ke-hoach/moi`: a plan from nothing: what it says of itself, then its first obligation. */
import { Hono } from 'hono'
import { draftEdition } from '../../actions/editions.ts'
import { type Entry, type Filled, filledOf } from '../../core/form/filled.ts'
import { blankObligation, obligationInPlan } from '../../core/form/obligation-form.ts'
import { PLAN_FIELDS, type PlanHead, readPlanHead, YEAR_FIELD } from '../../core/form/plan-form.ts'
import { freePlanId } from '../../core/plan/own-plan.ts'
import type { Plan } from '../../core/plan.ts'
import type { Problem } from '../../core/problem.ts'
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
import { httpStatus } from '../problem.ts'
import { obligationFormView } from '../views/drafts/obligation-form.ts'
import { fieldView } from '../views/form/field.ts'
import { draftPath } from '../views/paths.ts'
import { senseOfForm } from './sense.ts'
import { successionOfNew } from './succession.ts'

const FIRST_OBLIGATION = '/ke-hoach/moi/nhiem-vu'
const HEAD_FIELDS = [YEAR_FIELD, ...PLAN_FIELDS]

export const newPlanPages = new Hono<Env>()
  .get('/ke-hoach/moi', guard('record'), async (c) => {
    const today = localDateOf(c.var.now)
    const blank: Entry[] = [
      ['p-nam', String(yearOf(today))],
      ['p-hieu-luc', today],
    ]
    return c.html(await headPage(c, filledOf(blank)))
  })
  .post('/ke-hoach/moi', guard('record'), async (c) => {
    const filled = filledForm(await readSent(c))
    const head = readPlanHead(filled, await successionOfNew(c, filled))
    if (!head.ok) return c.html(await headPage(c, filled, head.problem), 400)
    return c.html(
      await obligationPage(
        c,
        await emptyPlan(c, head.value),
        filledOf([...headOf(filled), ...blankObligation('rate')]),
      ),
    )
  })
  .post(FIRST_OBLIGATION, guard('record'), async (c) => {
    const sent = await readSent(c)
    const filled = filledForm(sent)
    const head = readPlanHead(filled, await successionOfNew(c, filled))
    if (!head.ok) return c.html(await headPage(c, filled, head.problem), 400)
    const plan = await emptyPlan(c, head.value)
    const read = obligationInPlan(plan, null, filled)
    if (!read.ok)
      return c.html(await obligationPage(c, plan, filled, read.problem), httpStatus[read.problem.kind])
    if (sent.form('viec') === 'tinh') return c.html(await obligationPage(c, plan, filled))
    const draft = await draftEdition(actOf(c), read.value.plan, { origin: 'form' })
    if (!draft.ok)
      return c.html(await obligationPage(c, plan, filled, draft.problem), httpStatus[draft.problem.kind])
    return sayDone(c, draftPath(draft.value.planId, draft.value.number), 'luu')
  })

/** What the plan says of itself goes along while its first obligation is written. */
const headOf = ({ entries }: Filled): Entry[] => entries.filter(([name]) => name.startsWith('p-'))

async function emptyPlan(c: Ctx, head: PlanHead): Promise<Plan> {
  const { deps, who } = c.var
  const [unit, plans] = await Promise.all([findUnit(deps.db, who.unit), listPlans(deps.db, who.unit)])
  const { title, number, issued, inForceFrom, year, until, silentDays, succeeds, assumptions } = head
  const id = freePlanId(
    planIdOf(title, String(year)),
    plans.map((plan) => plan.id),
  )
  return {
    ...{ id, title, number, issued, inForceFrom, year, until, silentDays, succeeds, assumptions },
    ...{ unit: { code: who.unit, name: unit?.name ?? who.unit }, madeFrom: null },
    ...{ topics: [], obligations: [] },
  }
}

async function headPage(c: Ctx, filled: Filled, problem: Problem | null = null): Promise<string> {
  return render('plan-form', {
    frame: await frameOf(c, { title: 'Kế hoạch mới', page: 'draft' }),
    crumbs: [{ href: '/ke-hoach', words: 'Kế hoạch' }],
    heading: 'Kế hoạch mới',
    summary: problem?.detail ?? null,
    ...{ action: '/ke-hoach/moi', base: '', quit: '/ke-hoach', offices: [] },
    fields: [...HEAD_FIELDS, ...(await successionOfNew(c, filled))].map((field) =>
      fieldView(field, filled, problem),
    ),
    ...{ submit: 'Tiếp: nhiệm vụ đầu tiên', hidden: [] },
  })
}

async function obligationPage(
  c: Ctx,
  plan: Plan,
  filled: Filled,
  problem: Problem | null = null,
): Promise<string> {
  const view = obligationFormView({
    frame: await frameOf(c, { title: 'Nhiệm vụ đầu tiên', page: 'draft' }),
    crumbs: [{ href: '/ke-hoach', words: 'Kế hoạch' }],
    heading: 'Nhiệm vụ đầu tiên',
    summary: problem?.detail ?? null,
    ...{ action: FIRST_OBLIGATION, base: '', quit: '/ke-hoach', remove: null, placed: null },
    ...{ filled, problem },
    sense: await senseOfForm(c, plan, null, filled),
  })
  return render('obligation-form', {
    ...view,
    hidden: headOf(filled).map(([name, value]) => ({ name, value })),
  })
}
