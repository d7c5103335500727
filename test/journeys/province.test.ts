/** A province makes its communes, hands them a plan, asks who lags, and reads how the quarter ended. */

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { draftEdition } from '../../src/actions/editions.ts'
import { calendars } from '../../src/calendars.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { setStation } from '../../src/store/stations.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { planData, planOf } from '../support/plans.ts'

const PROVINCE = 'tinh-quang-ngai'
const PLAN = 'truyen-thong-2026'
const CSV = `ten,loai,ma_hanh_chinh
UBND xã Sơn Hà,xa,21325
UBND xã Ba Tơ,xa,21484
UBND đặc khu Lý Sơn,dac-khu,21548
`
const plan = planOf(
  planData(
    {
      ...{ kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=MO', time: '05:30', duration: 15, declared: 52 },
      window: { from: '2026-01-01', to: '2026-12-31' },
    },
    {
      ...{ id: PLAN, title: 'Tuyên truyền chuyển đổi số tỉnh Quảng Ngãi năm 2026', year: 2026 },
      ...{
        unit: { code: PROVINCE, name: 'UBND tỉnh Quảng Ngãi' },
        number: '318/KH-UBND',
        issued: '2026-06-20',
      },
    },
    { title: 'Chuyên mục Chuyển đổi số', quote: 'mỗi tuần 01 số (52 số/năm)' },
  ),
)

const shot = async (page: Page, name: string) => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true })
}

test.each([
  ['on a phone, without JavaScript', PHONE, false],
  ['on a desk', DESKTOP, true],
])('communes from a file, a plan handed, answers read, %s', async (_, width, script) => {
  await using app = await startApp()
  app.clock.now = instantOf('2026-07-01', '09:00')
  await app.addUnit(PROVINCE, 'UBND tỉnh Quảng Ngãi')
  const who = { unit: PROVINCE, id: 'u1', name: 'Lê Sở' }
  await draftEdition({ db: app.db, who, now: app.clock.now, calendars }, plan, { origin: 'form' })
  await withPage({ width, script }, async (page) => {
    await app.signIn(page, PROVINCE, 'admin')
    await page.goto(`${app.url}/cac-don-vi/quan-ly`)
    const file = { name: 'xa.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) }
    await page.getByLabel('Tệp').setInputFiles(file)
    await page.getByRole('button', { name: 'Thêm các đơn vị trong tệp' }).click()
    await page.getByText('Đã thêm các đơn vị trong tệp.').waitFor()
    const hours = [
      { days: ['MO' as const, 'TU' as const], from: '17:00', to: '17:30', channel: 'loudspeaker' as const },
    ]
    const station = { from: '2026-01-01', sessions: hours, silentDays: [], maxMinutes: null }
    await setStation(app.db, { unit: 'xa-son-ha', id: 'u2', name: 'Y Lan' }, station, app.clock.now)

    await page.goto(`${app.url}/cac-don-vi`)
    await page.getByRole('link', { name: 'Giao kế hoạch…' }).click()
    await page.getByRole('button', { name: 'Xem giờ phát của từng đơn vị' }).click()
    expect(await page.locator('.hand-preview').textContent()).toContain('thứ Hai và thứ Ba 17:00 – 17:30')
    expect(await fitsWidth(page)).toBe(true)
    if (script) expect(await seriousViolations(page)).toEqual([])
    await shot(page, `hand-${width}`)
    await page.getByRole('button', { name: 'Giao cho 3 đơn vị' }).click()
    await page.getByText('Đã giao.').waitFor()

    const answer = async (unit: string, how: (page: Page) => Promise<void>) => {
      await app.signIn(page, unit, 'leader')
      await page.goto(`${app.url}/ke-hoach`)
      await page.locator('.warnings').getByRole('link').click()
      await how(page)
    }
    await answer('xa-son-ha', async () => {
      expect(await page.locator('main').textContent()).toContain('Cấp trên giao (UBND tỉnh Quảng Ngãi)')
      await shot(page, `handed-${width}`)
      await page.getByRole('button', { name: /^Áp dụng bản 1/ }).click()
      await page.getByText('Đã áp dụng.').waitFor()
    })
    await answer('dac-khu-ly-son', async () => {
      await page.getByText('Không nhận bản này…').click()
      await page.getByLabel('Vì sao').fill('Đã có kế hoạch riêng số 44/KH-UBND')
      await page.getByRole('button', { name: 'Không nhận bản này' }).click()
      await page.getByText('Đã bỏ bản dự thảo.').waitFor()
    })
    await answer('xa-ba-to', async () => {})

    await app.signIn(page, PROVINCE, 'leader')
    await page.goto(`${app.url}/cac-don-vi/giao`)
    expect(await page.locator('.hand-states > li > details > summary').allTextContents()).toEqual([
      '1 Đã xem, chưa trả lời',
      '1 Đã nhận, giữ nguyên',
      '1 Không nhận',
    ])
    expect(await page.locator('.hand-states blockquote').textContent()).toBe(
      'Đã có kế hoạch riêng số 44/KH-UBND',
    )
    expect(await fitsWidth(page)).toBe(true)
    if (script) expect(await seriousViolations(page)).toEqual([])
    await shot(page, `answers-${width}`)
  })
})
