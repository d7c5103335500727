import { expect, test } from 'vitest'
import { startApp } from './app-server.ts'
import { PHONE, seriousViolations, withPage } from './browser.ts'
import { samplePlan } from './plans.ts'

test('a browser opens a page of the app, with its fonts and styles, and nothing is refused', async () => {
  await using app = await startApp()
  const seen = await withPage({ width: PHONE }, async (page) => {
    await page.goto(`${app.url}/dang-nhap`)
    const fonts = await page.evaluate(async () =>
      [...(await document.fonts.ready)]
        .filter(({ status }) => status === 'loaded')
        .map(({ family }) => family),
    )
    return { title: await page.title(), fonts: new Set(fonts), violations: await seriousViolations(page) }
  })
  expect(seen).toEqual({ title: 'Đăng nhập · Nhịp Sóng', fonts: new Set(['Be Vietnam Pro']), violations: [] })
})

test('somebody signed in sees the pages of their unit', async () => {
  await using app = await startApp()
  await app.adopt(samplePlan('ngok-tu-2025'))
  const name = await withPage({}, async (page) => {
    await app.signIn(page, 'xa-ngok-tu', 'admin')
    await page.goto(`${app.url}/tai-khoan`)
    return page.locator('body').textContent()
  })
  expect(name).toContain('UBND xã Ngọk Tụ')
})

test('the first start leads to the page that makes the first account', async () => {
  await using app = await startApp()
  const heading = await withPage({}, async (page) => {
    await page.goto(app.url + (await app.setupPath()))
    return page.locator('h1').textContent()
  })
  expect(heading).toBe('Thiết lập lần đầu')
})
