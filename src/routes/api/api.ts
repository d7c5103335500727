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

const v1 = new Hono<Env>()
  .use(guard('read'))
  .route('/slots', slots)
  .route('/plans', plans)
  .route('/compliance', countRoutes)
  .route('/feeds', feedRoutes)
  .route('/incidents', incidents)
  .route('/extras', extras)
  .route('/forms', forms)
  .route('/pay-list', payList)
  .route('/pay-rates', payRates)
  .route('/places', places)
  .route('/station', station)
  .route('/units', unitRoutes)
  .route('/roll-up', rollUpRoutes)

const described = new Hono<Env>().route('/api/v1', v1)

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

let made: ReturnType<typeof generateSpecs> | undefined
let text: string | undefined

/** The OpenAPI document, made from the routes themselves, once: no two requests get another one. */
export const apiDocument = (c: Ctx) => {
  made ??= generateSpecs(described, { documentation }, c)
  return made
}

export const api = new Hono<Env>()
  .get('/openapi.json', async (c) => {
    text ??= JSON.stringify(await apiDocument(c))
    return c.body(text, 200, { 'content-type': 'application/json' })
  })
  .route('/v1', v1)
