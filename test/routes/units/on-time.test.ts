/** Within how many days a record is on time: an office says it for those below, on its page or by the command. */
import { expect, test } from 'vitest'
import { openSession } from '../../../src/accounts/session.ts'
import { createUser } from '../../../src/accounts/user.ts'
import { recordFact } from '../../../src/actions/record-fact.ts'
import { addUnits } from '../../../src/actions/units.ts'
import { calendars } from '../../../src/calendars.ts'
import { inputOf } from '../../../src/core/fact.ts'
import { DAY_MS, instantOf } from '../../../src/core/wall-clock.ts'
import { listAudit, commandLine as systemOf } from '../../../src/store/audit.ts'
import { listSlots } from '../../../src/store/slots.ts'
import { findOnTimeDays } from '../../../src/store/unit-tree.ts'
import { adopt } from '../../support/adopt.ts'
import { commandLine } from '../../support/command-line.ts'
import { addToken } from '../../support/people.ts'
import { planData, planOf } from '../../support/plans.ts'
import { testHouse } from '../../support/test-house.ts'

const NOW = instantOf('2025-08-20', '08:00')
const AIRED = instantOf('2025-08-04', '05:30')
const PLAN = planOf(
  planData({ kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=1', start: '2025-08-04', time: '05:30' }),
)

/** A ministry above a province above a commune, whose only airing was recorded five days after its day. */
async function country() {
  const house = await testHouse()
  house.clock.now = NOW
  const unit = (code: string, name: string, parent: string | null) => {
    return { code, name, parent, kind: null, officialCode: null }
  }
  const units = [
    unit('bo', 'Bộ Thử', null),
    unit('tinh', 'UBND tỉnh Thử', 'bo'),
    unit('xa', 'UBND xã Thử', 'tinh'),
  ]
  await addUnits(house.db, units, systemOf, AIRED)
  await adopt(house.db, 'xa', PLAN, calendars, AIRED)
  const who = { unit: 'xa', id: 'u', name: 'Y Lan' }
  const late = AIRED + 5 * DAY_MS
  const [slot] = await listSlots(house.db, 'xa')
  const told = await recordFact(
    { db: house.db, who, now: late },
    slot?.slot.id ?? '',
    inputOf('aired', { at: AIRED }),
  )
  if (!told.ok) throw new Error(told.problem.detail)
  const admin = async (unit: string) => {
    const made = await createUser(house.db, { unit, name: 'Y Quản', role: 'admin' }, NOW)
    return made.ok ? openSession(house.db, { unit, id: made.value.id }, NOW) : ''
  }
  return { house, admin, cli: commandLine({ db: house.db, now: NOW }) }
}

const wordsOf = async (answer: Response) =>
  (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

const AT = '?ky=Q3&nam=2025'

test('a province says it on its page: page, CSV, API and command tell the rule and count by it', async () => {
  const { house, admin, cli } = await country()
  await using _ = house
  const cookie = await admin('tinh')
  const bearer = { authorization: `Bearer ${await addToken(house.db, 'tinh', 'viewer')}` }
  const told = async () => {
    const page = await wordsOf(await house.ask(`/cac-don-vi${AT}`, { cookie }))
    const csv = await (await house.ask(`/cac-don-vi.csv${AT}`, { cookie })).text()
    const api = await house.ask('/api/v1/roll-up?period=Q3&year=2025', { headers: bearer })
    const { units } = (await api.json()) as { units: Record<string, unknown>[] }
    const ran = (await cli('roll-up', '--period', 'Q3', '--year', '2025', '--format', 'csv')).out
    return [
      /Đúng hạn: (.*?) \( đổi \)\./.exec(page)?.[1],
      / UBND xã Thử 1 100% 1\/1 (.*?) 100%/.exec(page)?.[1],
      /^xa,,UBND xã Thử,(1,1,.),.*,(\d+)$/m.exec(csv.replaceAll('\r', ''))?.slice(1).join(),
      [units[1]?.settledOnTime, units[1]?.onTimeDays],
      /^UBND xã Thử,xa,1,1,1,100%,(.*?),.*,(\d+)$/m.exec(ran.replaceAll('\r', ''))?.slice(1).join(),
    ]
  }
  const usual = await told()
  const set = await house.send('/cac-don-vi/quan-ly/han-ghi', { soNgay: ' 5 ' }, { cookie })
  expect([set.status, set.headers.get('location')]).toEqual([303, expect.stringContaining('#han-ghi')])
  expect([usual, await told()]).toEqual([
    ['ghi trong 3 ngày kể từ ngày đến hạn', '0% 0/1', '1,1,0,3', [0, 3], '0%,3'],
    [
      'ghi trong số ngày đứng cạnh tỷ lệ, kể từ ngày đến hạn, như cấp trên của đơn vị đã định',
      '100% 1/1, 5 ngày',
      ...['1,1,1,5', [1, 5], '100%,5'],
    ],
  ])
  const [{ by, kind, subject, detail } = {}] = await listAudit(house.db, 'tinh')
  expect([by, kind, subject, detail]).toEqual([
    ...['Y Quản', 'on-time-days', 'UBND tỉnh Thử', 'trong 5 ngày kể từ ngày đến hạn'],
  ])
})

test('the command sets it and takes it away; what a ministry says holds then, without naming it', async () => {
  const { house, admin, cli } = await country()
  await using _ = house
  const cookie = await admin('tinh')
  const page = async () => wordsOf(await house.ask('/cac-don-vi/quan-ly', { cookie }))
  expect((await cli('unit', 'on-time', 'bo', '0')).out).toBe(
    'Đã lưu: đơn vị dưới Bộ Thử ghi kết quả đúng hạn: ngay trong ngày đến hạn.',
  )
  await cli('unit', 'on-time', 'tinh', '10')
  expect((await cli('unit', 'on-time', 'tinh', '')).out).toBe(
    'Đã lưu: đơn vị dưới UBND tỉnh Thử ghi kết quả đúng hạn: không định riêng, nay là ngay trong ngày đến hạn.',
  )
  const words = await page()
  expect(words).toContain('Để trống: ngay trong ngày đến hạn.')
  expect(words).not.toContain('Bộ Thử')
})

test.each([
  ['tinh', 'mười', 400, 'hạn ghi kết quả “mười” chưa đúng'],
  ['tinh', '-1', 400, 'ghi số ngày, từ 0 (ngay trong ngày đến hạn) đến 90'],
  ['tinh', '91', 400, 'ghi số ngày, từ 0 (ngay trong ngày đến hạn) đến 90'],
  ['tinh', '3.5', 400, 'chưa đúng'],
  ['xa', '5', 409, 'dưới UBND xã Thử chưa có đơn vị nào để đặt hạn ghi kết quả'],
])('%s asked for %s days: nothing is stored, page and command say why', async (unit, typed, status, says) => {
  const { house, admin, cli } = await country()
  await using _ = house
  const sent = await house.send(
    '/cac-don-vi/quan-ly/han-ghi',
    { soNgay: typed },
    { cookie: await admin(unit) },
  )
  expect([sent.status, await wordsOf(sent)]).toEqual([status, expect.stringContaining(says)])
  const ran = await cli('unit', 'on-time', unit, '--', typed)
  expect([ran.code, ran.out, ran.err]).toEqual([1, '', expect.stringContaining(says)])
  const noted = (await listAudit(house.db, unit)).filter(({ kind }) => kind === 'on-time-days')
  expect([await findOnTimeDays(house.db, unit), noted]).toEqual([null, []])
})
