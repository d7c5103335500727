/** The public shapes of a stored slot and of a fact, as the API answers them. */
import type { Fact } from '../fact.ts'
import type { Reading } from '../reading.ts'
import { slotJson } from '../slot.ts'
import { formatInstant, formatWall } from '../wall-clock.ts'

const newStartJson = (to: Fact['to']): string | null =>
  to && (to.time === null ? to.date : formatWall(to.date, to.time))

export function slotStandingJson({ slot, obligation, at }: Reading) {
  const { standing, dueDay, moved } = at
  return {
    ...slotJson(slot),
    planId: slot.planId,
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
    at: formatInstant(fact.at),
    recordedAt: formatInstant(fact.recordedAt),
    madeAt: fact.madeAt === null ? null : formatInstant(fact.madeAt),
    to: newStartJson(fact.to),
  }
}
