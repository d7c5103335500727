/**
 * `/feeds/<token>.ics`: what a calendar program fetches. It speaks to programs: what goes wrong is said in text, or in JSON to
 * who accepts that. It stands before the middleware of the pages: no cookie, no form and no script ever comes here.
 */
import { Hono } from 'hono'
import {
  type BuiltFeed,
  buildFeed,
  bytesFor,
  type FeedOptions,
  feedOfToken,
  isNoteDue,
  keptFeed,
  keyOf,
  sealOf,
} from '../actions/feed.ts'
import type { Seal } from '../actions/feed-memory.ts'
import { clientName } from '../core/notice/calendar-client.ts'
import { invalid, ok, type Result } from '../core/problem.ts'
import { noteIfPossible } from '../store/db.ts'
import { type FeedState, noteFetch } from '../store/feeds.ts'
import { changedHeader, etagOf, isUnchanged } from './conditional.ts'
import type { Ctx, Env } from './env.ts'
import { problemResponse } from './problem.ts'

/** A week in minutes. */
const MOST_ALARM = 10_080

/** The token is in the path: nobody may learn it from a Referer, or find it in a search. */
const ALWAYS = {
  'cache-control': 'private, no-cache',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
}

/** Google's importer asks first. What units share with everybody may be found, the rest needs a sign-in anyway. */
const ROBOTS = 'User-agent: *\nAllow: /feeds/\nAllow: /cong-khai/\nDisallow: /\n'

/** `open` fills the context: a middleware for it would take longer than most answers. */
export const feeds = (open: (c: Ctx) => Promise<void>) =>
  new Hono<Env>()
    .get('/robots.txt', (c) => c.text(ROBOTS))
    .get('/feeds/:file', async (c) => {
      for (const [name, value] of Object.entries(ALWAYS)) c.header(name, value)
      await open(c)
      const file = c.req.param('file')
      const token = file.endsWith('.ics') ? file.slice(0, -'.ics'.length) : ''
      const alarm = alarmOf(c.req.query('alarm'))
      const { db } = c.get('deps')
      const state = await feedOfToken(db, token)
      if (!state.ok) return problemResponse(c, state.problem)
      if (!alarm.ok) return problemResponse(c, alarm.problem)
      if (isNoteDue(state.value, c.get('now')))
        await noteIfPossible(
          noteFetch(db, state.value.id, clientName(c.req.header('user-agent')), c.get('now')),
        )
      return answer(c, state.value, alarm.value)
    })

function alarmOf(text: string | undefined): Result<number | null> {
  if (text === undefined) return ok(null)
  const minutes = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  return minutes <= MOST_ALARM ? ok(minutes) : invalid(`alarm phải là số phút nguyên từ 0 đến ${MOST_ALARM}.`)
}

async function answer(c: Ctx, state: FeedState, alarm: number | null): Promise<Response> {
  const { baseUrl, calendars, turns } = c.get('deps')
  const now = c.get('now')
  const options = { baseUrl, work: calendars.work, alarms: alarm !== null }
  const known = sealOf(state, options, now)
  if (known && isUnchanged(c, known, now)) return unchanged(c, known)
  const kept = keptFeed(state, options, now)
  const built = kept ? ok(kept) : await made(c, state, options)
  if (!built.ok) return problemResponse(c, built.problem)
  // Whoever waited for the same making is answered at the same moment.
  await turns.goOn(state.unit)
  const { seal } = built.value
  if (isUnchanged(c, seal, now)) return unchanged(c, seal)
  return whole(c, built.value, { unit: state.unit, key: keyOf(state, options), alarm })
}

/**
 * What must be built takes long, and all programs of an office ask for it when something has changed: one is made at a time,
 * for all who asked before it was begun. So nobody gets what is older than their question, however much is written meanwhile.
 */
function made(c: Ctx, state: FeedState, options: FeedOptions): Promise<Result<BuiltFeed>> {
  const { db, clock, makings, turns } = c.get('deps')
  return makings(state.unit, keyOf(state, options), async () => {
    await turns.begin(state.unit)
    return buildFeed(db, state, options, clock(), () => turns.goOn(state.unit))
  })
}

/** Only what the client's copy goes by: the rest of it is as it was (RFC 9110, 15.4.5). */
const unchanged = (c: Ctx, seal: Seal): Response =>
  new Response(null, { status: 304, headers: validators(c, seal) })

type Asked = { unit: string; key: string; alarm: number | null }

async function whole(c: Ctx, built: BuiltFeed, { unit, key, alarm }: Asked): Promise<Response> {
  const { seal, body } = built
  const zips = takesGzip(c)
  const ready = alarm === null && (zips ? body.zipped : body.plain)
  const make = () => bytesFor(key, built, { alarm, zips })
  const bytes = ready || (await c.get('deps').makings(unit, [key, alarm, zips, seal.etag].join('\n'), make))
  const headers = {
    ...ALWAYS,
    ...validators(c, seal),
    'last-modified': changedHeader(seal, c.get('now')),
    ...(zips && { 'content-encoding': 'gzip' }),
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `inline; filename="nhip-song-${unit}.ics"`,
    'content-length': String(bytes.byteLength),
  }
  return new Response(bytes, readyMade({ headers }))
}

const validators = (c: Ctx, seal: Seal): Record<string, string> => ({
  'cache-control': ALWAYS['cache-control'],
  etag: etagOf(seal.etag, takesGzip(c)),
  vary: 'accept-encoding',
})

const takesGzip = (c: Ctx): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(c.req.header('accept-encoding') ?? '')

/** Workers would zip again what says that it is zipped; Node doesn't know the word. */
const readyMade = (init: ResponseInit): ResponseInit => ({ ...init, encodeBody: 'manual' }) as ResponseInit
