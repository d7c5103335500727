/** A plan out again as a file: for programs, as the workbook that comes back in, for Word; and the workbook to fill in. */
import { Hono } from 'hono'
import { planYaml } from '../../actions/write-plan.ts'
import type { Plan } from '../../core/plan.ts'
import { fail, missing, ok, type Result } from '../../core/problem.ts'
import { findEdition } from '../../store/editions.ts'
import { findPlan } from '../../store/plans.ts'
import { given } from '../../workshop.ts'
import type { Ctx, Env } from '../env.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'

const OFFICE_FILE = 'application/vnd.openxmlformats-officedocument'
const XLSX = `${OFFICE_FILE}.spreadsheetml.sheet`
const DOCX = `${OFFICE_FILE}.wordprocessingml.document`

const attached = (name: string) => ({ 'Content-Disposition': `attachment; filename="${name}"` })

export const planFilePages = new Hono<Env>()
  .get('/ke-hoach/mau-excel.xlsx', guard('record'), async (c) => {
    const file = await c.var.deps.workshop.run(c.var.who.unit, 'plan-xlsx', given(null))
    if (!file.ok) return problemResponse(c, file.problem)
    return c.body(file.value, 200, { 'Content-Type': XLSX, ...attached('mau-ke-hoach.xlsx') })
  })
  .get('/ke-hoach/:id/ke-hoach.yaml', guard('read'), async (c) => {
    const plan = await heldPlan(c)
    if (!plan.ok) return problemResponse(c, plan.problem)
    const type = 'application/yaml; charset=utf-8'
    return c.body(planYaml(plan.value), 200, { 'Content-Type': type, ...attached(`${plan.value.id}.yaml`) })
  })
  .get('/ke-hoach/:id/ke-hoach.xlsx', guard('read'), (c) => office(c, 'plan-xlsx', XLSX, 'xlsx'))
  .get('/ke-hoach/:id/ke-hoach.docx', guard('read'), (c) => office(c, 'plan-docx', DOCX, 'docx'))

async function office(c: Ctx, name: 'plan-xlsx' | 'plan-docx', type: string, ending: string) {
  const file = await c.var.deps.workshop.run(c.var.who.unit, name, () => heldPlan(c))
  if (!file.ok) return problemResponse(c, file.problem)
  const id = c.req.param('id') ?? ''
  return c.body(file.value, 200, { 'Content-Type': type, ...attached(`${id}.${ending}`) })
}

/** The plan as the edition that holds has it: what was asked for besides, by events, is no part of a file. */
async function heldPlan(c: Ctx): Promise<Result<Plan>> {
  const { deps, who } = c.var
  const held = await findPlan(deps.db, who.unit, (c.req.param('id') ?? '').normalize('NFC'))
  const edition = held && (await findEdition(deps.db, who.unit, held.id, held.edition))
  return edition ? ok({ ...edition.plan, unit: held.unit }) : fail(missing('plan'))
}
