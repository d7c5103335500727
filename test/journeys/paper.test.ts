import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, PHONE, withPage } from '../support/browser.ts'
import { tellYear, UNIT } from '../support/counted-year.ts'
import { fourADay } from '../support/four-a-day.ts'
import { samplePlan } from '../support/plans.ts'

async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  return pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0
}

test('a month prints on one sheet, also December with its ten deadlines on one day, and the topics with the quotes that are folded away on the screen', async () => {
  await using app = await startApp()
  app.clock.now = instantOf('2025-09-16', '20:00')
  await app.addUnit(UNIT, 'UBND xã Ngọk Tụ')
  await tellYear(app.db, '2025-09-16')
  await withPage({ width: DESKTOP }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(app.url)
    await page.evaluate(() => {
      window.print = () => document.body.classList.add('printed')
    })
    await page.getByRole('button', { name: 'In trang này' }).click()
    expect(await page.locator('body.printed').count()).toBe(1)
    for (const month of ['08', '09', '12']) {
      await page.goto(`${app.url}/thang/2025-${month}`)
      expect([month, await pagesOf(page)]).toEqual([month, 1])
    }
    await page.goto(`${app.url}/chu-de`)
    await page.emulateMedia({ media: 'print' })
    const quotes = page.locator('.topic-list blockquote')
    expect(await quotes.first().isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
    expect(await quotes.first().isVisible()).toBe(false)
  })
})

test('two plans print a month on one sheet, December with twenty deadlines too, the overview on one or two, the count on three', async () => {
  await using app = await startApp()
  app.clock.now = instantOf('2025-10-15', '08:00')
  const plan = samplePlan('ngok-tu-2025')
  await app.adopt(plan)
  await app.adopt({ ...plan, id: 'ngok-tu-2025-b', title: `${plan.title} (b)` })
  await withPage({ width: DESKTOP }, async (page) => {
    await app.signIn(page, UNIT, 'leader')
    const sheets = async (path: string) => {
      await page.goto(app.url + path)
      return [path, await pagesOf(page)]
    }
    expect(await sheets('/thang/2025-10')).toEqual(['/thang/2025-10', 1])
    expect(await sheets('/thang/2025-12')).toEqual(['/thang/2025-12', 1])
    expect((await sheets('/tong-quan'))[1]).toBeLessThanOrEqual(2)
    expect((await sheets('/chi-tieu/2025'))[1]).toBeLessThanOrEqual(3)
  })
})

test('long lists print small: a plan of twenty obligations on four sheets, fifty unconfirmed slots on two, a month of both on one, with nothing that needs a tap', async () => {
  await using app = await startApp()
  app.clock.now = instantOf('2025-09-01', '08:00')
  const plan = samplePlan('ngok-tu-2025')
  await app.adopt(plan)
  const busy = fourADay()
  await app.adopt({ ...busy, unit: plan.unit })
  await withPage({ width: DESKTOP }, async (page) => {
    await app.signIn(page, UNIT)
    const sheets = async (path: string) => {
      await page.goto(app.url + path)
      return pagesOf(page)
    }
    expect(await sheets(`/ke-hoach/${plan.id}`)).toBeLessThanOrEqual(4)
    expect(await sheets('/chua-xac-nhan')).toBeLessThanOrEqual(2)
    const slots = await page.locator('.slot').count()
    expect(slots).toBeGreaterThan(50)
    for (const month of ['08', '10'])
      expect([month, await sheets(`/thang/2025-${month}`)]).toEqual([month, 1])
    // Of a year, a line each.
    expect(await sheets(`/chi-tieu/2025/ky?kh=${busy.id}`)).toBeLessThanOrEqual(
      Math.ceil((await page.locator('.counted li').count()) / 40),
    )
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('main :is(button, select)').filter({ visible: true }).count()).toBe(0)
    await app.adopt({ ...plan, id: 'ngok-tu-2025-b', title: `${plan.title} (b)` })
    await page.goto(`${app.url}/tong-quan`)
    expect(await page.locator('.dues .unfold').count()).toBe(1)
    // What a phone folds stands on paper, without the words that would open it.
    expect(await page.locator('.unfold').filter({ visible: true }).count()).toBe(0)
  })
})

test.each([
  ['of five weeks', '2025-08'],
  ['of six weeks', '2025-06'],
])('a month %s with four airings a day prints on one sheet', async (_, month) => {
  await using app = await startApp()
  app.clock.now = instantOf('2025-08-29', '20:00')
  const plan = fourADay()
  await app.adopt(plan)
  await withPage({ width: DESKTOP }, async (page) => {
    await app.signIn(page, plan.unit.code)
    await page.goto(`${app.url}/thang/${month}`)
    expect(await page.locator('.month .entry').count()).toBeGreaterThan(120)
    expect(await pagesOf(page)).toBe(1)
  })
})

test('on a phone the hours of reruns stay in their card, and a heading with a document number is one text', async () => {
  await using app = await startApp()
  app.clock.now = instantOf('2025-09-16', '20:00')
  await app.addUnit(UNIT, 'UBND xã Ngọk Tụ')
  await tellYear(app.db, '2025-09-16')
  await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(`${app.url}/khung/ngok-tu-2025%3AC.I.2.c%3A08`)
    const over = await page
      .locator('.family')
      .evaluate((family) =>
        [...family.querySelectorAll('time')].filter(
          (time) => time.getBoundingClientRect().right > family.getBoundingClientRect().right,
        ),
      )
    expect(over).toEqual([])
    await page.goto(`${app.url}/ke-hoach/ngok-tu-2025`)
    const displays = await page
      .locator('.obligation h2 a')
      .evaluateAll((links) => [...new Set(links.map((link) => getComputedStyle(link).display))])
    expect(displays).toEqual(['inline-block'])
  })
})
