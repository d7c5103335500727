/**
 * Plans that run on: while an office has no plan for the coming year, last year's keeps the station going (nối tiếp).
 * What is made so says that it is, and gives way to the new plan from the day that one comes into force.
 */
import type { Cadence } from '../cadence.ts'
import type { Plan } from '../plan.ts'
import {
  type Instant,
  instantOf,
  type LocalDate,
  localDateOf,
  monthOf,
  yearOf,
  yearRange,
} from '../wall-clock.ts'
import { documentDay } from '../words/words.ts'
import { planForYear, planIdForYear } from './plan-year.ts'

/**
 * `runsOn`: somebody decided; null is nobody did, and then a plan that keeps a station going runs on until there is a
 * plan of the new year's own.
 */
export type KnownPlan = { plan: Plan; adoptedAt: Instant; runsOn: boolean | null }

/** A plan to store; slots from `until` on are not asked for. */
export type Carried = { plan: Plan; until: LocalDate | null }

const MARK = 'Lịch nối tiếp'

/** It has a rhythm that silence would break; tasks to be done once end with their year. */
export const keepsBeat = ({ obligations }: Plan): boolean =>
  obligations.some(({ cadence }) => cadence.kind === 'rate')

/** Made here, not adopted by somebody. */
export const isCarried = ({ assumptions }: Pick<Plan, 'assumptions'>): boolean =>
  assumptions.some((text) => text.startsWith(MARK))

/** In December the coming year is made. */
const lastYearToMake = (now: Instant): number => {
  const today = localDateOf(now)
  return yearOf(today) + (monthOf(today) === 12 ? 1 : 0)
}

/**
 * The plans that should stand for the years that began since an instant, the coming one included from December on. A
 * plan that was adopted for a year when that year was over is history, and does not run on.
 */
export function carryOn(known: readonly KnownPlan[], since: Instant, now: Instant): Carried[] {
  const carried: Carried[] = []
  const all = [...known]
  for (let year = yearOf(localDateOf(since)); year <= lastYearToMake(now); year++) {
    const starts = instantOf(yearRange(year).from)
    for (const source of all.filter(({ plan }) => plan.year === year - 1)) {
      if (since >= starts && source.adoptedAt >= starts) continue
      const next = nextOf(source, all, year)
      if (!next) continue
      carried.push(next)
      all.push({ plan: next.plan, adoptedAt: starts - 1, runsOn: null })
    }
  }
  return carried
}

function nextOf(source: KnownPlan, all: readonly KnownPlan[], year: number): Carried | null {
  const id = planIdForYear(source.plan.id, year)
  const there = all.find(({ plan }) => plan.id === id)
  // Somebody adopted it for this year by themselves: then it is theirs.
  if (there && !isCarried(there.plan)) return null
  const until = endOf(source, all, year)
  if (until === null) return { plan: marked(planForYear(source.plan, year), note(source.plan.year)), until }
  return there ? { plan: ended(planForYear(source.plan, year), until), until } : null
}

/** From when on it is not asked for; null while it is. */
function endOf({ runsOn, plan }: KnownPlan, all: readonly KnownPlan[], year: number): LocalDate | null {
  if (!(runsOn ?? keepsBeat(plan))) return yearRange(year).from
  if (runsOn === true) return null
  const own = all.filter((one) => one.plan.year === year && !isCarried(one.plan) && one.plan.id !== plan.id)
  return own.map((one) => one.plan.inForceFrom).sort()[0] ?? null
}

const note = (year: number): string => `${MARK} kế hoạch năm ${year}, trong khi chưa nhận kế hoạch mới.`

const marked = (plan: Plan, mark: string): Plan => ({
  ...plan,
  assumptions: [mark, ...plan.assumptions.filter((text) => !text.startsWith(MARK))],
})

/** A total for a whole year says nothing about a part of it. */
const ended = (plan: Plan, until: LocalDate): Plan => ({
  ...marked(plan, `${MARK} dừng từ ngày ${documentDay(until)}.`),
  obligations: plan.obligations.map((obligation) => ({
    ...obligation,
    cadence: withoutTotal(obligation.cadence),
  })),
})

const withoutTotal = (cadence: Cadence): Cadence =>
  'declared' in cadence ? { ...cadence, declared: null } : cadence
