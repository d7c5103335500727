/** `/api/v1/units` and `/api/v1/roll-up`: the office of whoever asks and those below it, and their count side by side. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { rollUp, rollUpJson, unitJson } from '../../actions/roll-up.ts'
import { localDateOf } from '../../core/wall-clock.ts'
import { listSeen } from '../../store/unit-tree.ts'
import { actOf } from '../act.ts'
import type { Env } from '../env.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { answers, query } from './describe.ts'
import { periodQuestion } from './period-question.ts'
import * as schemas from './schemas.ts'

const question = z.strictObject(periodQuestion)

export const unitRoutes = new Hono<Env>().get(
  '/',
  guard('read'),
  describeRoute({
    summary: 'Đơn vị của mình và các đơn vị trực thuộc',
    responses: answers(schemas.units, []),
  }),
  async (c) => {
    const seen = await listSeen(c.var.deps.db, c.var.who.unit)
    const units = seen.map((unit) => ({
      ...unitJson(unit),
      officialCode: unit.officialCode,
      closedFrom: unit.closedFrom,
    }))
    return c.json({ units })
  },
)

export const rollUpRoutes = new Hono<Env>().get(
  '/',
  guard('read'),
  describeRoute({
    summary: 'Kết quả của các đơn vị cạnh nhau',
    description:
      'settled = due − unconfirmed; settledOnTime: ghi trong onTimeDays ngày kể từ ngày đến hạn (3 nếu cấp trên không định khác); behind: số nhiệm vụ chậm; closing: lúc chốt số liệu, null khi chưa; đơn vị đã đóng trước kỳ không có dòng.',
    responses: answers(schemas.rollUpAnswer, [400]),
  }),
  query(question),
  async (c) => {
    const { asOf, ...rest } = c.req.valid('query')
    const { deps, who, now } = c.var
    const seen = listSeen(deps.db, who.unit)
    const asked = { asOf: asOf ?? localDateOf(now), ...rest }
    const rolled = await rollUp(actOf(c), seen, asked)
    return rolled.ok ? c.json(rollUpJson(rolled.value)) : problemResponse(c, rolled.problem)
  },
)
