/** `/api/v1/places`: where the office speaks officially, and how often it posted there. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { addPlace, closePlace, countPlaces, spanOf } from '../../actions/places.ts'
import { officialPlace } from '../../core/record/official-place.ts'
import { lookOf } from '../act.ts'
import type { Env } from '../env.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { answers, bodyOf, jsonBody, query } from './describe.ts'
import { daysQuestion } from './period-question.ts'
import * as schemas from './schemas.ts'

export const places = new Hono<Env>()
  .get(
    '/',
    guard('read'),
    describeRoute({
      summary: 'Nơi đăng chính thức, và số lượt đăng theo nơi',
      responses: answers(schemas.countedPlaces, [400]),
    }),
    query(daysQuestion),
    async (c) => {
      const { from, to } = c.req.valid('query')
      const { calendars } = c.var.deps
      const span = spanOf(from, to, calendars)
      if (!span.ok) return problemResponse(c, span.problem)
      const { range, places, counts } = await countPlaces(lookOf(c), span.value)
      const posts = counts.map(({ place, kind, count }) => ({ place: place?.name ?? null, kind, count }))
      return c.json({ range, places, posts })
    },
  )
  .post(
    '/',
    guard('close'),
    describeRoute({
      summary: 'Thêm một nơi đăng chính thức',
      requestBody: jsonBody(officialPlace),
      responses: answers(schemas.places, [400, 403, 409, 413], 201),
    }),
    async (c) => {
      const said = await bodyOf(c, officialPlace, 'Chưa thêm được nơi đăng.')
      if (!said.ok) return problemResponse(c, said.problem)
      const { deps, who, now } = c.var
      const added = await addPlace({ db: deps.db, who, now }, said.value)
      return added.ok ? c.json({ places: added.value }, 201) : problemResponse(c, added.problem)
    },
  )
  .delete(
    '/:name',
    guard('close'),
    describeRoute({
      summary: 'Thôi dùng một nơi đăng',
      description: 'Lượt đã đăng ở đó vẫn được đếm, theo loại nơi đăng.',
      responses: answers(schemas.places, [403, 404, 409]),
    }),
    async (c) => {
      const { deps, who, now } = c.var
      const closed = await closePlace({ db: deps.db, who, now }, c.req.param('name').normalize('NFC'))
      return closed.ok ? c.json({ places: closed.value }) : problemResponse(c, closed.problem)
    },
  )
