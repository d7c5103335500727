/** `/api/v1/feeds`: calendar subscriptions. The address holds the secret and is told once, when it is made. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { subscribe, subscriptionsOf, unsubscribe } from '../../actions/subscription.ts'
import { formatInstant, type Instant } from '../../core/wall-clock.ts'
import type { Feed } from '../../store/feeds.ts'
import type { Env } from '../env.ts'
import { guard } from '../middleware/guard.ts'
import { noteChange } from '../note-change.ts'
import { problemResponse } from '../problem.ts'
import { answers, bodyOf, jsonBody, refusals } from './describe.ts'
import * as schemas from './schemas.ts'

const body = z.strictObject({
  name: z.string('phải là chữ').describe('Người nhận lịch'),
  scope: z
    .string('phải là chữ')
    .default('all')
    .describe('all, radio, leadership, channel:<kênh> hoặc lead:<cơ quan chủ trì>'),
})

const instantJson = (instant: Instant | null): string | null =>
  instant === null ? null : formatInstant(instant)

const feedJson = ({ id, name, scope, createdAt, fetchedAt, client }: Feed) => ({
  ...{ id, name, scope, client },
  ...{ createdAt: instantJson(createdAt), fetchedAt: instantJson(fetchedAt) },
})

export const feedRoutes = new Hono<Env>()
  .get(
    '/',
    guard('subscribe'),
    describeRoute({
      summary: 'Các lịch đăng ký đang dùng',
      description: 'Quản trị viên thấy mọi lịch của đơn vị, người khác thấy lịch do mình tạo.',
      responses: answers(z.object({ feeds: z.array(schemas.feed) })),
    }),
    async (c) => c.json({ feeds: (await subscriptionsOf(c.var.deps.db, c.var.who)).map(feedJson) }),
  )
  .post(
    '/',
    guard('subscribe'),
    describeRoute({
      summary: 'Tạo một lịch đăng ký',
      description:
        'url là bí mật của người nhận và chỉ trả về lần này. Thêm ?alarm=15 vào url để nhắc trước 15 phút.',
      requestBody: jsonBody(body),
      responses: answers(z.object({ feed: schemas.feed, url: z.url() }), [400, 403, 409, 413], 201),
    }),
    async (c) => {
      const { deps, who, now } = c.var
      const read = await bodyOf(c, body, 'Chưa tạo được lịch.')
      if (!read.ok) return problemResponse(c, read.problem)
      const made = await subscribe(deps.db, who, read.value, now)
      if (!made.ok) return problemResponse(c, made.problem)
      await noteChange(c, 'feed-made', made.value.feed.name)
      return c.json({ feed: feedJson(made.value.feed), url: deps.baseUrl + made.value.path }, 201)
    },
  )
  .delete(
    '/:id',
    guard('subscribe'),
    describeRoute({
      summary: 'Thu hồi một lịch đăng ký',
      description: 'Có hiệu lực ngay: địa chỉ của lịch trả lời 410.',
      responses: {
        204: { description: 'Đã thu hồi' },
        ...refusals([404]),
      },
    }),
    async (c) => {
      const { deps, who, now } = c.var
      const done = await unsubscribe(deps.db, who, c.req.param('id'), now)
      if (done.ok) await noteChange(c, 'feed-revoked', done.value)
      return done.ok ? c.body(null, 204) : problemResponse(c, done.problem)
    },
  )
