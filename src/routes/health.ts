/** `/healthz`: does the database answer and keep what it is given, when was the last beat, and what fails. Names no unit and nobody. */
import { Hono } from 'hono'
import { formatInstant, type Instant, localDateOf, weekRange } from '../core/wall-clock.ts'
import { lastBeat, outboxHealth } from '../store/beats.ts'
import { failingTurns } from '../store/turns.ts'
import { weekSource } from '../store/week.ts'
import { reasonOf } from '../trace.ts'
import type { Ctx, Env } from './env.ts'

/** Beats come each minute; a few may be missed while a machine restarts. */
const LATE_MS = 10 * 60_000

export const isLate = (finishedAt: Instant, now: Instant): boolean => now - finishedAt > LATE_MS

/** `attention`: it answers, but somebody should look. Only a database that does not answer is worth a restart. */
export const health = new Hono<Env>().get('/healthz', async (c) => {
  try {
    const trouble = (await c.var.deps.storage?.trouble()) ?? null
    if (trouble) return c.json({ status: 'failing', database: 'failing', why: trouble }, 503)
    return c.json(await healthOf(c))
  } catch (error) {
    c.var.deps.trace({ event: 'health-failed', why: reasonOf(error) })
    return c.json({ status: 'failing', database: 'failing' }, 503)
  }
})

const NO_UNIT = { code: '', name: '', version: null }

async function healthOf(c: Ctx) {
  const { deps, now } = c.var
  // A database that answers what is easy may still refuse what pages ask.
  const [beat, turns, outbox] = await Promise.all([
    lastBeat(deps.db),
    failingTurns(deps.db),
    outboxHealth(deps.db, now),
    weekSource(deps.db, NO_UNIT, weekRange(localDateOf(now)), true),
  ])
  const last = beat?.finishedAt ?? null
  const late = beat !== null && isLate(last ?? beat.startedAt, now)
  const failing = [...new Set(turns.map(({ job }) => job))]
  const ahead = (beat?.aheadAt ?? null) !== null
  const attention = ahead || late || failing.length > 0 || outbox.overdue > 0
  return {
    status: attention ? 'attention' : 'ok',
    database: 'ok',
    beat: { last: last === null ? null : formatInstant(last), late, ...(ahead && { clock: 'ahead' }) },
    failing,
    outbox,
  }
}
