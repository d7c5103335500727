/** `/ke-hoach/<id>/soan/nhiem-vu/<mục>`: one obligation of a plan, in a form that saves into a draft. */
import { Hono } from 'hono'
import { type Desk, deskOf, saveDraft } from '../../actions/drafting.ts'
import { placeObligation } from '../../actions/place-obligation.ts'
import { type Filled, filledOf } from '../../core/form/filled.ts'
import { blankObligation, fillObligation, obligationInPlan } from '../../core/form/obligation-form.ts'
import { fail, invalid, missing, ok, type Problem, type Result } from '../../core/problem.ts'
import { render } from '../../templates/render.ts'
import { actOf } from '../act.ts'
import { sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { filledForm, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { obligationFormView } from '../views/drafts/obligation-form.ts'
import { draftObligationPath, draftPath, editionPath, newObligationPath } from '../views/paths.ts'
import { draftCrumbs, openDesk } from './desk.ts'
import { senseOfForm } from './sense.ts'

export const draftObligationPages = new Hono<Env>()
  .get('/ke-hoach/:id/soan/nhiem-vu-moi', guard('record'), (c) => show(c, null))
  .get('/ke-hoach/:id/soan/nhiem-vu/:clause', guard('record'), (c) => show(c, clauseOf(c)))
  .post('/ke-hoach/:id/soan/nhiem-vu-moi', guard('record'), (c) => handle(c, null))
  .post('/ke-hoach/:id/soan/nhiem-vu/:clause', guard('record'), (c) => handle(c, clauseOf(c)))
  .post('/ke-hoach/:id/soan/bo/:clause', guard('record'), async (c) => {
    const sent = await readSent(c)
    const desk = await openDesk(c, planIdOf(c), sent.form('ban'))
    if (!desk.ok) return problemResponse(c, desk.problem)
    const { plan } = desk.value.base
    const obligations = plan.obligations.filter(({ id }) => id !== clauseOf(c))
    if (obligations.length === plan.obligations.length) return problemResponse(c, missing('obligation'))
    if (!obligations.length) return problemResponse(c, LAST_OBLIGATION)
    const saved = await saveDraft(actOf(c), desk.value.base, { ...plan, obligations })
    if (!saved.ok) return problemResponse(c, saved.problem)
    return sayDone(c, draftPath(plan.id, saved.value.number), 'bo')
  })

const LAST_OBLIGATION = invalid(
  'Kế hoạch cần ít nhất một nhiệm vụ. Muốn bỏ cả kế hoạch thì dừng hoặc xoá kế hoạch.',
).problem

const planIdOf = (c: Ctx): string => (c.req.param('id') ?? '').normalize('NFC')
const clauseOf = (c: Ctx): string => (c.req.param('clause') ?? '').normalize('NFC')

async function show(c: Ctx, clause: string | null): Promise<Response> {
  const desk = await openDesk(c, planIdOf(c), c.req.query('ban') ?? '')
  if (!desk.ok) return problemResponse(c, desk.problem)
  const filled = filledOfObligation(desk.value, clause)
  return filled.ok
    ? c.html(await page(c, { desk: desk.value, clause, filled: filled.value }))
    : problemResponse(c, filled.problem)
}

function filledOfObligation({ base: { plan } }: Desk, clause: string | null): Result<Filled> {
  if (clause === null) return ok(filledOf(blankObligation('rate')))
  const obligation = plan.obligations.find(({ id }) => id === clause)
  return obligation ? ok(filledOf(fillObligation(obligation))) : fail(missing('obligation'))
}

async function handle(c: Ctx, clause: string | null): Promise<Response> {
  const sent = await readSent(c)
  const desk = await openDesk(c, planIdOf(c), sent.form('ban'))
  if (!desk.ok) return problemResponse(c, desk.problem)
  const filled = filledForm(sent)
  const asked = { desk: desk.value, clause, filled }
  if (sent.form('viec') === 'xep') return placed(c, asked)
  const read = obligationInPlan(desk.value.base.plan, clause, filled)
  if (!read.ok) return refused(c, asked, read.problem)
  if (sent.form('viec') === 'tinh') return c.html(await page(c, asked))
  const saved = await saveDraft(actOf(c), desk.value.base, read.value.plan)
  if (!saved.ok) return overtaken(c, asked, saved.problem)
  const { planId, number } = saved.value
  if (sent.form('viec') === 'xem') return c.redirect(editionPath(planId, number), 303)
  return sayDone(c, draftPath(planId, number), 'luu')
}

type Asked = { desk: Desk; clause: string | null; filled: Filled }

const refused = async (c: Ctx, asked: Asked, problem: Problem): Promise<Response> =>
  c.html(await page(c, { ...asked, problem }), httpStatus[problem.kind])

/** The form stays as it was typed, on top of what somebody else saved. */
async function overtaken(c: Ctx, asked: Asked, problem: Problem): Promise<Response> {
  const now = await deskOf(actOf(c), asked.desk.base.planId)
  return now.ok ? refused(c, { ...asked, desk: now.value }, problem) : problemResponse(c, problem)
}

/** The program looks for an hour, and shows what it found before anything is saved. */
async function placed(c: Ctx, asked: Asked): Promise<Response> {
  const found = await placeObligation(actOf(c), asked.desk.base.plan, asked.clause, asked.filled)
  if (!found.ok) return refused(c, asked, found.problem)
  return c.html(await page(c, { ...asked, filled: found.value.filled, placed: found.value.why }))
}

async function page(c: Ctx, asked: Asked & { problem?: Problem; placed?: string }): Promise<string> {
  const { desk, clause, filled, problem = null, placed = null } = asked
  const { base } = desk
  const heading = clause === null ? 'Nhiệm vụ mới' : `Nhiệm vụ ${shownClause(desk, clause)}`
  return render(
    'obligation-form',
    obligationFormView({
      frame: await frameOf(c, { title: heading, page: 'draft' }),
      crumbs: draftCrumbs(desk),
      heading,
      summary: problem?.detail ?? null,
      action: clause === null ? newObligationPath(base.planId) : draftObligationPath(base.planId, clause),
      base: String(base.number),
      quit: draftPath(base.planId, base.number),
      ...{ filled, problem, placed },
      sense: await senseOfForm(c, base.plan, clause, filled),
      remove: clause === null ? null : `${draftPath(base.planId)}/bo/${encodeURIComponent(clause)}`,
    }),
  )
}

const shownClause = ({ base }: Desk, id: string): string =>
  base.plan.obligations.find((obligation) => obligation.id === id)?.clause ?? id
