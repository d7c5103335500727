/** `/api/v1/incidents`: one entry explains every slot that it covers. */

import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { coverOf, recordIncident } from '../../actions/incidents.ts'
import { factsOf, type RecordedIncident } from '../../core/incident.ts'
import { missing, ok, type Result } from '../../core/problem.ts'
import { type IncidentInput, incidentInput } from '../../core/record/incident-input.ts'
import { formatInstant } from '../../core/wall-clock.ts'
import { findIncident, incidentIdOf, listIncidents } from '../../store/incidents.ts'
import { actOf } from '../act.ts'
import { type Ctx, type Env, momentIn } from '../env.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { answers, bodyOf, jsonBody } from './describe.ts'
import { idempotencyKey, keyHeader } from './idempotency-key.ts'
import * as schemas from './schemas.ts'

const body = incidentInput.safeExtend({
  slots: z
    .array(z.string().max(200))
    .max(1000)
    .nullish()
    .describe('Mã các kỳ sẽ ghi; không nêu thì mọi kỳ chưa xác nhận trong thời gian đó'),
})

async function readBody(c: Ctx): Promise<Result<{ input: IncidentInput; slots: string[] | null }>> {
  const said = await bodyOf(c, body, 'Sự cố chưa đúng.')
  if (!said.ok) return said
  const { slots, ...input } = said.value
  return ok({ input, slots: slots?.map((id) => id.normalize('NFC')) ?? null })
}

/** A repeated key is the same incident. */
const idOf = (key: string | null): string => (key === null ? crypto.randomUUID() : incidentIdOf(key))

const incidentJson = ({ from, to, recordedAt, undone, ...same }: RecordedIncident) => ({
  ...same,
  from: formatInstant(from),
  to: formatInstant(to),
  recordedAt: formatInstant(recordedAt),
  undone: undone && { by: undone.by, at: formatInstant(undone.at) },
})

async function incidentWithSlots(c: Ctx, incident: RecordedIncident) {
  const { deps, who } = c.var
  const covered = await coverOf(deps.db, who.unit, incident, momentIn(c))
  return {
    incident: incidentJson(incident),
    slots: covered.map(({ reading }) => ({
      id: reading.slot.id,
      standing: reading.at.standing,
      explained: factsOf(incident, reading.facts).length > 0,
    })),
  }
}

const withSlots = z.object({ incident: schemas.incident, slots: z.array(schemas.coveredSlot) })

export const incidents = new Hono<Env>()
  .get(
    '/',
    guard('read'),
    describeRoute({
      summary: 'Các sự cố đã ghi, mới nhất trước',
      responses: answers(z.object({ incidents: z.array(schemas.incident) })),
    }),
    async (c) =>
      c.json({ incidents: (await listIncidents(c.var.deps.db, c.var.who.unit)).map(incidentJson) }),
  )
  .get(
    '/:id',
    guard('read'),
    describeRoute({
      summary: 'Một sự cố và các kỳ rơi vào thời gian đó',
      responses: answers(withSlots, [404]),
    }),
    async (c) => {
      const incident = await findIncident(c.var.deps.db, c.var.who.unit, c.req.param('id'))
      if (!incident) return problemResponse(c, missing('incident'))
      return c.json(await incidentWithSlots(c, incident))
    },
  )
  .post(
    '/',
    guard('record'),
    describeRoute({
      summary: 'Ghi một sự cố cho mọi kỳ rơi vào thời gian đó',
      description:
        'Có văn bản (document) thì các kỳ được ghi là có lý do được chấp nhận; không có thì ghi không phát, chỉ với kỳ đã tới giờ. Kỳ đã có kết quả giữ nguyên. from, to là ngày (tính hết ngày) hoặc ngày giờ.',
      parameters: [keyHeader],
      requestBody: jsonBody(body),
      responses: answers(withSlots, [400, 403, 413, 422, 503], 201),
    }),
    async (c) => {
      const read = await readBody(c)
      if (!read.ok) return problemResponse(c, read.problem)
      const key = idempotencyKey(c)
      if (!key.ok) return problemResponse(c, key.problem)
      const { input, slots } = read.value
      const chosen = slots && new Set(slots)
      const recorded = await recordIncident(actOf(c), { ...input, id: idOf(key.value) }, chosen, key.value)
      if (!recorded.ok) return problemResponse(c, recorded.problem)
      return c.json(await incidentWithSlots(c, recorded.value.incident), 201)
    },
  )
