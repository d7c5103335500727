/** What may be recorded of a slot, given what was recorded before: the rules behind every tick, call and import. */
import type { Fact, FactInput } from '../fact.ts'
import { logProblem } from '../plan/trigger.ts'
import type { Obligation } from '../plan.ts'
import { type FieldError, invalid, ok, type Problem, type Result } from '../problem.ts'
import { can, type Role } from '../role.ts'
import type { Slot } from '../slot.ts'
import { dueOf } from '../standing.ts'
import { DAY_MS, type DateRange, type Instant, instantOf, localDateOf } from '../wall-clock.ts'
import { dayInWords } from '../words/words.ts'
import { contradictionOf, correctionProblem } from './contradiction.ts'
import { field, missingFields, unfitting } from './fact-errors.ts'
import { reachErrors } from './reach.ts'

/** A fact before the store gives it an id, a recorder and a time of recording. */
export type FactDraft = Omit<Fact, 'id' | 'by' | 'recordedAt'>

/** Clocks of phones and servers differ by this much without anybody being wrong, in milliseconds. */
export const CLOCK_SKEW = 2 * 60_000

/** Checks what somebody wants to record and fills in what they left out. Nothing is stored here. */
export function draftFact(
  slot: Slot,
  facts: readonly Fact[],
  input: FactInput,
  now: Instant,
): Result<FactDraft> {
  const at = input.at ?? usualInstant(slot, facts, input, now)
  const errors = [
    ...missingFields(input),
    ...unfitting(slot, input),
    ...timeErrors(slot, facts, input, at, now),
    ...reachErrors(input, ownDays(slot)),
    ...waitedErrors(input, now),
  ]
  if (errors.length) return invalid('Ghi nhận chưa đúng.', errors)
  const contradiction = contradictionOf(slot, facts, input)
  if (contradiction) return contradiction
  const { kind, ...given } = input
  return ok({
    ...{ planId: slot.planId, obligationId: slot.obligationId, slotId: slot.id, kind },
    ...given,
    at,
    to: input.to && { date: input.to.date, time: input.to.time ?? slot.time },
    incidentId: null,
  })
}

const ownDays = ({ date, window }: Slot): DateRange =>
  date === null ? (window as DateRange) : { from: date, to: date }

/** A fact on an obligation itself: what was done without a slot, the day of an event, "không phát sinh". */
export function draftOnObligation(
  planId: string,
  obligation: Obligation,
  facts: readonly Fact[],
  input: FactInput,
  now: Instant,
): Result<FactDraft> {
  const at = input.at ?? input.madeAt ?? now
  const errors = [...missingFields(input), ...futureErrors(at, now), ...waitedErrors(input, now)]
  if (errors.length) return invalid('Ghi nhận chưa đúng.', errors)
  const refused = correctionProblem(facts, input) ?? logProblem(obligation, facts, input)
  if (refused) return refused
  const { kind, ...given } = input
  const to = input.to && { date: input.to.date, time: null }
  return ok({
    ...{ planId, obligationId: obligation.id, slotId: null, kind },
    ...given,
    ...{ at, to, incidentId: null },
  })
}

/** An excuse rests on a document that accepts it, or on a leader's word. */
export function mayRecord(role: Role, { kind, document }: FactInput): Problem | null {
  if (kind !== 'excused' || document !== null || can(role, 'approve')) return null
  return {
    kind: 'forbidden',
    detail: 'Lý do được chấp nhận cần có văn bản (document), hoặc do lãnh đạo ghi.',
  }
}

/**
 * Without a stated time: on schedule when that has passed, otherwise when it was said. Ticking late is not airing late.
 * What waited on a phone was said when it was pressed there; before the slot's first day nobody is asked, so then the
 * phone's clock was slow.
 */
function usualInstant(
  slot: Slot,
  facts: readonly Fact[],
  { kind, madeAt }: FactInput,
  now: Instant,
): Instant {
  const made = madeAt ?? now
  if (!['aired', 'posted', 'held', 'not-aired'].includes(kind)) return made
  const { dueDay, dueTime } = dueOf(slot, facts)
  if (dueTime === null) return made
  const isSlow = localDateOf(made) < localDateOf(earliestStart(slot, facts))
  return Math.min(instantOf(dueDay, dueTime), isSlow ? now : made)
}

function timeErrors(
  slot: Slot,
  facts: readonly Fact[],
  { kind, to }: FactInput,
  at: Instant,
  now: Instant,
): FieldError[] {
  const earliest = earliestStart(slot, facts)
  if (kind === 'made-up' && at < earliest)
    return [
      field(
        'at',
        'before-slot',
        `làm bù không thể trước ngày kế hoạch (${dayInWords(localDateOf(earliest))})`,
      ),
    ]
  if (kind === 'moved' && to !== null && slot.date !== null) {
    const { dueDay, dueTime } = dueOf(slot, facts)
    if (to.date === dueDay && (to.time ?? slot.time) === dueTime)
      return [field('to', 'same-time', 'trùng ngày giờ hiện tại của kỳ')]
  }
  return futureErrors(at, now)
}

/** When it could have been aired first: as planned, or on the day to which it was brought forward. */
function earliestStart(slot: Slot, facts: readonly Fact[]): Instant {
  const { dueDay, dueTime, moved } = dueOf(slot, facts)
  const planned = instantOf(slot.date ?? slot.window?.from ?? dueDay, slot.time ?? '00:00')
  return moved ? Math.min(planned, instantOf(dueDay, dueTime ?? '00:00')) : planned
}

const futureErrors = (at: Instant, now: Instant): FieldError[] =>
  at > now + CLOCK_SKEW
    ? [field('at', 'in-future', 'thời điểm ở tương lai: hãy xem lại ngày giờ, hoặc đồng hồ của máy')]
    : []

const LONGEST_WAIT = 31 * DAY_MS

/** A phone whose clock is wrong must not date what it kept. */
function waitedErrors({ madeAt }: FactInput, now: Instant): FieldError[] {
  if (madeAt === null || (madeAt <= now + CLOCK_SKEW && madeAt >= now - LONGEST_WAIT)) return []
  return [field('madeAt', 'wrong-clock', 'đồng hồ của máy ghi sai ngày giờ: hãy chỉnh lại rồi ghi lại')]
}
