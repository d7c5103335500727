import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { tidy } from '../../src/core/text.ts'
import { topicsOfPlan } from '../../src/core/topic.ts'
import { samplePlan } from '../support/plans.ts'
import { comparable } from '../support/quotes.ts'

const CLAUSES = {
  'ngok-tu-2025':
    'B.I.1 B.I.2 B.I.3 B.I.4.a B.I.4.b B.I.4.c B.I.4.d B.I.4.đ B.I.4.e B.I.4.g B.I.4.h B.I.4.i B.I.4.k B.I.5 ' +
    'B.II.1 B.II.2 B.II.3 B.II.4 B.II.5.a B.II.5.b B.II.5.c B.II.5.d B.II.5.đ B.II.5.e B.II.6 B.II.7 B.II.8',
  'duc-pho-2024': 'II.1 II.2 II.3 II.4 II.5 II.6 II.7 II.8 II.9 II.10 II.11',
}

const planText = (id: string) => readFileSync(new URL(`../fixtures/plans/${id}.txt`, import.meta.url), 'utf8')
const verbatim = (text: string) => tidy(text.replace(/[*_]/g, ''))
const occurrences = (text: string, part: string) => text.split(part).length - 1

describe.each(Object.entries(CLAUSES))('the topics of %s', (id, clauses) => {
  test('are all that the plan names, in its order', () => {
    expect(
      topicsOfPlan(samplePlan(id))
        .map(({ clause }) => clause)
        .join(' '),
    ).toBe(clauses)
  })

  test('quote words that stand in the plan at one place only', () => {
    const text = verbatim(planText(id))
    const found = topicsOfPlan(samplePlan(id)).map(({ clause, quote }) => [
      clause,
      occurrences(text, verbatim(quote)),
    ])
    expect(found).toEqual(found.map(([clause]) => [clause, 1]))
  })

  test('quote words that a comparison finds whatever their spelling of tones', () => {
    const text = comparable(planText(id))
    expect(topicsOfPlan(samplePlan(id)).filter(({ quote }) => !text.includes(comparable(quote)))).toEqual([])
  })

  test('have a name of their own and a source for each day', () => {
    const topics = topicsOfPlan(samplePlan(id))
    expect(new Set(topics.map(({ name }) => name)).size).toBe(topics.length)
    expect(topics.flatMap(({ days }) => days).filter(({ source }) => !/\d/.test(source))).toEqual([])
  })
})

test('a plan for another year talks about what its document says', () => {
  const ids = (year?: number) => topicsOfPlan(samplePlan('ngok-tu-2025', year)).map(({ id }) => id)
  expect(ids(2026)).toEqual(ids())
})
