/** Nothing that somebody typed is lost: a closed tab, a dead network, a colleague who saved first. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, PHONE, withPage } from '../support/browser.ts'
import { samplePlan } from '../support/plans.ts'
import { wireTo } from '../support/wire.ts'

const UNIT = 'xa-ngok-tu'
const SLOT = 'ngok-tu-2025:C.I.2.a:16'

async function office() {
  const app = await startApp()
  await app.adopt(samplePlan('ngok-tu-2025'))
  return app
}

const NEW = `/bai/moi?khung=${encodeURIComponent(SLOT)}`
const body = (page: Page) => page.getByLabel('Nội dung', { exact: true })
const kept = (page: Page) => page.getByText('Đã giữ trên máy này lúc').waitFor()

test('what was typed stands there again after the tab was closed, is sent once, and is then forgotten', async () => {
  await using app = await office()
  await using wire = await wireTo(app.url)
  app.deps.baseUrl = wire.url
  await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(wire.url + NEW)
    await page.getByLabel('Tên bài').fill('Chuyển đổi số')
    await body(page).fill('Bà con tải ứng dụng.')
    await page.getByText('Thành phần:').click()
    await page.getByLabel('Hình thức phát').selectOption({ index: 1 })
    await kept(page)
    const context = page.context()
    await page.close()

    const again = await context.newPage()
    await again.goto(wire.url + NEW)
    await again.getByText(/Phần đang viết dở lúc \d+:\d+ ngày \d+\/\d+, chưa lưu\./).waitFor()
    expect(await body(again).inputValue()).toBe('Bà con tải ứng dụng.')
    expect(await again.getByLabel('Hình thức phát').inputValue()).not.toBe('')

    wire.cut()
    await again.getByRole('button', { name: 'Lưu bản nháp' }).click()
    await again.getByText('Chưa gửi được: không có mạng. Bài giữ trên máy này.').first().waitFor()
    expect(await body(again).inputValue()).toBe('Bà con tải ứng dụng.')
    wire.mend()
    await again.getByRole('button', { name: 'Lưu bản nháp' }).click()
    await again.waitForURL(/\/bai\/[0-9a-f-]{36}\?xong=luu/)

    await again.goto(`${wire.url}/bai/moi`)
    expect(await again.locator('[data-restored]').isVisible()).toBe(false)
    expect(
      await again.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('dang-viet'))),
    ).toEqual([])
  })
  expect(await app.db.$client.execute('SELECT count(*) AS n FROM items')).toMatchObject({ rows: [{ n: 1 }] })
})

test('whoever leaves with words that nobody has saved is asked first', async () => {
  await using app = await office()
  await withPage({ width: DESKTOP }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(app.url + NEW)
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      return dialog.accept()
    })
    await page.getByRole('link', { name: 'Quay lại' }).click()
    await page.goto(app.url + NEW)
    await body(page).click()
    await page.keyboard.type('Bà con')
    await page.getByRole('link', { name: 'Quay lại' }).click()
    await page.waitForURL(/khung/)
    expect(asked).toEqual(['beforeunload'])
  })
})

test('a colleague who saved first costs nobody a word', async () => {
  await using app = await office()
  await withPage({ width: DESKTOP }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(app.url + NEW)
    await page.getByLabel('Tên bài').fill('Bài')
    await body(page).fill('Bản một.')
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click()
    await page.waitForURL(/xong=luu/)
    const edit = `${page.url().replace(/\?.*/, '')}/sua`
    const other = await page.context().newPage()
    await other.goto(edit)
    await page.goto(edit)
    await body(other).fill('Bản của người kia.')
    await body(page).fill('Bản của tôi.')
    await other.getByRole('button', { name: 'Lưu bài' }).click()
    await other.waitForURL(/xong=luu/)
    await page.getByRole('button', { name: 'Lưu bài' }).click()
    await page.getByText('Bản của người kia.').waitFor()
    expect(await body(page).inputValue()).toBe('Bản của tôi.')
    await page.getByRole('button', { name: 'Lưu bản của tôi thành bản 3' }).click()
    await page.waitForURL(/xong=luu/)
    await page.getByText('Bản của tôi.').first().waitFor()
  })
})

test('the marks of a script are buttons, and the keyboard takes them back', async () => {
  await using app = await office()
  await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(`${app.url}/bai/moi`)
    await body(page).fill('Kính thưa bà con')
    await body(page).evaluate((text: HTMLTextAreaElement) => text.setSelectionRange(10, 16))
    await page.getByRole('button', { name: 'Đậm' }).click()
    expect(await body(page).inputValue()).toBe('Kính thưa **bà con**')
    await page.keyboard.press('Control+z')
    expect(await body(page).inputValue()).toBe('Kính thưa bà con')
    await page.getByRole('button', { name: 'Gạch đầu dòng' }).click()
    expect(await body(page).inputValue()).toBe('- Kính thưa bà con')
  })
})

test('two who share a computer do not see what the other is writing', async () => {
  await using app = await office()
  await withPage({ width: DESKTOP }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(`${app.url}/bai/moi`)
    await body(page).fill('Của Y Lan.')
    await kept(page)
    await page.context().clearCookies()
    await app.signIn(page, UNIT, 'leader')
    await page.goto(`${app.url}/bai/moi`)
    expect(await body(page).inputValue()).toBe('')
  })
})
