import { expect, test } from 'vitest'
import type { Fact } from '../../../src/core/fact.ts'
import { gradeOf, proofOf } from '../../../src/core/record/evidence.ts'
import { countedYear } from '../../support/counted-year.ts'

const fact = countedYear().recorded.find(({ slot }) => slot.id.endsWith('C.I.2.a:17'))?.facts[0] as Fact
const evidence: Fact = { ...fact, id: 'e', kind: 'evidence', link: 'https://ngoktu.example/anh' }
const file: Fact = {
  ...fact,
  id: 'f',
  kind: 'evidence',
  file: { name: 'so-17.mp3', size: 9, sha256: 'a'.repeat(64) },
}
const struck: Fact = { ...fact, id: 'x', kind: 'correction', corrects: 'e' }
const NOBODY = new Set<string>()

test('what only the officer says is self-declared', () => {
  expect(gradeOf(fact, [fact], NOBODY)).toBe('declared')
  expect(proofOf(fact, [fact])).toBeNull()
})

test('a link on the outcome, a link or a file recorded later is evidence', () => {
  expect(gradeOf({ ...fact, link: 'https://ngoktu.example/17' }, [], NOBODY)).toBe('evidenced')
  expect(gradeOf(fact, [fact, evidence], NOBODY)).toBe('evidenced')
  expect(gradeOf(fact, [fact, file], NOBODY)).toBe('evidenced')
})

test('what can be opened is opened: a link, a file that is kept here, never one that the office has', () => {
  const kept: Fact = { ...file, file: { name: 'so-17.mp3', size: 9, sha256: 'a'.repeat(64), kept: 'mp3' } }
  expect(proofOf(fact, [fact, file])).toBeNull()
  expect(proofOf(fact, [fact, file, kept])).toBe(`/minh-chung/${'a'.repeat(64)}`)
  expect(proofOf(fact, [fact, evidence, kept])).toBe('https://ngoktu.example/anh')
})

test('evidence that was taken back proves nothing', () => {
  expect(gradeOf(fact, [fact, evidence, struck], NOBODY)).toBe('declared')
})

test("a leader's word for this very fact outweighs it all", () => {
  expect(gradeOf(fact, [fact], new Set([fact.id]))).toBe('confirmed')
  expect(gradeOf(fact, [fact, evidence], new Set(['another']))).toBe('evidenced')
})
