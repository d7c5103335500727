/** `…/slots/{id}/evidence`: photos and recordings that are kept as evidence of a slot. */
import type { Handler } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { keepEvidence } from '../../actions/evidence.ts'
import { type FactInput, inputOf } from '../../core/fact.ts'
import { KEPT, MOST_FILES } from '../../core/kept-file.ts'
import { missing, ok, type Result } from '../../core/problem.ts'
import { readOne } from '../../core/reading.ts'
import type { Sent } from '../../core/record/kept-evidence.ts'
import { factJson, slotStandingJson } from '../../core/record/record-json.ts'
import { findSlot } from '../../store/slots.ts'
import { actOf } from '../act.ts'
import { type Ctx, type Env, momentIn } from '../env.ts'
import { readSent } from '../form.ts'
import { problemResponse } from '../problem.ts'
import { bytesOf } from '../record/evidence.ts'
import { factOfForm } from '../record/fact-form.ts'
import { sendKeptFile } from '../record/kept-files.ts'
import { answers, refusals } from './describe.ts'
import { idempotencyKey, keyHeader } from './idempotency-key.ts'
import * as schemas from './schemas.ts'

const FORM = 'multipart/form-data'

export const describeEvidence = describeRoute({
  summary: 'Giữ ảnh, ghi âm làm minh chứng của một kỳ',
  description:
    'multipart/form-data với các tệp ở trường tep (và ghiChu, duongDan, ngay, gio nếu cần), hoặc chính nội dung một tệp, tên ở ?name=. Loại tệp xét theo những byte đầu. Gửi lại tệp đã giữ thì không thêm gì. Kỳ đã chốt cần ghiChu nêu lý do.',
  parameters: [
    keyHeader,
    { name: 'name', in: 'query', description: 'Tên tệp, khi thân là chính tệp', schema: { type: 'string' } },
  ],
  requestBody: {
    required: true,
    content: {
      [FORM]: {
        schema: {
          type: 'object',
          required: ['tep'],
          properties: {
            tep: { type: 'array', maxItems: MOST_FILES, items: { type: 'string', format: 'binary' } },
            ...Object.fromEntries(
              ['ghiChu', 'duongDan', 'ngay', 'gio'].map((name) => [name, { type: 'string' }]),
            ),
          },
        },
      },
      'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
    },
  },
  responses: answers(
    z.object({ facts: z.array(schemas.fact), slot: schemas.slot }),
    [400, 403, 404, 409, 413, 422, 503],
    201,
  ),
})

export const describeKeptFile = describeRoute({
  summary: 'Nội dung một tệp minh chứng',
  description: 'Theo SHA-256 của tệp; nhận Range để nghe tiếp giữa chừng.',
  responses: {
    200: {
      description: 'Tệp',
      content: Object.fromEntries(
        Object.values(KEPT).map(({ type }) => [type, { schema: { type: 'string', format: 'binary' } }]),
      ),
    },
    ...refusals([404]),
  },
})

export const postEvidence: Handler<Env, '/:id/evidence'> = async (c) => {
  const key = idempotencyKey(c)
  if (!key.ok) return problemResponse(c, key.problem)
  const of = { slotId: c.req.param('id').normalize('NFC') }
  const sent = await readSending(c)
  if (!sent.ok) return problemResponse(c, sent.problem)
  const kept = await keepEvidence(c.var.deps, actOf(c), of, { ...sent.value, idempotencyKey: key.value })
  if (!kept.ok) return problemResponse(c, kept.problem)
  const record = await findSlot(c.var.deps.db, c.var.who.unit, of.slotId)
  if (!record) return problemResponse(c, missing('slot'))
  const slot = slotStandingJson(readOne(record, momentIn(c)))
  return c.json({ facts: kept.value.facts.map(factJson), slot }, 201)
}

export const getEvidence: Handler<Env, '/:id/evidence/:file'> = (c) =>
  sendKeptFile(c, c.req.param('file'), c.req.param('id').normalize('NFC'))

type Sending = { files: Sent[]; input: FactInput }

async function readSending(c: Ctx): Promise<Result<Sending>> {
  if (!c.req.header('content-type')?.startsWith(FORM)) {
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    return ok({ files: [{ name: c.req.query('name') ?? '', bytes }], input: inputOf('evidence') })
  }
  const { form, files } = await readSent(c)
  const input = factOfForm((name) => (name === 'viec' ? 'evidence' : form(name)), c.var.now)
  return input.ok ? ok({ files: await bytesOf(files('tep')), input: input.value }) : input
}
