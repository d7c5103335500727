import { afterAll, expect, test } from 'vitest'
import { openSession } from '../../../src/accounts/session.ts'
import { createUser } from '../../../src/accounts/user.ts'
import { instantOf } from '../../../src/core/wall-clock.ts'
import { PLAN_ID, tellYear, UNIT } from '../../support/counted-year.ts'
import { addToken } from '../../support/people.ts'
import { testHouse } from '../../support/test-house.ts'

const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
await tellYear(house.db, '2025-09-28')
house.clock.now = instantOf('2025-09-29', '05:00')
const user = await createUser(house.db, { unit: UNIT, name: 'Y Lan', role: 'leader' }, house.clock.now)
if (!user.ok) throw new Error(user.problem.detail)
const cookie = await openSession(house.db, { unit: UNIT, id: user.value.id }, house.clock.now)
const token = await addToken(house.db, UNIT)
const authorization = `Bearer ${token}`

/** Issue 20 of C.I.2.a: Monday 29/9/2025, 05:30. */
const SLOT = `${PLAN_ID}:C.I.2.a:20`

/** How the issue stands by the API, and how the count has it, at an hour of its day. */
async function seenAt(time: string): Promise<[standing: string, unconfirmed: number, remaining: number]> {
  house.clock.now = instantOf('2025-09-29', time)
  const headers = { authorization }
  const { slot } = (await (await house.ask(`/api/v1/slots/${SLOT}`, { headers })).json()) as {
    slot: { standing: string }
  }
  const path = '/api/v1/compliance?period=2025-09-29..2025-09-29'
  const { rows } = (await (await house.ask(path, { headers })).json()) as {
    rows: { obligationId: string; unconfirmed: number; remaining: number }[]
  }
  const row = rows.find(({ obligationId }) => obligationId === 'C.I.2.a')
  return [slot.standing, row?.unconfirmed ?? -1, row?.remaining ?? -1]
}

test('until an office says otherwise an airing of today is waited for until its day is over', async () => {
  expect(await seenAt('23:59')).toEqual(['due', 0, 1])
})

test('what an office settles holds in the API and in the count from the next request on', async () => {
  const sent = await house.send('/nhac-viec/don-vi/cho-xac-nhan', { cho: '30' }, { cookie })
  expect([sent.status, sent.headers.get('location')]).toEqual([
    303,
    expect.stringContaining('/nhac-viec/don-vi'),
  ])
  expect([await seenAt('05:59'), await seenAt('06:00'), await seenAt('06:01')]).toEqual([
    ['due', 0, 1],
    ['unconfirmed', 1, 0],
    ['unconfirmed', 1, 0],
  ])
  const page = await (await house.ask('/nhac-viec/don-vi', { cookie })).text()
  expect(page).toContain('<option value="30" selected>Sau giờ phát 30 phút</option>')
})

test('what is not among the choices is refused, and what held still holds', async () => {
  const sent = await house.send('/nhac-viec/don-vi/cho-xac-nhan', { cho: '31' }, { cookie })
  expect([sent.status, await sent.text()]).toEqual([
    400,
    expect.stringContaining('Hãy chọn một khoảng trong danh sách.'),
  ])
  expect(await seenAt('06:00')).toEqual(['unconfirmed', 1, 0])
})
