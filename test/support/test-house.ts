/** A whole app on an empty database of its own, with a clock that stands where the test puts it. */
import { WORK } from '../../src/actions/work.ts'
import { createApp } from '../../src/app.ts'
import { calendars } from '../../src/calendars.ts'
import { consoleChannel } from '../../src/channels/console.ts'
import { MIB } from '../../src/core/kept-file.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import type { Deps } from '../../src/deps.ts'
import { noQueue, sharing } from '../../src/queue.ts'
import { units } from '../../src/store/schema.ts'
import { noTurns } from '../../src/turns.ts'
import { workHere } from '../../src/workshop.ts'
import { database } from './database.ts'

/** Monday of the week in which most tests live. */
export const MONDAY = instantOf('2025-08-04', '08:00')

export const BASE_URL = 'http://nhip.test'

/** What a test that sends and logs nothing gives the app. */
const quiet = () => {
  const nobody = consoleChannel(() => undefined)
  const channels = { email: nobody, webhook: nobody }
  const workshop = workHere(WORK)
  return {
    channels,
    copies: null,
    storage: null,
    files: null,
    fileLimits: { photo: 10 * MIB, recording: 20 * MIB, quota: 100 * MIB },
    workshop,
    turns: noTurns,
    makings: sharing(noQueue),
    bodies: noQueue,
    trustedProxies: [],
    webhooksMayBeLocal: true,
    trace: () => undefined,
  }
}

export async function testHouse(given: Partial<Omit<Deps, 'db' | 'clock'>> = {}) {
  const { url, db, [Symbol.asyncDispose]: close } = await database()
  const clock = { now: MONDAY }
  const common = { baseUrl: BASE_URL, calendars, samples: [] }
  const deps: Deps = { db, clock: () => clock.now, ...common, ...quiet(), ...given }
  const app = createApp(() => deps)
  /** `path` on this server; forms arrive as from its own pages. */
  const ask = async (path: string, init: RequestInit & { cookie?: string | undefined } = {}) => {
    const headers = new Headers({ origin: BASE_URL, ...(init.headers as Record<string, string>) })
    if (init.cookie) headers.set('cookie', `nhip_song=${init.cookie}`)
    return app.request(`${BASE_URL}${path}`, { ...init, headers })
  }
  const send = (path: string, fields: Record<string, string>, init: { cookie?: string | undefined } = {}) =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields), ...init })
  const addUnit = (code: string, name = code, parent: string | null = null) =>
    db.insert(units).values({ code, name, parent, createdAt: MONDAY })
  return { url, db, app, clock, deps, ask, send, addUnit, [Symbol.asyncDispose]: close }
}

/** The session that an answer gives, or undefined. */
export const cookieOf = (answer: Response): string | undefined =>
  /nhip_song=([^;,]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1]
