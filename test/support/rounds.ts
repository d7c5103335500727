/** How often a program waits for a far database: what it asks at one time goes there and back together. */
import { setTimeout as delay } from 'node:timers/promises'
import type { Client } from '@libsql/client'

/** Long enough for everything that is asked without waiting for an answer first. */
const TOGETHER_MS = 20

export function inRounds(client: Client): { client: Client; rounds: () => number } {
  let rounds = 0
  let next: Promise<void> | null = null
  const depart = async () => {
    await delay(TOGETHER_MS)
    next = null
    rounds++
  }
  const waiting = new Proxy(client, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target)
      if (typeof member !== 'function') return member
      if (!['execute', 'batch'].includes(String(name))) return member.bind(target)
      return async (...args: unknown[]) => {
        next ??= depart()
        await next
        return member.apply(target, args)
      }
    },
  })
  return { client: waiting, rounds: () => rounds }
}
