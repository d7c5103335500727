import { serve } from '@hono/node-server'
import { createApp } from '/work/main/src/app.ts'
import { calendars } from '/work/main/src/calendars.ts'
import { openNodeDb } from '/work/main/src/node-db.ts'
import { publicFiles } from '/work/main/src/node-files.ts'
const db = await openNodeDb({ DATABASE_URL: process.env.DATABASE_URL!, DATABASE_AUTH_TOKEN: undefined })
const deps: any = { db, clock: Date.now, baseUrl: 'http://127.0.0.1', calendars, samples: [], channels: {}, copies: null, log: () => {} }
const app = createApp(() => deps, publicFiles())
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' }, () => console.log('up'))
process.on('SIGINT', () => process.exit())
