/** A database whose readers wait for each other: what is read in one turn of the event loop goes there and back together. */
import type { Client, InStatement, ResultSet } from '@libsql/client'
import { type Db, openDb } from './db.ts'
import { soon } from './gather.ts'

type Waiting = {
  statements: InStatement[]
  resolve: (answers: ResultSet[]) => void
  reject: (error: unknown) => void
}

/** Writes, and whatever is not plainly read, go their own way. */
export const together = (db: Db): Db => openDb(gathering(db.$client))

function gathering(client: Client): Client {
  let waiting: Waiting[] = []
  const depart = async () => {
    const asked = waiting
    waiting = []
    const settled = asked.length > 1 ? await answersFor(client, asked).catch(() => null) : null
    for (const [i, one] of asked.entries()) {
      if (settled) one.resolve(settled[i] ?? [])
      // One that fails, or too much for one answer, must not fail the others.
      else client.batch(one.statements, 'read').then(one.resolve, one.reject)
    }
  }
  const ask = (statements: InStatement[]): Promise<ResultSet[]> =>
    new Promise((resolve, reject) => {
      if (waiting.push({ statements, resolve, reject }) === 1) soon(depart)
    })
  return new Proxy(client, {
    get: (target, name) => {
      if (name === 'execute')
        return async (statement: InStatement) =>
          isRead(statement) ? (await ask([statement]))[0] : target.execute(statement)
      if (name === 'batch')
        return (statements: InStatement[], ...mode: ['read' | 'write' | 'deferred']) =>
          statements.every(isRead) ? ask(statements) : target.batch(statements, ...mode)
      const member: unknown = Reflect.get(target, name, target)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}

const isRead = (statement: InStatement): boolean =>
  /^\s*select\b/i.test(typeof statement === 'string' ? statement : statement.sql)

/** What several ask alike is asked once. */
async function answersFor(client: Client, asked: readonly Waiting[]): Promise<ResultSet[][]> {
  const distinct = new Map<string, InStatement>()
  const keys = asked.map(({ statements }) =>
    statements.map((statement) => {
      const key = JSON.stringify(statement)
      distinct.set(key, statement)
      return key
    }),
  )
  const answers = await client.batch([...distinct.values()], 'read')
  const answerOf = new Map([...distinct.keys()].map((key, i) => [key, answers[i] as ResultSet]))
  return keys.map((own) => own.map((key) => answerOf.get(key) as ResultSet))
}
