/** Ends of plans: by a document, by the plan that takes their place, by nobody any more. */
import { type SQL, sql } from 'drizzle-orm'
import { carryOn, type KnownPlan } from '../core/plan/carry-on.ts'
import { type AdoptedPlan, type PlanEnd, runsOn } from '../core/plan/edition.ts'
import { planRange } from '../core/plan-range.ts'
import { fail, invalid, missing, ok, type Result } from '../core/problem.ts'
import { type LocalDate, yearRange } from '../core/wall-clock.ts'
import { documentDay } from '../core/words/words.ts'
import { inSteps, withoutBreath } from '../portions.ts'
import { listKnownPlans } from '../store/continuations.ts'
import { type Statement, write } from '../store/db.ts'
import { insertEnd } from '../store/plan-ends.ts'
import { type PlanState, readPlanState } from '../store/plan-state.ts'
import { removePlan } from '../store/plans.ts'
import { projectionStatements } from '../store/projection.ts'
import type { Act } from './act.ts'
import { project } from './project.ts'

type End = { planId: string; from: LocalDate | null; successor: string | null; document: string | null }

/** What adopting `plan` ends, for its batch: what of the plan that it succeeds runs on, or that plan itself in its own year. */
export async function successionStatements(
  act: Act,
  plan: AdoptedPlan,
  claim: SQL,
): Promise<Result<Statement[]>> {
  const known = (await listKnownPlans(act.db, act.who.unit)).filter((one) => one.plan.id !== plan.id)
  const of = known.find((one) => one.plan.id === plan.succeeds)?.plan
  if (plan.succeeds !== null && !of) return unknown(plan.succeeds)
  const all = [...known, { plan, adoptedAt: act.now, decided: null }]
  const own: End[] =
    of && !runsOn(of) && of.year === plan.year && !of.ends
      ? [{ planId: of.id, from: plan.inForceFrom, successor: plan.id, document: null }]
      : []
  const ends = [...own, ...carryOn(all, act.now, act.now).end.map((end) => ({ ...end, document: null }))]
  const others = ends.filter(({ planId }) => planId !== plan.id)
  const statements = await Promise.all(others.map((end) => endStatements(act, end, claim)))
  return ok(statements.flat())
}

function unknown(id: string): Result<never> {
  const message = `không có kế hoạch "${id}" ở đơn vị này`
  return invalid(`Kế hoạch được thay thế chưa đúng: ${message}.`, [
    { path: ['succeeds'], code: 'unknown-plan', message },
  ])
}

/** The plan's slots up to the end; what was touched beyond it stays, withdrawn. */
async function endStatements(act: Act, end: End, claim: SQL, batch = ''): Promise<Statement[]> {
  const state = await readPlanState(act.db, act.who.unit, end.planId)
  return [insertEnd(act, end, batch, claim), ...(await projected(act, state, planEnd(end), claim))]
}

const planEnd = ({ from, document, successor }: End): PlanEnd | null =>
  from === null ? null : { from, document, successor }

async function projected(act: Act, state: PlanState, ends: PlanEnd | null, claim: SQL): Promise<Statement[]> {
  const { plan, adopted } = state
  if (!plan || !adopted) return []
  const from = laterEnd(ends, plan.ends)
  const question = {
    ...{ unit: act.who.unit, from, edition: plan.edition, origin: plan.origin, ends },
    periods: act.calendars.periods,
  }
  const { projection } = await inSteps(project(state, adopted.plan, question), act.breathe ?? withoutBreath)
  return projectionStatements(projection, act.now, claim)
}

/** What lies before the end stays as it is; an end that is taken back, or comes later, gives back what it took. */
const laterEnd = (ends: PlanEnd | null, before: PlanEnd | null): LocalDate | null =>
  ends && before ? (ends.from < before.from ? ends.from : before.from) : (ends?.from ?? before?.from ?? null)

/** Stops a plan from a day on, by a document; `from` null takes that back. */
export async function stopPlan(
  act: Act,
  planId: string,
  stop: { from: LocalDate; document: string } | null,
): Promise<Result<{ from: LocalDate | null }>> {
  const state = await readPlanState(act.db, act.who.unit, planId)
  const { plan } = state
  if (!plan) return fail(missing('plan'))
  const problem = stop && stopProblem(plan, stop.from)
  if (problem) return problem
  if (!stop && !plan.ends?.document)
    return fail({ kind: 'conflict', detail: 'Kế hoạch này đang không dừng.' })
  const end = { planId, from: stop?.from ?? null, document: stop?.document ?? null, successor: null }
  const batch = crypto.randomUUID()
  const claim = sql`EXISTS (SELECT 1 FROM plan_ends WHERE batch = ${batch})`
  const [stored] = await write(act.db, [
    insertEnd(act, end, batch, state.unchanged),
    ...(await projected(act, state, planEnd(end), claim)),
  ])
  if (stored?.rowsAffected === 1) return ok({ from: end.from })
  return fail({ kind: 'conflict', detail: 'Có người vừa sửa kế hoạch này. Hãy thử lần nữa.' })
}

function stopProblem(plan: AdoptedPlan, from: LocalDate): Result<never> | null {
  const { from: first, to } = planRange(plan)
  if (plan.ends)
    return fail({ kind: 'conflict', detail: `Kế hoạch đã dừng từ ${documentDay(plan.ends.from)}.` })
  if (from >= first && from <= to) return null
  const message = `phải trong thời gian của kế hoạch (${documentDay(first)} – ${documentDay(to)})`
  return invalid(`Ngày dừng chưa đúng: ${message}.`, [{ path: ['from'], code: 'bad-from', message }])
}

/** It ran on and ended before it began: nothing was asked for, and nothing is kept unless somebody recorded something. */
const isOver = ({ plan }: KnownPlan): boolean =>
  runsOn(plan) && plan.ends !== null && plan.ends.from <= yearRange(plan.year).from

/** A plan of which nobody recorded anything; what it had ended goes on. False when somebody did record, or there is none. */
export async function removeUntouched(act: Act, planId: string): Promise<boolean> {
  const removed = await removePlan(act.db, act.who.unit, planId)
  if (removed) await settleEnds(act)
  return removed
}

/** Ends that should be otherwise than they are, in batches of their own: the beat, and a decision about what runs on. */
export async function settleEnds(act: Act): Promise<void> {
  const known = await listKnownPlans(act.db, act.who.unit)
  for (const { plan } of known.filter(isOver)) await removePlan(act.db, act.who.unit, plan.id)
  for (const end of carryOn(known, act.now, act.now).end) {
    const batch = crypto.randomUUID()
    const claim = sql`EXISTS (SELECT 1 FROM plan_ends WHERE batch = ${batch})`
    const state = await readPlanState(act.db, act.who.unit, end.planId)
    const whole = { ...end, document: null }
    await write(act.db, [
      insertEnd(act, whole, batch, state.unchanged),
      ...(await projected(act, state, planEnd(whole), claim)),
    ])
  }
}
