/** The duties of each group in sentences: what was done in the period, what is still open, what had no turn. */
import { rowKey } from '../core/compliance.ts'
import type { DutyCount } from '../core/count/duty-count.ts'
import { nounOf, resultWords, shareWords } from '../core/count/result-words.ts'
import { isYearLong } from '../core/period.ts'
import { isKept } from '../core/standing.ts'
import { contains, localDateOf, overlaps } from '../core/wall-clock.ts'
import { periodInWords } from '../core/words/period-words.ts'
import { GROUPS, type Group, groupOf } from './group.ts'
import type { ReportQuestion } from './report-question.ts'

export type GroupWords = {
  number: number
  name: string
  lines: { title: string; clause: string; result: string; toDate: string | null }[]
  /** Clauses of what is still open, with their windows. */
  open: string
  /** Clauses of what had no turn in the period. */
  idle: string
}

export function groupsOf(question: ReportQuestion): GroupWords[] {
  const sofar = new Map(question.year.map((duty) => [rowKey(duty.row), duty]))
  const groups = Map.groupBy(question.duties, ({ obligation }) => groupOf(obligation))
  const keys = (Object.keys(GROUPS) as Group[]).filter((key) => groups.has(key))
  return keys.map((key, i) => {
    const told = (groups.get(key) ?? []).map((duty) => ({
      duty,
      ...tell(duty, sofar.get(rowKey(duty.row)), question),
    }))
    return {
      number: i + 1,
      name: GROUPS[key].name,
      lines: told.flatMap(({ line }) => (line ? [line] : [])),
      open: told.flatMap(({ open }) => (open ? [open] : [])).join('; '),
      idle: told
        .filter(({ line, open }) => !line && !open)
        .map(({ duty }) => `mục ${duty.obligation.clause}`)
        .join(', '),
    }
  })
}

type Told = { line: GroupWords['lines'][number] | null; open: string | null }

function tell(duty: DutyCount, year: DutyCount | undefined, question: ReportQuestion): Told {
  const { obligation, row } = duty
  const line = (result: string) => ({
    title: row.airing === 'rerun' ? `${obligation.title}, phát lại` : obligation.title,
    clause: obligation.clause,
    result,
    toDate: isYearLong(question.period) ? null : toDate(year),
  })
  if (row.due + row.remaining + row.logged > 0)
    return { line: line(resultWords(duty, isYearLong(question.period) ? 'total' : 'due')), open: null }
  const early = year && doneElsewhere(year, question)
  if (early) return { line: line(early), open: null }
  return { line: null, open: year ? openWords(year, question) : null }
}

function toDate(duty: DutyCount | undefined): string | null {
  const target = duty?.row.target ?? null
  return duty && target !== null ? shareWords(duty.row.done, target, nounOf(duty.obligation, duty.row)) : null
}

/** Done in the period, though its window ends in a later one, which will count it. */
function doneElsewhere(year: DutyCount, { period }: ReportQuestion): string | null {
  const done = year.slots.filter(
    ({ at }) => isKept(at.standing) && at.outcome && contains(period, localDateOf(at.outcome.at)),
  )
  const [slot] = done
  if (!slot?.slot.window) return null
  const result = resultWords({ ...year, slots: [slot], row: { ...year.row, target: null } })
  return `${result} (thời hạn ${periodInWords(slot.slot.window)}, tính vào kỳ của thời hạn đó)`
}

/** `mục C.I.1 (năm 2025)` */
function openWords(year: DutyCount, { period }: ReportQuestion): string | null {
  const open = year.slots.find(
    ({ at, slot }) => at.bucket === 'remaining' && slot.window && overlaps(slot.window, period),
  )
  return open?.slot.window ? `mục ${year.obligation.clause} (${periodInWords(open.slot.window)})` : null
}
