import { expect, test } from 'vitest'
import { chooseTarget } from '../../src/actions/choose-target.ts'
import { calendars } from '../../src/calendars.ts'
import { rowKey } from '../../src/core/count/count-rows.ts'
import { FACT_KINDS, type Fact } from '../../src/core/fact.ts'
import type { Slot } from '../../src/core/slot.ts'
import type { Db } from '../../src/store/db.ts'
import { listLogged } from '../../src/store/facts.ts'
import { readEveryUnit } from '../../src/store/roll-up.ts'
import type { UnitPlan } from '../../src/store/roll-up-cells.ts'
import { facts, slots } from '../../src/store/schema.ts'
import { listSlots } from '../../src/store/slots.ts'
import { listTargets } from '../../src/store/targets.ts'
import { adopt } from '../support/adopt.ts'
import { database } from '../support/database.ts'
import { moment } from '../support/facts.ts'
import { recordMuch } from '../support/much.ts'
import { samplePlan } from '../support/plans.ts'
import { dice } from '../support/random-year.ts'

const NOW = moment('2025-08-04 08:00')
const UNIT = 'xa-thu'
const YEAR = { year: 2025, from: '2025-01-01', to: '2025-12-31' }

/** Two plans of a year, some of their slots withdrawn, and facts in which anything may be said or not. */
async function office() {
  const house = await database()
  const { db } = house
  for (const name of ['ngok-tu-2025', 'duc-pho-2024'])
    await adopt(db, UNIT, samplePlan(name, 2025), calendars, NOW)
  await db.$client.execute(`UPDATE slots SET withdrawn_at = ${NOW} WHERE id LIKE '%7'`)
  const next = dice(16)
  const maybe = <T>(value: T): T | null => (next() < 0.3 ? value : null)
  const rows = await db.select().from(slots)
  await db.insert(facts).values(
    Array.from({ length: 300 }, (_, i) => {
      const slot = rows[Math.floor(next() * rows.length)] as (typeof rows)[number]
      return {
        ...{ unit: UNIT, id: `f${i}`, planId: slot.planId, obligationId: slot.obligationId },
        slotId: next() < 0.8 ? slot.id : null,
        kind: FACT_KINDS[Math.floor(next() * FACT_KINDS.length)] ?? 'note',
        ...{
          at: NOW + Math.floor(next() * 1000),
          recordedAt: NOW + Math.floor(next() * 1000),
          by: 'Lan',
          byId: 'lan',
        },
        ...{ minutes: maybe(12), reason: maybe('power'), corrects: maybe('f1'), value: maybe(2.5) },
        ...{ toDate: maybe('2025-10-03'), toTime: maybe('05:30') },
      }
    }),
  )
  const who = { unit: UNIT, id: 'lan', name: 'Lan', role: 'leader', via: 'session' } as const
  const of = { planId: 'ngok-tu-2025', obligationId: 'C.I.2.a', airing: 'new' } as const
  await chooseTarget({ db, who, now: NOW }, of, { choice: 'pro-rata', document: 'Công văn 15' })
  return house
}

/** As far as a count asks. */
const toldOf = ({ id, planId, obligationId, slotId, kind, at, recordedAt, ...more }: Fact) => {
  const { corrects, minutes, reason, value, to } = more
  return { id, planId, obligationId, slotId, kind, at, recordedAt, corrects, minutes, reason, value, to }
}
const askedOf = ({ ordinal: _, rank: __, of: ___, ...slot }: Slot) => slot
const asRead = (recorded: readonly { slot: Slot; facts: readonly Fact[] }[]) =>
  recorded
    .map(({ slot, facts }) => ({ slot: askedOf(slot), facts: facts.map(toldOf) }))
    .sort((a, b) => (a.slot.id < b.slot.id ? -1 : 1))

async function forCounts(db: Db): Promise<UnitPlan[]> {
  const plans: UnitPlan[] = []
  for await (const unit of readEveryUnit(db, [UNIT], YEAR)) plans.push(...unit.plans)
  return plans
}

/** The same, as pages read it. */
const asPages = async (db: Db, planId: string) => ({
  planId,
  recorded: asRead(await listSlots(db, UNIT, { planId })),
  logged: (await listLogged(db, UNIT, { planId })).map(toldOf),
  targets: new Map((await listTargets(db, UNIT, [planId])).map((target) => [rowKey(target), target.value])),
})

test('a count of many offices starts from the very slots and facts that pages start from, few or too many for one answer', async () => {
  await using house = await office()
  const { db } = house
  for (const more of [() => undefined, () => recordMuch(db, UNIT, 40)]) {
    await more()
    const plans = await forCounts(db)
    expect(plans.map(({ planId }) => planId)).toEqual(['duc-pho-2024@2025', 'ngok-tu-2025'])
    for (const { planId, recorded, logged, options } of plans)
      expect({
        ...{ planId, recorded: asRead(recorded), logged: logged.map(toldOf) },
        targets: options.targets,
      }).toEqual(await asPages(db, planId))
  }
})
