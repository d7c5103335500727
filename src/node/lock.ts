/** The embedded database's lock: other processes write too, and nobody here may stand still until they are done. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { type Client, LibsqlError } from '@libsql/client'

/** How long a call that waits for the lock lets pass before it looks again. */
const LOOK_AGAIN_MS = 40

export type Patience = { ms: number }

/** All calls of one request share one patience: whoever pressed a button waits no longer because it writes twice. */
export const requests = new AsyncLocalStorage<{ spentMs: number }>()

/**
 * A client whose calls wait for another process's write: not in the driver, which would stop the whole process
 * meanwhile, but in a line, so that only its first looks whether the lock is free. After `patience` the call fails as
 * the driver's would, and nothing of it was written.
 *
 * libsql leaves a statement that met SQLITE_BUSY unfinished on its connection. What the connection writes afterwards
 * seems to succeed and is never committed, or fails for ever. So such a connection is given up, and the call begins
 * again on a fresh one.
 */
export function waitingForLock(client: Client, patience: Patience): Client {
  let last: Promise<unknown> = Promise.resolve()

  async function attempt<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call()
    } catch (error) {
      if (isLocked(error)) client.reconnect()
      if (isCutOff(error) && !client.closed) return attempt(call)
      throw error
    }
  }

  async function tryUntil<T>(until: number, call: () => Promise<T>, met: unknown): Promise<T> {
    if (performance.now() > until) throw met
    await pause(LOOK_AGAIN_MS)
    return attempt(call).catch((error: unknown) => {
      if (isLocked(error)) return tryUntil(until, call, error)
      throw error
    })
  }

  async function calling<T>(call: () => Promise<T>): Promise<T> {
    const request = requests.getStore() ?? { spentMs: 0 }
    const began = performance.now()
    const until = began + patience.ms - request.spentMs
    return attempt(call).catch((error: unknown) => {
      if (!isLocked(error)) throw error
      const mine = last.then(() => tryUntil(until, call, error))
      last = mine.catch(() => undefined)
      return mine.finally(() => {
        request.spentMs += performance.now() - began
      })
    })
  }

  return new Proxy(client, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target)
      if (typeof member !== 'function') return member
      if (!WAITS.has(name)) return member.bind(target)
      return (...args: unknown[]) => calling(() => member.apply(target, args) as Promise<unknown>)
    },
  })
}

const WAITS = new Set<string | symbol>(['execute', 'batch', 'migrate', 'transaction', 'executeMultiple'])

const isLocked = (error: unknown): boolean =>
  error instanceof LibsqlError && error.code.startsWith('SQLITE_BUSY')

/**
 * Another call gave up every connection between the moment in which this one took its own and that in which it began.
 * The driver looks once, before the first statement, and pauses nowhere after it: nothing was written.
 */
const isCutOff = (error: unknown): boolean => error instanceof LibsqlError && error.code === 'CLIENT_CLOSED'

const pause = (ms: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, ms)
  })
