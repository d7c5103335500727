import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { listFacts } from '../../src/store/facts.ts'
import { listSlots } from '../../src/store/slots.ts'
import { startApp } from '../support/app-server.ts'
import { fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { planData, planOf } from '../support/plans.ts'
import { wireTo } from '../support/wire.ts'

/** Sunday 10/8/2025 in the evening, in a unit with one obligation of each kind that has no week of its own. */
const SUNDAY = instantOf('2025-08-10', '19:00')
const UNIT = 'xa-thu'
const obligation = (id: string, title: string, channels: string[], cadence: Record<string, unknown>) => ({
  ...{ id, title, channels, cadence },
  ...{ lead: 'Văn phòng', quote: `nguyên văn của ${id}` },
})
const plan = planOf(
  planData(
    {},
    {
      inForceFrom: '2025-07-01',
      obligations: [
        obligation('A.1', 'Cập nhật tin bài', ['portal'], { kind: 'continuous' }),
        obligation('A.2', 'Phát tin về bầu cử', ['loudspeaker'], {
          ...{ kind: 'event-offset', days: 7, times: ['05:30', '11:00', '17:30'], duration: 10 },
        }),
        obligation('A.3', 'Hội thi của tỉnh', ['event'], {
          ...{ kind: 'window', window: { from: '2025-07-01', to: '2025-09-30' }, conditional: true },
        }),
        obligation('A.4', 'Đăng bài về chuyển đổi số', ['social'], {
          ...{ kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=4', time: '09:00', start: '2025-07-18' },
        }),
      ],
    },
  ),
)

async function unit() {
  const app = await startApp()
  app.clock.now = SUNDAY
  await app.adopt(plan)
  const told = async () =>
    (await listFacts(app.db, UNIT)).map(({ obligationId, slotId, kind, place, reason }) =>
      [obligationId, slotId?.slice(-2), kind, place, reason].filter((part) => part != null).join(' '),
    )
  return { app, told }
}

test('a continuous obligation is logged in one tap beside the week, and taken back', async () => {
  const { app, told } = await unit()
  await using _ = app
  const seen = await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(app.url)
    const line = page.locator('.always li')
    const before = await line.locator('small').textContent()
    await line.getByRole('button', { name: 'Đã đăng: Cập nhật tin bài' }).click()
    await line.getByText('Y Lan ghi lúc 19:00').waitFor()
    await line.getByRole('button', { name: 'Hoàn tác' }).click()
    await line.getByText('chưa ghi lần nào').waitFor()
    await line.getByRole('button', { name: 'Đã đăng: Cập nhật tin bài' }).click()
    await line.getByText('Y Lan ghi lúc 19:00').waitFor()
    app.clock.now += 3_600_000
    await page.reload()
    const after = await line.locator('small').textContent()
    return { before, after, fits: await fitsWidth(page), violations: await seriousViolations(page) }
  })
  expect(seen).toEqual({
    before: 'chưa ghi lần nào',
    after: 'lần ghi gần nhất 10/8',
    fits: true,
    violations: [],
  })
  expect(await told()).toEqual(['A.1 posted', 'A.1 correction', 'A.1 posted'])
})

test('its page takes day, link and place, also without JavaScript, and says how often and how long not', async () => {
  const { app } = await unit()
  await using _ = app
  const seen = await withPage({ width: PHONE, script: false }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(app.url)
    await page.getByRole('link', { name: 'Cập nhật tin bài' }).click()
    await page.getByLabel('Ngày').fill('2025-08-20')
    await page.getByRole('button', { name: 'Ghi: đã đăng' }).click()
    const refused = await page.locator('.field.wrong .error').textContent()
    await page.getByLabel('Ngày').fill('2025-07-22')
    await page.getByLabel('Giờ').fill('09:15')
    await page.getByLabel('Nơi đăng').fill('Cổng của xã')
    await page.getByLabel('Đường dẫn').fill('https://xa.vn/tin/1')
    await page.getByRole('button', { name: 'Ghi: đã đăng' }).click()
    return {
      refused,
      say: (await page.locator('.say').textContent())?.replace(/\s+/g, ' ').trim(),
      figures: await page.locator('.figures dd').allTextContents(),
      details: await page.locator('.history .meta span').allTextContents(),
      link: await page.getByRole('link', { name: 'https://xa.vn/tin/1' }).count(),
    }
  })
  expect(seen).toEqual({
    refused: 'Thời điểm ở tương lai: hãy xem lại ngày giờ, hoặc đồng hồ của máy.',
    say: 'Lần gần nhất thứ Ba 22/7/2025 (cách đây 19 ngày).',
    figures: ['1', '21 ngày'],
    details: ['việc lúc 09:15 thứ Ba 22/7/2025', 'Cổng của xã'],
    link: 2,
  })
})

test('two logs without a network are both kept, and each is sent once', async () => {
  const { app, told } = await unit()
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
      await page.clock.setFixedTime(SUNDAY + waiting * 1000)
      await page.getByRole('button', { name: 'Đã đăng: Cập nhật tin bài' }).click()
      await page.getByText(`${waiting} ghi nhận đang chờ gửi`).waitFor()
    }
    expect(await told()).toEqual([])
    wire.mend()
    await page.reload()
    await page.getByText('ghi nhận đang chờ gửi').waitFor({ state: 'detached' })
    await page.locator('.always').getByText('Y Lan ghi lúc').waitFor()
  })
  expect(await told()).toEqual(['A.1 posted', 'A.1 posted'])
})

test('the day of an event makes its slots; "không phát sinh" settles what the plan asks for only if there is any', async () => {
  const { app, told } = await unit()
  await using _ = app
  await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(`${app.url}/nhiem-vu/thu-2025/A.2`)
    await page.getByText('Chưa có ngày sự kiện').waitFor()
    await page.getByLabel('Ngày').fill('2025-08-12')
    await page.getByRole('button', { name: 'Đặt ngày và xếp lịch' }).click()
    await page.getByText('21 kỳ trong lịch, đã thực hiện 0.').waitFor()
    expect(await fitsWidth(page)).toBe(true)
    expect(await seriousViolations(page)).toEqual([])
    await page.goto(app.url)
    await page.getByRole('link', { name: 'Hội thi của tỉnh' }).click()
    await page.getByRole('link', { name: 'Không phát sinh…' }).click()
    await page.getByRole('button', { name: 'Ghi: không phát sinh' }).click()
    await page.getByText('Không tính vào tổng nào.', { exact: true }).waitFor()
  })
  expect(await told()).toEqual(['A.2 moved', 'A.3 01 not-aired not-triggered'])
  const slots = await listSlots(app.db, UNIT, { obligationId: 'A.2' })
  expect([slots[0], slots.at(-1)].map((one) => `${one?.slot.date} ${one?.slot.time}`)).toEqual([
    '2025-08-12 05:30',
    '2025-08-18 17:30',
  ])
})

test('"có phát sinh" gives what the plan asks for only if there is any a day in the calendar', async () => {
  const { app, told } = await unit()
  await using _ = app
  await withPage({ width: PHONE, script: false }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(`${app.url}/khung/thu-2025%3AA.3%3A01`)
    await page.getByRole('link', { name: 'Có phát sinh…' }).click()
    await page.getByLabel('Ngày').fill('2025-08-15')
    await page.getByRole('button', { name: 'Đưa vào lịch' }).click()
    await page.goto(`${app.url}/tuan/2025-W33`)
    await page
      .locator('#ngay-2025-08-15')
      .getByRole('link', { name: 'Hội thi của tỉnh', exact: true })
      .waitFor()
  })
  expect(await told()).toEqual(['A.3 01 moved'])
})

test('a post that failed on Facebook leaves the one on Zalo as it is, and the slot done', async () => {
  const { app, told } = await unit()
  await using _ = app
  const seen = await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(app.url)
    await page.locator('#ngay-2025-08-08').getByRole('link', { name: 'Từng nơi đăng…' }).click()
    const places = page.locator('.places li')
    await places.filter({ hasText: 'Zalo' }).getByRole('button', { name: 'Đã đăng' }).click()
    await page.locator('.hero').getByText('Zalo: đã đăng').waitFor()
    await places.filter({ hasText: 'Facebook' }).getByRole('link', { name: 'Không đăng…' }).click()
    await page.getByLabel('Hỏng máy').check()
    await page.getByRole('button', { name: 'Ghi: không đăng' }).click()
    await page.locator('.hero').getByText('Facebook: không đăng').waitFor()
    return {
      places: (await places.locator('.place').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ')),
      tag: await page.locator('.stand .tag').textContent(),
      fits: await fitsWidth(page),
      violations: await seriousViolations(page),
    }
  })
  expect(seen).toEqual({
    places: ['Zalo Đã đăng', 'Facebook Không đăng hỏng máy'],
    tag: 'Đã đăng',
    fits: true,
    violations: [],
  })
  expect(await told()).toEqual(['A.4 04 posted Zalo', 'A.4 04 not-aired Facebook equipment'])
})

test('what nobody confirmed before last week is counted on the week and listed on a page of its own', async () => {
  const { app, told } = await unit()
  await using _ = app
  const months = await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(app.url)
    await page.getByRole('link', { name: 'Còn 2 kỳ cũ hơn chưa xác nhận.' }).click()
    await page.getByText('3 lượt đăng').waitFor()
    await page.getByRole('button', { name: 'Đã đăng' }).last().click()
    await page.getByText('2 lượt đăng').waitFor()
    expect(await fitsWidth(page)).toBe(true)
    expect(await seriousViolations(page)).toEqual([])
    return page.locator('.day > h2').allTextContents()
  })
  expect(months).toEqual(['Tháng 8/2025', 'Tháng 7/2025'])
  expect(await told()).toEqual(['A.4 01 posted'])
})
