/** A server in the midst of its year: every slot but last week's is confirmed, and each commune has an officer. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashSecret, newSecret } from '../src/accounts/secret.ts'
import { createToken } from '../src/accounts/token.ts'
import { recordFact } from '../src/actions/record-fact.ts'
import { inputOf } from '../src/core/fact.ts'
import { addDays, formatIsoWeek, instantOf, localDateOf, mondayOf } from '../src/core/wall-clock.ts'
import type { Db } from '../src/store/db.ts'
import { listSlots } from '../src/store/slots.ts'
import { addCommunes, feedYear, NOW, UNIT } from './feed-year.ts'
import { type Ask, type Connections, openConnections } from './http-load.ts'
import { type Served, serving } from './serving.ts'

const MONDAY = mondayOf(localDateOf(NOW))
const WEEK_PATH = `/tuan/${formatIsoWeek(MONDAY)}`
/** A year's facts are recorded while it runs, five a week. */
const LAST_CONFIRMED = addDays(MONDAY, -8)

export type House = {
  server: Served
  connections: Connections
  /** The week sheet as the officer of a commune asks for it; by turns of all communes. */
  weekOf: (commune: number) => Ask
  /** The same bytes from a file. */
  staticPage: Ask
  /** An API token of the first commune. */
  token: string
  /** As if something had been recorded in every commune: nothing that was kept in memory holds any more. */
  forget: () => Promise<unknown>
  close: () => Promise<void>
}

export async function openHouse(communes: number): Promise<House> {
  const year = await feedYear()
  await confirmPast(year.db)
  if (communes > 1) await addCommunes(year.db, communes, ['facts'])
  const sessions = await addOfficers(year.db)
  const token = await createToken(year.db, { unit: UNIT, role: 'officer', name: 'Bench' }, NOW)
  if (!token.ok) throw new Error(token.problem.detail)
  const folder = join(year.folder, 'public')
  await mkdir(join(folder, 'assets'), { recursive: true })
  const server = await serving('./room-server.ts', [], { DATABASE_URL: year.url, PUBLIC_FOLDER: folder })
  const weekOf = (commune: number): Ask => ({
    path: WEEK_PATH,
    headers: { cookie: `nhip_song=${sessions[commune % sessions.length]}` },
  })
  const page = await fetch(`http://127.0.0.1:${server.port}${WEEK_PATH}`, {
    headers: weekOf(0).headers ?? {},
  })
  await writeFile(join(folder, 'assets/week.html'), await page.text())
  const connections = openConnections(server.port)
  return {
    ...{ server, connections, weekOf, staticPage: { path: '/assets/week.html' }, token: token.value.secret },
    forget: () => year.db.$client.execute('UPDATE feed_versions SET version = lower(hex(randomblob(8)))'),
    close: async () => {
      connections.close()
      await server.stop()
      await year.close()
    },
  }
}

async function confirmPast(db: Db): Promise<void> {
  const who = { unit: UNIT, id: 'bench', name: 'Y Lan' }
  const past = await listSlots(db, UNIT, { range: { from: '2026-01-01', to: LAST_CONFIRMED } })
  for (const { slot } of past) {
    const aired = inputOf('aired', { at: instantOf(slot.date as string, '05:30') })
    await recordFact({ db, who, now: NOW }, slot.id, aired)
  }
}

/** One officer in each commune; answers with their sessions, the first commune's first. */
async function addOfficers(db: Db): Promise<string[]> {
  const { rows } = await db.$client.execute('SELECT code FROM units ORDER BY rowid')
  const officers = rows.map(({ code }, i) => ({ unit: code, id: `u${i}`, secret: newSecret() }))
  const list = JSON.stringify(officers.map(({ secret, ...who }) => ({ ...who, hash: hashSecret(secret) })))
  await db.$client.batch(
    [
      {
        sql: `INSERT INTO users (id, unit, username, name, role, created_at)
          SELECT value ->> 'id', value ->> 'unit', 'lan', 'Y Lan', 'officer', ? FROM json_each(?)`,
        args: [NOW, list],
      },
      {
        sql: `INSERT INTO sessions (hash, unit, user_id, created_at, expires_at)
          SELECT value ->> 'hash', value ->> 'unit', value ->> 'id', ?, ? FROM json_each(?)`,
        args: [NOW, NOW + 30 * 86_400_000, list],
      },
    ],
    'write',
  )
  return officers.map(({ secret }) => secret)
}
