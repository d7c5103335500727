import { gunzipSync } from 'node:zlib'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { recordFact } from '../../src/actions/record-fact.ts'
import { subscribe } from '../../src/actions/subscription.ts'
import { calendars } from '../../src/calendars.ts'
import { factInput } from '../../src/core/fact.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { feeds } from '../../src/store/schema.ts'
import { adopt } from '../support/adopt.ts'
import { readCalendar } from '../support/calendar-reader.ts'
import { addToken } from '../support/people.ts'
import { samplePlan } from '../support/plans.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const OFFICER = { unit: UNIT, id: 'lan', name: 'Y Lan', role: 'officer' as const }
const SLOT = 'ngok-tu-2025:C.I.2.a:16'

const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
await adopt(house.db, UNIT, samplePlan('ngok-tu-2025'), calendars, MONDAY)

beforeEach(() => {
  house.clock.now = instantOf('2025-08-10', '08:00')
})

async function newFeed(scope = 'all', name = 'Anh Sơn') {
  const made = await subscribe(house.db, OFFICER, { name, scope }, house.clock.now)
  if (!made.ok) throw new Error(made.problem.detail)
  return { id: made.value.feed.id, path: made.value.path }
}

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  house.ask(path, { headers, method })
const eventsAt = async (path: string) => readCalendar(await (await get(path)).text()).events
const record = async (id: string, fact: object) => {
  const done = await recordFact(
    { db: house.db, who: OFFICER, now: house.clock.now },
    id,
    factInput.parse(fact),
  )
  if (!done.ok) throw new Error(done.problem.detail)
  return done.value.fact
}

describe('a subscription', () => {
  test('is answered as calendar programs want it, whatever they accept', async () => {
    const { path } = await newFeed()
    const answer = await get(path, { accept: 'application/json', 'user-agent': 'Google-Calendar-Importer' })
    const { etag, 'last-modified': changed, ...headers } = Object.fromEntries(answer.headers)
    expect([answer.status, headers]).toEqual([
      200,
      {
        'cache-control': 'private, no-cache',
        'content-disposition': 'inline; filename="nhip-song-xa-ngok-tu.ics"',
        'content-length': String((await answer.arrayBuffer()).byteLength),
        'content-type': 'text/calendar; charset=utf-8',
        'referrer-policy': 'no-referrer',
        vary: 'accept-encoding',
        'x-content-type-options': 'nosniff',
        'x-robots-tag': 'noindex',
      },
    ])
    expect([etag, changed]).toEqual([expect.stringMatching(/^"[\w-]{27}"$/), 'Mon, 04 Aug 2025 01:00:01 GMT'])
  })

  test('answers HEAD with the same headers and nothing else', async () => {
    const { path } = await newFeed()
    const [whole, head] = [await get(path), await get(path, {}, 'HEAD')]
    expect([head.status, Object.fromEntries(head.headers), await head.text()]).toEqual([
      200,
      Object.fromEntries(whole.headers),
      '',
    ])
  })

  test('is zipped for who takes that, under a tag of its own', async () => {
    const { path } = await newFeed()
    const [plain, zipped] = [await get(path), await get(path, { 'accept-encoding': 'gzip, deflate' })]
    const text = gunzipSync(new Uint8Array(await zipped.arrayBuffer())).toString()
    expect(zipped.headers.get('content-encoding')).toBe('gzip')
    expect(zipped.headers.get('etag')).toBe(plain.headers.get('etag')?.replace(/"$/, '-gzip"'))
    expect(text).toBe(await plain.text())
  })

  test.each(['gzip;q=0', 'identity', 'br, gzip;q=0.0'])(
    'is not zipped for Accept-Encoding: %s',
    async (accepts) => {
      const { path } = await newFeed()
      expect((await get(path, { 'accept-encoding': accepts })).headers.get('content-encoding')).toBeNull()
    },
  )
})

describe('a client that has it already', () => {
  test.each([
    ['the tag', (etag: string) => ({ 'if-none-match': etag })],
    ['the tag of the zipped bytes', (etag: string) => ({ 'if-none-match': etag.replace(/"$/, '-gzip"') })],
    ['the tag, weakened by a proxy', (etag: string) => ({ 'if-none-match': `W/${etag}` })],
    ['the tag among others', (etag: string) => ({ 'if-none-match': `"old", ${etag}` })],
    ['any', () => ({ 'if-none-match': '*' })],
    ['the day of the change', () => ({ 'if-modified-since': 'Mon, 04 Aug 2025 01:00:01 GMT' })],
  ])('gets 304 without a body for %s', async (_, headers) => {
    const { path } = await newFeed('radio')
    const etag = (await get(path)).headers.get('etag') ?? ''
    const answer = await get(path, headers(etag))
    expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([304, etag, ''])
  })

  test.each([
    ['another tag', { 'if-none-match': '"other"' }],
    [
      'another tag, though the date fits',
      { 'if-none-match': '"other"', 'if-modified-since': 'Mon, 04 Aug 2025 01:00:01 GMT' },
    ],
    ['an earlier day', { 'if-modified-since': 'Mon, 04 Aug 2025 01:00:00 GMT' }],
    ['no date at all', { 'if-modified-since': 'hôm qua' }],
  ])('gets all of it for %s', async (_, headers) => {
    const { path } = await newFeed('radio')
    expect((await get(path, headers)).status).toBe(200)
  })

  test('is answered 304 after one lookup, without reading slots', async () => {
    const { path } = await newFeed()
    const etag = (await get(path)).headers.get('etag') ?? ''
    const [execute, batch] = [vi.spyOn(house.db.$client, 'execute'), vi.spyOn(house.db.$client, 'batch')]
    const { status } = await get(path, { 'if-none-match': etag })
    expect([status, execute.mock.calls.length, batch.mock.calls.length]).toEqual([304, 1, 0])
    vi.restoreAllMocks()
  })

  test('gets a new tag when something changed, even within the same millisecond', async () => {
    const { path } = await newFeed()
    await record(SLOT, { kind: 'note', note: 'một' })
    const first = (await get(path)).headers.get('etag') ?? ''
    await record(SLOT, { kind: 'note', note: 'hai' })
    const again = await get(path, { 'if-none-match': first })
    expect(again.status).toBe(200)
  })

  test('that goes by the second misses no change that followed in the same one', async () => {
    const { path } = await newFeed()
    await record(SLOT, { kind: 'note', note: 'ba' })
    const seen = (await get(path)).headers.get('last-modified') ?? ''
    house.clock.now += 400
    await record(SLOT, { kind: 'note', note: 'bốn' })
    house.clock.now += 5_000
    expect((await get(path, { 'if-modified-since': seen })).status).toBe(200)
  })

  test('that goes by the day learns that what was cancelled is no longer shown', async () => {
    const plan = samplePlan('ngok-tu-2025')
    const shorter = { ...plan, obligations: plan.obligations.filter(({ id }) => id !== 'C.I.2.c') }
    const { path } = await newFeed('radio')
    await adopt(house.db, UNIT, shorter, calendars, house.clock.now)
    house.clock.now += 30 * 86_400_000
    const seen = { 'if-modified-since': new Date(house.clock.now).toUTCString() }
    const before = (await get(path, seen)).status
    house.clock.now += 31 * 86_400_000
    const after = await get(path, seen)
    const again = await get(path, { 'if-modified-since': after.headers.get('last-modified') ?? '' })
    await adopt(house.db, UNIT, plan, calendars, house.clock.now)
    expect([before, after.status, again.status]).toEqual([304, 200, 304])
  })

  test('keeps its 304 when something changed that its scope does not show', async () => {
    const { path } = await newFeed('channel:portal')
    const etag = (await get(path)).headers.get('etag') ?? ''
    await record(SLOT, { kind: 'note', note: 'năm' })
    expect((await get(path, { 'if-none-match': etag })).status).toBe(304)
  })
})

test('what is recorded and moved is in the next answer, under the same UID with a higher SEQUENCE', async () => {
  const { path } = await newFeed('radio')
  const id = 'ngok-tu-2025:C.I.2.a:18'
  const event = async () => (await eventsAt(path)).find(({ uid }) => uid.startsWith(`${id}@`))
  const before = await event()
  const move = await record(id, { kind: 'moved', to: '2025-09-03T17:30' })
  const moved = await event()
  await record(id, { kind: 'correction', corrects: move.id })
  const back = await event()
  expect([before, moved, back].map((one) => [one?.start, one?.sequence, one?.summary.slice(0, 11)])).toEqual([
    ['2025-09-01T05:30:00+07:00', 0, 'Chuyên mục '],
    ['2025-09-03T17:30:00+07:00', 1, 'DỜI → 3/9 ·'],
    ['2025-09-01T05:30:00+07:00', 2, 'Chuyên mục '],
  ])
})

describe('scopes', () => {
  const startsOf = async (scope: string) => {
    const { path } = await newFeed(scope)
    return (await eventsAt(path)).map(({ uid, start }) => [
      uid.split('@')[0]?.split(':').slice(1).join(':'),
      start,
    ])
  }
  test('radio shows only what goes on air, with its hour', async () => {
    const starts = await startsOf('radio')
    expect(starts.length).toBeGreaterThan(20)
    expect(
      starts.filter(([id, start]) => !/^C\.I\.2\.[ac]:/.test(id ?? '') || !start?.includes('T')),
    ).toEqual([])
  })
  test('leadership shows events, windows, deadlines and reports, and no airing of the week', async () => {
    const starts = await startsOf('leadership')
    expect(starts.filter(([id]) => /^C\.I\.2\.[ac]:/.test(id ?? ''))).toEqual([])
    expect(starts).toContainEqual(['C.I.3.a:01', '2025-09-30'])
    expect(starts).toContainEqual(['E.5.c:04', '2025-12-20'])
  })
  test('an office sees what it leads, however it spells the tone', async () => {
    const { path } = await newFeed('lead:Phòng Văn hóa - Xã hội')
    const { events } = readCalendar(await (await get(path)).text())
    const leads = events
      .filter(({ uid }) => !uid.includes('@nhac.'))
      .map(({ description }) => /Chủ trì: (.+)/.exec(description)?.[1])
    expect(new Set(leads)).toEqual(new Set(['Phòng Văn hoá - Xã hội']))
  })
  test('the calendar carries the unit and the scope in its name', async () => {
    const { path } = await newFeed('channel:portal')
    expect(readCalendar(await (await get(path)).text()).property('x-wr-calname')).toBe(
      'Lịch truyền thông xã Ngọk Tụ: kênh Trang thông tin điện tử',
    )
  })
})

describe('?alarm', () => {
  test.each([
    ['0', 'PT0S'],
    ['15', '-PT15M'],
    ['10080', '-PT10080M'],
  ])('%s minutes before', async (minutes, trigger) => {
    const { path } = await newFeed('radio')
    const alarms = (await eventsAt(`${path}?alarm=${minutes}`)).flatMap(({ alarm }) => alarm ?? [])
    expect(new Set(alarms)).toEqual(new Set([trigger]))
  })
  test.each(['-1', '99999999', '10081', '', '15.5', '1e3', 'abc', '٣', ' 15'])(
    '%j is refused',
    async (minutes) => {
      const { path } = await newFeed('radio')
      const answer = await get(`${path}?alarm=${encodeURIComponent(minutes)}`)
      expect([answer.status, await answer.text()]).toEqual([
        400,
        'alarm phải là số phút nguyên từ 0 đến 10080.\nMã lỗi: invalid\n',
      ])
    },
  )
})

describe('tokens', () => {
  test('are 256 random bits, of which only a hash is stored', async () => {
    const { path, id } = await newFeed()
    const token = /^\/feeds\/([\w-]{43})\.ics$/.exec(path)?.[1] ?? ''
    const rows = JSON.stringify(await house.db.select().from(feeds))
    expect([token.length, rows.includes(token), rows.includes(id)]).toEqual([43, false, true])
  })

  test.each([
    ['unknown', `/feeds/${'A'.repeat(43)}.ics`],
    ['garbage', '/feeds/%00%ff%C3%28.ics'],
    ['a broken escape', '/feeds/%E0%A4%A.ics'],
    ['empty', '/feeds/.ics'],
    ['none', '/feeds/'],
    ['enormous', `/feeds/${'x'.repeat(100_000)}.ics`],
    ['a path', '/feeds/..%2f..%2fetc%2fpasswd.ics'],
    ['folders', '/feeds/a/b.ics'],
    ['SQL', "/feeds/'%20OR%201=1--.ics"],
    ['without .ics', `/feeds/${'A'.repeat(43)}`],
  ])('%s: 404 in words', async (_, path) => {
    const answer = await get(path)
    expect([answer.status, (await answer.text()).length > 10]).toEqual([404, true])
  })

  test('a right token without .ics opens nothing', async () => {
    const { path } = await newFeed()
    expect((await get(path.replace('.ics', ''))).status).toBe(404)
  })

  test('an unknown one costs the same lookup as a known one', async () => {
    const { path } = await newFeed()
    const etag = (await get(path)).headers.get('etag') ?? ''
    const execute = vi.spyOn(house.db.$client, 'execute')
    await get(path, { 'if-none-match': etag })
    await get(`/feeds/${'A'.repeat(43)}.ics`, { 'if-none-match': etag })
    const [known, unknown] = execute.mock.calls.map(
      ([statement]) => (statement as unknown as { sql: string }).sql,
    )
    expect([execute.mock.calls.length, unknown]).toEqual([2, known])
    vi.restoreAllMocks()
  })

  test('a revoked one answers 410 from the next request on, to who has it already too', async () => {
    const { path, id } = await newFeed()
    const etag = (await get(path)).headers.get('etag') ?? ''
    const token = await addToken(house.db, UNIT, 'admin')
    const done = await house.ask(`/api/v1/feeds/${id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    })
    const answers = [await get(path), await get(path, { 'if-none-match': etag }), await get(path, {}, 'HEAD')]
    expect([done.status, answers.map(({ status }) => status), await answers[0]?.text()]).toEqual([
      204,
      [410, 410, 410],
      'Lịch này đã được thu hồi.\nMã lỗi: gone\n',
    ])
  })

  test('one of a unit that was deleted answers 404', async () => {
    await house.addUnit('xa-tan-ra', 'UBND xã Tan Rã')
    const made = await subscribe(
      house.db,
      { ...OFFICER, unit: 'xa-tan-ra' },
      { name: 'A', scope: 'all' },
      MONDAY,
    )
    const path = made.ok ? made.value.path : ''
    expect((await get(path)).status).toBe(200)
    // Without foreign keys, as a hand in the database would do it.
    await house.db.$client.migrate(["DELETE FROM units WHERE code = 'xa-tan-ra'"])
    expect((await get(path)).status).toBe(404)
  })

  test('several at once are told apart', async () => {
    const [radio, portal] = [await newFeed('radio'), await newFeed('channel:portal')]
    const paths = [radio.path, portal.path, '/feeds/x.ics', radio.path]
    const answers = await Promise.all(paths.map((path) => get(path)))
    const names = await Promise.all(
      answers.slice(0, 2).map(async (one) => readCalendar(await one.text()).property('name')),
    )
    expect([answers.map(({ status }) => status), names]).toEqual([
      [200, 200, 404, 200],
      [
        'Lịch truyền thông xã Ngọk Tụ: trực loa',
        'Lịch truyền thông xã Ngọk Tụ: kênh Trang thông tin điện tử',
      ],
    ])
  })
})

describe('the last fetch', () => {
  const last = async (id: string) => {
    const { feeds: all } = (await (
      await house.ask('/api/v1/feeds', {
        headers: { authorization: `Bearer ${await addToken(house.db, UNIT, 'admin')}` },
      })
    ).json()) as { feeds: { id: string; fetchedAt: string | null; client: string | null }[] }
    const { fetchedAt, client } = all.find((feed) => feed.id === id) ?? {}
    return [fetchedAt, client]
  }

  test('is noted with the client, and at most once an hour', async () => {
    const { path, id } = await newFeed()
    expect(await last(id)).toEqual([null, null])
    await get(path, { 'user-agent': 'Google-Calendar-Importer' })
    const first = await last(id)
    house.clock.now += 59 * 60_000
    await get(path, { 'user-agent': 'iOS/18.1 (22B83) dataaccessd/1.0' })
    const soon = await last(id)
    house.clock.now += 60_000
    await get(path, { 'user-agent': 'iOS/18.1 (22B83) dataaccessd/1.0' })
    expect([first, soon, await last(id)]).toEqual([
      ['2025-08-10T08:00:00+07:00', 'Google Calendar'],
      ['2025-08-10T08:00:00+07:00', 'Google Calendar'],
      ['2025-08-10T09:00:00+07:00', 'iPhone, iPad'],
    ])
  })
})

test('robots may fetch feeds', async () => {
  expect(await (await get('/robots.txt')).text()).toBe(
    'User-agent: *\nAllow: /feeds/\nAllow: /cong-khai/\nDisallow: /\n',
  )
})

test('a token is in no log, also when the database fails', async () => {
  const { path } = await newFeed()
  const logged: string[] = []
  for (const method of ['log', 'error', 'warn', 'info'] as const)
    vi.spyOn(console, method).mockImplementation(
      (...words) => void logged.push(words.map((word) => String(word?.stack ?? word)).join(' ')),
    )
  vi.spyOn(house.db.$client, 'execute').mockRejectedValue(new Error('disk I/O error'))
  const answer = await get(path)
  vi.restoreAllMocks()
  expect([answer.status, logged.join('\n').includes(path.slice(7, 20))]).toEqual([500, false])
})
