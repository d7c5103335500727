import { expect, test } from 'vitest'
import { setupCode } from '../../../src/accounts/setup.ts'
import { planFiles } from '../../../src/content.generated.ts'
import { listPlans } from '../../../src/store/plans.ts'
import { units, users } from '../../../src/store/schema.ts'
import { cookieOf, MONDAY, testHouse } from '../../support/test-house.ts'

const FORM = {
  donVi: 'UBND xã Đắk Tô',
  ten: 'Nguyễn Thị Lan',
  tenDangNhap: 'lan',
  matKhau: 'Gió mùa đông bắc',
}

async function house() {
  const opened = await testHouse({ samples: planFiles })
  return { opened, code: (await setupCode(opened.db, MONDAY)) ?? '' }
}

test('the link with the code leads through the account to a sample, which asks what the office’s own is called', async () => {
  const { opened, code } = await house()
  await using _ = opened
  const page = await opened.ask(`/thiet-lap?ma=${code}`)
  expect([page.status, (await page.text()).includes(code)]).toEqual([200, true])
  const made = await opened.send('/thiet-lap', { ...FORM, ma: code })
  expect([made.status, made.headers.get('location')]).toEqual([303, '/thiet-lap/ke-hoach'])
  const cookie = cookieOf(made)
  const choice = await (await opened.ask('/thiet-lap/ke-hoach', { cookie })).text()
  expect(choice.match(/name="keHoach" value="[^"]+"( checked)?/g)).toEqual([
    'name="keHoach" value="duc-pho-2024.yaml"',
    'name="keHoach" value="ngok-tu-2025.yaml" checked',
    'name="keHoach" value="quang-ngai-117-2022.yaml"',
    'name="keHoach" value="thong-tin-co-so-2026.yaml"',
    'name="keHoach" value="de-sau"',
  ])
  const chosen = await opened.send('/thiet-lap/ke-hoach', { keHoach: 'duc-pho-2024.yaml' }, { cookie })
  expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/ke-hoach/mau/duc-pho-2024'])
  const own = await (await opened.ask('/ke-hoach/mau/duc-pho-2024', { cookie })).text()
  expect(own).toContain('id="p-hieu-luc" name="p-hieu-luc" type="date" inputmode="text" value="2025-08-04"')
  expect(await listPlans(opened.db, 'xa-dak-to')).toEqual([])
})
test('one may begin without a plan', async () => {
  const { opened, code } = await house()
  await using _ = opened
  const cookie = cookieOf(await opened.send('/thiet-lap', { ...FORM, ma: code }))
  const later = await opened.send('/thiet-lap/ke-hoach', { keHoach: 'de-sau' }, { cookie })
  expect([later.status, later.headers.get('location')]).toEqual([303, '/'])
  expect((await opened.send('/thiet-lap/ke-hoach', { keHoach: 'khong-co' }, { cookie })).status).toBe(400)
  expect(await listPlans(opened.db, 'xa-dak-to')).toEqual([])
})
test('without the code nobody claims the server, nor sees the form', async () => {
  const { opened } = await house()
  await using _ = opened
  const answers = [
    await opened.ask('/thiet-lap'),
    await opened.ask(`/thiet-lap?ma=${'A'.repeat(43)}`),
    await opened.send('/thiet-lap', FORM),
    await opened.send('/thiet-lap', { ...FORM, ma: 'A'.repeat(43) }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403])
  expect([await opened.db.$count(users), await opened.db.$count(units)]).toEqual([0, 0])
})
test('what is wrong stands beside its field, and what was typed is kept, except the password', async () => {
  const { opened, code } = await house()
  await using _ = opened
  const answer = await opened.send('/thiet-lap', { ...FORM, ma: code, ten: '', matKhau: '123' })
  const page = await answer.text()
  expect(answer.status).toBe(400)
  expect(page).toContain('value="UBND xã Đắk Tô"')
  expect(page).not.toContain('value="123"')
  expect(page.match(/(?<=aria-invalid="true" aria-describedby=")[^"]+/g)).toEqual([
    'ten-loi',
    'matKhau-goi-y matKhau-loi',
  ])
})
test('once it is claimed the link leads to the front page', async () => {
  const { opened, code } = await house()
  await using _ = opened
  await opened.send('/thiet-lap', { ...FORM, ma: code })
  const again = await opened.ask(`/thiet-lap?ma=${code}`)
  expect([again.status, again.headers.get('location')]).toEqual([303, '/'])
  expect((await opened.send('/thiet-lap', { ...FORM, ma: code })).status).toBe(403)
})
