/** The year as a table of obligations by months, readable without its colours. */
import type { MonthCount, YearCount } from '../../../actions/year-count.ts'
import { cellOf } from '../../../core/count/cell.ts'
import { type CountRow, rowKey } from '../../../core/count/count-rows.ts'
import type { ObligationCount } from '../../../core/count/obligation-count.ts'
import { AIRING_NAMES } from '../../../core/words/names.ts'
import { rangeInWords } from '../../../core/words/words.ts'
import type { MatrixCell, MatrixRow } from '../../../templates/count-views.ts'
import type { YearQuestion } from '../../count/count-query.ts'
import { countAnchor } from '../paths.ts'
import { AIRING_KEYS, slotsPath } from './paths.ts'

export function matrixOf({ count, counts, months }: YearCount, question: YearQuestion): MatrixRow[] {
  const rowsOf = months.map(({ rows }) => new Map(rows.map((row) => [rowKey(row), row])))
  return counts.map((counted) => {
    const { obligation, row } = counted
    const filter = { keHoach: count.plan.id, nhiemVu: obligation.id, phat: AIRING_KEYS[row.airing] }
    return {
      clause: obligation.clause,
      title: obligation.title,
      of: row.airing === 'rerun' ? AIRING_NAMES.rerun.name.toLowerCase() : null,
      href: `#${countAnchor(count.plan.id, obligation.id, row.airing)}`,
      cells: months.map((month, i) => {
        const cell = monthCell(rowsOf[i]?.get(rowKey(row)) as CountRow, month)
        return { ...cell, href: cell.text ? slotsPath(question, { ...filter, thang: month.month }) : null }
      }),
      total: totalOf(counted),
      totalHref: slotsPath(question, filter),
    }
  })
}

function totalOf({ row, obligation }: ObligationCount): string {
  if (obligation.cadence.kind === 'continuous') return String(row.logged)
  const whole = row.target ?? row.due + row.remaining
  return whole || row.done ? `${row.done}/${whole}` : '–'
}

function monthCell(row: CountRow, { month, period }: MonthCount): Omit<MatrixCell, 'href'> {
  const { text, words, look } = cellOf(row, row.logged)
  return { month, text, words: words && `tháng ${month} (${rangeInWords(period)}): ${words}`, look }
}
