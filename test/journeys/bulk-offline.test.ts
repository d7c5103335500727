/** Many slots answered at once where the network, the phone or somebody else comes in between: nothing lost, nothing twice. */
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { recordFact } from '../../src/actions/record-fact.ts'
import { inputOf } from '../../src/core/fact.ts'
import { DAY_MS, instantOf } from '../../src/core/wall-clock.ts'
import { listFacts } from '../../src/store/facts.ts'
import { startApp } from '../support/app-server.ts'
import { fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { closeAugust } from '../support/closed-month.ts'
import { fourADay } from '../support/four-a-day.ts'
import { wireTo } from '../support/wire.ts'

const UNIT = 'xa-thu'
/** Sunday evening: all 28 have been aired. */
const SUNDAY = instantOf('2025-08-10', '20:00')
const WEDNESDAY = 'thu-2025:A.1:218'
const HOA = { unit: UNIT, id: 'u-hoa', name: 'Hoa' }

async function station() {
  const app = await startApp()
  const wire = await wireTo(app.url)
  app.clock.now = SUNDAY
  await app.adopt(fourADay())
  app.deps.baseUrl = wire.url
  const facts = () => listFacts(app.db, UNIT)
  const settle = () =>
    recordFact({ db: app.db, who: HOA, now: SUNDAY }, WEDNESDAY, inputOf('not-aired', { reason: 'power' }))
  const close = async () => {
    await wire[Symbol.asyncDispose]()
    await app[Symbol.asyncDispose]()
  }
  return { ...app, wire, facts, settle, [Symbol.asyncDispose]: close }
}
type Station = Awaited<ReturnType<typeof station>>

/** The week, seen for the second time: the phone has it, and what lies behind its buttons. */
async function openWeek(page: Page, { wire, signIn }: Station): Promise<void> {
  await signIn(page, UNIT)
  await page.goto(wire.url)
  await page.clock.setFixedTime(SUNDAY)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  const link = await page.getByRole('link', { name: /^Đã phát cả tuần, trừ…/ }).getAttribute('href')
  const isKept = () => page.evaluate(async (href) => Boolean(await caches.match(href ?? '')), link)
  await expect.poll(isKept, { timeout: 10_000 }).toBe(true)
}

const toPreview = (page: Page) => page.getByRole('link', { name: /^Đã phát cả tuần, trừ…/ }).click()
const wednesday = (page: Page) => page.getByRole('checkbox', { name: /05:20 thứ Tư 6\/8\/2025/ })
const submit = (page: Page) => page.getByRole('button', { name: /^Ghi “Đã phát”/ }).click()
const waits = (page: Page) => page.getByText('1 ghi nhận đang chờ gửi')

async function answerOffline(page: Page, app: Station): Promise<void> {
  await openWeek(page, app)
  app.wire.cut()
  await page.reload()
  await toPreview(page)
  await submit(page)
  await waits(page).waitFor()
}

async function nextTab(context: BrowserContext, { wire }: Station): Promise<Page> {
  const page = await context.newPage()
  await page.goto(wire.url)
  return page
}

test('a week answered without a network waits over a closed tab, and each slot is recorded once', async () => {
  await using app = await station()
  await withPage({ width: PHONE }, async (page) => {
    await openWeek(page, app)
    app.wire.cut()
    await page.reload()
    await toPreview(page)
    await page.getByText('đây là bản lưu').waitFor()
    await wednesday(page).click()
    await submit(page)
    await waits(page).waitFor()
    await page.locator('.waiting', { hasText: /Đã phát cả tuần .*, 27 kỳ, bấm lúc 20:00/ }).waitFor()
    expect(await page.getByText('Đang chờ gửi, bấm lúc 20:00').count()).toBe(27)
    // Last week's stand above, a row each.
    const left = page.locator('.day .button:not(.main)').and(page.getByRole('button', { name: /^Đã phát: / }))
    expect(await left.count()).toBe(1)
    expect(await fitsWidth(page)).toBe(true)
    expect(await seriousViolations(page)).toEqual([])

    await toPreview(page)
    await page.getByText('Đang chờ gửi, bấm lúc 20:00').nth(26).waitFor()
    expect(await page.getByRole('checkbox').count()).toBe(1)
    const context = page.context()
    await page.close()
    expect(await app.facts()).toEqual([])

    app.wire.mend()
    const [one, other] = await Promise.all([nextTab(context, app), nextTab(context, app)])
    for (const tab of [one, other]) await waits(tab).waitFor({ state: 'detached' })
    await one.reload()
    await one.getByText('27 kỳ: đã ghi 27 kỳ.').first().waitFor()
    await one.getByRole('link', { name: 'Xem, hoàn tác' }).first().click()
    await one.getByRole('button', { name: 'Hoàn tác cả 27 kỳ' }).waitFor()
    await one.getByRole('button', { name: 'Đã đọc' }).first().click()
    await one.reload()
    await one.getByRole('button', { name: 'Hoàn tác cả 27 kỳ' }).waitFor()
    expect(await one.getByText('27 kỳ: đã ghi 27 kỳ.').count()).toBe(0)
  })
  const facts = await app.facts()
  expect(new Set(facts.map(({ slotId }) => slotId)).size).toBe(27)
  expect(facts.map(({ kind, madeAt }) => [kind, typeof madeAt])).toEqual(facts.map(() => ['aired', 'number']))
  expect(facts.length).toBe(27)
})

test('a week that was sent later and is taken back is told of no more', async () => {
  await using app = await station()
  await withPage({ width: PHONE }, async (page) => {
    await answerOffline(page, app)
    app.wire.mend()
    await page.goto(app.wire.url)
    await page.getByText('28 kỳ: đã ghi 28 kỳ.').waitFor()
    await page.getByRole('link', { name: 'Xem, hoàn tác' }).click()
    await page.getByRole('button', { name: 'Hoàn tác cả 28 kỳ' }).click()
    await page.getByText('Cả 28 kỳ đã được hoàn tác.').waitFor()
    await page.locator('.waiting').waitFor({ state: 'detached' })
    await page.goto(app.wire.url)
    await page
      .getByRole('button', { name: /^Đã phát: / })
      .first()
      .waitFor()
    expect(await page.locator('.waiting').count()).toBe(0)
  })
})

test('recorded, but the answer was lost on the way: sent again it adds nothing', async () => {
  await using app = await station()
  await withPage({ width: PHONE }, async (page) => {
    await openWeek(page, app)
    await toPreview(page)
    await wednesday(page).waitFor()
    app.wire.loseAnswers()
    await submit(page)
    await expect.poll(async () => (await app.facts()).length).toBe(28)
    app.wire.cut()
    await waits(page).waitFor()
    app.wire.mend()
    await page.goto(app.wire.url)
    await page.getByText('28 kỳ: đã ghi 28 kỳ.').waitFor()
  })
  expect((await app.facts()).length).toBe(28)
})

test('a network that went dead without a word: after ten seconds it waits, and goes out when the wire lives', async () => {
  await using app = await station()
  await withPage({ width: PHONE }, async (page) => {
    await openWeek(page, app)
    await page.clock.install({ time: SUNDAY })
    await page.reload()
    await toPreview(page)
    await wednesday(page).waitFor()
    app.wire.die()
    const asked = page.waitForRequest((request) => request.method() === 'POST')
    await submit(page)
    await asked
    await page.clock.runFor(11_000)
    await waits(page).waitFor()
    expect(await app.facts()).toEqual([])
    app.wire.revive()
    await page.clock.runFor(31_000)
    await page.getByText('28 kỳ: đã ghi 28 kỳ.').waitFor()
  })
  expect((await app.facts()).length).toBe(28)
})

test('somebody settles one of its slots meanwhile: it stays, and is named with who said what', async () => {
  await using app = await station()
  await withPage({ width: PHONE }, async (page) => {
    await answerOffline(page, app)
    await app.settle()
    app.wire.mend()
    await page.goto(app.wire.url)
    await page.getByText('28 kỳ: đã ghi 27 kỳ, 1 kỳ giữ nguyên.').waitFor()
    const why = page.getByText(
      '05:20 thứ Tư 6/8/2025, Bản tin buổi sáng của xã: không phát, Hoa ghi lúc 20:00.',
    )
    await why.waitFor()
    await page.reload()
    await why.waitFor()
  })
  const own = (await app.facts()).filter(({ slotId }) => slotId === WEDNESDAY)
  expect(own.map(({ kind, by }) => [kind, by])).toEqual([['not-aired', 'Hoa']])
})

test('the same week from two phones: the second is told of each slot that the first settled', async () => {
  await using app = await station()
  await withPage({ width: PHONE }, async (page) => {
    await answerOffline(page, app)
    app.wire.mend()
    await withPage({ width: PHONE }, async (other) => {
      await app.signIn(other, UNIT, 'leader')
      await other.goto(app.wire.url)
      await toPreview(other)
      await submit(other)
      await other.getByText('Đã ghi 28 kỳ.').waitFor()
    })
    await page.goto(app.wire.url)
    await page.getByText('28 kỳ: đã ghi 0 kỳ, 28 kỳ giữ nguyên.').waitFor()
    await page.getByText('Xem 28 kỳ giữ nguyên').click()
    await page.getByText('05:20 thứ Tư 6/8/2025, Bản tin buổi sáng của xã: đã phát, Y Lan ghi lúc').waitFor()
    expect(await fitsWidth(page)).toBe(true)
    expect(await seriousViolations(page)).toEqual([])
  })
  expect((await app.facts()).length).toBe(28)
})

test('a period that was closed meanwhile takes nothing, and says so of each slot', async () => {
  await using app = await station()
  await withPage({ width: PHONE }, async (page) => {
    await answerOffline(page, app)
    await closeAugust(app.db, UNIT, '')
    app.wire.mend()
    await page.goto(app.wire.url)
    await page.getByText('28 kỳ: đã ghi 0 kỳ, 28 kỳ giữ nguyên.').waitFor()
    await page.getByText('Xem 28 kỳ giữ nguyên').click()
    expect(await page.locator('.waiting details p', { hasText: 'đã chốt' }).count()).toBe(28)
  })
  expect(await app.facts()).toEqual([])
})

const PORTAL: [string, { status: number; contentType: string; body: string }][] = [
  ['a page', { status: 200, contentType: 'text/html', body: '<main>Đăng nhập Wi-Fi</main>' }],
  ['JSON of its own', { status: 200, contentType: 'application/json', body: '{"ok":true,"facts":[]}' }],
  ['a firewall’s refusal', { status: 403, contentType: 'application/json', body: '{"message":"blocked"}' }],
]

test.each(PORTAL)('a portal answers with %s: nothing counts as sent', async (_, answer) => {
  await using app = await station()
  await withPage({ width: PHONE, context: { serviceWorkers: 'block' } }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(app.wire.url)
    await toPreview(page)
    await wednesday(page).click()
    await page.route('**/*', (route) => route.fulfill(answer))
    await submit(page)
    await waits(page).waitFor()
    expect([await app.facts(), await page.getByText('Đăng nhập Wi-Fi').count()]).toEqual([[], 0])
    await page.unroute('**/*')
    await page.goto(app.wire.url)
    await page.getByText('27 kỳ: đã ghi 27 kỳ.').waitFor()
  })
  expect((await app.facts()).length).toBe(27)
})

/** A phone on which nothing more can be stored. */
const fill = (page: Page) =>
  page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })

test('a phone without room records over the network, and tells at once what stayed as it was', async () => {
  await using app = await station()
  await withPage({ width: PHONE }, async (page) => {
    await fill(page)
    await app.signIn(page, UNIT)
    await page.goto(app.wire.url)
    await toPreview(page)
    await wednesday(page).waitFor()
    await app.settle()
    await submit(page)
    await page.getByText('28 kỳ: đã ghi 27 kỳ, 1 kỳ giữ nguyên.').waitFor()
    await page.getByText('05:20 thứ Tư 6/8/2025, Bản tin buổi sáng của xã: không phát, Hoa').waitFor()
    await page.getByRole('link', { name: 'Xem, hoàn tác' }).click()
    await page.getByText('Đã ghi 27 kỳ.').waitFor()
  })
  expect((await app.facts()).length).toBe(28)
})

test('a phone without room and without a network says that nothing is recorded, and keeps what was chosen', async () => {
  await using app = await station()
  await withPage({ width: PHONE }, async (page) => {
    await fill(page)
    await app.signIn(page, UNIT)
    await page.goto(app.wire.url)
    await toPreview(page)
    await wednesday(page).click()
    app.wire.cut()
    await submit(page)
    await page.getByRole('alert').getByText('Chưa ghi gì: không gửi được').waitFor()
    expect([await wednesday(page).isChecked(), await app.facts()]).toEqual([false, []])
    app.wire.mend()
    await submit(page)
    await page.getByText('Đã ghi 27 kỳ.').waitFor()
  })
  expect((await app.facts()).length).toBe(27)
})

test('a phone that keeps no pages stays on the list, where the answer waits', async () => {
  await using app = await station()
  await withPage({ width: PHONE }, async (page) => {
    await openWeek(page, app)
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: app.wire.url, quotaSize: 1 })
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name)
    })
    await toPreview(page)
    await wednesday(page).waitFor()
    app.wire.cut()
    await submit(page)
    await waits(page).waitFor()
    expect(new URL(page.url()).pathname).toBe('/ghi-loat')
    app.wire.mend()
    await page.goto(app.wire.url)
    await page.getByText('28 kỳ: đã ghi 28 kỳ.').waitFor()
  })
  expect((await app.facts()).length).toBe(28)
})

test.each([
  ['a day fast', DAY_MS],
  ['a day slow', -DAY_MS],
  ['in 1970', DAY_MS - SUNDAY],
])(
  'pressed while the phone was %s, sent once its clock is right: aired when it was planned',
  async (_, off) => {
    await using app = await station()
    await withPage({ width: PHONE }, async (page) => {
      await openWeek(page, app)
      await page.clock.setFixedTime(SUNDAY + off)
      await toPreview(page)
      await wednesday(page).waitFor()
      app.wire.cut()
      await submit(page)
      await waits(page).waitFor()
      await page.clock.setFixedTime(SUNDAY)
      app.wire.mend()
      await page.goto(app.wire.url)
      await page.getByText('28 kỳ: đã ghi 28 kỳ.').waitFor()
    })
    const last = (await app.facts()).find(({ slotId }) => slotId === 'thu-2025:A.4:222')
    expect(last?.at).toBe(instantOf('2025-08-10', '18:30'))
  },
)

test('pressed by one and kept while another is signed in: sent when its owner is back', async () => {
  await using app = await station()
  await withPage({ width: PHONE }, async (page) => {
    await answerOffline(page, app)
    const cookies = await page.context().cookies()
    await app.signIn(page, UNIT, 'leader')
    app.wire.mend()
    await page.goto(app.wire.url)
    await page.getByText('bằng tài khoản khác').waitFor()
    expect(await app.facts()).toEqual([])
    await page.context().addCookies(cookies)
    await page.reload()
    await page.getByText('28 kỳ: đã ghi 28 kỳ.').waitFor()
  })
  expect((await app.facts()).length).toBe(28)
})
