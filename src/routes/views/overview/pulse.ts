/** An obligation's row: a sign for each of twelve weeks, how much is done, what is next, and how it stands. */
import { rowKey } from '../../../core/count/count-rows.ts'
import type { ObligationCount } from '../../../core/count/obligation-count.ts'
import { paceAdvice } from '../../../core/count/pace-words.ts'
import { nounOf, resultWords } from '../../../core/count/result-words.ts'
import { type WeekCell, type WeekSign, weekCells } from '../../../core/count/weeks.ts'
import { capital } from '../../../core/text.ts'
import { type DateRange, type LocalDate, yearOf } from '../../../core/wall-clock.ts'
import { AIRING_NAMES } from '../../../core/words/names.ts'
import { shortDay } from '../../../core/words/words.ts'
import type { OverviewView, PulseRow, WeekDot } from '../../../templates/overview-views.ts'
import { nextOf } from '../count/obligation.ts'
import { isUrgent, verdictTag } from '../count/verdict-tag.ts'
import { countAnchor, weekPath } from '../paths.ts'
import type { OfYear } from './of-year.ts'

const SIGN_WORDS: Record<WeekSign, string> = {
  done: 'đúng ngày',
  late: 'trễ, làm bù',
  ask: 'chưa xác nhận',
  miss: 'không làm',
  short: 'chưa đạt thời lượng',
  excuse: 'có lý do được chấp nhận',
  moved: 'đã dời đi',
  ahead: 'sắp tới',
  logged: 'có ghi, số lần',
}

/** What the signs that are shown mean. */
export function legendOf(rows: readonly PulseRow[]): OverviewView['legend'] {
  const shown = new Set(rows.flatMap(({ dots }) => dots.map(({ sign }) => sign)))
  return Object.entries(SIGN_WORDS).flatMap(([sign, words]) => (shown.has(sign) ? [{ sign, words }] : []))
}

export function pulseRow(
  counted: ObligationCount,
  { count, paces }: OfYear,
  weeks: readonly DateRange[],
  today: LocalDate,
): PulseRow {
  const { obligation, row, slots } = counted
  const logged =
    row.airing === 'new' ? count.logged.filter((fact) => fact.obligationId === obligation.id) : []
  const pace = paces.get(rowKey(row))
  const noun = nounOf(obligation, row)
  return {
    href: `/chi-tieu/${yearOf(today)}#${countAnchor(count.plan.id, obligation.id, row.airing)}`,
    clause: obligation.clause,
    title: obligation.title,
    of: row.airing === 'rerun' ? AIRING_NAMES.rerun.name : null,
    urgent: isUrgent(row.verdict),
    dots: weekCells(slots, logged, weeks).map(dotOf),
    ...doneOf(counted, noun),
    next: nextOf(counted),
    tag: verdictTag(counted),
    words: (pace && paceAdvice(pace, noun, today)) ?? `${capital(resultWords(counted))}.`,
  }
}

/** Against the year's total, or what has come due of it; what is logged is only counted. */
function doneOf({ obligation, row }: ObligationCount, noun: string): Pick<PulseRow, 'done' | 'noun'> {
  if (obligation.cadence.kind === 'continuous') return { done: String(row.logged), noun: 'lần ghi' }
  const whole = row.target ?? row.due + row.remaining
  return { done: whole ? `${row.done}/${whole}` : '–', noun: whole ? noun : '' }
}

function dotOf({ week, sign, done, asked }: WeekCell): WeekDot {
  const many = sign === 'logged' ? String(done) : asked > 1 ? `${done}/${asked}` : null
  const words = sign === null ? '' : SIGN_WORDS[sign]
  return {
    ...{ href: weekPath(week.from), sign, count: many === '1' ? null : many },
    words: `Tuần từ ${shortDay(week.from)}: ${words}${many ? `, ${many}` : ''}`,
  }
}
