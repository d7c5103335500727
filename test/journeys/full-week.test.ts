import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { listFacts } from '../../src/store/facts.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, fitsWidth, PHONE, seriousViolations, sharedNames, withPage } from '../support/browser.ts'
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

test('a backlog of four airings a day is a row each under its day, and a tap in one is undone there', async () => {
  await using app = await startApp()
  app.clock.now = instantOf('2025-08-18', '20:00')
  await app.adopt(fourADay())
  await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(`${app.url}/chua-xac-nhan`)
    const day = page.getByRole('heading', { name: 'Chủ nhật 17/8' })
    await day.waitFor()
    expect(await page.locator('.slot:not(.row)').count()).toBe(0)
    // Twelve slots take less than three screens; as cards they took four and a half.
    const [first, last] = await Promise.all([
      day.boundingBox(),
      page.getByRole('heading', { name: 'Thứ Năm 14/8' }).boundingBox(),
    ])
    expect((last?.y ?? 0) - (first?.y ?? 0)).toBeLessThan(3 * 500)
    await page.getByRole('button', { name: /^Đã phát: Gương người tốt, 18:30 Chủ nhật 17\/8/ }).click()
    await page.getByRole('button', { name: /^Hoàn tác/ }).click()
    await page.getByRole('button', { name: /^Đã phát: Gương người tốt, 18:30 Chủ nhật 17\/8/ }).waitFor()
    expect([await fitsWidth(page), await seriousViolations(page), await sharedNames(page)]).toEqual([
      true,
      [],
      [],
    ])
  })
  expect((await listFacts(app.db, UNIT)).map(({ kind }) => kind).sort()).toEqual(['aired', 'correction'])
})

test('what waits of a full last week is a row each under its day beside this week, and a tap settles one there', async () => {
  await using app = await startApp()
  app.clock.now = instantOf('2025-08-18', '20:00')
  await app.adopt(fourADay())
  await withPage({ width: PHONE, script: false }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(app.url)
    const band = page.locator('.band')
    expect([await band.locator('.slot.row').count(), await band.locator('.slot:not(.row)').count()]).toEqual([
      10, 0,
    ])
    expect(await band.getByRole('heading', { level: 3, name: /^(Thứ|Chủ)/ }).allInnerTexts()).toEqual([
      'Thứ Sáu 15/8',
      'Thứ Bảy 16/8',
      'Chủ nhật 17/8',
    ])
    await page.getByRole('button', { name: /^Đã phát: Gương người tốt, 18:30 Chủ nhật 17\/8/ }).click()
    await page.getByRole('button', { name: /^Hoàn tác/ }).waitFor()
    expect([await fitsWidth(page), await sharedNames(page)]).toEqual([true, []])
  })
  expect((await listFacts(app.db, UNIT)).map(({ kind }) => kind)).toEqual(['aired'])
})

test.each([
  ['a phone', PHONE],
  ['a desk', DESKTOP],
])('on %s the year of a daily station keeps each share within its month', async (_, width) => {
  await using app = await startApp()
  app.clock.now = instantOf('2025-12-18', '20:00')
  await app.adopt(fourADay())
  await withPage({ width }, async (page) => {
    await app.signIn(page, UNIT)
    for (const path of ['/nam/2025', '/chi-tieu/2025']) {
      await page.goto(app.url + path)
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('main details')) fold.setAttribute('open', '')
      })
      const over = await page
        .locator('.year td')
        .evaluateAll((cells) =>
          cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent),
        )
      expect([path, over]).toEqual([path, []])
      const outside = await page.locator('.curve text').evaluateAll(
        (words) =>
          words.filter((word) => {
            const box = word.closest('svg')?.getBoundingClientRect()
            return word.getBoundingClientRect().left < (box?.left ?? 0)
          }).length,
      )
      expect(outside).toBe(0)
    }
  })
})
