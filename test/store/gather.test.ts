import { expect, test } from 'vitest'
import { gather } from '../../src/store/gather.ts'

const recorded = () => {
  const asked: string[][] = []
  const ask = gather(async (keys) => {
    asked.push(keys)
    return new Map(keys.filter((key) => key !== 'none').map((key) => [key, key.toUpperCase()]))
  })
  return { asked, ask }
}

test('what is asked in one turn is asked of the database once, each key once', async () => {
  const { asked, ask } = recorded()
  expect(await Promise.all([ask('a'), ask('b'), ask('a'), ask('none')])).toEqual(['A', 'B', 'A', undefined])
  expect(asked).toEqual([['a', 'b', 'none']])
})

test('what is asked after an answer is asked anew: nothing is remembered', async () => {
  const { asked, ask } = recorded()
  await ask('a')
  await ask('a')
  expect(asked).toEqual([['a'], ['a']])
})

test('a failure reaches everybody who waited, and nobody after them', async () => {
  let broken = true
  const ask = gather(async (keys) => {
    if (broken) throw new Error('disk I/O error')
    return new Map(keys.map((key) => [key, key]))
  })
  const outcomes = await Promise.allSettled([ask('a'), ask('b')])
  broken = false
  expect([outcomes.map(({ status }) => status), await ask('a')]).toEqual([['rejected', 'rejected'], 'a'])
})
