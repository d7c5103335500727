/** `/api/v1/station`: the unit's air time; a PUT says it anew from a day on. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { type Station, stationOn, stationSchema } from '../../core/station/station.ts'
import { formatInstant, localDateOf } from '../../core/wall-clock.ts'
import { listSaidStations, type SaidStation, setStation } from '../../store/stations.ts'
import type { Ctx, Env } from '../env.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { answers, bodyOf, jsonBody } from './describe.ts'
import * as schemas from './schemas.ts'

/** What is answered may be sent again as it is. */
const body = stationSchema.safeExtend({ history: z.array(z.unknown()).optional() })

const NONE = { from: null, sessions: [], silentDays: [], maxMinutes: null }

const stationJson = (said: readonly SaidStation[], held: Station | null) => ({
  ...(held ?? NONE),
  history: said.map(({ station, by, setAt }) => ({ ...station, by, at: formatInstant(setAt) })),
})

/** As it stands today. */
async function answer(c: Ctx) {
  const said = await listSaidStations(c.var.deps.db, c.var.who.unit)
  const today = localDateOf(c.var.now)
  const held = stationOn(
    said.map(({ station }) => station),
    today,
  )
  return stationJson(said, held)
}

export const station = new Hono<Env>()
  .get(
    '/',
    guard('read'),
    describeRoute({
      summary: 'Giờ phát của đài hôm nay, và mọi lần đã đặt',
      responses: answers(schemas.station, []),
    }),
    async (c) => c.json(await answer(c)),
  )
  .put(
    '/',
    guard('record'),
    describeRoute({
      summary: 'Đặt giờ phát của đài từ một ngày',
      description:
        'Lần đặt trước vẫn giữ cho những ngày trước đó. Gửi lại đúng như đang có thì không đổi gì.',
      requestBody: jsonBody(body),
      responses: answers(schemas.station, [400, 403, 413]),
    }),
    async (c) => {
      const said = await bodyOf(c, body, 'Giờ phát của đài chưa đúng.')
      if (!said.ok) return problemResponse(c, said.problem)
      const { history: _, ...station } = said.value
      await setStation(c.var.deps.db, c.var.who, station, c.var.now)
      return c.json(await answer(c))
    },
  )
