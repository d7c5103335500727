import { expect, test } from 'vitest'
import type { PlayDiff } from '../../../src/core/log/play-diff.ts'
import { choiceOf, playPage } from '../../../src/core/log/play-groups.ts'
import { type DiffLine, diffPlays } from '../../../src/core/log/play-match.ts'
import { read } from '../../../src/core/reading.ts'
import { instantOf } from '../../../src/core/wall-clock.ts'
import { recordsOf } from '../../routes/views/records.ts'
import { seenAt } from '../../support/moments.ts'
import { samplePlan } from '../../support/plans.ts'

const NOW = instantOf('2025-12-31', '08:00')
const play = (date: string, time: string, title: string, row: number) => ({
  ...{ date, time, title, minutes: 15, rows: [row], unclear: null, coverage: null },
})

/** A play that nobody planned in each minute of a morning, before two days with a slot each. */
const plays = [
  ...Array.from({ length: 400 }, (_, i) =>
    play('2025-08-02', `0${4 + Math.floor(i / 60)}:${String(i % 60).padStart(2, '0')}`, 'Tiếp âm', i + 2),
  ).map((one) => ({ ...one, time: one.time.slice(-5) })),
  play('2025-08-04', '05:30', 'CM Chuyển đổi số', 402),
  play('2025-08-19', '05:00', 'Tiếp âm', 403),
]
const aired = read(recordsOf(samplePlan('ngok-tu-2025'), []), seenAt(NOW))
  .filter(({ obligation }) => obligation.channels.includes('loudspeaker'))
  .map((reading) => ({ ...reading, closed: reading.slot.date === '2025-08-05' }))
const lines = diffPlays(plays, aired, NOW)
const diff: PlayDiff = {
  ...{ lines, leftOut: ['trang tính “Bìa” không phải nhật ký phát nên không đọc'], days: null },
  skipped: Array.from({ length: 60 }, (_, row) => ({ row, why: `lý do ${row}` })),
}

test('lines are shown by what there is to do, three hundred of a kind, and all are counted', () => {
  const { groups, unread, chosen } = playPage(diff, new Set())
  expect(groups.map(({ group, lines, count }) => [group, lines.length, count])).toEqual([
    ['match', 1, 1],
    ['silent', 3, 3],
    ['unplanned', 300, 401],
    ['closed', 1, 1],
  ])
  expect([unread.words.length, unread.more, unread.rows, chosen]).toEqual([50, 11, 60, []])
})

test('what somebody chose is found among all of them', () => {
  const silent = lines.filter((line): line is Extract<DiffLine, { sign: '−' }> => line.sign === '−')
  const keys = silent.map((line) => choiceOf(line)?.key).filter((key) => key !== undefined)
  const { chosen } = playPage(diff, new Set(keys.slice(1)))
  expect(chosen).toEqual(silent.filter(({ reading }) => !reading.closed).slice(1))
})
