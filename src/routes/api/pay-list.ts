/** `/api/v1/pay-list`: who had a hand in what was aired in some days, by the office's own rates; as a workbook too. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { z } from 'zod'
import { payListJson, payListOf, type SaidPayList } from '../../actions/pay-list.ts'
import { spanOf } from '../../actions/places.ts'
import { ok, type Result } from '../../core/problem.ts'
import { lookOf } from '../act.ts'
import type { Ctx, Env } from '../env.ts'
import { XLSX } from '../media-types.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { answers, fileAnswer, query } from './describe.ts'
import { daysQuestion } from './period-question.ts'
import * as schemas from './schemas.ts'

type Question = z.output<typeof daysQuestion>

async function ask(c: Ctx, { from, to }: Question): Promise<Result<SaidPayList>> {
  const { calendars } = c.var.deps
  const span = spanOf(from, to, calendars)
  return span.ok ? ok(await payListOf(lookOf(c), span.value)) : span
}

export const payList = new Hono<Env>()
  .get(
    '/',
    guard('record'),
    describeRoute({
      summary: 'Bảng kê tin, bài phát thanh của những ngày đã chọn',
      description:
        'Theo định mức của chính đơn vị; ngày nào không có định mức thì amount là null, reason nói vì sao. Tệp Excel: /pay-list/xlsx.',
      responses: answers(schemas.payList, [400, 403]),
    }),
    query(daysQuestion),
    async (c) => {
      const list = await ask(c, c.req.valid('query'))
      return list.ok ? c.json(payListJson(list.value)) : problemResponse(c, list.problem)
    },
  )
  .get(
    '/xlsx',
    guard('record'),
    describeRoute({
      summary: 'Bảng kê, tệp XLSX',
      responses: fileAnswer(XLSX, [400, 403, 503]),
    }),
    query(daysQuestion),
    async (c) => {
      const { from, to } = c.req.valid('query')
      const file = await c.var.deps.workshop.run(c.var.who.unit, 'pay-xlsx', () => ask(c, { from, to }))
      if (!file.ok) return problemResponse(c, file.problem)
      return c.body(file.value, 200, {
        'content-type': XLSX,
        'content-disposition': `attachment; filename="bang-ke-${from}-den-${to}.xlsx"`,
      })
    },
  )
