/** The obligations of each group in sentences: what was done in the period, what is still open, what had no turn. */
import { rowKey } from '../core/count/count-rows.ts'
import type { ObligationCount } from '../core/count/obligation-count.ts'
import { nounOf, resultWords, shareWords } from '../core/count/result-words.ts'
import { isKept } from '../core/standing.ts'
import { capital } from '../core/text.ts'
import { contains, type DateRange, localDateOf, overlaps } from '../core/wall-clock.ts'
import { periodInWords } from '../core/words/period-words.ts'
import { GROUPS, type Group, groupOf } from './group.ts'
import type { PlanPart, ReportQuestion } from './report-question.ts'

export type GroupWords = {
  number: number
  name: string
  lines: { title: string; clause: string; result: string; toDate: string | null }[]
  /** Clauses of what is still open, with their windows. */
  open: string
  /** Clauses of what had no turn in the period. */
  idle: string
}

/** One plan's obligations by kind; several plans one after the other, by name. */
export function groupsOf({ parts, period }: ReportQuestion): GroupWords[] {
  const groups = parts.flatMap((part) => {
    const told = toldOf(part, period)
    if (parts.length > 1) return [{ name: capital(part.name), told }]
    return GROUP_KEYS.map((key) => ({
      name: GROUPS[key].name,
      told: told.filter(({ counted }) => groupOf(counted.obligation) === key),
    }))
  })
  return groups
    .filter(({ told }) => told.length)
    .map(({ name, told }, i) => ({
      ...{ number: i + 1, name },
      lines: told.flatMap(({ line }) => (line ? [line] : [])),
      open: told.flatMap(({ open }) => (open ? [open] : [])).join('; '),
      idle: told
        .filter(({ line, open }) => !line && !open)
        .map(({ counted }) => `${counted.obligation.title} (mục ${counted.obligation.clause})`)
        .join('; '),
    }))
}

const GROUP_KEYS = Object.keys(GROUPS) as Group[]

function toldOf(part: PlanPart, period: DateRange): (Told & { counted: ObligationCount })[] {
  const sofar = new Map(part.year.map((counted) => [rowKey(counted.row), counted]))
  return part.counts.map((counted) => ({
    counted,
    ...tell(counted, sofar.get(rowKey(counted.row)), part, period),
  }))
}

type Told = { line: GroupWords['lines'][number] | null; open: string | null }

function tell(
  counted: ObligationCount,
  year: ObligationCount | undefined,
  part: PlanPart,
  period: DateRange,
): Told {
  const { obligation, row } = counted
  const line = (result: string) => ({
    title: row.airing === 'rerun' ? `${obligation.title}, phát lại` : obligation.title,
    clause: obligation.clause,
    result,
    toDate: part.ownYear ? null : toDate(year, part),
  })
  if (row.due + row.remaining + row.logged > 0)
    return { line: line(resultWords(counted, part.ownYear ? 'total' : 'due')), open: null }
  const early = year && doneElsewhere(year, period)
  if (early) return { line: line(early), open: null }
  return { line: null, open: year ? openWords(year, period) : null }
}

/** `năm kế hoạch 2025: 17/26 số, còn 9 kỳ chưa đến hạn`: another total than the period's, so it says whose it is. */
function toDate(counted: ObligationCount | undefined, { plan }: PlanPart): string | null {
  const target = counted?.row.target ?? null
  if (!counted || target === null) return null
  const { done, remaining } = counted.row
  const noun = nounOf(counted.obligation, counted.row)
  // A share of a year that is not over would read as a failing.
  const share = remaining
    ? `${done}/${target} ${noun}, còn ${remaining} kỳ chưa đến hạn`
    : shareWords(done, target, noun)
  return `năm kế hoạch ${plan.year}: ${share}`
}

/** Done in the period, though its window ends in a later one, which will count it. */
function doneElsewhere(year: ObligationCount, period: DateRange): string | null {
  const done = year.slots.filter(
    ({ at }) => isKept(at.standing) && at.outcome && contains(period, localDateOf(at.outcome.at)),
  )
  const [slot] = done
  if (!slot?.slot.window) return null
  const result = resultWords({ ...year, slots: [slot], row: { ...year.row, target: null } })
  return `${result} (thời hạn ${periodInWords(slot.slot.window)}, tính vào kỳ của thời hạn đó)`
}

/** `mục C.I.1 (năm 2025)` */
function openWords(year: ObligationCount, period: DateRange): string | null {
  const open = year.slots.find(
    ({ at, slot }) => at.bucket === 'remaining' && slot.window && overlaps(slot.window, period),
  )
  return open?.slot.window
    ? `${year.obligation.title} (mục ${year.obligation.clause}, ${periodInWords(open.slot.window)})`
    : null
}
