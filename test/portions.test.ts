import { expect, test } from 'vitest'
import { inPortions, inSteps, portions, withoutBreath } from '../src/portions.ts'

test('a long list is worked through in order, and others have their turn between two portions', async () => {
  const seen: string[] = []
  const breathe = async () => void seen.push('others')
  const work = (some: readonly number[]) => {
    seen.push(some.join())
    return some.map((one) => one * 10)
  }
  expect(await inPortions([1, 2, 3, 4, 5], breathe, work, 2)).toEqual([10, 20, 30, 40, 50])
  expect(seen).toEqual(['1,2', 'others', '3,4', 'others', '5'])
})

test('a short list is worked on in the turn that is there', async () => {
  const never = () => Promise.reject(new Error('nobody else'))
  expect(await inPortions([1, 2], never, (some) => some, 2)).toEqual([1, 2])
  expect(await inPortions([], never, (some) => some)).toEqual([])
})

test('a portion may make more or fewer than it took', async () => {
  const odd = (some: readonly number[]) => some.filter((one) => one % 2)
  expect(await inPortions([1, 2, 3, 4], withoutBreath, odd, 2)).toEqual([1, 3])
})

test('steps within steps stop as well, and what throws between two breaths is thrown', async () => {
  let breaths = 0
  const breathe = async () => void breaths++
  function* whole() {
    const made = yield* portions(['a', 'b'], (some) => some, 1)
    yield
    if (made.length > 2) throw new Error('too many')
    return made.join('')
  }
  expect(await inSteps(whole(), breathe)).toBe('ab')
  expect(breaths).toBe(2)
  function* broken() {
    yield
    throw new Error('broken')
  }
  await expect(inSteps(broken(), breathe)).rejects.toThrow('broken')
})
