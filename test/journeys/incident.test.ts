import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { listFacts } from '../../src/store/facts.ts'
import { startApp } from '../support/app-server.ts'
import { fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { samplePlan } from '../support/plans.ts'

const UNIT = 'xa-ngok-tu'

async function ngokTu() {
  const app = await startApp()
  app.clock.now = instantOf('2025-08-20', '08:00')
  await app.adopt(samplePlan(`ngok-tu-2025`))
  const told = async () =>
    (await listFacts(app.db, UNIT)).map(
      ({ slotId, kind }) => `${slotId?.split(':').slice(1).join(' ')} ${kind}`,
    )
  return { app, told }
}

test.each([
  ['on a phone without JavaScript', PHONE, false],
  ['on an office computer', 1280, true],
])(
  'a storm is entered once, %s: looked at, confirmed, accepted by a document, taken back',
  async (_, width, script) => {
    const { app, told } = await ngokTu()
    await using _app = app
    await withPage({ width, script }, async (page) => {
      const fine = async () => ({
        fits: await fitsWidth(page),
        violations: script ? await seriousViolations(page) : [],
      })
      await app.signIn(page, UNIT)
      await page.goto(`${app.url}/su-co`)
      expect(await fine()).toEqual({ fits: true, violations: [] })
      await page.getByLabel('Bão, thiên tai').check()
      await page.getByLabel('Từ ngày').fill('2025-08-04')
      await page.getByLabel('Đến ngày').fill('2025-08-13')
      await page.getByLabel('Ghi rõ').fill('Bão số 5, mất điện toàn xã')
      await page.getByRole('button', { name: 'Xem các kỳ bị ảnh hưởng' }).click()
      await page.getByText('3 kỳ rơi vào thời gian này.').waitFor()
      expect(await fine()).toEqual({ fits: true, violations: [] })
      // A generator kept the loudspeakers going on the last day.
      await page.getByRole('checkbox').last().uncheck()
      await page.getByRole('button', { name: 'Ghi sự cố cho các kỳ đã chọn' }).click()
      await page.getByText('Sự cố giải thích cho 2 kỳ.').waitFor()
      expect(await told()).toEqual(['C.I.2.a 16 not-aired', 'C.I.2.c 08 not-aired'])
      expect(await fine()).toEqual({ fits: true, violations: [] })

      await page.getByRole('link', { name: 'Phát bù…' }).first().click()
      await page.getByText('Chọn ngày sẽ phát bù').waitFor()
      await page.goBack()
      await page.getByLabel('Văn bản').fill('Công văn số 12/UBND')
      await page.getByRole('button', { name: 'Bổ sung văn bản' }).click()
      await page.getByText('Đã bổ sung văn bản.').waitFor()
      expect(await page.locator('.covered .tag').allTextContents()).toEqual([
        'Có lý do',
        'Có lý do',
        'Chưa xác nhận',
      ])
      await page.getByRole('button', { name: 'Hoàn tác cả sự cố' }).click()
      await page.getByText('đã hoàn tác sự cố này').waitFor()
      expect(await page.locator('.covered .tag').allTextContents()).toEqual(Array(3).fill('Chưa xác nhận'))
    })
  },
)
