/** How often a database is asked: platforms bound it. */
import type { Client } from '@libsql/client'

/** A batch is asked once, however many statements it holds. */
export function counted(client: Client): { client: Client; asked: () => number } {
  let asked = 0
  const counting = new Proxy(client, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target)
      if (typeof member !== 'function') return member
      if (name === 'execute' || name === 'batch')
        return (...args: unknown[]) => {
          asked++
          return member.apply(target, args)
        }
      return member.bind(target)
    },
  })
  return { client: counting, asked: () => asked }
}
