/** `/van-ban/<sha256>/nhiem-vu/<id>/sua`, `/van-ban/<sha256>/them`: a duty of a document under review, in the form of a duty. */
import { Hono } from 'hono'
import { airOf } from '../../actions/air.ts'
import { placeDuty } from '../../actions/place-duty.ts'
import { decideReview, type OpenSource, openSource } from '../../actions/sources.ts'
import { dutyInPlan } from '../../core/form/duty-form.ts'
import { senseOf } from '../../core/form/duty-sense.ts'
import { type Filled, filledOf } from '../../core/form/filled.ts'
import type { Plan } from '../../core/plan.ts'
import { planRange } from '../../core/plan-range.ts'
import { fail, invalid, missing, ok, type Problem, type Result } from '../../core/problem.ts'
import { emptyPlan, fillReviewed, writtenDuty } from '../../core/review/as-duty.ts'
import { dutyOf, freeDutyId, newDuty, type ReviewedDuty, withDuty } from '../../core/review/review.ts'
import { findUnit } from '../../store/units.ts'
import { render } from '../../templates/render.ts'
import { actOf } from '../act.ts'
import { sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { filledForm, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { dutyFormView } from '../views/drafts/duty-form.ts'
import { reviewedDutyPath, sourcePath } from '../views/places.ts'
import { dutyIdOf, seenOf, shaOf, versionOf } from './source.ts'

export const sourceDutyPages = new Hono<Env>()
  .get('/van-ban/:source/nhiem-vu/:duty/sua', guard('record'), (c) => show(c, false))
  .post('/van-ban/:source/nhiem-vu/:duty/sua', guard('record'), (c) => handle(c, false))
  .get('/van-ban/:source/them', guard('record'), (c) => show(c, true))
  .post('/van-ban/:source/them', guard('record'), (c) => handle(c, true))

type Asked = {
  opened: OpenSource
  plan: Plan
  duty: ReviewedDuty
  isNew: boolean
  base: number
  line: string
}

/** `line`: the line of the document that a new duty begins from. */
async function askedFor(c: Ctx, isNew: boolean, base: number | null, line: string): Promise<Result<Asked>> {
  const opened = await openSource(actOf(c), shaOf(c))
  if (!opened.ok) return opened
  const { review, version } = opened.value.kept
  const duty = isNew ? newDuty(review, lineOf(line)) : dutyOf(review, dutyIdOf(c))
  if (!duty) return fail(missing('duty'))
  const unit = await findUnit(c.var.deps.db, c.var.who.unit)
  const plan = emptyPlan(review, { code: c.var.who.unit, name: unit?.name ?? c.var.who.unit })
  if (!plan) return NO_YEAR
  return ok({ opened: opened.value, plan, duty, isNew, base: base ?? version, line })
}

const NO_YEAR = invalid('Văn bản không nêu một năm: hãy ghi năm của kế hoạch trước, rồi mới ghi được ngày.')

const lineOf = (text: string): number | null => (/^\d{1,4}$/.test(text) ? Number(text) : null)

async function show(c: Ctx, isNew: boolean): Promise<Response> {
  const asked = await askedFor(c, isNew, null, c.req.query('dong') ?? '')
  if (!asked.ok) return problemResponse(c, asked.problem)
  return c.html(await page(c, asked.value, filledOf(fillReviewed(asked.value.duty))))
}

async function handle(c: Ctx, isNew: boolean): Promise<Response> {
  const sent = await readSent(c)
  const asked = await askedFor(c, isNew, versionOf(sent.form), sent.form('dong'))
  if (!asked.ok) return problemResponse(c, asked.problem)
  const { plan, duty } = asked.value
  const filled = filledForm(sent)
  if (sent.form('viec') === 'xep') {
    const found = await placeDuty(actOf(c), plan, null, filled)
    return found.ok
      ? c.html(await page(c, asked.value, found.value.filled, { placed: found.value.why }))
      : refused(c, asked.value, filled, found.problem)
  }
  const read = dutyInPlan(plan, null, filled)
  if (!read.ok) return refused(c, asked.value, filled, read.problem)
  if (sent.form('viec') === 'tinh') return c.html(await page(c, asked.value, filled))
  const written = writtenDuty(duty, read.value.duty, c.var.who.name)
  const saved = await decideReview(actOf(c), seenOf(c, sent.form, isNew ? null : duty.id), (review) => {
    if (!isNew) return withDuty(review, written)
    const id = freeDutyId(review, read.value.duty.id)
    const at = review.duties.findIndex(({ place }) => place.from > written.place.from)
    const duties = review.duties.toSpliced(at < 0 ? review.duties.length : at, 0, { ...written, id })
    return { ...review, duties, leftOut: review.leftOut.filter((_, i) => i !== lineOf(asked.value.line)) }
  })
  if (!saved.ok) return refused(c, asked.value, filled, saved.problem)
  return sayDone(c, sourcePath(shaOf(c), isNew ? undefined : duty.id), 'luu')
}

/** The form stays as it was typed, on top of what somebody else saved. */
async function refused(c: Ctx, asked: Asked, filled: Filled, problem: Problem): Promise<Response> {
  const now = problem.kind === 'conflict' ? { ...asked, base: asked.opened.kept.version } : asked
  return c.html(await page(c, now, filled, { problem }), httpStatus[problem.kind])
}

type Said = { problem?: Problem; placed?: string }

async function page(c: Ctx, asked: Asked, filled: Filled, { problem, placed }: Said = {}): Promise<string> {
  const { plan, duty, isNew, base, line } = asked
  const { deps } = c.var
  const read = dutyInPlan(plan, null, filled)
  const air = await airOf(deps.db, c.var.who.unit, planRange(plan))
  const heading = isNew ? 'Thêm nhiệm vụ từ văn bản' : `Sửa nhiệm vụ ${duty.clause}`
  const view = dutyFormView({
    frame: await frameOf(c, { title: heading, page: 'draft' }),
    crumbs: [{ href: sourcePath(shaOf(c), isNew ? undefined : duty.id), words: 'Soát kế hoạch' }],
    ...{ heading, summary: problem?.detail ?? null, base: '' },
    action: isNew ? `${sourcePath(shaOf(c))}/them` : `${reviewedDutyPath(shaOf(c), duty.id)}/sua`,
    quit: sourcePath(shaOf(c), isNew ? undefined : duty.id),
    ...{ filled, problem: problem ?? null, placed: placed ?? null, remove: null },
    sense: read.ok ? senseOf(read.value.plan, read.value.duty, deps.calendars, air) : null,
  })
  const hidden = [...view.hidden, { name: 'phien', value: String(base) }, { name: 'dong', value: line }]
  return render('duty-form', { ...view, hidden })
}
