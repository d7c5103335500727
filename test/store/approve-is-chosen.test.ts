import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { createUser } from '../../src/accounts/user.ts'
import { ANY_TIME } from '../../src/core/notice/notice.ts'
import { findNoticeSettings } from '../../src/store/notices.ts'
import { saveConfirmed } from '../support/people.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'

test('once it is a choice, who may decide goes on hearing of what waits, except who wanted nothing', async () => {
  await using house = await testHouse()
  await house.addUnit(UNIT)
  const chose = async (role: 'officer' | 'leader' | 'admin', kinds: 'week'[]) => {
    const made = await createUser(house.db, { unit: UNIT, name: `${role} ${kinds}`, role }, MONDAY)
    if (!made.ok) throw new Error(made.problem.detail)
    await saveConfirmed(house.db, UNIT, made.value.id, { email: 'a@xa.test', kinds, reach: ANY_TIME }, MONDAY)
    return made.value.id
  }
  const people = [await chose('leader', ['week']), await chose('admin', ['week']), await chose('leader', [])]
  people.push(await chose('officer', ['week']))
  const migration = await readFile('migrations/0028_approve-is-chosen.sql', 'utf8')
  await house.db.$client.execute(migration)
  const kinds = () =>
    Promise.all(people.map(async (id) => (await findNoticeSettings(house.db, UNIT, id))?.kinds))
  expect(await kinds()).toEqual([['week', 'approve'], ['week', 'approve'], [], ['week']])
  // Then for whoever may come to decide; run again, it says nothing twice.
  const later = await readFile('migrations/0029_approve-for-promoted.sql', 'utf8')
  for (let i = 0; i < 2; i++) await house.db.$client.execute(later)
  expect(await kinds()).toEqual([['week', 'approve'], ['week', 'approve'], [], ['week', 'approve']])
})
