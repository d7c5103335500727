/** `/api/v1/slots`: slots with their standing, and what was recorded of one. */

import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { localDate } from '../../core/cadence.ts'
import { CHANNELS } from '../../core/plan.ts'
import { missing } from '../../core/problem.ts'
import { readOne } from '../../core/reading.ts'
import { factJson, slotStandingJson } from '../../core/record/record-json.ts'
import { STANDINGS } from '../../core/standing.ts'
import { inPortions } from '../../portions.ts'
import { findSlot } from '../../store/slots.ts'
import { type Env, momentIn } from '../env.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { readingsOf } from '../readings.ts'
import { answers, query } from './describe.ts'
import { describeEvidence, describeKeptFile, getEvidence, postEvidence } from './evidence.ts'
import { describeFact, postFact } from './facts.ts'
import * as schemas from './schemas.ts'

const filter = z
  .strictObject({
    from: localDate.optional().describe('Từ ngày, YYYY-MM-DD'),
    to: localDate.optional().describe('Đến hết ngày, YYYY-MM-DD'),
    channel: z.enum(CHANNELS).optional(),
    obligation: z.string().max(40).optional().describe('Điều khoản, ví dụ C.I.2.a'),
    plan: z.string().max(80).optional().describe('Mã kế hoạch'),
    standing: z.enum(STANDINGS).optional(),
  })
  .refine(({ from, to }) => !from || !to || from <= to, {
    message: 'from phải trước hoặc trùng to',
    path: ['to'],
  })

const FIRST_DAY = '0001-01-01'
const LAST_DAY = '9999-12-31'

export const slots = new Hono<Env>()
  .get(
    '/',
    guard('read'),
    describeRoute({
      summary: 'Các kỳ và tình trạng',
      description:
        'Theo ngày địa phương, tính cả hai đầu; kỳ chưa có ngày được kể khi thời gian của nó giao với khoảng ngày.',
      responses: answers(z.object({ slots: z.array(schemas.slot) })),
    }),
    query(filter),
    async (c) => {
      const { from, to, channel, obligation, plan, standing } = c.req.valid('query')
      const range = from || to ? { from: from ?? FIRST_DAY, to: to ?? LAST_DAY } : undefined
      const readings = await readingsOf(c, {
        ...(range && { range }),
        ...(plan && { planId: plan }),
        ...(obligation && { obligationId: obligation.normalize('NFC') }),
      })
      const asked = readings.filter(
        ({ obligation, at }) =>
          (!channel || obligation.channels.includes(channel)) && (!standing || at.standing === standing),
      )
      const slots = await inPortions(asked, c.var.breathe, (some) => some.map(slotStandingJson))
      await c.var.breathe()
      return c.json({ slots })
    },
  )
  .get(
    '/:id',
    guard('read'),
    describeRoute({
      summary: 'Một kỳ và các ghi nhận',
      responses: answers(z.object({ slot: schemas.slot, facts: z.array(schemas.fact) }), [404]),
    }),
    async (c) => {
      const record = await findSlot(c.var.deps.db, c.var.who.unit, c.req.param('id').normalize('NFC'))
      if (!record) return problemResponse(c, missing('slot'))
      const slot = slotStandingJson(readOne(record, momentIn(c)))
      return c.json({ slot, facts: record.facts.map(factJson) })
    },
  )
  .post('/:id/facts', guard('record'), describeFact, postFact)
  .post('/:id/evidence', guard('record'), describeEvidence, postEvidence)
  .get('/:id/evidence/:file', guard('read'), describeKeptFile, getEvidence)
