import { beforeAll, expect, test, vi } from 'vitest'
import { openSession } from '../../src/accounts/session.ts'
import { createUser } from '../../src/accounts/user.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { PLAN_ID, tellYear, UNIT } from '../support/counted-year.ts'
import { testHouse } from '../support/test-house.ts'

/** How often each slot was judged, by its id. */
const judged = new Map<string, number>()

vi.mock(import('../../src/core/standing.ts'), async (original) => {
  const real = await original()
  return {
    ...real,
    assess: (...[slot, ...more]: Parameters<typeof real.assess>) => {
      judged.set(slot.id, (judged.get(slot.id) ?? 0) + 1)
      return real.assess(slot, ...more)
    },
  }
})

const house = await testHouse()
let cookie: string

beforeAll(async () => {
  await tellYear(house.db, '2025-09-30')
  house.clock.now = instantOf('2025-09-30', '18:00')
  const user = await createUser(house.db, { unit: UNIT, name: 'Y Lan', role: 'leader' }, house.clock.now)
  if (!user.ok) throw new Error(user.problem.detail)
  cookie = await openSession(house.db, { unit: UNIT, id: user.value.id }, house.clock.now)
  return () => house[Symbol.asyncDispose]()
})

test.each([
  '/tong-quan',
  '/tuan/2025-W36',
  '/thang/2025-09',
  '/nam/2025',
  '/chi-tieu/2025',
  '/chi-tieu/2025?den=2025-08-31&coSo=bao-cao',
  '/chi-tieu/2025/ky?thang=9',
  `/ke-hoach/${PLAN_ID}`,
  `/khung/${PLAN_ID}:C.I.2.c:09`,
  `/nhiem-vu/${PLAN_ID}/C.I.2.c`,
  '/bao-cao/2025/Q3?coSo=ke-hoach',
  '/chua-xac-nhan',
  '/nhat-ky?tu=2025-09-01&den=2025-09-30',
  '/noi-dung/2025-09',
  '/ghi-loat?thang=2025-09&ve=%2F',
  '/chu-de/de-xuat?tuNgay=2025-10-01',
])('%s judges each slot once', async (path) => {
  // What is kept between requests, the year's beat beside the week, is read by the first.
  await house.ask(path, { cookie })
  judged.clear()
  expect((await house.ask(path, { cookie })).status).toBe(200)
  expect(judged.size).toBeGreaterThan(0)
  expect([...judged].filter(([, times]) => times > 1)).toEqual([])
})
