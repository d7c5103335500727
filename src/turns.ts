/**
 * Turns of the event loop. Most of a request is done in one go, so twenty heavy ones that come together would hold
 * everybody else until the last is done. Each therefore begins in a turn of its own, and who brought twenty waits behind
 * who brought one. A heavy one lets the others have theirs in between.
 */
import { Busy } from './core/busy.ts'

/** `lane` is who asks. */
export type Turns = {
  /** Resolves when it is this one's turn. Throws `Busy` when too many wait: first for whoever has most of them waiting. */
  begin: (lane: string) => Promise<void>
  /** Lets others have theirs, then goes on before anything else of its lane begins, so that few are half done at a time. */
  goOn: (lane: string) => Promise<void>
}

/**
 * Who asks is only known once it is looked up: until then a request's lane goes by the session or the token that it
 * shows, or by where it comes from.
 */
export const laneOf = (
  session: string | undefined,
  token: string | undefined,
  address: () => string,
): string => session ?? token ?? address()

/** What a request brings along that waited for its turn before the app saw it. */
export type AtTheDoor = { lane: string; begun: Promise<void> }

/** Where each request has a loop of its own, as on Workers, and in tests. */
export const noTurns: Turns = { begin: async () => undefined, goOn: async () => undefined }

const FULL = 'Máy chủ đang có quá nhiều yêu cầu cùng lúc. Hãy thử lại sau ít giây.'
const RETRY_SECONDS = 5

/** `refuse` is null of what is half done. */
type Waiting = { resolve: () => void; refuse: (() => void) | null }

/** `later` calls back in the loop's next turn, after what came in meanwhile. */
export function loopTurns(mostWaiting: number, later: (serve: () => void) => void): Turns {
  // A lane that was served goes to the end: that is the order in which a map keeps what is put back.
  const lanes = new Map<string, Waiting[]>()
  let waiting = 0
  let awake = false

  function serve(): void {
    const [lane, line = []] = lanes.entries().next().value ?? []
    const next = line.shift()
    awake = next !== undefined
    if (lane === undefined || !next) return
    lanes.delete(lane)
    if (line.length) lanes.set(lane, line)
    waiting--
    later(serve)
    next.resolve()
  }

  function enter(lane: string, put: (line: Waiting[]) => void): void {
    const line = lanes.get(lane) ?? []
    put(line)
    lanes.set(lane, line)
    waiting++
    if (!awake) later(serve)
    awake = true
  }

  /** Whether there was somebody with more in line than `lane`: their last one is refused in its stead. */
  function makeRoom(lane: string): boolean {
    const longest = [...lanes.values()].reduce((a, b) => (b.length > a.length ? b : a), [])
    const last = longest.at(-1)
    if (longest.length <= (lanes.get(lane)?.length ?? 0) + 1 || !last?.refuse) return false
    longest.pop()
    waiting--
    last.refuse()
    return true
  }

  return {
    begin: async (lane) => {
      if (waiting >= mostWaiting && !makeRoom(lane)) throw busy()
      return new Promise((resolve, reject) => {
        enter(lane, (line) => line.push({ resolve, refuse: () => reject(busy()) }))
      })
    },
    goOn: (lane) =>
      new Promise((resolve) => {
        enter(lane, (line) => line.unshift({ resolve, refuse: null }))
      }),
  }
}

const busy = () => new Busy(FULL, RETRY_SECONDS)
