/** Turns of jobs, a handful of units at once: claim them, decide, and write what was decided together with their ends. */
import { NOTICE_HOURS } from '../core/notice/notice.ts'
import type { Rules } from '../core/standing.ts'
import type { Instant } from '../core/wall-clock.ts'
import { type Deps, depsFor } from '../deps.ts'
import { type Statement, write } from '../store/db.ts'
import { findNoticeHours } from '../store/notices.ts'
import { enterMessages } from '../store/outbox.ts'
import { findOwnDays } from '../store/own-days.ts'
import { together } from '../store/together.ts'
import { claimTurns, endTurn, failTurn, type Turn } from '../store/turns.ts'
import { findRules, findUnit, type Unit } from '../store/units.ts'
import { reasonOf } from '../trace.ts'
import type { Done, OfUnit } from './job.ts'
import { SERVER_JOBS, UNIT_JOBS } from './jobs.ts'

export type TurnsTaken = { done: number; failed: number }

/** On a Monday the turns of ten units: what they ask of the database goes there together, and a year of more of them would be too much for one answer. */
const HANDFUL = 40

/**
 * Takes the turns that have waited longest. What throws is recorded, shown on a page, and tried again in an hour; it
 * holds up none of the others.
 */
export async function takeTurns(deps: Deps, now: Instant): Promise<TurnsTaken> {
  const claimed = await claimTurns(deps.db, now, HANDFUL)
  const [ofUnits, ofServer] = [claimed.filter(({ unit }) => unit), claimed.filter(({ unit }) => !unit)]
  const beside: Deps = { ...deps, db: together(deps.db) }
  const homes = new Map(
    [...new Set(ofUnits.map(({ unit }) => unit))].map((code) => [code, homeOf(beside, code)]),
  )
  // What the server does for itself may take minutes: nobody's messages wait for it.
  const taken = await Promise.all([
    handful(deps, ofUnits, now, async (turn) => unitTurn((await homes.get(turn.unit)) as Home, turn, now)),
    ...ofServer.map((turn) => handful(deps, [turn], now, () => serverTurn(deps, turn, now))),
  ])
  const failed = taken.reduce((sum, one) => sum + one, 0)
  return { done: claimed.length - failed, failed }
}

type Ended = { turn: Turn; done: Decided }

/** Answers how many failed. */
async function handful(
  deps: Deps,
  claimed: readonly Turn[],
  now: Instant,
  run: (turn: Turn) => Promise<Decided>,
): Promise<number> {
  const ended: Ended[] = []
  const failed = await Promise.all(
    claimed.map((turn) =>
      tried(deps, turn, now, async () => void ended.push({ turn, done: await run(turn) })),
    ),
  )
  const uncommitted = await commitAll(deps, ended, now)
  return failed.filter(Boolean).length + uncommitted
}

/** True when it failed. */
async function tried(deps: Deps, turn: Turn, now: Instant, step: () => Promise<void>): Promise<boolean> {
  try {
    await step()
    return false
  } catch (error) {
    const why = reasonOf(error)
    deps.trace({ event: 'job-failed', job: turn.job, unit: turn.unit, why })
    await failTurn(deps.db, turn, why, now)
    return true
  }
}

type Decided = Done & { next: Instant }

async function serverTurn(deps: Deps, { job: name, since }: Turn, now: Instant): Promise<Decided> {
  const job = known(SERVER_JOBS, name)
  const done = await job.run(deps, { since, now })
  if (!done.ok) throw new Error(done.problem.detail)
  return { next: job.next(now, NOTICE_HOURS), ...done.value }
}

/** What every turn of a unit needs, looked up once for those that are taken together. */
type Home = { unit: OfUnit; rules: Rules; deps: Deps }

async function homeOf(deps: Deps, code: string): Promise<Home> {
  const [unit, hours, rules, own] = await Promise.all([
    findUnit(deps.db, code),
    findNoticeHours(deps.db, code),
    findRules(deps.db, code),
    unitDeps(deps, code),
  ])
  return { unit: { ...(unit as Unit), ...hours }, rules, deps: own }
}

async function unitTurn(
  { unit, rules, deps }: Home,
  { job: name, since }: Turn,
  now: Instant,
): Promise<Decided> {
  const job = known(UNIT_JOBS, name)
  const done = await job.run(deps, unit, { since, now, rules })
  return { next: job.next(now, unit), ...done }
}

/** With the days off that the office laid beside the state's. */
export const unitDeps = async (deps: Deps, code: string): Promise<Deps> =>
  depsFor(deps, (await findOwnDays(deps.db, code))?.days ?? [])

function known<J extends { name: string }>(jobs: readonly J[], name: string): J {
  const job = jobs.find((one) => one.name === name)
  if (!job) throw new Error(`there is no job ${name}`)
  return job
}

/** All of them in one write; where one cannot be written, each by itself. Answers how many could not. */
async function commitAll(deps: Deps, ended: readonly Ended[], now: Instant): Promise<number> {
  if (!ended.length) return 0
  try {
    await write(
      deps.db,
      ended.flatMap((one) => statementsOf(one, now)),
    )
    return 0
  } catch {
    let failed = 0
    for (const one of ended) {
      const commit = async () => void (await write(deps.db, statementsOf(one, now)))
      if (await tried(deps, one.turn, now, commit)) failed++
    }
    return failed
  }
}

/** Exactly once: the messages and the turn's end are one batch, and a key that was entered before adds nothing. */
function statementsOf({ turn, done }: Ended, now: Instant): Statement[] {
  const { messages = [], next, since = now } = done
  return [...(messages.length ? [enterMessages(messages)] : []), endTurn(turn, { since, next }, now)]
}
