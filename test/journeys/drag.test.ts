import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { listFacts } from '../../src/store/facts.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, PHONE, withPage } from '../support/browser.ts'
import { closeAugust } from '../support/closed-month.ts'
import { planData, planOf } from '../support/plans.ts'

const UNIT = 'xa-thu'
const YEAR = { from: '2025-08-01', to: '2025-12-31' }
const NOW = instantOf('2025-08-13', '08:00')

/** Fridays at 05:30, heard again on the day after at 17:00; another programme every Thursday at 17:00. */
async function office() {
  const app = await startApp()
  app.clock.now = NOW
  const reruns = { times: 1, afterDays: [1], time: '17:00' }
  const own = {
    kind: 'rate',
    window: YEAR,
    rrule: 'FREQ=WEEKLY;BYDAY=FR',
    time: '05:30',
    duration: 15,
    reruns,
  }
  const other = { kind: 'rate', window: YEAR, rrule: 'FREQ=WEEKLY;BYDAY=TH', time: '17:00', duration: 15 }
  await app.adopt(planOf(planData(own, { inForceFrom: '2025-08-01' }, { title: 'Chuyên mục' })))
  await app.adopt(
    planOf(planData(other, { id: 'khac-2025', inForceFrom: '2025-08-01' }, { title: 'Bản tin khác' })),
  )
  const moves = async () =>
    (await listFacts(app.db, UNIT)).filter(({ kind }) => kind === 'moved').map(({ to }) => to)
  return { ...app, moves }
}

/** The first so called, or that of a day. */
async function pickUp(page: Page, text: string, day?: string) {
  // The script comes after the page has loaded: a slot that is picked up before lies where it lay.
  await page.locator('html.drags').waitFor()
  const place = day === undefined ? '[data-day]' : `[data-day="${day}"]`
  const slot = page.locator(`${place} [data-move]`, { hasText: text }).first()
  await slot.scrollIntoViewIfNeeded()
  const box = await slot.boundingBox()
  if (!box) throw new Error(`nothing called ${text}`)
  await page.mouse.move(box.x + box.width / 2, box.y + 10)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 + 12, box.y + 18, { steps: 4 })
}

/** The slot of 15 August in hand, over a month that has asked what dropping it on `day` would do. */
async function carryInMonth(app: Awaited<ReturnType<typeof office>>, page: Page, day: string) {
  await app.signIn(page, UNIT)
  await page.goto(`${app.url}/thang/2025-08`)
  await pickUp(page, 'Chuyên mục', '2025-08-15')
  await page.locator(`[data-drop="${day}"][data-asks]`).waitFor()
}

/** What the bar says of the place under the mouse. */
const said = (page: Page, words: string) =>
  page.locator('.drop-words').getByText(words, { exact: true }).waitFor()

const over = (page: Page, day: string) => overPlace(page, `[data-drop="${day}"]`)

async function overPlace(page: Page, place: string) {
  const target = page.locator(place)
  await target.waitFor()
  const box = await target.boundingBox()
  if (!box) throw new Error(`no place ${place}`)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 12, { steps: 6 })
  // A mouse that rests over a place goes on telling so; a driven one only when it moves.
  await page.mouse.move(box.x + box.width / 2 + 3, box.y + box.height - 12, { steps: 3 })
  return target
}

test('in a month a slot is dragged to another day: the form opens filled in, asks about the rerun, and writes nothing', async () => {
  await using app = await office()
  await withPage({ width: DESKTOP }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(`${app.url}/thang/2025-08`)
    await pickUp(page, 'Chuyên mục')
    await over(page, '2025-08-20')
    await page.mouse.up()
    await page.waitForURL(/\/ghi\/doi\?/)
    expect(await page.getByLabel('Ngày').inputValue()).toBe('2025-08-20')
    expect(await page.getByLabel('Giờ').inputValue()).toBe('05:30')
    await page.getByText('Dời cả các lần phát lại').waitFor()
    expect(await app.moves()).toEqual([])
    await page.getByRole('button', { name: 'Dời', exact: true }).click()
    await page.waitForURL(/\/thang\/2025-08/)
    expect((await app.moves()).map((to) => to?.date).sort()).toEqual(['2025-08-20', '2025-08-21'])
    await page
      .getByText(/^Đã dời “Chuyên mục” sang thứ Tư 20\/8\/2025, 05:30, cùng 1 lần phát lại: 21\/8/)
      .waitFor()
    await page.getByRole('button', { name: /^Hoàn tác/ }).click()
    await page.getByText('14 khung trong tháng: chưa xác nhận 5, còn 9.').waitFor()
    expect((await listFacts(app.db, UNIT)).filter(({ kind }) => kind === 'correction').length).toBe(2)
  })
})

test('dropped where it stands, nothing happens; over a day that has passed it is told what that would say', async () => {
  await using app = await office()
  await withPage({ width: DESKTOP }, async (page) => {
    await carryInMonth(app, page, '2025-08-05')
    await over(page, '2025-08-05')
    await said(page, 'thứ Ba 5/8/2025, 05:30 đã qua: chỉ dời đến đó khi việc đã làm lúc ấy.')
    await over(page, '2025-08-15')
    await said(page, 'Không dời đến đây được: trùng ngày giờ hiện tại của kỳ.')
    await page.mouse.up()
    await page.locator('.drop-words').waitFor({ state: 'detached' })
    expect([new URL(page.url()).pathname, await app.moves()]).toEqual(['/thang/2025-08', []])
  })
})

test('a slot of a closed period is moved with a reason alone, which the mouse says and the form asks', async () => {
  await using app = await office()
  await closeAugust(app.db, UNIT, '')
  await withPage({ width: DESKTOP }, async (page) => {
    await carryInMonth(app, page, '2025-08-20')
    await over(page, '2025-08-20')
    await said(
      page,
      'Kỳ tháng 8 năm 2025 đã chốt ngày 04/8/2025 (Anh Sơn). Dời thì phải ghi lý do ở ghi chú.',
    )
    await page.mouse.up()
    await page.waitForURL(/\/ghi\/doi\?/)
    await page.getByRole('button', { name: 'Dời', exact: true }).click()
    await page.getByLabel('Vì sao phải sửa').fill('Loa hỏng')
    expect(await app.moves()).toEqual([])
    await page.getByRole('button', { name: 'Ghi như một lần sửa' }).click()
    await page.waitForURL(/\/thang\/2025-08/)
    expect((await app.moves()).map((to) => to?.date).sort()).toEqual(['2025-08-20', '2025-08-21'])
  })
})

test.each([
  ['its card', '2025-08-14', '.day', ['2025-08-14', '2025-08-15']],
  [
    'the row of all days, for one that shows no card',
    '2025-08-13',
    '.drop-week',
    ['2025-08-13', '2025-08-14'],
  ],
])(
  'in a week a slot is dragged to another day by %s, with the same question',
  async (_, day, where, moved) => {
    await using app = await office()
    await withPage({ width: DESKTOP }, async (page) => {
      await app.signIn(page, UNIT)
      await page.goto(app.url)
      await pickUp(page, 'Chuyên mục')
      await page.locator('.drop-week [data-drop="2025-08-15"][data-refused]').waitFor()
      await overPlace(page, `${where} [data-drop="${day}"], ${where}[data-drop="${day}"]`)
      await page.mouse.up()
      await page.waitForURL(/\/ghi\/doi\?/)
      expect(await page.getByLabel('Ngày').inputValue()).toBe(day)
      expect(await page.getByLabel('Giờ').inputValue()).toBe('05:30')
      await page.getByText('Dời cả các lần phát lại').waitFor()
      expect(await app.moves()).toEqual([])
      await page.getByRole('button', { name: 'Dời', exact: true }).click()
      await page.waitForURL((url) => url.pathname === '/')
      expect((await app.moves()).map((to) => to?.date).sort()).toEqual(moved)
    })
  },
)

test('in a week a slot is dragged to another hour: what airs then is said, reruns keep their days, and it is taken back', async () => {
  await using app = await office()
  await withPage({ width: DESKTOP }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(app.url)
    await pickUp(page, 'Chuyên mục')
    const taken = page.locator('[data-drop="2025-08-14T17:00"][data-asks]')
    await taken.waitFor()
    expect(await taken.getAttribute('data-asks')).toBe('Trùng giờ với “Bản tin khác” (17:00). Vẫn dời được.')
    expect(await page.locator('[data-drop="2025-08-15T17:00"][data-asks]').count()).toBe(0)
    await overPlace(page, '[data-drop="2025-08-15T17:00"]')
    await page.mouse.up()
    await page.waitForURL(/\/ghi\/doi\?/)
    expect(await page.getByLabel('Ngày').inputValue()).toBe('2025-08-15')
    expect(await page.getByLabel('Giờ').inputValue()).toBe('17:00')
    expect(await page.getByText('Dời cả các lần phát lại').count()).toBe(0)
    expect(await app.moves()).toEqual([])
    await page.getByRole('button', { name: 'Dời', exact: true }).click()
    await page.waitForURL((url) => url.pathname === '/')
    expect(await app.moves()).toEqual([{ date: '2025-08-15', time: '17:00' }])
    await page
      .getByRole('button', { name: /^Hoàn tác/ })
      .first()
      .click()
    await page.locator('.day time', { hasText: '05:30' }).waitFor()
  })
})

test('an hour that no programme has is typed: the form opens with the day alone', async () => {
  await using app = await office()
  await withPage({ width: DESKTOP }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(app.url)
    await pickUp(page, 'Chuyên mục')
    await overPlace(page, '[data-drop="2025-08-14T"]')
    await page.mouse.up()
    await page.waitForURL(/\/ghi\/doi\?/)
    expect(await page.getByLabel('Ngày').inputValue()).toBe('2025-08-14')
    expect(await page.getByLabel('Giờ').inputValue()).toBe('')
  })
})

test('Esc gives a drag up, and nothing is left of it', async () => {
  await using app = await office()
  await withPage({ width: DESKTOP }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(`${app.url}/thang/2025-08`)
    await pickUp(page, 'Chuyên mục')
    await over(page, '2025-08-20')
    await page.locator('[data-drop="2025-08-01"][data-refused]').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.drop-words').waitFor({ state: 'detached' })
    await page.mouse.up()
    expect(await page.locator('[data-drop], .dragged').count()).toBe(0)
    expect(new URL(page.url()).pathname).toBe('/thang/2025-08')
    expect(await app.moves()).toEqual([])
  })
})

test('a phone loads nothing of it, and who may only look has nothing to drag', async () => {
  await using app = await office()
  await withPage({ width: PHONE }, async (page) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await app.signIn(page, UNIT)
    await page.goto(`${app.url}/thang/2025-08`)
    await page.locator('.entry', { hasText: 'Chuyên mục' }).first().waitFor()
    expect(asked.filter((path) => path.includes('drag'))).toEqual([])
  })
  await withPage({ width: DESKTOP }, async (page) => {
    await app.signIn(page, UNIT, 'viewer')
    await page.goto(`${app.url}/thang/2025-08`)
    await page.locator('.entry', { hasText: 'Chuyên mục' }).first().waitFor()
    expect(await page.locator('[data-move]').count()).toBe(0)
  })
})
