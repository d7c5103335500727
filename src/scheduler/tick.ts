/** One beat: what both runtimes call each minute, and the command line when asked. Running it again does no harm. */
import { NOTICE_HOURS } from '../core/notice/notice.ts'
import { DAY_MS, formatInstant, type Instant, instantOf, localDateOf } from '../core/wall-clock.ts'
import type { Deps } from '../deps.ts'
import { beginBeat, endBeat, feelPulse, isBegun, noteAhead, type Pulse, passBeat } from '../store/beats.ts'
import { hurryMessages } from '../store/outbox.ts'
import { plantTurns, rewindTurns, sumUpTurns, type Usual } from '../store/turns.ts'
import { hearZalo } from './hear.ts'
import { PAUSE_MS } from './job.ts'
import { SERVER_JOBS, SUMMARY, UNIT_JOBS, WATERMARK } from './jobs.ts'
import { runLanes } from './lanes.ts'
import { sendDue } from './send.ts'
import { takeTurns } from './turn.ts'

/** `ahead`: the clock is so far ahead of the last beat that this one did nothing. */
export type Ticked = { turns: number; sent: number; failed: number; ahead?: true }

export type Limits = {
  /** Most requests of one beat, those to the database and letters: Workers may make only so many. The next beat goes on. */
  most?: number
  /** How often the database was asked so far. */
  asked?: () => number
  /** After so long it begins nothing new: Workers count the time of the processor. */
  longestMs?: number
  /** Stops after the step that is just done. */
  signal?: AbortSignal
}

/**
 * A Worker may make 10,000 requests in one run. What four lanes have begun when it is enough comes to its end: at most some
 * 500, and many more only in the days when plans run on into a new year. It may compute for 30 seconds unless wrangler.toml
 * says more; its clock stands still while it does, but for answers.
 */
export const WORKER_LIMITS = { most: 7_000, longestMs: 25_000 } as const satisfies Limits

/** Several at a time, since most of a step is waiting for a database or a mail server. */
const LANES = 4
/** Unless told otherwise. Shorter than a claim: what a beat claimed at its end must still be its own. */
const LONGEST_MS = 4 * 60_000
/** Clocks of two machines differ by less than this. */
const BACK_MS = 10 * 60_000
/**
 * A clock that is ahead would make next year's plans, end sessions and tell everybody of deadlines that nobody missed,
 * and none of it can be taken back. A machine that really stood still for so long beats again in the next minute.
 */
const AHEAD_MS = 90 * DAY_MS
const BELIEVED_MS = DAY_MS

/** What was written to the Zalo bot is heard beside it: nobody's messages wait for Zalo. */
export async function tick(deps: Deps, now: Instant, limits: Limits = {}): Promise<Ticked> {
  const [ticked] = await Promise.all([beat(deps, now, limits), hearZalo(deps, now)])
  return ticked
}

async function beat(deps: Deps, now: Instant, limits: Limits): Promise<Ticked> {
  const { db } = deps
  const pulse = await feelPulse(db, now)
  if (isFarAhead(pulse, now)) {
    await noteAhead(db, now)
    deps.trace({ event: 'clock-ahead', last: formatInstant(pulse.startedAt ?? 0) })
    return { turns: 0, sent: 0, failed: 0, ahead: true }
  }
  const repairs = repairsOf(pulse, now)
  if (!repairs.length && !pulse.waiting && pulse.startedAt !== null) {
    await passBeat(db, now)
    return { turns: 0, sent: 0, failed: 0 }
  }
  await beginBeat(db, repairs, now)
  const did = await work(deps, now, limits)
  await endBeat(db, did, now)
  return did
}

/** Two beats within a day of each other are believed, wherever they lie. */
const isFarAhead = ({ startedAt, aheadAt }: Pulse, now: Instant): boolean =>
  startedAt !== null &&
  now - startedAt > AHEAD_MS &&
  (aheadAt === null || Math.abs(now - aheadAt) > BELIEVED_MS)

/** Turns first: what they enter is sent by the same beat. */
async function work(
  deps: Deps,
  now: Instant,
  { most = Number.POSITIVE_INFINITY, asked, longestMs = LONGEST_MS, signal }: Limits,
): Promise<Ticked> {
  const did = { turns: 0, sent: 0, failed: 0 }
  const started = deps.clock()
  const before = asked?.() ?? 0
  const requests = () => (asked?.() ?? before) - before + did.sent + did.failed
  const enough = () => signal?.aborted || requests() >= most || deps.clock() - started > longestMs
  const shut = new Set<string>()
  await runLanes(LANES, enough, async () => {
    const { done, failed } = await takeTurns(deps, now)
    did.turns += done
    did.failed += failed
    return done + failed > 0
  })
  await runLanes(LANES, enough, async () => {
    const ends = await sendDue(deps, now, shut)
    did.sent += ends.filter((end) => end === 'sent').length
    did.failed += ends.filter((end) => end === 'failed').length
    return ends.length > 0
  })
  return did
}

/** What must be put right before the turns are taken: new units, a long pause, a clock that was set back. */
function repairsOf({ startedAt, units, turns }: Pulse, now: Instant) {
  const taken = isBegun(startedAt)
  const usual = (jobs: typeof UNIT_JOBS): Usual[] =>
    jobs.map(({ name, next }) => ({ job: name, dueAt: next(now, NOTICE_HOURS) }))
  const servers = SERVER_JOBS.map(({ name, next }) => ({ job: name, dueAt: next(now, NOTICE_HOURS) }))
  const missing = turns !== units * UNIT_JOBS.length + SERVER_JOBS.length
  const pause = startedAt !== null && now - startedAt > PAUSE_MS
  const back = startedAt !== null && startedAt - now > BACK_MS
  return [
    ...(missing ? plantTurns(usual(UNIT_JOBS), servers, now) : []),
    ...(pause
      ? sumUpTurns(SUMMARY, WATERMARK, usual(UNIT_JOBS.filter(({ summed }) => summed)), now, taken)
      : []),
    ...(back ? [rewindTurns(instantOf(localDateOf(now)), now, taken), hurryMessages(now, taken)] : []),
  ]
}
