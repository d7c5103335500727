import { expect, test } from 'vitest'
import { openSession } from '../../src/accounts/session.ts'
import { insertUser } from '../../src/accounts/user.ts'
import { createApp } from '../../src/app.ts'
import { calendars } from '../../src/calendars.ts'
import { openDb } from '../../src/store/db.ts'
import { adopt } from '../support/adopt.ts'
import { everyPage } from '../support/every-page.ts'
import { samplePlan } from '../support/plans.ts'
import { inRounds } from '../support/rounds.ts'
import { BASE_URL, MONDAY, testHouse } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const MOST = 4

test(`no page waits for its database more than ${MOST} times`, async () => {
  await using house = await testHouse()
  await adopt(house.db, UNIT, samplePlan('ngok-tu-2025'), calendars, MONDAY)
  const lan = await insertUser(house.db, { unit: UNIT, name: 'Lan', role: 'admin' }, MONDAY)
  if (!lan.ok) throw new Error(lan.problem.detail)
  const cookie = `nhip_song=${await openSession(house.db, { unit: UNIT, id: lan.value.id }, MONDAY)}`
  const ask = async (path: string) => house.app.request(BASE_URL + path, { headers: { cookie } })
  const pages = await everyPage(ask)
  const counted: Record<string, number> = {}
  for (const path of pages) {
    // A process that has just begun remembers nothing.
    const { client, rounds } = inRounds(house.db.$client)
    const app = createApp(() => ({ ...house.deps, db: openDb(client) }))
    await app.request(BASE_URL + path, { headers: { cookie } })
    counted[path] = rounds()
  }
  expect(Object.entries(counted).filter(([, rounds]) => rounds > MOST)).toEqual([])
  expect(counted['/']).toBe(2)
}, 180_000)
