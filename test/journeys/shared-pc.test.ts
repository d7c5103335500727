import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startApp } from '../support/app-server.ts'
import { launchOptions } from '../support/chromium.ts'
import { addOfficer } from '../support/people.ts'

/** As offices without a certificate have it: a name of the LAN over http, where browsers heed no Clear-Site-Data. */
const HOST = 'may-dai-xa'
const PASSWORD = 'Gió mùa đông bắc'

let browser: Browser
beforeAll(async () => {
  const options = await launchOptions()
  const args = (options.args ?? []).filter((arg) => !arg.startsWith('--host-resolver-rules'))
  browser = await chromium.launch({
    ...options,
    args: [...args, `--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
  })
})
afterAll(() => browser?.close())

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/dang-nhap`)
  await page.getByLabel('Tên đăng nhập').fill('quantri')
  await page.getByLabel('Mật khẩu').fill(PASSWORD)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.waitForURL((to) => to.pathname !== '/dang-nhap')
}
async function signOut(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/tai-khoan`)
  await page.getByRole('main').getByRole('button', { name: 'Đăng xuất' }).click()
  await page.waitForURL(`${url}/dang-nhap`)
}

test('after signing out over http nothing that was open shows on Back, nor a secret that was shown once', async () => {
  await using app = await startApp()
  await app.addUnit('xa-ngok-tu', 'UBND xã Ngọk Tụ')
  await addOfficer(app.db, 'xa-ngok-tu', { username: 'quantri', password: PASSWORD, role: 'admin' })
  const url = app.url.replace('127.0.0.1', HOST)
  app.deps.baseUrl = url
  const page = await (await browser.newContext()).newPage()
  await signIn(page, url)
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  await page.goto(`${url}/nguoi-dung`)
  await page.goto(`${url}/ma-api`)
  await page.getByLabel('Tên mã').fill('Bảng điện tử')
  await page.getByRole('button', { name: 'Tạo mã' }).click()
  await page.getByText('Mã “Bảng điện tử”').first().waitFor()
  await signOut(page, url)
  const seen: string[] = []
  for (let i = 0; i < 4; i++) {
    await page.goBack({ waitUntil: 'load' }).catch(() => null)
    // The browser may still be on its way to an error page of its own.
    seen.push((await vi.waitFor(() => page.content(), 10_000)).replace(/<[^>]+>/g, ' '))
  }
  const leaks = seen.filter((text) => /nhipsong_|Mã truy cập API|Thêm người dùng|quantri/.test(text))
  expect(leaks).toEqual([])
})
