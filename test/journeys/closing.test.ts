import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { tellYear, UNIT } from '../support/counted-year.ts'
import { readDocx } from '../support/docx-text.ts'

const OCTOBER = instantOf('2025-10-02', '09:00')

/** The third quarter as it was recorded; it is 2 October. */
async function quarter() {
  const app = await startApp()
  await tellYear(app.db, '2025-09-30')
  app.clock.now = OCTOBER
  return app
}

const REPORT = '/bao-cao/2025/Q3?coSo=ke-hoach'

test('a leader closes a quarter, corrects one slot with a reason, and sees the difference', async () => {
  await using app = await quarter()
  const seen = await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, UNIT, 'leader')
    await page.goto(`${app.url}${REPORT}`)
    // Three slots are unconfirmed: the leader must take them as such.
    await page.getByRole('button', { name: 'Chốt số liệu và giữ báo cáo' }).click()
    const refused = await page.getByRole('alert').textContent()
    await page.getByLabel('Chấp nhận để 3 kỳ trên là chưa xác nhận').check()
    await page.getByRole('button', { name: 'Chốt số liệu và giữ báo cáo' }).click()
    const closed = await page.getByText('Kỳ quý III năm 2025 đã chốt ngày').textContent()
    const hash = await page.locator('.hash').textContent()
    const unchanged = await page.getByText('Số liệu vẫn như khi khoá.').isVisible()
    app.clock.now = OCTOBER + 3_600_000
    await page.goto(`${app.url}/khung/${encodeURIComponent('ngok-tu-2025:C.I.2.a:20')}`)
    await page.getByRole('button', { name: 'Đã phát' }).click()
    await page.getByLabel('Vì sao phải sửa').fill('Sổ giấy có ghi, quên nhập')
    await page.getByRole('button', { name: 'Ghi như một lần sửa' }).click()
    await page.getByText('Y Lan ghi “Đã phát”').waitFor()
    await page.goto(`${app.url}${REPORT}`)
    const rows = await page.locator('table tr', { hasText: 'Đã thực hiện' }).first().textContent()
    const reason = await page.getByText('Sổ giấy có ghi, quên nhập').isVisible()
    const paper = await page.locator('.paper').textContent()
    await page.getByRole('link', { name: 'Xem theo số liệu hiện nay' }).click()
    const now = await page.locator('.paper').textContent()
    return { refused, closed, hash, unchanged, rows, reason, paper, now }
  })
  expect(seen.refused).toContain('Còn 3 kỳ chưa xác nhận')
  expect(seen.closed).toContain('Kỳ quý III năm 2025 đã chốt ngày 02/10/2025 (Y Lan).')
  expect(seen.hash).toMatch(/^SHA-256 [0-9a-f]{64}$/)
  expect([seen.unchanged, seen.reason]).toEqual([true, true])
  expect(seen.rows?.replace(/\s+/g, ' ')).toContain('Đã thực hiện45')
  expect(seen.paper).toContain('đã phát 4/6 số đến hạn (66,7%)')
  expect(seen.now).toContain('đã phát 5/6 số đến hạn (83,3%)')
})

test('the document that is downloaded says what the page says', async () => {
  await using app = await quarter()
  const { lines, page } = await withPage({ width: DESKTOP }, async (page) => {
    await app.signIn(page, UNIT, 'viewer')
    await page.goto(`${app.url}${REPORT}`)
    const href = await page.getByRole('link', { name: 'Tải văn bản (DOCX)' }).getAttribute('href')
    const answer = await page.request.get(`${app.url}${href}`)
    const parts = readDocx(new Uint8Array(await answer.body()))
    const lines = parts.flatMap((part) => ('text' in part && part.text ? [part.text] : []))
    return { lines, page: (await page.locator('.paper').textContent()) ?? '' }
  })
  const body = lines.slice(3).filter((line) => !line.startsWith('Phụ lục') && !line.startsWith('(Kèm theo'))
  expect(body.filter((line) => !page.includes(line) && line !== line.toUpperCase())).toEqual([])
})

test('a leader vouches for what has evidence, and the report says so', async () => {
  await using app = await quarter()
  const words = await withPage({}, async (page) => {
    await app.signIn(page, UNIT, 'leader')
    await page.goto(`${app.url}${REPORT}`)
    await page.getByText('Chưa được lãnh đạo xác nhận').click()
    await page.getByLabel('Chuyên mục Chuyển đổi số').first().check()
    await page.getByRole('button', { name: 'Xác nhận những việc đã chọn' }).click()
    await page.getByText('Đã ghi xác nhận của lãnh đạo.').waitFor()
    return page.locator('#minh-chung').textContent()
  })
  expect(words).toContain('14 việc đã thực hiện trong kỳ: lãnh đạo xác nhận 1, có minh chứng 4, tự khai 9.')
})

test.each(['/chi-tieu/2025', '/chi-tieu/2025/ky?nhiemVu=C.I.2.a', '/bao-cao', REPORT])(
  '%s fits a phone and a desk, without JavaScript too, and axe finds nothing serious',
  async (path) => {
    await using app = await quarter()
    for (const width of [PHONE, DESKTOP]) {
      const found = await withPage({ width }, async (page) => {
        await app.signIn(page, UNIT, width === PHONE ? 'leader' : 'officer')
        await page.goto(`${app.url}${path}`)
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '')
        })
        return { fits: await fitsWidth(page), violations: await seriousViolations(page) }
      })
      expect(found).toEqual({ fits: true, violations: [] })
    }
  },
)
