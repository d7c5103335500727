/** `/ke-hoach/nhan`: a plan file is chosen, looked through with its warnings, and only then adopted. */
import { Hono } from 'hono'
import { adopt } from '../../actions/adopt.ts'
import { airOf } from '../../actions/air.ts'
import type { PlacedError } from '../../actions/read-plan.ts'
import { lint } from '../../core/plan/lint.ts'
import { planForYear } from '../../core/plan/plan-year.ts'
import { type Plan, YEARS, yearOfText } from '../../core/plan.ts'
import { planRange } from '../../core/plan-range.ts'
import { formatPath, invalid, ok, type Problem, type Result } from '../../core/problem.ts'
import { expand } from '../../core/slot.ts'
import { localDateOf, yearOf } from '../../core/wall-clock.ts'
import { findPlan } from '../../store/plans.ts'
import type { PlanPreview } from '../../templates/plan-views.ts'
import { render } from '../../templates/render.ts'
import { given } from '../../workshop.ts'
import type { Ctx, Env } from '../env.ts'
import { fieldOf, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { noteChange } from '../note-change.ts'
import { httpStatus } from '../problem.ts'
import { planPath } from '../views/places.ts'
import { planDetails } from '../views/plans/plan.ts'
import { samplesForYear } from './samples.ts'

export const adoptPlanPages = new Hono<Env>()
  .get('/ke-hoach/nhan', guard('adopt'), async (c) => c.html(await page(c, {})))
  .post('/ke-hoach/nhan', guard('adopt'), async (c) => {
    const sent = await chosenPlan(c)
    const plan = await planOfChosen(c, sent)
    if (!plan.ok) return c.html(await page(c, { sent, problem: plan.problem }), httpStatus[plan.problem.kind])
    if (!sent.agreed) return c.html(await page(c, { sent, preview: await previewOf(c, plan.value, sent) }))
    await adopt(c.var.deps.db, c.var.who.unit, plan.value, c.var.deps.calendars, c.var.now)
    await noteChange(c, 'plan-adopted', plan.value.title, plan.value.id)
    return c.redirect(planPath(plan.value.id), 303)
  })

/** `agreed`: the second step, after the warnings were seen. */
type Chosen = { bytes: Uint8Array; year: string; agreed: boolean }

async function chosenPlan(c: Ctx): Promise<Chosen> {
  const { form, file } = await readSent(c)
  const sample = samplesForYear(c.var.deps.samples, thisYear(c)).find(({ name }) => name === form('mau'))
  const uploaded = await file('tep')?.arrayBuffer()
  const bytes = uploaded
    ? new Uint8Array(uploaded)
    : new TextEncoder().encode(sample?.text ?? form('noiDung'))
  return { bytes, year: form('nam').trim(), agreed: form('dongY') === '1' }
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

const thisYear = (c: Ctx): number => yearOf(localDateOf(c.var.now))

async function previewOf(c: Ctx, plan: Plan, sent: Chosen): Promise<PlanPreview> {
  const { db, calendars } = c.var.deps
  const air = await airOf(db, c.var.who.unit, planRange(plan))
  const warnings = lint(plan, calendars.periods, calendars.work, air)
  const known = await findPlan(db, c.var.who.unit, plan.id)
  return {
    title: plan.title,
    details: planDetails(plan),
    figures: [
      { value: String(plan.obligations.length), words: 'nhiệm vụ' },
      { value: String(expand(plan, calendars.periods).length), words: 'khung, kỳ' },
      { value: String(warnings.length), words: 'điều cần lưu ý' },
    ],
    known: known
      ? 'Kế hoạch này đã nhận trước đó. Nhận lại sẽ thêm khung mới, đổi khung chưa ai ghi, và giữ mọi khung đã có ghi nhận.'
      : '',
    warnings: warnings.map(({ obligationId, message }) => ({ clause: obligationId, words: message })),
    text: new TextDecoder().decode(sent.bytes),
    year: sent.year,
  }
}

type Shown = { sent?: Chosen; problem?: Problem; preview?: PlanPreview }

async function page(c: Ctx, { sent, problem, preview }: Shown): Promise<string> {
  const samples = samplesForYear(c.var.deps.samples, thisYear(c))
  return render('adopt-plan', {
    frame: await frameOf(c, { title: 'Nhận kế hoạch', page: 'adopt-plan' }),
    summary: problem?.detail ?? null,
    errors: problem?.kind === 'invalid' ? problem.errors.map(placeInWords) : [],
    preview: preview ?? null,
    yearField: fieldOf('nam', sent?.year ?? '', problem),
    thisYear: thisYear(c),
    samples: samples.map(({ name, plan }) => ({ name, title: `${plan.title} (${plan.unit.name})` })),
  })
}

function placeInWords(error: Partial<PlacedError> & { path: (string | number)[]; message: string }): string {
  const place = error.line === undefined ? '' : `dòng ${error.line}, cột ${error.column}: `
  const path = formatPath(error.path)
  return `${place}${path ? `${path}: ` : ''}${error.message}`
}
