/** A province makes its communes, hands them a plan, asks who lags, and reads how the quarter ended. */

import type { Page } from 'playwright-core'
import { readSheet } from 'read-excel-file/universal'
import { expect, test, vi } from 'vitest'
import { draftEdition } from '../../src/actions/editions.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { calendars } from '../../src/calendars.ts'
import { consoleChannel } from '../../src/channels/console.ts'
import { smtpChannel } from '../../src/channels/smtp.ts'
import { inputOf } from '../../src/core/fact.ts'
import { type DateRange, instantOf } from '../../src/core/wall-clock.ts'
import { tick } from '../../src/scheduler/tick.ts'
import { listSlots } from '../../src/store/slots.ts'
import { setStation } from '../../src/store/stations.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { mailServer } from '../support/mail-server.ts'
import { addToken } from '../support/people.ts'
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
      ...{ kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=MO,TU', time: '05:30', duration: 15, declared: 104 },
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
    { title: 'Chuyên mục Chuyển đổi số', quote: 'mỗi tuần 02 số (104 số/năm)' },
  ),
)

const Q3 = '?ky=Q3&nam=2026&coSo=ke-hoach&den=2026-10-05'

type App = Awaited<ReturnType<typeof startApp>>
type Mail = Awaited<ReturnType<typeof mailServer>>

/** `fine` holds a page to what every page is held to, and takes its picture where somebody wants to look. */
type Story = { app: App; mail: Mail; page: Page; fine: (name: string) => Promise<void> }

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click()

function storyOf(
  app: App,
  mail: Mail,
  page: Page,
  { width, script }: { width: number; script: boolean },
): Story {
  const fine = async (name: string) => {
    await page.waitForLoadState('load')
    const violations = script ? await seriousViolations(page) : []
    expect([name, await fitsWidth(page), violations]).toEqual([name, true, []])
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true })
  }
  return { app, mail, page, fine }
}

/** How many of them a printed page shows. */
async function onPaper(page: Page, selector: string): Promise<number> {
  await page.emulateMedia({ media: 'print' })
  const shown = await page.locator(selector).filter({ visible: true }).count()
  await page.emulateMedia({ media: null })
  return shown
}

/** What a unit was asked in these days was aired, but for those of them that are left out. */
async function record(app: App, unit: string, range: DateRange, but: readonly string[] = []) {
  const who = { unit, id: 'u2', name: 'Y Lan' }
  for (const { slot } of await listSlots(app.db, unit, { range })) {
    const at = instantOf(slot.date ?? '', '18:30')
    if (but.includes(slot.date ?? '')) continue
    const now = Math.max(at, app.clock.now)
    const done = await recordFact({ db: app.db, who, now }, slot.id, inputOf('aired', { at }))
    if (!done.ok) throw new Error(done.problem.detail)
  }
}

async function makeCommunes({ app, page, fine }: Story) {
  await app.signIn(page, PROVINCE, 'admin')
  await page.goto(`${app.url}/cac-don-vi/quan-ly`)
  const file = { name: 'xa.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) }
  await page.getByLabel('Tệp').setInputFiles(file)
  await press(page, 'Thêm các đơn vị trong tệp')
  await page.getByText('Đã thêm 3 đơn vị trong tệp.').waitFor()
  await follow(page, '3 đơn vị chưa có ai: tạo tài khoản đầu tiên')
  await page.locator('#chua-co-ai:target').waitFor()
  await fine('communes')
}

async function handPlan({ app, page, fine }: Story) {
  await page.goto(`${app.url}/ke-hoach/${PLAN}/ban/1`)
  await follow(page, 'Giao cho các đơn vị…')
  await press(page, 'Xem giờ phát của từng đơn vị')
  await page.locator('.hand-preview', { hasText: 'thứ Hai và thứ Ba 17:00 – 17:30' }).waitFor()
  await page.getByText('2 đơn vị chưa khai giờ phát: giữ giờ của bản giao, đơn vị tự xếp.').waitFor()
  await page.getByText('Tên 2 đơn vị').click()
  expect(await page.locator('.hand-silent li').allTextContents()).toEqual([
    'UBND đặc khu Lý Sơn',
    'UBND xã Ba Tơ',
  ])
  await fine('hand')
  await page.getByText('Tên 2 đơn vị').click()
  expect([await onPaper(page, '.hand-preview tbody tr'), await onPaper(page, '.hand-silent li')]).toEqual([
    1, 2,
  ])
  await press(page, 'Giao cho 3 đơn vị')
  await page.getByText('Đã giao.').waitFor()
}

/** From its overview a leader comes to what was handed. */
async function openHanded({ app, page, fine }: Story, unit: string) {
  await app.signIn(page, unit, 'leader')
  await page.goto(`${app.url}/tong-quan`)
  await page
    .locator('li', { hasText: 'Trả lời bản cấp trên giao: Tuyên truyền chuyển đổi số' })
    .filter({ hasText: 'UBND tỉnh Quảng Ngãi giao' })
    .getByRole('link')
    .first()
    .click()
  await page.locator('main', { hasText: 'Cấp trên giao (UBND tỉnh Quảng Ngãi)' }).waitFor()
  // Nothing of it holds yet, so no page of it is there to lead to; what it asks stands here.
  expect(await page.locator('.crumbs a').allTextContents()).toEqual(['Kế hoạch'])
  await page.getByText('mỗi tuần 2 số, thứ Hai và thứ Ba').first().waitFor()
  await fine(`handed-${unit}`)
  expect(await onPaper(page, '.change summary')).toBe(1)
}

async function adoptAsPlaced(story: Story) {
  const { page } = story
  await openHanded(story, 'xa-son-ha')
  await press(page, /^Áp dụng bản 1/)
  await page.getByText('Đã áp dụng.').waitFor()
}

async function refuse(story: Story) {
  const { page } = story
  await openHanded(story, 'dac-khu-ly-son')
  await page.getByText('Không nhận bản này…').click()
  await page.getByLabel('Vì sao').fill('Đã có kế hoạch riêng số 44/KH-UBND')
  await press(page, 'Không nhận bản này')
  await page.getByText('Đã bỏ bản dự thảo.').waitFor()
  await page.getByText('không nhận (Y Lan, 09:00 01/7/2026): Đã có kế hoạch').first().waitFor()
}

/** Its leader only looks, and says where messages reach. */
async function lag(story: Story) {
  const { app, mail, page, fine } = story
  await openHanded(story, 'xa-ba-to')
  await page.goto(`${app.url}/nhac-viec`)
  await page.getByLabel('Địa chỉ thư điện tử').fill('bato@example.vn')
  await press(page, 'Lưu')
  await page.locator('.flash').waitFor()
  await tick(app.deps, app.clock.now)
  await page.goto(linkIn(mail.mails.at(-1)?.text ?? ''))
  await page.getByText('UBND xã Ba Tơ ở địa chỉ bato@example.vn').waitFor()
  await press(page, 'Xác nhận')
  await page.getByText('Đã xác nhận').waitFor()
  await fine('address')
}

async function readAnswers({ app, page, fine }: Story) {
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
  await fine('answers')
  expect(await onPaper(page, '.hand-states li li')).toBe(3)
}

const HEAD = 'UBND tỉnh Quảng Ngãi nhắc UBND xã Ba Tơ'

/** As it was shown before it went, it goes out, once; answers its words. */
async function sendNudge({ app, mail, page }: Story): Promise<string> {
  const sent = () => mail.mails.filter(({ subject }) => subject === HEAD)
  const before = sent().length
  const shown = (await page.locator('.nudge-text').textContent())?.trim()
  await press(page, 'Gửi tin nhắc')
  await page.getByText('Đã nhắc. Tin đi').waitFor()
  await tick(app.deps, app.clock.now)
  const [nudge, ...more] = sent().slice(before)
  const words = nudge?.text.split('\n--\n')[0]?.trim() ?? ''
  expect([nudge?.to, words, more]).toEqual(['bato@example.vn', shown, []])
  return words
}

const linkIn = (words: string): string => /http\S+/.exec(words)?.[0] ?? ''

async function nudgeUnanswered(story: Story) {
  const { app, page, fine } = story
  await follow(page, 'Nhắc 1 đơn vị chưa trả lời…')
  await page.getByLabel('Lời nhắn').fill('Đề nghị trả lời trước thứ Sáu.')
  await press(page, 'Xem lại tin với lời nhắn này')
  await page.locator('.nudge-text', { hasText: '“Đề nghị trả lời trước thứ Sáu.”' }).waitFor()
  await fine('nudge')
  expect([await onPaper(page, '.hand .tick'), await onPaper(page, '.nudge-text')]).toEqual([1, 1])
  expect([await onPaper(page, '.hand .field'), await onPaper(page, '.hand .button')]).toEqual([0, 0])
  const letter = await sendNudge(story)
  expect(letter).toBe(`${HEAD}:

- kế hoạch “Tuyên truyền chuyển đổi số tỉnh Quảng Ngãi năm 2026” giao ngày 01/7/2026: chưa trả lời nhận hay không nhận

“Đề nghị trả lời trước thứ Sáu.”

Xem, rồi nhận hoặc không nhận: ${app.url}/ke-hoach/${PLAN}/ban/1`)
  await page.locator('main', { hasText: 'hôm nay đã nhắc.' }).waitFor()
  return letter
}

/** From the letter to the draft, and an hour of its own in the form. */
async function adoptWithOwnHour({ app, page, fine }: Story, letter: string) {
  await app.signIn(page, 'xa-ba-to', 'admin')
  await page.goto(linkIn(letter))
  await page.getByText('Chuyên mục Chuyển đổi số').waitFor()
  await follow(page, 'Sửa tiếp bản này')
  await follow(page, /A\.1/)
  await page.getByLabel('Lúc', { exact: true }).fill('18:10')
  await press(page, 'Lưu vào bản nháp')
  await page.getByText('Đã lưu vào bản nháp.').waitFor()
  await follow(page, 'Xem bản này sẽ đổi gì')
  await page.getByText('thứ Hai và thứ Ba 18:10').waitFor()
  await page.getByText('đã bỏ (Y Lan, 09:00 01/7/2026): đã lưu thành bản 2').waitFor()
  await fine('own-hour')
  await press(page, /^Áp dụng bản 2/)
  await page.getByText('Đã áp dụng.').waitFor()
}

/** The last week of the quarter in one go, and then the quarter. */
async function settleWeekAndClose({ app, page, fine }: Story) {
  app.clock.now = instantOf('2026-09-30', '18:00')
  await app.signIn(page, 'xa-son-ha')
  await page.goto(app.url)
  await follow(page, /^Đã phát cả tuần, trừ…/)
  await page.getByText('2 kỳ sẽ ghi là đã phát.').waitFor()
  await fine('week')
  await press(page, /^Ghi “Đã phát”/)
  await page.getByText('Đã ghi 2 kỳ.').waitFor()
  await fine('week-done')

  app.clock.now = instantOf('2026-10-05', '09:00')
  await app.signIn(page, 'xa-son-ha', 'admin')
  await page.goto(`${app.url}/bao-cao/2026/Q3?coSo=ke-hoach`)
  await press(page, 'Chốt số liệu và giữ báo cáo')
  await page.getByText('đã chốt ngày 05/10/2026').waitFor()
  await fine('closed')
}

const bands = (page: Page) => page.locator('.units .units-band').allTextContents()

async function nudgeLagging(story: Story) {
  const { app, page, fine } = story
  await app.signIn(page, PROVINCE, 'officer')
  await page.goto(`${app.url}/cac-don-vi${Q3}`)
  expect(await bands(page)).toEqual(['Cần nhắc 1 đơn vị', 'Đang tốt 1 đơn vị', 'Chưa có gì đến hạn 2 đơn vị'])
  await follow(page, 'Nhắc 1 đơn vị…')
  await fine('nudge-lagging')
  const letter = await sendNudge(story)
  expect(letter).toBe(`${HEAD}:

- quý III năm 2026: đã xác nhận 5/26, còn 21 kỳ chưa xác nhận

Xem và ghi: ${app.url}/chua-xac-nhan`)
  await app.signIn(page, 'xa-ba-to')
  await page.goto(linkIn(letter))
  await page
    .getByRole('button', { name: /^Đã phát: / })
    .first()
    .click()
  await page.getByRole('button', { name: /^Hoàn tác/ }).waitFor()
  await fine('answered')
}

type Numbers = { due: number; settled: number; done: number; unconfirmed: number }

/** The numbers of a unit as each file and the API tells them. */
async function readEverywhere({ app, page }: Story, unit: string): Promise<Record<string, Numbers>> {
  const file = async (name: string) => {
    const href = await page.getByRole('link', { name }).getAttribute('href')
    return (await page.request.get(`${app.url}${href}`)).body()
  }
  const numbers = (cells: readonly unknown[] = []): Numbers => {
    const [due, settled, , unconfirmed, done] = cells.slice(3).map(Number)
    return { due, settled, done, unconfirmed } as Numbers
  }
  const sheet = await readSheet(new Uint8Array(await file('Bảng tính (XLSX)')).buffer)
  const lines = (await file('Số liệu (CSV)')).toString().split('\r\n')
  const asked = 'year=2026&period=Y&basis=plan-year&asOf=2026-10-05'
  const authorization = `Bearer ${await addToken(app.db, PROVINCE, 'viewer')}`
  const answer = await page.request.get(`${app.url}/api/v1/roll-up?${asked}`, { headers: { authorization } })
  const { units } = (await answer.json()) as { units: (Numbers & { unit: { code: string } })[] }
  const { due, settled, done, unconfirmed } = units.find((one) => one.unit.code === unit) as Numbers
  return {
    workbook: numbers(sheet.find(([code]) => code === unit)),
    csv: numbers(lines.find((line) => line.startsWith(`${unit},`))?.split(',')),
    api: { due, settled, done, unconfirmed },
  }
}

/** The page, the workbook, CSV and the API against what the commune itself reads on its own count page. */
async function sameNumbers(story: Story) {
  const { app, page, fine } = story
  await app.signIn(page, PROVINCE, 'viewer')
  await page.goto(`${app.url}/cac-don-vi${Q3}`)
  expect(await bands(page)).toEqual(['Cần nhắc 1 đơn vị', 'Đang tốt 1 đơn vị', 'Chưa có gì đến hạn 2 đơn vị'])
  const row = (name: string) => page.locator('.units tbody tr', { hasText: name })
  expect(await row('Sơn Hà').textContent()).toMatch(/26\s*100%\s*26\/26.*đã chốt 5\/10/s)
  await fine('units')
  await page.locator('[name=ky]').selectOption('Y')
  await press(page, 'Xem')
  for (const [unit, name, told] of [
    ['xa-son-ha', 'Sơn Hà', { due: 26, settled: 26, done: 26, unconfirmed: 0 }],
    ['xa-ba-to', 'Ba Tơ', { due: 26, settled: 6, done: 6, unconfirmed: 20 }],
  ] as const) {
    expect(await readEverywhere(story, unit)).toEqual({ workbook: told, csv: told, api: told })
    expect(await row(name).textContent()).toMatch(
      new RegExp(`${told.due}\\s.*${told.settled}/${told.due}.*${told.done}/${told.due}`, 's'),
    )
  }
  await row('Ba Tơ').getByRole('link').click()
  await fine('below')
  for (const [unit, keys] of [
    ['xa-son-ha', ['26/104 đã phát', '26 kỳ còn lại', '52 còn thiếu']],
    ['xa-ba-to', ['6/104 đã phát', '20 chưa xác nhận', '26 kỳ còn lại', '52 còn thiếu']],
  ] as const) {
    await app.signIn(page, unit, 'viewer')
    await page.goto(`${app.url}/chi-tieu/2026?den=2026-10-05`)
    await fine(`count-${unit}`)
    expect(await page.locator('.count-obligation .key').allTextContents()).toEqual(keys)
  }
}

test.each([
  ['on a phone, without JavaScript', PHONE, false],
  ['on a desk', DESKTOP, true],
])('communes from a file, a plan handed, answers read, a quarter closed, %s', async (_, width, script) => {
  await using mail = await mailServer()
  const email = smtpChannel({ url: mail.url, from: 'nhip-song@example.vn' })
  await using app = await startApp({ channels: { email, webhook: consoleChannel(() => undefined) } })
  app.clock.now = instantOf('2026-07-01', '09:00')
  await app.addUnit(PROVINCE, 'UBND tỉnh Quảng Ngãi')
  const who = { unit: PROVINCE, id: 'u1', name: 'Lê Sở' }
  await draftEdition({ db: app.db, who, now: app.clock.now, calendars }, plan, { origin: 'form' })
  await withPage({ width, script }, async (page) => {
    const story = storyOf(app, mail, page, { width, script })
    await makeCommunes(story)
    const hours = [
      { days: ['MO' as const, 'TU' as const], from: '17:00', to: '17:30', channel: 'loudspeaker' as const },
    ]
    const station = { from: '2026-01-01', sessions: hours, silentDays: [], maxMinutes: null }
    await setStation(app.db, { unit: 'xa-son-ha', id: 'u2', name: 'Y Lan' }, station, app.clock.now)
    await handPlan(story)
    await adoptAsPlaced(story)
    await refuse(story)
    await lag(story)
    await readAnswers(story)
    await adoptWithOwnHour(story, await nudgeUnanswered(story))

    await record(app, 'xa-son-ha', { from: '2026-07-01', to: '2026-09-27' })
    await record(app, 'xa-ba-to', { from: '2026-07-01', to: '2026-07-20' })
    // A clock that jumps by three months would not be believed.
    await tick(app.deps, instantOf('2026-08-31', '09:00'))
    await settleWeekAndClose(story)
    await nudgeLagging(story)
    await sameNumbers(story)
  })
  email.close()
})
