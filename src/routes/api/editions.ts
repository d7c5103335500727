/** `/api/v1/plans/<id>/editions`: a plan as it stood and as it would stand; drafts, and what is decided about them. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { type Adoption, adoptEdition } from '../../actions/adopt.ts'
import { changesOfEdition, decideEdition, draftEdition } from '../../actions/editions.ts'
import { tellDrafter } from '../../actions/tell-drafter.ts'
import { localDate } from '../../core/cadence.ts'
import { optional, words } from '../../core/field.ts'
import type { WholeEdition } from '../../core/plan/edition.ts'
import { changesJson, editionJson, planFile } from '../../core/plan/plan-json.ts'
import { fail, invalid, missing, ok, type Result } from '../../core/problem.ts'
import { findEdition, listEditions } from '../../store/editions.ts'
import { given } from '../../workshop.ts'
import { actOf } from '../act.ts'
import type { Ctx, Env } from '../env.ts'
import { guard } from '../middleware/guard.ts'
import { noteHandedSeen } from '../note-seen.ts'
import { problemResponse } from '../problem.ts'
import { answers, jsonBody } from './describe.ts'
import { documentDraft, isMultipart } from './document-draft.ts'
import * as schemas from './schemas.ts'

const terms = z.strictObject({
  from: optional(localDate),
  amends: optional(z.strictObject({ number: words(100), day: localDate })),
})
const refusal = z.strictObject({ reason: words(500) })

export const adoptionJson = ({ changes: _, ...adoption }: Adoption) => adoption

const oneEdition = z.object({ edition: schemas.edition })
const adopted = z.object({
  edition: schemas.edition,
  adoption: z.object({}).loose(),
  changes: schemas.changes,
})

const DOCUMENT_FORM = {
  type: 'object' as const,
  properties: {
    origin: { type: 'string' as const, enum: ['document'] },
    tep: { type: 'string' as const, format: 'binary' },
    year: { type: 'string' as const },
  },
  required: ['origin', 'tep'],
}

export const editions = new Hono<Env>()
  .get(
    '/:id/editions',
    guard('read'),
    describeRoute({
      summary: 'Các bản của kế hoạch',
      responses: answers(z.object({ editions: z.array(schemas.edition) }), [404]),
    }),
    async (c) => {
      const all = await listEditions(c.var.deps.db, c.var.who.unit, c.req.param('id'))
      if (!all.length) return problemResponse(c, missing('plan'))
      return c.json({ editions: all.map(editionJson) })
    },
  )
  .post(
    '/:id/editions',
    guard('record'),
    describeRoute({
      summary: 'Soạn một bản dự thảo',
      description:
        'Thân là cả kế hoạch, như tệp kế hoạch hoặc như API trả về; hoặc là văn bản đã ban hành (multipart/form-data: origin=document, tep là tệp, year nếu văn bản không nêu một năm). Văn bản còn chỗ chưa đọc được thì trả lời 409, errors nêu từng chỗ (unread, no-year). Chưa đổi gì cho đến khi có người áp dụng.',
      requestBody: {
        content: {
          'application/yaml': { schema: { type: 'string' } },
          'application/json': { schema: { type: 'object' } },
          'multipart/form-data': { schema: DOCUMENT_FORM },
        },
      },
      responses: answers(
        z.object({ edition: schemas.edition, changes: schemas.changes }),
        [400, 403, 409, 413],
        201,
      ),
    }),
    async (c) => {
      const draft = isMultipart(c) ? await documentDraft(c) : await dataDraft(c)
      if (!draft.ok) return problemResponse(c, draft.problem)
      const changes = await changesOfEdition(actOf(c), draft.value.planId, draft.value.number)
      if (!changes.ok) return problemResponse(c, changes.problem)
      const body = { edition: editionJson(draft.value), changes: changesJson(changes.value.changes) }
      return c.json(body, 201)
    },
  )
  .get(
    '/:id/editions/:n',
    guard('read'),
    describeRoute({
      summary: 'Một bản của kế hoạch, trọn vẹn',
      responses: answers(z.object({ edition: schemas.edition, plan: z.object({}).loose() }), [404]),
    }),
    async (c) => {
      const edition = await findEdition(c.var.deps.db, c.var.who.unit, c.req.param('id'), numberOf(c))
      if (!edition) return problemResponse(c, missing('edition'))
      await noteHandedSeen(c, edition)
      return c.json({ edition: editionJson(edition), plan: planFile(edition.plan) })
    },
  )
  .get(
    '/:id/editions/:n/changes',
    guard('read'),
    describeRoute({
      summary: 'Bản này đổi gì so với bản trước',
      responses: answers(schemas.changes, [404]),
    }),
    async (c) => {
      const changes = await changesOfEdition(actOf(c), c.req.param('id'), numberOf(c))
      return changes.ok ? c.json(changesJson(changes.value.changes)) : problemResponse(c, changes.problem)
    },
  )
  .post(
    '/:id/editions/:n/adopt',
    guard('adopt'),
    describeRoute({
      summary: 'Áp dụng một bản',
      description:
        'Bản dự thảo, hoặc một bản đã từng áp dụng (hoàn tác: thành một bản mới, origin là restored). Không ghi from: cả kế hoạch khi chưa có ghi nhận, nếu không thì từ hôm nay.',
      requestBody: jsonBody(terms),
      responses: answers(adopted, [400, 403, 404, 409, 413]),
    }),
    async (c) => {
      const sent = await bodyOf(c, terms)
      if (!sent.ok) return problemResponse(c, sent.problem)
      const adoption = await adoptEdition(actOf(c), c.req.param('id'), numberOf(c), sent.value)
      if (!adoption.ok) return problemResponse(c, adoption.problem)
      const { edition: number, planId, changes } = adoption.value
      await tellDrafter(actOf(c), { planId, number })
      const edition = await findEdition(c.var.deps.db, c.var.who.unit, planId, number)
      if (!edition) return problemResponse(c, missing('edition'))
      return c.json({
        edition: editionJson(edition),
        adoption: adoptionJson(adoption.value),
        changes: changesJson(changes),
      })
    },
  )
  .post(
    '/:id/editions/:n/send',
    guard('record'),
    describeRoute({
      summary: 'Gửi bản dự thảo cho người áp dụng',
      responses: answers(oneEdition, [403, 404, 409, 413]),
    }),
    (c) => decided(c, { kind: 'sent' }),
  )
  .post(
    '/:id/editions/:n/refuse',
    guard('adopt'),
    describeRoute({
      summary: 'Không nhận một bản, kèm lý do',
      description: 'Bản do cấp trên giao thì cấp trên đọc được lý do; DELETE không bỏ được bản đó.',
      requestBody: jsonBody(refusal),
      responses: answers(oneEdition, [400, 403, 404, 409, 413]),
    }),
    async (c) => {
      const sent = await bodyOf(c, refusal)
      return sent.ok ? decided(c, { kind: 'discarded', ...sent.value }) : problemResponse(c, sent.problem)
    },
  )
  .delete(
    '/:id/editions/:n',
    guard('record'),
    describeRoute({ summary: 'Bỏ một bản dự thảo', responses: answers(oneEdition, [403, 404, 409]) }),
    (c) => decided(c, { kind: 'discarded' }),
  )

const OTHER_PLAN = invalid('Kế hoạch gửi lên có id khác với địa chỉ.', [
  { path: ['id'], code: 'other-plan', message: 'phải là id ở địa chỉ' },
]).problem

const MOST_DATA = 1024 * 1024

async function dataDraft(c: Ctx): Promise<Result<WholeEdition>> {
  const bytes = new Uint8Array(await c.req.arrayBuffer())
  if (bytes.byteLength > MOST_DATA)
    return fail({ kind: 'too-large', detail: 'Dữ liệu gửi lên quá lớn (tối đa 1 MB).' })
  const plan = await c.var.deps.workshop.run(c.var.who.unit, 'plan-file', given(bytes))
  if (!plan.ok) return plan
  if (plan.value.id !== c.req.param('id')) return fail(OTHER_PLAN)
  return draftEdition(actOf(c), plan.value, { origin: 'file' })
}

/** A number that no edition has, for what is none. */
export const numberOf = (c: Ctx): number => {
  const text = c.req.param('n') ?? ''
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0
}

async function decided(c: Ctx, decision: { kind: 'sent' | 'discarded'; reason?: string }) {
  const planId = c.req.param('id') ?? ''
  const edition = await decideEdition(actOf(c), { planId, number: numberOf(c), ...decision })
  if (!edition.ok) return problemResponse(c, edition.problem)
  await tellDrafter(actOf(c), edition.value)
  return c.json({ edition: editionJson(edition.value) })
}

/** An absent body is an empty one. */
export async function bodyOf<T extends z.ZodType>(c: Ctx, schema: T): Promise<Result<z.infer<T>>> {
  const text = await c.req.text()
  await c.var.breathe()
  const parsed = schema.safeParse(parsedJson(text))
  if (parsed.success) return ok(parsed.data)
  return invalid(
    'Dữ liệu gửi lên chưa đúng.',
    parsed.error.issues.map(({ path, code, message }) => ({
      path: path.map(String),
      code: code.replaceAll('_', '-'),
      message,
    })),
  )
}

function parsedJson(text: string): unknown {
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
