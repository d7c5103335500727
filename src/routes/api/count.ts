/** `/api/v1/compliance`: the count of an office, or of one plan, over a period, as of a day. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { count, countJson } from '../../actions/count.ts'
import { localDateOf } from '../../core/wall-clock.ts'
import { lookOf } from '../act.ts'
import type { Env } from '../env.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { answers, query } from './describe.ts'
import { periodQuestion } from './period-question.ts'
import * as schemas from './schemas.ts'

const question = z.strictObject({
  plan: z
    .string()
    .max(80)
    .optional()
    .describe('Mã kế hoạch; không có thì tính cả đơn vị: `plan` là null, mỗi dòng có `planId`'),
  ...periodQuestion,
})

export const countRoutes = new Hono<Env>().get(
  '/',
  guard('read'),
  describeRoute({
    summary: 'Kết quả thực hiện',
    description:
      'done = onTime + late + madeUp; due = done + short + missed + excused + unconfirmed; shortfall = max(0, declared − done − remaining) theo năm của kế hoạch, due − done với kỳ khác.',
    responses: answers(schemas.countAnswer, [400, 404]),
  }),
  query(question),
  async (c) => {
    const { plan, asOf, ...rest } = c.req.valid('query')
    const day = asOf ?? localDateOf(c.var.now)
    const counted = await count(lookOf(c), { planId: plan, asOf: day, ...rest })
    return counted.ok ? c.json(countJson(counted.value)) : problemResponse(c, counted.problem)
  },
)
