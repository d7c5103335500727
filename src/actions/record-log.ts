/** Recording on a duty itself: what a continuous one lives from, the day of an event, "không phát sinh". */
import type { Calendars } from '../calendars.ts'
import type { Author } from '../core/author.ts'
import type { Fact, FactInput } from '../core/fact.ts'
import type { Obligation, Plan } from '../core/plan.ts'
import { planRange } from '../core/plan-range.ts'
import { fail, invalid, missing, ok, type Result } from '../core/problem.ts'
import { closedProblem } from '../core/record/closing.ts'
import { reachErrors } from '../core/record/reach.ts'
import { draftLog } from '../core/record/recording.ts'
import { triggerSet, withTrigger } from '../core/record/trigger.ts'
import { contains, type Instant, localDateOf } from '../core/wall-clock.ts'
import { documentDay } from '../core/words/words.ts'
import { listClosings } from '../store/closings.ts'
import type { Db } from '../store/db.ts'
import { factOfKey, listLogged } from '../store/facts.ts'
import { findPlan } from '../store/plans.ts'
import { adopt } from './adopt.ts'
import { isSameUse, reusedKey } from './key-print.ts'
import { appended, factPrint, TRIES, toFact } from './record-fact.ts'

export type LogOptions = {
  /** For the slots that the day of an event makes. */
  calendars: Calendars
  /** A repeated key answers the first fact and adds nothing. */
  idempotencyKey?: string | null
}

/** `repeated`: the key was used before, nothing was added. */
export type LoggedFact = { fact: Fact; repeated: boolean }

export async function recordLog(
  db: Db,
  who: Author,
  of: { planId: string; obligationId: string },
  input: FactInput,
  now: Instant,
  { calendars, idempotencyKey = null }: LogOptions,
): Promise<Result<LoggedFact>> {
  const print = factPrint(who, `${of.planId}:${of.obligationId}`, input)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const plan = await findPlan(db, who.unit, of.planId)
    const obligation = plan?.obligations.find(({ id }) => id === of.obligationId)
    if (!plan || !obligation) return fail(missing('duty'))
    const before = await listLogged(db, who.unit, of)
    const used = idempotencyKey === null ? null : await factOfKey(db, who.unit, idempotencyKey)
    const known = used?.fact ?? null
    if (used && !(isSameUse(used, who, print) && before.some(({ id }) => id === used.fact.id)))
      return reusedKey()
    const drafted = known ? ok(known) : draftOf(plan, obligation, before, input, now, who)
    if (!drafted.ok) return drafted
    const fact = drafted.value
    const closed = known ? null : await closedFor(db, who.unit, fact, before)
    if (closed) return closed
    if (
      !known &&
      !(await appended(
        db,
        who.unit,
        [{ fact, byId: who.id, idempotencyKey, keyPrint: print }],
        before.length,
      ))
    )
      continue
    await followTrigger(db, who.unit, plan, obligation, { before, fact }, calendars, now)
    return ok({ fact, repeated: known !== null })
  }
  return fail({ kind: 'conflict', detail: 'Nhiều người đang ghi cùng một nhiệm vụ. Hãy thử lần nữa.' })
}

/** Why a closed period refuses it: by its own day, or by that of the fact that it corrects. */
async function closedFor(db: Db, unit: string, fact: Fact, before: readonly Fact[]) {
  const struck = before.find(({ id }) => id === fact.corrects)
  const days = [fact, ...(struck ? [struck] : [])].map(({ at }) => localDateOf(at))
  return closedProblem(await listClosings(db, unit, fact.planId), days, fact)
}

function draftOf(
  plan: Plan,
  obligation: Obligation,
  before: readonly Fact[],
  input: FactInput,
  now: Instant,
  who: Author,
): Result<Fact> {
  const far = reachErrors({ ...input, to: null }, planRange(plan))
  if (far.length) return invalid('Ghi nhận chưa đúng.', far)
  const draft = draftLog(plan.id, obligation, before, input, now)
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
 * The slots that the day of an event makes. After the fact, not with it: should the server die in between, the same
 * form sent again, or the next adoption of the plan, makes them.
 */
async function followTrigger(
  db: Db,
  unit: string,
  plan: Plan,
  { id, cadence }: Obligation,
  { before, fact }: { before: readonly Fact[]; fact: Fact },
  calendars: Calendars,
  now: Instant,
): Promise<void> {
  if (cadence.kind !== 'event-offset') return
  const earlier = before.filter((other) => other.id !== fact.id)
  const trigger = triggerSet([...earlier, fact])
  const isDocuments = cadence.trigger !== null && cadence.trigger !== triggerSet(earlier)
  if (isDocuments || trigger === cadence.trigger) return
  await adopt(db, unit, withTrigger(plan, id, trigger), calendars, now)
}
