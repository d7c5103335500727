import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, seriousViolations, withPage } from '../support/browser.ts'
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
