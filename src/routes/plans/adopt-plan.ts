/** `/ke-hoach/nhan`: a plan file is chosen and becomes a draft, whose changes somebody looks at before it is adopted. */
import { Hono } from 'hono'
import type { Came } from '../../actions/adopt.ts'
import { draftEdition } from '../../actions/editions.ts'
import type { PlacedError } from '../../actions/read-plan.ts'
import { planForYear } from '../../core/plan/plan-year.ts'
import { type Plan, YEARS, yearOfText } from '../../core/plan.ts'
import { formatPath, invalid, ok, type Problem, type Result } from '../../core/problem.ts'
import { render } from '../../templates/render.ts'
import { given } from '../../workshop.ts'
import { actOf } from '../act.ts'
import type { Ctx, Env } from '../env.ts'
import { fieldOf, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus } from '../problem.ts'
import { editionPath } from '../views/places.ts'

export const adoptPlanPages = new Hono<Env>()
  .get('/ke-hoach/nhan', guard('record'), async (c) => c.html(await page(c, {})))
  .post('/ke-hoach/nhan', guard('record'), async (c) => {
    const sent = await chosenPlan(c)
    const plan = await planOfChosen(c, sent)
    if (!plan.ok) return c.html(await page(c, { sent, problem: plan.problem }), httpStatus[plan.problem.kind])
    const draft = await draftEdition(actOf(c), plan.value, sent.came)
    if (!draft.ok)
      return c.html(await page(c, { sent, problem: draft.problem }), httpStatus[draft.problem.kind])
    return c.redirect(editionPath(plan.value.id, draft.value.number), 303)
  })

type Chosen = { bytes: Uint8Array; year: string; came: Came }

async function chosenPlan(c: Ctx): Promise<Chosen> {
  const { form, file } = await readSent(c)
  const uploaded = await file('tep')?.arrayBuffer()
  const bytes = uploaded ? new Uint8Array(uploaded) : new TextEncoder().encode(form('noiDung'))
  const came: Came = { origin: 'file', originOf: file('tep')?.name || null }
  return { bytes, year: form('nam').trim(), came }
}

async function planOfChosen(c: Ctx, { bytes, year }: Chosen): Promise<Result<Plan>> {
  if (bytes.byteLength === 0) return invalid('Hãy chọn một tệp kế hoạch.')
  const plan = await c.var.deps.workshop.run(c.var.who.unit, 'plan-file', given(bytes))
  if (!plan.ok || year === '') return plan
  const number = yearOfText(year)
  if (number === null) {
    const message = `ghi bốn chữ số, từ ${YEARS.from} đến ${YEARS.to}`
    return invalid('Năm chưa đúng.', [{ path: ['nam'], code: 'bad-year', message }])
  }
  return ok(planForYear(plan.value, number))
}

type Shown = { sent?: Chosen; problem?: Problem }

async function page(c: Ctx, { sent, problem }: Shown): Promise<string> {
  return render('adopt-plan', {
    frame: await frameOf(c, { title: 'Thêm kế hoạch', page: 'adopt-plan' }),
    summary: problem?.detail ?? null,
    errors: problem?.kind === 'invalid' ? problem.errors.map(placeInWords) : [],
    yearField: fieldOf('nam', sent?.year ?? '', problem),
  })
}

function placeInWords(error: Partial<PlacedError> & { path: (string | number)[]; message: string }): string {
  const place = error.line === undefined ? '' : `dòng ${error.line}, cột ${error.column}: `
  const path = formatPath(error.path)
  return `${place}${path ? `${path}: ` : ''}${error.message}`
}
