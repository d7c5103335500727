import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { listFacts } from '../../src/store/facts.ts'
import { startApp } from '../support/app-server.ts'
import { PHONE, withPage } from '../support/browser.ts'
import { planData, planOf } from '../support/plans.ts'
import { wireTo } from '../support/wire.ts'

const daily = planOf(
  planData(
    { kind: 'rate', rrule: 'FREQ=DAILY', time: '05:30', window: { from: '2025-08-04', to: '2025-08-10' } },
    { inForceFrom: '2025-01-01' },
  ),
)
const SUNDAY = instantOf('2025-08-10', '19:00')
const UNIT = 'xa-thu'

async function week() {
  const app = await startApp()
  app.clock.now = SUNDAY
  await app.adopt(daily)
  const told = async () => (await listFacts(app.db, UNIT)).map(({ kind, at }) => [kind, at])
  return { app, told }
}

async function openWeek(page: Page, app: Awaited<ReturnType<typeof startApp>>, url = app.url) {
  await app.signIn(page, UNIT)
  await page.goto(url)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
}

const PORTAL: [string, { status: number; contentType: string; body: string }][] = [
  ['a page', { status: 200, contentType: 'text/html', body: '<main>Đăng nhập Wi-Fi</main>' }],
  ['JSON of its own', { status: 200, contentType: 'application/json', body: '{"ok":true}' }],
  ['a firewall’s refusal', { status: 403, contentType: 'application/json', body: '{"message":"blocked"}' }],
]

test.each(PORTAL)('what a portal answered with %s is still to be sent', async (_, answer) => {
  const { app, told } = await week()
  await using _app = app
  await withPage({ width: PHONE, context: { serviceWorkers: 'block' } }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(app.url)
    await page.route('**/*', (route) => route.fulfill(answer))
    await page.getByRole('button', { name: 'Đã phát' }).first().click()
    await page.getByText('1 ghi nhận đang chờ gửi').waitFor()
    expect([await told(), await page.getByText('Đăng nhập Wi-Fi').count()]).toEqual([[], 0])
    await page.unroute('**/*')
    await page.reload()
    await page.getByText('Y Lan ghi lúc').waitFor()
    await page.getByText('1 ghi nhận đang chờ gửi').waitFor({ state: 'detached' })
  })
  expect((await told()).length).toBe(1)
})

test('with no storage left on the phone, pages come from the network', async () => {
  const { app } = await week()
  await using _ = app
  await withPage({ width: PHONE }, async (page) => {
    await openWeek(page, app)
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: app.url, quotaSize: 1 })
    for (const path of ['/', '/tuan/2025-W31', '/chua-xac-nhan']) {
      const answer = await page.goto(app.url + path)
      expect([answer?.status(), await page.getByText('đây là bản lưu').count()]).toEqual([200, 0])
    }
  })
})

test('a kept page says its hour in Vietnamese time, wherever the phone is', async () => {
  const { app } = await week()
  await using _ = app
  await using wire = await wireTo(app.url)
  app.deps.baseUrl = wire.url
  await withPage({ width: PHONE, context: { timezoneId: 'America/New_York' } }, async (page) => {
    await openWeek(page, app, wire.url)
    const date = await page.evaluate(async () => (await caches.match(location.href))?.headers.get('date'))
    wire.cut()
    await page.reload()
    const said = await page.getByText('đây là bản lưu').textContent()
    const hour = new Intl.DateTimeFormat('vi-VN', {
      ...{ hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' },
    }).format(Date.parse(date ?? ''))
    expect(said).toContain(`bản lưu lúc ${hour} ngày`)
  })
})

test('what waited while a phone was a day fast is recorded, once its clock is right', async () => {
  const { app, told } = await week()
  await using _ = app
  await using wire = await wireTo(app.url)
  app.deps.baseUrl = wire.url
  await withPage({ width: PHONE }, async (page) => {
    await openWeek(page, app, wire.url)
    await page.clock.setFixedTime(SUNDAY + 86_400_000)
    wire.cut()
    await page.getByRole('button', { name: 'Đã phát' }).first().click()
    await page.getByText('1 ghi nhận đang chờ gửi').waitFor()
    await page.clock.setFixedTime(SUNDAY)
    wire.mend()
    await page.reload()
    await page.getByText('Y Lan ghi lúc').waitFor()
  })
  expect(await told()).toEqual([['aired', instantOf('2025-08-04', '05:30')]])
})

/** The network breaks as soon as the next answer to what was pressed has come in, to its last byte. */
async function cutAfterAnswer(page: Page, cut: () => void): Promise<void> {
  await page.exposeFunction('cutWire', cut)
  await page.evaluate(() => {
    const ask = window.fetch
    const wire = window as unknown as { cutWire: () => Promise<void> }
    window.fetch = async (...asked) => {
      const answer = await ask(...asked)
      if (asked[1]?.method !== 'POST') return answer
      window.fetch = ask
      await answer.clone().arrayBuffer()
      await wire.cutWire()
      return answer
    }
  })
}

test.each([
  ['with pages kept', 'allow'],
  ['without', 'block'],
] as const)(
  'a tap whose answer was the last thing to come through is said to be recorded, and is not asked for again, %s',
  async (_, serviceWorkers) => {
    const { app, told } = await week()
    await using _app = app
    await using wire = await wireTo(app.url)
    app.deps.baseUrl = wire.url
    await withPage({ width: PHONE, context: { serviceWorkers } }, async (page) => {
      await app.signIn(page, UNIT)
      await page.goto(wire.url)
      if (serviceWorkers === 'allow') {
        await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
        await page.reload()
      }
      await cutAfterAnswer(page, wire.cut)
      const ticks = page.getByRole('button', { name: /^Đã phát/ })
      const before = await ticks.count()
      await ticks.first().click()
      const recorded = page.getByText('Đã ghi: Đã phát').and(page.locator('.pressed'))
      await recorded.waitFor()
      expect([await ticks.count(), (await told()).length]).toEqual([before - 1, 1])
      await ticks.first().click()
      await page.getByText('1 ghi nhận đang chờ gửi').waitFor()
      expect([await ticks.count(), await recorded.count()]).toEqual([before - 2, 1])
      if (serviceWorkers === 'allow') {
        await page.reload()
        await page.getByText('đây là bản lưu').waitFor()
        await recorded.waitFor()
        expect(await ticks.count()).toBe(before - 2)
      }
      wire.mend()
      await page.evaluate(() => window.dispatchEvent(new Event('online')))
      await page.getByText('Y Lan ghi lúc').nth(1).waitFor()
      expect(await page.locator('.waiting').count()).toBe(0)
    })
    expect((await told()).length).toBe(2)
  },
)
