import { spawnSync } from 'node:child_process'
import { copyFile, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runScript } from '../../scripts/tool.ts'
import { count } from '../../src/actions/count.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { calendars } from '../../src/calendars.ts'
import { factInput } from '../../src/core/fact.ts'
import { backUp, inspect, restore } from '../../src/node/backup.ts'
import { openNodeDb } from '../../src/node/db.ts'
import { units } from '../../src/store/schema.ts'
import { AFTERWARDS } from '../support/moments.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { MONDAY } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const QUESTION = { planId: 'ngok-tu-2025', basis: 'plan-year', period: 'Y', asOf: '2025-08-04' } as const
const STAMP = '2025-08-04-0800'

const opened = new AsyncDisposableStack()
let adopted: string
let copied: string

// Filled by a process of its own: a database that this one had open would count as in use for ever after.
beforeAll(async () => {
  adopted = join(opened.use(await tempFolder()).path, 'adopted.db')
  const env = { DATABASE_URL: `file:${adopted}`, BASE_URL: '' }
  const { code, output } = await runScript('src/node.ts', ['adopt', 'content/plans/ngok-tu-2025.yaml'], {
    env,
  })
  if (code) throw new Error(output)
  copied = join(dirname(adopted), 'copied.db')
  expect((await backUp(adopted, copied)).ok).toBe(true)
})

afterAll(() => opened.disposeAsync())

/** A folder with a database that holds the adopted plan, and `cu.db`, a backup of it. */
async function house() {
  const folder = await tempFolder()
  const path = (name: string) => join(folder.path, name)
  await copyFile(adopted, path('nhip-song.db'))
  await copyFile(copied, path('cu.db'))
  return { ...folder, path, database: path('nhip-song.db') }
}

const areAlike = async (one: string, other: string) => (await readFile(one)).equals(await readFile(other))

const open = (database: string) =>
  openNodeDb({ DATABASE_URL: `file:${database}`, DATABASE_AUTH_TOKEN: undefined })

const refusal = (detail: string) => ({ ok: false, problem: { kind: 'invalid', detail, errors: [] } })

test('a backup that was made while others write, restored elsewhere, gives the same counts', async () => {
  await using home = await house()
  await using elsewhere = await tempFolder()
  const db = await open(home.database)
  const aired = factInput.parse({ kind: 'aired', at: '2025-08-04T05:30:00+07:00' })
  const recorded = await recordFact(
    { db, who: { unit: UNIT, id: 'lan', name: 'Lan' }, now: MONDAY },
    'ngok-tu-2025:C.I.2.a:16',
    aired,
  )
  expect(recorded.ok).toBe(true)
  const before = await count({ db, unit: UNIT, calendars, moment: AFTERWARDS }, QUESTION)

  // Starts a write before the copy, and one between each of its steps.
  let writing = true
  const writes = (async () => {
    for (let i = 0; writing; i++) {
      await db.insert(units).values({ code: `xa-${i}`, name: 'Xã', createdAt: MONDAY })
      await new Promise((next) => setImmediate(next))
    }
  })()
  const made = await backUp(home.database, home.path('ban-sao.db'))
  writing = false
  await writes
  expect(made).toMatchObject({ ok: true, value: { rows: { plans: 1, slots: 90, facts: 1 } } })

  const restored = join(elsewhere.path, 'data', 'nhip-song.db')
  expect(await restore(restored, home.path('ban-sao.db'), MONDAY)).toMatchObject({
    ok: true,
    value: { kept: null, rows: { plans: 1, slots: 90, facts: 1 } },
  })
  expect(
    await count({ db: await open(restored), unit: UNIT, calendars, moment: AFTERWARDS }, QUESTION),
  ).toEqual(before)
  expect(before.ok && before.value.rows.find((row) => row.obligationId === 'C.I.2.a')?.done).toBe(1)
})

test('a database that was copied with its -wal while it was open is restored whole', async () => {
  await using home = await house()
  await using elsewhere = await tempFolder()
  const db = await open(home.database)
  await db.insert(units).values({ code: 'xa-moi', name: 'Xã Mới', createdAt: MONDAY })
  for (const side of ['', '-wal']) await copyFile(home.database + side, join(elsewhere.path, `usb.db${side}`))
  const restored = join(elsewhere.path, 'nhip-song.db')
  expect(await restore(restored, join(elsewhere.path, 'usb.db'), MONDAY)).toMatchObject({
    ok: true,
    value: { rows: { units: 2 } },
  })
  expect((await readdir(elsewhere.path)).sort()).toEqual(['nhip-song.db', 'usb.db', 'usb.db-wal'])
})

test('an empty -wal beside a copy holds nothing, and is no reason to refuse it', async () => {
  await using home = await house()
  await writeFile(home.path('cu.db-wal'), '')
  expect(await restore(home.database, home.path('cu.db'), MONDAY)).toMatchObject({ ok: true })
})

test('a -wal that is none is told, not passed over', async () => {
  await using home = await house()
  await writeFile(home.path('cu.db-wal'), 'ghi chú của người chép tệp, không phải nhật ký của SQLite')
  expect(await restore(home.database, home.path('cu.db'), MONDAY)).toMatchObject({
    ok: false,
    problem: { detail: expect.stringContaining('cu.db-wal') },
  })
})

test('a folder is no copy, and is told as what it is', async () => {
  await using home = await house()
  expect(await restore(home.database, dirname(home.database), MONDAY)).toMatchObject({
    ok: false,
    problem: { detail: expect.stringContaining('không phải một tệp') },
  })
})

test('what a process that died was writing is swept, what a living one writes stays', async () => {
  await using home = await house()
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  const living = process.ppid
  for (const pid of [dead, living]) await writeFile(home.path(`x.db.${pid}.dang-ghi`), '')
  await writeFile(home.path(`x.db.${dead}.dang-ghi-wal`), '')
  expect((await backUp(home.database, home.path('ban-sao.db'))).ok).toBe(true)
  const left = (await readdir(home.path('.'))).filter((name) => name.includes('dang-ghi'))
  expect(left).toEqual([`x.db.${living}.dang-ghi`])
})

test('restore keeps the replaced database, each time under a name of its own', async () => {
  await using home = await house()
  const first = await restore(home.database, home.path('cu.db'), MONDAY)
  const second = await restore(home.database, home.path('cu.db'), MONDAY)
  const kept = [first, second].map((done) => done.ok && done.value.kept && basename(done.value.kept))
  expect(kept).toEqual([`nhip-song.db.truoc-${STAMP}`, `nhip-song.db.truoc-${STAMP}-2`])
  expect(await areAlike(home.path(`nhip-song.db.truoc-${STAMP}-2`), copied)).toBe(true)
})

test('restore is refused while somebody has the database open, and changes nothing', async () => {
  await using home = await house()
  const server = await open(home.database)
  await server.insert(units).values({ code: 'xa-moi', name: 'Xã', createdAt: MONDAY })
  expect(await restore(home.database, home.path('cu.db'), MONDAY)).toEqual(
    refusal('Cơ sở dữ liệu đang được dùng: hãy dừng máy chủ Nhịp Sóng rồi phục hồi.'),
  )
  expect((await server.select().from(units)).map(({ code }) => code)).toEqual(['xa-ngok-tu', 'xa-moi'])
  expect((await readdir(dirname(home.database))).filter((name) => /truoc|dang-ghi/.test(name))).toEqual([])
})

test('a copy of a newer schema is refused, and the database stays', async () => {
  await using home = await house()
  await copyFile(copied, home.path('moi.db'))
  const client = createClient({ url: `file:${home.path('moi.db')}` })
  await client.execute(
    "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('tomorrow', 9999999999999)",
  )
  client.close()
  expect(await restore(home.database, home.path('moi.db'), MONDAY)).toEqual(
    refusal(
      `Tệp ${home.path('moi.db')} do bản Nhịp Sóng mới hơn ghi ra: hãy nâng cấp chương trình rồi phục hồi.`,
    ),
  )
  expect(await areAlike(home.database, adopted)).toBe(true)
})

test('what is no copy is refused, and the database stays: another file, half a copy, all but a byte, no file', async () => {
  await using home = await house()
  await writeFile(home.path('van-ban.db'), 'Kính gửi UBND xã')
  const { size } = await stat(home.path('cu.db'))
  await writeFile(home.path('nua.db'), (await readFile(home.path('cu.db'))).subarray(0, size / 2))
  await writeFile(home.path('gan-du.db'), (await readFile(home.path('cu.db'))).subarray(0, size - 1))
  const refused = async (name: string) => restore(home.database, home.path(name), MONDAY)
  const damaged = (name: string) =>
    refusal(`Tệp ${home.path(name)} không phải bản sao lưu của Nhịp Sóng, hoặc đã hỏng.`)
  expect(await refused('van-ban.db')).toEqual(damaged('van-ban.db'))
  expect(await refused('nua.db')).toEqual(damaged('nua.db'))
  expect(await refused('gan-du.db')).toEqual(damaged('gan-du.db'))
  expect(await refused('khong-co.db')).toEqual(refusal(`Không có tệp ${home.path('khong-co.db')}.`))
  expect(await areAlike(home.database, adopted)).toBe(true)
})

test('a database that cannot be read any more is replaced, and kept all the same', async () => {
  await using home = await house()
  await writeFile(home.database, 'đĩa hỏng ghi đè lên đây')
  expect(await restore(home.database, home.path('cu.db'), MONDAY)).toMatchObject({ ok: true })
  expect(await readFile(home.path(`nhip-song.db.truoc-${STAMP}`), 'utf8')).toBe('đĩa hỏng ghi đè lên đây')
  expect(await inspect(home.database)).toMatchObject({ ok: true, value: { rows: { plans: 1 } } })
})

test.each(['khong-co/x.db', 'nhip-song.db/x.db'])(
  'a backup to %s, where nothing can be written, says so',
  async (name) => {
    await using home = await house()
    const to = home.path(name)
    expect(await backUp(home.database, to)).toEqual(
      refusal(`Không ghi được ${to}: thư mục không có, hoặc không cho ghi.`),
    )
  },
)

test('a backup never writes over a file, and none is made of a database that is not there', async () => {
  await using home = await house()
  await writeFile(home.path('co-roi.db'), 'giữ lại')
  expect(await backUp(home.database, home.path('co-roi.db'))).toEqual(
    refusal(`Tệp ${home.path('co-roi.db')} đã có: hãy chọn tên khác.`),
  )
  expect(await backUp(home.path('khong-co.db'), home.path('moi.db'))).toEqual(
    refusal(`Chưa có cơ sở dữ liệu ${home.path('khong-co.db')} để sao lưu.`),
  )
  expect((await readdir(home.path('.'))).sort()).toEqual(['co-roi.db', 'cu.db', 'nhip-song.db'])
})

test('the command writes a copy; when the disk is full it fails in one clear line and leaves nothing behind', async () => {
  await using home = await house()
  // A limit on the size of a file is as near to a full disk as a test comes without a disk of its own.
  const run = (limit: string, to: string) =>
    spawnSync('sh', ['-c', `ulimit -f ${limit}; exec "$0" src/node.ts backup "$1"`, process.execPath, to], {
      env: { ...process.env, DATABASE_URL: `file:${home.database}`, BASE_URL: '' },
      encoding: 'utf8',
    })
  const full = run('64', home.path('day.db'))
  expect([full.status, full.stdout, full.stderr]).toEqual([
    1,
    '',
    `Không ghi hết được ${home.path('day.db')}: đĩa đầy hoặc hỏng. Bản ghi dở đã được xoá.\n`,
  ])
  expect((await readdir(home.path('.'))).filter((name) => name.startsWith('day'))).toEqual([])
  const done = run('unlimited', home.path('du.db'))
  expect([done.status, done.stdout, done.stderr]).toEqual([
    0,
    `Đã sao lưu ra ${home.path('du.db')}: 1 kế hoạch, 90 kỳ, 0 ghi nhận\n`,
    '',
  ])
})
