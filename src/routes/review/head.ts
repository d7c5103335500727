/** `/van-ban/<sha256>/chung`: what the plan of a document says of itself. The office stays the unit's own. */
import { Hono } from 'hono'
import { decideReview, openSource, withHead } from '../../actions/sources.ts'
import { fillFields } from '../../core/form/data-form.ts'
import { type Filled, filledOf } from '../../core/form/filled.ts'
import { PLAN_FIELDS, readPlanHead, YEAR_FIELD } from '../../core/form/plan-form.ts'
import type { Problem } from '../../core/problem.ts'
import { inForceOf } from '../../core/review/review.ts'
import { render } from '../../templates/render.ts'
import { actOf } from '../act.ts'
import { sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { filledForm, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { fieldView } from '../views/form/field.ts'
import { sourcePath } from '../views/paths.ts'
import { seenOf, shaOf } from './source.ts'

const FIELDS = [YEAR_FIELD, ...PLAN_FIELDS]

export const sourceHeadPages = new Hono<Env>()
  .get('/van-ban/:source/chung', guard('record'), async (c) => {
    const opened = await openSource(actOf(c), shaOf(c))
    if (!opened.ok) return problemResponse(c, opened.problem)
    const { head } = opened.value.kept.review
    const filled = filledOf(fillFields(FIELDS, { ...head, inForceFrom: inForceOf(head) }))
    return c.html(await page(c, filled, opened.value.kept.version))
  })
  .post('/van-ban/:source/chung', guard('record'), async (c) => {
    const sent = await readSent(c)
    const opened = await openSource(actOf(c), shaOf(c))
    if (!opened.ok) return problemResponse(c, opened.problem)
    const { kept, read } = opened.value
    const filled = filledForm(sent)
    const said = readPlanHead(filled)
    if (!said.ok) return c.html(await page(c, filled, kept.version, said.problem), 400)
    const { title, number, issued, inForceFrom, year, until, silentDays, assumptions } = said.value
    const head = { title, number, issued, inForceFrom, year, until, silentDays, assumptions }
    const saved = await decideReview(actOf(c), seenOf(c, sent.form, null), (review) =>
      withHead(review, head, read),
    )
    if (!saved.ok)
      return c.html(await page(c, filled, kept.version, saved.problem), httpStatus[saved.problem.kind])
    return sayDone(c, sourcePath(shaOf(c)), 'luu')
  })

async function page(
  c: Ctx,
  filled: Filled,
  version: number,
  problem: Problem | null = null,
): Promise<string> {
  return render('plan-form', {
    frame: await frameOf(c, { title: 'Kế hoạch', page: 'draft' }),
    crumbs: [{ href: sourcePath(shaOf(c)), words: 'Soát kế hoạch' }],
    heading: 'Kế hoạch nói gì về mình',
    summary: problem?.detail ?? null,
    action: `${sourcePath(shaOf(c))}/chung`,
    ...{ base: '', quit: sourcePath(shaOf(c)), offices: [] },
    fields: FIELDS.map((field) => fieldView(field, filled, problem)),
    submit: 'Lưu và đọc lại',
    hidden: [{ name: 'phien', value: String(version) }],
  })
}
