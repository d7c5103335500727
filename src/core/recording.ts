/** What may be recorded of a slot, given what was recorded before: the rules behind every tick, call and import. */
import { contradictionOf, correctionProblem } from './contradiction.ts'
import type { Fact, FactInput } from './fact.ts'
import type { Obligation } from './plan.ts'
import { type FieldError, invalid, ok, type Problem, type Result } from './problem.ts'
import { can, type Role } from './role.ts'
import type { Slot } from './slot.ts'
import { assess } from './standing.ts'
import { logProblem } from './trigger.ts'
import { type Instant, instantOf, localDateOf } from './wall-clock.ts'
import { dayInWords } from './words.ts'

/** A fact before the store gives it an id, a recorder and a time of recording. */
export type FactDraft = Omit<Fact, 'id' | 'by' | 'recordedAt'>

/** Clocks of phones and servers differ by this much without anybody being wrong, in milliseconds. */
const CLOCK_SKEW = 2 * 60_000

/** Checks what somebody wants to record and fills in what they left out. Nothing is stored here. */
export function draftFact(
  slot: Slot,
  facts: readonly Fact[],
  input: FactInput,
  now: Instant,
): Result<FactDraft> {
  // A statement that waited on a phone is judged by the moment when it was made.
  const made = input.madeAt ?? now
  const at = input.at ?? usualInstant(slot, facts, input, made)
  const errors = [
    ...missingFields(input),
    ...reasonErrors(slot, input),
    ...timeErrors(slot, facts, input, at, now),
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

/** A fact on a duty itself: what was done without a slot, the day of an event, "không phát sinh". */
export function draftLog(
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

const field = (name: string, code: string, message: string): FieldError => ({ path: [name], code, message })

/** An excuse rests on a document that accepts it, or on a leader's word. */
export function mayRecord(role: Role, { kind, document }: FactInput): Problem | null {
  if (kind !== 'excused' || document !== null || can(role, 'approve')) return null
  return {
    kind: 'forbidden',
    detail: 'Lý do được chấp nhận cần có văn bản (document), hoặc do lãnh đạo ghi.',
  }
}

/** What each kind cannot do without. */
function missingFields({
  kind,
  reason,
  document,
  to,
  link,
  file,
  note,
  corrects,
  value,
}: FactInput): FieldError[] {
  if (kind === 'not-aired' && reason === null)
    return [field('reason', 'missing-field', 'cần ghi lý do không phát')]
  if (kind === 'excused' && reason === null && document === null)
    return [field('reason', 'missing-field', 'cần ghi lý do hoặc văn bản chấp nhận (document)')]
  if (kind === 'moved' && to === null) return [field('to', 'missing-field', 'cần ghi ngày giờ mới')]
  if (kind === 'evidence' && link === null && file === null && note === null)
    return [field('link', 'missing-field', 'cần đường dẫn, tệp hoặc ghi chú')]
  if (kind === 'note' && note === null) return [field('note', 'missing-field', 'cần ghi nội dung')]
  if (kind === 'correction' && corrects === null)
    return [field('corrects', 'missing-field', 'cần ghi mã ghi nhận bị sửa')]
  if (kind === 'measured' && value === null) return [field('value', 'missing-field', 'cần ghi số đo')]
  return []
}

/** "Không phát sinh" takes a slot out of every count: only the plan's own "nếu có" allows that. */
const reasonErrors = ({ conditional }: Slot, { kind, reason }: FactInput): FieldError[] =>
  kind === 'not-aired' && reason === 'not-triggered' && !conditional
    ? [field('reason', 'not-conditional', 'chỉ việc "nếu có" mới ghi được là không phát sinh')]
    : []

/** Without a stated time: on schedule when that has passed, otherwise now. Ticking late is not airing late. */
function usualInstant(slot: Slot, facts: readonly Fact[], { kind }: FactInput, now: Instant): Instant {
  if (!['aired', 'posted', 'held', 'not-aired'].includes(kind)) return now
  const { dueDay, dueTime } = assess(slot, facts, now)
  if (dueTime === null) return now
  return Math.min(instantOf(dueDay, dueTime), now)
}

function timeErrors(
  slot: Slot,
  facts: readonly Fact[],
  { kind, to }: FactInput,
  at: Instant,
  now: Instant,
): FieldError[] {
  if (kind === 'made-up' && localDateOf(at) < plannedStartDay(slot))
    return [
      field(
        'at',
        'before-slot',
        `phát bù không thể trước ngày của khung (${dayInWords(plannedStartDay(slot))})`,
      ),
    ]
  if (kind === 'moved' && to !== null && slot.date !== null) {
    const { dueDay, dueTime } = assess(slot, facts, now)
    if (to.date === dueDay && (to.time ?? slot.time) === dueTime)
      return [field('to', 'same-time', 'trùng ngày giờ hiện tại của khung')]
  }
  return futureErrors(at, now)
}

const plannedStartDay = (slot: Slot): string => slot.date ?? slot.window?.from ?? ''

const futureErrors = (at: Instant, now: Instant): FieldError[] =>
  at > now + CLOCK_SKEW
    ? [field('at', 'in-future', 'thời điểm ở tương lai: hãy xem lại ngày giờ, hoặc đồng hồ của máy')]
    : []

const LONGEST_WAIT = 31 * 86_400_000

/** A phone whose clock is wrong must not date what it kept. */
function waitedErrors({ madeAt }: FactInput, now: Instant): FieldError[] {
  if (madeAt === null || (madeAt <= now + CLOCK_SKEW && madeAt >= now - LONGEST_WAIT)) return []
  return [field('madeAt', 'wrong-clock', 'đồng hồ của máy ghi sai ngày giờ: hãy chỉnh lại rồi ghi lại')]
}
