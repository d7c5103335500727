/** The station's hours as a page, and where they are told: on the week, and where a slot is moved or made up. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import { daysForMakeUp } from '../../../src/actions/make-up-days.ts'
import { calendars } from '../../../src/calendars.ts'
import { findSlot } from '../../../src/store/slots.ts'
import { listStations, setStation } from '../../../src/store/stations.ts'
import { adopt } from '../../support/adopt.ts'
import { seenAt } from '../../support/moments.ts'
import { addOfficer } from '../../support/people.ts'
import { planData, planOf } from '../../support/plans.ts'
import { MONDAY, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-thu'
const rate = (time: string, day: string) => ({
  ...{ kind: 'rate', rrule: `FREQ=WEEKLY;BYDAY=${day};COUNT=9`, start: '2025-08-04', time, duration: 30 },
})
const obligation = (id: string, cadence: Record<string, unknown>) => ({
  ...{ id, title: `Chuyên mục ${id}`, channels: ['loudspeaker'], lead: 'P', quote: 'x', cadence },
})
const plan = planOf(
  planData(
    {},
    {
      obligations: [
        obligation('A', rate('05:30', 'WE')),
        obligation('B', rate('05:45', 'WE')),
        obligation('C', rate('17:00', 'TH')),
      ],
    },
  ),
)

const house = await testHouse()
const look = { db: house.db, unit: UNIT, calendars, moment: seenAt(MONDAY) }
afterAll(() => house[Symbol.asyncDispose]())
let cookie = ''
beforeAll(async () => {
  await adopt(house.db, UNIT, plan, calendars, MONDAY)
  cookie = await addOfficer(house.db, UNIT, { username: 'lan', password: 'Gió mùa đông bắc' })
})

const ask = async (path: string) => (await house.ask(path, { cookie })).text()
const send = (fields: [string, string][]) =>
  house.ask('/dai', { method: 'POST', body: new URLSearchParams(fields), cookie })
const MORNING: [string, string][] = [
  ...['MO', 'TU', 'WE', 'TH', 'FR'].map((day): [string, string] => ['buoi-1-thu', day]),
  ['buoi-1-tu', '05:00'],
  ['buoi-1-den', '06:30'],
  ['buoi-1-kenh', 'loudspeaker'],
  ['tu-ngay', '2025-08-04'],
]

/** The lines of a list, without markup. */
const linesIn = (page: string, id: string): string[] => {
  const part = page.split(`id="${id}"`)[1]?.split('</section>')[0] ?? ''
  return [...part.matchAll(/<li>(.*?)<\/li>/gs)].map(([, line = '']) => line.replace(/<[^>]+>/g, '').trim())
}

test('what is wrong stands at its field, and nothing that was typed is lost', async () => {
  const answer = await send([...MORNING.slice(0, 6), ['buoi-1-den', '04:00'], ['phut', '20'], ['im', 'SU']])
  const page = await answer.text()
  expect(answer.status).toBe(400)
  expect(page).toContain('id="buoi-1-den-loi">Giờ kết thúc phải sau giờ bắt đầu.')
  expect(page).toContain('name="phut" type="text" inputmode="numeric" value="20"')
  expect(page).toContain('name="im" value="SU" checked')
  expect(await listStations(house.db, UNIT)).toEqual([])
})

test('another row is asked for without losing the others', async () => {
  const page = await (await send([...MORNING, ['them', '1']])).text()
  expect(page).toContain('name="buoi-3-tu"')
  expect(page).toContain('name="buoi-1-tu" type="time" inputmode="text" value="05:00"')
})

test('saved, it is told what holds, since when and by whom; the same again changes nothing', async () => {
  expect((await send(MORNING)).headers.get('location')).toBe('/dai?xong=luu')
  expect((await send(MORNING)).headers.get('location')).toBe('/dai?xong=nhu-cu')
  const page = await ask('/dai')
  expect(page).toContain(
    'Từ 04/8/2025: thứ Hai đến thứ Sáu 05:00 – 06:30, truyền thanh. <span class="meta">Lan, 04/8/2025',
  )
})

test('the week tells what is heard at one time and what lies outside the hours', async () => {
  expect(linesIn(await ask('/'), 'gio-phat')).toEqual([
    'Thứ Tư 6/8, 05:45: “Chuyên mục B” trùng giờ với “Chuyên mục A” (05:30).',
    'Thứ Năm 7/8, 17:00: “Chuyên mục C” nằm ngoài buổi phát của đài.',
  ])
})

test('before a slot is moved one sees what is on air then', async () => {
  const found = async (day: string, time: string) => {
    const page = await ask(`/khung/thu-2025:C:01/ghi/doi?ngay=${day}&gio=${time}`)
    return [...page.matchAll(/role="status">([^<]+)</g)].map(([, words]) => words)
  }
  expect(await found('2025-08-06', '05:40')).toEqual([
    'Trùng giờ với “Chuyên mục A” (05:30). Vẫn dời được.',
    'Trùng giờ với “Chuyên mục B” (05:45). Vẫn dời được.',
  ])
  expect(await found('2025-08-08', '17:00')).toEqual([
    'thứ Sáu 8/8/2025, 17:00 nằm ngoài buổi phát của đài. Vẫn dời được.',
  ])
  expect(await found('2025-08-08', '05:00')).toEqual(['thứ Sáu 8/8/2025, 05:00: không trùng khung nào.'])
})

test('days offered for a make-up are those on which the station is on air and nothing else is heard', async () => {
  const record = await findSlot(house.db, UNIT, 'thu-2025:A:01')
  if (!record) throw new Error('no slot')
  const days = async () => (await daysForMakeUp(look, record)).days
  expect(await days()).toEqual(['2025-08-07', '2025-08-08', '2025-08-11'])
  const [station] = await listStations(house.db, UNIT)
  if (!station) throw new Error('no station')
  await setStation(house.db, { unit: UNIT, id: 'x', name: 'Lan' }, { ...station, silentDays: ['FR'] }, MONDAY)
  expect(await days()).toEqual(['2025-08-07', '2025-08-11', '2025-08-12'])
})

test('where no day is left the page says why, and what would make room', async () => {
  const [station] = await listStations(house.db, UNIT)
  if (!station) throw new Error('no station')
  const silent = { ...station, silentDays: ['MO', 'TU', 'TH', 'FR', 'SA', 'SU'] as const }
  await setStation(
    house.db,
    { unit: UNIT, id: 'x', name: 'Lan' },
    { ...silent, silentDays: [...silent.silentDays] },
    MONDAY,
  )
  // A is made up for on a Wednesday, on which A and B are on air for nine weeks.
  const record = await findSlot(house.db, UNIT, 'thu-2025:A:01')
  if (!record) throw new Error('no slot')
  const found = await daysForMakeUp(look, record)
  expect(found).toEqual({ days: [], none: { until: '2025-10-03', taken: 8, off: 50 } })
  house.clock.now = MONDAY + 3 * 86_400_000
  await house.send('/khung/thu-2025:A:01/ghi', { viec: 'not-aired', lyDo: 'power', ve: '/' }, { cookie })
  expect(await ask('/khung/thu-2025:A:01/ghi/phat-bu')).toContain(
    'ngày đã có chương trình khác vào giờ này, ',
  )
})
