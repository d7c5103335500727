import fc from 'fast-check'
import { expect, test } from 'vitest'
import { proposeTopics, type RotationSlot } from '../../../src/core/content/rotation.ts'
import { type Topic, topicsOfPlan } from '../../../src/core/topic.ts'
import { addDays, daysBetween } from '../../../src/core/wall-clock.ts'
import { samplePlan } from '../../support/plans.ts'

const slotsOf = (count: number, every = 14, first = '2026-01-05'): RotationSlot[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `p:c:${String(i + 1).padStart(3, '0')}`,
    day: addDays(first, i * every),
    channels: ['loudspeaker'],
    chosen: [],
  }))

const topicsNamed = (count: number): Topic[] =>
  Array.from({ length: count }, (_, i) => ({
    ...{ id: `p:${i}`, planId: 'p', clause: String(i), name: `Chủ đề ${i}`, group: i % 3 ? 'A' : 'B' },
    ...{ channels: ['loudspeaker'], quote: '', days: [] },
  }))

const RULES = { gapDays: 42, most: 3 }

test("Ngọk Tụ's 26 issues of a year speak of all 27 topics of part B, two of them in one issue", () => {
  const slots = slotsOf(26)
  const { choices, uncovered } = proposeTopics(slots, topicsOfPlan(samplePlan('ngok-tu-2025')), RULES)
  const perSlot = slots.map(({ id }) => choices.filter(({ slotId }) => slotId === id).length)
  expect([uncovered, new Set(choices.map(({ topic }) => topic)).size]).toEqual([[], 27])
  expect(perSlot.toSorted()).toEqual([...Array(25).fill(1), 2])
})

test('dated topics come near their days, with the reason in words', () => {
  const { choices } = proposeTopics(slotsOf(26), topicsOfPlan(samplePlan('ngok-tu-2025')), RULES)
  const days = new Map(slotsOf(26).map(({ id, day }) => [id, day]))
  const of = (clause: string) => {
    const found = choices.find(({ topic }) => topic === `ngok-tu-2025:${clause}`)
    return [days.get(found?.slotId ?? ''), found?.why]
  }
  expect([of('B.I.2'), of('B.I.4.c')]).toEqual([
    [
      '2026-10-12',
      'kỳ gần nhất với Ngày Chuyển đổi số quốc gia (10/10, Quyết định số 505/QĐ-TTg ngày 22/4/2022 của Thủ tướng Chính phủ)',
    ],
    [
      '2026-03-02',
      'đúng dịp Mùa quyết toán thuế năm (1/3–31/3, Điều 44 Luật Quản lý thuế số 38/2019/QH14, hạn nộp hồ sơ quyết toán là ngày cuối cùng của tháng thứ 3)',
    ],
  ])
})

test('eleven issues that are left of the year still speak of all 27 topics', () => {
  const { choices, uncovered } = proposeTopics(
    slotsOf(11, 14, '2025-08-04'),
    topicsOfPlan(samplePlan('ngok-tu-2025')),
    RULES,
  )
  expect([uncovered, choices.length]).toEqual([[], 27])
})

test('covers every topic whenever there are slots enough', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 40 }), (slots, topics) => {
      const { choices, uncovered } = proposeTopics(slotsOf(slots, 7), topicsNamed(topics), RULES)
      const covered = new Set(choices.map(({ topic }) => topic)).size
      expect(covered).toBe(Math.min(topics, slots * RULES.most))
      expect(uncovered.length).toBe(topics - covered)
    }),
  )
})

test('topics that suit few slots get them, and the others give way', () => {
  const channels = fc.constantFrom<RotationSlot['channels']>(['loudspeaker'], ['portal'], ['social'])
  fc.assert(
    fc.property(fc.array(channels, { minLength: 3, maxLength: 20 }), (given) => {
      const slots = slotsOf(given.length).map((slot, i) => ({ ...slot, channels: given[i] ?? [] }))
      // One topic for each slot, suiting its channel; the first half suits every channel.
      const topics = topicsNamed(given.length).map((topic, i) => ({
        ...topic,
        channels:
          i < given.length / 2
            ? (['loudspeaker', 'portal', 'social'] as const).slice()
            : [...(given[i] ?? [])],
      }))
      expect(proposeTopics(slots, topics, { gapDays: 0, most: 1 }).uncovered).toEqual([])
    }),
  )
})

test('no topic comes back within the weeks that were asked for', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 80 }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 0, max: 70 }),
      (slots, topics, gapDays) => {
        const { choices } = proposeTopics(slotsOf(slots, 5), topicsNamed(topics), { gapDays, most: 1 })
        const dayOf = new Map(slotsOf(slots, 5).map(({ id, day }) => [id, day]))
        for (const list of Map.groupBy(choices, ({ topic }) => topic).values()) {
          const days = list.map(({ slotId }) => dayOf.get(slotId) as string)
          for (let i = 1; i < days.length; i++)
            expect(daysBetween(days[i - 1] as string, days[i] as string)).toBeGreaterThanOrEqual(gapDays)
        }
      },
    ),
  )
})

test('what was chosen by hand stays: such slots get no proposal, and their topics are not needed elsewhere', () => {
  const topics = topicsNamed(10)
  fc.assert(
    fc.property(fc.dictionary(fc.nat(11).map(String), fc.nat(9)), (hand) => {
      const slots = slotsOf(12).map((slot, i) => ({
        ...slot,
        chosen: hand[i] === undefined ? [] : [`p:${hand[i]}`],
      }))
      const { choices } = proposeTopics(slots, topics, { gapDays: 0, most: 2 })
      const proposed = new Set(choices.map(({ slotId }) => slotId))
      expect(slots.filter(({ id, chosen }) => chosen.length && proposed.has(id))).toEqual([])
    }),
  )
})

test('the same question has the same answer, in whatever order the slots come', () => {
  const slots = slotsOf(40, 9)
  const answers = [slots, slots.toReversed()].map((list) => proposeTopics(list, topicsNamed(24), RULES))
  expect(answers[0]).toEqual(answers[1])
})
