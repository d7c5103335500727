/** `/van-ban/<sha256>/nhiem-vu/<id>/sua`, `/van-ban/<sha256>/them`: an obligation of a document under review, in the form of an obligation. */
import { Hono } from 'hono'
import { placeObligation } from '../../actions/place-obligation.ts'
import { decideReview, type OpenSource, openSource } from '../../actions/sources.ts'
import { type Filled, filledOf } from '../../core/form/filled.ts'
import { obligationInPlan } from '../../core/form/obligation-form.ts'
import type { Plan } from '../../core/plan.ts'
import { fail, invalid, missing, ok, type Problem, type Result } from '../../core/problem.ts'
import { emptyPlan, fillReviewed, writtenObligation } from '../../core/review/as-obligation.ts'
import {
  freeObligationId,
  newObligation,
  obligationOf,
  type ReviewedObligation,
  withObligation,
} from '../../core/review/review.ts'
import { findUnit } from '../../store/units.ts'
import { render } from '../../templates/render.ts'
import { actOf } from '../act.ts'
import { sayDone } from '../done.ts'
import { senseOfForm } from '../drafts/sense.ts'
import type { Ctx, Env } from '../env.ts'
import { filledForm, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { obligationFormView } from '../views/drafts/obligation-form.ts'
import { reviewedObligationPath, sourcePath } from '../views/paths.ts'
import { obligationIdOf, seenOf, shaOf, versionOf } from './source.ts'

export const sourceObligationPages = new Hono<Env>()
  .get('/van-ban/:source/nhiem-vu/:obligation/sua', guard('record'), (c) => show(c, false))
  .post('/van-ban/:source/nhiem-vu/:obligation/sua', guard('record'), (c) => handle(c, false))
  .get('/van-ban/:source/them', guard('record'), (c) => show(c, true))
  .post('/van-ban/:source/them', guard('record'), (c) => handle(c, true))

type Asked = {
  opened: OpenSource
  plan: Plan
  obligation: ReviewedObligation
  isNew: boolean
  base: number
  line: string
}

/** `line`: the line of the document that a new obligation begins from. */
async function askedFor(c: Ctx, isNew: boolean, base: number | null, line: string): Promise<Result<Asked>> {
  const opened = await openSource(actOf(c), shaOf(c))
  if (!opened.ok) return opened
  const { review, version } = opened.value.kept
  const obligation = isNew ? newObligation(review, lineOf(line)) : obligationOf(review, obligationIdOf(c))
  if (!obligation) return fail(missing('obligation'))
  const unit = await findUnit(c.var.deps.db, c.var.who.unit)
  const plan = emptyPlan(review, { code: c.var.who.unit, name: unit?.name ?? c.var.who.unit })
  if (!plan) return NO_YEAR
  return ok({ opened: opened.value, plan, obligation, isNew, base: base ?? version, line })
}

const NO_YEAR = invalid('Văn bản không nêu một năm: hãy ghi năm của kế hoạch trước, rồi mới ghi được ngày.')

const lineOf = (text: string): number | null => (/^\d{1,4}$/.test(text) ? Number(text) : null)

async function show(c: Ctx, isNew: boolean): Promise<Response> {
  const asked = await askedFor(c, isNew, null, c.req.query('dong') ?? '')
  if (!asked.ok) return problemResponse(c, asked.problem)
  return c.html(await page(c, asked.value, filledOf(fillReviewed(asked.value.obligation))))
}

async function handle(c: Ctx, isNew: boolean): Promise<Response> {
  const sent = await readSent(c)
  const asked = await askedFor(c, isNew, versionOf(sent.form), sent.form('dong'))
  if (!asked.ok) return problemResponse(c, asked.problem)
  const { plan, obligation } = asked.value
  const filled = filledForm(sent)
  if (sent.form('viec') === 'xep') {
    const found = await placeObligation(actOf(c), plan, null, filled)
    return found.ok
      ? c.html(await page(c, asked.value, found.value.filled, { placed: found.value.why }))
      : refused(c, asked.value, filled, found.problem)
  }
  const read = obligationInPlan(plan, null, filled)
  if (!read.ok) return refused(c, asked.value, filled, read.problem)
  if (sent.form('viec') === 'tinh') return c.html(await page(c, asked.value, filled))
  const written = writtenObligation(obligation, read.value.obligation, c.var.who.name)
  const saved = await decideReview(actOf(c), seenOf(c, sent.form, isNew ? null : obligation.id), (review) => {
    if (!isNew) return withObligation(review, written)
    const id = freeObligationId(review, read.value.obligation.id)
    const at = review.obligations.findIndex(({ place }) => place.from > written.place.from)
    const obligations = review.obligations.toSpliced(at < 0 ? review.obligations.length : at, 0, {
      ...written,
      id,
    })
    return {
      ...review,
      obligations,
      leftOut: review.leftOut.filter((_, i) => i !== lineOf(asked.value.line)),
    }
  })
  if (!saved.ok) return refused(c, asked.value, filled, saved.problem)
  return sayDone(c, sourcePath(shaOf(c), isNew ? undefined : obligation.id), 'luu')
}

/** The form stays as it was typed, on top of what somebody else saved. */
async function refused(c: Ctx, asked: Asked, filled: Filled, problem: Problem): Promise<Response> {
  const now = problem.kind === 'conflict' ? { ...asked, base: asked.opened.kept.version } : asked
  return c.html(await page(c, now, filled, { problem }), httpStatus[problem.kind])
}

type Said = { problem?: Problem; placed?: string }

async function page(c: Ctx, asked: Asked, filled: Filled, { problem, placed }: Said = {}): Promise<string> {
  const { plan, obligation, isNew, base, line } = asked
  const heading = isNew ? 'Thêm nhiệm vụ từ văn bản' : `Sửa nhiệm vụ ${obligation.clause}`
  const view = obligationFormView({
    frame: await frameOf(c, { title: heading, page: 'draft' }),
    crumbs: [{ href: sourcePath(shaOf(c), isNew ? undefined : obligation.id), words: 'Soát kế hoạch' }],
    ...{ heading, summary: problem?.detail ?? null, base: '' },
    action: isNew ? `${sourcePath(shaOf(c))}/them` : `${reviewedObligationPath(shaOf(c), obligation.id)}/sua`,
    quit: sourcePath(shaOf(c), isNew ? undefined : obligation.id),
    ...{ filled, problem: problem ?? null, placed: placed ?? null, remove: null },
    sense: await senseOfForm(c, plan, null, filled),
  })
  const hidden = [...view.hidden, { name: 'phien', value: String(base) }, { name: 'dong', value: line }]
  return render('obligation-form', { ...view, hidden })
}
