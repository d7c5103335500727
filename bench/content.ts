/** What is said in slots: a year's rotation, a search, the month's page; each beside a static page of the same run. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { openSession } from '../src/accounts/session.ts'
import { insertUser } from '../src/accounts/user.ts'
import { createApp } from '../src/app.ts'
import { calendars } from '../src/calendars.ts'
import { proposeTopics, type RotationSlot } from '../src/core/content/rotation.ts'
import { placeWord, searchable } from '../src/core/content/search-words.ts'
import { parsePlan } from '../src/core/plan/parse-plan.ts'
import type { Plan } from '../src/core/plan.ts'
import type { Topic } from '../src/core/topic.ts'
import { addDays, instantOf } from '../src/core/wall-clock.ts'
import { openNodeDb } from '../src/node/db.ts'
import type { Db } from '../src/store/db.ts'
import { searchItems } from '../src/store/item-lists.ts'
import { adopt } from '../test/support/adopt.ts'
import { beatDeps } from '../test/support/beat-deps.ts'
import type { Comparison, Runner, Side } from './comparison.ts'

const UNIT = 'xa-thu'
const NOW = instantOf('2026-03-02', '08:00')
const ITEMS = 50_000
const COMMUNES = 3321
const PAGE_BYTES = 30_000

/** What a page costs that is not made at all. */
const staticPage: Side = {
  name: 'a static page of 30 KB',
  open: () => {
    const app = new Hono().get('/', (c) => c.html('a'.repeat(PAGE_BYTES)))
    return { run: async () => (await app.request('/')).text() }
  },
}

const slotsOf = (round: number): RotationSlot[] =>
  Array.from({ length: 100 }, (_, i) => ({
    id: `p:c:${String(i).padStart(3, '0')}`,
    day: addDays('2026-01-02', Math.floor(i * 3.6) + (round % 2)),
    channels: ['loudspeaker'],
    chosen: [],
  }))

const topics: Topic[] = Array.from({ length: 24 }, (_, i) => ({
  ...{ id: `p:${i}`, planId: 'p', clause: String(i), name: `Chủ đề ${i}`, group: i % 2 ? 'A' : 'B' },
  ...{ channels: ['loudspeaker'], quote: '' },
  days:
    i % 6
      ? []
      : [{ name: 'Ngày', from: `${String((i % 12) + 1).padStart(2, '0')}-10`, to: '12-31', source: 'Luật' }],
}))

export const rotationYear: Comparison = {
  id: 'rotation',
  what: 'Topics for a year: 100 slots, 24 topics',
  rounds: 40,
  goal: null,
  ours: {
    name: 'proposeTopics',
    open: () => ({ run: (round) => proposeTopics(slotsOf(round), topics, { gapDays: 28, most: 3 }) }),
  },
  baseline: staticPage,
}

async function onDatabase(fill: (db: Db) => Promise<(round: number) => unknown>): Promise<Runner> {
  const folder = await mkdtemp(join(tmpdir(), 'nhip-song-bench-'))
  const db = await openNodeDb({
    DATABASE_URL: `file:${join(folder, 'content.db')}`,
    DATABASE_AUTH_TOKEN: undefined,
  })
  const run = await fill(db)
  return {
    run,
    close: async () => {
      db.$client.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const WORDS =
  'chuyển đổi số hoá đơn điện tử dịch vụ công trực tuyến cải cách hành chính bà con thôn xã thanh toán học bạ bảo hiểm y tế giám sát tổ công nghệ cộng đồng'.split(
    ' ',
  )

const bodyOf = (i: number): string =>
  Array.from({ length: 120 }, (_, j) => WORDS[(i * 7 + j * (1 + (i % 5))) % WORDS.length]).join(' ')

/** Every tenth item of a unit of its own kind, the others of nine neighbours. */
async function addItems(db: Db): Promise<void> {
  const units = Array.from({ length: 10 }, (_, i) => `xa-${i}`)
  await db.$client.batch(
    units.map((code) => ({
      sql: 'INSERT INTO units (code, name, created_at) VALUES (?, ?, 0)',
      args: [code, code],
    })),
    'write',
  )
  for (let from = 0; from < ITEMS; from += 1000)
    await db.$client.batch(
      Array.from({ length: 1000 }, (_, i) => from + i).flatMap((i) => {
        const unit = units[i % units.length] as string
        const { exact, plain } = searchable(bodyOf(i))
        return [
          { sql: 'INSERT INTO items VALUES (?, ?, ?, 0)', args: [i + 1, unit, `i${i}`] },
          {
            sql: `INSERT INTO item_versions (unit, item_id, version, title, topics, body, language, hash, by, by_id, at)
              VALUES (?, ?, 1, ?, '[]', ?, 'Tiếng Việt', 'x', 'Lan', 'lan', 0)`,
            args: [unit, `i${i}`, `Bài ${i}`, bodyOf(i)],
          },
          {
            sql: 'INSERT INTO items_fts (rowid, place, exact, plain) VALUES (?, ?, ?, ?)',
            args: [i + 1, placeWord(unit), exact, plain],
          },
        ]
      }),
      'write',
    )
}

const ASKED = ['chuyen doi so', 'hoá đơn điện tử', 'giam sat', 'học bạ', 'to cong nghe']

export const search: Comparison = {
  id: 'search',
  what: `Search among ${ITEMS.toLocaleString('en')} items of 10 communes, 50 results`,
  rounds: 20,
  goal: null,
  ours: {
    name: 'searchItems',
    open: () =>
      onDatabase(async (db) => {
        await addItems(db)
        return (round) => searchItems(db, `xa-${round % 10}`, ASKED[round % ASKED.length] as string, 50)
      }),
  },
  baseline: staticPage,
}

/** Five weekly columns: 22 slots in a month. */
function yearPlan(): Plan {
  const plan = parsePlan({
    id: 'thu-2026',
    title: 'Kế hoạch truyền thông năm 2026',
    unit: { code: UNIT, name: 'UBND xã Thử' },
    year: 2026,
    obligations: ['MO', 'TU', 'WE', 'TH', 'FR'].map((day) => ({
      id: `C.${day}`,
      title: 'Chuyên mục Chuyển đổi số trên hệ thống phát thanh xã',
      channels: ['loudspeaker'],
      quote: '01 số/tuần',
      cadence: { kind: 'rate', rrule: `FREQ=WEEKLY;BYDAY=${day};COUNT=50`, time: '05:30', duration: 15 },
    })),
  })
  if (!plan.ok) throw new Error(plan.problem.detail)
  return plan.value
}

async function copyTo(db: Db, communes: number): Promise<void> {
  const others = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${communes - 1})`
  for (const table of communes > 1 ? ['units', 'plans', 'obligations', 'slots'] : []) {
    const { rows } = await db.$client.execute(`SELECT name FROM pragma_table_info('${table}')`)
    const columns = rows.map(({ name }) => `"${name}"`)
    const own = table === 'units' ? '"code"' : '"unit"'
    const values = columns.map((column) => (column === own ? `'xa-' || i` : column))
    await db.$client.execute(
      `${others} INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${table}, n WHERE ${own} = '${UNIT}'`,
    )
  }
}

const monthPage = (communes: number) =>
  onDatabase(async (db) => {
    await adopt(db, UNIT, yearPlan(), calendars, NOW)
    await copyTo(db, communes)
    const user = await insertUser(db, { unit: UNIT, name: 'Lan', username: 'lan', role: 'officer' }, NOW)
    const session = await openSession(db, { unit: UNIT, id: user.ok ? user.value.id : '' }, NOW)
    const deps = { ...beatDeps(db), clock: () => NOW }
    const app = createApp(() => deps)
    return async (round) => {
      const month = String((round % 12) + 1).padStart(2, '0')
      const answer = await app.request(`http://nhip.test/noi-dung/2026-${month}`, {
        headers: { cookie: `nhip_song=${session}` },
      })
      if (answer.status !== 200) throw new Error(`status ${answer.status}`)
      return answer.text()
    }
  })

const contentMonth = (id: string, communes: number): Comparison => ({
  id,
  what: `The content month of a commune among ${communes.toLocaleString('en')}`,
  rounds: 24,
  goal: null,
  ours: { name: 'GET /noi-dung', open: () => monthPage(communes) },
  baseline: staticPage,
})

export const contentOne = contentMonth('content', 1)
export const contentCountry = contentMonth('content-country', COMMUNES)
