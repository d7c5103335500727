/** Five everyday tasks in the pages, by an officer and a leader: nothing here needs a file or a rule's text. */
import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { listPlans } from '../../src/store/plans.ts'
import { listSlots } from '../../src/store/slots.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { samplePlan } from '../support/plans.ts'

const UNIT = 'xa-ngok-tu'
const PLAN = 'ngok-tu-2025'

async function ngokTu() {
  const app = await startApp()
  app.clock.now = instantOf('2025-08-20', '08:00')
  await app.adopt(samplePlan(PLAN))
  const timesOf = async (obligation: string) => {
    const slots = await listSlots(app.db, UNIT, { planId: PLAN })
    return new Set(
      slots.flatMap(({ slot }) =>
        slot.obligationId === obligation ? [`${slot.date?.slice(5)} ${slot.time}`] : [],
      ),
    )
  }
  return { app, timesOf }
}

test.each([
  ['on a phone without JavaScript', PHONE, false],
  ['on a phone', PHONE, true],
  ['on an office computer', DESKTOP, true],
])(
  'an hour, a new obligation, a rule, silent days, and a plan taken out again, %s',
  async (_, width, script) => {
    const { app, timesOf } = await ngokTu()
    await using _app = app
    await withPage({ width, script }, async (page) => {
      /** The page of that heading is there, fits, and reads well. */
      const fine = async (heading: string) => {
        await page.getByRole('heading', { level: 1, name: heading }).waitFor()
        await page.waitForLoadState('load')
        const violations = script ? await seriousViolations(page) : []
        const fits = await fitsWidth(page)
        expect({ heading, fits, violations }).toEqual({ heading, fits: true, violations: [] })
      }
      await app.signIn(page, UNIT, 'leader')

      // 1. Another hour.
      await page.goto(`${app.url}/ke-hoach/${PLAN}`)
      await page.locator('[id="nhiem-vu-C.I.2.a"]').getByRole('link', { name: 'Sửa nhiệm vụ này' }).click()
      await fine('Nhiệm vụ C.I.2.a')
      await page.getByLabel('Lúc', { exact: true }).fill('17:15')
      await page.getByRole('button', { name: 'Tính lại câu và các ngày' }).click()
      await page.locator('.meaning', { hasText: 'thứ Hai 17:15' }).waitFor()
      await page.getByRole('button', { name: 'Lưu và xem thay đổi lịch' }).click()
      await fine('Bản 2 sẽ đổi gì')
      await page.getByRole('button', { name: /^Áp dụng bản 2 từ / }).click()
      await page
        .getByText(/Đã áp dụng|Bản 2 đang áp dụng/)
        .first()
        .waitFor()
      expect((await timesOf('C.I.2.a')).has('08-18 17:15')).toBe(true)

      // 2. A new obligation, with what is wrong told at its field.
      await page.goto(`${app.url}/ke-hoach/${PLAN}/soan`)
      await fine('Truyền thông về cải cách')
      await page.getByRole('link', { name: 'Thêm nhiệm vụ' }).click()
      await page.getByLabel('Mục trong kế hoạch').fill('C.I.2.đ')
      await page.getByLabel('Nhiệm vụ', { exact: true }).fill('Bản tin nông thôn mới')
      await page.getByLabel('Kế hoạch viết').fill('mỗi tháng 01 số nông thôn mới')
      await page
        .getByLabel('Lặp lại thế nào')
        .selectOption({ label: 'Hằng tháng, vào một thứ: thứ Ba đầu tháng' })
      await page.locator('[name=thu][value=FR]').check()
      await page.locator('[name=tuan][value="-1"]').check()
      await page.locator('#dk-tu').fill('2025-01-01')
      await page.locator('#dk-den').fill('2025-12-31')
      await page.getByRole('button', { name: 'Lưu vào bản nháp' }).click()
      await page.locator('#dk-gio-loi').waitFor()
      expect(await page.getByLabel('Nhiệm vụ', { exact: true }).inputValue()).toBe('Bản tin nông thôn mới')
      await fine('Nhiệm vụ mới')
      await page.getByLabel('Lúc', { exact: true }).fill('11:00')
      await page.getByRole('button', { name: 'Lưu vào bản nháp' }).click()
      await page.getByText('Đã lưu vào bản nháp.').waitFor()

      // 3. A rule, in the same draft.
      await page.getByRole('link', { name: 'C.I.2.a', exact: false }).first().click()
      await page.locator('[name=thu][value=MO]').uncheck()
      await page.locator('[name=thu][value=WE]').check()
      await page.getByRole('button', { name: 'Lưu và xem thay đổi lịch' }).click()
      await fine('Bản 4 sẽ đổi gì')
      await page.getByRole('button', { name: /^Áp dụng bản \d+ từ / }).click()
      await page.waitForURL('**xong=ap-dung')
      expect([...(await timesOf('C.I.2.đ'))][0]).toBe('01-31 11:00')
      expect((await timesOf('C.I.2.a')).has('12-17 17:15')).toBe(true)

      // 4. Silent days.
      await page.goto(`${app.url}/ke-hoach/${PLAN}/soan`)
      await page.getByRole('link', { name: 'Sửa tên, số, ngày, cơ quan' }).click()
      await page.locator('[name=p-im][value=SU]').check()
      await fine('Kế hoạch nói gì về mình')
      await page.getByRole('button', { name: 'Lưu vào bản nháp' }).click()
      await page.getByRole('link', { name: 'Xem bản này sẽ đổi gì' }).click()
      await page.getByRole('button', { name: /^Áp dụng bản \d+ từ / }).click()
      await page.waitForURL('**xong=ap-dung')
      expect((await listPlans(app.db, UNIT))[0]?.silentDays).toEqual(['SU'])

      // 5. The plan is taken out: nobody recorded anything of it.
      await page.goto(`${app.url}/ke-hoach/${PLAN}`)
      await page.getByText('Gỡ kế hoạch…').click()
      await page.getByRole('button', { name: 'Gỡ kế hoạch' }).click()
      await page.getByText('Đã gỡ kế hoạch và lịch của nó.').waitFor()
      expect(await listPlans(app.db, UNIT)).toEqual([])
    })
  },
  120_000,
)

test.each([
  ['on a phone without JavaScript', PHONE, false],
  ['on an office computer', DESKTOP, true],
])(
  'an empty week leads to a sample, the station’s hours and places in them, %s',
  async (_, width, script) => {
    await using app = await startApp()
    app.clock.now = instantOf('2026-03-02', '08:00')
    await withPage({ width, script }, async (page) => {
      /** The page of that heading is there, fits, and reads well. */
      const fine = async (heading: string) => {
        await page.getByRole('heading', { level: 1, name: heading }).waitFor()
        await page.waitForLoadState('load')
        const violations = script ? await seriousViolations(page) : []
        const fits = await fitsWidth(page)
        expect({ heading, fits, violations }).toEqual({ heading, fits: true, violations: [] })
      }
      await app.addUnit('xa-son-ha', 'UBND xã Sơn Hà')
      await app.signIn(page, 'xa-son-ha', 'leader')
      await page.goto(`${app.url}/`)
      await page.getByRole('link', { name: 'Đặt giờ phát của đài' }).click()
      for (const day of ['MO', 'TU', 'WE', 'TH', 'FR'])
        await page.locator(`[name=buoi-1-thu][value=${day}]`).check()
      await page.locator('#buoi-1-tu').fill('05:00')
      await page.locator('#buoi-1-den').fill('05:45')
      await fine('Giờ phát của đài')
      await page.getByRole('button', { name: 'Lưu giờ phát' }).click()
      await page.getByText('Đã lưu giờ phát của đài.').waitFor()

      await page.goto(`${app.url}/`)
      await page.getByRole('link', { name: 'Lập từ một kế hoạch mẫu' }).click()
      await fine('Kế hoạch mẫu')
      await page.getByRole('link', { name: /Ngọk Tụ/ }).click()
      await fine('Thành kế hoạch của đơn vị')
      await page.locator('#p-so').fill('12/KH-UBND')
      await page.getByRole('button', { name: 'Lập bản nháp' }).click()
      await page.getByRole('link', { name: 'Xếp giờ' }).click()
      await fine('Xếp giờ vào buổi phát')
      await page.getByRole('button', { name: 'Tìm giờ' }).click()
      await page.getByText('Tìm được giờ cho 1 chương trình.').waitFor()
      await fine('Xếp giờ vào buổi phát')
      await page.getByRole('button', { name: 'Lưu vào bản nháp' }).click()
      await page.getByRole('link', { name: 'Xem bản này sẽ đổi gì' }).click()
      await page.getByRole('button', { name: /^Áp dụng bản \d+ từ / }).click()
      await page.waitForURL('**xong=ap-dung')
      const slots = await listSlots(app.db, 'xa-son-ha')
      expect(new Set(slots.flatMap(({ slot }) => (slot.time ? [slot.time] : [])))).toEqual(
        new Set(['05:00', '05:30']),
      )
      const overdue = slots.filter(
        ({ slot }) => slot.inForce && slot.date !== null && slot.date < '2026-03-02',
      )
      expect(overdue).toEqual([])
    })
  },
  120_000,
)
