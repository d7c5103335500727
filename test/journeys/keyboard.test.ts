import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { listFacts } from '../../src/store/facts.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, seriousViolations, withPage } from '../support/browser.ts'
import { fourADay } from '../support/four-a-day.ts'
import { planData, planOf } from '../support/plans.ts'

const daily = planOf(
  planData(
    { kind: 'rate', rrule: 'FREQ=DAILY', time: '05:30', window: { from: '2025-08-04', to: '2025-08-10' } },
    { inForceFrom: '2025-01-01' },
  ),
)

test('by keyboard alone: a tick is told and leaves the focus at its slot, Esc closes the menu, arrows turn the page', async () => {
  await using app = await startApp()
  app.clock.now = instantOf('2025-08-10', '19:00')
  await app.adopt(daily)
  await withPage({ width: DESKTOP }, async (page) => {
    await app.signIn(page, 'xa-thu')
    await page.goto(app.url)
    const tick = page.getByRole('button', { name: 'Đã phát: Việc thử, 05:30 thứ Hai 4/8' })
    await tick.press('Enter')
    await page.getByRole('status').getByText('Đã ghi: Đã phát: Việc thử.').waitFor({ state: 'attached' })
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href'))
    expect(await focused()).toBe('/khung/thu-2025%3AA.1%3A01')
    await page.getByRole('button', { name: 'Hoàn tác: Việc thử, 05:30 thứ Hai 4/8' }).press('Enter')
    const said = page.getByRole('status').getByText('Đã ghi: Hoàn tác: Việc thử.')
    await said.waitFor({ state: 'attached' })
    expect(await focused()).toBe('/khung/thu-2025%3AA.1%3A01')
    expect(await seriousViolations(page)).toEqual([])
    await page.locator('.more summary').press('Enter')
    await page.keyboard.press('Escape')
    expect(await page.locator('.more[open]').count()).toBe(0)
    await page.keyboard.press('ArrowRight')
    await page.waitForURL('**/tuan/2025-W33')
    await page.keyboard.press('t')
    await page.waitForURL(`${app.url}/`)
  })
})

/** What has the focus: its name, and whether an eye finds it, framed and on the screen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLLabelElement> }
    const words = at.ariaLabel ?? at.labels?.[0]?.textContent ?? at.textContent ?? ''
    const framed = [getComputedStyle(at), getComputedStyle(at, '::after')].some(
      ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px',
    )
    // The parts of a date, and its button, are framed by the browser.
    const isParted = at.matches('[type="date"], [type="time"]')
    const { top, bottom } = at.getBoundingClientRect()
    const isSeen = (framed || isParted) && bottom > 0 && top < innerHeight
    return { words: words.replace(/\s+/g, ' ').trim(), isSeen }
  })

/** Tab upon Tab; every stop on the way can be seen. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const unseen: string[] = []
  for (let stops = 0; stops < 200; stops++) {
    await page.keyboard.press('Tab')
    const { words, isSeen } = await focused(page)
    if (!isSeen) unseen.push(words)
    if (!name.test(words)) continue
    expect(unseen).toEqual([])
    return
  }
  throw new Error(`no Tab leads to ${name}`)
}

async function press(page: Page, name: RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press(key)
}

test('by keyboard alone a week of 28 is settled but one, a slot is moved, an item is written, sent and approved', async () => {
  await using app = await startApp()
  app.clock.now = instantOf('2025-08-10', '20:00')
  await app.adopt(fourADay())
  await withPage({ width: DESKTOP }, async (page) => {
    await app.signIn(page, 'xa-thu')
    await page.goto(app.url)
    await press(page, /^Đã phát cả tuần, trừ…/)
    await page.waitForURL(/\/ghi-loat\?/)
    await press(page, /^05:20 thứ Tư 6\/8\/2025/, 'Space')
    await press(page, /^Ghi “Đã phát”/)
    await page.getByText('Đã ghi 27 kỳ.').waitFor()

    await page.goto(`${app.url}/tuan/2025-W33`)
    await press(page, /^Bản tin buổi sáng của xã$/)
    await page.waitForURL(/\/khung\//)
    await press(page, /^Dời…/)
    await page.waitForURL(/\/ghi\/doi/)
    await tabTo(page, /^Giờ/)
    await page.keyboard.type('0620AM')
    await press(page, /^Dời$/)
    await page.getByText(/^Đã dời “Bản tin buổi sáng của xã” sang .*06:20/).waitFor()

    await press(page, /^Soạn bài/)
    await page.waitForURL(/\/bai\/moi/)
    await tabTo(page, /^Tên bài/)
    await page.keyboard.type('Mùa mưa')
    await tabTo(page, /^Nội dung/)
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Thưa bà con.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Ngày mai mưa to.')
    await press(page, /^Lưu/)
    await page.getByText('Thưa bà con.').waitFor()
    await press(page, /^Gửi duyệt/)
    await page.getByText('Đang chờ lãnh đạo duyệt.').waitFor()

    await app.signIn(page, 'xa-thu', 'leader')
    await page.goto(app.url)
    await press(page, /^Chờ duyệt/)
    await page.waitForURL(/\/duyet/)
    await press(page, /^Duyệt$/)
    await page.getByText('Không có bài nào chờ duyệt.').waitFor()
  })
  const kinds = (await listFacts(app.db, 'xa-thu')).map(({ kind }) => kind)
  expect(
    Object.fromEntries([...Map.groupBy(kinds, (kind) => kind)].map(([kind, all]) => [kind, all.length])),
  ).toEqual({
    aired: 27,
    moved: 1,
  })
})
