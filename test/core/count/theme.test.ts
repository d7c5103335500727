import { expect, test } from 'vitest'
import { themeOf } from '../../../src/core/count/theme.ts'
import { samplePlan } from '../../support/plans.ts'

test('obligations of Ngọk Tụ 2025 by theme: part I is about CĐS, part II about CCHC, the reports about both', () => {
  const { obligations } = samplePlan('ngok-tu-2025')
  const clausesOf = (theme: string) => obligations.filter((one) => themeOf(one) === theme).map(({ id }) => id)
  expect(clausesOf('both')).toEqual(['C.I.3.b', 'E.5.c'])
  expect(clausesOf('other')).toEqual([])
  expect(clausesOf('cds').every((id) => id.startsWith('C.I.'))).toBe(true)
  expect(clausesOf('cchc')).toEqual([
    'C.II.1',
    'C.II.2',
    'C.II.3',
    'C.II.4',
    'C.II.5',
    'C.II.6',
    'C.II.7.a',
    'C.II.7.b',
  ])
})

test('both spellings of a tone, and words inside other words', () => {
  const of = (title: string) => themeOf({ title, quote: '' })
  expect(of('Cải cách thủ tục hành chính')).toBe('cchc')
  expect(of('Lồng ghép CĐS')).toBe('cds')
  expect(of('Hội thi CĐSX')).toBe('other')
})
