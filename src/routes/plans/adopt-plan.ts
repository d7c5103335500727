/**
 * `/ke-hoach/nhan`: a plan comes in. A plan file, or a workbook that was filled in, becomes a draft, whose changes somebody looks at before it is adopted;
 * a plan as it was issued is read, and somebody looks through the reading first.
 */
import { Hono } from 'hono'
import type { Came } from '../../actions/adopt.ts'
import { draftEdition } from '../../actions/editions.ts'
import { isPlanFile } from '../../actions/plan-file-kind.ts'
import type { PlacedError } from '../../actions/read-plan.ts'
import { isWorkbook } from '../../actions/read-plan-book.ts'
import { keepDocument } from '../../actions/sources.ts'
import { freePlanId } from '../../core/plan/own-plan.ts'
import { planForYear } from '../../core/plan/plan-year.ts'
import { type Plan, YEARS, yearOfText } from '../../core/plan.ts'
import { formatPath, invalid, ok, type Problem, type Result } from '../../core/problem.ts'
import { listPlans } from '../../store/plans.ts'
import { type KeptSource, listSources } from '../../store/sources.ts'
import { findUnit } from '../../store/units.ts'
import { render } from '../../templates/render.ts'
import { given } from '../../workshop.ts'
import { actOf } from '../act.ts'
import { sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { fieldOf, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus } from '../problem.ts'
import { editionPath, sourcePath } from '../views/paths.ts'
import { instantWords } from '../views/plans/edition-line.ts'

export const adoptPlanPages = new Hono<Env>()
  .get('/ke-hoach/nhan', guard('record'), async (c) => c.html(await page(c, {})))
  .post('/ke-hoach/nhan', guard('record'), async (c) => {
    const sent = await chosenPlan(c)
    const isBook = isWorkbook(sent.bytes)
    if (sent.bytes.byteLength > 0 && !isBook && !isPlanFile(sent)) return takeDocument(c, sent)
    const plan = await (isBook ? planOfBook(c, sent) : planOfChosen(c, sent))
    if (!plan.ok) return c.html(await page(c, { sent, problem: plan.problem }), httpStatus[plan.problem.kind])
    const draft = await draftEdition(actOf(c), plan.value, sent.came)
    if (!draft.ok)
      return c.html(await page(c, { sent, problem: draft.problem }), httpStatus[draft.problem.kind])
    return c.redirect(editionPath(plan.value.id, draft.value.number), 303)
  })

type Chosen = { bytes: Uint8Array; year: string; came: Came; name: string | null; isFile: boolean }

async function chosenPlan(c: Ctx): Promise<Chosen> {
  const { form, file } = await readSent(c)
  const uploaded = await file('tep')?.arrayBuffer()
  // A form in which no file was chosen sends an empty one.
  const bytes = uploaded?.byteLength ? new Uint8Array(uploaded) : new TextEncoder().encode(form('noiDung'))
  const came: Came = { origin: 'file', originOf: file('tep')?.name || null }
  return {
    bytes,
    year: form('nam').trim(),
    came,
    name: came.originOf ?? null,
    isFile: !!uploaded?.byteLength,
  }
}

async function takeDocument(c: Ctx, sent: Chosen): Promise<Response> {
  const { bytes, came } = sent
  const { deps, who } = c.var
  const year = yearOf(sent)
  const document = year.ok
    ? await deps.workshop.run(who.unit, 'document-file', given({ bytes, year: year.value }))
    : year
  if (!document.ok)
    return c.html(await page(c, { sent, problem: document.problem }), httpStatus[document.problem.kind])
  const name = came.originOf ?? 'Văn bản dán vào.txt'
  const kept = await keepDocument(actOf(c), { name, bytes, document: document.value })
  return sayDone(c, sourcePath(kept.sha256), kept.again ? 'da-co' : 'doc')
}

function yearOf({ year }: Chosen): Result<number | null> {
  if (year === '') return ok(null)
  const number = yearOfText(year)
  if (number !== null) return ok(number)
  const message = `ghi bốn chữ số, từ ${YEARS.from} đến ${YEARS.to}`
  return invalid('Năm chưa đúng.', [{ path: ['nam'], code: 'bad-year', message }])
}

/** A workbook that does not say which plan it is becomes a new one. */
async function planOfBook(c: Ctx, sent: Chosen): Promise<Result<Plan>> {
  const { deps, who } = c.var
  const year = yearOf(sent)
  if (!year.ok) return year
  const [named, plans] = await Promise.all([findUnit(deps.db, who.unit), listPlans(deps.db, who.unit)])
  const unit = { code: who.unit, name: named?.name ?? who.unit }
  const book = await deps.workshop.run(who.unit, 'plan-book', given({ bytes: sent.bytes, unit }))
  if (!book.ok) return book
  const { plan } = book.value
  const taken = plans.map(({ id }) => id)
  const own = book.value.named ? plan : { ...plan, id: freePlanId(plan.id, taken) }
  return ok(year.value === null ? own : planForYear(own, year.value))
}

async function planOfChosen(c: Ctx, sent: Chosen): Promise<Result<Plan>> {
  const { bytes } = sent
  if (bytes.byteLength === 0) return invalid('Hãy chọn một tệp kế hoạch.')
  const plan = await c.var.deps.workshop.run(c.var.who.unit, 'plan-file', given(bytes))
  const year = yearOf(sent)
  if (!plan.ok) return plan
  if (!year.ok) return year
  return year.value === null ? plan : ok(planForYear(plan.value, year.value))
}

type Shown = { sent?: Chosen; problem?: Problem }

async function page(c: Ctx, { sent, problem }: Shown): Promise<string> {
  const sources = await listSources(c.var.deps.db, c.var.who.unit)
  return render('adopt-plan', {
    frame: await frameOf(c, { title: 'Thêm kế hoạch', page: 'adopt-plan' }),
    summary: problem?.detail ?? null,
    errors: problem?.kind === 'invalid' ? problem.errors.filter(isInFile).map(placeInWords) : [],
    pasted: sent?.name === null && !sent.isFile ? new TextDecoder().decode(sent.bytes) : '',
    sources: sources.map(sourceLink),
    yearField: fieldOf('nam', sent?.year ?? '', problem),
  })
}

const sourceLink = ({ sha256, name, by, at }: KeptSource) => ({
  href: sourcePath(sha256),
  words: `${name}, ${by} đưa vào ${instantWords(at)}`,
})

/** Said at its field, or in the summary already. */
const isInFile = ({ path }: { path: (string | number)[] }): boolean => path[0] !== 'nam' && path[0] !== 'tep'

function placeInWords(error: Partial<PlacedError> & { path: (string | number)[]; message: string }): string {
  const place = error.line === undefined ? '' : `dòng ${error.line}, cột ${error.column}: `
  const path = formatPath(error.path)
  return `${place}${path ? `${path}: ` : ''}${error.message}`
}
