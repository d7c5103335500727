/**
 * Adopting an edition of a plan: what it changes is worked out from what is stored, and stored in one batch on the
 * condition that nothing changed since. The command line, the API, pages and the beat share it.
 */
import { sql } from 'drizzle-orm'
import { type Changes, changedDays } from '../core/plan/changes.ts'
import {
  type AdoptionTerms,
  checkFrom,
  decidedProblem,
  type Edition,
  type Origin,
} from '../core/plan/edition.ts'
import type { Plan } from '../core/plan.ts'
import { fail, missing, ok, type Problem, type Result } from '../core/problem.ts'
import { closedToEdition } from '../core/record/closing.ts'
import type { LocalDate } from '../core/wall-clock.ts'
import { documentDay } from '../core/words/words.ts'
import { inSteps, withoutBreath } from '../portions.ts'
import { listClosings } from '../store/closings.ts'
import { type Statement, write } from '../store/db.ts'
import { findEdition, hashOf, insertDecision, insertEdition, isNextNumber } from '../store/editions.ts'
import { type PlanState, readPlanState } from '../store/plan-state.ts'
import { unitStatement } from '../store/plans.ts'
import { projectionStatements } from '../store/projection.ts'
import type { Act } from './act.ts'
import { defaultFrom, originAfter, type Projected, project } from './project.ts'
import { successionStatements } from './succession.ts'

/** What adopting changed, in slots and in obligations. */
export type Adoption = {
  planId: string
  /** The edition that holds now. */
  edition: number
  /** The first day that it holds. */
  from: LocalDate
  added: number
  moved: number
  restored: number
  withdrawn: number
  deleted: number
  /** False when the very same plan holds already. */
  changed: boolean
  changes: Changes
}

const NO_CHANGES: Changes = {
  obligations: { added: [], removed: [], changed: [] },
  slots: { added: [], moved: [], dropped: [], kept: [] },
}

export type Terms = Partial<AdoptionTerms>

/** Where a new edition comes from. */
export type Came = { origin: Origin; originOf?: string | null }

/** Each try loses only to somebody who recorded, wrote or adopted in the unit meanwhile. */
const TRIES = 5

const BUSY: Problem = { kind: 'conflict', detail: 'Nhiều người đang sửa cùng lúc. Hãy thử lần nữa.' }

/** A plan that is whole at once: it becomes an edition, and holds. The very same again changes nothing. */
export async function adopt(act: Act, plan: Plan, came: Came, terms: Terms = {}): Promise<Result<Adoption>> {
  const { breathe = withoutBreath } = act
  return tried(async () => {
    const state = await readPlanState(act.db, act.who.unit, plan.id, breathe)
    await breathe()
    const { adopted, nextNumber } = state
    if (adopted?.hash === hashOf(plan) && !terms.from && !terms.amends) return ok(sameAgain(state, adopted))
    const edition = {
      ...{ plan, number: nextNumber, base: adopted?.number ?? null },
      ...{ origin: came.origin, originOf: came.originOf ?? null },
    }
    const claim = sql`${state.unchanged} AND ${isNextNumber(act.who.unit, plan.id, nextNumber)}`
    return hold({ act, state, terms }, edition, [insertEdition(act, edition, claim)])
  })
}

/**
 * A draft, by its number; or an edition that held before, which becomes one again (origin `restored`).
 * `base` is the edition that somebody compared it with: when another one holds meanwhile, they look again first.
 */
export async function adoptEdition(
  act: Act,
  planId: string,
  number: number,
  terms: Terms & { base?: number | null } = {},
): Promise<Result<Adoption>> {
  return tried(async () => {
    const [state, edition] = await Promise.all([
      readPlanState(act.db, act.who.unit, planId, act.breathe),
      findEdition(act.db, act.who.unit, planId, number),
    ])
    if (!edition) return fail(missing('edition'))
    if (terms.base !== undefined && terms.base !== (state.adopted?.number ?? null))
      return fail(CHANGED_MEANWHILE)
    if (edition.state === 'adopted' && state.adopted && edition.number !== state.adopted.number)
      return adoptRestored({ act, state, terms }, edition)
    const decided = decidedProblem(edition)
    if (decided) return fail(decided)
    return hold({ act, state, terms }, edition)
  })
}

const CHANGED_MEANWHILE: Problem = {
  kind: 'conflict',
  detail: 'Một bản khác vừa được áp dụng. Hãy xem lại thay đổi so với bản đó rồi áp dụng.',
}

/** One try: who adopts, on what terms, and what was stored when it began. */
type Try = { act: Act; state: PlanState; terms: Terms }

function adoptRestored(one: Try, { plan, number }: Holding): Promise<Result<Adoption> | null> {
  const { act, state } = one
  const edition = {
    ...{ plan, number: state.nextNumber, base: state.adopted?.number ?? null },
    ...{ origin: 'restored' as const, originOf: String(number) },
  }
  const claim = sql`${state.unchanged} AND ${isNextNumber(act.who.unit, plan.id, state.nextNumber)}`
  return hold(one, edition, [insertEdition(act, edition, claim)])
}

async function tried<T>(once: () => Promise<Result<T> | null>): Promise<Result<T>> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const result = await once()
    if (result) return result
  }
  return fail(BUSY)
}

type Holding = Pick<Edition, 'number' | 'origin'> & { plan: Plan }

/** Null when something changed since `state` was read. */
async function hold(one: Try, edition: Holding, before: Statement[] = []): Promise<Result<Adoption> | null> {
  const { act, state, terms } = one
  const { unit } = act.who
  const refused = stoppedProblem(state) ?? fromProblem(state, edition.plan, terms)
  if (refused) return fail(refused)
  const from = terms.from ?? defaultFrom(act, state, edition)
  const ends = state.plan?.ends?.document ? state.plan.ends : endsOf(state, edition.origin)
  const { breathe = withoutBreath } = act
  await breathe()
  const question = {
    ...{ unit, from: terms.from || state.recorded ? from : null, edition: edition.number, ends },
    ...{ origin: originAfter(state, edition.origin), periods: act.calendars.periods },
  }
  const projected = await inSteps(project(state, edition.plan, question), breathe)
  const closed = await closedBy(one, edition, projected)
  if (closed) return closed
  const batch = crypto.randomUUID()
  const claim = sql`EXISTS (SELECT 1 FROM edition_decisions WHERE batch = ${batch})`
  await breathe()
  const succession = await successionStatements(
    act,
    { ...edition.plan, ...HELD(projected, edition.number) },
    claim,
  )
  if (!succession.ok) return succession
  await breathe()
  const decision = { planId: edition.plan.id, number: edition.number, kind: 'adopted' as const, from }
  const statements = [
    unitStatement(act.db, unit, edition.plan.unit, act.now),
    ...before,
    insertDecision(
      act,
      { ...decision, amends: terms.amends ?? null },
      {
        batch,
        claim: before.length ? sql`true` : state.unchanged,
      },
    ),
    ...projectionStatements(projected.projection, act.now, claim),
    ...succession.value,
  ]
  await breathe()
  const results = await write(act.db, statements)
  await breathe()
  if (results[1 + before.length]?.rowsAffected !== 1) return null
  return ok(adoptionOf(edition, from, projected))
}

/**
 * A plan that is new comes with a document of its own, and what runs on touches its own year alone; whatever else changes
 * the slots of a closed period names the document that says so.
 */
async function closedBy(
  { act: { db, who }, state: { plan }, terms: { amends } }: Try,
  { origin }: Holding,
  { projection }: Projected,
): Promise<ReturnType<typeof closedToEdition>> {
  if (!plan || origin === 'next-year' || amends) return null
  return closedToEdition(await listClosings(db, who.unit, plan.id), plan.id, changedDays(projection.placing))
}

const HELD = ({ projection: { origin, ends } }: Projected, edition: number) => ({ edition, origin, ends })

/** A successor's end stays with what runs on; a plan that somebody issues under the same id is its own. */
const endsOf = ({ plan }: PlanState, origin: Origin) =>
  origin === 'next-year' || origin === 'form' || origin === 'restored' ? (plan?.ends ?? null) : null

function stoppedProblem({ plan }: PlanState): Problem | null {
  if (!plan?.ends?.document) return null
  const { from, document } = plan.ends
  return {
    kind: 'conflict',
    detail: `Kế hoạch đã dừng từ ${documentDay(from)} theo ${document}. Muốn đổi kế hoạch thì bỏ việc dừng trước.`,
  }
}

function fromProblem({ adopted, plan }: PlanState, next: Plan, { from }: Terms): Problem | null {
  if (from == null) return null
  const checked = checkFrom(next, plan ? (adopted?.from ?? null) : null, from)
  return checked.ok ? null : checked.problem
}

const sameAgain = (state: PlanState, { planId, number, from }: Edition): Adoption => ({
  ...{ planId, edition: number, from: from ?? state.plan?.inForceFrom ?? '' },
  ...{ added: 0, moved: 0, restored: 0, withdrawn: 0, deleted: 0, changed: false, changes: NO_CHANGES },
})

function adoptionOf(
  { plan, number }: Holding,
  from: LocalDate,
  { projection, changes }: Projected,
): Adoption {
  const { placed, withdrawn, dropped } = projection.placing
  const back = placed.filter(({ was }) => was !== null && (was.gone || was.slot.withdrawn)).length
  return {
    ...{ planId: plan.id, edition: number, from },
    added: placed.filter(({ was }) => was === null).length,
    moved: changes.slots.moved.length,
    restored: back,
    withdrawn: withdrawn.filter(({ slot }) => !slot.withdrawn).length,
    deleted: dropped.length,
    changed: true,
    changes,
  }
}
