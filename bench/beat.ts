/** A beat with nothing to do among all communes, and ten thousand messages that are due at once. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { calendars } from '../src/calendars.ts'
import type { Channel } from '../src/channels/channel.ts'
import { instantOf } from '../src/core/wall-clock.ts'
import type { Deps } from '../src/deps.ts'
import { openNodeDb } from '../src/node/db.ts'
import { tick } from '../src/scheduler/tick.ts'
import { type Db, write } from '../src/store/db.ts'
import { enterMessages } from '../src/store/outbox.ts'
import { messageSamples } from '../src/templates/message-samples.ts'
import { adopt } from '../test/support/adopt.ts'
import { beatDeps } from '../test/support/beat-deps.ts'
import type { Comparison, Runner } from './comparison.ts'
import { samplePlans } from './expand.ts'

const COMMUNES = 3321
const MESSAGES = 10_000
const UNIT = 'xa-ngok-tu'
const MINUTE = 60_000
/** A Monday, when the morning's messages are out and the evening's are not due. */
const QUIET = instantOf('2025-08-04', '09:00')

const post: Channel<unknown> = {
  reaches: true,
  send: async () => ({ kind: 'sent' }),
  close: () => undefined,
}

const depsOf = (db: Db): Deps => beatDeps(db, { email: post, webhook: post })

type File = { db: Db; deps: Deps; close: () => Promise<void> }

async function openFile(): Promise<File> {
  const folder = await mkdtemp(join(tmpdir(), 'nhip-song-bench-'))
  const db = await openNodeDb({
    DATABASE_URL: `file:${join(folder, 'beat.db')}`,
    DATABASE_AUTH_TOKEN: undefined,
  })
  const plan = samplePlans().find(({ id }) => id === 'ngok-tu-2025')
  if (!plan) throw new Error('the sample plan is gone')
  await adopt(db, UNIT, plan, calendars, QUIET)
  const close = async () => {
    db.$client.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { db, deps: depsOf(db), close }
}

/** Units with plan and slots like the first one's, copied inside the database. */
async function copyUnits(db: Db, communes: number): Promise<void> {
  for (const table of ['units', 'plans', 'obligations', 'slots']) {
    const { rows } = await db.$client.execute(`SELECT name FROM pragma_table_info('${table}')`)
    const key = table === 'units' ? 'code' : 'unit'
    const names = rows.map(({ name }) => `"${name}"`)
    const values = names.map((name) => (name === `"${key}"` ? `printf('xa-%04d', n)` : name))
    await db.$client.execute(`WITH RECURSIVE numbers(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${communes})
      INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')} FROM numbers CROSS JOIN ${table} WHERE ${key} = '${UNIT}'`)
  }
}

async function quietFile(communes: number): Promise<Runner> {
  const { db, deps, close } = await openFile()
  if (communes > 1) await copyUnits(db, communes)
  // The first beat gives every job of every unit its turn.
  await tick(deps, QUIET)
  return { run: (round) => tick(deps, QUIET + (round + 1) * MINUTE), close }
}

export const beatIdle: Comparison = {
  id: 'beat-idle',
  what: `A beat with nothing to do, ${COMMUNES.toLocaleString('en')} units in the file`,
  rounds: 60,
  goal: null,
  ours: { name: 'tick', open: () => quietFile(COMMUNES) },
  baseline: { name: 'the same with one unit in the file', open: () => quietFile(1) },
}

/** Ten thousand people with one reminder each, all due; `send` gets them out of the outbox. */
async function fullOutbox(send: (file: File) => Promise<unknown>): Promise<Runner> {
  const file = await openFile()
  await file.db.$client.execute(`WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${MESSAGES})
    INSERT INTO users (id, unit, username, name, role, created_at) SELECT 'u' || n, '${UNIT}', 'u' || n, 'Người ' || n, 'officer', 0 FROM numbers`)
  await file.db.$client.execute(
    `INSERT INTO notice_settings (unit, user_id, email, confirmed_at, kinds, changed_at)
      SELECT unit, id, id || '@example.vn', 0, '["remind"]', 0 FROM users`,
  )
  await tick(file.deps, QUIET)
  return { prepare: (round) => fill(file.db, round), run: () => send(file), close: file.close }
}

const fill = (db: Db, round: number) =>
  write(db, [
    enterMessages(
      Array.from({ length: MESSAGES }, (_, n) => ({
        ...{ unit: UNIT, key: `remind:${round}:u${n + 1}`, template: 'remind', data: messageSamples.remind },
        ...{ route: 'email', userId: `u${n + 1}`, createdAt: QUIET, dueAt: QUIET, usefulUntil: QUIET * 2 },
      })),
    ),
  ])

/** The least that sending at least once can be: note that it is tried, hand it over, note that it was sent. */
async function bareOutbox({ db }: File): Promise<void> {
  const { rows } = await db.$client.execute('SELECT rowid AS id FROM messages WHERE due_at IS NOT NULL')
  for (const { id } of rows) {
    await db.$client.execute({ sql: 'UPDATE messages SET due_at = 1 WHERE rowid = ?', args: [id ?? 0] })
    await db.$client.execute({
      sql: 'UPDATE messages SET due_at = NULL, sent_at = 1 WHERE rowid = ?',
      args: [id ?? 0],
    })
  }
}

export const beatDue: Comparison = {
  id: 'beat-due',
  what: `A beat that sends ${MESSAGES.toLocaleString('en')} due reminders`,
  rounds: 2,
  goal: null,
  ours: { name: 'tick', open: () => fullOutbox(({ deps }) => tick(deps, QUIET + MINUTE)) },
  baseline: { name: 'two UPDATEs a message, no words', open: () => fullOutbox(bareOutbox) },
}
