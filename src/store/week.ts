/** What the page of a week is made of. */

import { type PlanSign, planSigns } from '../core/plan/plan-sign.ts'
import type { SlotRecord } from '../core/reading.ts'
import type { Closing } from '../core/record/closing.ts'
import type { Station } from '../core/station/station.ts'
import { addDays, type DateRange } from '../core/wall-clock.ts'
import { closingsOf } from './closings.ts'
import { type ContinuousObligation, continuousIn } from './continuous.ts'
import type { Db } from './db.ts'
import { readLists } from './json-rows.ts'
import { memory } from './memory.ts'
import { planIdsOf } from './plans.ts'
import { listSlots } from './slots.ts'
import { stationsOf } from './stations.ts'
import type { UnitState } from './units.ts'

export type WeekSource = {
  /** Slots of the week and the one before; for the current week also those from before that nobody settled. */
  records: readonly SlotRecord[]
  /** Obligations without slots. */
  continuous: readonly ContinuousObligation[]
  /** The station's hours. */
  stations: readonly Station[]
  /** By plan. */
  signs: ReadonlyMap<string, PlanSign>
  /** Periods whose report is frozen. */
  closings: readonly Closing[]
}

/** A week takes some 100 KB. */
const MOST_WEEKS = 300

const memories = new WeakMap<Db, ReturnType<typeof memory<WeekSource>>>()

/** Asked of the database once for each version of the unit. */
export function weekSource(
  db: Db,
  unit: UnitState,
  week: DateRange,
  isCurrent: boolean,
): Promise<WeekSource> {
  const recall = memories.get(db) ?? memory<WeekSource>(MOST_WEEKS)
  memories.set(db, recall)
  const key = `${unit.code} ${week.from} ${isCurrent}`
  return recall(key, unit.version, () => readWeek(db, unit.code, week, isCurrent))
}

async function readWeek(db: Db, unit: string, week: DateRange, isCurrent: boolean): Promise<WeekSource> {
  const range = { from: addDays(week.from, -7), to: week.to }
  const [records, [continuous, stations, plans, closings]] = await Promise.all([
    listSlots(db, unit, { range, ...(isCurrent && { openBefore: range.from }) }),
    readLists(db, [continuousIn(unit, week), stationsOf(unit), planIdsOf(unit), closingsOf(unit)]),
  ])
  return { records, continuous, stations, signs: planSigns(plans), closings }
}
