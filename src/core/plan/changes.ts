/** What lies between two editions (thay đổi), in obligations and in slots: a value, worked out, never stored. */
import type { Obligation, Plan } from '../plan.ts'
import { plannedDay, type Slot } from '../slot.ts'
import type { LocalDate } from '../wall-clock.ts'
import type { Placing } from './placing.ts'

export const OBLIGATION_FIELDS = [
  'clause',
  'title',
  'channels',
  'lead',
  'support',
  'quote',
  'cadence',
  'assumptions',
] as const
export type ObligationField = (typeof OBLIGATION_FIELDS)[number]

export type ChangedObligation = { before: Obligation; after: Obligation; fields: ObligationField[] }
export type MovedSlot = { before: Slot; after: Slot }

export type Changes = {
  obligations: { added: Obligation[]; removed: Obligation[]; changed: ChangedObligation[] }
  slots: {
    added: Slot[]
    moved: MovedSlot[]
    /** Nobody touched them, and they are asked for no more. */
    dropped: Slot[]
    /** Somebody touched them: they stay as they are, withdrawn where they are asked for no more. */
    kept: Slot[]
  }
}

export const changesBetween = (before: Plan | null, after: Plan, placing: Placing): Changes => ({
  obligations: changedObligations(before?.obligations ?? [], after.obligations),
  slots: changedSlots(placing),
})

function changedObligations(
  before: readonly Obligation[],
  after: readonly Obligation[],
): Changes['obligations'] {
  const old = new Map(before.map((obligation) => [obligation.id, obligation]))
  const now = new Set(after.map(({ id }) => id))
  return {
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !now.has(id)),
    changed: after.flatMap((obligation) => {
      const was = old.get(obligation.id)
      const fields = was ? fieldsThatDiffer(was, obligation) : []
      return was && fields.length ? [{ before: was, after: obligation, fields }] : []
    }),
  }
}

/** Values are plain data, whose keys come in the order of one schema. */
export const fieldsThatDiffer = (before: Obligation, after: Obligation): ObligationField[] =>
  OBLIGATION_FIELDS.filter(
    (field) => before[field] !== after[field] && canonical(before[field]) !== canonical(after[field]),
  )

/** One text for one value, whatever the order of its keys. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

function changedSlots({ placed, withdrawn, dropped }: Placing): Changes['slots'] {
  const still = withdrawn.filter(({ slot }) => !slot.withdrawn)
  const held = placed.filter(({ kept, was, slot, want }) => kept && was && !isSamePlace(slot, want))
  return {
    added: placed.flatMap(({ slot, was }) => (was === null || was.gone ? [slot] : [])),
    moved: placed.flatMap(({ slot, was }) =>
      was && !was.gone && !isSamePlace(was.slot, slot) ? [{ before: was.slot, after: slot }] : [],
    ),
    dropped: dropped.map(({ slot }) => slot),
    kept: [...held.map(({ slot }) => slot), ...still.map(({ slot }) => slot)],
  }
}

/** On the same day, at the same hour, as long. */
export const isSamePlace = (a: Slot, b: Slot): boolean =>
  a.date === b.date &&
  a.time === b.time &&
  a.minutes === b.minutes &&
  a.window?.from === b.window?.from &&
  a.window?.to === b.window?.to

/** Nothing of the plan itself and none of its slots would be otherwise. */
export const isNothing = ({ obligations, slots }: Changes): boolean =>
  [...Object.values(obligations), ...Object.values(slots)].every((list) => list.length === 0)

/** The days whose count differs. What somebody touched and is still asked for counts as it did. */
export const changedDays = ({ placed, withdrawn, dropped }: Placing): LocalDate[] =>
  [
    ...placed.flatMap(({ slot, was }) => {
      if (was === null || was.gone || was.slot.withdrawn) return [slot]
      return isSamePlace(was.slot, slot) ? [] : [was.slot, slot]
    }),
    ...withdrawn.flatMap(({ slot }) => (slot.withdrawn ? [] : [slot])),
    ...dropped.map(({ slot }) => slot),
  ].map(plannedDay)
