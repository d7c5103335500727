import { expect, test } from 'vitest'
import { memory } from '../../src/store/memory.ts'

/** Answers how often each key was read. */
function counted(most = 2) {
  const recall = memory<string>(most)
  const reads: string[] = []
  const ask = (key: string, version: string | null) =>
    recall(key, version, async () => {
      reads.push(`${key} ${version}`)
      return `${key} of ${version}`
    })
  return { ask, reads }
}

test('one version is read once, another one anew', async () => {
  const { ask, reads } = counted()
  const answers = [await ask('a', '1'), await ask('a', '1'), await ask('a', '2'), await ask('a', '1')]
  expect([answers, reads]).toEqual([
    ['a of 1', 'a of 1', 'a of 2', 'a of 1'],
    ['a 1', 'a 2', 'a 1'],
  ])
})

test('two who ask at the same moment wait for one reading', async () => {
  const { ask, reads } = counted()
  await Promise.all([ask('a', '1'), ask('a', '1')])
  expect(reads).toEqual(['a 1'])
})

test('what has no version is never kept', async () => {
  const { ask, reads } = counted()
  await ask('a', null)
  await ask('a', null)
  expect(reads).toEqual(['a null', 'a null'])
})

test('the one used longest ago makes room', async () => {
  const { ask, reads } = counted(2)
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key, '1')
  expect(reads).toEqual(['a 1', 'b 1', 'c 1', 'b 1'])
})

test('a reading that failed is tried again', async () => {
  const recall = memory<string>(2)
  await expect(recall('a', '1', () => Promise.reject(new Error('busy')))).rejects.toThrow('busy')
  expect(await recall('a', '1', async () => 'read')).toBe('read')
})
