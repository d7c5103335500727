/**
 * What offices add up to, kept in this process, so that a province that sorts, filters, turns a page or takes the workbook
 * counts no office twice. Nothing here can be stale: who asks names the version that the database holds now, of what an office
 * recorded and of what it settled for itself (`unitVersions`), and an office that wrote anything since is counted again.
 */

import { endOfDay, type Instant, instantOf, localDateOf } from '../core/wall-clock.ts'
import { withoutBreath } from '../portions.ts'
import type { Db } from '../store/db.ts'
import { readEveryUnit, type YearQuestion } from '../store/roll-up.ts'
import type { UnitPlan } from '../store/roll-up-cells.ts'
import type { RollUpLook } from './roll-up.ts'
import { type TallyQuestion, tallyOf, type UnitTally, type UnitTerms } from './unit-tally.ts'

/** `version` is null before it has a plan. */
type Asked = { code: string; version: string | null; terms: UnitTerms }

type Kept = { version: string; from: Instant; until: Instant; tally: UnitTally }

/** Of one database, those used last at the end. One takes some 2 KB. */
type Tallies = Map<string, Kept>

/** Three questions about every commune of the country. */
const MOST = 10_000

const talliesOf = new WeakMap<Db, Tallies>()

/** By code, of every unit that is asked for. */
export async function tallyUnits(
  { db, breathe = withoutBreath, fewAtOnce }: RollUpLook,
  units: readonly Asked[],
  { question, days }: { question: TallyQuestion; days: YearQuestion },
): Promise<ReadonlyMap<string, UnitTally>> {
  const kept: Tallies = talliesOf.get(db) ?? new Map()
  talliesOf.set(db, kept)
  const tallies = new Map<string, UnitTally>()
  const unknown = new Map<string, Asked>()
  for (const unit of units) {
    const found = recall(kept, unit, question)
    if (found) tallies.set(unit.code, found)
    else if (unit.version === null) tallies.set(unit.code, tallyOf([], unit.terms, question))
    else unknown.set(unit.code, unit)
  }
  const atOnce = fewAtOnce ? FEW : AT_ONCE
  const keep = (unit: Asked, plans: readonly UnitPlan[]) => {
    const tally = tallyOf(plans, unit.terms, question)
    tallies.set(unit.code, tally)
    remember(kept, unit, question, tally)
  }
  let counted = 0
  for await (const { unit: code, plans } of readEveryUnit(
    db,
    [...unknown.keys()],
    days,
    fewAtOnce ? FEW : undefined,
  )) {
    keep(unknown.get(code) as Asked, plans)
    unknown.delete(code)
    if (++counted % atOnce === 0) await breathe()
  }
  // Whose plans are of other years.
  for (const unit of unknown.values()) keep(unit, [])
  return tallies
}

/** Judging so many takes some fifty milliseconds. */
const AT_ONCE = 20
/** Reading and judging so many, some ten. */
const FEW = 4

/** All that a tally is made of besides the plans. */
const keyOf = ({ code, terms }: Asked, { period, year, asOf }: TallyQuestion): string =>
  [code, period.basis, period.from, period.to, year, asOf, terms.onTimeDays, terms.closedFrom].join(' ')

function recall(kept: Tallies, unit: Asked, question: TallyQuestion): UnitTally | null {
  const key = keyOf(unit, question)
  const found = kept.get(key)
  if (!found || found.version !== unit.version) return null
  if (question.now < found.from || question.now >= found.until) return null
  kept.delete(key)
  kept.set(key, found)
  return found.tally
}

function remember(kept: Tallies, unit: Asked, question: TallyQuestion, tally: UnitTally): void {
  if (unit.version === null) return
  const key = keyOf(unit, question)
  kept.delete(key)
  kept.set(key, { version: unit.version, tally, ...spanOf(question, tally) })
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST) break
    kept.delete(oldest)
  }
}

/** While it holds: a day that is over, or still to come, is looked at as a whole; today goes by the clock. */
function spanOf({ asOf, now }: TallyQuestion, { changesAt }: UnitTally): Pick<Kept, 'from' | 'until'> {
  const today = localDateOf(now)
  if (asOf < today) return { from: endOfDay(asOf), until: Number.POSITIVE_INFINITY }
  if (asOf > today) return { from: 0, until: instantOf(asOf) }
  return { from: now, until: Math.min(changesAt, endOfDay(today)) }
}
