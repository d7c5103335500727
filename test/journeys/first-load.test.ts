import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { startApp } from '../support/app-server.ts'
import { PHONE, withPage } from '../support/browser.ts'
import { fourADay } from '../support/four-a-day.ts'
import { planData, planOf, samplePlan } from '../support/plans.ts'
import { wireTo } from '../support/wire.ts'

const UNIT = 'xa-ngok-tu'
const MOST_BYTES = 80 * 1024
const MOST_PAGE = 40 * 1024

/** Beside the sample plan's, a programme every morning and evening, of which nobody has confirmed one. */
const busy = planOf(
  planData(
    {
      kind: 'rate',
      rrule: 'FREQ=DAILY',
      time: '05:30',
      reruns: { times: 1, afterDays: [0], time: '17:00' },
      window: { from: '2025-07-24', to: '2025-12-31' },
    },
    { unit: { code: UNIT, name: 'UBND xã Ngọk Tụ' }, inForceFrom: '2025-07-24' },
  ),
)

test.each([
  ['of two plans', UNIT, () => [samplePlan('ngok-tu-2025'), busy], 16],
  ['of 28 airings', 'xa-thu', () => [fourADay()], 28],
])(
  `the first load of a week %s costs at most ${MOST_BYTES / 1024} KB over the wire, everything included, its HTML ${MOST_PAGE / 1024} KB`,
  async (_, unit, plans, many) => {
    await using app = await startApp()
    app.clock.now = instantOf('2025-08-10', '19:00')
    for (const plan of plans()) await app.adopt(plan)
    await using wire = await wireTo(app.url)
    app.deps.baseUrl = wire.url
    const seen = await withPage({ width: PHONE }, async (page) => {
      await app.signIn(page, unit)
      await page.goto(wire.url)
      // The service worker took over and has kept the page: nothing more is asked for.
      await page.waitForFunction(async () => (await caches.match(location.href)) !== undefined)
      await page.evaluate(() => document.fonts.ready)
      const bytes = wire.bytes()
      const html = await page.evaluate(() => {
        const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
        return page?.encodedBodySize
      })
      const zipped = await page.evaluate(() =>
        fetch('/tuan/2025-W33').then((answer) => answer.headers.get('content-encoding')),
      )
      return { bytes, html, cards: await page.locator('.day .slot').count(), zipped }
    })
    expect(seen).toEqual({ bytes: expect.any(Number), html: expect.any(Number), cards: many, zipped: 'gzip' })
    expect(seen.bytes).toBeLessThanOrEqual(MOST_BYTES)
    // 0 would be a page that was not measured.
    expect(seen.html).toBeGreaterThan(1024)
    expect(seen.html).toBeLessThanOrEqual(MOST_PAGE)
  },
)
