/** A province makes its communes, hands them a plan, asks who lags, and reads how the quarter ended. */

import type { Page } from 'playwright-core'
import { readSheet } from 'read-excel-file/universal'
import { expect, test, vi } from 'vitest'
import { createUser } from '../../src/accounts/user.ts'
import { adoptEdition } from '../../src/actions/adopt.ts'
import { saveDraft } from '../../src/actions/drafting.ts'
import { draftEdition } from '../../src/actions/editions.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { calendars } from '../../src/calendars.ts'
import { inputOf } from '../../src/core/fact.ts'
import { ANY_TIME } from '../../src/core/notice/notice.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { tick } from '../../src/scheduler/tick.ts'
import { findEdition } from '../../src/store/editions.ts'
import { listMessages } from '../../src/store/outbox.ts'
import { listSlots } from '../../src/store/slots.ts'
import { setStation } from '../../src/store/stations.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { saveConfirmed } from '../support/people.ts'
import { planData, planOf } from '../support/plans.ts'

// On a libSQL server each of its many steps waits for an answer.
vi.setConfig({ testTimeout: 180_000 })

const PROVINCE = 'tinh-quang-ngai'
const PLAN = 'truyen-thong-2026'
const CSV = `ten,loai,ma_hanh_chinh
UBND xã Sơn Hà,xa,21325
UBND xã Ba Tơ,xa,21484
UBND đặc khu Lý Sơn,dac-khu,21548
`
const plan = planOf(
  planData(
    {
      ...{ kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=MO', time: '05:30', duration: 15, declared: 52 },
      window: { from: '2026-01-01', to: '2026-12-31' },
    },
    {
      ...{ id: PLAN, title: 'Tuyên truyền chuyển đổi số tỉnh Quảng Ngãi năm 2026', year: 2026 },
      ...{
        unit: { code: PROVINCE, name: 'UBND tỉnh Quảng Ngãi' },
        number: '318/KH-UBND',
        issued: '2026-06-20',
      },
    },
    { title: 'Chuyên mục Chuyển đổi số', quote: 'mỗi tuần 01 số (52 số/năm)' },
  ),
)

const Q3 = '?ky=Q3&nam=2026&coSo=ke-hoach&den=2026-10-05'
type App = Awaited<ReturnType<typeof startApp>>
const actIn = (app: App, unit: string) => {
  return { db: app.db, who: { unit, id: 'u2', name: 'Y Lan' }, now: app.clock.now, calendars }
}
const bands = (page: Page) => page.locator('.units .units-band').allTextContents()

/** Somebody there can be written to. */
async function reached(app: App, unit: string) {
  const user = await createUser(app.db, { unit, name: 'Y Thư', role: 'officer' }, app.clock.now)
  if (!user.ok) throw new Error(user.problem.detail)
  const settings = { email: 'thu@example.vn', kinds: ['ask' as const], reach: ANY_TIME }
  await saveConfirmed(app.db, unit, user.value.id, settings, app.clock.now)
}

/** With an hour of its own. */
async function adoptLater(app: App) {
  const came = await findEdition(app.db, 'xa-ba-to', PLAN, 1)
  if (!came) throw new Error('nothing was handed')
  const own = came.plan.obligations.map((obligation) =>
    obligation.cadence.kind === 'rate'
      ? { ...obligation, cadence: { ...obligation.cadence, time: '18:10' } }
      : obligation,
  )
  await saveDraft(actIn(app, 'xa-ba-to'), came, { ...came.plan, obligations: own })
  await adoptEdition(actIn(app, 'xa-ba-to'), PLAN, 2)
}

/** All of the quarter was aired. */
async function recordQuarter(app: App, unit: string) {
  const { who } = actIn(app, unit)
  const range = { from: '2026-07-01', to: '2026-09-30' }
  for (const { slot } of await listSlots(app.db, unit, { range })) {
    const at = instantOf(slot.date ?? '', '18:30')
    const done = await recordFact(
      { db: app.db, who, now: Math.max(at, app.clock.now) },
      slot.id,
      inputOf('aired', { at }),
    )
    if (!done.ok) throw new Error(done.problem.detail)
  }
}

const shot = async (page: Page, name: string) => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true })
}

/** How many of them a printed page shows. */
async function onPaper(page: Page, selector: string): Promise<number> {
  await page.emulateMedia({ media: 'print' })
  const shown = await page.locator(selector).filter({ visible: true }).count()
  await page.emulateMedia({ media: null })
  return shown
}

test.each([
  ['on a phone, without JavaScript', PHONE, false],
  ['on a desk', DESKTOP, true],
])('communes from a file, a plan handed, answers read, %s', async (_, width, script) => {
  await using app = await startApp()
  app.clock.now = instantOf('2026-07-01', '09:00')
  await app.addUnit(PROVINCE, 'UBND tỉnh Quảng Ngãi')
  const who = { unit: PROVINCE, id: 'u1', name: 'Lê Sở' }
  await draftEdition({ db: app.db, who, now: app.clock.now, calendars }, plan, { origin: 'form' })
  await withPage({ width, script }, async (page) => {
    await app.signIn(page, PROVINCE, 'admin')
    await page.goto(`${app.url}/cac-don-vi/quan-ly`)
    const file = { name: 'xa.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) }
    await page.getByLabel('Tệp').setInputFiles(file)
    await page.getByRole('button', { name: 'Thêm các đơn vị trong tệp' }).click()
    await page.getByText('Đã thêm 3 đơn vị trong tệp.').waitFor()
    await page.getByRole('link', { name: '3 đơn vị chưa có ai: tạo tài khoản đầu tiên' }).click()
    await page.locator('#chua-co-ai:target').waitFor()
    const hours = [
      { days: ['MO' as const, 'TU' as const], from: '17:00', to: '17:30', channel: 'loudspeaker' as const },
    ]
    const station = { from: '2026-01-01', sessions: hours, silentDays: [], maxMinutes: null }
    await setStation(app.db, { unit: 'xa-son-ha', id: 'u2', name: 'Y Lan' }, station, app.clock.now)

    await page.goto(`${app.url}/ke-hoach/${PLAN}/ban/1`)
    await page.getByRole('link', { name: 'Giao cho các đơn vị…' }).click()
    await page.getByRole('button', { name: 'Xem giờ phát của từng đơn vị' }).click()
    await page.locator('.hand-preview', { hasText: 'thứ Hai và thứ Ba 17:00 – 17:30' }).waitFor()
    await page.getByText('2 đơn vị chưa khai giờ phát: giữ giờ của bản giao, đơn vị tự xếp.').waitFor()
    await page.getByText('Tên 2 đơn vị').click()
    expect(await page.locator('.hand-silent li').allTextContents()).toEqual([
      'UBND đặc khu Lý Sơn',
      'UBND xã Ba Tơ',
    ])
    expect(await fitsWidth(page)).toBe(true)
    if (script) expect(await seriousViolations(page)).toEqual([])
    await shot(page, `hand-${width}`)
    await page.getByText('Tên 2 đơn vị').click()
    expect([await onPaper(page, '.hand-preview tbody tr'), await onPaper(page, '.hand-silent li')]).toEqual([
      1, 2,
    ])
    await page.getByRole('button', { name: 'Giao cho 3 đơn vị' }).click()
    await page.getByText('Đã giao.').waitFor()

    const answer = async (unit: string, how: (page: Page) => Promise<void>) => {
      await app.signIn(page, unit, 'leader')
      await page.goto(`${app.url}/tong-quan`)
      await page
        .locator('li', { hasText: 'Trả lời bản cấp trên giao: Tuyên truyền chuyển đổi số' })
        .filter({ hasText: 'UBND tỉnh Quảng Ngãi giao' })
        .getByRole('link')
        .first()
        .click()
      await page.locator('main', { hasText: 'Cấp trên giao (UBND tỉnh Quảng Ngãi)' }).waitFor()
      await how(page)
    }
    await answer('xa-son-ha', async () => {
      await shot(page, `handed-${width}`)
      await page.getByRole('button', { name: /^Áp dụng bản 1/ }).click()
      await page.getByText('Đã áp dụng.').waitFor()
    })
    await answer('dac-khu-ly-son', async () => {
      await page.getByText('Không nhận bản này…').click()
      await page.getByLabel('Vì sao').fill('Đã có kế hoạch riêng số 44/KH-UBND')
      await page.getByRole('button', { name: 'Không nhận bản này' }).click()
      await page.getByText('Đã bỏ bản dự thảo.').waitFor()
    })
    await answer('xa-ba-to', async () => {})

    await app.signIn(page, PROVINCE, 'leader')
    await page.goto(`${app.url}/cac-don-vi/giao`)
    expect(await page.locator('.hand-states > li > details > summary').allTextContents()).toEqual([
      '1 Đã xem, chưa trả lời',
      '1 Đã nhận, giữ nguyên',
      '1 Không nhận',
    ])
    expect(await page.locator('.hand-states blockquote').textContent()).toBe(
      'Đã có kế hoạch riêng số 44/KH-UBND',
    )
    expect(await fitsWidth(page)).toBe(true)
    if (script) expect(await seriousViolations(page)).toEqual([])
    await shot(page, `answers-${width}`)
    expect(await onPaper(page, '.hand-states li li')).toBe(3)

    // Ba Tơ adopts late, with an hour of its own; Sơn Hà records each week; then the quarter is over.
    await reached(app, 'xa-ba-to')
    await page.getByRole('link', { name: 'Nhắc 1 đơn vị chưa trả lời…' }).click()
    await page.getByLabel('Lời nhắn').fill('Đề nghị trả lời trước thứ Sáu.')
    await page.getByRole('button', { name: 'Xem lại tin với lời nhắn này' }).click()
    await page.locator('.nudge-text', { hasText: '“Đề nghị trả lời trước thứ Sáu.”' }).waitFor()
    expect(await fitsWidth(page)).toBe(true)
    if (script) expect(await seriousViolations(page)).toEqual([])
    await shot(page, `nudge-${width}`)
    expect([await onPaper(page, '.hand .tick'), await onPaper(page, '.nudge-text')]).toEqual([1, 1])
    expect([await onPaper(page, '.hand .field'), await onPaper(page, '.hand .button')]).toEqual([0, 0])
    await page.getByRole('button', { name: 'Gửi tin nhắc' }).click()
    await page.getByText('Đã nhắc. Tin đi').waitFor()
    await page.locator('main', { hasText: 'hôm nay đã nhắc.' }).waitFor()
    await tick(app.deps, app.clock.now)
    expect(
      (await listMessages(app.db, 'xa-ba-to')).map(({ template, sentAt }) => [template, sentAt !== null]),
    ).toEqual([['nudge', true]])
    await adoptLater(app)
    for (const unit of ['xa-son-ha']) await recordQuarter(app, unit)

    app.clock.now = instantOf('2026-10-05', '09:00')
    await app.signIn(page, PROVINCE, 'officer')
    await page.goto(`${app.url}/cac-don-vi${Q3}`)
    expect(await bands(page)).toEqual([
      'Cần nhắc 1 đơn vị',
      'Đang tốt 1 đơn vị',
      'Chưa có gì đến hạn 2 đơn vị',
    ])
    await page.getByRole('link', { name: 'Nhắc 1 đơn vị…' }).click()
    await page.locator('.nudge-text', { hasText: 'đã xác nhận 0/13' }).waitFor()
    await page.getByRole('button', { name: 'Gửi tin nhắc' }).click()
    await page.getByText('Đã nhắc. Tin đi').waitFor()
    await recordQuarter(app, 'xa-ba-to')
    await app.signIn(page, 'xa-ba-to', 'admin')
    await page.goto(`${app.url}/bao-cao/2026/Q3?coSo=ke-hoach`)
    await page.getByRole('button', { name: 'Chốt số liệu và giữ báo cáo' }).click()
    await page.getByText('đã chốt ngày 05/10/2026').waitFor()

    await app.signIn(page, PROVINCE, 'viewer')
    await page.goto(`${app.url}/cac-don-vi${Q3}`)
    expect(await bands(page)).toEqual(['Đang tốt 2 đơn vị', 'Chưa có gì đến hạn 2 đơn vị'])
    const row = page.locator('.units tbody tr', { hasText: 'Ba Tơ' })
    expect(await row.textContent()).toMatch(/13\s*100%\s*13\/13.*đã chốt 5\/10/s)
    expect(await fitsWidth(page)).toBe(true)
    if (script) expect(await seriousViolations(page)).toEqual([])
    await shot(page, `units-${width}`)
    const cookies = await page.context().cookies()
    const cookie = cookies.find(({ name }) => name === 'nhip_song')?.value
    const sheet = await readSheet(await (await app.ask(`/cac-don-vi.xlsx${Q3}`, { cookie })).arrayBuffer())
    expect(sheet.find((cells) => cells[0] === 'xa-ba-to')?.slice(2, 10)).toEqual([
      ...['UBND xã Ba Tơ', 13, 13, 0, 0, 13, 0, new Date('2026-10-05')],
    ])
  })
})
