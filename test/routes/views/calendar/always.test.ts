import { describe, expect, test } from 'vitest'
import type { Fact } from '../../../../src/core/fact.ts'
import { instantOf } from '../../../../src/core/wall-clock.ts'
import { alwaysLine } from '../../../../src/routes/views/calendar/always.ts'
import { onlyObligation, planData, planOf } from '../../../support/plans.ts'
import { factOf } from '../records.ts'

const obligation = onlyObligation(
  planOf(planData({ kind: 'continuous' }, {}, { channels: ['portal'], title: 'Đăng tin' })),
)
const NOW = instantOf('2025-08-04', '09:00')
const LAN = { id: 'u1', back: '/', mayExcuse: false }
const logged = (kind: Fact['kind'], at: number, more: Partial<Fact> = {}): Fact => ({
  ...factOf('thu-2025:A.1', kind, at, more),
  slotId: null,
})
const first = logged('posted', instantOf('2025-07-20', '08:00'))
const second = logged('posted', instantOf('2025-07-22', '08:00'))
const undone = logged('correction', instantOf('2025-07-23', '08:00'), { corrects: second.id })
const notes = (many: number) => Array.from({ length: many }, (_, i) => logged('note', NOW - i))

const line = (recent: Fact[], recorder: typeof LAN | null = LAN) =>
  alwaysLine({ planId: 'thu-2025', obligation, recent }, recorder, NOW)

test.each<[string, Fact[], string]>([
  ['nothing', [], 'chưa ghi lần nào'],
  ['two things', [first, second], 'lần ghi gần nhất 22/7'],
  ['one that was taken back', [first, second, undone], 'lần ghi gần nhất 20/7'],
  ['only notes', notes(2), 'chưa ghi lần nào'],
  ['so many notes that what came before is not seen', notes(12), ''],
])('after %s it says "%s"', (_, recent, last) => {
  expect(line(recent).last).toBe(last)
})

describe('who records', () => {
  test('gets one tap in the words of the obligation, with another key after each fact', () => {
    const key = (recent: Fact[]) => line(recent).tick?.key
    expect(line([]).tick).toEqual({
      action: '/nhiem-vu/thu-2025/A.1/ghi',
      ...{ kind: 'posted', words: 'Đã đăng', place: null, back: '/' },
      key: 'u1-0-posted-/nhiem-vu/thu-2025/A.1',
    })
    expect(new Set([key([]), key([first]), key([first, second])]).size).toBe(3)
  })

  test('may take back what was logged within the last minute', () => {
    const fresh = (recordedAt: number) => line([logged('posted', NOW, { recordedAt })]).fresh
    expect(fresh(NOW - 60_000)).toBeNull()
    expect(fresh(NOW - 59_999)?.words).toBe('Y Lan ghi lúc 08:59')
  })
})

test('who only looks gets neither', () => {
  expect(line([logged('posted', NOW)], null)).toEqual({
    ...{ href: '/nhiem-vu/thu-2025/A.1', title: 'Đăng tin', last: 'lần ghi gần nhất 4/8' },
    ...{ tick: null, fresh: null },
  })
})
