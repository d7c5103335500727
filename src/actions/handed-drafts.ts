/** What each office below gets of a plan that is handed: in its own name, with hours of its own station. */
import { readWhen } from '../core/document/when/read-when.ts'
import { inOwnName, mergedInto, obligationsToPlace } from '../core/plan/handed-plan.ts'
import type { Handing } from '../core/plan/handing.ts'
import type { Air } from '../core/plan/lint-air.ts'
import { freePlanId } from '../core/plan/own-plan.ts'
import type { Plan } from '../core/plan.ts'
import { planRange } from '../core/plan-range.ts'
import type { Station } from '../core/station/station.ts'
import type { WholeUnit } from '../core/unit.ts'
import { type PlanThere, plansThere } from '../store/handings.ts'
import { listAirs } from '../store/stations.ts'
import type { Act } from './act.ts'
import { arrangeIn, withReasons } from './arrange.ts'

export type Drafted = {
  unit: WholeUnit
  plan: Plan
  /** When its station is on air, as it said; none before it said so. */
  stations: readonly Station[]
  /** Why each hour that was found is where it is. */
  placed: string[]
  /** What found no place, with what would help. */
  left: string[]
}

export type Given = {
  plan: Plan
  /** Everything that the office handed before, newest first. */
  handings: readonly Handing[]
  /** Editions of the plan by number, as they were handed. */
  editions: ReadonlyMap<number, Plan>
}

/** Nothing is stored. */
export async function draftsFor(act: Act, units: readonly WholeUnit[], given: Given): Promise<Drafted[]> {
  const { plan, handings } = given
  const called = new Map(units.map(({ code }) => [code, planThere(handings, plan.id, code) ?? plan.id]))
  const [there, airs] = await Promise.all([
    plansThere(act.db, called),
    listAirs(
      act.db,
      units.map(({ code }) => code),
      planRange(plan),
    ),
  ])
  const said = saidIn(plan)
  return units.map((unit) => {
    const air = airs.get(unit.code) ?? NO_HOURS
    return draftFor(act, unit, given, { there: there.get(unit.code) ?? NOTHING, air, said })
  })
}

const NOTHING: PlanThere = { ids: [], held: null }
const NO_HOURS: Air = { stations: [], taken: [] }

const planThere = (handings: readonly Handing[], planId: string, unit: string): string | null =>
  handings.find((one) => one.planId === planId && one.unit === unit)?.draft.planId ?? null

type Around = { there: PlanThere; air: Air; said: Said }

function draftFor(act: Act, unit: WholeUnit, given: Given, { there, air, said }: Around): Drafted {
  const { plan, handings, editions } = given
  const known = planThere(handings, plan.id, unit.code)
  const receiver = {
    unit: { code: unit.code, name: unit.name },
    id: known ?? freePlanId(plan.id, there.ids),
    succeeds: plan.succeeds === null ? null : planThere(handings, plan.succeeds, unit.code),
  }
  const before = editions.get(lastTaken(handings, plan.id, unit.code) ?? 0)
  const held = known === null ? null : there.held
  const own = inOwnName(plan, receiver)
  const whole = held && before ? mergedInto(held, inOwnName(before, receiver), own) : own
  return withStation(act, unit, whole, { held, air, said })
}

/** The edition that the office adopted last, or else got last. */
function lastTaken(handings: readonly Handing[], planId: string, unit: string): number | undefined {
  const own = handings.filter((one) => one.planId === planId && one.unit === unit)
  return (own.find(({ state }) => state === 'adopted' || state === 'changed') ?? own[0])?.edition
}

type Beside = { held: Plan | null; air: Air; said: Said }

/** What the document itself says about days and hours stays; without a station everything does. */
function withStation(act: Act, unit: WholeUnit, plan: Plan, { held, air, said }: Beside): Drafted {
  const hasStation = air.stations.length > 0
  const open = hasStation ? obligationsToPlace(plan, held).filter((id) => !said.get(id)?.hour) : []
  const named = placed(act, plan, air, { ids: open.filter((id) => said.get(id)?.days), days: true })
  const rest = { ids: open.filter((id) => !said.get(id)?.days), days: false }
  const all = placed(act, named.plan, air, rest)
  return {
    ...{ unit, plan: all.plan, stations: air.stations },
    placed: [...named.placed, ...all.placed],
    left: [...named.left, ...all.left],
  }
}

/** Whether the words of an obligation name its hour, or its days. */
type Said = ReadonlyMap<string, { hour: boolean; days: boolean }>

const saidIn = ({ obligations, year }: Plan): Said =>
  new Map(
    obligations.map(({ id, quote }) => {
      const { at, weekdays, dayOfMonth, weekOfMonth } = readWhen(quote, { year })
      const days = [weekdays, dayOfMonth, weekOfMonth].some((one) => one !== undefined)
      return [id, { hour: at !== undefined, days }]
    }),
  )

function placed(act: Act, plan: Plan, air: Air, { ids, days }: { ids: string[]; days: boolean }) {
  if (!ids.length) return { plan, placed: [], left: [] }
  const keep = { days, time: false }
  const arranged = arrangeIn(air, plan, { chosen: ids, keep, periods: act.calendars.periods })
  const left = ids.flatMap((id) => arranged.left.get(id) ?? [])
  return {
    plan: withReasons(arranged),
    placed: ids.flatMap((id) => arranged.found.get(id)?.why ?? []),
    left: left.map(({ why, remedy }) => (remedy ? `${why} Muốn vừa thì ${remedy.words}.` : why)),
  }
}

/** Somebody of the office has to look at its hours. */
export const wantsHours = ({ stations, left }: Drafted): boolean => stations.length === 0 || left.length > 0
