/**
 * What an office changes most in a plan, each from the first page to the changed calendar: counted in taps, letters and
 * pages, and in the seconds that somebody new would need for them.
 */
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, withPage } from '../support/browser.ts'
import { samplePlan } from '../support/plans.ts'

const UNIT = 'xa-ngok-tu'
const PLAN = 'ngok-tu-2025'

/** Seconds: to decide and press, to type a letter, to find one's way on a page (keystroke-level model, slow hand). */
const SECONDS = { tap: 3, letter: 0.4, page: 6 }

type Counted = { taps: number; letters: number; pages: number; seconds: number }

/** Whoever sits before the page: everything that they do is counted. */
function handOf(page: Page) {
  const done = { taps: 0, letters: 0, pages: 0 }
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) done.pages++
  })
  const tap = async (where: Locator) => {
    done.taps++
    await where.click()
  }
  return {
    tap,
    link: (name: string | RegExp, within: Locator | Page = page) =>
      tap(within.getByRole('link', { name, exact: typeof name === 'string' }).first()),
    button: (name: string | RegExp) => tap(page.getByRole('button', { name })),
    type: async (where: Locator, text: string) => {
      done.taps++
      done.letters += text.length
      await where.fill(text)
    },
    choose: async (where: Locator, label: string) => {
      done.taps += 2
      await where.selectOption({ label })
    },
    counted: (): Counted => {
      const { taps, letters, pages } = done
      const seconds = Math.ceil(taps * SECONDS.tap + letters * SECONDS.letter + pages * SECONDS.page)
      return { ...done, seconds }
    },
  }
}

type Hand = ReturnType<typeof handOf>

const openPlan = async (page: Page, hand: Hand) => {
  await hand.link('Kế hoạch')
  await hand.link(/Truyền thông về cải cách/)
  await page.getByRole('heading', { level: 1 }).waitFor()
}
const adopt = async (page: Page, hand: Hand) => {
  await hand.button(/^Áp dụng bản \d+ từ /)
  await page.waitForURL('**xong=ap-dung')
}
const obligationOf = (page: Page) => page.locator('[id="nhiem-vu-C.I.2.a"]')

const TASKS: [string, (page: Page, hand: Hand) => Promise<void>][] = [
  [
    'another hour',
    async (page, hand) => {
      await openPlan(page, hand)
      await hand.link(/^Sửa nhiệm vụ này/, obligationOf(page))
      await hand.type(page.getByLabel('Lúc', { exact: true }), '17:15')
      await hand.button('Lưu và xem thay đổi lịch')
      await adopt(page, hand)
    },
  ],
  [
    'an obligation more',
    async (page, hand) => {
      await openPlan(page, hand)
      await hand.link('Sửa kế hoạch, xếp giờ')
      await hand.link('Thêm nhiệm vụ')
      await hand.type(page.getByLabel('Mục trong kế hoạch'), 'C.I.4')
      await hand.type(page.getByLabel('Nhiệm vụ', { exact: true }), 'Bản tin nông thôn mới')
      await hand.type(page.getByLabel('Kế hoạch viết'), 'mỗi tháng 01 số bản tin')
      await hand.choose(page.getByLabel('Lặp lại thế nào'), 'Hằng tháng, vào một thứ: thứ Ba đầu tháng')
      await hand.tap(page.locator('[name=thu][value=FR]'))
      await hand.tap(page.locator('[name=tuan][value="1"]'))
      await hand.type(page.getByLabel('Lúc', { exact: true }), '11:00')
      await hand.button('Lưu và xem thay đổi lịch')
      await adopt(page, hand)
    },
  ],
  [
    'a corrected rule',
    async (page, hand) => {
      await openPlan(page, hand)
      await hand.link(/^Sửa nhiệm vụ này/, obligationOf(page))
      await hand.tap(page.locator('[name=thu][value=MO]'))
      await hand.tap(page.locator('[name=thu][value=WE]'))
      await hand.button('Lưu và xem thay đổi lịch')
      await adopt(page, hand)
    },
  ],
  [
    'silent days',
    async (page, hand) => {
      await openPlan(page, hand)
      await hand.link('Sửa kế hoạch, xếp giờ')
      await hand.link('Sửa tên, số, ngày, cơ quan')
      await hand.tap(page.locator('[name=p-im][value=SU]'))
      await hand.button('Lưu vào bản nháp')
      await hand.link('Xem bản này sẽ đổi gì')
      await adopt(page, hand)
    },
  ],
  [
    'a plan less',
    async (page, hand) => {
      await openPlan(page, hand)
      await hand.tap(page.getByText('Gỡ kế hoạch…'))
      await hand.button('Gỡ kế hoạch')
      await page.getByText('Đã gỡ kế hoạch và lịch của nó.').waitFor()
    },
  ],
]

test('each of the five takes less than two minutes', async () => {
  await using app = await startApp()
  app.clock.now = instantOf('2025-08-20', '08:00')
  await app.adopt(samplePlan(PLAN))
  const counted: [string, Counted][] = []
  await withPage({ width: DESKTOP }, async (page) => {
    await app.signIn(page, UNIT, 'leader')
    for (const [name, task] of TASKS) {
      await page.goto(app.url)
      const hand = handOf(page)
      await task(page, hand)
      counted.push([name, hand.counted()])
    }
  })
  expect(counted.map(([name, { taps, seconds }]) => [name, taps, seconds])).toEqual([
    ['another hour', 6, 50],
    ['an obligation more', 14, 100],
    ['a corrected rule', 7, 51],
    ['silent days', 8, 66],
    ['a plan less', 4, 30],
  ])
  expect(counted.filter(([, { seconds }]) => seconds > 120)).toEqual([])
}, 120_000)
