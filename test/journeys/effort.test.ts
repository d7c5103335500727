/**
 * What daily work costs on a phone: taps, screens of 360 × 740 to scroll, and seconds by a fixed model (1.5 a tap, 3 a
 * page, 0.3 a letter). The bounds are what was measured; before, a week of 28 took 28 taps on 21 screens.
 */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createItem, reviewItem } from '../../src/actions/items.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { listFacts } from '../../src/store/facts.ts'
import { hashOf } from '../../src/store/items.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, fitsWidth, PHONE, withPage } from '../support/browser.ts'
import { fourADay } from '../support/four-a-day.ts'

const UNIT = 'xa-thu'
const SUNDAY = instantOf('2025-08-10', '20:00')

type Effort = { taps: number; pages: number; letters: number; screens: number }

const secondsOf = ({ taps, pages, letters }: Effort): number => taps * 1.5 + pages * 3 + letters * 0.3

/** Does what a thumb does, and counts it. What lies below the screen is scrolled to: that counts as screens. */
function thumb(page: Page) {
  const effort: Effort = { taps: 0, pages: 0, letters: 0, screens: 0 }
  const screen = page.viewportSize()?.height ?? 1
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) effort.pages++
  })
  const see = async (place: ReturnType<Page['locator']>) => {
    await place.waitFor()
    const y = await place.evaluate((one) => one.getBoundingClientRect().top)
    effort.screens += Math.max(0, Math.floor(y / screen))
  }
  const tap = async (place: ReturnType<Page['locator']>) => {
    await see(place)
    effort.taps++
    await place.click()
  }
  const type = async (place: ReturnType<Page['locator']>, words: string) => {
    effort.letters += words.length
    await place.fill(words)
  }
  return { effort, see, tap, type }
}

async function station() {
  const app = await startApp()
  app.clock.now = SUNDAY
  await app.adopt(fourADay())
  return app
}

const told = (effort: Effort) => ({ ...effort, seconds: secondsOf(effort) })

test('a week of 28 airings is settled but for one with 3 taps in 14 seconds, without JavaScript', async () => {
  await using app = await station()
  await withPage({ width: PHONE, script: false }, async (page) => {
    await app.signIn(page, UNIT)
    const { effort, tap } = thumb(page)
    await page.goto(app.url)
    await tap(page.getByRole('link', { name: /^Đã phát cả tuần, trừ…/ }).first())
    await tap(page.getByRole('checkbox', { name: /05:20 thứ Tư 6\/8\/2025/ }))
    await tap(page.getByRole('button', { name: /^Ghi “Đã phát”/ }))
    await page.getByText('Đã ghi 27 kỳ.').waitFor()
    expect(told(effort)).toEqual({
      taps: 3,
      pages: 3,
      letters: 0,
      // The way to the whole week stands right below today.
      screens: 2,
      seconds: 13.5,
    })
  })
})

test('a backlog of 71 is settled by month with 2 taps, without JavaScript', async () => {
  await using app = await station()
  // From 1/8, when the plan came into force, to Monday 18/8 in the evening.
  app.clock.now = instantOf('2025-08-18', '18:00')
  await withPage({ width: PHONE, script: false }, async (page) => {
    await app.signIn(page, UNIT)
    const { effort, tap } = thumb(page)
    await page.goto(`${app.url}/chua-xac-nhan`)
    await tap(page.getByRole('link', { name: /^Đã phát cả tháng/ }).first())
    await tap(page.getByRole('button', { name: /^Ghi “Đã phát”/ }))
    await page.getByText(/Đã ghi \d+ kỳ\./).waitFor()
    expect(told(effort)).toEqual({ taps: 2, pages: 3, letters: 0, screens: 0, seconds: 12 })
    expect((await listFacts(app.db, UNIT)).length).toBe(71)
  })
})

test('a slot is moved to another day with 4 taps in under half a minute, without JavaScript', async () => {
  await using app = await station()
  await withPage({ width: PHONE, script: false }, async (page) => {
    await app.signIn(page, UNIT)
    const { effort, tap, type } = thumb(page)
    await page.goto(app.url)
    await tap(page.locator('.day.today').getByRole('link', { name: 'Cách khác: Gương người tốt' }))
    await tap(page.getByRole('link', { name: 'Dời…' }))
    await tap(page.getByLabel('Ngày'))
    await type(page.getByLabel('Ngày'), '2025-08-12')
    await tap(page.getByRole('button', { name: 'Dời', exact: true }))
    await page.getByText('Đã dời').first().waitFor()
    expect((await listFacts(app.db, UNIT)).map(({ kind, to }) => [kind, to?.date])).toEqual([
      ['moved', '2025-08-12'],
    ])
    expect(told(effort)).toEqual({ taps: 4, pages: 4, letters: 10, screens: expect.any(Number), seconds: 21 })
    expect(effort.screens).toBeLessThanOrEqual(2)
  })
})

test('today is seen without a scroll, and a date is jumped to with 2 taps', async () => {
  await using app = await station()
  await withPage({ width: PHONE, script: false }, async (page) => {
    await app.signIn(page, UNIT)
    const { effort, see, tap, type } = thumb(page)
    await page.goto(app.url)
    await see(page.locator('.day.today'))
    expect(told(effort)).toEqual({ taps: 0, pages: 1, letters: 0, screens: 0, seconds: 3 })
    await tap(page.getByText('Đến ngày, lọc…'))
    await type(page.getByLabel('Đến ngày'), '2025-10-09')
    await tap(page.getByRole('button', { name: 'Xem', exact: true }))
    await page.waitForURL(/tuan\/2025-W41/)
    expect([effort.taps, effort.screens]).toEqual([2, 0])
    expect(secondsOf(effort)).toBeLessThanOrEqual(15)
  })
})

test('a leader sees what slips next without a tap, and approves an item with 2, without JavaScript', async () => {
  await using app = await station()
  const who = { unit: UNIT, id: 'u-hoa', name: 'Hoa' }
  const text = {
    ...{ title: 'Chữ ký số', body: 'Bà con đến nhà văn hoá thôn.', topics: [], language: 'Tiếng Việt' },
    ...{ author: null, source: null, loudspeaker: null, portal: null, social: null, making: null },
  }
  const made = await createItem({ db: app.db, who, now: SUNDAY }, 'bai-1', text, 'thu-2025:A.1:224')
  if (!made.ok) throw new Error(made.problem.detail)
  const sent = { kind: 'sent', hash: hashOf(text), comment: null } as const
  await reviewItem({ db: app.db, who, now: SUNDAY }, 'bai-1', sent)
  await withPage({ width: PHONE, script: false }, async (page) => {
    await app.signIn(page, UNIT, 'leader')
    const { effort, see, tap } = thumb(page)
    await page.goto(`${app.url}/tong-quan`)
    await see(page.getByRole('heading', { name: 'Hạn gần nhất' }))
    expect([effort.taps, effort.pages]).toEqual([0, 1])
    expect(effort.screens).toBeLessThanOrEqual(1)
    expect(await fitsWidth(page)).toBe(true)
    await tap(page.getByRole('link', { name: 'Duyệt 1 bài' }))
    await tap(page.getByRole('button', { name: 'Duyệt', exact: true }))
    await page.getByText('Bài gửi duyệt sẽ hiện ở đây').waitFor()
    expect(told(effort)).toEqual({ taps: 2, pages: 3, letters: 0, screens: 0, seconds: 12 })
  })
})

/** Tab until the focus stands on what is called so; its name, or null after too many. */
async function tabTo(page: Page, name: RegExp): Promise<string | null> {
  for (let i = 0; i < 150; i++) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const one = document.activeElement
      const label = one instanceof HTMLInputElement ? one.labels?.[0]?.textContent : null
      return (one?.getAttribute('aria-label') ?? label ?? one?.textContent ?? '').replace(/\s+/g, ' ').trim()
    })
    if (name.test(found)) return found
  }
  return null
}

test('by keyboard alone a week of 28 is settled but for one, and the overview leads on', async () => {
  await using app = await station()
  await withPage({ width: DESKTOP }, async (page) => {
    await app.signIn(page, UNIT, 'leader')
    await page.goto(app.url)
    expect(await tabTo(page, /^Đã phát cả tuần, trừ…/)).not.toBeNull()
    await page.keyboard.press('Enter')
    await page.getByText('28 kỳ sẽ ghi là đã phát.').waitFor()
    expect(await tabTo(page, /05:20 thứ Tư 6\/8\/2025/)).not.toBeNull()
    await page.keyboard.press('Space')
    expect(await tabTo(page, /^Ghi “Đã phát”/)).not.toBeNull()
    await page.keyboard.press('Enter')
    await page.getByText('Đã ghi 27 kỳ.').waitFor()
    await page.goto(`${app.url}/tong-quan`)
    expect(await tabTo(page, /^Xác nhận 13 khung/)).not.toBeNull()
    await page.keyboard.press('Enter')
    await page.waitForURL(/chua-xac-nhan/)
  })
})
