/** `/api/v1/extras`: one-off airings and events outside any plan. What happened of them is recorded like of any slot. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { addExtra } from '../../actions/extras.ts'
import { extraSchema } from '../../core/extra.ts'
import { EXTRA } from '../../core/outside-plans.ts'
import { fail, missing } from '../../core/problem.ts'
import { read, readOne } from '../../core/reading.ts'
import { slotStandingJson } from '../../core/record/record-json.ts'
import { findSlot, listSlots } from '../../store/slots.ts'
import { deedOf } from '../act.ts'
import { type Env, momentIn } from '../env.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { meetsWords } from '../views/record/extra.ts'
import { answers, bodyOf, jsonBody, query } from './describe.ts'
import { idempotencyKey, keyHeader } from './idempotency-key.ts'
import { daysQuestion } from './period-question.ts'
import * as schemas from './schemas.ts'

const body = extraSchema.safeExtend({
  anyway: z.boolean('phải là true hoặc false').default(false).describe('Thêm dù trùng giờ với khung khác'),
})

export const extras = new Hono<Env>()
  .get(
    '/',
    guard('read'),
    describeRoute({
      summary: 'Các việc ngoài kế hoạch',
      responses: answers(z.object({ slots: z.array(schemas.slot) })),
    }),
    query(daysQuestion),
    async (c) => {
      const range = c.req.valid('query')
      const records = await listSlots(c.var.deps.db, c.var.who.unit, { planId: EXTRA, range })
      return c.json({ slots: read(records, momentIn(c)).map(slotStandingJson) })
    },
  )
  .post(
    '/',
    guard('record'),
    describeRoute({
      summary: 'Thêm một việc ngoài kế hoạch',
      description:
        'Không tính vào chỉ tiêu nào. Trùng giờ phát thì bị từ chối (409, code meets) trừ khi anyway là true. Kết quả ghi qua /slots/{id}/facts.',
      parameters: [keyHeader],
      requestBody: jsonBody(body),
      responses: answers(z.object({ slot: schemas.slot }), [400, 403, 409, 413, 422], 201),
    }),
    async (c) => {
      const key = idempotencyKey(c)
      if (!key.ok) return problemResponse(c, key.problem)
      const said = await bodyOf(c, body, 'Việc ngoài kế hoạch chưa đúng.')
      if (!said.ok) return problemResponse(c, said.problem)
      const { deps, who } = c.var
      const { anyway, ...extra } = said.value
      const added = await addExtra(deedOf(c), extra, { idempotencyKey: key.value, anyway })
      if (!added.ok) return problemResponse(c, added.problem)
      if (added.value.id === null) {
        const errors = meetsWords(added.value.meets).map((message) => ({
          path: ['time'],
          code: 'meets',
          message,
        }))
        return problemResponse(
          c,
          fail({ kind: 'conflict', detail: 'Giờ này đã có khung khác.', errors }).problem,
        )
      }
      const record = await findSlot(deps.db, who.unit, added.value.id)
      if (!record) return problemResponse(c, missing('slot'))
      return c.json({ slot: slotStandingJson(readOne(record, momentIn(c))) }, 201)
    },
  )
