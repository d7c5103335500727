/** `/api/v1/plans`: the unit's plans; a POST adopts one. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { adopt } from '../../actions/adopt.ts'
import { planJson, wholeCalendarJson } from '../../core/plan/plan-json.ts'
import { missing } from '../../core/problem.ts'
import { findEdition } from '../../store/editions.ts'
import { findPlan, listPlans } from '../../store/plans.ts'
import { listSlots } from '../../store/slots.ts'
import { given } from '../../workshop.ts'
import { actOf } from '../act.ts'
import type { Env } from '../env.ts'
import { guard } from '../middleware/guard.ts'
import { noteChange } from '../note-change.ts'
import { problemResponse } from '../problem.ts'
import { warningsOf } from '../warnings.ts'
import { answers } from './describe.ts'
import { adoptionJson, editions } from './editions.ts'
import { describeLog, postLog } from './facts.ts'
import { handings } from './handings.ts'
import * as schemas from './schemas.ts'

const wholePlan = z.object({
  plan: schemas.wholePlan,
  obligations: z.array(schemas.obligation),
  slots: z.array(schemas.calendarSlot),
  warnings: z.array(schemas.warning),
})
const adoption = z.object({
  planId: z.string(),
  edition: z.int().describe('Bản đang áp dụng'),
  from: z.string().describe('Áp dụng từ ngày'),
  added: z.int(),
  moved: z.int(),
  restored: z.int(),
  withdrawn: z.int(),
  deleted: z.int(),
  changed: z.boolean(),
})

export const plans = new Hono<Env>()
  .get(
    '/',
    guard('read'),
    describeRoute({
      summary: 'Các kế hoạch của đơn vị',
      responses: answers(z.object({ plans: z.array(schemas.planSummary) })),
    }),
    async (c) => c.json({ plans: (await listPlans(c.var.deps.db, c.var.who.unit)).map(planJson) }),
  )
  .post(
    '/',
    guard('adopt'),
    describeRoute({
      summary: 'Thêm một kế hoạch',
      description: 'Thân là tệp kế hoạch dạng YAML hoặc JSON, tối đa 1 MB. Gửi lại không đổi gì.',
      requestBody: {
        content: {
          'application/yaml': { schema: { type: 'string' } },
          'application/json': { schema: { type: 'object' } },
        },
      },
      responses: answers(
        z.object({ plan: schemas.planSummary, adoption, warnings: z.array(schemas.warning) }),
        [400, 403, 413],
        201,
      ),
    }),
    async (c) => {
      const { workshop } = c.var.deps
      const sent = given(new Uint8Array(await c.req.arrayBuffer()))
      const plan = await workshop.run(c.var.who.unit, 'plan-file', sent)
      if (!plan.ok) return problemResponse(c, plan.problem)
      const { db } = c.var.deps
      const adoption = await adopt(actOf(c), plan.value, { origin: 'file' })
      if (!adoption.ok) return problemResponse(c, adoption.problem)
      if (adoption.value.changed) await noteChange(c, 'plan-adopted', plan.value.title, plan.value.id)
      await c.var.breathe()
      const warnings = await warningsOf(c, plan.value)
      // Its office is the token's, whatever the file calls it.
      const stored = (await findPlan(db, c.var.who.unit, plan.value.id)) ?? plan.value
      return c.json({ plan: planJson(stored), adoption: adoptionJson(adoption.value), warnings }, 201)
    },
  )
  .get(
    '/:id',
    guard('read'),
    describeRoute({
      summary: 'Một kế hoạch: nhiệm vụ, lịch và điều cần lưu ý',
      responses: answers(wholePlan, [404]),
    }),
    async (c) => {
      const { db } = c.var.deps
      const { unit } = c.var.who
      const held = await findPlan(db, unit, c.req.param('id'))
      const edition = held && (await findEdition(db, unit, held.id, held.edition))
      if (!edition) return problemResponse(c, missing('plan'))
      const records = await listSlots(db, unit, { planId: held.id }, c.var.breathe)
      const plan = { ...edition.plan, unit: held.unit }
      const slots = records.filter(({ slot }) => !slot.withdrawn).map(({ slot }) => slot)
      const whole = wholeCalendarJson(plan, slots, await warningsOf(c, plan))
      await c.var.breathe()
      return c.json(whole)
    },
  )
  .route('/', editions)
  .route('/', handings)
  .post('/:id/obligations/:clause/facts', guard('record'), describeLog, postLog)
