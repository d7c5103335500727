/** What a closed period keeps is asked for no more, wherever slots wait for somebody. */
import { expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import type { Role } from '../../../src/core/role.ts'
import { instantOf } from '../../../src/core/wall-clock.ts'
import { adopt } from '../../support/adopt.ts'
import { closeAugust } from '../../support/closed-month.ts'
import { fourADay } from '../../support/four-a-day.ts'
import { addOfficer } from '../../support/people.ts'
import { testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-thu'
/** Wednesday noon: eight of this week, 28 of last week, 96 from before that. */
const NOW = instantOf('2025-09-03', '12:00')

/** The sentences that open a page or name a task, and what its links offer to answer at once. */
async function station(role: Role = 'officer') {
  const house = await testHouse()
  house.clock.now = NOW
  await adopt(house.db, UNIT, fourADay(), calendars, NOW)
  const officer = { username: 'lan', password: 'Gió mùa đông bắc', role }
  const cookie = await addOfficer(house.db, UNIT, officer, NOW)
  const look = async (path: string) => {
    const html = await (await house.ask(path, { cookie })).text()
    const said = [...html.matchAll(/<p class="say">.*?<\/p>|<ul class="tasks">.*?<\/ul>/gs)]
      .join(' ')
      .replace(/<[^>]+>/g, '')
      .replace(/\s+/g, ' ')
      .trim()
    const bulk = [...html.matchAll(/\/ghi-loat\?((?:ngay|tuan|thang)&#x3D;[\w-]+)&amp;ve/g)]
    return { said, bulk: bulk.map(([, of = '']) => of.replace('&#x3D;', '=')) }
  }
  return { ...house, cookie, look }
}

const THIS_WEEK = '28 khung trong tuần: chưa xác nhận 8, còn 20.'
const KEPT = (count: number) => `${count} kỳ chưa xác nhận nằm trong số liệu đã chốt nên không hỏi nữa.`
/** Two of today have begun. */
const OWN_DAYS = ['ngay=2025-09-03', 'tuan=2025-W36', 'ngay=2025-09-02', 'ngay=2025-09-01']

test('once August is closed, its unconfirmed slots wait on no page, and why is said where they show', async () => {
  await using house = await station()
  const { look } = house
  expect(await look('/')).toEqual({
    said: `${THIS_WEEK} Tuần trước còn 28 khung chưa xác nhận. Còn 96 kỳ cũ hơn chưa xác nhận.`,
    bulk: [...OWN_DAYS, 'tuan=2025-W35'],
  })
  expect((await look('/chua-xac-nhan')).bulk).toEqual(['thang=2025-08'])
  await closeAugust(house.db, UNIT, '')
  expect(await look('/')).toEqual({ said: THIS_WEEK, bulk: OWN_DAYS })
  expect(await look('/tuan/2025-W35')).toEqual({
    said: `28 khung trong tuần: chưa xác nhận 28. ${KEPT(28)}`,
    bulk: [],
  })
  expect(await look('/chua-xac-nhan')).toEqual({
    said: `Không còn kỳ nào trước tuần này chờ xác nhận. ${KEPT(124)}`,
    bulk: [],
  })
  expect((await look('/tong-quan')).said).toContain('Xác nhận 8 khung')
})

test('a quarter is closed without asking again for what a closed month of it accepted, and says how much that is', async () => {
  await using house = await station('admin')
  house.clock.now = instantOf('2025-09-20', '12:00')
  const closing = async () => {
    const html = await (await house.ask('/bao-cao/2025/Q3', { cookie: house.cookie })).text()
    const [, card = ''] = /id="khoa-ky"(.*?)<\/section>/s.exec(html) ?? []
    return card.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  }
  // From 1/8 to 14/9, the last day of the quarter of reports, four a day.
  expect(await closing()).toContain('Chấp nhận để 180 kỳ trên là chưa xác nhận')
  expect((await house.look('/tong-quan')).said).toContain('còn 180 việc trong kỳ chưa xác nhận')
  await closeAugust(house.db, UNIT, '')
  expect(await closing()).toContain('Chấp nhận để 56 kỳ trên là chưa xác nhận')
  expect(await closing()).toContain('124 kỳ chưa xác nhận khác đã được chấp nhận khi chốt các kỳ trước')
  expect((await house.look('/tong-quan')).said).toContain('còn 56 việc trong kỳ chưa xác nhận')
})
