/** An officer fills the party's monthly form and the PAR evidence of a quarter without counting anything by hand. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { recordFact } from '../../src/actions/record-fact.ts'
import { inputOf } from '../../src/core/fact.ts'
import { NO_MAKING } from '../../src/core/making.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { OFFICER, tellYear, UNIT } from '../support/counted-year.ts'
import { readDocx } from '../support/docx-text.ts'

test.each([
  ['on a phone without JavaScript', PHONE, false],
  ['on a phone', PHONE, true],
  ['on an office computer', DESKTOP, true],
])(
  'the monthly form and the evidence of a quarter, %s',
  async (_, width, script) => {
    await using app = await startApp()
    app.clock.now = Date.parse('2025-10-02T08:00:00+07:00')
    await tellYear(app.db)
    await withPage({ width, script }, async (page) => {
      /** The page of that heading is there, fits, and reads well. */
      const fine = async (heading: string) => {
        await page.getByRole('heading', { level: 1, name: heading }).waitFor()
        await page.waitForLoadState('load')
        const violations = script ? await seriousViolations(page) : []
        const fits = await fitsWidth(page)
        expect({ heading, fits, violations }).toEqual({ heading, fits: true, violations: [] })
      }
      const download = async (name: string) => {
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name }).click(),
        ])
        return readFile(await file.path())
      }
      await app.signIn(page, UNIT, 'officer')

      // The party's form of last month: what is recorded stands in it, each number leads to its lines.
      await page.goto(`${app.url}/bao-cao`)
      await page.getByRole('link', { name: /Biểu mẫu/ }).click()
      const party = page.locator('#tgdv-hang-thang')
      await party.getByRole('link', { name: /^Tháng 9 năm 2025/ }).click()
      await fine('Biểu số liệu công tác tuyên giáo và dân vận')
      const loud = page.locator('tr', { hasText: 'Số lượt loa truyền thanh' })
      const count = Number(await loud.locator('.number a').textContent())
      expect(count).toBeGreaterThan(0)
      await loud.locator('.number a').click()
      await fine('Số lượt loa truyền thanh')
      expect(await page.locator('tbody tr').count()).toBe(count)
      await page.goBack()

      // What is made of several figures leads to them, and is their sum.
      await page.locator('tr', { hasText: 'Số tin, bài, pano, khẩu hiệu' }).locator('.number a').click()
      await fine('Số tin, bài, pano, khẩu hiệu')
      const parts = await page.locator('.notes b').allTextContents()
      const sum = await page.locator('.say-strong').first().textContent()
      expect(sum).toMatch(new RegExp(`^${parts.reduce((total, one) => total + (Number(one) || 0), 0)}\\b`))
      await page.goBack()

      // What only people know is typed once, and is in the file.
      await page.getByLabel('Số Tổ công nghệ số').fill('7')
      await page.getByLabel('Khó khăn, vướng mắc').fill('Loa thôn 3 hỏng')
      await page.getByRole('button', { name: 'Lưu các ô đã nhập' }).click()
      await page.getByText('Đã lưu các ô đã nhập.').waitFor()
      const paper = readDocx(await download('Tải văn bản (DOCX)'))
      expect(JSON.stringify(paper)).toContain('Loa thôn 3 hỏng')

      // The evidence of the quarter: obligations set and done, and what proves each.
      await page.goto(`${app.url}/bao-cao/bieu-mau/cchc-tuyen-truyen/2025/Q3`)
      await fine('Tự chấm điểm tiêu chí tuyên truyền cải cách hành chính')
      const set = page
        .locator('tr', { hasText: 'đếm nhiệm vụ có việc đến hạn trong kỳ' })
        .locator('.number a')
      const obligations = Number(await set.textContent())
      const table = page.getByRole('region', { name: 'Nhiệm vụ đề ra và kết quả' })
      expect(await table.locator('tbody tr').count()).toBe(obligations)
      const proofs = page.getByRole('region', { name: 'Danh mục tài liệu kiểm chứng' })
      expect(await proofs.locator('tbody tr').count()).toBeGreaterThan(0)
      expect((await download('Tải Excel (XLSX)')).subarray(0, 2).toString()).toBe('PK')

      // An airing without proof is one tap away from where its proof is added.
      const bare = proofs.locator('tbody tr', { hasText: 'Tự khai' }).first()
      const title = await bare.getByRole('link').textContent()
      await bare.getByRole('link').click()
      await page.getByRole('heading', { level: 1, name: title ?? '' }).waitFor()
      expect(page.url()).toMatch(/\/(khung|nhiem-vu)\//)
    })
  },
  120_000,
)

test('a leader writes down the rates, an officer takes the bảng kê of a month, on a phone without JavaScript', async () => {
  await using app = await startApp()
  app.clock.now = Date.parse('2025-10-02T08:00:00+07:00')
  await tellYear(app.db, '2025-10-01')
  const making = { ...NO_MAKING, author: 'Y An', announcer: 'Y An', genre: 'Tin', words: 350 }
  const aired = inputOf('aired', { at: Date.parse('2025-09-29T05:30:00+07:00'), minutes: 15, making })
  await recordFact({ db: app.db, who: OFFICER, now: app.clock.now }, 'ngok-tu-2025:C.I.2.a:20', aired)
  await withPage({ width: PHONE, script: false }, async (page) => {
    await app.signIn(page, UNIT, 'leader')
    await page.goto(`${app.url}/bao-cao`)
    await page.getByRole('link', { name: 'Bảng kê tin, bài' }).click()
    const told = page.locator('tbody tr')
    await told.nth(1).waitFor()
    expect(await told.count()).toBe(2)
    expect(await told.first().textContent()).toContain('Chưa có định mức cho ngày 29/9/2025')
    const set = async (from: string, to: string, document: string, lines: string) => {
      await page.getByLabel('Áp dụng từ ngày').fill(from)
      await page.getByLabel('Đến hết ngày').fill(to)
      await page.getByLabel('Văn bản quy định').fill(document)
      await page.getByLabel('Các mức, mỗi dòng một mức').fill(lines)
      await page.getByRole('button', { name: 'Lưu định mức' }).click()
    }
    const twice = 'tác giả; tin; mọi; lượt; 50.000\ntác giả; Tin; mọi; lượt; 60.000'
    await set('2025-09-15', '', 'Quyết định số 30/QĐ-UBND', twice)
    await page.getByText('Dòng 2: trùng vai, thể loại, hình thức với dòng 1').waitFor()
    await set('2025-09-15', '', 'Quyết định số 30/QĐ-UBND', 'tác giả; tin; mọi; lượt; 50.000')
    await page.getByText('Đã lưu định mức.').waitFor()
    await set('2025-08-01', '2025-08-31', 'Quyết định số 12/QĐ-UBND', 'tác giả; mọi; mọi; lượt; 40.000')
    await page.getByText('Từ 01/9/2025 đến 14/9/2025 chưa có định mức nào áp dụng').waitFor()
    expect(await page.locator('.say-strong').first().textContent()).toContain('2 dòng, 50.000 đồng')
    expect(await fitsWidth(page)).toBe(true)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tải Excel (XLSX)' }).click(),
    ])
    expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK')
    await told.first().getByRole('link').click()
    await page.waitForURL(/\/khung\//)
  })
}, 120_000)
