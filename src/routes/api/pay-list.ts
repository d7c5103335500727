/** `/api/v1/pay-list`: who had a hand in what was aired in some days, by the office's own rates. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { payListOf } from '../../actions/pay-list.ts'
import { spanOf } from '../../actions/places.ts'
import { paySums } from '../../core/blank/pay-list.ts'
import { gapsIn } from '../../core/blank/pay-rate.ts'
import { type Env, momentIn } from '../env.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { answers, query } from './describe.ts'
import { daysQuestion } from './period-question.ts'
import * as schemas from './schemas.ts'

export const payList = new Hono<Env>().get(
  '/',
  guard('record'),
  describeRoute({
    summary: 'Bảng kê tin, bài phát thanh của những ngày đã chọn',
    description:
      'Theo định mức của chính đơn vị; ngày nào không có định mức thì amount là null, reason nói vì sao.',
    responses: answers(schemas.payList, [400, 403]),
  }),
  query(daysQuestion),
  async (c) => {
    const { from, to } = c.req.valid('query')
    const { db, calendars } = c.var.deps
    const span = spanOf(from, to, calendars)
    if (!span.ok) return problemResponse(c, span.problem)
    const { range, lines, said } = await payListOf(db, c.var.who.unit, span.value, momentIn(c))
    return c.json({ range, lines, sums: paySums(lines), gaps: gapsIn(said.map(({ rates }) => rates)) })
  },
)
