import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { samplePlan } from '../support/plans.ts'

test('whoever holds the code from the console makes the first account and sees the week of a sample plan', async () => {
  await using app = await startApp()
  app.clock.now = instantOf('2026-08-03', '09:00')
  await withPage({ width: PHONE }, async (page) => {
    await page.goto(app.url + (await app.setupPath()))
    await page.getByLabel('Tên đơn vị').fill('UBND xã Ngọk Tụ')
    await page.getByLabel('Họ và tên').fill('Nguyễn Thị Lan')
    await page.getByLabel('Tên đăng nhập').fill('lan')
    await page.getByLabel('Mật khẩu').fill('ngắn')
    await page.getByRole('button', { name: 'Thiết lập' }).click()
    await page.getByText('Mật khẩu cần ít nhất 10 ký tự').waitFor()
    await page.getByLabel('Mật khẩu').fill('loa xã phát lúc 5h30')
    await page.getByRole('button', { name: 'Thiết lập' }).click()
    await page.getByText('xã Ngọk Tụ năm 2026').click()
    await page.getByRole('button', { name: 'Bắt đầu' }).click()
    await page.getByRole('button', { name: 'Lập bản nháp' }).click()
    await page.getByRole('link', { name: 'Xem bản này sẽ đổi gì' }).click()
    await page.getByRole('button', { name: /^Áp dụng bản 1 từ / }).click()
    await page.getByRole('link', { name: 'Tuần', exact: true }).click()
    await page.getByRole('heading', { name: 'Tuần 32' }).waitFor()
    expect(
      await page
        .getByRole('link', { name: /^Chuyên mục Chuyển đổi số/ })
        .first()
        .isVisible(),
    ).toBe(true)
    expect(await seriousViolations(page)).toEqual([])
  })
})

test('without the code nobody can claim the server', async () => {
  await using app = await startApp()
  await app.setupPath()
  const status = await withPage({}, async (page) =>
    (await page.goto(`${app.url}/thiet-lap?ma=doan`))?.status(),
  )
  expect(status).toBe(403)
})

const broken = (text: string) => ({
  name: 'ke-hoach.yaml',
  mimeType: 'application/yaml',
  buffer: Buffer.from(text),
})

test('a leader adopts a plan file after seeing its warnings; a broken file says where', async () => {
  await using app = await startApp()
  app.clock.now = instantOf('2026-08-03', '09:00')
  await app.adopt(samplePlan('ngok-tu-2025', 2026))
  await withPage({ width: DESKTOP }, async (page) => {
    await app.signIn(page, 'xa-ngok-tu', 'leader')
    await page.goto(`${app.url}/ke-hoach`)
    await page.getByRole('link', { name: 'Thêm từ tệp…' }).click()
    await page.getByLabel('Tệp kế hoạch').setInputFiles(broken('id: thu\nyear: mười\nobligations: []\n'))
    await page.getByRole('button', { name: 'Đọc kế hoạch' }).click()
    expect(await page.getByRole('alert').textContent()).toContain(
      'dòng 2, cột 7: year: phải là năm, ví dụ 2025',
    )
    await page.getByLabel('Tệp kế hoạch').setInputFiles('content/plans/duc-pho-2024.yaml')
    await page.getByLabel('Năm của kế hoạch').fill('2026')
    await page.getByRole('button', { name: 'Đọc kế hoạch' }).click()
    await page.getByText('Kế hoạch ghi nhiều quý').waitFor()
    expect(await fitsWidth(page)).toBe(true)
    expect(await seriousViolations(page)).toEqual([])
    await page.getByRole('button', { name: /^Áp dụng bản 1 từ / }).click()
    await page.waitForURL('**/ke-hoach/duc-pho-2024%402026/ban/1?xong=ap-dung')
  })
})
