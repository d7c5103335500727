import { expect, test } from 'vitest'
import { openSession } from '../../../src/accounts/session.ts'
import { insertUser } from '../../../src/accounts/user.ts'
import { calendars } from '../../../src/calendars.ts'
import type { Role } from '../../../src/core/role.ts'
import { instantOf } from '../../../src/core/wall-clock.ts'
import type { Trace } from '../../../src/deps.ts'
import { tick } from '../../../src/scheduler/tick.ts'
import { findNoticeHours, findNoticeSettings, listWebhooks } from '../../../src/store/notices.ts'
import { listMessages } from '../../../src/store/outbox.ts'
import { attempts, messages, noticeSettings } from '../../../src/store/schema.ts'
import { listTurns } from '../../../src/store/turns.ts'
import { adopt } from '../../support/adopt.ts'
import { samplePlan } from '../../support/plans.ts'
import { MONDAY, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-ngok-tu'

async function house(given: Parameters<typeof testHouse>[0] = {}) {
  const opened = await testHouse(given)
  await adopt(opened.db, UNIT, samplePlan('ngok-tu-2025'), calendars, MONDAY)
  const person = async (name: string, role: Role) => {
    const user = await insertUser(opened.db, { unit: UNIT, name, role }, MONDAY)
    if (!user.ok) throw new Error(user.problem.detail)
    const { id } = user.value
    return { id, cookie: await openSession(opened.db, { unit: UNIT, id }, opened.clock.now) }
  }
  /** What a page says, without its marks. */
  const read = async (path: string, cookie: string) => {
    const answer = await opened.ask(path, { cookie })
    const text = (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    return { status: answer.status, text }
  }
  /** As if each had opened the link in their mail, and that mail had gone. */
  const confirmed = async () => {
    await opened.db.update(noticeSettings).set({ confirmedAt: MONDAY })
    await opened.db.delete(messages)
  }
  return { ...opened, person, read, confirmed }
}

const SETTINGS = { thu: 'lan@example.vn', loai: 'ask', yenTu: '21:00', yenDen: '06:00', motTin: '' }

test('a person chooses address, kinds and quiet hours; the page says what holds', async () => {
  await using home = await house()
  const { id, cookie } = await home.person('Lan', 'officer')
  expect((await home.read('/nhac-viec', cookie)).text).toContain('Chưa có địa chỉ thư')
  const saved = await home.send('/nhac-viec', SETTINGS, { cookie })
  expect([saved.status, saved.headers.get('location')]).toEqual([303, '/nhac-viec?xong=luu'])
  expect(await findNoticeSettings(home.db, UNIT, id)).toEqual({
    // What only a leader is asked about waits until Lan may be one.
    ...{ email: 'lan@example.vn', kinds: ['ask', 'approve'] },
    reach: { quiet: { from: '21:00', to: '06:00' }, dailyAt: null },
  })
  await home.confirmed()
  expect((await home.read('/nhac-viec', cookie)).text).toContain('Anh/chị nhận 1 loại tin qua lan@example.vn')
})

test('who may decide is offered, ticked, to hear of what waits for them; nobody else, and no program', async () => {
  await using home = await house()
  const offered = async (path: string, role: Role) => {
    const { cookie } = await home.person(role, role)
    const html = await (await home.ask(path, { cookie })).text()
    const kinds = [...html.matchAll(/name="loai" value="([\w-]+)"( checked)?>/g)]
    return [kinds.length, kinds.find(([, kind]) => kind === 'approve')?.[2] ?? null]
  }
  expect(await offered('/nhac-viec', 'leader')).toEqual([9, ' checked'])
  expect(await offered('/nhac-viec', 'officer')).toEqual([8, null])
  expect(await offered('/nhac-viec/don-vi', 'admin')).toEqual([8, null])
})

test('who is promoted hears of what waits for approval, unless they said no when they were asked', async () => {
  await using home = await house()
  const admin = await home.person('Quản trị', 'admin')
  const lan = await home.person('Lan', 'officer')
  const kinds = async () => (await findNoticeSettings(home.db, UNIT, lan.id))?.kinds
  const choose = async (kind: string) => {
    await home.db.delete(attempts)
    await home.send('/nhac-viec', { ...SETTINGS, loai: kind }, { cookie: lan.cookie })
    return kinds()
  }
  const become = (vaiTro: Role) =>
    home.send(`/nguoi-dung/${lan.id}/vai-tro`, { vaiTro }, { cookie: admin.cookie })
  expect(await choose('week')).toEqual(['week', 'approve'])
  await become('leader')
  expect((await home.read('/nhac-viec', lan.cookie)).text).toContain('chờ duyệt')
  expect(await choose('ask')).toEqual(['ask'])
  await become('officer')
  expect(await choose('week')).toEqual(['week'])
  expect(await choose('khong-co')).toEqual([])
  expect(await choose('approve')).toEqual([])
})

test.each([
  [{ thu: 'lan' }, 'Địa chỉ thư chưa đúng'],
  [{ thu: 'lan@example.vn\r\nBcc: x@y.vn' }, 'Địa chỉ thư chưa đúng'],
  [{ yenDen: '' }, 'Ghi cả giờ bắt đầu và giờ kết thúc'],
  [{ yenDen: '21:00' }, 'Giờ kết thúc phải khác giờ bắt đầu'],
  [{ motTin: '25:00' }, 'Viết giờ dạng 07:00'],
])('what cannot be is said at its field and not saved: %j', async (wrong, says) => {
  await using home = await house()
  const { id, cookie } = await home.person('Lan', 'officer')
  const answer = await home.send('/nhac-viec', { ...SETTINGS, ...wrong }, { cookie })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain(says)
  expect(await findNoticeSettings(home.db, UNIT, id)).toBeNull()
})

test('a message on trial reaches its person with the next beat; each sees their own, an admin all', async () => {
  await using home = await house()
  const [lan, hoa, admin] = [
    await home.person('Lan', 'officer'),
    await home.person('Hoa', 'officer'),
    await home.person('Quản trị', 'admin'),
  ]
  await home.send('/nhac-viec', SETTINGS, { cookie: lan.cookie })
  await home.confirmed()
  expect((await home.send('/nhac-viec/thu', {}, { cookie: lan.cookie })).status).toBe(303)
  await tick(home.deps, MONDAY)
  expect((await home.read('/nhac-viec/tin', lan.cookie)).text).toMatch(
    /Đã gửi 08:00 4\/8 .*Tin thử từ Nhịp Sóng/,
  )
  expect((await home.read('/nhac-viec/tin', hoa.cookie)).text).toContain('Chưa có tin nào')
  // The test's post is a console: nothing has left the machine, whatever the tag says.
  expect((await home.read('/nhac-viec/tin', lan.cookie)).text).toContain('Máy chủ chưa được cài đặt thư')
  expect((await home.read('/nhac-viec/tin', admin.cookie)).text).toMatch(/Lan .*Đã gửi .*Tin thử/)
})

test('what was given up can be sent again by its person, not by another', async () => {
  const refuses = {
    reaches: true,
    send: async () => ({ kind: 'never' as const, why: 'máy chủ thư trả lời 550' }),
    close: () => undefined,
  }
  await using home = await house({ channels: { email: refuses, webhook: refuses } })
  const [lan, hoa] = [await home.person('Lan', 'officer'), await home.person('Hoa', 'officer')]
  await home.send('/nhac-viec', SETTINGS, { cookie: lan.cookie })
  await home.confirmed()
  await home.send('/nhac-viec/thu', {}, { cookie: lan.cookie })
  await tick(home.deps, MONDAY)
  expect((await home.read('/nhac-viec/tin', lan.cookie)).text).toContain(
    'Không gửi được: máy chủ thư trả lời 550',
  )
  expect((await home.read('/nhac-viec/tin', lan.cookie)).text).not.toContain('chưa được cài đặt thư')
  const [message] = await listMessages(home.db, UNIT)
  const again = `/nhac-viec/tin/${encodeURIComponent(message?.key ?? '')}/gui-lai`
  expect((await home.send(again, {}, { cookie: hoa.cookie })).status).toBe(404)
  expect((await home.send(again, {}, { cookie: lan.cookie })).status).toBe(303)
  expect((await listMessages(home.db, UNIT))[0]).toMatchObject({ failedAt: null, dueAt: MONDAY })
})

test('the gallery shows every message with its sample', async () => {
  await using home = await house()
  const { cookie } = await home.person('Lan', 'viewer')
  const { status, text } = await home.read('/nhac-viec/mau', cookie)
  expect(status).toBe(200)
  for (const says of [
    '1 khung, 1 lượt đăng thứ Ba 5/8 chưa xác nhận',
    'Tóm tắt tháng 7/2025',
    'Tin thử từ Nhịp Sóng',
    'Tổng hợp 40 ngày',
  ])
    expect(text).toContain(says)
})

test('a leader sets the unit’s hours; its jobs are looked at anew', async () => {
  await using home = await house()
  const { cookie } = await home.person('Chủ tịch', 'leader')
  await tick(home.deps, MONDAY)
  const hours = { truoc: '30', gioNhac: '18:00', gioHoi: '21:15', gioSang: '06:45' }
  expect((await home.send('/nhac-viec/don-vi', hours, { cookie })).status).toBe(303)
  expect(await findNoticeHours(home.db, UNIT)).toEqual({
    ...{ remindMinutes: 30, remindAt: '18:00', askAt: '21:15', morningAt: '06:45' },
  })
  await tick(home.deps, MONDAY + 60_000)
  const ask = (await listTurns(home.db, UNIT)).find(({ job }) => job === 'ask')
  expect([ask?.dueAt, ask?.since]).toEqual([instantOf('2025-08-04', '21:15'), MONDAY])
  expect((await home.send('/nhac-viec/don-vi', { ...hours, truoc: '7' }, { cookie })).status).toBe(400)
})

test('a leader decides that a plan does not run on: what was made of it goes', async () => {
  await using home = await house()
  // A beat far ahead of the last one makes nothing: the office's server ran all the time.
  for (const day of ['2025-08-04', '2025-10-01', '2025-11-20']) await tick(home.deps, instantOf(day, '08:00'))
  home.clock.now = instantOf('2025-12-01', '00:05')
  await tick(home.deps, home.clock.now)
  const { cookie } = await home.person('Chủ tịch', 'leader')
  const plans = async () => (await home.db.query.plans.findMany()).map(({ id }) => id).sort()
  expect(await plans()).toEqual(['ngok-tu-2025', 'ngok-tu-2025@2026'])
  await home.send('/nhac-viec/don-vi/noi-tiep', { keHoach: 'ngok-tu-2025', noiTiep: 'khong' }, { cookie })
  await tick(home.deps, home.clock.now + 60_000)
  expect(await plans()).toEqual(['ngok-tu-2025'])
  expect((await home.db.query.slots.findMany()).length).toBe(90)
})

test('an admin adds a receiver, sees its secret once, and stops it', async () => {
  await using home = await house({ webhooksMayBeLocal: false })
  const { cookie } = await home.person('Quản trị', 'admin')
  const fields = { ten: 'Nhóm Zalo', diaChi: 'https://zalo.example.vn/tin', loai: 'ask' }
  const made = await home.send('/nhac-viec/don-vi/webhook', fields, { cookie })
  const [secret] = /whsec_[A-Za-z0-9+/]{32}/.exec(await made.text()) ?? []
  const [webhook] = await listWebhooks(home.db, UNIT)
  expect([made.status, webhook]).toMatchObject([
    201,
    { name: 'Nhóm Zalo', secret, kinds: ['ask'], stoppedAt: null },
  ])
  expect((await home.read('/nhac-viec/don-vi', cookie)).text).not.toContain('whsec_')
  await home.send(`/nhac-viec/don-vi/webhook/${webhook?.id}/dung`, {}, { cookie })
  expect((await home.read('/nhac-viec/don-vi', cookie)).text).toContain('Đã dừng: Quản trị dừng')
})

test.each([
  'http://zalo.example.vn/tin',
  'https://localhost/tin',
  'https://127.0.0.1/tin',
  'https://2130706433/tin',
  'https://10.1.2.3/tin',
  'https://192.168.1.1/tin',
  'https://169.254.169.254/latest/meta-data',
  'https://[::1]/tin',
  'https://may-chu/tin',
  'https://ke-toan.lan/tin',
  'https://may.localhost./tin',
  'https://192.0.0.192/tin',
  'https://198.18.0.1/tin',
  'https://203.0.113.5/tin',
  'https://lan:mat-khau@zalo.example.vn/tin',
  'ftp://zalo.example.vn/tin',
  'không phải địa chỉ',
])('a receiver at %s is refused: the server’s own network is nobody’s business', async (diaChi) => {
  await using home = await house({ webhooksMayBeLocal: false })
  const { cookie } = await home.person('Quản trị', 'admin')
  const answer = await home.send('/nhac-viec/don-vi/webhook', { ten: 'Thử', diaChi, loai: 'ask' }, { cookie })
  expect([answer.status, await listWebhooks(home.db, UNIT)]).toEqual([400, []])
})

test('/healthz and the page of the state tell of the last beat and of what fails, without names', async () => {
  const full = {
    kind: 'invalid' as const,
    detail: 'Không ghi hết được bản sao: đĩa đầy hoặc hỏng.',
    errors: [],
  }
  const copies = {
    list: async () => ['nhip-song-2025-08-03.db'],
    make: async () => full,
    remove: async () => undefined,
  }
  await using home = await house({ copies })
  const { cookie } = await home.person('Quản trị', 'admin')
  const health = async () => (await home.ask('/healthz')).json()
  expect(await health()).toEqual({
    ...{ status: 'ok', database: 'ok', beat: { last: null, late: false }, failing: [] },
    outbox: { waiting: 0, overdue: 0, failed: 0 },
  })
  await tick(home.deps, MONDAY)
  home.clock.now = instantOf('2025-08-05', '01:30')
  await tick(home.deps, home.clock.now)
  expect(await health()).toMatchObject({
    ...{ status: 'attention', beat: { last: '2025-08-05T01:30:00+07:00', late: false }, failing: ['backup'] },
  })
  const { text } = await home.read('/tinh-trang', cookie)
  expect(text).toContain('Lần quét gần nhất lúc 01:30 05/8/2025.')
  expect(text).toContain(
    'Sao lưu, giữ 7 ngày, 4 tuần, 12 tháng (máy chủ), lúc 01:30 05/8/2025: Không ghi hết được',
  )
  expect(text).toContain('nhip-song-2025-08-03.db')
  home.clock.now += 11 * 60_000
  expect(await health()).toMatchObject({ status: 'attention', beat: { late: true } })
})

test('/healthz says 503 when the database does not answer', async () => {
  await using home = await house()
  home.db.$client.close()
  const answer = await home.ask('/healthz')
  expect([answer.status, await answer.json()]).toEqual([503, { status: 'failing', database: 'failing' }])
})

test('one line a request, feeds aside: its route and how it ended, no secret and nobody’s name', async () => {
  const lines: Parameters<Trace>[0][] = []
  await using home = await house({ trace: (line) => void lines.push(line) })
  const { cookie } = await home.person('Lan', 'officer')
  const paths = [
    '/nhac-viec',
    `/mat-khau/${'S'.repeat(43)}`,
    `/feeds/${'T'.repeat(43)}.ics`,
    '/thiet-lap?ma=U-secret',
    '/khong-co/V-secret',
  ]
  const ids = []
  for (const path of paths) ids.push((await home.ask(path, { cookie })).headers.get('x-request-id'))
  const requests = lines.filter(({ event }) => event === 'request')
  expect(requests.map(({ id }) => id)).toEqual(ids.filter((id) => id !== null))
  expect(requests.map(({ method, route, status, unit }) => ({ method, route, status, unit }))).toEqual([
    { method: 'GET', route: '/nhac-viec', status: 200, unit: UNIT },
    { method: 'GET', route: '/mat-khau/:secret', status: 410, unit: null },
    { method: 'GET', route: '/thiet-lap', status: 303, unit: null },
    { method: 'GET', route: '(none)', status: 404, unit: UNIT },
  ])
  const all = JSON.stringify(lines)
  expect(
    ['SSSS', 'TTTT', 'U-secret', 'V-secret', 'Lan', cookie].filter((text) => all.includes(text)),
  ).toEqual([])
})
