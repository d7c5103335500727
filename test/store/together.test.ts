import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { counted } from '../../src/store/counted.ts'
import { openDb, read, readOne } from '../../src/store/db.ts'
import { together } from '../../src/store/together.ts'
import { database } from '../support/database.ts'

test('what is read in one turn goes there in one batch, the same statement once, and each reader has its own answer', async () => {
  await using empty = await database()
  const batches: unknown[][] = []
  const { client, asked } = counted(
    new Proxy(empty.db.$client, {
      get: (target, name) => {
        if (name !== 'batch') return Reflect.get(target, name, target)
        return (statements: { args: unknown[] }[], mode: 'read') => {
          batches.push(statements.map(({ args }) => args))
          return target.batch(statements as never, mode)
        }
      },
    }),
  )
  const db = together(openDb(client))
  const ask = (n: number) => readOne(db, sql`SELECT ${n} * 2 AS n`).then(({ rows }) => rows[0]?.n)
  const both = read(db, [sql`SELECT ${1} * 2 AS n`, sql`SELECT ${7} * 2 AS n`])
  expect(await Promise.all([ask(1), ask(2), ask(1)])).toEqual([2, 4, 2])
  expect((await both).map(({ rows }) => rows[0]?.n)).toEqual([2, 14])
  expect([asked(), batches]).toEqual([1, [[[1], [7], [2]]]])
})
