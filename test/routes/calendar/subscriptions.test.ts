import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSession } from '../../../src/accounts/session.ts'
import { insertUser } from '../../../src/accounts/user.ts'
import { calendars } from '../../../src/calendars.ts'
import type { Role } from '../../../src/core/role.ts'
import { adopt } from '../../support/adopt.ts'
import { readCalendar } from '../../support/calendar-reader.ts'
import { addToken } from '../../support/people.ts'
import { samplePlan } from '../../support/plans.ts'
import { BASE_URL, MONDAY, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
beforeAll(() => adopt(house.db, UNIT, samplePlan('ngok-tu-2025'), calendars, MONDAY))

async function signedIn(role: Role, username: string): Promise<string> {
  const user = await insertUser(house.db, { unit: UNIT, name: username, username, role }, MONDAY)
  if (!user.ok) throw new Error(user.problem.detail)
  return openSession(house.db, { unit: UNIT, id: user.value.id }, MONDAY)
}

const linkIn = (html: string): string => /value="([^"]+\/feeds\/[\w-]{43}\.ics)"/.exec(html)?.[1] ?? ''
const page = async (cookie: string) => (await house.ask('/lich-ical', { cookie })).text()
const idsIn = (html: string): string[] =>
  [...html.matchAll(/\/lich-ical\/(\w+)\/thu-hoi/g)].map(([, id]) => id ?? '')

describe('the page of subscriptions', () => {
  test('shows the address once, for reading, for the phone and as a code', async () => {
    const cookie = await signedIn('viewer', 'xem.mot')
    const made = await house.send('/lich-ical', { ten: 'Anh Sơn', phamVi: 'radio' }, { cookie })
    const html = await made.text()
    const link = linkIn(html)
    const feed = readCalendar(await (await house.ask(link.replace(BASE_URL, ''))).text())
    expect([
      made.status,
      html.includes(`href="${link.replace('http:', 'webcal:')}"`),
      html.includes('<svg'),
    ]).toEqual([201, true, true])
    expect(feed.property('name')).toBe('Lịch truyền thông xã Ngọk Tụ: trực loa')
    expect(linkIn(await page(cookie))).toBe('')
  })

  test('says when and by what it was fetched', async () => {
    const cookie = await signedIn('officer', 'ghi.mot')
    const link = linkIn(
      await (await house.send('/lich-ical', { ten: 'Chị Y Lan', phamVi: 'all' }, { cookie })).text(),
    )
    const before = await page(cookie)
    await house.ask(link.replace(BASE_URL, ''), { headers: { 'user-agent': 'Google-Calendar-Importer' } })
    expect([before.includes('Chưa có ứng dụng nào tải.'), await page(cookie)]).toEqual([
      true,
      expect.stringContaining('Tải gần nhất lúc 08:00 thứ Hai 4/8/2025, bằng Google Calendar.'),
    ])
  })

  test('takes one back at once', async () => {
    const cookie = await signedIn('officer', 'ghi.hai')
    const link = linkIn(
      await (await house.send('/lich-ical', { ten: 'Máy cũ', phamVi: 'all' }, { cookie })).text(),
    )
    const [id] = idsIn(await page(cookie))
    const done = await house.send(`/lich-ical/${id}/thu-hoi`, {}, { cookie })
    expect([
      done.status,
      done.headers.get('location'),
      (await house.ask(link.replace(BASE_URL, ''))).status,
    ]).toEqual([303, '/lich-ical?xong=thu-hoi', 410])
    expect((await house.send(`/lich-ical/${id}/thu-hoi`, {}, { cookie })).status).toBe(404)
  })

  test.each([
    [{ ten: '', phamVi: 'all' }, 'Cần tên người nhận, từ 1 đến 100 ký tự.'],
    [{ ten: 'Lª V¨n B×nh', phamVi: 'all' }, 'tên người nhận không dùng được, chữ gõ bằng phông cũ (TCVN3)'],
    [{ ten: 'x'.repeat(101), phamVi: 'all' }, 'Cần tên người nhận, từ 1 đến 100 ký tự.'],
    [{ ten: 'Anh Sơn', phamVi: 'lead:Phòng Không Có' }, 'không nhiệm vụ nào do “Phòng Không Có” chủ trì'],
    [{ ten: 'Anh Sơn', phamVi: 'channel:tv' }, 'Phạm vi của lịch chưa đúng'],
  ])('asks again for %j', async (fields, words) => {
    const cookie = await signedIn('viewer', `xem.${words.length}.${fields.ten.length}`)
    const answer = await house.send('/lich-ical', fields, { cookie })
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(words)])
  })

  test('shows everybody their own, and the admin all of the unit', async () => {
    const [viewer, other, admin] = [
      await signedIn('viewer', 'xem.hai'),
      await signedIn('leader', 'duyet.mot'),
      await signedIn('admin', 'quan.mot'),
    ]
    await house.send('/lich-ical', { ten: 'Của người xem', phamVi: 'all' }, { cookie: viewer })
    const [id = ''] = idsIn(await page(viewer))
    expect((await house.send(`/lich-ical/${id}/thu-hoi`, {}, { cookie: other })).status).toBe(404)
    expect([
      (await page(other)).includes('Của người xem'),
      (await page(admin)).includes('Của người xem'),
    ]).toEqual([false, true])
  })
})

describe('over the API', () => {
  const ask = async (token: string, path: string, init: RequestInit = {}) =>
    house.ask(`/api/v1/feeds${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    })

  test('one is made, listed and taken back', async () => {
    const token = await addToken(house.db, UNIT, 'viewer')
    const made = await ask(token, '', {
      method: 'POST',
      body: JSON.stringify({ name: 'Bảng điện tử', scope: 'leadership' }),
    })
    const { feed, url } = (await made.json()) as { feed: { id: string }; url: string }
    const listed = await (await ask(token, '')).json()
    const gone = await ask(token, `/${feed.id}`, { method: 'DELETE' })
    expect([made.status, feed, url]).toEqual([
      201,
      {
        ...{ id: feed.id, name: 'Bảng điện tử', scope: 'leadership', client: null },
        ...{ createdAt: '2025-08-04T08:00:00+07:00', fetchedAt: null },
      },
      expect.stringMatching(/^http:\/\/nhip\.test\/feeds\/[\w-]{43}\.ics$/),
    ])
    expect([listed, gone.status, await (await ask(token, '')).json()]).toEqual([
      { feeds: [feed] },
      204,
      { feeds: [] },
    ])
  })

  test.each([
    ['no JSON', '{', ''],
    ['no name', '{"scope":"all"}', 'name'],
    ['a number for a name', '{"name":5}', 'name'],
    ['an unknown field', '{"name":"A","alarm":15}', 'alarm'],
    ['an unknown scope', '{"name":"A","scope":"tv"}', 'scope'],
    ['an office that leads nothing', '{"name":"A","scope":"lead:Ban Lạ"}', 'scope'],
  ])('%s is answered 400 with its place', async (_, body, path) => {
    const answer = await ask(await addToken(house.db, UNIT, 'viewer'), '', { method: 'POST', body })
    const { errors } = (await answer.json()) as { errors: { path: string }[] }
    expect([answer.status, errors.map((error) => error.path)]).toEqual([400, [path]])
  })
})

describe('the public week', () => {
  let admin = ''
  beforeAll(async () => {
    admin = await signedIn('admin', 'quan.hai')
  })
  const share = (mo: string) => house.send('/lich-ical/cong-khai', { mo }, { cookie: admin })

  test('is off until the unit wants it, and goes off again', async () => {
    const statuses = [(await house.ask('/cong-khai/xa-ngok-tu')).status]
    await share('co')
    statuses.push((await house.ask('/cong-khai/xa-ngok-tu')).status)
    await share('')
    statuses.push((await house.ask('/cong-khai/xa-ngok-tu/2025-W32')).status)
    expect(statuses).toEqual([404, 200, 404])
  })

  test('shows hours and titles, not who confirmed, what waits for it, or a way in', async () => {
    await share('co')
    const html = await (await house.ask('/cong-khai/xa-ngok-tu/2025-W32')).text()
    expect(html).toContain('05:30')
    expect(html).toContain('UBND xã Ngọk Tụ')
    expect(html).not.toMatch(/\/khung\/|<form|chưa xác nhận/i)
  })

  test.each([
    ['another unit', 'xa-khac', 404],
    ['a week that the year does not have', 'xa-ngok-tu/2025-W99', 400],
    ['no week at all', 'xa-ngok-tu/hom-nay', 404],
    ['an enormous name', 'x'.repeat(5000), 404],
  ])('%s is refused in words', async (_, path, status) => {
    await share('co')
    expect((await house.ask(`/cong-khai/${path}`)).status).toBe(status)
  })
})

describe('one slot as a file', () => {
  test('is that event alone, to be kept', async () => {
    const cookie = await signedIn('viewer', 'xem.ba')
    const answer = await house.ask('/khung/ngok-tu-2025%3AC.I.2.a%3A16.ics', { cookie })
    const { events } = readCalendar(await answer.text())
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="ngok-tu-2025-c-i-2-a-16.ics"',
    ])
    expect(events.map(({ uid, start }) => [uid, start])).toEqual([
      ['ngok-tu-2025:C.I.2.a:16@xa-ngok-tu.nhip-song', '2025-08-04T05:30:00+07:00'],
    ])
  })
  test('is 404 for a slot that there is not', async () => {
    const cookie = await signedIn('viewer', 'xem.bon')
    expect((await house.ask('/khung/ngok-tu-2025%3AC.I.2.a%3A99.ics', { cookie })).status).toBe(404)
  })
})
