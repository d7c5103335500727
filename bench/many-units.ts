/** A province with so many communes, each with a plan of a year and 216 facts: in a file, or on a libSQL server. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { insertUser } from '../src/accounts/user.ts'
import { recordFact } from '../src/actions/record-fact.ts'
import { calendars } from '../src/calendars.ts'
import { inputOf } from '../src/core/fact.ts'
import type { Plan } from '../src/core/plan.ts'
import { expand } from '../src/core/slot.ts'
import { instantOf } from '../src/core/wall-clock.ts'
import { openNodeDb } from '../src/node/db.ts'
import type { Db } from '../src/store/db.ts'
import {
  editions,
  facts,
  noticeSettings,
  obligations,
  plans,
  slots,
  units,
  users,
} from '../src/store/schema.ts'
import { adopt } from '../test/support/adopt.ts'
import { startLibsqlServer } from '../test/support/libsql-server.ts'
import { planData, planOf } from '../test/support/plans.ts'

export const PROVINCE = 'tinh-thu'
export const FIRST = 'xa-0001'
const FACTS = 216

/** An airing a day; the first 216 days were recorded, some as not aired. */
export const PLAN: Plan = planOf(
  planData(
    { kind: 'rate', rrule: 'FREQ=DAILY;COUNT=365', start: '2025-01-01', time: '05:30', declared: 365 },
    { id: 'thu-2025', year: 2025, unit: { code: FIRST, name: 'UBND xã Thử' } },
  ),
)

export type Where = 'file' | 'server'
/** `url` and `authToken` as a Worker is given them; empty for a file. */
export type Province = { db: Db; url: string; authToken: string; close: () => Promise<void> }

export async function openProvince(communes: number, where: Where): Promise<Province> {
  const { db, ...opened } = where === 'file' ? await openFile() : await openServer()
  await tellYear(db)
  await db.insert(units).values({ code: PROVINCE, name: 'UBND tỉnh Thử', kind: 'tinh', createdAt: 0 })
  await copyUnits(db, communes)
  await db.$client.execute(`UPDATE units SET parent = '${PROVINCE}', kind = 'xa' WHERE code <> '${PROVINCE}'`)
  return { db, ...opened }
}

async function openFile(): Promise<Province> {
  const folder = await mkdtemp(join(tmpdir(), 'nhip-song-bench-'))
  const db = await openNodeDb({
    DATABASE_URL: `file:${join(folder, 'units.db')}`,
    DATABASE_AUTH_TOKEN: undefined,
  })
  const close = async () => {
    db.$client.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { db, url: '', authToken: '', close }
}

async function openServer(): Promise<Province> {
  const server = await startLibsqlServer()
  const db = await openNodeDb({ DATABASE_URL: server.url, DATABASE_AUTH_TOKEN: server.authToken })
  const close = async () => {
    db.$client.close()
    await server[Symbol.asyncDispose]()
  }
  return { db, url: server.url, authToken: server.authToken, close }
}

async function tellYear(db: Db): Promise<void> {
  await adopt(db, FIRST, PLAN, calendars, instantOf('2025-01-01'))
  const who = { unit: FIRST, id: 'u', name: 'Y An' }
  const due = expand(PLAN, calendars.periods).slice(0, FACTS)
  for (const [i, slot] of due.entries()) {
    const at = instantOf(slot.date ?? '', slot.time ?? '08:00')
    const input =
      i % 9 ? inputOf('aired', { at, minutes: 15 }) : inputOf('not-aired', { at, reason: 'power' })
    const now = at + (i % 7 ? 1 : 6) * 86_400_000
    const told = await recordFact({ db, who, now }, slot.id, input)
    if (!told.ok) throw new Error(told.problem.detail)
  }
  const person = await insertUser(db, { unit: FIRST, name: 'Lan', role: 'leader' }, 0)
  if (!person.ok) throw new Error(person.problem.detail)
  const kinds = ['remind', 'ask', 'week', 'window', 'report', 'pace', 'month'] as const
  const settings = { email: 'lan@example.vn', confirmedAt: 0, kinds: [...kinds], changedAt: 0 }
  await db.insert(noticeSettings).values({ unit: FIRST, userId: person.value.id, ...settings })
}

/** What each commune has like the first one. */
const TABLES = [units, plans, editions, obligations, slots, facts, users, noticeSettings]
/** A server gives one statement only so much time. */
const AT_ONCE = 100

/** Copied inside the database; a person's id is a commune's own. */
async function copyUnits(db: Db, communes: number): Promise<void> {
  for (let from = 2; from <= communes; from += AT_ONCE)
    for (const table of TABLES) {
      const name = getTableName(table)
      const columns = Object.values(getTableColumns(table))
        .map((column) => column.name)
        .filter((column) => !(name === 'editions' && column === 'id'))
      const own = name === 'units' ? 'code' : 'unit'
      const people = (name === 'users' && 'id') || (name === 'notice_settings' && 'user_id')
      const value = (column: string): string => {
        if (column === own) return `printf('xa-%04d', n)`
        return column === people ? `"${column}" || n` : `"${column}"`
      }
      await db.$client.execute(`WITH RECURSIVE numbers(n) AS
          (SELECT ${from} UNION ALL SELECT n + 1 FROM numbers WHERE n < ${Math.min(communes, from + AT_ONCE - 1)})
        INSERT INTO ${name} (${columns.map((column) => `"${column}"`).join(', ')})
        SELECT ${columns.map(value).join(', ')} FROM numbers CROSS JOIN ${name} WHERE ${own} = '${FIRST}'`)
    }
}
