/** An hour changes from next week on: somebody drafts it, somebody reads what it changes, adopts it, and takes it back. */
import { expect, test } from 'vitest'
import { recordFact } from '../../src/actions/record-fact.ts'
import { planYaml } from '../../src/actions/write-plan.ts'
import { inputOf } from '../../src/core/fact.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { samplePlan } from '../support/plans.ts'

const PLAN = 'ngok-tu-2025@2026'
const file = (text: string) => ({ name: 'sua-gio.yaml', mimeType: 'text/yaml', buffer: Buffer.from(text) })

test.each([
  ['on a phone', PHONE],
  ['on a desk', DESKTOP],
])('an hour from next week on: drafted, read, adopted, undone, %s', async (_, width) => {
  await using app = await startApp()
  app.clock.now = instantOf('2026-08-05', '09:00')
  await app.adopt(samplePlan('ngok-tu-2025', 2026))
  const lan = { unit: 'xa-ngok-tu', id: 'u1', name: 'Y Lan' }
  await recordFact({ db: app.db, who: lan, now: app.clock.now }, `${PLAN}:C.I.2.a:15`, inputOf('aired'))
  const changed = planYaml(samplePlan('ngok-tu-2025', 2026)).replace('time: 05:30', 'time: 06:00')
  await withPage({ width }, async (page) => {
    await app.signIn(page, 'xa-ngok-tu', 'officer')
    await page.goto(`${app.url}/ke-hoach/nhan`)
    await page.getByLabel('Tệp kế hoạch').setInputFiles(file(changed))
    await page.getByRole('button', { name: 'Đọc kế hoạch' }).click()
    await page.waitForURL('**/ban/2')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Bản 2 sẽ đổi gì')
    expect(await page.getByRole('button', { name: /^Áp dụng/ }).count()).toBe(0)
    await page.getByRole('button', { name: 'Gửi người có quyền áp dụng' }).click()
    await page.getByText('Đã gửi cho người có quyền áp dụng.').waitFor()

    await app.signIn(page, 'xa-ngok-tu', 'leader')
    await page.goto(`${app.url}/ke-hoach`)
    await page.locator('.warnings').getByRole('link').click()
    await page.getByLabel('Áp dụng từ ngày').fill('2026-08-10')
    await page.getByRole('button', { name: 'Xem lại theo ngày này' }).click()
    expect(await page.locator('.say').first().textContent()).toContain('Từ 10/8/2026:')
    await page.locator('.change summary').first().click()
    expect(await page.locator('.moves').first().textContent()).toContain(
      '05:30 thứ Hai 17/8/2026 thành 06:00 thứ Hai 17/8/2026',
    )
    expect(await fitsWidth(page)).toBe(true)
    expect(await seriousViolations(page)).toEqual([])
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/changes-${width}.png`, fullPage: true })
    await page.getByLabel('Văn bản điều chỉnh, số').fill('42/KH-UBND')
    await page.getByLabel('Ngày văn bản').fill('2026-08-04')
    await page.getByRole('button', { name: 'Áp dụng bản 2 từ 10/8/2026' }).click()
    await page.getByText('Đã áp dụng.').waitFor()
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/changed-${width}.png`, fullPage: true })
    const hours = async () => {
      await page.goto(`${app.url}/khung/${encodeURIComponent(`${PLAN}:C.I.2.a:17`)}`)
      return page.locator('main').textContent()
    }
    expect(await hours()).toContain('06:00')
    await page.goto(`${app.url}/ke-hoach/${encodeURIComponent(PLAN)}`)
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/plan-${width}.png`, fullPage: true })
    await page.getByRole('link', { name: 'Bản 2' }).click()
    await page.getByRole('button', { name: 'Hoàn tác, áp dụng lại bản 1' }).click()
    await page.getByText('Đã áp dụng.').waitFor()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Bản 3 đã đổi gì')
    expect(await hours()).toContain('05:30')
  })
})
