/** The beat on Node: `tick` at each full minute. Workers have cron triggers instead. */
import { schedule } from 'node-cron'
import type { Instant } from '../core/wall-clock.ts'
import type { Deps } from '../deps.ts'
import { reasonOf } from '../trace.ts'
import { lookAhead } from './look-ahead.ts'
import { tick } from './tick.ts'

export type Beat = {
  /** Beats now, unless a beat is under way. Never throws: what fails is logged, and the next beat tries again. */
  beat: () => Promise<void>
  /** Lets the step that is under way come to its end, and begins no other. */
  stop: () => Promise<void>
}

/** A beat that takes longer is given up: claims keep it and the next one apart. */
const STUCK_MS = 10 * 60_000
/** How long stopping waits for the step under way. */
const FAREWELL_MS = 20_000

/** Beats once at the start, so that what downtime left is not left a minute longer, and then each minute. */
export function startBeat(deps: Deps): Beat {
  const stopping = new AbortController()
  const { signal } = stopping
  const ticks = oneAtATime((now) => quietly(deps, now, signal))
  const looks = oneAtATime((now) => quietlyAhead(deps, now, signal))

  const beat = async (): Promise<void> => {
    if (signal.aborted) return
    await ticks.run(deps.clock())
    // Beside the next beats: nobody's messages wait for it.
    if (!signal.aborted) void looks.run(deps.clock())
  }

  // Its promise is kept from node-cron, which would count us as busy.
  const task = schedule('* * * * *', () => void beat(), { suppressMissedWarning: true })
  void beat()
  return {
    beat,
    stop: async () => {
      await task.destroy()
      stopping.abort()
      await Promise.race([Promise.all([ticks.underWay(), looks.underWay()]), pause(FAREWELL_MS)])
    },
  }
}

/** Not node-cron's noOverlap: that one never runs again after a run that never ends. */
function oneAtATime(run: (now: Instant) => Promise<void>) {
  let current: { since: Instant; done: Promise<void> } | null = null
  return {
    run: async (now: Instant): Promise<void> => {
      if (current && now - current.since < STUCK_MS) return
      const mine = { since: now, done: run(now) }
      current = mine
      await mine.done
      if (current === mine) current = null
    },
    underWay: () => current?.done,
  }
}

async function quietly(deps: Deps, now: Instant, signal: AbortSignal): Promise<void> {
  try {
    const { turns, sent, failed } = await tick(deps, now, { signal })
    if (turns || sent || failed) deps.trace({ event: 'beat', turns, sent, failed })
  } catch (error) {
    deps.trace({ event: 'beat-failed', why: reasonOf(error) })
  }
}

async function quietlyAhead(deps: Deps, now: Instant, signal: AbortSignal): Promise<void> {
  try {
    await lookAhead(deps, now, signal)
  } catch (error) {
    if (!signal.aborted) deps.trace({ event: 'look-ahead-failed', why: reasonOf(error) })
  }
}

const pause = (ms: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, ms).unref()
  })
