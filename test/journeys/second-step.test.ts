import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { startApp } from '../support/app-server.ts'
import { fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { addOfficer } from '../support/people.ts'

const PASSWORD = 'Gió mùa đông bắc'

test('an admin chooses the second step on a phone without JavaScript, is asked for the code, and finds it in the log', async () => {
  await using app = await startApp()
  await app.addUnit('xa-ngok-tu', 'UBND xã Ngọk Tụ')
  await addOfficer(app.db, 'xa-ngok-tu', { username: 'quantri', password: PASSWORD, role: 'admin' })
  await withPage({ width: PHONE, script: false }, async (page) => {
    const signIn = async () => {
      await page.goto(`${app.url}/dang-nhap`)
      await page.getByLabel('Tên đăng nhập').fill('quantri')
      await page.getByLabel('Mật khẩu').fill(PASSWORD)
      await page.getByRole('button', { name: 'Đăng nhập' }).click()
    }
    await signIn()
    await page.goto(`${app.url}/tai-khoan`)
    await page.getByRole('link', { name: 'Xác thực hai bước' }).click()
    const secret = (await page.locator('p code').first().textContent())?.replaceAll(' ', '') ?? ''
    const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: app.clock.now })
    expect([await fitsWidth(page), await page.locator('.qr svg').isVisible()]).toEqual([true, true])
    await page.getByLabel('Mã sáu số mà ứng dụng hiện').fill(code())
    await page.getByRole('button', { name: 'Bật xác thực hai bước' }).click()
    await page.getByText('Mười mã dự phòng').waitFor()
    expect(await fitsWidth(page)).toBe(true)
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/codes.png`, fullPage: true })
    app.clock.now += 30_000
    await page.context().clearCookies()
    await signIn()
    await page.getByLabel('Mã sáu số trên điện thoại').fill(code())
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await page.goto(`${app.url}/so-quan-tri`)
    expect(await page.getByRole('main').textContent()).toMatch(/Lan\s+bật xác thực hai bước cho\s+Lan/)
    expect(await fitsWidth(page)).toBe(true)
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/log.png`, fullPage: true })
  })
  await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, 'xa-ngok-tu', 'leader')
    for (const path of ['/tai-khoan/hai-buoc', '/nhac-viec']) {
      await page.goto(app.url + path)
      expect(await seriousViolations(page)).toEqual([])
    }
  })
})
