/** A one-off airing outside any plan, from its form to the week, the log, the report, the calendar and the API. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeReport } from '../../../src/actions/report.ts'
import { calendars } from '../../../src/calendars.ts'
import { listSlots } from '../../../src/store/slots.ts'
import { setStation } from '../../../src/store/stations.ts'
import { adopt } from '../../support/adopt.ts'
import { seenAt } from '../../support/moments.ts'
import { addOfficer, addToken } from '../../support/people.ts'
import { planData, planOf } from '../../support/plans.ts'
import { MONDAY, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-thu'
const plan = planOf(
  planData({
    ...{ kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=WE', time: '05:30', duration: 15, declared: 20 },
    window: { from: '2025-01-01', to: '2025-12-31' },
  }),
)
const FORM = {
  ...{ ten: 'Thông báo lịch tiêm chủng', ngay: '2025-08-06', gio: '17:00', phut: '5', kenh: 'loudspeaker' },
  'vi-sao': 'Công văn 12/TYT',
}

const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
let cookie = ''
let token = ''
beforeAll(async () => {
  await adopt(house.db, UNIT, plan, calendars, MONDAY)
  cookie = await addOfficer(house.db, UNIT, { username: 'lan', password: 'Gió mùa đông bắc' })
  token = await addToken(house.db, UNIT, 'officer')
})

const text = async (path: string) => (await house.ask(path, { cookie })).text()
const plain = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const send = (path: string, fields: Record<string, string> = {}) => house.send(path, fields, { cookie })
const placeOf = (answer: Response) => [answer.status, answer.headers.get('location')]
const api = async (path: string, init: RequestInit = {}) =>
  (await house.ask(`/api/v1${path}`, { ...init, headers: { authorization: `Bearer ${token}` } })).json()
const standings = async () =>
  (await api('/slots?from=2025-08-06&to=2025-08-06')).slots.map((slot: Record<string, unknown>) => [
    slot.id,
    slot.planId,
    slot.obligationId,
    slot.start,
    slot.standing,
  ])

test('what is missing stands at its field, and nothing that was typed is lost', async () => {
  const answer = await send('/khung/them', { ten: 'Thông báo', ngay: '31/2/2025', gio: '25:00' })
  const page = await answer.text()
  expect(answer.status).toBe(400)
  for (const words of ['không phải một ngày có thật', 'không phải một giờ có thật', 'value="Thông báo"'])
    expect(page.toLowerCase()).toContain(words.toLowerCase())
  expect(await (await send('/khung/them', { ...FORM, kenh: '' })).text()).toContain(
    'họn kênh trong danh sách',
  )
})

test('what meets another airing is told before anything is stored, and may be added all the same', async () => {
  const answer = await send('/khung/them', { ...FORM, gio: '05:40' })
  const page = await answer.text()
  expect(plain(page)).toContain('Trùng giờ với “Việc thử” (05:30).')
  expect(page).toContain('value="Thông báo lịch tiêm chủng"')
  expect(await listSlots(house.db, UNIT, { planId: 'them' })).toEqual([])
})

test('a form sent twice adds one slot, which has no plan and no obligation', async () => {
  const key = /name="khoa" value="([^"]+)"/.exec(await text('/khung/them'))?.[1] ?? ''
  const answers = [
    await send('/khung/them', { ...FORM, khoa: key }),
    await send('/khung/them', { ...FORM, khoa: key }),
  ]
  expect(answers.map(placeOf)).toEqual([
    [303, '/khung/them%3A1?xong=them'],
    [303, '/khung/them%3A1?xong=them'],
  ])
  expect(await standings()).toEqual([
    ['thu-2025:A.1:32', 'thu-2025', 'A.1', '2025-08-06T05:30:00+07:00', 'upcoming'],
    ['them:1', null, null, '2025-08-06T17:00:00+07:00', 'upcoming'],
  ])
})

test('it stands on week, month and its own page as outside the plan', async () => {
  for (const path of ['/tuan/2025-W32', '/thang/2025-08'])
    expect(plain(await text(path))).toContain('Thông báo lịch tiêm chủng')
  expect(plain(await text('/tuan/2025-W32'))).toContain('5 phút ngoài kế hoạch')
  const page = plain(await text('/khung/them%3A1'))
  expect(page).toContain('Ngoài kế hoạch: không tính vào chỉ tiêu nào.')
  expect(page).toContain('Thêm vào lịch: Công văn 12/TYT')
  expect(page).not.toContain('Căn cứ')
  // How it came into the calendar is no note that could be struck out; it is taken out instead.
  expect(page).not.toContain('Hoàn tác')
  expect(page).toContain('Bỏ khỏi lịch')
  expect(plain(await text('/nam/2025'))).toContain('Ngoài kế hoạch có thêm 1 việc.')
})

test('it is recorded like any slot, and its log says that no plan asked for it', async () => {
  house.clock.now += 4 * 86_400_000
  const { fact } = await api('/slots/them%3A1/facts', {
    method: 'POST',
    body: JSON.stringify({ kind: 'aired', minutes: 6 }),
  })
  expect([fact.slotId, fact.planId, fact.obligationId, fact.at]).toEqual([
    'them:1',
    null,
    null,
    '2025-08-06T17:00:00+07:00',
  ])
  expect(plain(await text('/nhat-ky?from=2025-08-01&to=2025-08-31'))).toMatch(
    /Thông báo lịch tiêm chủng.*ngoài kế hoạch/,
  )
})

test('the office’s report tells of it and counts it nowhere; a plan’s does not speak of it', async () => {
  const of = { basis: 'plan-year', period: '2025-08', asOf: '2025-08-31', forecast: false } as const
  const made = await makeReport({ db: house.db, unit: UNIT, calendars, moment: seenAt(house.clock.now) }, of)
  const own = await makeReport(
    { db: house.db, unit: UNIT, calendars, moment: seenAt(house.clock.now) },
    { ...of, planId: plan.id },
  )
  if (!made.ok || !own.ok) throw new Error('no report')
  const lines = (report: typeof made.value.report) => JSON.stringify(report.document)
  expect(lines(made.value.report)).toContain(
    'Thông báo lịch tiêm chủng: đã phát ngày 06/8/2025, 6 phút, không tính vào kết quả.',
  )
  expect(made.value.report.log.map(({ clause }) => clause)).toContain('ngoài kế hoạch')
  expect(made.value.report.rows.map(({ scheduled, done }) => [scheduled, done])).toEqual([[4, 0]])
  expect(lines(own.value.report)).not.toContain('tiêm chủng')
})

test('it is taken back only while nothing was recorded; its number is never given again', async () => {
  expect((await send('/khung/them%3A1/bo')).status).toBe(409)
  await send('/khung/them', { ...FORM, ten: 'Ra quân', kenh: 'event', gio: '08:00', ngay: '2025-08-12' })
  expect(placeOf(await send('/khung/them%3A2/bo'))).toEqual([303, '/khung/them%3A2?xong=bo'])
  expect(plain(await text('/tuan/2025-W33'))).not.toContain('Ra quân')
  await send('/khung/them', { ...FORM, ten: 'Ra quân 2', kenh: 'event', gio: '08:00', ngay: '2025-08-13' })
  expect(plain(await text('/tuan/2025-W33'))).toContain('Ra quân 2')
  expect(plain(await text('/khung/them%3A2'))).toContain('Đã bỏ khỏi lịch.')
  await send('/khung/them%3A2/them-lai')
  expect(plain(await text('/tuan/2025-W33'))).toMatch(/Ra quân .*Ra quân 2/)
  const known = await listSlots(house.db, UNIT, { planId: 'them' })
  expect(known.map(({ slot }) => [slot.id, slot.withdrawn])).toEqual([
    ['them:1', false],
    ['them:2', false],
    ['them:3', false],
  ])
})

test('outside the station’s hours it is told as well; no plan may take its name', async () => {
  const session = { days: ['WE' as const], from: '05:00', to: '06:00', channel: 'loudspeaker' as const }
  const who = { id: 'lan', name: 'Lan', unit: UNIT }
  const hours = { from: '2025-08-01', sessions: [session], silentDays: [], maxMinutes: null }
  await setStation(house.db, who, hours, house.clock.now)
  expect(await (await send('/khung/them', { ...FORM, gio: '19:00' })).text()).toContain(
    'Giờ này nằm ngoài các buổi phát của đài.',
  )
  expect(placeOf(await send('/khung/them', { ...FORM, gio: '19:00', 'van-them': '1' }))).toEqual([
    303,
    '/khung/them%3A4?xong=them',
  ])
  expect(() => planOf(planData({ kind: 'continuous' }, { id: 'them' }))).toThrow('ngoài kế hoạch')
})

test('a subscribed calendar has it, without the words of whoever asked for it', async () => {
  const made = await api('/feeds', {
    method: 'POST',
    body: JSON.stringify({ name: 'Trạm', scope: 'all' }),
  })
  const feed = await (await house.ask(new URL(made.url).pathname)).text()
  expect(feed).toContain('UID:them:1@xa-thu.nhip-song')
  expect(feed.replaceAll('\r\n ', '')).toContain('Ngoài kế hoạch.')
  expect(feed.replaceAll('\r\n ', '')).not.toContain('Công văn 12')
})
