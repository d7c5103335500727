/** Every page of the calendar in a browser: on a phone, on a desk, and on paper. */
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { openSession } from '../../src/accounts/session.ts'
import { createUser } from '../../src/accounts/user.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { planData, planOf, samplePlan } from '../support/plans.ts'
import { MONDAY } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const PAGES = {
  'this week': '/',
  'another week': '/tuan/2025-W40',
  'a month': '/thang/2025-09',
  'a month with a week of nothing': '/thang/2025-11',
  'a year': '/nam/2025',
  'a slot': '/khung/ngok-tu-2025:C.I.2.c:08.r1',
  'a slot without a day': '/khung/ngok-tu-2025:C.I.3.%C4%91:01',
  'the plans': '/ke-hoach',
  'a plan': '/ke-hoach/ngok-tu-2025',
  'an obligation with slots': '/nhiem-vu/ngok-tu-2025/C.I.2.c',
  'an obligation without': '/nhiem-vu/ngok-tu-2025/C.II.2',
  'what nobody confirmed': '/chua-xac-nhan',
  'the count': '/chi-tieu/2025',
  'the slots of a count': '/chi-tieu/2025/ky?nhiemVu=C.I.2.a',
  'the reports': '/bao-cao',
  'a report': '/bao-cao/2025/Q3',
  'the log': '/nhat-ky',
  incidents: '/su-co',
  'the content': '/noi-dung/2025-08',
  topics: '/chu-de',
  'what waits for approval': '/duyet',
  subscriptions: '/lich-ical',
  reminders: '/nhac-viec',
  'an account': '/tai-khoan',
  'a week that is none': '/tuan/2025-W99',
  'an address that is none': '/khong-co',
}

const app = await startApp()
afterAll(() => app[Symbol.asyncDispose]())
await app.adopt(samplePlan('ngok-tu-2025'))
const viewer = await createUser(app.db, { unit: UNIT, name: 'Y Lan', role: 'viewer' }, MONDAY)
if (!viewer.ok) throw new Error(viewer.problem.detail)
const session = await openSession(app.db, { unit: UNIT, id: viewer.value.id }, MONDAY)
const cookie = {
  ...{ name: 'nhip_song', value: session, domain: '127.0.0.1', path: '/', expires: -1 },
  ...{ httpOnly: true, secure: false, sameSite: 'Lax' as const },
}

const context = { storageState: { cookies: [cookie], origins: [] } }

const visit = <T>(path: string, width: number, use: (page: Page) => Promise<T>) =>
  withPage({ width, context }, async (page) => {
    await page.goto(app.url + path)
    return use(page)
  })

/** What a thumb would miss. A link inside a sentence is as high as its line; a card's link covers the card. */
const smallTargets = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a, button, summary, input:not([type=hidden])')]
      .filter((target) => target.checkVisibility() && !target.closest('.skip, .say'))
      .filter((target) => getComputedStyle(target, '::after').position !== 'absolute')
      // Twelve months share the width of a phone: each row of them leads to its obligation as a whole.
      .filter((target) => !target.closest('.count-matrix td'))
      .map((target) => target.closest('label') ?? target)
      .map((target) => ({ words: target.innerText, ...target.getBoundingClientRect().toJSON() }))
      .filter(({ width, height }) => width < 47.9 || height < 47.9)
      .map(({ words, width, height }) => `${words}: ${width}×${height}`),
  )

describe.each(Object.entries(PAGES))('the page of %s', (_, path) => {
  it('fits a phone, has targets for a thumb, and axe finds nothing serious', async () => {
    const seen = await visit(path, PHONE, async (page) => ({
      fits: await fitsWidth(page),
      small: await smallTargets(page),
      violations: await seriousViolations(page),
    }))
    expect(seen).toEqual({ fits: true, small: [], violations: [] })
  })

  it('fits a desk, and axe finds nothing serious', async () => {
    const seen = await visit(path, DESKTOP, async (page) => ({
      fits: await fitsWidth(page),
      violations: await seriousViolations(page),
    }))
    expect(seen).toEqual({ fits: true, violations: [] })
  })
})

const LONG_TITLE =
  'Chuyên mục tuyên truyền nâng cao nhận thức, phổ biến kiến thức về chuyển đổi số, cải cách hành chính và Nghị quyết số 57-NQ/TW trên hệ thống truyền thanh cơ sở'

/** Airings each day, at these hours. */
const crowded = (code: string, title: string, hours: string[]) =>
  planOf(
    planData(
      {},
      {
        ...{ id: `${code}-2025`, unit: { code, name: `UBND ${code}` } },
        obligations: hours.map((time, i) => ({
          ...{ id: `A.${i + 1}`, title, channels: ['loudspeaker'], lead: 'Phòng Văn hoá - Xã hội' },
          quote: 'nguyên văn',
          cadence: {
            ...{ kind: 'rate', rrule: 'FREQ=DAILY', time, duration: 15 },
            window: { from: '2025-08-01', to: '2025-08-31' },
          },
        })),
      },
    ),
  )

describe('the week on paper', () => {
  it.each([
    [28, 'tight', crowded('xa-dong', LONG_TITLE.slice(0, 100), ['05:00', '11:15', '17:00', '19:00'])],
    [42, 'clipped', crowded('xa-chat', LONG_TITLE, ['05:00', '05:30', '11:15', '17:00', '17:30', '19:00'])],
  ])('is one sheet of A4 with %i slots, set %s', async (slots, density, plan) => {
    await app.adopt(plan)
    const pdf = await withPage({ width: DESKTOP }, async (page) => {
      await app.signIn(page, plan.unit.code)
      await page.goto(`${app.url}/tuan/2025-W32`)
      expect(await page.locator(`.sheet-week.${density} tbody .hour`).count()).toBe(slots)
      return page.pdf({ preferCSSPageSize: true })
    })
    expect(pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1)
  })

  it.each(['/tuan/2025-W32', '/tuan/2025-W40', '/tuan/2025-W52'])('%s is one sheet of A4', async (path) => {
    const pdf = await visit(path, DESKTOP, (page) => page.pdf({ preferCSSPageSize: true }))
    const text = pdf.toString('latin1')
    expect(text.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1)
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? []
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842])
  })

  it('holds the table, the signatures and the address, and nothing of the screen', async () => {
    const seen = await visit('/tuan/2025-W32', DESKTOP, async (page) => {
      await page.emulateMedia({ media: 'print' })
      return page.evaluate(() => ({
        heads: [...document.querySelectorAll<HTMLElement>('.sheet-week thead th')].map((th) => th.innerText),
        signs: [...document.querySelectorAll('.sheet-week .sign')].map(
          (sign) => sign.firstChild?.textContent,
        ),
        codes: document.querySelectorAll('.sheet-week svg').length,
        screen: [...document.querySelectorAll<HTMLElement>('.bar, .screen')].map((part) => part.offsetHeight),
      }))
    })
    expect(seen).toEqual({
      heads: ['Thứ, ngày', 'Giờ', 'Nội dung', 'PM/PL', 'Thời lượng', 'Người thực hiện', 'Kết quả'],
      signs: ['Cán bộ đài truyền thanh', 'Lãnh đạo UBND'],
      codes: 1,
      screen: [0, 0],
    })
  })
})

it('a year of twenty obligations is one sheet of A4, laid across', async () => {
  const pdf = await visit('/nam/2025', DESKTOP, (page) => page.pdf({ preferCSSPageSize: true }))
  expect(pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1)
})

/** Bytes over the wire: fonts are compressed already. */
async function weight(url: string): Promise<number> {
  const answer = await fetch(url, { headers: { cookie: `nhip_song=${session}` } })
  const body = Buffer.from(await answer.arrayBuffer())
  return url.endsWith('.woff2') ? body.length : gzipSync(body).length
}

describe('the first load of the week', () => {
  it('takes at most 80 KB over the wire, fonts and all', async () => {
    const parts = await visit('/', DESKTOP, async (page) => {
      await page.evaluate(() => document.fonts.ready)
      return page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    })
    expect(parts.filter((part) => part.endsWith('.woff2'))).toHaveLength(2)
    const bytes = await Promise.all([`${app.url}/`, ...parts].map(weight))
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(80 * 1024)
  })
})

describe('without JavaScript', () => {
  it('the way through the calendar is links, and folded parts open', async () => {
    const seen = await withPage({ width: PHONE, script: false, context }, async (page) => {
      await page.goto(`${app.url}/tuan/2025-W32`)
      await page.getByText('Cả năm').click()
      const folded = await page.locator('.spans').getByText('Hoạt động văn hóa, văn nghệ').isVisible()
      await page.getByRole('link', { name: 'Tuần 33' }).click()
      const heading = await page.locator('h1').innerText()
      await page
        .locator('.slot')
        .getByRole('link', { name: /Chuyên mục phát thanh/ })
        .click()
      return { folded, heading, slot: await page.locator('h1').innerText() }
    })
    expect(seen).toEqual({
      folded: true,
      heading: 'Tuần 33',
      slot: 'Chuyên mục phát thanh về chuyển đổi số trên hệ thống truyền thanh xã',
    })
  })
})

describe('an address that names nothing', () => {
  it('keeps the ways elsewhere for somebody signed in, and leads others to sign in', async () => {
    const [ours, strangers] = await Promise.all(
      [{ cookie: session }, {}].map(async (init) => (await app.ask('/khong-co', init)).text()),
    )
    expect(
      [ours, strangers].map((text) => [
        text?.includes('class="nav"'),
        /Về trang tuần|Đến trang đăng nhập/.exec(text ?? '')?.[0],
      ]),
    ).toEqual([
      [true, 'Về trang tuần'],
      [false, 'Đến trang đăng nhập'],
    ])
  })
  it.each([
    ['/tuan/2025-W99', 400, 'Năm 2025 có các tuần từ 1 đến 52, không có tuần 99.'],
    ['/tuan/hom-nay', 404, 'Địa chỉ của một tuần viết như 2025-W32'],
    ['/thang/2025-13', 400, 'Không có tháng 13'],
    ['/nam/20255', 404, 'Địa chỉ của một năm viết như 2025'],
    ['/khung/khong-co', 404, 'Không có kỳ này'],
    ['/ke-hoach/khong-co', 404, 'Không có kế hoạch này.'],
  ])('%s is answered %i, in words', async (path, status, words) => {
    const answer = await app.ask(path, { cookie: session })
    expect([answer.status, (await answer.text()).includes(words)]).toEqual([status, true])
  })
})
