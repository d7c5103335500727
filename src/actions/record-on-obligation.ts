/** Recording on an obligation itself: what a continuous one lives from, the day of an event, "không phát sinh". */

import type { Cadence } from '../core/cadence.ts'
import type { Fact, FactInput } from '../core/fact.ts'
import type { AdoptedPlan } from '../core/plan/edition.ts'
import type { Obligation, Plan } from '../core/plan.ts'
import { planRange } from '../core/plan-range.ts'
import { fail, invalid, missing, ok, type Result } from '../core/problem.ts'
import { closedProblem } from '../core/record/closing.ts'
import { reachErrors } from '../core/record/reach.ts'
import { draftOnObligation } from '../core/record/recording.ts'
import { addDays, contains, type LocalDate, localDateOf } from '../core/wall-clock.ts'
import { documentDay } from '../core/words/words.ts'
import { inSteps, withoutBreath } from '../portions.ts'
import { listClosings } from '../store/closings.ts'
import type { Db } from '../store/db.ts'
import { listLogged, type With } from '../store/facts.ts'
import { readPlanState } from '../store/plan-state.ts'
import { findPlan } from '../store/plans.ts'
import { projectionStatements } from '../store/projection.ts'
import { findSlot } from '../store/slots.ts'
import type { Act } from './act.ts'
import { factUnder, isSameUse, reusedKey } from './key-print.ts'
import { makingProblem } from './making.ts'
import { project } from './project.ts'
import { appended, factPrint, TRIES, toFact } from './record-fact.ts'

/** `repeated`: the key was used before, nothing was added. */
export type ObligationFact = { fact: Fact; repeated: boolean }

export async function recordOnObligation(
  act: Act,
  of: { planId: string; obligationId: string },
  input: FactInput,
  /** A repeated key answers the first fact and adds nothing. */
  { idempotencyKey = null }: { idempotencyKey?: string | null } = {},
): Promise<Result<ObligationFact>> {
  const { db, who } = act
  const print = factPrint(who, `${of.planId}:${of.obligationId}`, input)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const plan = await findPlan(db, who.unit, of.planId)
    const obligation = plan?.obligations.find(({ id }) => id === of.obligationId)
    if (!plan || !obligation) return fail(missing('obligation'))
    const stray = await strayVersion(db, who.unit, of, input)
    if (stray) return stray
    const before = await listLogged(db, who.unit, of)
    const under = await factUnder(db, who.unit, idempotencyKey)
    if (!under.ok) return under
    const used = under.value
    const known = used?.fact ?? null
    if (used && !(isSameUse(used, who, print) && before.some(({ id }) => id === used.fact.id)))
      return reusedKey()
    const drafted = known ? ok(known) : draftOf({ plan, obligation, before }, input, act)
    if (!drafted.ok) return drafted
    const fact = drafted.value
    const closed = known ? null : await closedFor(act, obligation, fact, before)
    if (closed) return closed
    if (known) return ok({ fact, repeated: true })
    const slots = await eventSlots(act, { plan, obligation, fact })
    const news = [{ fact, byId: who.id, idempotencyKey, keyPrint: print }]
    if (await appended(db, who.unit, news, before.length, slots)) return ok({ fact, repeated: false })
  }
  return fail({ kind: 'conflict', detail: 'Nhiều người đang ghi cùng một nhiệm vụ. Hãy thử lần nữa.' })
}

/** A version in another language is one of a programme of this obligation. */
async function strayVersion(
  db: Db,
  unit: string,
  { planId, obligationId }: Pick<Fact, 'planId' | 'obligationId'>,
  { making }: FactInput,
): Promise<Result<never> | null> {
  if (!making?.versionOf) return null
  const slot = (await findSlot(db, unit, making.versionOf))?.slot
  if (slot?.planId === planId && slot.obligationId === obligationId) return null
  return invalid('Ghi nhận chưa đúng.', [
    { path: ['making', 'versionOf'], code: 'no-such-slot', message: 'nhiệm vụ này không có kỳ ấy' },
  ])
}

/** Why a closed period refuses it: by its own day and the event's, or by those of the fact that it corrects. */
async function closedFor({ db, who }: Act, { cadence }: Obligation, fact: Fact, before: readonly Fact[]) {
  const struck = before.find(({ id }) => id === fact.corrects)
  const changed = [fact, ...(struck ? [struck] : [])]
  const days = changed.flatMap(({ at, to }) => [localDateOf(at), ...(to ? eventDays(cadence, to.date) : [])])
  return closedProblem(await listClosings(db, who.unit, fact.planId), days, fact)
}

/** The days on which an event makes slots. */
const eventDays = (cadence: Cadence, day: LocalDate): LocalDate[] =>
  cadence.kind === 'event-offset'
    ? Array.from({ length: cadence.days }, (_, i) => addDays(day, cadence.afterDays + i))
    : []

function draftOf(
  { plan, obligation, before }: { plan: Plan; obligation: Obligation; before: readonly Fact[] },
  input: FactInput,
  { who, now }: Act,
): Result<Fact> {
  const far = reachErrors({ ...input, to: null }, planRange(plan))
  if (far.length) return invalid('Ghi nhận chưa đúng.', far)
  const wrong = makingProblem(input.making, null)
  if (wrong) return wrong
  const draft = draftOnObligation(plan.id, obligation, before, input, now)
  if (!draft.ok) return draft
  const { to } = draft.value
  return to && !contains(planRange(plan), to.date) ? outside(plan) : ok(toFact(draft.value, who, now))
}

function outside(plan: Plan): Result<never> {
  const { from, to } = planRange(plan)
  const message = `ngày sự kiện phải trong thời gian của kế hoạch (${documentDay(from)} – ${documentDay(to)})`
  return invalid('Ghi nhận chưa đúng.', [{ path: ['to'], code: 'outside-year', message }])
}

/**
 * The slots that the day of an event makes, in the fact's own batch: all or nothing. The plan stays as it was issued; its
 * edition asks for them once the day is known.
 */
async function eventSlots(
  { db, who, now, calendars, breathe = withoutBreath }: Act,
  { plan, obligation: { id, cadence }, fact }: { plan: AdoptedPlan; obligation: Obligation; fact: Fact },
): Promise<With> {
  if (cadence.kind !== 'event-offset') return {}
  const state = await readPlanState(db, who.unit, plan.id)
  if (!state.adopted) return {}
  const known = { ...state, logged: [...state.logged, fact] }
  const question = {
    ...{ unit: who.unit, from: null, edition: plan.edition, origin: plan.origin, ends: plan.ends },
    ...{ periods: calendars.periods, only: id },
  }
  const { projection } = await inSteps(project(known, state.adopted.plan, question), breathe)
  return { only: state.unchanged, also: (added) => projectionStatements(projection, now, added) }
}
