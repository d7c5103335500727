import { expect, test } from 'vitest'
import { addOfficer } from '../../support/people.ts'
import { testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-ngok-tu'

test('a token is shown once, opens the API, and is refused once it is revoked', async () => {
  await using house = await testHouse()
  await house.addUnit(UNIT, 'UBND xã Ngọk Tụ')
  const person = { username: 'quantri', password: 'Gió mùa đông bắc', role: 'admin' } as const
  const cookie = await addOfficer(house.db, UNIT, person)
  const made = await house.send('/ma-api', { ten: 'Bảng điện tử', vaiTro: 'viewer' }, { cookie })
  const secret = /nhipsong_[\w-]{43}/.exec(await made.text())?.[0]
  expect(made.status).toBe(201)
  const slots = async () =>
    (await house.ask('/api/v1/slots', { headers: { authorization: `Bearer ${secret}` } })).status
  expect(await slots()).toBe(200)
  const list = await (await house.ask('/ma-api', { cookie })).text()
  expect([list.includes('Bảng điện tử'), list.includes('nhipsong_')]).toEqual([true, false])
  const id = /\/ma-api\/([0-9a-f]{16})\/thu-hoi/.exec(list)?.[1]
  const revoked = await house.send(`/ma-api/${id}/thu-hoi`, {}, { cookie })
  expect([revoked.status, revoked.headers.get('location')]).toEqual([303, '/ma-api?xong=thu-hoi'])
  expect(await slots()).toBe(401)
})
test('a token without a name or with an unknown role is not made', async () => {
  await using house = await testHouse()
  await house.addUnit(UNIT)
  const person = { username: 'quantri', password: 'Gió mùa đông bắc', role: 'admin' } as const
  const cookie = await addOfficer(house.db, UNIT, person)
  const tries = [
    { ten: ' ', vaiTro: 'viewer' },
    { ten: 'Loa', vaiTro: 'boss' },
  ]
  const answers = await Promise.all(tries.map((form) => house.send('/ma-api', form, { cookie })))
  expect(answers.map(({ status }) => status)).toEqual([400, 400])
  expect(await (await house.ask('/ma-api', { cookie })).text()).toContain('Chưa có mã nào.')
})
