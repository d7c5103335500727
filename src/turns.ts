/**
 * Turns of the event loop. Most of a request is done in one go, so twenty heavy ones that come together would hold
 * everybody else until the last is done. Each therefore begins in a turn of its own, and who brought twenty waits behind
 * who brought one. A heavy one lets the others have theirs in between.
 */
import { Busy } from './core/busy.ts'

/** `lane` is who asks. */
export type Turns = {
  /** Resolves when it is this one's turn. Throws `Busy` when too many wait. */
  begin: (lane: string) => Promise<void>
  /** Lets others have theirs, then goes on before anything else of its lane begins, so that few are half done at a time. */
  goOn: (lane: string) => Promise<void>
}

/** Where each request has a loop of its own, as on Workers, and in tests. */
export const noTurns: Turns = { begin: async () => undefined, goOn: async () => undefined }

const FULL = 'Máy chủ đang có quá nhiều yêu cầu cùng lúc. Hãy thử lại sau ít giây.'
const RETRY_SECONDS = 5

type Resolve = () => void

/** `later` calls back in the loop's next turn, after what came in meanwhile. */
export function loopTurns(mostWaiting: number, later: (serve: () => void) => void): Turns {
  // A lane that was served goes to the end: that is the order in which a map keeps what is put back.
  const lanes = new Map<string, Resolve[]>()
  let waiting = 0
  let awake = false

  function serve(): void {
    const [lane, line = []] = lanes.entries().next().value ?? []
    const resolve = line.shift()
    awake = resolve !== undefined
    if (lane === undefined || !resolve) return
    lanes.delete(lane)
    if (line.length) lanes.set(lane, line)
    waiting--
    later(serve)
    resolve()
  }

  const enter = (lane: string, put: (line: Resolve[], resolve: Resolve) => void): Promise<void> =>
    new Promise((resolve) => {
      const line = lanes.get(lane) ?? []
      put(line, resolve)
      lanes.set(lane, line)
      waiting++
      if (!awake) later(serve)
      awake = true
    })

  return {
    begin: async (lane) => {
      if (waiting >= mostWaiting) throw new Busy(FULL, RETRY_SECONDS)
      await enter(lane, (line, resolve) => line.push(resolve))
    },
    goOn: (lane) => enter(lane, (line, resolve) => line.unshift(resolve)),
  }
}
