/** A line before something that can serve only so much at once. It refuses rather than grow without an end. */
import { Busy } from './core/busy.ts'

export type QueueLimits = {
  atOnce: number
  /** How much of that one lane may have; all of it where nothing is said. */
  perLane?: number
  /** How many may wait, all together. */
  waiting: number
  retryAfterSeconds: number
  /** Whoever has waited so long is refused while they still listen; for ever where nothing is said. */
  patienceMs?: number
}

/**
 * Waits until it is this one's turn. `lane` names whose it is: who brought twenty waits behind who brought one. `weight` is
 * how much of `atOnce` it takes. Throws `Busy` when too many wait: first for whoever has most of them waiting.
 */
export type Queue = <T>(lane: string, job: () => Promise<T>, weight?: number) => Promise<T>

/** Where the platform itself bounds what runs beside each other, as on Workers, and in tests. */
export const noQueue: Queue = (_, job) => job()

/**
 * What many ask for at once is made once: whoever names a `key` that waits in the line shares what comes of it. What was
 * begun is no longer shared, since it may have missed what was written meanwhile.
 */
export type Sharing = <T>(lane: string, key: string, job: () => Promise<T>) => Promise<T>

export function sharing(line: Queue): Sharing {
  const waiting = new Map<string, Promise<unknown>>()
  return <T>(lane: string, key: string, job: () => Promise<T>) => {
    const found = waiting.get(key)
    if (found) return found as Promise<T>
    let waits = true
    const leave = () => {
      if (waits) waiting.delete(key)
      waits = false
    }
    const made = line(lane, () => {
      leave()
      return job()
    })
    if (waits) waiting.set(key, made)
    made.catch(leave)
    return made
  }
}

const FULL = 'Máy chủ đang có nhiều việc nặng cùng lúc. Hãy thử lại sau ít phút.'

type Waiting = {
  weight: number
  start: () => Promise<void>
  refuse: () => void
  timer?: ReturnType<typeof setTimeout>
}

export function queue(limits: QueueLimits): Queue {
  const { atOnce, perLane = atOnce, waiting, retryAfterSeconds, patienceMs } = limits
  // A lane that was served goes to the end: that is the order in which a map keeps what is put back.
  const lanes = new Map<string, Waiting[]>()
  const taken = new Map<string, number>()
  let serving = 0
  let length = 0

  /** What is heavier than all of it is served alone. */
  const fits = (lane: string, weight: number): boolean =>
    (serving === 0 || serving + weight <= atOnce) &&
    (!taken.has(lane) || (taken.get(lane) ?? 0) + weight <= perLane)

  function take(lane: string, weight: number): void {
    serving += weight
    const now = (taken.get(lane) ?? 0) + weight
    if (now) taken.set(lane, now)
    else taken.delete(lane)
  }

  function serve(): void {
    const lane = [...lanes].find(([name, [next]]) => next && fits(name, next.weight))?.[0]
    const [next, ...rest] = (lane !== undefined && lanes.get(lane)) || []
    if (lane === undefined || !next) return
    leave(lane, rest)
    clearTimeout(next.timer)
    take(lane, next.weight)
    void next.start().finally(() => {
      take(lane, -next.weight)
      serve()
    })
    serve()
  }

  function leave(lane: string, rest: Waiting[]): void {
    lanes.delete(lane)
    if (rest.length) lanes.set(lane, rest)
    length--
  }

  /** Whether there was somebody with more in line than `lane`: their last one is refused in its stead. */
  function makeRoom(lane: string): boolean {
    const longest = [...lanes.values()].reduce((a, b) => (b.length > a.length ? b : a), [])
    if (longest.length <= (lanes.get(lane)?.length ?? 0) + 1) return false
    const last = longest.pop()
    clearTimeout(last?.timer)
    last?.refuse()
    length--
    return true
  }

  function giveUp(lane: string, tired: Waiting): void {
    const line = lanes.get(lane) ?? []
    line.splice(line.indexOf(tired), 1)
    if (line.length === 0) lanes.delete(lane)
    length--
    tired.refuse()
  }

  return (lane, job, weight = 1) => {
    const busy = () => new Busy(FULL, retryAfterSeconds)
    if (length >= waiting && !fits(lane, weight) && !makeRoom(lane)) return Promise.reject(busy())
    return new Promise((done, failed) => {
      const line = lanes.get(lane) ?? []
      const one: Waiting = { weight, start: () => job().then(done, failed), refuse: () => failed(busy()) }
      if (patienceMs !== undefined) one.timer = setTimeout(giveUp, patienceMs, lane, one)
      line.push(one)
      lanes.set(lane, line)
      length++
      serve()
    })
  }
}
