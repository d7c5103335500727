/** What became of a frozen report: the numbers that differ now, and why. */
import { rowKey } from '../core/count/count-rows.ts'
import type { Bucket } from '../core/standing.ts'
import { documentDay } from '../core/words/words.ts'
import type { Report, ReportRow } from './report.ts'
import { ROW_COLUMNS } from './tables.ts'

export type Difference = { clause: string; title: string; what: string; before: string; after: string }

const keyOf = (row: ReportRow): string => `${row.planId} ${rowKey(row)}`

/** Slot by slot, then row by row in the words of the table's columns. Obligations that came or went are told as such. */
export function differences(frozen: Report, current: Report): Difference[] {
  const now = new Map(current.rows.map((row) => [keyOf(row), row]))
  const then = new Set(frozen.rows.map(keyOf))
  return [
    ...slotDifferences(frozen, current),
    ...frozen.rows.flatMap((row) => rowDifferences(row, now.get(keyOf(row)))),
    ...current.rows
      .filter((row) => !then.has(keyOf(row)))
      .map((row) => difference(row, 'Nhiệm vụ', 'chưa có', 'mới thêm vào kế hoạch')),
  ]
}

const difference = (row: ReportRow, what: string, before: string, after: string): Difference => ({
  clause: row.clause,
  title: row.airing === 'rerun' ? `${row.title} (phát lại)` : row.title,
  ...{ what, before, after },
})

/** Two slots that changed places leave every sum as it was. Reports frozen without their slots have sums alone. */
function slotDifferences(frozen: Report, current: Report): Difference[] {
  const now = new Map(current.slots.map((slot) => [slot.id, slot]))
  const clauseOf = new Map(frozen.rows.map((row) => [`${row.planId} ${row.obligationId}`, row.clause]))
  return frozen.slots.flatMap(({ id, planId, obligationId, airing, title, day, bucket }) => {
    const after = now.get(id)
    if (after?.bucket === bucket) return []
    return {
      clause: clauseOf.get(`${planId} ${obligationId}`) ?? obligationId,
      title: airing === 'rerun' ? `${title} (phát lại)` : title,
      ...{ what: `Kỳ ${documentDay(day)}`, before: BUCKET_WORDS[bucket ?? 'none'] },
      after: after ? BUCKET_WORDS[after.bucket ?? 'none'] : 'không còn trong kế hoạch',
    }
  })
}

const BUCKET_WORDS: Record<Bucket | 'none', string> = {
  onTime: 'thực hiện đúng hạn',
  late: 'thực hiện trễ hạn',
  madeUp: 'thực hiện bù',
  short: 'chưa đạt yêu cầu',
  missed: 'không thực hiện',
  excused: 'không thực hiện, có lý do',
  unconfirmed: 'chưa xác nhận',
  remaining: 'chưa đến hạn',
  outside: 'trước ngày có hiệu lực',
  none: 'không tính',
}

const [, , ...NUMBERS] = ROW_COLUMNS

function rowDifferences(row: ReportRow, now: ReportRow | undefined): Difference[] {
  if (!now) return [difference(row, 'Nhiệm vụ', 'có', 'không còn trong kế hoạch')]
  const changed = NUMBERS.flatMap(({ heading, cell }) => {
    const [before, after] = [String(cell(row, 0) ?? '–'), String(cell(now, 0) ?? '–')]
    return before === after ? [] : [difference(row, heading, before, after)]
  })
  const minutes =
    row.minutes === now.minutes
      ? []
      : [difference(row, 'Số phút đã phát', String(row.minutes), String(now.minutes))]
  return [...changed, ...minutes]
}
