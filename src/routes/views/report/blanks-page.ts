/** `/bao-cao/bieu-mau`: the forms that others ask for, each with the periods at hand. */
import { blankDue, type OfferedBlank } from '../../../actions/blanks.ts'
import type { Calendars } from '../../../calendars.ts'
import type { Blank, BlankPeriod } from '../../../core/blank/blank.ts'
import { yearOfBasis } from '../../../core/count/basis.ts'
import { type Period, parsePeriod } from '../../../core/period.ts'
import type { Problem } from '../../../core/problem.ts'
import { formatPath } from '../../../core/problem.ts'
import { capital } from '../../../core/text.ts'
import { addDays, type LocalDate } from '../../../core/wall-clock.ts'
import { periodName } from '../../../core/words/period-words.ts'
import { REPORT_NAMES } from '../../../core/words/rule-words.ts'
import { daysLeft, documentDay, rangeInWords } from '../../../core/words/words.ts'
import type { BlanksView } from '../../../templates/blank-views.ts'
import type { Frame } from '../../../templates/views.ts'
import { say } from '../say.ts'
import { BLANKS, blankPath } from './blank-places.ts'

export type BlanksQuestion = {
  frame: Frame
  offered: readonly OfferedBlank[]
  calendars: Calendars
  today: LocalDate
  unit: string
  mayAdd: boolean
  problem: Problem | null
}

export function blanksView({
  frame,
  offered,
  calendars,
  today,
  unit,
  mayAdd,
  problem,
}: BlanksQuestion): BlanksView {
  return {
    frame,
    say: [
      say('Số có trong sổ thì đã điền sẵn;', 'strong'),
      say('ô nào phần mềm không biết thì để trống và nói vì sao.'),
    ],
    blanks: offered.map(({ blank, owner }) => ({
      ...{ id: blank.id, title: blank.title, asker: blank.asker, source: blank.source },
      owner: owner && (owner.unit === unit ? 'biểu của đơn vị' : `biểu do ${owner.name} đặt`),
      periods: nearPeriods(blank, calendars, today).map(({ period, year }) => ({
        href: blankPath({ id: blank.id, year, period: period.key }),
        words: capital(periodName(period, year)),
        details: dueWords(blank, period, year, calendars, today),
      })),
      open: {
        action: `${BLANKS}/mo/${encodeURIComponent(blank.id)}`,
        year: yearOfBasis(calendars.periods, blank.basis, today),
        periods: periodChoices(blank.periods),
      },
      takeBack: mayAdd && owner?.unit === unit ? `${BLANKS}/thu-hoi/${encodeURIComponent(blank.id)}` : null,
    })),
    add: mayAdd ? { action: BLANKS, summary: problem?.detail ?? null, errors: errorWords(problem) } : null,
  }
}

/** `Dòng 12, cột 7: fields[3].from.of: không có trường "x"`. */
function errorWords(problem: Problem | null): string[] {
  if (problem?.kind !== 'invalid') return []
  return problem.errors.map((error) => {
    const place = 'line' in error && 'column' in error ? `Dòng ${error.line}, cột ${error.column}: ` : ''
    const path = formatPath(error.path)
    return `${place}${path ? `${path}: ` : ''}${error.message}`
  })
}

const periodChoices = (periods: readonly BlankPeriod[]) =>
  periods.flatMap((one) =>
    one === 'month'
      ? Array.from({ length: 12 }, (_, i) => ({ value: `T${i + 1}`, words: `Tháng ${i + 1}`, chosen: false }))
      : [{ value: one, words: capital(REPORT_NAMES[one]), chosen: false }],
  )

export type PeriodOfYear = { period: Period; year: number }

/** The period that ended last, and the one that runs: of several that end alike, the longest comes first in the form. */
function nearPeriods(blank: Blank, { periods }: Calendars, today: LocalDate): PeriodOfYear[] {
  const thisYear = yearOfBasis(periods, blank.basis, today)
  const all = [thisYear - 1, thisYear, thisYear + 1].flatMap((year) =>
    blank.periods
      .flatMap((one) => (one === 'month' ? monthsOf(year) : [one]))
      .flatMap((key): PeriodOfYear[] => {
        const period = parsePeriod(periods, blank.basis, key, year)
        return period.ok ? [{ period: period.value, year }] : []
      }),
  )
  const ended = all
    .filter(({ period }) => period.to < today)
    .sort((a, b) => order(b.period.to, a.period.to))[0]
  const running = all
    .filter(({ period }) => period.from <= today && today <= period.to)
    .sort((a, b) => order(a.period.to, b.period.to))[0]
  return [ended, running].filter((one) => one !== undefined)
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const monthsOf = (year: number): string[] =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)

function dueWords(
  blank: Blank,
  period: Period,
  year: number,
  calendars: Calendars,
  today: LocalDate,
): string {
  const due = blankDue(blank, period, year, calendars)
  const span = rangeInWords(period)
  if (due === null) return span
  return `${span}, gửi đến ${documentDay(due)}${today >= addDays(period.to, -31) ? `, ${daysLeft(today, due)}` : ''}`
}
