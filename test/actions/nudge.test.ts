/** A province reminds who lags: shown before, at most once a day each, whoever asks. */
import { expect, test } from 'vitest'
import { createUser } from '../../src/accounts/user.ts'
import { laggards, nudge, nudgeable } from '../../src/actions/nudge.ts'
import { rollUp } from '../../src/actions/roll-up.ts'
import { addUnits } from '../../src/actions/units.ts'
import { calendars } from '../../src/calendars.ts'
import { ANY_TIME } from '../../src/core/notice/notice.ts'
import { DAY_MS, instantOf, localDateOf } from '../../src/core/wall-clock.ts'
import { commandLine, listAudit } from '../../src/store/audit.ts'
import { listMessages } from '../../src/store/outbox.ts'
import { listSeen } from '../../src/store/unit-tree.ts'
import { adopt } from '../support/adopt.ts'
import { saveConfirmed } from '../support/people.ts'
import { samplePlan } from '../support/plans.ts'
import { testHouse } from '../support/test-house.ts'

const NOW = instantOf('2025-10-14', '09:00')
const PROVINCE = 'tinh-quang-ngai'

async function province() {
  const house = await testHouse()
  const unit = (code: string, name: string, parent: string | null) => {
    return { code, name, parent, kind: null, officialCode: null }
  }
  await addUnits(
    house.db,
    [
      unit(PROVINCE, 'UBND tỉnh Quảng Ngãi', null),
      ...['ba-to', 'son-ha', 'mo-rai'].map((code) => unit(`xa-${code}`, `UBND xã ${code}`, PROVINCE)),
    ],
    commandLine,
    NOW,
  )
  for (const code of ['xa-ba-to', 'xa-son-ha'])
    await adopt(house.db, code, samplePlan('ngok-tu-2025'), calendars, NOW)
  const lan = await createUser(house.db, { unit: 'xa-ba-to', name: 'Y Lan', role: 'officer' }, NOW)
  if (!lan.ok) throw new Error(lan.problem.detail)
  const settings = { email: 'lan@example.vn', kinds: ['ask' as const], reach: ANY_TIME }
  await saveConfirmed(house.db, 'xa-ba-to', lan.value.id, settings, NOW)
  const act = (now = NOW) => {
    return { db: house.db, now, calendars, who: { unit: PROVINCE, id: 'u', name: 'Lê Sở' } }
  }
  const behind = async (now = NOW) => {
    const question = { basis: 'plan-year' as const, period: 'Q3', year: 2025, asOf: localDateOf(now) }
    const rolled = await rollUp(
      { db: house.db, calendars, now },
      await listSeen(house.db, PROVINCE),
      question,
    )
    if (!rolled.ok) throw new Error(rolled.problem.detail)
    return laggards(rolled.value, PROVINCE)
  }
  return { ...house, act, behind }
}

test('those that lag are named with what waits; who cannot be reached, and who has nothing due, is not written to', async () => {
  await using house = await province()
  const open = await nudgeable(house.act(), await house.behind())
  expect(open.map(({ unit, receivers, isNudged }) => [unit.code, receivers, isNudged])).toEqual([
    ['xa-ba-to', 1, false],
    ['xa-son-ha', 0, false],
  ])
  expect(open[0]?.lines[0]).toMatch(/^quý III năm 2025: đã xác nhận 0\/\d+, còn \d+ kỳ chưa xác nhận$/)
  expect(await nudge(house.act(), 'UBND tỉnh Quảng Ngãi', open, 'Trước thứ Sáu.')).toEqual({
    ok: true,
    value: 1,
  })
  const [message, ...more] = await listMessages(house.db, 'xa-ba-to')
  expect([message?.template, message?.data.note, message?.data.by, more]).toEqual([
    ...['nudge', 'Trước thứ Sáu.', 'UBND tỉnh Quảng Ngãi'],
    [],
  ])
  expect((await listAudit(house.db, PROVINCE)).map(({ kind, subject }) => [kind, subject])).toContainEqual([
    ...['units-nudged', '1 đơn vị'],
  ])
})

test('once a day each, whoever asks and about whatever; the next day again', async () => {
  await using house = await province()
  const behind = await house.behind()
  const twice = await Promise.all([
    nudge(house.act(), 'Tỉnh', behind, ''),
    nudge(house.act(NOW + 60_000), 'Tỉnh', behind, 'khác'),
  ])
  expect(twice.some(({ ok }) => ok)).toBe(true)
  const again = await nudge(house.act(NOW + 3_600_000), 'Tỉnh', behind, '')
  expect([again.ok, (await nudgeable(house.act(), behind)).map(({ isNudged }) => isNudged)]).toEqual([
    false,
    [true, false],
  ])
  expect(await listMessages(house.db, 'xa-ba-to')).toHaveLength(1)
  await nudge(house.act(NOW + DAY_MS), 'Tỉnh', await house.behind(NOW + DAY_MS), '')
  expect(await listMessages(house.db, 'xa-ba-to')).toHaveLength(2)
})

test('somebody who gets an address later on that day is not written to once more', async () => {
  await using house = await province()
  const behind = await house.behind()
  await nudge(house.act(), 'Tỉnh', behind, '')
  const late = await createUser(house.db, { unit: 'xa-ba-to', name: 'Y Sau', role: 'leader' }, NOW)
  if (!late.ok) throw new Error(late.problem.detail)
  const settings = { email: 'sau@example.vn', kinds: ['ask' as const], reach: ANY_TIME }
  await saveConfirmed(house.db, 'xa-ba-to', late.value.id, settings, NOW)
  expect((await nudge(house.act(NOW + 60_000), 'Tỉnh', behind, '')).ok).toBe(false)
  expect(await listMessages(house.db, 'xa-ba-to')).toHaveLength(1)
})

test('a word that is too long is refused, and nobody is written to', async () => {
  await using house = await province()
  const refused = await nudge(house.act(), 'Tỉnh', await house.behind(), 'a'.repeat(301))
  expect(refused.ok ? null : refused.problem).toMatchObject({
    kind: 'invalid',
    errors: [{ path: ['loiNhan'] }],
  })
  expect(await listMessages(house.db, 'xa-ba-to')).toEqual([])
})
