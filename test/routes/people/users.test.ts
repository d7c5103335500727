import { expect, test } from 'vitest'
import { listUsers } from '../../../src/accounts/user.ts'
import { addOfficer } from '../../support/people.ts'
import { cookieOf, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const PASSWORD = 'Gió mùa đông bắc'

async function house() {
  const opened = await testHouse()
  await opened.addUnit(UNIT, 'UBND xã Ngọk Tụ')
  const cookie = await addOfficer(opened.db, UNIT, { username: 'quantri', password: PASSWORD, role: 'admin' })
  return { opened, cookie }
}

type House = Awaited<ReturnType<typeof testHouse>>
const peopleOf = async ({ db }: House) =>
  (await listUsers(db, UNIT)).map(({ username, role, active }) => [username, role, active]).sort()
const idOf = async ({ db }: House, username: string) =>
  (await listUsers(db, UNIT)).find((user) => user.username === username)?.id

const HOA = { ten: 'Y Hoa', tenDangNhap: '', vaiTro: 'officer' }
const linkIn = (page: string) => /http:\/\/nhip\.test(\/mat-khau\/[\w-]{43})/.exec(page)?.[1]

test('adding somebody shows their link once, and the link lets them in', async () => {
  const { opened, cookie } = await house()
  await using _ = opened
  const added = await opened.send('/nguoi-dung', HOA, { cookie })
  const link = linkIn(await added.text()) ?? ''
  expect(added.status).toBe(201)
  expect(linkIn(await (await opened.ask('/nguoi-dung', { cookie })).text())).toBeUndefined()
  const hoa = cookieOf(await opened.send(link, { matKhau: PASSWORD }))
  expect((await opened.ask('/tai-khoan', { cookie: hoa })).status).toBe(200)
  expect((await opened.ask('/nguoi-dung', { cookie: hoa })).status).toBe(403)
})
test('a form that cannot be taken comes back with what was typed', async () => {
  const { opened, cookie } = await house()
  await using _ = opened
  const taken = await opened.send('/nguoi-dung', { ...HOA, tenDangNhap: 'quantri' }, { cookie })
  const page = await taken.text()
  expect([taken.status, page.includes('value="Y Hoa"'), page.includes('Đơn vị đã có tên đăng nhập')]).toEqual(
    [409, true, true],
  )
  expect((await opened.send('/nguoi-dung', { ...HOA, vaiTro: 'boss' }, { cookie })).status).toBe(400)
  expect(await peopleOf(opened)).toEqual([['quantri', 'admin', true]])
})
test('role, sessions, deactivating and coming back', async () => {
  const { opened, cookie } = await house()
  await using _ = opened
  const hoas = await addOfficer(opened.db, UNIT, { username: 'hoa', password: PASSWORD })
  const id = await idOf(opened, 'hoa')
  const act = async (what: string, fields = {}) => {
    const answer = await opened.send(`/nguoi-dung/${id}/${what}`, fields, { cookie })
    return [answer.status, answer.headers.get('location')]
  }
  expect(await act('vai-tro', { vaiTro: 'leader' })).toEqual([303, '/nguoi-dung?xong=vai-tro'])
  expect((await opened.ask('/tai-khoan', { cookie: hoas })).status).toBe(200)
  expect(await act('phien')).toEqual([303, '/nguoi-dung?xong=phien'])
  expect((await opened.ask('/tai-khoan', { cookie: hoas })).status).toBe(303)
  expect(await act('ngung')).toEqual([303, '/nguoi-dung?xong=ngung'])
  expect(await peopleOf(opened)).toEqual([
    ['hoa', 'leader', false],
    ['quantri', 'admin', true],
  ])
  expect(await act('mo-lai')).toEqual([303, '/nguoi-dung?xong=mo-lai'])
  expect((await peopleOf(opened))[0]).toEqual(['hoa', 'leader', true])
})
test('the last admin cannot leave', async () => {
  const { opened, cookie } = await house()
  await using _ = opened
  const id = await idOf(opened, 'quantri')
  expect((await opened.send(`/nguoi-dung/${id}/ngung`, {}, { cookie })).status).toBe(409)
  expect((await opened.send(`/nguoi-dung/${id}/vai-tro`, { vaiTro: 'viewer' }, { cookie })).status).toBe(409)
  expect(await peopleOf(opened)).toEqual([['quantri', 'admin', true]])
})
test('a new link for a forgotten password leaves the old one until it is used', async () => {
  const { opened, cookie } = await house()
  await using _ = opened
  await addOfficer(opened.db, UNIT, { username: 'hoa', password: PASSWORD })
  const answer = await opened.send(`/nguoi-dung/${await idOf(opened, 'hoa')}/duong-dan`, {}, { cookie })
  const link = linkIn(await answer.text()) ?? ''
  const signIn = async (matKhau: string) =>
    (await opened.send('/dang-nhap', { tenDangNhap: 'hoa', matKhau })).status
  expect(await signIn(PASSWORD)).toBe(303)
  await opened.send(link, { matKhau: 'Nắng lên phía đông' })
  expect([await signIn(PASSWORD), await signIn('Nắng lên phía đông')]).toEqual([401, 303])
})
test('a name with markup is shown as text', async () => {
  const { opened, cookie } = await house()
  await using _ = opened
  const answer = await opened.send('/nguoi-dung', { ...HOA, ten: '<img src=x onerror=alert(1)>' }, { cookie })
  expect(await answer.text()).not.toContain('<img src=x')
})
