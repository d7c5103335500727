/** Many slots answered at once, as the script of a phone sends them. */
import { expect, test } from 'vitest'
import { recordFact } from '../../../src/actions/record-fact.ts'
import { calendars } from '../../../src/calendars.ts'
import { inputOf } from '../../../src/core/fact.ts'
import { instantOf } from '../../../src/core/wall-clock.ts'
import { listFacts } from '../../../src/store/facts.ts'
import { adopt } from '../../support/adopt.ts'
import { closeAugust } from '../../support/closed-month.ts'
import { addOfficer } from '../../support/people.ts'
import { samplePlan } from '../../support/plans.ts'
import { testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const NOW = instantOf('2025-08-20', '08:00')
const MONDAY_SLOT = 'ngok-tu-2025:C.I.2.a:16'
const TUESDAY_SLOT = 'ngok-tu-2025:C.I.2.c:08'
const GONE = 'ngok-tu-2025:C.I.2.a:999'
const ID = '0d6a1c3b-7a51-4d1e-8f5a-9b0e2f6c2e47-mx1jrh1b'

async function phone() {
  const house = await testHouse()
  house.clock.now = NOW
  await adopt(house.db, UNIT, samplePlan('ngok-tu-2025'), calendars, NOW)
  const cookie = await addOfficer(house.db, UNIT, { username: 'lan', password: 'Gió mùa đông bắc' })
  const found = await house.db.$client.execute("SELECT id FROM users WHERE username = 'lan'")
  const own = `${found.rows[0]?.id}-${ID}`
  const send = async (slots: string[], more: Record<string, string> = {}) => {
    const fields = [
      ['khoa', own],
      ['ve', '/'],
      ...slots.map((slot) => ['khung', slot]),
      ...Object.entries(more),
    ]
    const answer = await house.ask('/ghi-loat', {
      ...{ method: 'POST', cookie, headers: { accept: 'application/json' } },
      body: new URLSearchParams(fields as [string, string][]),
    })
    return { status: answer.status, said: await answer.json() }
  }
  const facts = () => listFacts(house.db, UNIT)
  const look = async (query: string) => (await house.ask(`/ghi-loat?${query}`, { cookie })).text()
  return { ...house, send, facts, look }
}

test('each chosen slot is named, with its fact or with why it has none; sent again the answer is the same', async () => {
  await using house = await phone()
  const hoa = { unit: UNIT, id: 'u-hoa', name: 'Hoa' }
  await recordFact(
    { db: house.db, who: hoa, now: NOW },
    TUESDAY_SLOT,
    inputOf('not-aired', { reason: 'power' }),
  )
  const answer = await house.send([MONDAY_SLOT, TUESDAY_SLOT, GONE])
  const own = (await house.facts()).find(({ slotId }) => slotId === MONDAY_SLOT)
  expect(answer).toEqual({
    status: 200,
    said: {
      page: `/ghi-loat/${ID}?ve=%2F`,
      facts: [{ slotId: MONDAY_SLOT, factId: own?.id }],
      left: [
        {
          slotId: TUESDAY_SLOT,
          words:
            '17:30 thứ Ba 5/8/2025, Chuyên mục phát thanh về chuyển đổi số trên hệ thống truyền thanh xã',
          why: 'không phát, Hoa ghi lúc 08:00.',
        },
        {
          ...{ slotId: GONE, words: 'Một kỳ' },
          why: 'không còn trong kế hoạch: kế hoạch đã đổi từ lúc mở trang.',
        },
      ],
    },
  })
  expect(await house.send([MONDAY_SLOT, TUESDAY_SLOT, GONE])).toEqual(answer)
  expect(await house.facts()).toHaveLength(2)
})

test('what waited is dated by how long it waited, but never before the airing', async () => {
  await using house = await phone()
  const waited = NOW - instantOf('2025-08-05', '10:00')
  await house.send([MONDAY_SLOT, TUESDAY_SLOT], { daCho: String(waited) })
  const airings = [instantOf('2025-08-04', '05:30'), instantOf('2025-08-05', '17:30')]
  expect((await house.facts()).map(({ at, madeAt }) => [at, madeAt])).toEqual([
    [airings[0], instantOf('2025-08-05', '10:00')],
    [airings[1], airings[1]],
  ])
})

test.each<[string, Record<string, string>, number, string]>([
  ['by somebody else', { khoa: `u-khac-${ID}` }, 409, 'conflict'],
  ['from a page that named nothing', { khoa: '' }, 400, 'invalid'],
  ['nobody knows when', { daCho: 'lâu rồi' }, 400, 'invalid'],
])('pressed %s: nothing is recorded, and the answer is a problem of ours', async (_, more, status, code) => {
  await using house = await phone()
  const answer = await house.send([MONDAY_SLOT], more)
  expect([answer.status, answer.said.code, await house.facts()]).toEqual([status, code, []])
})

test('a look before many are answered promises nothing of a closed period, and says how it is answered', async () => {
  await using house = await phone()
  expect(await house.look('thang=2025-08')).toContain(`value="${MONDAY_SLOT}"`)
  await closeAugust(house.db, UNIT)
  const html = await house.look('thang=2025-08')
  expect(html).not.toContain('name="khung"')
  expect(html).toContain('Số liệu đã chốt')
  expect(html).toMatch(/5 kỳ chưa xác nhận nằm trong số liệu đã chốt: mở từng kỳ và nêu lý do mới ghi được\./)
})
