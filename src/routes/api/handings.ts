/** `/api/v1/plans/<id>/editions/<n>/hand` and `/handed`: an edition goes to offices below, and what each made of it. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { handEdition } from '../../actions/hand.ts'
import type { Handing } from '../../core/plan/handing.ts'
import { missing } from '../../core/problem.ts'
import { formatInstant } from '../../core/wall-clock.ts'
import { findEdition } from '../../store/editions.ts'
import { listHandings } from '../../store/handings.ts'
import { listSeen } from '../../store/unit-tree.ts'
import { actOf } from '../act.ts'
import type { Ctx, Env } from '../env.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { answers, jsonBody } from './describe.ts'
import { bodyOf, numberOf } from './editions.ts'
import * as schemas from './schemas.ts'

const receivers = z.strictObject({
  units: z
    .union([z.literal('all'), z.array(z.string().max(60)).min(1).max(10_000)])
    .describe('Mã các đơn vị nhận, hoặc all: mọi đơn vị đang hoạt động ở dưới chưa được giao bản này'),
})

export const handings = new Hono<Env>()
  .post(
    '/:id/editions/:n/hand',
    guard('adopt'),
    describeRoute({
      summary: 'Giao một bản cho các đơn vị ở dưới',
      description:
        'Mỗi đơn vị nhận một bản dự thảo (origin là handed) mang tên mình, giờ phát theo đài của mình; lịch của đơn vị chỉ đổi khi đơn vị tự áp dụng. Giao cho tất cả hoặc không giao cho ai: đơn vị không có, đã đóng, hoặc đã được giao bản này thì errors nêu từng đơn vị.',
      requestBody: jsonBody(receivers),
      responses: answers(schemas.handed, [400, 403, 404, 409, 413], 201),
    }),
    async (c) => {
      const sent = await bodyOf(c, receivers)
      if (!sent.ok) return problemResponse(c, sent.problem)
      const { units } = sent.value
      const [planId, number] = [c.req.param('id'), numberOf(c)]
      const handed = await handEdition(actOf(c), planId, number, units === 'all' ? null : units)
      if (!handed.ok) return problemResponse(c, handed.problem)
      const now = new Set(handed.value.drafts.map(({ unit }) => unit.code))
      const all = await handedNow(c, planId, number)
      return c.json({ handed: all.filter(({ unit }) => now.has(unit)).map(handingJson) }, 201)
    },
  )
  .get(
    '/:id/editions/:n/handed',
    guard('read'),
    describeRoute({
      summary: 'Các đơn vị đã được giao bản này',
      description:
        'state: handed (chưa xem), seen (đã xem), adopted (nhận nguyên), changed (sửa rồi nhận), refused (không nhận, kèm reason), replaced (đã giao bản sau trước khi trả lời).',
      responses: answers(schemas.handed, [404]),
    }),
    async (c) => {
      const [planId, number] = [c.req.param('id'), numberOf(c)]
      const edition = await findEdition(c.var.deps.db, c.var.who.unit, planId, number)
      if (!edition) return problemResponse(c, missing('edition'))
      return c.json({ handed: (await handedNow(c, planId, number)).map(handingJson) })
    },
  )

/** Of offices that are below still; the newest of each. */
async function handedNow(c: Ctx, planId: string, number: number): Promise<Handing[]> {
  const { deps, who } = c.var
  const [all, seen] = await Promise.all([
    listHandings(deps.db, who.unit, planId),
    listSeen(deps.db, who.unit),
  ])
  const below = new Set(seen.map(({ code }) => code))
  const own = all.filter((one) => one.edition === number && below.has(one.unit))
  return [...Map.groupBy(own, ({ unit }) => unit).values()].flatMap(([newest]) => newest ?? [])
}

const instant = (at: number | null): string | null => (at === null ? null : formatInstant(at))

const handingJson = ({ unit, draft, by, at, seenAt, state, decided }: Handing) => ({
  ...{ unit, planId: draft.planId, edition: draft.number, by, at: formatInstant(at), state },
  seenAt: instant(seenAt),
  decidedAt: instant(decided?.at ?? null),
  decidedBy: decided?.by ?? null,
  reason: decided?.reason ?? null,
})
