/**
 * The day of an event (ngày sự kiện): an obligation that hangs on it has no slots until somebody says when it is. That is
 * said by a fact of kind `moved` on the obligation itself, taken back or changed like any other.
 */
import { type Fact, type FactInput, isDone, uncorrected } from '../fact.ts'
import type { Obligation, Plan } from '../plan.ts'
import { fail, invalid, type Problem } from '../problem.ts'
import { awaitsEvent } from '../slot.ts'
import type { LocalDate } from '../wall-clock.ts'
import { dayInWords } from '../words/words.ts'

type Refusal = { ok: false; problem: Problem }

/** The day that people set, or null. `logged` are the facts of the obligation without a slot. */
export const triggerSet = (logged: readonly Fact[]): LocalDate | null =>
  uncorrected(logged).findLast(({ kind }) => kind === 'moved')?.to?.date ?? null

/** The recorded outcome "không phát sinh" of an obligation without slots. */
export const saidNotTriggered = (logged: readonly Fact[]): Fact | null =>
  uncorrected(logged).findLast(({ reason }) => reason === 'not-triggered') ?? null

/** A plan with the days that people set where its document names none. The very same plan when there are none. */
export function withTriggers(plan: Plan, logged: readonly Fact[]): Plan {
  const set = plan.obligations.flatMap((obligation) => {
    const trigger = triggerSet(logged.filter(({ obligationId }) => obligationId === obligation.id))
    return awaitsEvent(obligation.cadence) && trigger !== null ? [[obligation.id, trigger] as const] : []
  })
  return set.reduce((changed, [id, trigger]) => withTrigger(changed, id, trigger), plan)
}

const withTrigger = (plan: Plan, obligationId: string, trigger: LocalDate): Plan => ({
  ...plan,
  obligations: plan.obligations.map((obligation) =>
    obligation.id === obligationId && obligation.cadence.kind === 'event-offset'
      ? { ...obligation, cadence: { ...obligation.cadence, trigger } }
      : obligation,
  ),
})

/** What may not be recorded on an obligation itself, given what was: the day of an event only where one is awaited. */
export function logProblem(
  { cadence }: Obligation,
  logged: readonly Fact[],
  { kind, reason, to }: FactInput,
): Refusal | null {
  if (kind === 'moved')
    return cadence.kind === 'event-offset' ? dayProblem(cadence.trigger, logged, to?.date ?? '') : needsSlot
  if (kind === 'not-aired' && reason === 'not-triggered')
    return cadence.conditional || cadence.kind === 'event-offset' ? notTriggeredProblem(logged) : needsSlot
  if (isDone({ kind })) return saidOtherwise(logged)
  return ['evidence', 'note', 'correction'].includes(kind) ? null : needsSlot
}

function saidOtherwise(logged: readonly Fact[]): Refusal | null {
  const said = saidNotTriggered(logged)
  return said && conflict(`${said.by} đã ghi "Không phát sinh". Muốn ghi khác đi thì hoàn tác trước.`)
}

function dayProblem(trigger: LocalDate | null, logged: readonly Fact[], date: LocalDate): Refusal | null {
  const said = saidOtherwise(logged)
  if (said) return said
  if (trigger !== null && trigger !== triggerSet(logged))
    return conflict(`Kế hoạch đã ấn định ngày sự kiện: ${dayInWords(trigger)}.`)
  if (trigger !== date) return null
  return invalid('Ghi nhận chưa đúng.', [
    { path: ['to'], code: 'same-time', message: 'trùng ngày sự kiện đã đặt' },
  ])
}

function notTriggeredProblem(logged: readonly Fact[]): Refusal | null {
  const inForce = uncorrected(logged)
  const other = inForce.findLast((fact) => isDone(fact) || fact.kind === 'moved' || fact.kind === 'not-aired')
  if (!other) return null
  return conflict(`${other.by} đã ghi khác về nhiệm vụ này. Muốn ghi "Không phát sinh" thì hoàn tác trước.`)
}

const needsSlot: Refusal = invalid('Ghi nhận chưa đúng.', [
  { path: ['kind'], code: 'needs-slot', message: 'chỉ ghi được trên một kỳ cụ thể' },
])

const conflict = (detail: string): Refusal => fail({ kind: 'conflict', detail })
