/** The API: everything that a program may ask, described for OpenAPI at `/api/openapi.json`. */
import { Hono } from 'hono'
import { type GenerateSpecOptions, generateSpecs } from 'hono-openapi'
import type { Ctx, Env } from '../env.ts'
import { guard } from '../middleware/guard.ts'
import { countRoutes } from './count.ts'
import { extras } from './extras.ts'
import { feedRoutes } from './feeds.ts'
import { forms } from './forms.ts'
import { incidents } from './incidents.ts'
import { payList } from './pay-list.ts'
import { payRates } from './pay-rates.ts'
import { places } from './places.ts'
import { plans } from './plans.ts'
import { slots } from './slots.ts'
import { station } from './station.ts'
import { rollUpRoutes, unitRoutes } from './units.ts'

const ROOMS: [string, Hono<Env>][] = [
  ['/slots', slots],
  ['/plans', plans],
  ['/compliance', countRoutes],
  ['/feeds', feedRoutes],
  ['/incidents', incidents],
  ['/extras', extras],
  ['/forms', forms],
  ['/pay-list', payList],
  ['/pay-rates', payRates],
  ['/places', places],
  ['/station', station],
  ['/units', unitRoutes],
  ['/roll-up', rollUpRoutes],
]

const v1 = new Hono<Env>().use(guard('read'))
for (const [path, room] of ROOMS) v1.route(path, room)

const documentation = {
  openapi: '3.1.0',
  info: {
    title: 'Nhịp Sóng',
    version: '1',
    description:
      'Lịch và kết quả thực hiện kế hoạch truyền thông của xã, phường. Mọi giờ là giờ Việt Nam (+07:00).',
  },
  components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  security: [{ token: [] }],
} satisfies GenerateSpecOptions['documentation']

type ApiDocument = Awaited<ReturnType<typeof generateSpecs>>

let made: Promise<ApiDocument> | undefined
let text: string | undefined

/** The OpenAPI document, made from the routes themselves, once: no two requests get another one. */
export const apiDocument = (c: Ctx): Promise<ApiDocument> => {
  made ??= describe(c)
  return made
}

/** Room by room: all of them in one go would hold everybody else for a third of a second. */
async function describe(c: Ctx): Promise<ApiDocument> {
  const parts: ApiDocument[] = []
  for (const [path, room] of ROOMS) {
    parts.push(await generateSpecs(new Hono<Env>().route(`/api/v1${path}`, room), { documentation }, c))
    await c.var.breathe()
  }
  const [first] = parts as [ApiDocument]
  const schemas = Object.assign({}, ...parts.map(({ components }) => components?.schemas))
  const paths = Object.assign({}, ...parts.map((part) => part.paths))
  return { ...first, paths, components: { ...first.components, schemas } }
}

export const api = new Hono<Env>()
  .get('/openapi.json', async (c) => {
    text ??= JSON.stringify(await apiDocument(c))
    return c.body(text, 200, { 'content-type': 'application/json' })
  })
  .route('/v1', v1)
