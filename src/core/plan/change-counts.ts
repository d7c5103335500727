/** What two editions ask for, in numbers: by month, and by obligation beside its total. */
import type { Obligation, Plan } from '../plan.ts'
import { declaredTotal, plannedDay, type Slot } from '../slot.ts'
import { monthOf, yearOf } from '../wall-clock.ts'

export type MonthCount = { month: number; before: number; after: number }

/** Of the plan's year; what lies beyond is in no month of it. */
export function monthCounts(before: readonly Slot[], after: readonly Slot[], year: number): MonthCount[] {
  const inMonth = (slots: readonly Slot[], month: number) =>
    slots.filter((slot) => yearOf(plannedDay(slot)) === year && monthOf(plannedDay(slot)) === month).length
  return Array.from({ length: 12 }, (_, i) => ({
    month: i + 1,
    before: inMonth(before, i + 1),
    after: inMonth(after, i + 1),
  }))
}

export type ObligationTotal = {
  title: string
  before: number | null
  after: number | null
  slotsBefore: number
  slotsAfter: number
  changed: boolean
}

type Slots = { before: readonly Slot[]; after: readonly Slot[] }

/** Each obligation of either edition; one that is gone has no total any more. */
export function obligationTotals(before: Plan | null, after: Plan, slots: Slots): ObligationTotal[] {
  const old = new Map(before?.obligations.map((obligation) => [obligation.id, obligation]))
  const now = new Map(after.obligations.map((obligation) => [obligation.id, obligation]))
  const ids = [...new Set([...now.keys(), ...old.keys()])]
  return ids.map((id) => totalOf(old.get(id), now.get(id), id, slots))
}

function totalOf(
  old: Obligation | undefined,
  now: Obligation | undefined,
  id: string,
  slots: Slots,
): ObligationTotal {
  const own = (list: readonly Slot[]) =>
    list.filter(({ obligationId, airing }) => obligationId === id && airing === 'new').length
  const before = old ? declaredTotal(old.cadence) : null
  const after = now ? declaredTotal(now.cadence) : null
  const [slotsBefore, slotsAfter] = [own(slots.before), own(slots.after)]
  return {
    title: (now ?? old)?.title ?? id,
    ...{ before, after, slotsBefore, slotsAfter },
    changed: before !== after || slotsBefore !== slotsAfter,
  }
}

/** "thêm 14 kỳ, dời 13, bỏ 22"; empty when none. */
export const addedLines = (added: number, moved: number, dropped: number): string =>
  [added ? `thêm ${added} kỳ` : '', moved ? `dời ${moved} kỳ` : '', dropped ? `bỏ ${dropped} kỳ` : '']
    .filter(Boolean)
    .join(', ')
