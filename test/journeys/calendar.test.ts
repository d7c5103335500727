import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, fitsWidth, PHONE, seriousViolations, smallTargets, withPage } from '../support/browser.ts'
import { planData, planOf, samplePlan } from '../support/plans.ts'

const UNIT = 'xa-ngok-tu'
const NOW = instantOf('2025-08-13', '08:00')

test('a day is jumped to and a channel filtered by a plain form, and the ways on keep the filter', async () => {
  await using app = await startApp()
  app.clock.now = NOW
  await app.adopt(samplePlan('ngok-tu-2025'))
  await withPage({ width: PHONE, script: false }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(`${app.url}/`)
    await page.getByText('Đến ngày, lọc…').click()
    await page.getByLabel('Đến ngày').fill('2025-09-02')
    await page
      .getByLabel('Nhiệm vụ')
      .selectOption({ label: 'Chuyên mục phát thanh về chuyển đổi số trên hệ thống truyền thanh xã' })
    await page.getByRole('button', { name: 'Xem', exact: true }).click()
    await page.getByText('Đang lọc: Chuyên mục phát thanh').waitFor()
    expect(new URL(page.url()).pathname).toBe('/tuan/2025-W36')
    await page.getByRole('link', { name: 'Tuần 37' }).click()
    await page.getByText('Đang lọc: Chuyên mục phát thanh').click()
    expect(new URL(page.url()).pathname).toBe('/tuan/2025-W37')
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/filter.png`, fullPage: true })
    expect(await fitsWidth(page)).toBe(true)
    await page.getByRole('link', { name: 'Bỏ lọc' }).click()
    await page.getByText('Đến ngày, lọc…').waitFor()
  })
})

test('a day that does not exist is said, and what nobody knows filters everything away', async () => {
  await using app = await startApp()
  app.clock.now = NOW
  await app.adopt(samplePlan('ngok-tu-2025'))
  await withPage({ script: false }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(`${app.url}/den-ngay?ngay=2025-02-30`)
    await page.getByText('Hãy chọn một ngày có thật').waitFor()
    await page.goto(`${app.url}/thang/2025-08?nhiemVu=khong-co`)
    await page.getByText('Không có việc nào trong tháng.').waitFor()
    await page.getByText('Đang lọc: khong-co').waitFor()
  })
})

/** Two plans of one office: the sample, and a programme every morning, noon and evening. */
async function twoPlans() {
  const app = await startApp()
  app.clock.now = NOW
  await app.adopt(samplePlan('ngok-tu-2025'))
  await app.adopt(threeADay())
  return app
}

function threeADay() {
  const daily = (time: string) => ({
    kind: 'rate',
    rrule: 'FREQ=DAILY',
    time,
    window: { from: '2025-07-24', to: '2025-12-31' },
  })
  const [first] = planData(daily('05:30')).obligations as [Record<string, unknown>]
  const obligations = ['05:30', '11:00', '17:00'].map((time, i) => ({
    ...first,
    ...{ id: `A.${i + 1}`, title: `Bản tin lúc ${time}`, cadence: daily(time) },
  }))
  return planOf(
    planData(daily('05:30'), {
      obligations,
      unit: { code: UNIT, name: 'UBND xã Ngọk Tụ' },
      inForceFrom: '2025-07-24',
    }),
  )
}

test.each([
  ['without JavaScript', false],
  ['with it', true],
])(
  'on a phone %s a month is a grid of seven big targets a row, each leads to the list of its day',
  async (_, script) => {
    await using app = await twoPlans()
    await withPage({ width: PHONE, script }, async (page) => {
      await app.signIn(page, UNIT)
      await page.goto(`${app.url}/thang/2025-08`)
      const cells = page.locator('.month-cells .cell')
      expect(await cells.count()).toBe(35)
      const sizes = await cells.evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect()).map(({ width, height }) => Math.min(width + 2, height)),
      )
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(48)
      expect(await fitsWidth(page)).toBe(true)
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/month-phone-${script}.png`, fullPage: true })
      if (script) {
        expect(await seriousViolations(page)).toEqual([])
        expect(await smallTargets(page)).toEqual([])
      }
      expect(await cells.filter({ hasText: 'nữa' }).count()).toBeGreaterThan(4)
      await page.getByRole('navigation', { name: 'Các ngày' }).getByRole('link', { name: /^20/ }).click()
      expect(new URL(page.url()).hash).toBe('#ngay-2025-08-20')
      const day = page.locator('#ngay-2025-08-20')
      expect(await day.locator('.entry').count()).toBeGreaterThan(2)
      expect((await day.boundingBox())?.y).toBeLessThan(300)
    })
  },
)

test('slots of several plans carry the letter of theirs, which leads to that plan alone', async () => {
  await using app = await twoPlans()
  await withPage({ width: PHONE, script: false }, async (page) => {
    await app.signIn(page, UNIT)
    for (const path of ['/', '/thang/2025-08']) {
      await page.goto(app.url + path)
      const letters = await page.locator('.slot .of-plan, .month .of-plan').allInnerTexts()
      expect([...new Set(letters)].sort()).toEqual(['A', 'B'])
      await page.locator('.plan-keys a', { hasText: 'Kế hoạch thử' }).click()
      await page.getByText('Đang lọc: Kế hoạch thử').waitFor()
      const left = await page.locator('.slot .of-plan, .month .of-plan').allInnerTexts()
      expect(new Set(left).size).toBe(1)
      expect(await page.locator('.plan-keys li').count()).toBe(2)
    }
  })
})

test('with one plan no slot carries a letter', async () => {
  await using app = await startApp()
  app.clock.now = NOW
  await app.adopt(samplePlan('ngok-tu-2025'))
  await withPage({ script: false }, async (page) => {
    await app.signIn(page, UNIT)
    for (const path of ['/', '/thang/2025-08']) {
      await page.goto(app.url + path)
      await page.locator('.pager').waitFor()
      expect(await page.locator('.of-plan, .plan-keys').count()).toBe(0)
    }
  })
})

test.each([PHONE, DESKTOP])(
  'long titles that air at one hour are told without widening a page of %i px',
  async (width) => {
    await using app = await startApp()
    app.clock.now = instantOf('2025-10-15', '12:00')
    const plan = samplePlan('ngok-tu-2025')
    await app.adopt(plan)
    await app.adopt({ ...plan, id: 'ngok-tu-2025-b' })
    await withPage({ width }, async (page) => {
      await app.signIn(page, UNIT)
      await page.goto(app.url)
      await page.getByText('trùng giờ với').first().waitFor()
      expect(await fitsWidth(page)).toBe(true)
    })
  },
)
