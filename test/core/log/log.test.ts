import { describe, expect, test } from 'vitest'
import type { Fact } from '../../../src/core/fact.ts'
import { type LogFilter, logEntries } from '../../../src/core/log/log.ts'
import { logRow } from '../../../src/core/log/log-words.ts'
import type { Obligation } from '../../../src/core/plan.ts'
import { read } from '../../../src/core/reading.ts'
import { instantOf } from '../../../src/core/wall-clock.ts'
import { factOf, recordsOf } from '../../routes/views/records.ts'
import { seenAt } from '../../support/moments.ts'
import { samplePlan } from '../../support/plans.ts'

/** C.I.2.a: Monday 4/8/2025 05:30. C.I.2.c: Tuesday 5/8 17:30, first rerun 12/8. */
const plan = samplePlan('ngok-tu-2025')
const MONDAY = 'ngok-tu-2025:C.I.2.a:16'
const TUESDAY = 'ngok-tu-2025:C.I.2.c:08'
const NOW = instantOf('2025-08-20', '08:00')
const WEEK: LogFilter = {
  range: { from: '2025-08-04', to: '2025-08-10' },
  channel: 'loudspeaker',
  obligation: null,
}

const rows = (facts: Fact[], filter: Partial<LogFilter> = {}, now = NOW) =>
  logEntries(read(recordsOf(plan, facts), seenAt(now)), [], { ...WEEK, ...filter }, now).map(logRow)
/** The day, planned, moved, actual and recorded time, and the outcome. */
const brief = (facts: Fact[], filter: Partial<LogFilter> = {}, now = NOW) =>
  rows(facts, filter, now).map(({ day, planned, moved, actual, outcome, why }) =>
    [day, planned, moved, actual, outcome, ...why].join(' | '),
  )

const waitingTuesday = '2025-08-05 | 17:30 |  |  | Chưa xác nhận'
const at = instantOf

describe('Monday 4/8/2025, 05:30', () => {
  test.each<[string, Fact[], string[]]>([
    ['nobody said anything', [], ['2025-08-04 | 05:30 |  |  | Chưa xác nhận']],
    [
      'aired two minutes late',
      [factOf(MONDAY, 'aired', at('2025-08-04', '05:32'))],
      ['2025-08-04 | 05:30 |  | 05:32 | Đã phát'],
    ],
    [
      'aired on Wednesday: it stands where it happened',
      [factOf(MONDAY, 'aired', at('2025-08-06', '17:00'))],
      ['2025-08-06 | 05:30 thứ Hai 4/8 |  | 17:00 | Đã phát (trễ)'],
    ],
    [
      'not aired, recorded two days later: it stands where it was due',
      [factOf(MONDAY, 'not-aired', at('2025-08-06', '09:00'), { reason: 'power', note: 'đứt dây' })],
      ['2025-08-04 | 05:30 |  |  | Không phát | mất điện | đứt dây'],
    ],
    [
      'not aired, then excused by a document: one entry, the document decides',
      [
        factOf(MONDAY, 'not-aired', at('2025-08-04', '05:30'), { reason: 'disaster' }),
        factOf(MONDAY, 'excused', at('2025-08-07', '05:30'), { document: 'Công điện 03' }),
      ],
      ['2025-08-04 | 05:30 |  |  | Nghỉ có lý do được chấp nhận | theo Công điện 03'],
    ],
    [
      'not aired, made up for on Thursday: two entries',
      [
        factOf(MONDAY, 'not-aired', at('2025-08-04', '05:30'), { reason: 'power' }),
        factOf(MONDAY, 'made-up', at('2025-08-07', '05:30')),
      ],
      [
        '2025-08-04 | 05:30 |  |  | Không phát | mất điện',
        '2025-08-07 | 05:30 thứ Hai 4/8 |  | 05:30 | Phát bù',
      ],
    ],
    [
      'not aired, with a day for the make-up',
      [
        factOf(MONDAY, 'not-aired', at('2025-08-04', '05:30'), { reason: 'power' }),
        factOf(MONDAY, 'moved', at('2025-08-04', '09:00'), { to: { date: '2025-08-21', time: '05:30' } }),
      ],
      ['2025-08-04 | 05:30 |  |  | Không phát | mất điện | sẽ bù 05:30 thứ Năm 21/8'],
    ],
    [
      'moved to Wednesday and aired there: an entry on both days',
      [
        factOf(MONDAY, 'moved', at('2025-08-03', '09:00'), { to: { date: '2025-08-06', time: '17:00' } }),
        factOf(MONDAY, 'aired', at('2025-08-06', '17:00')),
      ],
      [
        '2025-08-04 | 05:30 |  |  | Dời sang 17:00 thứ Tư 6/8',
        '2025-08-06 | 05:30 thứ Hai 4/8 | dời sang 17:00 | 17:00 | Đã phát',
      ],
    ],
    [
      'moved by an hour on its day: one entry',
      [
        factOf(MONDAY, 'moved', at('2025-08-03', '09:00'), { to: { date: '2025-08-04', time: '06:30' } }),
        factOf(MONDAY, 'aired', at('2025-08-04', '06:30')),
      ],
      ['2025-08-04 | 05:30 | dời sang 06:30 | 06:30 | Đã phát'],
    ],
  ])('%s', (_, facts, entries) => {
    expect(brief(facts).filter((entry) => entry !== waitingTuesday)).toEqual(entries)
  })
})

test('what was corrected is no entry any more', () => {
  const aired = factOf(MONDAY, 'aired', at('2025-08-04', '05:32'))
  const undone = factOf(MONDAY, 'correction', at('2025-08-04', '06:00'), { corrects: aired.id })
  expect(brief([aired, undone])).toEqual(['2025-08-04 | 05:30 |  |  | Chưa xác nhận', waitingTuesday])
})

test('what lies ahead, or before the plan was in force, is no matter for the log', () => {
  expect(brief([], {}, at('2025-08-04', '05:00'))).toEqual(['2025-08-04 | 05:30 |  |  | Đến hạn'])
  expect(brief([], { range: { from: '2025-07-01', to: '2025-07-23' } })).toEqual([])
})

test('each post is an entry of its own', () => {
  const post = (place: string) =>
    factOf('ngok-tu-2025:C.I.3.a:01', 'posted', at('2025-08-05', '09:00'), { place, id: place })
  const [zalo, facebook] = rows([post('Zalo'), post('Facebook')], { channel: null }).filter(
    ({ why }) => why.length,
  )
  expect([zalo?.why, facebook?.why]).toEqual([['Zalo'], ['Facebook']])
})

test('three times are told apart: planned, actual, recorded', () => {
  const fact = factOf(MONDAY, 'aired', at('2025-08-04', '05:32'), {
    recordedAt: at('2025-08-05', '06:10'),
    minutes: 15,
  })
  expect(rows([fact])[0]).toEqual({
    ...{ day: '2025-08-04', slotId: MONDAY, clause: 'C.I.2.a', issue: 'số 16/26', mark: 'PM' },
    title: 'Chuyên mục Chuyển đổi số và Nghị quyết số 57-NQ/TW trên hệ thống phát thanh xã',
    ...{ planned: '05:30', moved: '', actual: '05:32', minutes: '15', outcome: 'Đã phát', why: [] },
    ...{ by: 'Y Lan', recorded: '06:10 05/8/2025', evidence: [], look: 'done' },
    making: expect.objectContaining({ mode: 'new', language: null, words: null }),
  })
})

test('evidence and notes that were added later stand beside the outcome', () => {
  const facts = [
    factOf(MONDAY, 'aired', at('2025-08-04', '05:30')),
    factOf(MONDAY, 'evidence', at('2025-08-04', '09:00'), { link: 'https://ngoktu.gov.vn/16' }),
    factOf(MONDAY, 'evidence', at('2025-08-04', '09:05'), {
      file: { name: 'ghi-am.mp3', size: 10, sha256: 'abcdef0123456789'.repeat(4) },
    }),
    factOf(MONDAY, 'note', at('2025-08-04', '09:10'), { note: 'loa thôn 3 rè' }),
  ]
  const [row] = rows(facts)
  expect([row?.why, row?.evidence]).toEqual([
    ['loa thôn 3 rè'],
    [
      { words: 'https://ngoktu.gov.vn/16', href: 'https://ngoktu.gov.vn/16' },
      { words: 'ghi-am.mp3 (SHA-256 abcdef012345…)', href: null },
    ],
  ])
})

test('a programme that was too short says so', () => {
  const duc = samplePlan('duc-pho-2024')
  const short = factOf('duc-pho-2024:III.8:02', 'aired', at('2024-02-05', '05:30'), { minutes: 4 })
  const slot = recordsOf(duc, [short]).filter(({ facts }) => facts.length)
  const range = { from: '2024-02-01', to: '2024-03-31' }
  const [row] = logEntries(read(slot, seenAt(NOW)), [], { range, channel: null, obligation: null }, NOW).map(
    logRow,
  )
  expect([row?.outcome, row?.look]).toEqual(['Đã phát, chưa đạt', 'ask'])
})

describe('the filter', () => {
  test('by clause', () => {
    expect(rows([], { obligation: 'C.I.2.c' }).map(({ slotId }) => slotId)).toEqual([TUESDAY])
  })
  test('by channel', () => {
    expect(rows([], { channel: 'portal' })).toEqual([])
  })
})

test('what was logged on an obligation without slots stands on its day, unless it was corrected', () => {
  const obligation = plan.obligations.find(({ id }) => id === 'C.II.1') as Obligation
  const on = (id: string, more: Partial<Fact> = {}): Fact => ({
    ...factOf('ngok-tu-2025:C.II.1', 'posted', at('2025-08-06', '09:00'), { id, slotId: null, ...more }),
  })
  const logged = [on('a'), on('b'), on('c', { kind: 'correction', corrects: 'b' })]
  const entries = logEntries(
    [],
    logged.map((fact) => ({ obligation, fact })),
    { ...WEEK, channel: null },
    NOW,
  )
  expect(entries.map(logRow).map(({ day, planned, actual, issue }) => [day, planned, actual, issue])).toEqual(
    [['2025-08-06', '', '09:00', 'thường xuyên']],
  )
})
