/** `POST /api/v1/slots/{id}/facts` and, for obligations without slots, `…/plans/{id}/obligations/{clause}/facts`. */

import type { Handler } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { recordFact } from '../../actions/record-fact.ts'
import { recordOnObligation } from '../../actions/record-on-obligation.ts'
import { type FactInput, factInput } from '../../core/fact.ts'
import { ok, type Result } from '../../core/problem.ts'
import { readOne } from '../../core/reading.ts'
import { factJson, slotStandingJson } from '../../core/record/record-json.ts'
import { mayRecord } from '../../core/record/recording.ts'
import { type Ctx, type Env, momentIn } from '../env.ts'
import { problemResponse } from '../problem.ts'
import { answers, bodyOf, jsonBody } from './describe.ts'
import { idempotencyKey, keyHeader } from './idempotency-key.ts'
import * as schemas from './schemas.ts'

/** `withReruns` is not part of the fact: it says whether a moved original takes its open reruns along. */
const body = factInput.extend({
  withReruns: z
    .boolean('phải là true hoặc false')
    .default(false)
    .describe('Dời cả các lần phát lại chưa phát'),
})

async function readBody(
  c: Ctx,
): Promise<Result<{ input: FactInput; withReruns: boolean; key: string | null }>> {
  const key = idempotencyKey(c)
  if (!key.ok) return key
  const said = await bodyOf(c, body, 'Ghi nhận chưa đúng.')
  if (!said.ok) return said
  const { withReruns, ...input } = said.value
  return ok({ input, withReruns, key: key.value })
}

const requestBody = jsonBody(body)

export const describeFact = describeRoute({
  summary: 'Ghi một việc đã xảy ra',
  description:
    'Sổ chỉ thêm, không sửa: ghi sai thì gửi một correction nêu mã ghi nhận bị sửa (corrects). Không ghi at thì lấy giờ theo lịch nếu đã qua, nếu chưa thì lấy lúc này.',
  parameters: [keyHeader],
  requestBody,
  responses: answers(
    z.object({ fact: schemas.fact, slot: schemas.slot }),
    [400, 403, 404, 409, 413, 422, 503],
    201,
  ),
})

export const describeLog = describeRoute({
  summary: 'Ghi trên chính nhiệm vụ, không gắn kỳ',
  description:
    'Việc thường xuyên: aired, posted, held như với kỳ. Việc theo sự kiện: moved với to là ngày sự kiện sẽ xếp các kỳ vào lịch. Việc "nếu có" không có kỳ: not-aired với reason là not-triggered.',
  parameters: [keyHeader],
  requestBody,
  responses: answers(z.object({ fact: schemas.fact }), [400, 403, 404, 409, 413, 422, 503], 201),
})

export const postFact: Handler<Env, '/:id/facts'> = async (c) => {
  const read = await readBody(c)
  if (!read.ok) return problemResponse(c, read.problem)
  const { input, withReruns, key } = read.value
  const id = c.req.param('id').normalize('NFC')
  const refused = mayRecord(c.var.who.role, input)
  if (refused) return problemResponse(c, refused)
  const options = { idempotencyKey: key, withReruns }
  const recorded = await recordFact({ db: c.var.deps.db, who: c.var.who, now: c.var.now }, id, input, options)
  if (!recorded.ok) return problemResponse(c, recorded.problem)
  const { fact, record } = recorded.value
  const slot = slotStandingJson(readOne(record, momentIn(c)))
  return c.json({ fact: factJson(fact), slot }, 201)
}

export const postLog: Handler<Env, '/:id/obligations/:clause/facts'> = async (c) => {
  const read = await readBody(c)
  if (!read.ok) return problemResponse(c, read.problem)
  const of = { planId: c.req.param('id'), obligationId: c.req.param('clause').normalize('NFC') }
  const { input, key } = read.value
  const { db, calendars } = c.var.deps
  const recorded = await recordOnObligation({ db, who: c.var.who, now: c.var.now, calendars }, of, input, {
    idempotencyKey: key,
  })
  if (!recorded.ok) return problemResponse(c, recorded.problem)
  return c.json({ fact: factJson(recorded.value.fact) }, 201)
}
