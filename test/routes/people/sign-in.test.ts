import { expect, test } from 'vitest'
import { createUser } from '../../../src/accounts/user.ts'
import { addOfficer } from '../../support/people.ts'
import { cookieOf, MONDAY, testHouse } from '../../support/test-house.ts'

const PASSWORD = 'Gió mùa đông bắc'
const FORM = { tenDangNhap: 'lan', matKhau: PASSWORD, tiepTheo: '/tai-khoan' }

async function house(given: Parameters<typeof testHouse>[0] = {}) {
  const opened = await testHouse(given)
  await opened.addUnit('xa-ngok-tu', 'UBND xã Ngọk Tụ')
  return {
    opened,
    cookie: await addOfficer(opened.db, 'xa-ngok-tu', { username: 'lan', password: PASSWORD }),
  }
}

test('a page without a session leads to the sign-in page, and from there back to where one was going', async () => {
  const { opened } = await house()
  await using _ = opened
  const away = await opened.ask('/tai-khoan?xong=phien')
  expect([away.status, away.headers.get('location')]).toEqual([
    303,
    '/dang-nhap?tiep=%2Ftai-khoan%3Fxong%3Dphien',
  ])
  const page = await (await opened.ask(away.headers.get('location') ?? '')).text()
  expect(page).toContain('name="tiepTheo" value="/tai-khoan?xong&#x3D;phien"')
  const back = await opened.send('/dang-nhap', { ...FORM, tiepTheo: '/tai-khoan?xong=phien' })
  expect([back.status, back.headers.get('location')]).toEqual([303, '/tai-khoan?xong=phien'])
  const there = await opened.ask('/tai-khoan?xong=phien', { cookie: cookieOf(back) })
  expect([there.status, there.headers.get('cache-control')]).toEqual([200, 'no-store'])
})
test('the sign-in form leads to no other site', async () => {
  const { opened } = await house()
  await using _ = opened
  const page = await (await opened.ask('/dang-nhap?tiep=//evil.example')).text()
  expect(page).toContain('name="tiepTheo" value="/"')
  const sent = await opened.send('/dang-nhap', { ...FORM, tiepTheo: 'https://evil.example' })
  expect(sent.headers.get('location')).toBe('/')
})
test('the cookie is out of reach for scripts and other sites, and on https for plain http', async () => {
  const { opened } = await house()
  await using _ = opened
  const cookie = (await opened.send('/dang-nhap', FORM)).headers.get('set-cookie')
  const both = /^nhip_song=[\w-]{43}; (.*), nhip_song_may=[\w-]{43}; (.*)$/.exec(cookie ?? '')
  const attributes = 'Max-Age=34560000; Path=/; HttpOnly; SameSite=Lax'
  expect(both?.slice(1)).toEqual([attributes, attributes])
  opened.deps.baseUrl = 'https://nhip.test'
  const secure = (await opened.send('/dang-nhap', FORM)).headers.get('set-cookie')
  expect(secure).toMatch(
    /^__Host-nhip_song=.*; Path=\/; HttpOnly; Secure; SameSite=Lax, __Host-nhip_song_may=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
})
test('signing in ends the session that the browser had before', async () => {
  const { opened, cookie } = await house()
  await using _ = opened
  const fresh = cookieOf(await opened.send('/dang-nhap', FORM, { cookie }))
  const reach = async (who: string | undefined) => (await opened.ask('/tai-khoan', { cookie: who })).status
  expect([await reach(cookie), await reach(fresh)]).toEqual([303, 200])
})
test('a wrong password shows the form again with the name, without a cookie', async () => {
  const { opened } = await house()
  await using _ = opened
  const answer = await opened.send('/dang-nhap', { ...FORM, matKhau: 'sai mật khẩu' })
  const page = await answer.text()
  expect([answer.status, cookieOf(answer)]).toEqual([401, undefined])
  expect(page).toContain('Tên đăng nhập hoặc mật khẩu không đúng.')
  expect(page).toContain('value="lan"')
  expect(page).not.toContain('sai mật khẩu')
})
test('the sixth attempt is told when to come back', async () => {
  const { opened } = await house()
  await using _ = opened
  for (let i = 0; i < 5; i++) await opened.send('/dang-nhap', { ...FORM, matKhau: 'sai mật khẩu' })
  const answer = await opened.send('/dang-nhap', FORM)
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '900'])
  expect(await answer.text()).toContain('Hãy thử lại sau 15 phút.')
})
test('among several units a name without its unit is told about that', async () => {
  const { opened } = await house()
  await using _ = opened
  await opened.addUnit('xa-khac')
  const wrong = { ...FORM, matKhau: 'sai mật khẩu' }
  const page = async (form: Record<string, string>) => (await opened.send('/dang-nhap', form)).text()
  expect(await page(wrong)).toContain('lan@xa-ngok-tu')
  expect(await page({ ...wrong, tenDangNhap: 'lan@xa-khac' })).not.toContain('lan@xa-ngok-tu')
})
test('signing out ends the session, not only the cookie', async () => {
  const { opened, cookie } = await house()
  await using _ = opened
  expect((await opened.ask('/tai-khoan', { cookie })).status).toBe(200)
  const out = await opened.send('/dang-xuat', {}, { cookie })
  expect([out.status, out.headers.get('location'), out.headers.get('clear-site-data')]).toEqual([
    303,
    '/dang-nhap',
    '"cache"',
  ])
  expect(out.headers.get('set-cookie')).toMatch(/^nhip_song=; Max-Age=0/)
  expect((await opened.ask('/tai-khoan', { cookie })).status).toBe(303)
})
test('a one-time link shows whose password it sets, sets it, signs in and is used up', async () => {
  const { opened } = await house()
  await using _ = opened
  const user = await createUser(opened.db, { unit: 'xa-ngok-tu', name: 'Y Hoa', role: 'viewer' }, MONDAY)
  const link = user.ok ? user.value.link : ''
  const page = await opened.ask(link)
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(await page.text()).toContain('Mật khẩu của <b>Y Hoa</b>, tên đăng nhập <b>y.hoa</b>')
  const weak = await opened.send(link, { matKhau: '0905123456' })
  expect([weak.status, (await weak.text()).includes('không được chỉ gồm chữ số')]).toEqual([400, true])
  const set = await opened.send(link, { matKhau: 'Nắng lên phía đông' })
  expect([set.status, set.headers.get('location')]).toEqual([303, '/'])
  expect((await opened.ask('/tai-khoan', { cookie: cookieOf(set) })).status).toBe(200)
  expect([(await opened.ask(link)).status, (await opened.send(link, { matKhau: PASSWORD })).status]).toEqual([
    410, 410,
  ])
})
test('before the first start the sign-in page says what to do', async () => {
  await using opened = await testHouse()
  const page = await (await opened.ask('/dang-nhap')).text()
  expect(page).toContain('Máy chủ này chưa được thiết lập.')
})
test('a browser that signed in is known by a cookie that outlives the session; on https only a cookie of that kind counts', async () => {
  const { opened } = await house()
  await using _ = opened
  opened.deps.baseUrl = 'https://nhip.test'
  const origin = { origin: 'https://nhip.test' }
  const send = (fields: Record<string, string>, cookie = '') =>
    opened.app.request('https://nhip.test/dang-nhap', {
      ...{ method: 'POST', body: new URLSearchParams(fields), headers: { ...origin, cookie } },
    })
  const signedIn = (await send(FORM)).headers.get('set-cookie') ?? ''
  const session = /__Host-nhip_song=[^;]+/.exec(signedIn)?.[0] ?? ''
  const browser = /__Host-nhip_song_may=[^;]+/.exec(signedIn)?.[0] ?? ''
  const reach = async (cookie: string) =>
    (await opened.app.request('https://nhip.test/tai-khoan', { headers: { cookie } })).status
  expect([await reach(session), await reach(session.replace('__Host-', ''))]).toEqual([200, 303])
  for (let i = 0; i < 6; i++) await send({ ...FORM, matKhau: 'sai mật khẩu' })
  expect([(await send(FORM)).status, (await send(FORM, browser)).status]).toEqual([429, 303])
})
