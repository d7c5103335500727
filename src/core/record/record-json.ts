/** The public shapes of a stored slot and of a fact, as the API answers them. */

import type { Fact } from '../fact.ts'
import { isExtra } from '../outside-plans.ts'
import type { Reading } from '../reading.ts'
import { type Slot, slotJson } from '../slot.ts'
import { formatInstant, formatWall } from '../wall-clock.ts'

const newStartJson = (to: Fact['to']): string | null =>
  to && (to.time === null ? to.date : formatWall(to.date, to.time))

/** Null for what stands outside any plan. */
const ofPlan = (one: Pick<Slot, 'planId' | 'obligationId'>) =>
  isExtra(one) ? { planId: null, obligationId: null } : { planId: one.planId, obligationId: one.obligationId }

export function slotStandingJson({ slot, obligation, at }: Reading) {
  const { standing, dueDay, moved } = at
  return {
    ...slotJson(slot),
    ...ofPlan(slot),
    title: obligation.title,
    channels: obligation.channels,
    standing,
    due: dueDay,
    movedTo: newStartJson(moved?.to ?? null),
  }
}

export function factJson(fact: Fact) {
  const { incidentId: _, ...shown } = fact
  return {
    ...shown,
    ...ofPlan(fact),
    at: formatInstant(fact.at),
    recordedAt: formatInstant(fact.recordedAt),
    madeAt: fact.madeAt === null ? null : formatInstant(fact.madeAt),
    to: newStartJson(fact.to),
  }
}
