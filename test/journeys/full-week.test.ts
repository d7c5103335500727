import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { listFacts } from '../../src/store/facts.ts'
import { startApp } from '../support/app-server.ts'
import { fitsWidth, PHONE, seriousViolations, sharedNames, withPage } from '../support/browser.ts'
import { fourADay } from '../support/four-a-day.ts'

const UNIT = 'xa-thu'
/** Sunday evening: all 28 have been aired. */
const SUNDAY = instantOf('2025-08-10', '20:00')

/** Every tap of the story, counted. */
function thumb(page: Page) {
  const count = { taps: 0 }
  const tap = async (role: 'link' | 'button' | 'checkbox', name: RegExp) => {
    count.taps++
    await page.getByRole(role, { name }).first().click()
  }
  return { count, tap }
}

test.each([
  ['without JavaScript', false],
  ['with it', true],
])('a week of 28 airings is settled but for one, on a phone %s', async (_, script) => {
  await using app = await startApp()
  app.clock.now = SUNDAY
  await app.adopt(fourADay())
  await withPage({ width: PHONE, script }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(app.url)
    const fine = async () => ({
      fits: await fitsWidth(page),
      violations: script ? await seriousViolations(page) : [],
    })
    expect(await fine()).toEqual({ fits: true, violations: [] })
    expect(await sharedNames(page)).toEqual([])
    const today = await page.locator('.day.today').boundingBox()
    expect((today?.y ?? 9999) + 120).toBeLessThan(page.viewportSize()?.height ?? 0)
    expect(gzipSync(await page.content()).length).toBeLessThan(40_000)

    const { count, tap } = thumb(page)
    await tap('link', /^Đã phát cả tuần, trừ…/)
    await page.getByText('28 kỳ sẽ ghi là đã phát.').waitFor()
    expect(await fine()).toEqual({ fits: true, violations: [] })
    await tap('checkbox', /05:20 thứ Tư 6\/8\/2025/)
    await tap('button', /^Ghi “Đã phát”/)
    await page.getByText('Đã ghi 27 kỳ.').waitFor()
    expect(await fine()).toEqual({ fits: true, violations: [] })
    // For a minute what was just recorded stays open, with its own way back.
    app.clock.now += 120_000
    await tap('link', /^Về trang trước/)
    await page.locator('.day.today').waitFor()
    await page.getByText('chưa xác nhận 1').waitFor()
    expect(await page.locator('.day.fold').count()).toBe(5)
    expect(await fine()).toEqual({ fits: true, violations: [] })
    expect(count.taps).toBe(4)
    expect((await listFacts(app.db, UNIT)).length).toBe(27)

    await page.goBack()
    await page.getByText('Đã ghi 27 kỳ.').waitFor()
    await tap('button', /^Hoàn tác cả 27 kỳ/)
    await page.getByText('Cả 27 kỳ đã được hoàn tác.').waitFor()
    await page.goto(app.url)
    await page.getByText('chưa xác nhận').first().waitFor()
    expect(await page.locator('.day.fold').count()).toBe(0)
  })
})
