import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { startApp } from '../support/app-server.ts'
import { fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { samplePlan } from '../support/plans.ts'

const UNIT = 'xa-ngok-tu'
/** The fifth of 26 issues, on Monday 2/3/2026: the season of the year's tax return. */
const SLOT = 'ngok-tu-2025@2026:C.I.2.a:05'
const slotPage = `/khung/${encodeURIComponent(SLOT)}`

test('a topic is proposed, an item written, returned, changed, approved on a phone, printed, aired and found again', async () => {
  await using app = await startApp()
  app.clock.now = instantOf('2026-02-25', '08:00')
  await app.adopt(samplePlan('ngok-tu-2025', 2026))

  await withPage({}, async (officer) => {
    await app.signIn(officer, UNIT)
    await officer.goto(`${app.url}/chu-de/de-xuat?tuNgay=2026-01-01`)
    await officer.getByText('26 kỳ nói đủ 27 chủ đề.').waitFor()
    const taxes = officer.getByRole('listitem').filter({ hasText: 'đúng dịp Mùa quyết toán thuế năm' })
    await taxes.getByText('Vì sao').click()
    await taxes.getByText('đúng dịp Mùa quyết toán thuế năm').waitFor()
    await officer.getByRole('button', { name: 'Dùng đề xuất này' }).click()
    await officer.getByText('Đã dùng đề xuất chủ đề.').waitFor()

    await officer.goto(app.url + slotPage)
    await officer.getByRole('link', { name: 'Soạn bài' }).click()
    expect(await officer.getByLabel('Tên bài').inputValue()).toBe('Hoá đơn điện tử, hoá đơn từ máy tính tiền')
    expect(await officer.getByLabel('Nội dung', { exact: true }).inputValue()).toContain(
      'Đây là Đài truyền thanh xã Ngọk Tụ.',
    )
    await officer.getByRole('button', { name: 'Lưu bản nháp' }).click()
    await officer.getByRole('button', { name: 'Gửi duyệt' }).click()
    await officer.getByText('Đang chờ lãnh đạo duyệt.').waitFor()
    expect(await seriousViolations(officer)).toEqual([])

    await withPage({ width: PHONE }, async (leader) => {
      await app.signIn(leader, UNIT, 'leader')
      await leader.goto(`${app.url}/duyet`)
      await leader.getByText('Phát 05:30 thứ Hai 2/3/2026').waitFor()
      expect([await fitsWidth(leader), await seriousViolations(leader)]).toEqual([true, []])
      await leader.getByLabel('Cần sửa gì').fill('Thêm số điện thoại')
      await leader.getByRole('button', { name: 'Trả lại' }).click()
      await leader.getByText('Không có bài nào chờ duyệt.').waitFor()

      await officer.reload()
      await officer.getByText('“Thêm số điện thoại”').waitFor()
      await officer.getByRole('link', { name: 'Sửa bài' }).click()
      const text = await officer.getByLabel('Nội dung', { exact: true }).inputValue()
      await officer.getByLabel('Nội dung', { exact: true }).fill(`${text}\n\nGọi 0260 123 456.`)
      await officer.getByRole('button', { name: 'Lưu bài' }).click()
      await officer.getByText('Gửi duyệt kèm lời nhắn…').click()
      await officer.getByLabel('Lời nhắn cho người duyệt').fill('Đã thêm số của xã')
      await officer.getByRole('button', { name: 'Gửi kèm lời nhắn' }).click()
      await officer.getByText('Đang chờ lãnh đạo duyệt.').waitFor()

      await leader.goto(`${app.url}/duyet`)
      await leader.getByText('Y Lan nhắn: “Đã thêm số của xã”').waitFor()
      await leader.getByText('Gọi 0260 123 456.').waitFor()
      await leader.getByRole('button', { name: 'Duyệt', exact: true }).click()
      await leader.getByText('Đã duyệt bài.').waitFor()
    })

    await officer.reload()
    const item = new URL(officer.url()).pathname
    await officer.goto(`${app.url}${item}/ban-doc`)
    await officer.getByText(/Bản 2, Y Lan duyệt 08:00/).waitFor()
    expect((await officer.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000)
    await officer.goto(`${app.url}${item}/phieu-duyet`)
    await officer.getByText('Phiếu duyệt tin, bài').waitFor()

    app.clock.now = instantOf('2026-03-02', '06:00')
    await officer.goto(app.url)
    const card = officer.locator('.slot', { hasText: 'Hoá đơn điện tử, hoá đơn từ máy tính tiền' })
    await card.getByText('Đã duyệt').waitFor()
    await card.getByRole('button', { name: 'Đã phát' }).click()
    await card.getByText('Y Lan ghi lúc').waitFor()
    await officer.goto(`${app.url}/nhat-ky?tu=2026-03-02&den=2026-03-02`)
    await officer.getByText('Hoá đơn điện tử, hoá đơn từ máy tính tiền').first().waitFor()
    expect(await officer.getByText('bài chưa được duyệt khi phát').count()).toBe(0)

    await officer.goto(`${app.url}/tim-bai?tu=hoa+don+dien+tu`)
    await officer.getByRole('link', { name: 'Hoá đơn điện tử, hoá đơn từ máy tính tiền' }).click()
    await officer.getByText('Gọi 0260 123 456.').waitFor()
    await officer.goto(`${app.url}/chu-de`)
    await officer.getByText('đã phát 1, đã xếp kỳ 26.').waitFor()
  })
})

test.each([
  '/noi-dung/2026-03',
  '/noi-dung/2026-03?kieu=danh-sach',
  '/chu-de',
  '/mau-bai',
  '/tim-bai?tu=so',
  '/toc-do-doc',
  '/bai/moi',
  `${slotPage}/chu-de`,
])('%s fits a phone and leaves nobody out', async (path) => {
  await using app = await startApp()
  app.clock.now = instantOf('2026-02-25', '08:00')
  await app.adopt(samplePlan('ngok-tu-2025', 2026))
  const seen = await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, UNIT)
    const answer = await page.goto(app.url + path)
    return [answer?.status(), await fitsWidth(page), await seriousViolations(page)]
  })
  expect(seen).toEqual([200, true, []])
})
