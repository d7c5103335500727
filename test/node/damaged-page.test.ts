import { open } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { subscribe } from '../../src/actions/subscription.ts'
import { createApp } from '../../src/app.ts'
import { calendars } from '../../src/calendars.ts'
import { openNodeDb } from '../../src/node/db.ts'
import type { Db } from '../../src/store/db.ts'
import { units } from '../../src/store/schema.ts'
import { adopt } from '../support/adopt.ts'
import { addToken } from '../support/people.ts'
import { planData, planOf } from '../support/plans.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const UNIT = 'xa-thu'

/** Writes over the page in which a table begins. */
async function damage(db: Db, path: string, table: string): Promise<void> {
  const { rows } = await db.$client.execute({
    sql: 'SELECT rootpage, page_size FROM sqlite_master, pragma_page_size WHERE name = ?',
    args: [table],
  })
  const [page, size] = [Number(rows[0]?.rootpage), Number(rows[0]?.page_size)]
  await db.$client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  db.$client.close()
  const file = await open(path, 'r+')
  await file.write(Buffer.alloc(size, 0xab), 0, size, (page - 1) * size)
  await file.close()
}

test('a page of the file that holds something else is said in words to programs and people, the rest of the file answers', async () => {
  await using folder = await tempFolder()
  const path = `${folder.path}/a.db`
  const settings = { DATABASE_URL: `file:${path}`, DATABASE_AUTH_TOKEN: undefined }
  const whole = await openNodeDb(settings)
  await whole.insert(units).values({ code: UNIT, name: 'Xã Thử', createdAt: MONDAY })
  await adopt(
    whole,
    UNIT,
    planOf(planData({ kind: 'rate', rrule: 'FREQ=DAILY;COUNT=9', time: '05:30' })),
    calendars,
    MONDAY,
  )
  const authorization = `Bearer ${await addToken(whole, UNIT, 'officer')}`
  const made = await subscribe(
    whole,
    { unit: UNIT, id: 'lan', role: 'officer' },
    { name: 'Loa', scope: 'all' },
    MONDAY,
  )
  const feed = made.ok ? made.value.path : ''
  await damage(whole, path, 'slots')

  await using house = await testHouse()
  const db = await openNodeDb(settings)
  const app = createApp(() => ({ ...house.deps, db }))
  const ask = (at: string, headers = {}) => app.request(`http://nhip.test${at}`, { headers })
  const answer = await ask('/api/v1/slots', { authorization })
  expect([answer.status, answer.headers.get('content-type'), await answer.json()]).toEqual([
    503,
    'application/problem+json; charset=utf-8',
    {
      type: 'urn:nhip-song:problem:unavailable',
      code: 'unavailable',
      title: 'Chưa làm được lúc này',
      status: 503,
      detail: expect.stringMatching(/^Tệp dữ liệu của máy chủ bị hỏng/),
    },
  ])
  const calendar = await ask(feed)
  expect([calendar.status, Object.fromEntries(calendar.headers), await calendar.text()]).toEqual([
    503,
    {
      'cache-control': 'private, no-cache',
      'content-type': 'text/plain; charset=UTF-8',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    },
    expect.stringMatching(/^Tệp dữ liệu của máy chủ bị hỏng.*\nMã lỗi: unavailable\n$/),
  ])
  const inJson = await ask(feed, { accept: 'application/json' })
  expect([inJson.status, (await inJson.json()) as object]).toEqual([
    503,
    expect.objectContaining({ code: 'unavailable' }),
  ])
  expect((await ask('/api/v1/units', { authorization })).status).not.toBe(503)
  expect((await ask('/dang-nhap')).status).toBe(200)
  db.$client.close()
})
