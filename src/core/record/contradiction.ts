/** What may follow what: a second statement about the same thing corrects the first, it never overwrites it. */
import { type Fact, type FactInput, isDone, isOutcome, isSilent, uncorrected } from '../fact.ts'
import { fail, invalid, type Problem } from '../problem.ts'
import type { Slot } from '../slot.ts'
import { isShort } from '../standing.ts'
import { FACT_NAMES } from '../words/names.ts'
import { samePlace } from './posting.ts'

type Refusal = { ok: false; problem: Problem }

/** Null when `input` may be recorded on the slot beside `facts`. */
export function contradictionOf(slot: Slot, facts: readonly Fact[], input: FactInput): Refusal | null {
  const corrected = correctionProblem(facts, input)
  if (corrected) return corrected
  const settles = isOutcome(input)
  if (slot.withdrawn && (settles || input.kind === 'moved'))
    return conflict('Kỳ này không còn trong kế hoạch nên không ghi kết quả mới.')
  const inForce = uncorrected(facts).filter((fact) => fact.id !== input.corrects)
  if (input.kind === 'moved') return moveProblem(inForce.filter(isOutcome))
  const said = settles ? input : broughtBack(facts, input)
  // What was measured may be measured again, but nobody can then say that it was not.
  const settled = inForce.filter((fact) => isOutcome(fact) || fact.kind === 'measured')
  const before = said && alreadySaid(slot, settled, said)
  return before && conflict(`${already(before)} Muốn ghi khác đi thì hoàn tác ghi nhận đó trước.`)
}

/** The outcome that counts again when the correction that had struck it out is itself corrected. */
const broughtBack = (facts: readonly Fact[], { corrects }: FactInput): Fact | null => {
  const struckOut = facts.find(({ id }) => id === corrects)?.corrects
  return facts.find((fact) => fact.id === struckOut && isOutcome(fact)) ?? null
}

/** What was not aired may get a day for its make-up: it stays "not aired" until the make-up is recorded. */
function moveProblem(outcomes: readonly Fact[]): Refusal | null {
  const settled = outcomes.findLast((fact) => !isSilent(fact) || fact.reason === 'not-triggered')
  return settled ? conflict(`${already(settled)} Muốn dời thì hoàn tác ghi nhận đó trước.`) : null
}

/**
 * The outcome that stands in the way of another, if one does. A post has one outcome in each place: what failed on
 * Facebook says nothing of Zalo, while an outcome without a place speaks of the whole slot.
 */
function alreadySaid(slot: Slot, outcomes: readonly Fact[], said: Said): Fact | null {
  const same = outcomes.filter(
    ({ place }) => place === null || said.place === null || samePlace(place, said.place),
  )
  return same.findLast((fact) => !mayFollow(slot, fact, said)) ?? null
}

type Said = Pick<Fact, 'kind' | 'place'>

/** What was not aired may be made up for, or be accepted; what was aired for too short a time may be made up for. */
function mayFollow(slot: Slot, outcome: Fact, { kind }: Said): boolean {
  if (isDone(outcome) && isShort(slot, outcome)) return kind === 'made-up'
  if (!isSilent(outcome) || outcome.reason === 'not-triggered') return false
  return kind === 'made-up' || (kind === 'excused' && outcome.kind === 'not-aired')
}

const already = (outcome: Fact): string =>
  `${outcome.by} đã ghi "${outcomeName(outcome)}"${outcome.place ? ` ở ${outcome.place}` : ''} cho kỳ này.`

const outcomeName = ({ kind, reason }: Fact): string =>
  reason === 'not-triggered' ? 'Không phát sinh' : FACT_NAMES[kind]

/** `corrects` must name a fact of the same slot or obligation that nobody corrected yet. */
export function correctionProblem(facts: readonly Fact[], { corrects }: FactInput): Refusal | null {
  if (corrects === null) return null
  if (!facts.some((fact) => fact.id === corrects))
    return invalid('Ghi nhận chưa đúng.', [
      { path: ['corrects'], code: 'unknown-fact', message: 'không có ghi nhận này ở kỳ đang ghi' },
    ])
  if (!uncorrected(facts).some((fact) => fact.id === corrects))
    return conflict('Ghi nhận này đã được sửa trước đó.')
  return null
}

const conflict = (detail: string): Refusal => fail({ kind: 'conflict', detail })
