/** Drafts of plans, what editions change, and what becomes of them. */
import { heldPlan } from '../core/plan/asked.ts'
import type { Changes } from '../core/plan/changes.ts'
import { decidedProblem, type Edition, type WholeEdition } from '../core/plan/edition.ts'
import { asked, storedAfter, type Told, tellings } from '../core/plan/history.ts'
import { withinSlots } from '../core/plan/size.ts'
import type { Plan } from '../core/plan.ts'
import { planRange } from '../core/plan-range.ts'
import { fail, invalid, missing, ok, type Result } from '../core/problem.ts'
import type { Slot } from '../core/slot.ts'
import type { LocalDate } from '../core/wall-clock.ts'
import { inSteps, withoutBreath } from '../portions.ts'
import { addDraft, decide, findEdition, listEditions } from '../store/editions.ts'
import { touchTimes } from '../store/facts.ts'
import { type PlanState, readPlanState } from '../store/plan-state.ts'
import type { Act } from './act.ts'
import type { Came } from './adopt.ts'
import { defaultFrom, originAfter, type Projected, project } from './project.ts'

const TRIES = 5

/** Stores a plan as a draft, under the next number. */
export async function draftEdition(act: Act, plan: Plan, came: Came): Promise<Result<WholeEdition>> {
  const within = withinSlots(plan, act.calendars.periods)
  if (!within.ok) return within
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { adopted, nextNumber: number } = await readPlanState(act.db, act.who.unit, plan.id)
    const draft = {
      plan,
      number,
      origin: came.origin,
      originOf: came.originOf ?? null,
      base: adopted?.number ?? null,
    }
    if (await addDraft(act, draft))
      return ok((await findEdition(act.db, act.who.unit, plan.id, number)) as WholeEdition)
  }
  return fail({ kind: 'conflict', detail: 'Nhiều người đang soạn cùng lúc. Hãy thử lần nữa.' })
}

/** Sends a draft to whoever may adopt it, or puts it aside; `reason` is why it was refused. */
export async function decideEdition(
  act: Act,
  {
    planId,
    number,
    kind,
    reason = null,
  }: { planId: string; number: number; kind: 'sent' | 'discarded'; reason?: string | null },
): Promise<Result<Edition>> {
  const edition = await findEdition(act.db, act.who.unit, planId, number)
  if (!edition) return fail(missing('edition'))
  const decided = decidedProblem(edition)
  if (decided) return fail(decided)
  if (edition.origin === 'handed' && kind === 'discarded' && !reason) return WITHOUT_REASON
  await decide(act, { planId, number, kind, reason })
  const after = await findEdition(act.db, act.who.unit, planId, number)
  const late = after && after.state !== kind ? decidedProblem(after) : null
  return late ? fail(late) : ok(after as Edition)
}

/** Who handed it wants to know. */
const WITHOUT_REASON = invalid('Bản này do cấp trên giao: hãy ghi vì sao không nhận, cấp trên sẽ đọc được.', [
  { path: ['reason'], code: 'reason-missing', message: 'hãy ghi vì sao không nhận' },
])

export type EditionChanges = {
  edition: WholeEdition
  /** What it is held against: the edition that holds, or the one that held before it; null for the first. */
  before: WholeEdition | null
  /** From which day on it holds, or would. */
  from: LocalDate
  changes: Changes
  /** All that was asked for before it, and after. */
  slots: { before: Slot[]; after: Slot[] }
}

/** What an edition changed when it was adopted, or would change if it were now. */
export async function changesOfEdition(
  act: Act,
  planId: string,
  number: number,
  from: LocalDate | null = null,
): Promise<Result<EditionChanges>> {
  const [state, editions] = await Promise.all([
    readPlanState(act.db, act.who.unit, planId),
    listEditions(act.db, act.who.unit, planId),
  ])
  const edition = editions.find((one) => one.number === number)
  if (!edition) return fail(missing('edition'))
  await act.breathe?.()
  return ok(
    edition.state === 'adopted'
      ? await told(act, state, editions, edition)
      : await wouldBe(act, state, edition, from),
  )
}

async function wouldBe(
  act: Act,
  state: PlanState,
  edition: WholeEdition,
  from: LocalDate | null,
): Promise<EditionChanges> {
  const since = from ?? defaultFrom(act, state, edition)
  const question = {
    ...{ unit: act.who.unit, from: from || state.recorded ? since : null, edition: edition.number },
    ...{ origin: originAfter(state, edition.origin), ends: state.plan?.ends ?? null },
    periods: act.calendars.periods,
  }
  const projected = await inSteps(project(state, edition.plan, question), act.breathe ?? withoutBreath)
  return {
    edition,
    before: state.adopted,
    from: since,
    changes: projected.changes,
    slots: slotsOf(state, projected),
  }
}

const slotsOf = ({ stored }: PlanState, { projection: { placing } }: Projected) => ({
  before: asked(stored),
  after: asked(storedAfter(stored, placing)),
})

async function told(
  act: Act,
  { logged }: PlanState,
  editions: readonly WholeEdition[],
  edition: WholeEdition,
): Promise<EditionChanges> {
  const adopted = adoptedInOrder(editions)
  const touched = await touchTimes(act.db, act.who.unit, edition.planId)
  const history = adopted.map(({ plan, from, decided }) => {
    const at = decided?.at ?? 0
    const known = logged.filter(({ recordedAt }) => recordedAt <= at)
    return { plan: heldPlan(plan, null, known), from: from ?? planRange(plan).from, at, ends: null }
  })
  const place = adopted.findIndex(({ number }) => number === edition.number)
  let it: Told | null = null
  for (const told of tellings(history.slice(0, place + 1), (id) => touched.get(id), act.calendars.periods)) {
    it = told
    await act.breathe?.()
  }
  const { changes, before: beforeIt, after } = it as Told
  return {
    edition,
    before: adopted[place - 1] ?? null,
    from: edition.from ?? edition.plan.inForceFrom,
    changes,
    slots: { before: beforeIt, after },
  }
}

/** Adopted ones, in the order in which they came to hold. */
export const adoptedInOrder = (editions: readonly WholeEdition[]): WholeEdition[] =>
  editions
    .filter(({ state }) => state === 'adopted')
    .sort((a, b) => (a.decided?.at ?? 0) - (b.decided?.at ?? 0) || a.number - b.number)
