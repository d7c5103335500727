/** The least that a Hono server with an embedded libSQL database can be: what the product's start is held against. */
import { serve } from '@hono/node-server'
import { createClient } from '@libsql/client'
import { Hono } from 'hono'

const db = createClient({ url: process.env.DATABASE_URL as string })
const app = new Hono().get('/healthz', async (c) => {
  await db.execute('SELECT 1')
  return c.json({ status: 'ok' })
})
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
