import { expect, test } from 'vitest'
import { hashingLine } from '../../src/accounts/hashing.ts'

const FULL = {
  kind: 'too-many',
  detail: 'Đang có quá nhiều người đăng nhập cùng lúc. Hãy thử lại sau ít giây.',
  retryAfterSeconds: 5,
}

/** A line and what is done in it: tasks that end when the test says so. */
function house() {
  const line = hashingLine({ atOnce: 1, waiting: 2 })
  const started: string[] = []
  const ends = new Map<string, () => void>()
  const join = (name: string, known = false) =>
    line(
      () =>
        new Promise<string>((done) => {
          started.push(name)
          ends.set(name, () => done(name))
        }),
      known,
    )
  const end = async (name: string) => {
    ends.get(name)?.()
    await new Promise(setImmediate)
  }
  return { join, started, end }
}

test('one at a time, in order; who finds the line full is told to come back', async () => {
  const { join, started, end } = house()
  const answers = ['a', 'b', 'c', 'd'].map((name) => join(name))
  expect(await answers[3]).toEqual({ ok: false, problem: FULL })
  expect(started).toEqual(['a'])
  for (const name of ['a', 'b', 'c']) await end(name)
  expect([started, await Promise.all(answers.slice(0, 3))]).toEqual([
    ['a', 'b', 'c'],
    ['a', 'b', 'c'].map((value) => ({ ok: true, value })),
  ])
})
test('whoever is known has a line of their own, which goes first', async () => {
  const { join, started, end } = house()
  for (const name of ['a', 'b', 'c']) join(name)
  const known = join('known', true)
  await end('a')
  expect(started).toEqual(['a', 'known'])
  await end('known')
  expect(await known).toEqual({ ok: true, value: 'known' })
})
test('what throws gives its place on', async () => {
  const line = hashingLine({ atOnce: 1, waiting: 1 })
  await expect(line(() => Promise.reject(new Error('bug')), false)).rejects.toThrow('bug')
  expect(await line(async () => 'next', false)).toEqual({ ok: true, value: 'next' })
})
