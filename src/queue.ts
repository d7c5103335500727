/** A line before something that can serve only so many at once. It refuses rather than grow without an end. */
import { Busy } from './core/busy.ts'

export type QueueLimits = {
  atOnce: number
  /** How many may wait, all together. */
  waiting: number
  retryAfterSeconds: number
}

/** Waits until it is this one's turn. `lane` names whose it is: who brought twenty waits behind who brought one. */
export type Queue = <T>(lane: string, job: () => Promise<T>) => Promise<T>

const FULL = 'Máy chủ đang có nhiều việc nặng cùng lúc. Hãy thử lại sau ít phút.'

export function queue({ atOnce, waiting, retryAfterSeconds }: QueueLimits): Queue {
  // A lane that was served goes to the end: that is the order in which a map keeps what is put back.
  const lanes = new Map<string, (() => Promise<void>)[]>()
  let serving = 0
  let length = 0

  function serve(): void {
    if (serving >= atOnce) return
    const [lane, jobs] = lanes.entries().next().value ?? []
    const job = jobs?.shift()
    if (lane === undefined || !jobs || !job) return
    lanes.delete(lane)
    if (jobs.length) lanes.set(lane, jobs)
    length--
    serving++
    void job().finally(() => {
      serving--
      serve()
    })
  }

  return (lane, job) => {
    if (length >= waiting && serving >= atOnce) return Promise.reject(new Busy(FULL, retryAfterSeconds))
    return new Promise((done, failed) => {
      const jobs = lanes.get(lane) ?? []
      jobs.push(() => job().then(done, failed))
      lanes.set(lane, jobs)
      length++
      serve()
    })
  }
}
