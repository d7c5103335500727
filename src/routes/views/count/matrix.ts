/** The year as a table of duties by months, readable without its colours. */
import type { Duty, MonthCount, YearCount } from '../../../actions/year-count.ts'
import { type ComplianceRow, rowKey } from '../../../core/compliance.ts'
import { AIRING_NAMES } from '../../../core/words/names.ts'
import { rangeInWords } from '../../../core/words/words.ts'
import type { MatrixCell, MatrixRow } from '../../../templates/count-views.ts'
import type { YearQuestion } from '../../count/count-query.ts'
import { dutyAnchor } from '../places.ts'
import { AIRING_KEYS, slotsPath } from './places.ts'

export function matrixOf({ count, duties, months }: YearCount, question: YearQuestion): MatrixRow[] {
  const rowsOf = months.map(({ rows }) => new Map(rows.map((row) => [rowKey(row), row])))
  return duties.map((duty) => {
    const { obligation, row } = duty
    const filter = { keHoach: count.plan.id, nhiemVu: obligation.id, phat: AIRING_KEYS[row.airing] }
    return {
      clause: obligation.id,
      title: obligation.title,
      of: row.airing === 'rerun' ? AIRING_NAMES.rerun.name.toLowerCase() : null,
      href: `#${dutyAnchor(obligation.id)}`,
      cells: months.map((month, i) => {
        const cell = cellOf(rowsOf[i]?.get(rowKey(row)) as ComplianceRow, month)
        return { ...cell, href: cell.text ? slotsPath(question, { ...filter, thang: month.month }) : null }
      }),
      total: totalOf(duty),
      totalHref: slotsPath(question, filter),
    }
  })
}

function totalOf({ row, obligation }: Duty): string {
  if (obligation.cadence.kind === 'continuous') return String(row.logged)
  const whole = row.target ?? row.due + row.remaining
  return whole || row.done ? `${row.done}/${whole}` : '–'
}

type Face = Omit<MatrixCell, 'href'>

/** `2/2` kept, `1/2` partly, `?2` unconfirmed, `·2` ahead, `(2)` before the in-force date. */
function cellOf(row: ComplianceRow, { month, period }: MonthCount): Face {
  const where = `tháng ${month} (${rangeInWords(period)})`
  const face = (text: string, words: string, look: Face['look']): Face => ({
    month,
    text,
    words: words && `${where}: ${words}`,
    look,
  })
  const { scheduled, due, done, remaining, unconfirmed, logged } = row
  const asked = due + remaining
  if (logged && !scheduled) return face(String(logged), `${logged} lần ghi`, 'kept')
  if (scheduled === 0) return face('', '', 'none')
  if (asked === 0) return face(`(${scheduled})`, `${scheduled} kỳ trước ngày có hiệu lực`, 'outside')
  if (remaining === asked) return face(`·${remaining}`, `${remaining} kỳ chưa đến hạn`, 'ahead')
  if (unconfirmed === asked) return face(`?${asked}`, `${asked} kỳ chưa xác nhận`, 'ask')
  const rest = [unconfirmed && `${unconfirmed} chưa xác nhận`, remaining && `${remaining} chưa đến hạn`]
  const words = [`đã thực hiện ${done}/${asked}`, ...rest].filter(Boolean).join(', ')
  return face(`${done}/${asked}${unconfirmed ? '?' : ''}`, words, lookOf(row, asked))
}

function lookOf({ done, unconfirmed, remaining }: ComplianceRow, asked: number): Face['look'] {
  if (unconfirmed) return 'ask'
  if (done === asked) return 'kept'
  if (done === 0 && !remaining) return 'missed'
  return done + remaining === asked ? 'ahead' : 'part'
}
