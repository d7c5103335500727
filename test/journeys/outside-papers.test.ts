/** An officer fills the party's monthly form and the PAR evidence of a quarter without counting anything by hand. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { tellYear, UNIT } from '../support/counted-year.ts'
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
    })
  },
  120_000,
)
