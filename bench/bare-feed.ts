/** A bare Hono that has nothing to decide: the bytes of a feed, and a 304. */
import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

const bytes = new Uint8Array(readFileSync(process.env.FEED_FILE as string))
const app = new Hono()
  .get('/healthz', (c) => c.json({ status: 'ok' }))
  .get('/feeds/:file', (c) =>
    process.env.ASKED === 'unchanged'
      ? c.body(null, 304, { etag: '"feed"' })
      : c.body(bytes, 200, { 'content-type': 'text/calendar; charset=utf-8' }),
  )
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
