import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { listFacts } from '../../src/store/facts.ts'
import { startApp } from '../support/app-server.ts'
import { fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { planData, planOf } from '../support/plans.ts'
import { wireTo } from '../support/wire.ts'

/** A week with a slot every day at 05:30; the journey stands on Sunday 10/8/2025 in the evening. */
const daily = planOf(
  planData(
    {
      kind: 'rate',
      rrule: 'FREQ=DAILY',
      time: '05:30',
      duration: 15,
      window: { from: '2025-08-04', to: '2025-08-17' },
    },
    { inForceFrom: '2025-01-01' },
  ),
)
const SUNDAY = instantOf('2025-08-10', '19:00')
const UNIT = 'xa-thu'

async function week() {
  const app = await startApp()
  app.clock.now = SUNDAY
  await app.adopt(daily)
  const kinds = async () =>
    (await listFacts(app.db, UNIT)).map(({ slotId, kind, reason }) => [slotId?.slice(-2), kind, reason])
  return { app, kinds }
}

test('an officer settles a week on a phone: ticks six slots, explains one, makes it up, moves one', async () => {
  const { app, kinds } = await week()
  await using _ = app
  const seen = await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(app.url)
    for (let done = 1; done <= 6; done++) {
      await page.getByRole('button', { name: 'Đã phát' }).first().click()
      await page
        .getByText('Y Lan ghi lúc')
        .nth(done - 1)
        .waitFor()
    }
    await page.getByRole('link', { name: 'Không phát…' }).first().click()
    await page.getByLabel('Mất điện').check()
    await page.getByRole('button', { name: 'Ghi: không phát' }).click()
    await page.locator('.slot .tag', { hasText: 'Không phát' }).waitFor()
    await page.getByRole('link', { name: 'Phát bù…' }).first().click()
    await page.locator('.offers button').first().waitFor()
    const offered = await page.locator('.offers button').allTextContents()
    await page.goto(`${app.url}/tuan/2025-W33`)
    await page.getByRole('link', { name: 'Dời…' }).first().click()
    await page.getByLabel('Ngày').fill('2025-08-12')
    await page.getByLabel('Giờ').fill('17:00')
    await page.getByRole('button', { name: 'Dời', exact: true }).click()
    await page.getByText('dời từ thứ Hai 11/8').waitFor()
    return { offered, fits: await fitsWidth(page), violations: await seriousViolations(page) }
  })
  // Every morning of the next week has its own airing at that hour.
  expect(seen).toEqual({
    offered: ['thứ Hai 18/8/2025, 05:30', 'thứ Ba 19/8/2025, 05:30', 'thứ Tư 20/8/2025, 05:30'],
    fits: true,
    violations: [],
  })
  expect(await kinds()).toEqual([
    ...['01', '02', '03', '04', '05', '06'].map((slot) => [slot, 'aired', null]),
    ['07', 'not-aired', 'power'],
    ['08', 'moved', null],
  ])
})

test('a tap without a network is kept, shown, and sent once when the network is back', async () => {
  const { app, kinds } = await week()
  await using _ = app
  // Cut, not emulated: a browser's own switch may reach the page and miss the service worker.
  await using wire = await wireTo(app.url)
  app.deps.baseUrl = wire.url
  await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(wire.url)
    await page.clock.setFixedTime(SUNDAY)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.reload()
    expect(await page.getByText('đây là bản lưu lúc').count()).toBe(0)
    wire.cut()
    await page.reload()
    await page.getByText(/đây là bản lưu lúc \d\d:\d\d ngày/).waitFor()
    await page.getByRole('button', { name: 'Đã phát' }).first().click()
    await page.getByText('1 ghi nhận đang chờ gửi').waitFor()
    await page.reload()
    await page.getByText('Đang chờ gửi: Đã phát').waitFor()
    expect(await kinds()).toEqual([])
    wire.mend()
    await page.reload()
    await page.getByText('Y Lan ghi lúc').waitFor()
    await page.getByText('1 ghi nhận đang chờ gửi').waitFor({ state: 'detached' })
  })
  const [fact, ...rest] = await listFacts(app.db, UNIT)
  expect(rest).toEqual([])
  expect([fact?.kind, fact?.at, typeof fact?.madeAt]).toEqual([
    'aired',
    instantOf('2025-08-04', '05:30'),
    'number',
  ])
})

test('a tap counts where the browser keeps nothing', async () => {
  const { app, kinds } = await week()
  await using _ = app
  await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, UNIT)
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await page.goto(app.url)
    await page.getByRole('button', { name: 'Đã phát' }).first().click()
    await page.getByText('Y Lan ghi lúc').waitFor()
  })
  expect((await kinds()).length).toBe(1)
})

test('two taps that waited when the tab was closed are each sent once from the next one', async () => {
  const { app, kinds } = await week()
  await using _ = app
  await using wire = await wireTo(app.url)
  app.deps.baseUrl = wire.url
  await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(wire.url)
    await page.clock.setFixedTime(SUNDAY)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.reload()
    wire.cut()
    await page.reload()
    for (const waiting of [1, 2]) {
      await page.getByRole('button', { name: 'Đã phát' }).first().click()
      await page.getByText(`${waiting} ghi nhận đang chờ gửi`).waitFor()
    }
    const context = page.context()
    await page.close()
    expect(await kinds()).toEqual([])
    wire.mend()
    const [one, other] = await Promise.all([context.newPage(), context.newPage()])
    await Promise.all([one.goto(wire.url), other.goto(wire.url)])
    for (const tab of [one, other])
      await tab.getByText('2 ghi nhận đang chờ gửi').waitFor({ state: 'detached' })
    await one.reload()
    await one.getByText('Y Lan ghi lúc').nth(1).waitFor()
  })
  expect(await kinds()).toEqual([
    ['01', 'aired', null],
    ['02', 'aired', null],
  ])
})

test('a tap is kept when the tab is closed while a dead network still tries', async () => {
  const { app, kinds } = await week()
  await using _ = app
  await using wire = await wireTo(app.url)
  app.deps.baseUrl = wire.url
  await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(wire.url)
    await page.clock.setFixedTime(SUNDAY)
    wire.die()
    const asked = page.waitForRequest('**/ghi')
    await page.getByRole('button', { name: 'Đã phát' }).first().click()
    await asked
    const context = page.context()
    await page.close()
    expect(await kinds()).toEqual([])
    wire.revive()
    const next = await context.newPage()
    await next.goto(wire.url)
    await next.getByText('Y Lan ghi lúc').waitFor()
  })
  expect(await kinds()).toEqual([['01', 'aired', null]])
})

test('without JavaScript a tick is a plain form, and what was ticked can be taken back', async () => {
  const { app, kinds } = await week()
  await using _ = app
  await withPage({ width: PHONE, script: false }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(app.url)
    await page.getByRole('button', { name: 'Đã phát' }).first().click()
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await page.getByText('7 khung').waitFor()
  })
  expect(await kinds()).toEqual([
    ['01', 'aired', null],
    ['01', 'correction', null],
  ])
})

test('two people tick the same slot: the second is told what the first recorded', async () => {
  const { app, kinds } = await week()
  await using _ = app
  const told = await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, UNIT, 'leader')
    await page.goto(app.url)
    await withPage({ width: PHONE }, async (other) => {
      await app.signIn(other, UNIT)
      await other.goto(app.url)
      await other.getByRole('button', { name: 'Đã phát' }).first().click()
      await other.getByText('Y Lan ghi lúc').waitFor()
    })
    await page.getByRole('button', { name: 'Đã phát' }).first().click()
    return page.getByRole('alert').textContent()
  })
  expect(told).toBe('Y Lan đã ghi "Đã phát" cho kỳ này. Muốn ghi khác đi thì hoàn tác ghi nhận đó trước.')
  expect(await kinds()).toEqual([['01', 'aired', null]])
})

test('a tap on last week’s slot can be taken back where it was made', async () => {
  const { app, kinds } = await week()
  await using _ = app
  app.clock.now = instantOf('2025-08-12', '19:00')
  await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(app.url)
    await page.getByText('Tuần trước còn 7 khung chưa xác nhận').waitFor()
    await page.getByRole('button', { name: 'Đã phát' }).first().click()
    await page.getByText('Tuần trước còn 6 khung chưa xác nhận').waitFor()
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await page.getByText('Tuần trước còn 7 khung chưa xác nhận').waitFor()
  })
  expect(await kinds()).toEqual([
    ['01', 'aired', null],
    ['01', 'correction', null],
  ])
})

test('a tap that waited while somebody else signed in is kept, and sent when its owner is back', async () => {
  const { app, kinds } = await week()
  await using _ = app
  await using wire = await wireTo(app.url)
  app.deps.baseUrl = wire.url
  await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(wire.url)
    const cookies = await page.context().cookies()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    wire.cut()
    await page.getByRole('button', { name: 'Đã phát' }).first().click()
    await page.getByText('1 ghi nhận đang chờ gửi').waitFor()
    await app.signIn(page, UNIT, 'leader')
    wire.mend()
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await page.getByText('bằng tài khoản khác').waitFor()
    expect(await page.getByRole('button', { name: 'Đã phát' }).count()).toBe(7)
    expect(await kinds()).toEqual([])
    await page.context().addCookies(cookies)
    await page.reload()
    await page.getByText('Y Lan ghi lúc').waitFor()
  })
  expect(await kinds()).toEqual([['01', 'aired', null]])
})
