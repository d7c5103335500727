import { expect, test } from 'vitest'
import { type Entry, filledOf } from '../../../src/core/form/filled.ts'
import { fillTopics, readTopics, topicRows } from '../../../src/core/form/topic-form.ts'
import { samplePlan } from '../../support/plans.ts'

const plan = samplePlan('ngok-tu-2025')

const errorsOf = (entries: Entry[]): string[] | null => {
  const read = readTopics(filledOf(entries), plan)
  if (read.ok || read.problem.kind !== 'invalid') return null
  return read.problem.errors.map(({ path, message }) => `${path}: ${message}`)
}

test('topics come back as they went in, with their channels and days', () => {
  const entries = fillTopics(plan)
  expect(readTopics(filledOf(entries), plan)).toEqual({ ok: true, value: plan })
  expect(topicRows(filledOf(entries))).toBe(plan.topics.length + 2)
})

test('one is emptied, one renamed, one added', () => {
  const [first, second] = plan.topics
  if (!first || !second) throw new Error('no topics')
  const entries: Entry[] = [
    ...fillTopics({ ...plan, topics: [first, second] }).filter(
      ([name]) => !/cd-1-(muc|ten|trich)/.test(name),
    ),
    ['cd-2-ten', 'Tên mới'],
    ...([
      ['cd-4-muc', 'B.9'],
      ['cd-4-ten', 'Chủ đề thêm'],
      ['cd-4-trich', 'nói về việc này'],
    ] as const),
  ]
  const read = readTopics(filledOf(entries), plan)
  expect(read.ok && read.value.topics.map(({ id, clause, name }) => [id, clause, name])).toEqual([
    [second.id, second.clause, 'Tên mới'],
    ['B.9', 'B.9', 'Chủ đề thêm'],
  ])
})

test('what is missing of one is told at its field', () => {
  expect(errorsOf([['cd-1-ten', 'Chỉ có tên']])).toEqual([
    'cd-1-muc: cần ghi mục',
    'cd-1-trich: cần trích nguyên văn',
  ])
})
