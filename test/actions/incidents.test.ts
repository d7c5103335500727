import { expect, test } from 'vitest'
import { acceptIncident, recordIncident, recordRest, undoIncident } from '../../src/actions/incidents.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { calendars } from '../../src/calendars.ts'
import { inputOf } from '../../src/core/fact.ts'
import type { Incident } from '../../src/core/incident.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { listFacts } from '../../src/store/facts.ts'
import { findIncident, listIncidents } from '../../src/store/incidents.ts'
import { listSlots } from '../../src/store/slots.ts'
import { adopt } from '../support/adopt.ts'
import { closeAugust } from '../support/closed-month.ts'
import { standing } from '../support/moments.ts'
import { samplePlan } from '../support/plans.ts'
import { testHouse } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const LAN = { unit: UNIT, id: 'u-lan', name: 'Lan' }
const NOW = instantOf('2025-08-20', '08:00')

/** The first week of August: a new issue on Monday the 4th, another programme on Tuesday the 5th. */
const STORM: Incident = {
  ...{ id: 'bao-5', kind: 'disaster', channel: 'loudspeaker', note: 'Bão số 5', document: null },
  ...{ from: instantOf('2025-08-04'), to: instantOf('2025-08-11') },
}
const MONDAY_SLOT = 'ngok-tu-2025:C.I.2.a:16'
const TUESDAY_SLOT = 'ngok-tu-2025:C.I.2.c:08'

async function ngokTu() {
  const house = await testHouse()
  await adopt(house.db, UNIT, samplePlan('ngok-tu-2025'), calendars, NOW)
  const told = async () =>
    (await listFacts(house.db, UNIT)).map(({ slotId, kind, incidentId }) => [slotId, kind, incidentId])
  const standings = async () => {
    const records = await listSlots(house.db, UNIT, { range: { from: '2025-08-04', to: '2025-08-05' } })
    const dated = records.filter(({ slot }) => slot.date !== null)
    return Object.fromEntries(dated.map(({ slot, facts }) => [slot.id, standing(slot, facts, NOW)]))
  }
  return { ...house, told, standings }
}

test('one entry explains every open slot, with the incident named in each fact', async () => {
  await using house = await ngokTu()
  const recorded = await recordIncident({ db: house.db, who: LAN, now: NOW }, STORM, null)
  expect(recorded.ok && recorded.value.recorded).toBe(2)
  expect(await house.told()).toEqual([
    [MONDAY_SLOT, 'not-aired', 'bao-5'],
    [TUESDAY_SLOT, 'not-aired', 'bao-5'],
  ])
})

test('sent twice, one after the other or at once, it is recorded once', async () => {
  await using house = await ngokTu()
  await Promise.all([1, 2, 3].map(() => recordIncident({ db: house.db, who: LAN, now: NOW }, STORM, null)))
  await recordIncident({ db: house.db, who: LAN, now: NOW }, STORM, null)
  expect(await house.told()).toHaveLength(2)
  expect(await listIncidents(house.db, UNIT)).toHaveLength(1)
})

test('its id does not stand for another incident, another choice, or somebody else’s', async () => {
  await using house = await ngokTu()
  await recordIncident({ db: house.db, who: LAN, now: NOW }, STORM, null)
  const others = [
    recordIncident({ db: house.db, who: LAN, now: NOW }, { ...STORM, to: instantOf('2025-08-20') }, null),
    recordIncident({ db: house.db, who: LAN, now: NOW }, STORM, new Set([MONDAY_SLOT])),
    recordIncident({ db: house.db, who: { ...LAN, id: 'khac' }, now: NOW }, STORM, null),
  ]
  for (const other of await Promise.all(others))
    expect(other).toMatchObject({ ok: false, problem: { kind: 'key-reused' } })
  expect(await house.told()).toHaveLength(2)
})

test('an outcome that somebody recorded stays as it is', async () => {
  await using house = await ngokTu()
  await recordFact({ db: house.db, who: LAN, now: NOW }, MONDAY_SLOT, inputOf('aired'))
  await recordIncident(
    { db: house.db, who: LAN, now: NOW },
    { ...STORM, document: 'Công điện 03' },
    new Set([MONDAY_SLOT, TUESDAY_SLOT]),
  )
  expect(await house.standings()).toEqual({ [MONDAY_SLOT]: 'done', [TUESDAY_SLOT]: 'excused' })
})

test('who records at the same moment: the slot gets one outcome', async () => {
  await using house = await ngokTu()
  await Promise.all([
    recordIncident({ db: house.db, who: LAN, now: NOW }, STORM, null),
    recordFact({ db: house.db, who: LAN, now: NOW }, MONDAY_SLOT, inputOf('aired')),
    recordFact({ db: house.db, who: LAN, now: NOW }, TUESDAY_SLOT, inputOf('aired')),
  ])
  const slots = (await house.told()).map(([slot]) => slot)
  expect(slots.toSorted()).toEqual([MONDAY_SLOT, TUESDAY_SLOT])
})

test('only the chosen slots are explained; the rest can follow', async () => {
  await using house = await ngokTu()
  await recordIncident({ db: house.db, who: LAN, now: NOW }, STORM, new Set([TUESDAY_SLOT]))
  expect(await house.told()).toEqual([[TUESDAY_SLOT, 'not-aired', 'bao-5']])
  await recordRest({ db: house.db, who: LAN, now: NOW }, 'bao-5')
  expect(await house.standings()).toEqual({ [MONDAY_SLOT]: 'missed', [TUESDAY_SLOT]: 'missed' })
})

test('a document that comes later excuses what the incident had recorded, and nothing else', async () => {
  await using house = await ngokTu()
  await recordFact(
    { db: house.db, who: LAN, now: NOW },
    MONDAY_SLOT,
    inputOf('not-aired', { reason: 'equipment' }),
  )
  await recordIncident({ db: house.db, who: LAN, now: NOW }, STORM, null)
  const accepted = await acceptIncident({ db: house.db, who: LAN, now: NOW }, 'bao-5', 'Công văn số 12/UBND')
  expect(accepted.ok && accepted.value.recorded).toBe(1)
  expect(await house.standings()).toEqual({ [MONDAY_SLOT]: 'missed', [TUESDAY_SLOT]: 'excused' })
  expect((await findIncident(house.db, UNIT, 'bao-5'))?.document).toBe('Công văn số 12/UBND')
})

test('a slot that was left out stays out when the document comes, and can follow', async () => {
  await using house = await ngokTu()
  await recordIncident({ db: house.db, who: LAN, now: NOW }, STORM, new Set([TUESDAY_SLOT]))
  await acceptIncident({ db: house.db, who: LAN, now: NOW }, 'bao-5', 'Công văn số 12/UBND')
  expect(await house.standings()).toEqual({ [MONDAY_SLOT]: 'unconfirmed', [TUESDAY_SLOT]: 'excused' })
  await recordRest({ db: house.db, who: LAN, now: NOW }, 'bao-5')
  expect(await house.standings()).toEqual({ [MONDAY_SLOT]: 'excused', [TUESDAY_SLOT]: 'excused' })
})

test('undone as a whole: corrections bring every slot back, a second time changes nothing', async () => {
  await using house = await ngokTu()
  await recordIncident({ db: house.db, who: LAN, now: NOW }, STORM, null)
  await acceptIncident({ db: house.db, who: LAN, now: NOW }, 'bao-5', 'Công văn số 12/UBND')
  expect(await undoIncident({ db: house.db, who: LAN, now: NOW }, 'bao-5')).toEqual({ ok: true, value: 4 })
  expect(await house.standings()).toEqual({ [MONDAY_SLOT]: 'unconfirmed', [TUESDAY_SLOT]: 'unconfirmed' })
  expect(await undoIncident({ db: house.db, who: LAN, now: NOW }, 'bao-5')).toEqual({ ok: true, value: 0 })
  expect((await findIncident(house.db, UNIT, 'bao-5'))?.undone).toEqual({ by: 'Lan', at: NOW })
  expect(await house.told()).toHaveLength(8)
})

test('what somebody else recorded on its slots survives the undoing', async () => {
  await using house = await ngokTu()
  await recordIncident({ db: house.db, who: LAN, now: NOW }, STORM, null)
  await recordFact({ db: house.db, who: LAN, now: NOW }, MONDAY_SLOT, inputOf('made-up', { at: NOW }))
  await undoIncident({ db: house.db, who: LAN, now: NOW }, 'bao-5')
  expect(await house.standings()).toEqual({ [MONDAY_SLOT]: 'made-up', [TUESDAY_SLOT]: 'unconfirmed' })
})

test('an incident that was undone records nothing more', async () => {
  await using house = await ngokTu()
  await recordIncident({ db: house.db, who: LAN, now: NOW }, STORM, new Set())
  await undoIncident({ db: house.db, who: LAN, now: NOW }, 'bao-5')
  const rest = await recordRest({ db: house.db, who: LAN, now: NOW }, 'bao-5')
  const later = await acceptIncident({ db: house.db, who: LAN, now: NOW }, 'bao-5', 'Công văn số 12/UBND')
  expect([rest, later].map((done) => !done.ok && done.problem.kind)).toEqual(['conflict', 'conflict'])
  expect(await house.told()).toEqual([])
})

test('in a closed period an incident says why, and so does its undoing', async () => {
  await using house = await ngokTu()
  await closeAugust(house.db, UNIT)
  const untold = await recordIncident(
    { db: house.db, who: LAN, now: NOW },
    { ...STORM, id: 'bao-6', note: null },
    null,
  )
  expect(untold).toMatchObject({
    ok: false,
    problem: { kind: 'conflict', errors: [{ code: 'closed-period' }] },
  })
  expect([await house.told(), await listIncidents(house.db, UNIT)]).toEqual([[], []])
  await recordIncident({ db: house.db, who: LAN, now: NOW }, STORM, null)
  expect(await house.standings()).toEqual({ [MONDAY_SLOT]: 'missed', [TUESDAY_SLOT]: 'missed' })
  expect((await undoIncident({ db: house.db, who: LAN, now: NOW }, 'bao-5')).ok).toBe(false)
  expect(await undoIncident({ db: house.db, who: LAN, now: NOW }, 'bao-5', 'ghi nhầm ngày')).toEqual({
    ok: true,
    value: 2,
  })
})

test('another unit with the same id has an incident of its own', async () => {
  await using house = await ngokTu()
  await house.addUnit('xa-khac')
  await recordIncident({ db: house.db, who: LAN, now: NOW }, STORM, null)
  const other = { ...LAN, unit: 'xa-khac' }
  expect((await recordRest({ db: house.db, who: other, now: NOW }, 'bao-5')).ok).toBe(false)
  const theirs = await recordIncident({ db: house.db, who: other, now: NOW }, STORM, null)
  expect(theirs.ok && theirs.value.recorded).toBe(0)
  expect((await undoIncident({ db: house.db, who: other, now: NOW }, 'bao-5')).ok).toBe(true)
  expect(await house.standings()).toEqual({ [MONDAY_SLOT]: 'missed', [TUESDAY_SLOT]: 'missed' })
})
