/** `/healthz`: is the server up, and does its database answer. */
import { Hono } from 'hono'
import type { Env } from './env.ts'

export const health = new Hono<Env>().get('/healthz', async (c) => {
  const { db } = c.var.deps
  const answered = await db.$client.execute('SELECT 1').then(
    () => true,
    () => false,
  )
  return c.json({ status: answered ? 'ok' : 'failing', database: answered ? 'ok' : 'failing' }, answered ? 200 : 503)
})
