/** `/khung/<id>/…`: recording what happened to a slot, as plain forms. */

import { Hono } from 'hono'
import { judgeMoves } from '../../actions/judge-moves.ts'
import { daysForMakeUp } from '../../actions/make-up-days.ts'
import { type RecordedFact, recordFact } from '../../actions/record-fact.ts'
import { recordOnObligation } from '../../actions/record-on-obligation.ts'
import type { FactInput } from '../../core/fact.ts'
import { fail, missing, type Problem, type Result } from '../../core/problem.ts'
import { read } from '../../core/reading.ts'
import { mayRecord } from '../../core/record/recording.ts'
import { can } from '../../core/role.ts'
import { isLocalDate, isWallTime, type LocalDate, type WallTime } from '../../core/wall-clock.ts'
import { listLogged } from '../../store/facts.ts'
import { findSlot, listSlots } from '../../store/slots.ts'
import { render } from '../../templates/render.ts'
import { lookOf } from '../act.ts'
import { sayDone } from '../done.ts'
import { type Ctx, type Env, momentIn } from '../env.ts'
import { type Form, readForm } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus, problemResponse, wantsJson } from '../problem.ts'
import { safePath } from '../safe-path.ts'
import { slotPath } from '../views/paths.ts'
import type { Refused } from '../views/record/fact-fields.ts'
import { recordView } from '../views/record/record-form.ts'
import { RECORD_FORMS, type RecordForm } from '../views/record/record-question.ts'
import { asFormProblem, readEvidence } from './evidence.ts'
import { factOfForm, inFormFields, keyOfForm, undoOfForm } from './fact-form.ts'

export const recordPages = new Hono<Env>()
  .get('/khung/:id/ghi/:form', guard('record'), (c) => {
    const form = formOf(c.req.param('form'))
    if (!form) return problemResponse(c, missing('page'))
    const back = safePath(c.req.query('ve') || slotPath(c.req.param('id')))
    const place = c.req.query('noi')?.trim() || null
    return formPage(c, c.req.param('id'), { form, back, place })
  })
  .post('/khung/:id/ghi', guard('record'), async (c) => recorded(c, c.req.param('id'), await readForm(c)))
  .post('/khung/:id/minh-chung', guard('record'), async (c) => {
    const id = c.req.param('id').normalize('NFC')
    const { form, kept } = await readEvidence(c, { slotId: id })
    if (kept === null) return recorded(c, id, form)
    if (kept.ok) return sayDone(c, safePath(form('ve') || slotPath(id)), 'tep')
    return refuse(c, id, form, asFormProblem(kept.problem))
  })
  .post('/khung/:id/hoan-tac', guard('record'), async (c) => {
    const form = await readForm(c)
    const input = undoOfForm(form, c.var.now)
    const recorded = input.ok ? await record(c, c.req.param('id'), input.value, form) : input
    return recorded.ok ? answer(c, form, recorded.value) : problemResponse(c, recorded.problem)
  })

const formOf = (name: string): RecordForm | undefined => RECORD_FORMS.find((form) => form === name)

type Recorded = Pick<RecordedFact, 'fact' | 'repeated'>

async function recorded(c: Ctx, id: string, form: Form): Promise<Response> {
  const input = factOfForm(form, c.var.now)
  const done = input.ok ? await record(c, id, input.value, form) : input
  return done.ok ? answer(c, form, done.value) : refuse(c, id, form, done.problem)
}

async function record(c: Ctx, id: string, input: FactInput, form: Form): Promise<Result<Recorded>> {
  const { deps, who, now } = c.var
  const key = keyOfForm(c, form)
  if (!key.ok) return key
  const refused = mayRecord(who.role, input)
  if (refused) return fail(refused)
  if (form('mau') === 'tieng-khac') return recordVersion(c, id.normalize('NFC'), input, key.value)
  return recordFact({ db: deps.db, who, now }, id.normalize('NFC'), input, {
    idempotencyKey: key.value,
    withReruns: form('phatLai') === 'di-cung',
  })
}

/** An airing of its own, on the obligation of its programme's slot. */
async function recordVersion(
  c: Ctx,
  id: string,
  input: FactInput,
  idempotencyKey: string | null,
): Promise<Result<Recorded>> {
  const { deps, who, now } = c.var
  const slot = (await findSlot(deps.db, who.unit, id))?.slot
  if (!slot) return fail(missing('slot'))
  return recordOnObligation({ db: deps.db, who, now, calendars: deps.calendars }, slot, input, {
    idempotencyKey,
  })
}

/** Back to where the button was. The pages' own script asks for JSON and shows the page itself. */
export function answer(c: Ctx, form: Form, { fact, repeated }: Recorded) {
  if (wantsJson(c)) return c.json({ factId: fact.id, repeated })
  return c.redirect(safePath(form('ve')), 303)
}

/** What can be mended is shown in its form again; what somebody else recorded meanwhile is told on a page. */
function refuse(c: Ctx, id: string, form: Form, problem: Problem): Response | Promise<Response> {
  if (wantsJson(c) || problem.kind !== 'invalid') return problemResponse(c, problem)
  const asked = { form: formOf(form('mau')) ?? 'da-lam', back: safePath(form('ve')), place: null }
  return formPage(c, id, asked, { form, problem: inFormFields(problem) })
}

type AskedForm = { form: RecordForm; back: string; place: string | null }

async function formPage(
  c: Ctx,
  id: string,
  { form, back, place }: AskedForm,
  sent?: Refused,
): Promise<Response> {
  const { deps, who, now } = c.var
  const slotId = id.normalize('NFC')
  const records = await listSlots(deps.db, who.unit, { family: slotId.replace(/\.r\d+$/, '') })
  const family = read(records, momentIn(c))
  const found = family.find(({ slot }) => slot.id === slotId)
  if (!found) return problemResponse(c, missing('slot'))
  const asked = form === 'doi' ? askedStart(c) : null
  const { planId, obligationId } = found.slot
  const logged = form === 'tieng-khac' ? await listLogged(deps.db, who.unit, { planId, obligationId }) : []
  const judged = asked && (await judgeMoves(lookOf(c), { record: found, family: records }, [asked]))[0]
  const view = recordView({
    frame: await frameOf(c, { title: 'Ghi kết quả', page: 'record' }),
    record: found,
    makeUpDays: form === 'phat-bu' ? await daysForMakeUp(lookOf(c), found) : { days: [], none: null },
    who: { id: who.id, back, mayExcuse: can(who.role, 'approve') },
    ...{ form, family, place, now, logged, keeps: deps.files && deps.fileLimits },
    ...(asked && { asked }),
    ...(judged && { judged }),
    ...(sent && { sent }),
  })
  return c.html(render('record', view), sent ? httpStatus[sent.problem.kind] : 200)
}

/** `?ngay=2025-08-12&gio=17:00`: where the reruns would go if the original moved there. */
function askedStart(c: Ctx): { date: LocalDate; time: WallTime | null } | null {
  const [date = '', time = ''] = [c.req.query('ngay'), c.req.query('gio')]
  return isLocalDate(date) ? { date, time: isWallTime(time) ? time : null } : null
}
