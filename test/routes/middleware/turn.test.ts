import { expect, test } from 'vitest'
import type { Turns } from '../../../src/turns.ts'
import { addOfficer, addToken } from '../../support/people.ts'
import { testHouse } from '../../support/test-house.ts'

/** Says who began and who went on. */
function noted() {
  const lanes: string[] = []
  const note = (what: string) => async (lane: string) => {
    lanes.push(`${what} ${lane}`)
  }
  const turns: Turns = { begin: note('begins'), goOn: note('goes on') }
  return { lanes, turns }
}

test('a request begins in the line of its session, its token or its address', async () => {
  const { lanes, turns } = noted()
  await using house = await testHouse({ turns })
  await house.addUnit('xa-an')
  const cookie = await addOfficer(house.db, 'xa-an', { username: 'lan', password: 'mat khau dai 12' })
  const token = await addToken(house.db, 'xa-an', 'viewer')
  await house.ask('/tai-khoan', { cookie })
  await house.ask('/api/v1/plans', { headers: { authorization: `Bearer ${token}` } })
  await house.ask('/dang-nhap')
  expect(lanes).toEqual([`begins ${cookie}`, `begins Bearer ${token}`, 'begins unknown'])
})

test('once its body is there a form takes a turn again, so that bodies that end together are not all worked on at once', async () => {
  const { lanes, turns } = noted()
  await using house = await testHouse({ turns })
  await house.send('/dang-nhap', { tenDangNhap: 'ai', matKhau: 'x' })
  expect(lanes).toEqual(['begins unknown', 'goes on unknown'])
})

test('whether the server is well is answered at once', async () => {
  const { lanes, turns } = noted()
  await using house = await testHouse({ turns })
  await house.ask('/healthz')
  expect(lanes).toEqual([])
})
