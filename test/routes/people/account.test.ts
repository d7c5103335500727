import { expect, test } from 'vitest'
import { openSession } from '../../../src/accounts/session.ts'
import { listUsers } from '../../../src/accounts/user.ts'
import { addOfficer } from '../../support/people.ts'
import { cookieOf, MONDAY, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const PASSWORD = 'Gió mùa đông bắc'

async function house() {
  const opened = await testHouse()
  await opened.addUnit(UNIT, 'UBND xã Ngọk Tụ')
  const here = await addOfficer(opened.db, UNIT, { username: 'lan', password: PASSWORD })
  const id = (await listUsers(opened.db, UNIT))[0]?.id ?? ''
  return { opened, here, elsewhere: await openSession(opened.db, { unit: UNIT, id }, MONDAY) }
}

test('ending the other sessions leaves this one', async () => {
  const { opened, here, elsewhere } = await house()
  await using _ = opened
  const done = await opened.send('/tai-khoan/phien-khac', {}, { cookie: here })
  expect(done.headers.get('location')).toBe('/tai-khoan?xong=phien')
  const statuses = await Promise.all(
    [here, elsewhere].map(async (cookie) => (await opened.ask('/tai-khoan', { cookie })).status),
  )
  expect(statuses).toEqual([200, 303])
})
test('a new password needs the current one, and ends every session but the new one', async () => {
  const { opened, here, elsewhere } = await house()
  await using _ = opened
  const change = (hienTai: string, matKhau: string) =>
    opened.send('/tai-khoan/mat-khau', { hienTai, matKhau }, { cookie: here })
  const wrong = await change('không nhớ', 'Nắng lên phía đông')
  expect([wrong.status, (await wrong.text()).includes('id="hienTai-loi"')]).toEqual([400, true])
  const weak = await change(PASSWORD, '123')
  expect([weak.status, (await weak.text()).includes('id="matKhau-loi"')]).toEqual([400, true])
  const changed = await change(PASSWORD, 'Nắng lên phía đông')
  expect(changed.headers.get('location')).toBe('/tai-khoan?xong=mat-khau')
  const statuses = await Promise.all(
    [cookieOf(changed), here, elsewhere].map(
      async (cookie) => (await opened.ask('/tai-khoan', { cookie })).status,
    ),
  )
  expect(statuses).toEqual([200, 303, 303])
})
