import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fact } from '../../../src/core/fact.ts'
import { factOfLine, keyOfLine, kindOfLine } from '../../../src/core/log/play-facts.ts'
import type { Play } from '../../../src/core/log/play-log.ts'
import { type DiffLine, diffPlays } from '../../../src/core/log/play-match.ts'
import { lineText, skippedWords } from '../../../src/core/log/play-words.ts'
import { read } from '../../../src/core/reading.ts'
import { draftFact } from '../../../src/core/record/recording.ts'
import { addDays, instantOf } from '../../../src/core/wall-clock.ts'
import { factOf, recordsOf } from '../../routes/views/records.ts'
import { seenAt } from '../../support/moments.ts'
import { samplePlan } from '../../support/plans.ts'

/** C.I.2.a: Mondays 05:30, the 16th issue on 4/8/2025. C.I.2.c: Tuesdays 17:30, the 8th on 5/8, then reruns. */
const plan = samplePlan('ngok-tu-2025')
const MONDAY_SLOT = 'ngok-tu-2025:C.I.2.a:16'
const TUESDAY_SLOT = 'ngok-tu-2025:C.I.2.c:08'
const NOW = instantOf('2025-08-10', '08:00')

const play = (date: string, time: string, title: string): Play => ({
  date,
  time,
  title,
  minutes: 15,
  rows: [2],
  unclear: null,
  coverage: null,
})
/** Like both columns' titles. */
const CDS = 'CM Chuyển đổi số'
/** Like the Monday column's only. */
const NQ57 = 'Nghị quyết 57'

const aired = (facts: Fact[], now: number) =>
  read(recordsOf(plan, facts), seenAt(now))
    .filter(({ obligation }) => obligation.channels.includes('loudspeaker'))
    .map((record) => ({ ...record, closed: false }))
const diff = (plays: Play[], facts: Fact[] = [], now = NOW) => diffPlays(plays, aired(facts, now), now)
const told = (lines: DiffLine[]) =>
  lines.map((line) => [
    line.sign,
    line.sign === '+' ? line.play.title : line.reading.slot.id,
    ...(line.sign === '−' || line.sign === '+' ? [] : [line.play.time]),
  ])

describe('one play against the slot of Monday 4/8/2025, 05:30', () => {
  test.each<[string, Play, string]>([
    ['at its time, under its name', play('2025-08-04', '05:30', CDS), '='],
    ['a quarter of an hour late', play('2025-08-04', '05:45', CDS), '='],
    ['a minute later still', play('2025-08-04', '05:46', CDS), '?'],
    ['in the evening', play('2025-08-04', '19:00', CDS), '?'],
    ['at its time, under another name', play('2025-08-04', '05:30', 'Thông báo tiêm chủng'), '?'],
    [
      'at its time, under a name that shares some words',
      play('2025-08-04', '05:30', 'Chuyển đổi cây trồng'),
      '?',
    ],
    [
      'at its time, under its name, in a state that nobody can read',
      { ...play('2025-08-04', '05:30', CDS), unclear: 'hệ thống ghi “Online”' },
      '?',
    ],
    ['at its time, without a name', play('2025-08-04', '05:30', ''), '?'],
    ['three days late', play('2025-08-07', '05:30', NQ57), '?'],
    ['four days late', play('2025-08-08', '05:30', NQ57), '+'],
    ['on the day before', play('2025-08-03', '05:30', NQ57), '+'],
    ['at another time, under another name', play('2025-08-04', '06:30', 'Thông báo tiêm chủng'), '+'],
  ])('%s: %s', (_, it, sign) => {
    const [line] = diff([it]).filter((each) => each.sign !== '−')
    const slot = line && line.sign !== '+' ? line.reading.slot.id : null
    expect([line?.sign, slot]).toEqual([sign, sign === '+' ? null : MONDAY_SLOT])
  })
})

test('what is far from every slot was played without being planned', () => {
  expect(told(diff([play('2025-08-09', '05:30', CDS)]))).toEqual([['+', CDS]])
})

test('each play goes to one slot and each slot to one play, the surest first', () => {
  const lines = diff([
    play('2025-08-04', '05:20', 'Thông báo'),
    play('2025-08-04', '05:32', CDS),
    play('2025-08-04', '19:00', CDS),
    play('2025-08-05', '17:30', CDS),
  ])
  expect(told(lines)).toEqual([
    ['+', 'Thông báo'],
    ['=', MONDAY_SLOT, '05:32'],
    ['+', CDS],
    ['=', TUESDAY_SLOT, '17:30'],
  ])
})

describe('planned but not played', () => {
  test('is what is over within the days of the log and nobody settled', () => {
    const lines = diff([play('2025-08-01', '05:00', 'Tiếp âm'), play('2025-08-09', '05:00', 'Tiếp âm')])
    expect(told(lines)).toEqual([
      ['+', 'Tiếp âm'],
      ['−', MONDAY_SLOT],
      ['−', TUESDAY_SLOT],
      ['+', 'Tiếp âm'],
    ])
  })
  test('is nothing outside the days of the log', () => {
    expect(told(diff([play('2025-08-05', '17:30', CDS)]))).toEqual([['=', TUESDAY_SLOT, '17:30']])
  })
  test('is nothing today: the day is not over', () => {
    const lines = diff([play('2025-08-04', '05:00', 'Tiếp âm')], [], instantOf('2025-08-04', '20:00'))
    expect(told(lines)).toEqual([['+', 'Tiếp âm']])
  })
  test('is nothing that was moved to another day', () => {
    const to = { date: '2025-08-20', time: '05:30' }
    const moved = factOf(MONDAY_SLOT, 'moved', instantOf('2025-08-03'), { to })
    expect(told(diff([play('2025-08-04', '05:00', 'Tiếp âm')], [moved]))).toEqual([['+', 'Tiếp âm']])
  })
})

test('a moved slot is looked for where it was moved to', () => {
  const moved = factOf(MONDAY_SLOT, 'moved', instantOf('2025-08-03'), {
    to: { date: '2025-08-06', time: '17:00' },
  })
  expect(told(diff([play('2025-08-06', '17:05', CDS)], [moved]))).toEqual([['=', MONDAY_SLOT, '17:05']])
})

describe('what an officer had recorded before', () => {
  const at = (date: string, time: string) => instantOf(date, time)
  test.each<[string, Fact, Play, string, string | null]>([
    [
      'aired at that time: it is matched, nothing is left to record',
      factOf(MONDAY_SLOT, 'aired', at('2025-08-04', '05:30')),
      play('2025-08-04', '05:31', CDS),
      '=',
      null,
    ],
    [
      'aired at another time than planned: the play at that time is the one',
      factOf(MONDAY_SLOT, 'aired', at('2025-08-06', '17:00')),
      play('2025-08-06', '17:00', CDS),
      '=',
      null,
    ],
    [
      'not aired, though the log says so: a person has to look',
      factOf(MONDAY_SLOT, 'not-aired', at('2025-08-04', '05:30'), { reason: 'power' }),
      play('2025-08-04', '05:30', CDS),
      '=',
      null,
    ],
    [
      'not aired, played two days later: it may be the make-up',
      factOf(MONDAY_SLOT, 'not-aired', at('2025-08-04', '05:30'), { reason: 'power' }),
      play('2025-08-06', '05:30', NQ57),
      '?',
      'made-up',
    ],
  ])('%s', (_, fact, it, sign, kind) => {
    const [line] = diff([it], [fact]).filter((each) => each.sign !== '−')
    expect([line?.sign, line && kindOfLine(line)]).toEqual([sign, kind])
  })
  test('aired, and played again in the evening: the evening was not planned', () => {
    const fact = factOf(MONDAY_SLOT, 'aired', at('2025-08-04', '05:30'))
    expect(told(diff([play('2025-08-04', '19:00', CDS)], [fact]))).toEqual([['+', CDS]])
  })
})

describe('what is recorded', () => {
  const FILE = { name: 'loa.csv', size: 100, sha256: 'a'.repeat(64) }
  const lines = diff([
    { ...play('2025-08-04', '05:31', CDS), rows: [2, 3] },
    play('2025-08-05', '05:00', 'Tiếp âm'),
  ])
  test('the time and length of the log, with the file as evidence', () => {
    expect(lines.map((line) => factOfLine(line, FILE, 'power'))).toMatchObject([
      {
        kind: 'aired',
        at: instantOf('2025-08-04', '05:31'),
        minutes: 15,
        note: 'Theo nhật ký phát “CM Chuyển đổi số”, dòng 2, 3 của tệp loa.csv',
        file: FILE,
      },
      null,
      { kind: 'not-aired', reason: 'power', note: 'Không có trong nhật ký phát (tệp loa.csv)', file: FILE },
    ])
  })
  test('no length that is several times the planned one', () => {
    const [line] = diff([{ ...play('2025-08-04', '05:31', CDS), minutes: 90 }])
    expect([line && factOfLine(line, FILE, 'power')?.minutes, line && lineText(line).split('; ')[1]]).toEqual(
      [null, '90 phút dài quá mức của khung nên không ghi thời lượng'],
    )
  })
  test('on how many devices it was played', () => {
    const [line] = diff([{ ...play('2025-08-04', '05:31', CDS), coverage: { played: 12, of: 15 } }])
    expect(line && factOfLine(line, FILE, 'power')?.note).toBe(
      'Theo nhật ký phát “CM Chuyển đổi số” (12/15 thiết bị), dòng 2 của tệp loa.csv',
    )
  })
  test('in words for a terminal', () => {
    expect(lines.map(lineText)).toEqual([
      '= 04/8/2025 05:31  Chuyên mục Chuyển đổi số và Nghị quyết số 57-NQ/TW trên hệ thống phát thanh xã (phát mới, số 16/26) ← “CM Chuyển đổi số”, 15 phút, 2 dòng; theo lịch 05:30',
      '+ 05/8/2025 05:00  “Tiếp âm”, 15 phút, dòng 2',
      '− 05/8/2025 17:30  Chuyên mục phát thanh về chuyển đổi số trên hệ thống truyền thanh xã (phát mới, chuyên mục 8/12)',
    ])
  })
})

test('rows with one reason are told together once there are many', () => {
  const rows = (count: number, why: string) => Array.from({ length: count }, (_, i) => ({ row: i + 2, why }))
  expect(
    skippedWords([...rows(1, 'không có ngày'), ...rows(6978, 'hệ thống ghi không phát: “Không phát”')]),
  ).toEqual(['dòng 2: không có ngày', 'dòng 2, 3, 4… (6.978 dòng): hệ thống ghi không phát: “Không phát”'])
})

test('a key is the same for the same play whatever its case and file, and new after a correction', () => {
  const keyOf = (title: string, facts: Fact[] = []) => {
    const line = diff([play('2025-08-04', '05:30', title)], facts).find((each) => each.sign === '=')
    return line && line.sign !== '+' ? keyOfLine(line) : null
  }
  const aired = factOf(MONDAY_SLOT, 'aired', instantOf('2025-08-04', '05:30'))
  const undone = factOf(MONDAY_SLOT, 'correction', instantOf('2025-08-04', '06:00'), { corrects: aired.id })
  expect(keyOf('CM CHUYỂN ĐỔI SỐ')).toBe(keyOf(CDS))
  expect(keyOf('CM Chuyển đổi số 2')).not.toBe(keyOf(CDS))
  expect(keyOf(CDS, [aired, undone])).not.toBe(keyOf(CDS))
})

test('once all that can be recorded was recorded, the same log has nothing more to record', () => {
  const someDay = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2025-07-25', days))
  const somePlay = fc.record({
    date: someDay,
    time: fc.constantFrom('05:30', '05:40', '12:00', '17:30', '17:44'),
    title: fc.constantFrom(CDS, 'CM CCHC', 'Thông báo', ''),
  })
  const now = instantOf('2025-10-01', '08:00')
  fc.assert(
    fc.property(fc.array(somePlay, { maxLength: 25 }), (some) => {
      const plays = some
        .map((one, i): Play => ({ ...one, minutes: null, rows: [i + 2], unclear: null, coverage: null }))
        .sort((a, b) => (`${a.date} ${a.time}` < `${b.date} ${b.time}` ? -1 : 1))
      const facts: Fact[] = diff(plays, [], now).flatMap((line, i) => {
        const input =
          line.sign === '?' ? null : factOfLine(line, { name: 'a', size: 1, sha256: 'a'.repeat(64) }, 'power')
        if (input === null || line.sign === '+') return []
        const draft = draftFact(line.reading.slot, [], input, now)
        if (!draft.ok) throw new Error(draft.problem.detail)
        return [{ ...draft.value, id: `f${i}`, by: 'Lan', recordedAt: now }]
      })
      const again = diff(plays, facts, now)
      expect(again.filter((line) => ['=', '−'].includes(line.sign)).map(kindOfLine)).toEqual(
        again.filter((line) => ['=', '−'].includes(line.sign)).map(() => null),
      )
    }),
    { numRuns: 60 },
  )
})

test('a single day far off says nothing of the months between', () => {
  const lines = diff([play('2025-02-03', '05:30', 'lạ'), play('2025-08-05', '17:30', 'lạ')])
  expect(lines.filter(({ sign }) => sign === '−')).toEqual([])
})
