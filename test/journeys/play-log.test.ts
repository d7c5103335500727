import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { instantOf } from '../../src/core/wall-clock.ts'
import { startApp } from '../support/app-server.ts'
import { fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { samplePlan } from '../support/plans.ts'

const UNIT = 'xa-ngok-tu'
const ROWS = [
  ['Ngày phát', 'Giờ phát', 'Tên bản tin', 'Thời lượng (giây)'],
  [new Date('2025-08-04T00:00:00Z'), '05:31:10', 'CM_CDS_so16.mp3', 890],
  [new Date('2025-08-06T00:00:00Z'), '17:30:00', 'Chuyển đổi số tháng 8', 720],
  [new Date('2025-08-07T00:00:00Z'), '05:00:00', 'Tiếp âm Đài TNVN', 1800],
]

async function exported(): Promise<Buffer> {
  const cells = ROWS.map((row) =>
    row.map((value) => (value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : { value })),
  )
  return writeXlsxFile(cells).toBuffer()
}

test.each([
  ['on an office computer', 1280, true],
  ['on a phone without JavaScript', PHONE, false],
])('the export of a loudspeaker system becomes the log, %s', async (_, width, script) => {
  await using app = await startApp()
  app.clock.now = instantOf('2025-08-20', '08:00')
  await app.adopt(samplePlan('ngok-tu-2025'))
  const file = { name: 'loa-thang-8.xlsx', mimeType: 'application/octet-stream', buffer: await exported() }
  await withPage({ width, script }, async (page) => {
    const fine = async () => ({
      fits: await fitsWidth(page),
      violations: script ? await seriousViolations(page) : [],
    })
    const upload = async () => {
      await page.goto(`${app.url}/nhat-ky/nhap`)
      await page.getByLabel('Tệp nhật ký phát').setInputFiles(file)
      await page.getByRole('button', { name: 'Xem đối chiếu' }).click()
    }
    await app.signIn(page, UNIT)
    await upload()
    expect(await page.getByLabel('Số trong cột thời lượng là').inputValue()).toBe('seconds')
    expect(await fine()).toEqual({ fits: true, violations: [] })
    await page.getByRole('button', { name: 'Nhớ và xem đối chiếu' }).click()
    await page.getByText('1 khớp với lịch.').waitFor()
    expect(await fine()).toEqual({ fits: true, violations: [] })
    await page.getByRole('group', { name: 'Có thể khớp' }).getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Ghi các dòng đã chọn' }).click()
    await page.getByText('Đã ghi 2 dòng vào sổ.').waitFor()

    await upload()
    await page.getByText('2 đã ghi từ trước.').waitFor()
    await page.goto(`${app.url}/nhat-ky?channel=loudspeaker&to=2025-08-07`)
    expect(await page.locator('td.actual').allTextContents()).toEqual(['05:31', '17:30'])
    expect(await page.locator('td.minutes').allTextContents()).toEqual(['15', '12'])
    expect(await fine()).toEqual({ fits: true, violations: [] })

    await upload()
    await page.getByText('Hoàn tác lần nhập này').first().click()
    expect(await fine()).toEqual({ fits: true, violations: [] })
    await page.getByRole('button', { name: 'Hoàn tác lần nhập này' }).click()
    await page.getByText('Đã hoàn tác 2 ghi nhận của lần nhập này.').waitFor()
  })
})

test('the log is downloaded as a workbook from its page', async () => {
  await using app = await startApp()
  app.clock.now = instantOf('2025-08-20', '08:00')
  await app.adopt(samplePlan('ngok-tu-2025'))
  const [name, start] = await withPage({}, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(`${app.url}/nhat-ky`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tải Excel' }).click(),
    ])
    const bytes = await readFile(await download.path())
    return [download.suggestedFilename(), bytes.subarray(0, 2).toString()]
  })
  expect([name, start]).toEqual(['nhat-ky-2025-08-01-2025-08-31.xlsx', 'PK'])
})

test('the printed log is A4 across, and a month with few entries is one page', async () => {
  await using app = await startApp()
  app.clock.now = instantOf('2025-08-20', '08:00')
  await app.adopt(samplePlan('ngok-tu-2025'))
  const pdf = await withPage({}, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(`${app.url}/nhat-ky?channel=loudspeaker`)
    return (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  })
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? []
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595])
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})
