/** The slots of a plan as its adopted editions made them, one after the other: how what was adopted is told again. */
import type { ReportPeriods } from '../period.ts'
import type { Plan } from '../plan.ts'
import { planRange } from '../plan-range.ts'
import type { Slot } from '../slot.ts'
import type { Instant, LocalDate } from '../wall-clock.ts'
import { askedSlots } from './asked.ts'
import { type Changes, changesBetween } from './changes.ts'
import { type Placing, placeSlots, type StoredSlot } from './placing.ts'

/** An edition that was adopted, with the days of events and the end that held then. */
export type Adopted = { plan: Plan; from: LocalDate; at: Instant; ends: LocalDate | null }

/** When a slot was touched first; undefined if never. */
export type TouchedAt = (slotId: string) => Instant | undefined

/** What stands after an edition: placed, withdrawn or gone, and all that lies before its first day. */
export function storedAfter(
  stored: readonly StoredSlot[],
  { placed, withdrawn, dropped }: Placing,
): StoredSlot[] {
  const moved = new Set([...placed.map(({ was }) => was), ...withdrawn, ...dropped])
  return [
    ...stored.filter((one) => !moved.has(one)),
    ...placed.map(({ slot, was }) => ({
      slot,
      touched: was?.touched ?? false,
      tied: was?.tied ?? false,
      gone: false,
    })),
    ...withdrawn.map((one) => ({ ...one, slot: { ...one.slot, withdrawn: true } })),
    ...dropped.map((one) => ({ ...one, gone: true })),
  ]
}

/** What an edition changed, and the slots that were asked for before and after it. */
export type Told = { changes: Changes; before: Slot[]; after: Slot[] }

/** Those that are asked for. */
export const asked = (stored: readonly StoredSlot[]): Slot[] =>
  stored.flatMap(({ slot, gone }) => (gone || slot.withdrawn ? [] : [slot]))

/** What each adopted edition changed, one after the other: of a large plan with many editions that takes seconds. */
export function* tellings(
  adopted: readonly Adopted[],
  touchedAt: TouchedAt,
  periods: ReportPeriods,
): Generator<Told> {
  let stored: StoredSlot[] = []
  let before: Plan | null = null
  for (const { plan, from, at, ends } of adopted) {
    const known = stored.map((one) => ({ ...one, touched: (touchedAt(one.slot.id) ?? at) < at }))
    const whole = before === null && from <= planRange(plan).from
    const placing = placeSlots(known, askedSlots(plan, ends, periods), whole ? null : from)
    const after = storedAfter(known, placing)
    yield { changes: changesBetween(before, plan, placing), before: asked(stored), after: asked(after) }
    stored = after
    before = plan
  }
}
