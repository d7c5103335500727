/** A commune with a year of 250 events and a subscriber, alone in its file or among all communes of the country. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { subscribe } from '../src/actions/subscription.ts'
import { calendars } from '../src/calendars.ts'
import { parsePlan } from '../src/core/plan/parse-plan.ts'
import type { Plan } from '../src/core/plan.ts'
import { openNodeDb } from '../src/node/db.ts'
import type { Db } from '../src/store/db.ts'
import { adopt } from '../test/support/adopt.ts'

export const UNIT = 'xa-thu'
export const NOW = Date.UTC(2026, 5, 1)
const QUOTE = `- Tần suất: 01 số/tuần (50 số/năm).
- Đơn vị chủ trì: Phòng Văn hoá - Xã hội.
- Đơn vị phối hợp: Các cơ quan, đơn vị liên quan.
- Thời gian thực hiện: Năm 2026.`

/** Five weekly columns of 50 issues, in the words and the length of real plans. */
function yearPlan(): Plan {
  const plan = parsePlan({
    id: 'thu-2026',
    title: 'Kế hoạch truyền thông năm 2026',
    unit: { code: UNIT, name: 'UBND xã Thử' },
    year: 2026,
    obligations: ['MO', 'TU', 'WE', 'TH', 'FR'].map((day) => ({
      id: `C.I.2.${day}`,
      title: 'Chuyên mục Chuyển đổi số và Nghị quyết số 57-NQ/TW trên hệ thống phát thanh xã',
      channels: ['loudspeaker'],
      lead: 'Phòng Văn hoá - Xã hội',
      quote: QUOTE,
      cadence: {
        kind: 'rate',
        rrule: `FREQ=WEEKLY;BYDAY=${day};COUNT=50`,
        time: '05:30',
        duration: 15,
        declared: 50,
      },
    })),
  })
  if (!plan.ok) throw new Error(plan.problem.detail)
  return plan.value
}

/**
 * Copies the commune's plan and slots, and what else is wanted, for all the others. Rows lie as the product writes them: an
 * office's slots beside each other, since adopting is one batch, everybody's facts mixed, day by day.
 */
export async function addCommunes(db: Db, communes: number, more: string[] = []): Promise<void> {
  const others = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${communes - 1})`
  for (const table of ['units', 'plans', 'obligations', 'slots', ...more]) {
    const { rows } = await db.$client.execute(`SELECT name FROM pragma_table_info('${table}')`)
    const columns = rows.map(({ name }) => `"${name}"`)
    const own = table === 'units' ? '"code"' : '"unit"'
    const values = columns.map((column) => (column === own ? `'xa-' || i` : column))
    const order = table === 'facts' ? 'facts.rowid, i' : `i, ${table}.rowid`
    await db.$client.execute(
      `${others} INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${table}, n
        WHERE ${own} = '${UNIT}' ORDER BY ${order}`,
    )
  }
}

/** `paths`: a feed for each subscriber. */
export async function feedYear({ communes = 1, subscribers = 1 } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'nhip-song-bench-'))
  const url = `file:${join(folder, 'feed.db')}`
  const db = await openNodeDb({ DATABASE_URL: url, DATABASE_AUTH_TOKEN: undefined })
  await adopt(db, UNIT, yearPlan(), calendars, NOW)
  if (communes > 1) await addCommunes(db, communes)
  const paths: string[] = []
  for (let i = 0; i < subscribers; i++) paths.push(await subscribed(db, `Bench ${i}`))
  const close = async () => {
    db.$client.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { db, url, folder, paths, close }
}

async function subscribed(db: Db, name: string): Promise<string> {
  const made = await subscribe(db, { unit: UNIT, id: 'bench', role: 'admin' }, { name, scope: 'all' }, NOW)
  if (!made.ok) throw new Error(made.problem.detail)
  return made.value.path
}
