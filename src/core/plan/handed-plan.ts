/**
 * The plan that an office below gets: in its own name, and without what is the other's alone. Where it has an edition of
 * the plan already, only what the office above changed since is changed there too; the rest stays as it made it.
 */
import type { Obligation, Plan } from '../plan.ts'
import { documentDay } from '../words/words.ts'
import { canonical } from './changes.ts'
import { withOwnName, withOwnPlace } from './own-plan.ts'

export type Receiver = {
  unit: Plan['unit']
  /** What the plan is called there. */
  id: string
  /** The plan there whose place it takes. */
  succeeds: string | null
}

/** Quotes stay as they are: they are words of the document that it was handed with. */
export function inOwnName(plan: Plan, { unit, id, succeeds }: Receiver): Plan {
  const own = (text: string): string => withOwnPlace(text, plan.unit.name, unit.name)
  return {
    ...plan,
    ...{ id, unit, succeeds, number: null, issued: null },
    title: withOwnName(plan.title, plan.unit.name, unit.name),
    assumptions: [...plan.assumptions.map(own), ...handedWith(plan)],
    obligations: plan.obligations.map((obligation) => ({
      ...obligation,
      title: own(obligation.title),
      assumptions: obligation.assumptions.map(own),
    })),
  }
}

function handedWith({ number, issued, unit }: Plan): string[] {
  if (number === null) return []
  return [
    `Theo Kế hoạch số ${number}${issued === null ? '' : ` ngày ${documentDay(issued)}`} của ${unit.name}.`,
  ]
}

/** `before` and `next`: as they were handed, in the receiver's name; `held`: as it holds there. */
export function mergedInto(held: Plan, before: Plan, next: Plan): Plan {
  const changed = <K extends keyof Plan>(field: K): Plan[K] =>
    same(before[field], next[field]) ? held[field] : next[field]
  return {
    ...held,
    ...{ title: changed('title'), year: changed('year'), until: changed('until') },
    ...{ inForceFrom: changed('inForceFrom'), silentDays: changed('silentDays') },
    assumptions: changed('assumptions'),
    topics: mergedList(held.topics, before.topics, next.topics),
    obligations: mergedList(held.obligations, before.obligations, next.obligations, withOwnHours),
  }
}

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

/** What `next` changed, added or left out; everything else as it is held, in the order of `next`. */
function mergedList<T extends { id: string }>(
  held: readonly T[],
  before: readonly T[],
  next: readonly T[],
  keep: (next: T, held: T, before: T) => T = (one) => one,
): T[] {
  const [own, old] = [byId(held), byId(before)]
  const from = next.flatMap((one): T[] => {
    const [mine, was] = [own.get(one.id), old.get(one.id)]
    if (!was) return [one]
    if (same(was, one)) return mine ? [mine] : []
    return [mine ? keep(one, mine, was) : one]
  })
  const known = new Set([...next, ...before].map(({ id }) => id))
  return [...from, ...held.filter(({ id }) => !known.has(id))]
}

const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]))

/** A rhythm that did not change keeps the days and hours that the office gave it. */
const withOwnHours = (next: Obligation, held: Obligation, before: Obligation): Obligation =>
  same(next.cadence, before.cadence)
    ? { ...next, cadence: held.cadence, assumptions: held.assumptions }
    : next

/** Obligations whose hour is still the office above's: those that are new there, and those whose rhythm changed. */
export const obligationsToPlace = (plan: Plan, held: Plan | null): string[] => {
  const own = byId(held?.obligations ?? [])
  return plan.obligations
    .filter(({ id, cadence }) => cadence.kind === 'rate' && !same(own.get(id)?.cadence, cadence))
    .map(({ id }) => id)
}
