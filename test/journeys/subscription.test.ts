import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { readCalendar } from '../support/calendar-reader.ts'
import { planData, planOf } from '../support/plans.ts'

const UNIT = 'xa-thu'
/** A slot every day of two weeks at 05:30; the journey stands on Wednesday 6/8/2025 in the morning. */
const daily = planOf(
  planData({
    ...{ kind: 'rate', rrule: 'FREQ=DAILY', time: '05:30', duration: 15 },
    window: { from: '2025-08-04', to: '2025-08-17' },
  }),
)
const WEDNESDAY = instantOf('2025-08-06', '08:00')

/** A calendar program: keeps the tag, and what it was given last. */
function calendarProgram(url: string) {
  let etag = ''
  return async () => {
    const answer = await fetch(url, {
      headers: { 'user-agent': 'Google-Calendar-Importer', 'if-none-match': etag },
    })
    etag = answer.headers.get('etag') ?? etag
    return { status: answer.status, text: await answer.text() }
  }
}

const byDay = (text: string) =>
  readCalendar(text).events.map(
    ({ start, summary }) => `${start.slice(8, 10)} ${start.slice(11, 16)} ${summary}`,
  )

test.each([PHONE, DESKTOP])(
  'somebody subscribes on a screen of %i px, and the calendar follows what is recorded',
  async (width) => {
    await using app = await startApp()
    app.clock.now = WEDNESDAY
    await app.adopt(daily)
    await withPage({ width }, async (page) => {
      await app.signIn(page, UNIT)
      await page.goto(`${app.url}/lich-ical`)
      await page.getByLabel('Người nhận').fill('Anh Sơn, Phó Chủ tịch')
      await page.getByLabel('Nội dung').selectOption('radio')
      await page.getByRole('button', { name: 'Tạo lịch' }).click()
      const url = await page.getByLabel('Đường dẫn').inputValue()
      const phoneLink = await page.getByRole('link', { name: 'Mở trong ứng dụng lịch' }).getAttribute('href')
      expect([await seriousViolations(page), await fitsWidth(page), phoneLink]).toEqual([
        [],
        true,
        url.replace('http:', 'webcal:'),
      ])
      const fetchFeed = calendarProgram(url)
      const first = await fetchFeed()
      expect([first.status, byDay(first.text).slice(0, 3)]).toEqual([
        200,
        ['04 05:30 Việc thử', '05 05:30 Việc thử', '06 05:30 Việc thử'],
      ])
      expect((await fetchFeed()).status).toBe(304)

      await page.goto(`${app.url}/khung/thu-2025%3AA.1%3A01`)
      await page.getByRole('button', { name: 'Đã phát' }).click()
      await page.getByText('Y Lan ghi lúc').first().waitFor()
      await page.goto(`${app.url}/khung/thu-2025%3AA.1%3A04`)
      await page.getByRole('link', { name: 'Dời…' }).click()
      await page.getByLabel('Ngày').fill('2025-08-08')
      await page.getByLabel('Giờ').fill('17:00')
      await page.getByRole('button', { name: 'Dời', exact: true }).click()
      await page.getByText('dời từ thứ Năm 7/8').waitFor()
      await page.getByRole('button', { name: 'Sao chép tin' }).click()
      await page.getByRole('button', { name: 'Đã sao chép' }).waitFor()
      const message = await page.getByLabel('hãy sao chép tin này vào nhóm Zalo').inputValue()
      expect(message.split('\n')[4]).toBe('Dời từ 05:30 thứ Năm 7/8 (ngày mai) sang 17:00 thứ Sáu 8/8.')

      const second = await fetchFeed()
      expect([second.status, byDay(second.text).slice(0, 5)]).toEqual([
        200,
        [
          '04 05:30 ✔ Việc thử',
          '05 05:30 Việc thử',
          '06 05:30 Việc thử',
          '08 05:30 Việc thử',
          '08 17:00 DỜI → 8/8 · Việc thử',
        ],
      ])
      await page.goto(`${app.url}/tuan/2025-W32`)
      const onPage = await page
        .locator('.day .slot .when time')
        .evaluateAll((times) => times.map((time) => (time as HTMLTimeElement).dateTime))
      const inCalendar = readCalendar(second.text).events.map(({ start }) => start.slice(0, 16))
      // The day that a moved slot left keeps a ghost that leads to the new one.
      const ghost = '2025-08-07T05:30'
      expect(onPage).toEqual([...inCalendar.filter((start) => start < '2025-08-11'), ghost].sort())

      await page.goto(`${app.url}/lich-ical`)
      await page.getByText('bằng Google Calendar').waitFor()
      await page.getByRole('button', { name: 'Thu hồi lịch của Anh Sơn' }).click()
      await page.getByText('Đã thu hồi lịch.').waitFor()
      expect((await fetchFeed()).status).toBe(410)
    })
  },
)

test('an admin shares the week, and a stranger reads it on a phone', async () => {
  await using app = await startApp()
  app.clock.now = WEDNESDAY
  await app.adopt(daily)
  const address = await withPage({ width: DESKTOP }, async (page) => {
    await app.signIn(page, UNIT, 'admin')
    await page.goto(`${app.url}/lich-ical`)
    await page.getByRole('button', { name: 'Công khai lịch tuần' }).click()
    await page.getByRole('button', { name: 'Sao chép đường dẫn tuần công khai' }).click()
    expect(await page.evaluate(() => getSelection()?.toString())).toContain('/cong-khai/xa-thu')
    return page.getByRole('link', { name: '/cong-khai/' }).getAttribute('href')
  })
  await withPage({ width: PHONE }, async (page) => {
    await page.goto(address ?? '')
    expect([
      await page.locator('.slot').count(),
      await fitsWidth(page),
      await seriousViolations(page),
    ]).toEqual([7, true, []])
    await page.getByRole('link', { name: 'Tuần 33' }).click()
    expect(page.url()).toBe(`${app.url}/cong-khai/xa-thu/2025-W33`)
  })
})
