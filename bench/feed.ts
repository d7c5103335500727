/** A year's calendar feed: built, served from memory, and not served because nothing changed. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import ical from 'ical-generator'
import { buildFeed, feedOfToken } from '../src/actions/feed.ts'
import { calendars } from '../src/calendars.ts'
import type { Comparison, Runner } from './comparison.ts'
import { feedYear, NOW } from './feed-year.ts'
import { httpLoad } from './http-load.ts'
import { type Served, serving } from './serving.ts'

const COMMUNES = 3321
const REQUESTS = { unchanged: 4000, whole: 800 }
type Asked = keyof typeof REQUESTS

/** As many as ask at once, each by an address of their own: no two of them are one question. */
const SUBSCRIBERS = 64

type Target = Served & { paths: readonly string[]; headers: Record<string, string> }

const asking = (
  { port, stop, peakKib, paths, headers }: Target,
  asked: Asked,
  close: () => Promise<unknown>,
): Runner => ({
  run: () =>
    httpLoad({
      ...{ port, requests: REQUESTS[asked], path: asked },
      each: (request) => ({ path: paths[request % paths.length] as string, headers }),
    }),
  peakKib,
  close: async () => {
    await stop()
    await close()
  },
})

async function product(asked: Asked, communes: number): Promise<Runner> {
  const year = await feedYear({ communes, subscribers: SUBSCRIBERS })
  const server = await serving('../scripts/run.ts', ['serve'], { DATABASE_URL: year.url })
  const first = await fetch(`http://127.0.0.1:${server.port}${year.paths[0]}`, {
    headers: { 'accept-encoding': 'identity' },
  })
  const etag = first.headers.get('etag') ?? ''
  const headers: Record<string, string> = asked === 'unchanged' ? { 'if-none-match': etag } : {}
  await first.arrayBuffer()
  return asking({ ...server, paths: year.paths, headers }, asked, year.close)
}

async function bare(asked: Asked): Promise<Runner> {
  const year = await feedYear({ subscribers: SUBSCRIBERS })
  const file = join(year.folder, 'feed.ics')
  await writeFile(file, (await builtFeed(year)).body.plain)
  const server = await serving('./bare-feed.ts', [], { FEED_FILE: file, ASKED: asked })
  return asking({ ...server, paths: year.paths, headers: {} }, asked, year.close)
}

type Year = Awaited<ReturnType<typeof feedYear>>

async function builtFeed({ db, paths }: Year) {
  const state = await feedOfToken(db, (paths[0] as string).slice('/feeds/'.length, -'.ics'.length))
  const options = { baseUrl: 'http://nhip-song.vn', work: calendars.work, alarms: false }
  const built = state.ok ? await buildFeed(db, state.value, options, NOW) : state
  if (!built.ok) throw new Error(built.problem.detail)
  return built.value
}

/** From the database to the bytes, each round after a change. */
async function building(communes = 1): Promise<Runner> {
  const year = await feedYear({ communes })
  return {
    prepare: () => year.db.$client.execute(`UPDATE slots SET revision = revision + 1 WHERE rowid = 1`),
    run: () => builtFeed(year),
    close: year.close,
  }
}

/** The same events from memory; its hours are right on machines in Vietnam only. */
function generated(): Runner {
  const title = 'Chuyên mục Chuyển đổi số và Nghị quyết số 57-NQ/TW trên hệ thống phát thanh xã'
  const description = `Số 1/50 · phát mới · 15 phút\n${title.repeat(4)}`
  return {
    run: () => {
      const calendar = ical({ name: 'Lịch truyền thông xã Thử' })
      for (let i = 0; i < 250; i++) {
        const start = new Date(NOW + i * 86_400_000)
        const end = new Date(start.getTime() + 900_000)
        calendar.createEvent({
          id: `thu-2026:${i}`,
          start,
          end,
          timezone: 'Asia/Ho_Chi_Minh',
          summary: title,
          description,
        })
      }
      return calendar.toString()
    },
  }
}

const served = (asked: Asked, communes: number, id: string, what: string): Comparison => ({
  ...{ id, what: communes > 1 ? `${what}, ${COMMUNES.toLocaleString('en')} communes in the file` : what },
  ...{ rounds: 15, goal: 0.6 },
  ours: { name: 'feed', open: () => product(asked, communes) },
  baseline: { name: 'bare Hono', open: () => bare(asked) },
})

const built = (communes: number, id: string, what: string): Comparison => ({
  ...{ id, what: communes > 1 ? `${what}, ${COMMUNES.toLocaleString('en')} communes in the file` : what },
  ...{ rounds: 100, goal: 1 },
  ours: { name: 'buildFeed', open: () => building(communes) },
  baseline: { name: 'ical-generator, without a database', open: generated },
})

const UNCHANGED = `${REQUESTS.unchanged.toLocaleString('en')} requests for a feed that has not changed (304)`
const WHOLE = `${REQUESTS.whole.toLocaleString('en')} requests for a feed of 250 events`
const BUILT = 'Building a feed of 250 events'

export const feedComparisons: Comparison[] = [
  built(1, 'feed-build', BUILT),
  served('whole', 1, 'feed', WHOLE),
  served('unchanged', 1, 'feed-304', UNCHANGED),
  built(COMMUNES, 'feed-build-country', BUILT),
  served('whole', COMMUNES, 'feed-country', WHOLE),
  served('unchanged', COMMUNES, 'feed-304-country', UNCHANGED),
]
