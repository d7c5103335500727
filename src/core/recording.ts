/** What may be recorded of a slot, given what was recorded before: the rules behind every tick, call and import. */
import { type Fact, type FactInput, isDone, isOutcome, uncorrected } from './fact.ts'
import { FACT_NAMES } from './names.ts'
import { type FieldError, fail, invalid, ok, type Problem, type Result } from './problem.ts'
import { can, type Role } from './role.ts'
import type { Slot } from './slot.ts'
import { assess } from './standing.ts'
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

/** A fact on a duty itself: what was done without a slot. */
export function draftLog(
  of: { planId: string; obligationId: string },
  facts: readonly Fact[],
  input: FactInput,
  now: Instant,
): Result<FactDraft> {
  const at = input.at ?? now
  const errors = [...missingFields(input), ...futureErrors(at, now)]
  if (!isDone({ ...input } as unknown as Fact) && !['evidence', 'note', 'correction'].includes(input.kind))
    errors.push(field('kind', 'needs-slot', 'chỉ ghi được trên một khung cụ thể'))
  if (errors.length) return invalid('Ghi nhận chưa đúng.', errors)
  const corrected = correctionProblem(facts, input)
  if (corrected) return corrected
  return ok({ ...of, slotId: null, ...input, at, incidentId: null })
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

/** Somebody said otherwise before. A second statement never overwrites the first: it must correct it. */
function contradictionOf(
  slot: Slot,
  facts: readonly Fact[],
  input: FactInput,
): ReturnType<typeof fail> | null {
  const corrected = correctionProblem(facts, input)
  if (corrected) return corrected
  const inForce = uncorrected(facts).filter((fact) => fact.id !== input.corrects)
  const outcome = inForce.findLast(isOutcome)
  if (slot.withdrawn && (isOutcomeKind(input) || input.kind === 'moved'))
    return conflict('Khung này không còn trong kế hoạch nên không ghi kết quả mới.')
  if (!outcome) return null
  // What was not aired may get a day for its make-up: it stays "not aired" until the make-up is recorded.
  if (input.kind === 'moved' && ['not-aired', 'excused'].includes(outcome.kind)) return null
  if (input.kind === 'moved') return conflict(`${already(outcome)} Muốn dời thì hoàn tác ghi nhận đó trước.`)
  if (isOutcomeKind(input) && !follows(outcome, inForce, input))
    return conflict(`${already(outcome)} Muốn ghi khác đi thì hoàn tác ghi nhận đó trước.`)
  return null
}

const already = (outcome: Fact): string => `${outcome.by} đã ghi "${FACT_NAMES[outcome.kind]}" cho khung này.`

const conflict = (detail: string) => fail({ kind: 'conflict', detail })

const isOutcomeKind = ({ kind }: FactInput): boolean => isOutcome({ kind } as Fact)

/** Outcomes that may come after another: a make-up or an excuse of what was not aired, a post in another place. */
function follows(outcome: Fact, inForce: Fact[], input: FactInput): boolean {
  const madeUp = inForce.some((fact) => fact.kind === 'made-up')
  if (outcome.kind === 'not-aired') return input.kind === 'made-up' || input.kind === 'excused'
  if (outcome.kind === 'excused') return input.kind === 'made-up' && !madeUp
  const places = inForce.filter((fact) => isOutcome(fact)).map((fact) => fact.place)
  return outcome.place !== null && input.place !== null && !places.includes(input.place)
}

/** `corrects` must name a fact of the same slot or duty that nobody corrected yet. */
function correctionProblem(facts: readonly Fact[], { corrects }: FactInput): ReturnType<typeof fail> | null {
  if (corrects === null) return null
  if (!facts.some((fact) => fact.id === corrects))
    return invalid('Ghi nhận chưa đúng.', [
      field('corrects', 'unknown-fact', 'không có ghi nhận này ở khung đang ghi'),
    ])
  if (!uncorrected(facts).some((fact) => fact.id === corrects))
    return conflict('Ghi nhận này đã được sửa trước đó.')
  return null
}
