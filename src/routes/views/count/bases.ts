/** Plan year and report year side by side, with the slots that make the difference. */
import { type Count, countOf } from '../../../actions/count.ts'
import { countsOf, periodOf } from '../../../actions/year-count.ts'
import type { Calendars } from '../../../calendars.ts'
import { onlyIn, yearOfBasis } from '../../../core/count/basis.ts'
import type { ObligationCount } from '../../../core/count/obligation-count.ts'
import { obligationTitle } from '../../../core/count/result-words.ts'
import type { Basis } from '../../../core/period.ts'
import type { Reading } from '../../../core/reading.ts'
import { plannedDay } from '../../../core/slot.ts'
import { slotTitle } from '../../../core/words/slot-words.ts'
import { documentDay } from '../../../core/words/words.ts'
import type { BasesView } from '../../../templates/count-views.ts'
import { slotPath } from '../paths.ts'

export function basesView(count: Count, calendars: Calendars): BasesView {
  const year = count.plan.year
  const of = (basis: Basis) => countOf(count, periodOf(calendars, basis, 'Y', year))
  const [plan, report] = [of('plan-year'), of('report-year')]
  const [plans, reports] = [countsOf(plan), countsOf(report)]
  const pairs = plans.map((counted, i) => [counted, reports[i] as ObligationCount] as const)
  const different = pairs.filter(([a, b]) => figure(a) !== figure(b))
  // A year's window ends on 31/12 and so belongs to the next report year: one line for all of them is enough.
  const [windows, counted] = [different.filter(isOneWindow), different.filter((pair) => !isOneWindow(pair))]
  // What waits for its condition is counted in neither year.
  const asked = (one: Count) => one.readings.filter(({ at }) => at.bucket !== null)
  return {
    rows: counted.map(([a, b]) => ({
      clause: a.obligation.clause,
      title: obligationTitle(a.obligation, a.row),
      plan: figure(a),
      report: figure(b),
    })),
    total: { plan: totalOf(plans), report: totalOf(reports) },
    slots: [
      ...onlyIn(asked(plan), asked(report)).map((one) => slotLine(one, 'report-year', calendars)),
      ...onlyIn(asked(report), asked(plan)).map((one) => slotLine(one, 'plan-year', calendars)),
    ],
    rest: restWords(pairs.length - different.length, windows.length),
  }
}

const figure = ({ row }: ObligationCount): string =>
  row.due + row.remaining + row.logged === 0 ? '–' : `${row.done + row.logged}/${row.scheduled || row.logged}`

const totalOf = (counts: ObligationCount[]): string => {
  const sum = (read: (counted: ObligationCount) => number) =>
    counts.reduce((all, counted) => all + read(counted), 0)
  return `${sum(({ row }) => row.done)}/${sum(({ row }) => row.scheduled)}`
}

const YEAR_WORDS: Record<Basis, string> = { 'plan-year': 'năm kế hoạch', 'report-year': 'năm báo cáo' }

/** `elsewhere` is the basis by which the slot belongs to another year. */
function slotLine({ slot, obligation }: Reading, elsewhere: Basis, { periods }: Calendars) {
  const day = plannedDay(slot)
  return {
    href: slotPath(slot.id),
    words: `${documentDay(day)} · ${slotTitle(slot, obligation)}`,
    where: `thuộc ${YEAR_WORDS[elsewhere]} ${yearOfBasis(periods, elsewhere, day)}`,
  }
}

const isOneWindow = ([{ row, slots }]: readonly [ObligationCount, ObligationCount]): boolean =>
  row.target === null && slots.length === 1 && slots[0]?.slot.date === null

function restWords(same: number, windows: number): string {
  const yearEnd = windows
    ? `${windows} việc có hạn sau ngày 14/12 thuộc năm kế hoạch này nhưng thuộc năm báo cáo sau.`
    : ''
  return [yearEnd, same ? `${same} nhiệm vụ như nhau theo cả hai cách tính.` : ''].filter(Boolean).join(' ')
}
