import { expect, test } from 'vitest'
import { createUser } from '../../src/accounts/user.ts'
import { createItem } from '../../src/actions/items.ts'
import { sendItem } from '../../src/actions/send-item.ts'
import { calendars } from '../../src/calendars.ts'
import { ANY_TIME, type NoticeKind } from '../../src/core/notice/notice.ts'
import { hashOf } from '../../src/store/items.ts'
import { listMessages } from '../../src/store/outbox.ts'
import { adopt } from '../support/adopt.ts'
import { saveConfirmed } from '../support/people.ts'
import { samplePlan } from '../support/plans.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const SLOT = 'ngok-tu-2025:C.I.2.a:16'
const TEXT = {
  ...{ title: 'Chữ ký số', body: 'Hỏi tại … hoặc gọi …', topics: [], language: 'Tiếng Việt' },
  ...{ author: null, source: null, loudspeaker: null, portal: null, social: null, making: null },
}

test('whoever may approve hears of an item that is sent, once; not whoever sent it, nor who does not wish to', async () => {
  await using house = await testHouse()
  await adopt(house.db, UNIT, samplePlan('ngok-tu-2025'), calendars, MONDAY)
  const person = async (name: string, role: 'officer' | 'leader', kinds: NoticeKind[] = ['approve']) => {
    const made = await createUser(house.db, { unit: UNIT, name, role }, MONDAY)
    if (!made.ok) throw new Error(made.problem.detail)
    const email = `${role}.${made.value.id}@xa.test`
    await saveConfirmed(house.db, UNIT, made.value.id, { email, kinds, reach: ANY_TIME }, MONDAY)
    return { unit: UNIT, id: made.value.id, name }
  }
  const lan = await person('Lan', 'leader')
  const minh = await person('Minh', 'leader')
  await person('Hoa', 'officer')
  await person('Tâm', 'leader', ['week'])
  await createItem({ db: house.db, who: lan, now: MONDAY }, 'bai-1', TEXT, SLOT)
  const act = { db: house.db, who: lan, now: MONDAY, calendars }
  const send = () => sendItem(act, 'bai-1', { hash: hashOf(TEXT), comment: 'Đã sửa đoạn hai' })

  expect([(await send()).ok, (await send()).ok]).toEqual([true, false])
  const told = (await listMessages(house.db, UNIT)).map(({ template, userId, data }) => [
    template,
    userId,
    data,
  ])
  expect(told).toEqual([
    [
      'item',
      minh.id,
      {
        ...{ title: 'Chữ ký số', by: 'Lan', when: '05:30 thứ Hai 4/8/2025', gaps: 2, path: '/duyet' },
        note: 'Đã sửa đoạn hai',
      },
    ],
  ])
})
