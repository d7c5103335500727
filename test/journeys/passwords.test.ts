import { expect, test } from 'vitest'
import { startApp } from '../support/app-server.ts'
import { PHONE, seriousViolations, withPage } from '../support/browser.ts'

const UNIT = 'xa-thu'

test('what is asked of a password is said before it is typed, and what is typed can be seen', async () => {
  await using app = await startApp()
  await app.addUnit(UNIT)
  await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(`${app.url}/tai-khoan/mat-khau`)
    await page.getByText('không chỉ gồm chữ số, không chứa tên đăng nhập').waitFor()
    const field = page.getByLabel('Mật khẩu mới', { exact: true })
    await field.fill('Gió mùa đông bắc')
    const types = [await field.getAttribute('type')]
    const button = page.getByRole('button', { name: 'Hiện mật khẩu mới' })
    await button.click()
    types.push(await field.getAttribute('type'), await button.getAttribute('aria-pressed'))
    await button.click()
    types.push(await field.getAttribute('type'), await field.inputValue())
    expect(types).toEqual(['password', 'text', 'true', 'password', 'Gió mùa đông bắc'])
    expect(await seriousViolations(page)).toEqual([])
  })
})

test('a token that is shown once is copied with one tap, which is told; without a script it can be selected', async () => {
  await using app = await startApp()
  await app.addUnit(UNIT)
  await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, UNIT, 'admin')
    await page.goto(`${app.url}/ma-api`)
    await page.getByLabel('Tên mã').fill('Bảng điện tử')
    await page.getByRole('button', { name: 'Tạo mã' }).click()
    const secret = await page.locator('#ma-moi').textContent()
    await page.getByRole('button', { name: 'Sao chép mã' }).click()
    await page.getByRole('status').getByText('Đã sao chép.').waitFor({ state: 'attached' })
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(secret)
    const selects = await page.locator('.secret').evaluate((text) => getComputedStyle(text).userSelect)
    expect(selects).toBe('all')
  })
})
