import { expect, test } from 'vitest'
import { planSigns } from '../../../src/core/plan/plan-sign.ts'

const plan = (id: string, year: number) => ({ id, year })

test('plans have letters by year and id, whatever order they come in', () => {
  expect([...planSigns([plan('b', 2026), plan('z', 2025), plan('a', 2026)])]).toEqual([
    ['z', { letter: 'A', look: 1 }],
    ['a', { letter: 'B', look: 2 }],
    ['b', { letter: 'C', look: 3 }],
  ])
})

test('the plans of a next year leave the letters of this one', () => {
  const now = [plan('m', 2025), plan('n', 2025)]
  const later = planSigns([plan('a', 2026), ...now])
  for (const [id, sign] of planSigns(now)) expect(later.get(id)).toEqual(sign)
})

test('after Z come two letters, no two the same', () => {
  const many = Array.from({ length: 60 }, (_, i) => plan(`p-${String(i).padStart(2, '0')}`, 2025))
  const letters = [...planSigns(many).values()].map(({ letter }) => letter)
  expect([letters[25], letters[26], letters[52]]).toEqual(['Z', 'AA', 'BA'])
  expect(new Set(letters).size).toBe(60)
})
