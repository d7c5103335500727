/** `/nhiem-vu/<plan>/<clause>`: one obligation, and what is recorded on the obligation itself. */

import { Hono } from 'hono'
import { type ObligationFact, recordOnObligation } from '../../actions/record-on-obligation.ts'
import type { FactInput } from '../../core/fact.ts'
import { missing, type Problem, type Result } from '../../core/problem.ts'
import { read } from '../../core/reading.ts'
import { listLogged } from '../../store/facts.ts'
import { findPlan } from '../../store/plans.ts'
import { listSlots } from '../../store/slots.ts'
import { render } from '../../templates/render.ts'
import { doneFlash, sayDone } from '../done.ts'
import { type Ctx, type Env, momentIn } from '../env.ts'
import { type Form, readForm } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus, problemResponse, wantsJson } from '../problem.ts'
import { safePath } from '../safe-path.ts'
import { obligationPagePath } from '../views/paths.ts'
import type { Refused } from '../views/record/fact-fields.ts'
import { obligationPageView } from '../views/record/obligation-page.ts'
import { asFormProblem, EVIDENCE_DONE, readEvidence } from './evidence.ts'
import { factOfForm, inFormFields, keyOfForm, undoOfForm } from './fact-form.ts'
import { answer } from './record.ts'
import { recorderOf } from './recorder.ts'

type Of = { planId: string; obligationId: string }

export const obligationPages = new Hono<Env>()
  .get('/nhiem-vu/:plan/:clause', guard('read'), (c) => obligationPage(c, ofPath(c)))
  .post('/nhiem-vu/:plan/:clause/ghi', guard('record'), async (c) => logged(c, await readForm(c)))
  .post('/nhiem-vu/:plan/:clause/minh-chung', guard('record'), async (c) => {
    const { form, kept } = await readEvidence(c, ofPath(c))
    if (kept === null) return logged(c, form)
    if (kept.ok) return sayDone(c, safePath(form('ve')), 'tep')
    return refuse(c, ofPath(c), form, asFormProblem(kept.problem))
  })
  .post('/nhiem-vu/:plan/:clause/hoan-tac', guard('record'), async (c) => {
    const form = await readForm(c)
    const input = undoOfForm(form, c.var.now)
    const logged = input.ok ? await log(c, ofPath(c), input.value, form) : input
    return logged.ok ? answer(c, form, logged.value) : problemResponse(c, logged.problem)
  })

const ofPath = (c: Ctx): Of => ({
  planId: c.req.param('plan') ?? '',
  obligationId: (c.req.param('clause') ?? '').normalize('NFC'),
})

async function logged(c: Ctx, form: Form): Promise<Response> {
  const input = factOfForm(form, c.var.now)
  const done = input.ok ? await log(c, ofPath(c), input.value, form) : input
  return done.ok ? answer(c, form, done.value) : refuse(c, ofPath(c), form, done.problem)
}

async function log(c: Ctx, of: Of, input: FactInput, form: Form): Promise<Result<ObligationFact>> {
  const { deps, who, now } = c.var
  const key = keyOfForm(c, form)
  if (!key.ok) return key
  const { calendars } = deps
  return recordOnObligation({ db: deps.db, who, now, calendars }, of, input, { idempotencyKey: key.value })
}

function refuse(c: Ctx, of: Of, form: Form, problem: Problem): Response | Promise<Response> {
  if (wantsJson(c) || problem.kind !== 'invalid') return problemResponse(c, problem)
  return obligationPage(c, of, { form, problem: inFormFields(problem) })
}

async function obligationPage(c: Ctx, of: Of, sent?: Refused): Promise<Response> {
  const { deps, who, now } = c.var
  const [plan, logged, records] = await Promise.all([
    findPlan(deps.db, who.unit, of.planId),
    listLogged(deps.db, who.unit, of),
    listSlots(deps.db, who.unit, of),
  ])
  const obligation = plan?.obligations.find(({ id }) => id === of.obligationId)
  if (!plan || !obligation) return problemResponse(c, missing('obligation'))
  const recorder = recorderOf(c)
  const back = obligationPagePath(of.planId, of.obligationId)
  const view = obligationPageView({
    frame: await frameOf(c, {
      title: obligation.title,
      page: 'obligation',
      flash: doneFlash(c, EVIDENCE_DONE),
    }),
    readings: read(records, momentIn(c)),
    ...{ plan, obligation, logged, now, recorder: recorder && { ...recorder, back } },
    keeps: deps.files && deps.fileLimits,
    ...(sent && { sent }),
  })
  return c.html(render('obligation', view), sent ? httpStatus[sent.problem.kind] : 200)
}
