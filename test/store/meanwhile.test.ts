/** What is decided on what was read is written only while nobody has written meanwhile. */
import { expect, test } from 'vitest'
import { recordFact } from '../../src/actions/record-fact.ts'
import { calendars } from '../../src/calendars.ts'
import type { ItemText } from '../../src/core/content/item.ts'
import { inputOf } from '../../src/core/fact.ts'
import { countFacts, insertClosing, listClosings, type NewClosing } from '../../src/store/closings.ts'
import { write } from '../../src/store/db.ts'
import { addReview, findItem, hashOf, insertItem } from '../../src/store/items.ts'
import { adopt } from '../support/adopt.ts'
import { planData, planOf } from '../support/plans.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const UNIT = 'xa-thu'
const LAN = { unit: UNIT, id: 'lan', name: 'Y Lan' }

const plan = planOf(planData({ kind: 'rate', rrule: 'FREQ=MONTHLY;BYMONTHDAY=1;COUNT=12', time: '05:30' }))
const closing: NewClosing = {
  ...{ planId: plan.id, basis: 'plan-year', period: '2025-07', from: '2025-07-01', to: '2025-07-31' },
  ...{ asOf: '2025-07-31', sha256: 'b'.repeat(64), report: '{}', by: 'Y Lan', byId: 'lan', closedAt: MONDAY },
}
const text: ItemText = {
  ...{ title: 'Bài', topics: [], body: 'Nội dung', language: 'tiếng Việt', author: null, source: null },
  ...{ loudspeaker: null, portal: null, social: null, making: null },
}

test('a period is not closed on figures from before somebody recorded', async () => {
  await using house = await testHouse()
  await adopt(house.db, UNIT, plan, calendars, MONDAY)
  const seen = await countFacts(house.db, UNIT, plan.id)
  await recordFact({ db: house.db, who: LAN, now: MONDAY }, 'thu-2025:A.1:07', inputOf('aired'))
  await write(house.db, [insertClosing(UNIT, closing, seen)])
  expect(await listClosings(house.db, UNIT)).toEqual([])
  await write(house.db, [insertClosing(UNIT, closing, seen + 1)])
  expect(await listClosings(house.db, UNIT)).toHaveLength(1)
})

test('of two leaders who decide on the same page, the second is not recorded', async () => {
  await using house = await testHouse()
  await house.addUnit(UNIT)
  await insertItem({ db: house.db, who: LAN, now: MONDAY }, 'bai', text, null)
  const review = { version: 1, hash: hashOf(text), comment: null }
  const answers = [
    await addReview({ db: house.db, who: LAN, now: MONDAY }, 'bai', { ...review, kind: 'sent' }, 0),
    await addReview({ db: house.db, who: LAN, now: MONDAY }, 'bai', { ...review, kind: 'approved' }, 1),
    await addReview({ db: house.db, who: LAN, now: MONDAY }, 'bai', { ...review, kind: 'returned' }, 1),
  ]
  expect(answers).toEqual([true, true, false])
  const item = await findItem(house.db, UNIT, 'bai')
  expect(item?.reviews.map(({ kind }) => kind)).toEqual(['sent', 'approved'])
})
