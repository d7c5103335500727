import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { listUsers } from '../../../src/accounts/user.ts'
import type { Role } from '../../../src/core/role.ts'
import { users } from '../../../src/store/schema.ts'
import { commandLine } from '../../support/command-line.ts'
import { addOfficer } from '../../support/people.ts'
import { cookieOf, MONDAY, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const PASSWORD = 'Gió mùa đông bắc'
const SIGN_IN = { tenDangNhap: 'lan', matKhau: PASSWORD, tiepTheo: '/ke-hoach' }
const STEP = 30_000

async function house(role: Role = 'leader') {
  const home = await testHouse()
  await home.addUnit(UNIT, 'UBND xã Ngọk Tụ')
  const cookie = await addOfficer(home.db, UNIT, { username: 'lan', password: PASSWORD, role })
  // scrypt(PASSWORD, salt of 16 zero bytes, N=1024, r=8, p=1)
  const cheap = 'scrypt$1024$8$1$AAAAAAAAAAAAAAAAAAAAAA$HGIAXhufRuUL-PfC8GobDDMmbV6fw--85FWaqb3gFqQ'
  await home.db.update(users).set({ password: cheap })
  const text = async (answer: Response | Promise<Response>) => (await answer).text()
  const reach = async (who: string | undefined) => (await home.ask('/ke-hoach', { cookie: who })).status
  return { ...home, cookie, text, reach }
}
type House = Awaited<ReturnType<typeof house>>

/** Chooses the second step; the answer makes codes of a moment, and holds the recovery codes. */
async function choose(home: House) {
  const page = await home.text(home.ask('/tai-khoan/hai-buoc', { cookie: home.cookie }))
  const secret = /<code>([A-Z2-7 ]{39})<\/code>/.exec(page)?.[1]?.replaceAll(' ', '') ?? ''
  const codeAt = (now: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now })
  const answer = await home.send('/tai-khoan/hai-buoc', { ma: codeAt(MONDAY) }, { cookie: home.cookie })
  const shown = await answer.text()
  return {
    status: answer.status,
    codeAt,
    recovery: [...shown.matchAll(/<code>([a-z2-9]{5}-[a-z2-9]{5})<\/code>/g)].map(([, one]) => one),
    secret,
  }
}

async function password(home: House) {
  const answer = await home.send('/dang-nhap', SIGN_IN)
  return { cookie: cookieOf(answer), to: answer.headers.get('location') }
}
const code = (home: House, cookie: string | undefined, ma: string) =>
  home.send('/dang-nhap/ma', { ma, tiepTheo: '/ke-hoach' }, { cookie })

test('with the second step a password alone opens nothing; a code of the phone does, and only once', async () => {
  await using home = await house()
  const { status, codeAt, recovery } = await choose(home)
  expect([status, new Set(recovery).size]).toEqual([200, 10])
  expect(await home.reach(home.cookie)).toBe(200)
  home.clock.now = MONDAY + 10 * STEP
  const first = await password(home)
  expect([first.to, await home.reach(first.cookie)]).toEqual(['/dang-nhap/ma?tiep=%2Fke-hoach', 303])
  const wrong = await code(home, first.cookie, '000000')
  expect([wrong.status, await home.reach(first.cookie)]).toEqual([400, 303])
  const right = await code(home, first.cookie, codeAt(home.clock.now))
  expect([right.status, right.headers.get('location'), await home.reach(first.cookie)]).toEqual([
    303,
    '/ke-hoach',
    200,
  ])
  const second = await password(home)
  expect((await code(home, second.cookie, codeAt(home.clock.now))).status).toBe(400)
  home.clock.now += STEP
  expect((await code(home, second.cookie, codeAt(home.clock.now))).status).toBe(303)
})
test('a recovery code is good once, and the key is shown no more', async () => {
  await using home = await house()
  const { recovery, secret } = await choose(home)
  const page = await home.text(home.ask('/tai-khoan/hai-buoc', { cookie: home.cookie }))
  expect([page.replaceAll(' ', '').includes(secret), page.includes('Đang bật')]).toEqual([false, true])
  const statuses = []
  for (let i = 0; i < 2; i++) {
    const { cookie } = await password(home)
    statuses.push((await code(home, cookie, ` ${recovery[0]?.toUpperCase()} `)).status)
  }
  expect(statuses).toEqual([303, 400])
})
test('ten wrong codes end the trying; a password is good for ten minutes of it', async () => {
  await using home = await house()
  const { codeAt } = await choose(home)
  const { cookie } = await password(home)
  const statuses = []
  for (let i = 0; i < 11; i++) statuses.push((await code(home, cookie, '000000')).status)
  expect(statuses).toEqual([...Array(10).fill(400), 429])
  home.clock.now = MONDAY + 16 * 60_000
  const late = await code(home, cookie, codeAt(home.clock.now))
  expect([late.status, (await late.text()).includes('Hãy đăng nhập lại')]).toEqual([410, true])
})
test('a one-time link does not go around it', async () => {
  await using home = await house()
  await choose(home)
  const run = commandLine({ db: home.db, now: MONDAY })
  const link = /\/mat-khau\/\S+/.exec((await run('user', 'link', 'lan')).out)?.[0] ?? ''
  const set = await home.send(link, { matKhau: 'Nắng lên từ phía đông' })
  const away = await home.ask('/ke-hoach', { cookie: cookieOf(set) })
  const there = await home.ask(away.headers.get('location') ?? '', { cookie: cookieOf(set) })
  expect([away.status, there.headers.get('location')]).toEqual([303, '/dang-nhap/ma?tiep=%2Fke-hoach'])
})
test('it is left with a code, by an admin, or at the server itself', async () => {
  await using home = await house('admin')
  const { recovery } = await choose(home)
  const leave = async (ma: string) =>
    (await home.send('/tai-khoan/hai-buoc/tat', { ma }, { cookie: home.cookie })).status
  expect([await leave('000000'), await leave(recovery[1] ?? '')]).toEqual([400, 303])
  expect((await password(home)).to).toBe('/ke-hoach')
  await choose(home)
  const id = (await listUsers(home.db, UNIT))[0]?.id
  await home.send(`/nguoi-dung/${id}/tat-hai-buoc`, {}, { cookie: home.cookie })
  expect((await password(home)).to).toBe('/ke-hoach')
  await choose(home)
  expect(await commandLine({ db: home.db, now: MONDAY })('user', 'one-step', 'lan')).toEqual({
    ...{ code: 0, out: 'Đã tắt xác thực hai bước của Lan.', err: '' },
  })
  expect((await password(home)).to).toBe('/ke-hoach')
  const log = await home.text(home.ask('/so-quan-tri', { cookie: home.cookie }))
  expect(log.match(/tắt xác thực hai bước của/g)).toHaveLength(3)
})
test('officers are not offered it', async () => {
  await using home = await house('officer')
  expect((await home.ask('/tai-khoan/hai-buoc', { cookie: home.cookie })).status).toBe(403)
  expect(await home.text(home.ask('/tai-khoan', { cookie: home.cookie }))).not.toContain('hai-buoc')
})
