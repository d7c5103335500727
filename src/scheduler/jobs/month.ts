/** On the first of a month, for leaders: how the month before went. */

import { countOf, readPlan, recordsOf } from '../../actions/count.ts'
import { forDays, notify } from '../../actions/notify.ts'
import { countsOf, pacesOf, periodOf } from '../../actions/year-count.ts'
import { rowKey } from '../../core/count/count-rows.ts'
import { paceShort } from '../../core/count/pace-words.ts'
import { nounOf, obligationTitle, resultWords } from '../../core/count/result-words.ts'
import { sumOf } from '../../core/count/tally.ts'
import { countPath } from '../../core/paths.ts'
import { type AdoptedPlan, planName } from '../../core/plan/edition.ts'
import type { Moment } from '../../core/standing.ts'
import { addDays, type LocalDate, localDateOf, monthOf, yearMonthOf, yearOf } from '../../core/wall-clock.ts'
import { VERDICT_NAMES } from '../../core/words/names.ts'
import type { Deps } from '../../deps.ts'
import { listRecipients } from '../../store/notices.ts'
import { listPlans } from '../../store/plans.ts'
import type { MessageViews } from '../../templates/message-views.ts'
import { breathing, type UnitJob } from '../job.ts'
import { beatsIn, firsts } from '../when.ts'

export const month: UnitJob = {
  name: 'month',
  summed: true,
  next: (after, { morningAt }) => firsts(morningAt)(after),
  run: async (deps, unit, span) => {
    const at = beatsIn(firsts(unit.morningAt), span).at(-1)
    if (at === undefined) return { since: span.since }
    const recipients = await listRecipients(deps.db, unit.code, 'month')
    if (!recipients.length) return {}
    const last = addDays(localDateOf(at), -1)
    const plans: PlanLine[] = []
    for (const plan of await listPlans(deps.db, unit.code))
      if (plan.year === yearOf(last)) plans.push(await planLine(deps, unit.code, plan, last, span))
    const shown = plans.filter(({ due, behind }) => due > 0 || behind.length > 0)
    if (!shown.length) return {}
    const name = `tháng ${monthOf(last)}/${yearOf(last)}`
    const view = { month: name, plans: shown, path: countPath(yearOf(last)) }
    const notice = {
      ...{ unit: unit.code, template: 'month' as const, occasion: yearMonthOf(last), view },
      usefulUntil: forDays(7, span.now),
    }
    return { messages: notify(notice, recipients, span.now) }
  },
}

type PlanLine = MessageViews['month']['plans'][number]

/** The month that ends with `last`, and the obligations whose year is in trouble as of that day. */
async function planLine(
  deps: Deps,
  unit: string,
  plan: AdoptedPlan,
  last: LocalDate,
  moment: Moment,
): Promise<PlanLine> {
  const breathe = breathing(deps)
  const records = await recordsOf({ db: deps.db, unit, breathe }, plan)
  await breathe()
  const known = readPlan(records, last, moment)
  const period = (key: string) => periodOf(deps.calendars, 'plan-year', key, plan.year)
  const { due, done, late, missed, unconfirmed } = sumOf(countOf(known, period(yearMonthOf(last))).rows)
  await breathe()
  const year = countOf(known, period('Y'))
  await breathe()
  const paces = pacesOf(year, deps.calendars)
  const behind = countsOf(year).flatMap((counted) => {
    const { obligation, row } = counted
    if (row.verdict !== 'behind' && row.verdict !== 'not-met') return []
    const pace = paces.get(rowKey(row))
    const result = pace ? paceShort(pace, nounOf(obligation, row)) : resultWords(counted)
    const words = `${VERDICT_NAMES[row.verdict].toLowerCase()}, ${result}`
    return [{ title: obligationTitle(obligation, row), words }]
  })
  return { title: planName(plan), due, done, late, missed, unconfirmed, behind }
}
