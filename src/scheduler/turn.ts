/** One turn of one job: claim it, decide, and write what was decided together with the turn's end. */
import { NOTICE_HOURS } from '../core/notice/notice.ts'
import type { Instant } from '../core/wall-clock.ts'
import { type Deps, depsFor } from '../deps.ts'
import { reasonOf } from '../log.ts'
import { write } from '../store/db.ts'
import { findNoticeHours } from '../store/notices.ts'
import { enterMessages } from '../store/outbox.ts'
import { findOwnDays } from '../store/own-days.ts'
import { claimTurn, endTurn, failTurn, type Turn } from '../store/turns.ts'
import { findRules, findUnit, type Unit } from '../store/units.ts'
import type { Done } from './job.ts'
import { SERVER_JOBS, UNIT_JOBS } from './jobs.ts'

export type TurnTaken = 'none' | 'done' | 'failed'

/** Takes the turn that has waited longest. What throws is recorded, shown on a page, and tried again in an hour. */
export async function takeTurn(deps: Deps, now: Instant): Promise<TurnTaken> {
  const turn = await claimTurn(deps.db, now)
  if (!turn) return 'none'
  try {
    const done = turn.unit === '' ? await serverTurn(deps, turn, now) : await unitTurn(deps, turn, now)
    await commit(deps, turn, done, now)
    return 'done'
  } catch (error) {
    const why = reasonOf(error)
    deps.log({ event: 'job-failed', job: turn.job, unit: turn.unit, why })
    await failTurn(deps.db, turn, why, now)
    return 'failed'
  }
}

type Decided = Done & { next: Instant }

async function serverTurn(deps: Deps, { job: name, since }: Turn, now: Instant): Promise<Decided> {
  const job = known(SERVER_JOBS, name)
  const done = await job.run(deps, { since, now })
  if (!done.ok) throw new Error(done.problem.detail)
  return { next: job.next(now, NOTICE_HOURS), ...done.value }
}

async function unitTurn(deps: Deps, { unit: code, job: name, since }: Turn, now: Instant): Promise<Decided> {
  const job = known(UNIT_JOBS, name)
  const [unit, hours, rules, own] = await Promise.all([
    findUnit(deps.db, code),
    findNoticeHours(deps.db, code),
    findRules(deps.db, code),
    unitDeps(deps, code),
  ])
  const done = await job.run(own, { ...(unit as Unit), ...hours }, { since, now, rules })
  return { next: job.next(now, hours), ...done }
}

/** With the days off that the office laid beside the state's. */
export const unitDeps = async (deps: Deps, code: string): Promise<Deps> =>
  depsFor(deps, (await findOwnDays(deps.db, code))?.days ?? [])

function known<J extends { name: string }>(jobs: readonly J[], name: string): J {
  const job = jobs.find((one) => one.name === name)
  if (!job) throw new Error(`there is no job ${name}`)
  return job
}

/** Exactly once: the messages and the turn's end are one batch, and a key that was entered before adds nothing. */
async function commit(deps: Deps, turn: Turn, done: Decided, now: Instant): Promise<void> {
  const { messages = [], next, since = now } = done
  const entries = messages.length ? [enterMessages(messages)] : []
  await write(deps.db, [...entries, endTurn(turn, { since, next }, now)])
}
