/** Monday morning: totals that began to slip away since the Monday before. Told once, when it happens, not each week. */
import { countOf, readPlan, recordsOf } from '../../actions/count.ts'
import { forDays, notify } from '../../actions/notify.ts'
import { countsOf, pacesOf, periodOf } from '../../actions/year-count.ts'
import { rowKey } from '../../core/count/count-rows.ts'
import type { Pace } from '../../core/count/pace.ts'
import { paceAdvice, paceShort } from '../../core/count/pace-words.ts'
import { nounOf, obligationTitle } from '../../core/count/result-words.ts'
import { countPath } from '../../core/paths.ts'
import { addDays, type Instant, type LocalDate, localDateOf, yearOf } from '../../core/wall-clock.ts'
import type { Deps } from '../../deps.ts'
import { listRecipients } from '../../store/notices.ts'
import { listPlans } from '../../store/plans.ts'
import type { MessageViews } from '../../templates/message-views.ts'
import { breathing, type UnitJob, type UnitSpan } from '../job.ts'
import { beatsIn, mondays } from '../when.ts'

export const pace: UnitJob = {
  name: 'pace',
  summed: true,
  next: (after, { morningAt }) => mondays(morningAt)(after),
  run: async (deps, unit, span) => {
    const monday = beatsIn(mondays(unit.morningAt), span).at(-1)
    if (monday === undefined) return { since: span.since }
    const recipients = await listRecipients(deps.db, unit.code, 'pace')
    if (!recipients.length) return {}
    const lines = await slippingTotals(deps, unit.code, span)
    if (!lines.length) return {}
    const view = { count: lines.length, lines, path: pathOf(span.now) }
    const occasion = localDateOf(monday)
    const notice = { unit: unit.code, template: 'pace' as const, occasion, view }
    return { messages: notify({ ...notice, usefulUntil: forDays(7, span.now) }, recipients, span.now) }
  },
}

const pathOf = (now: Instant): string => countPath(yearOf(localDateOf(now)))

/** Days before the last chance to begin with make-ups on which it counts as near. */
const NEAR_DAYS = 14

/** 0: in time; 1: make-ups must begin soon; 2: can no longer be reached. */
function troubleOf({ makeUps, startBy }: Pace, asOf: LocalDate): 0 | 1 | 2 {
  if (makeUps === 0) return 0
  if (startBy === null) return 2
  return startBy <= addDays(asOf, NEAR_DAYS) ? 1 : 0
}

/** Totals of this year's plans that are in worse trouble at the end of a span than they were at its beginning. */
export async function slippingTotals(
  deps: Deps,
  unit: string,
  span: UnitSpan,
): Promise<MessageViews['pace']['lines']> {
  const { since, now } = span
  const [before, today] = [localDateOf(since), localDateOf(now)]
  const breathe = breathing(deps)
  const lines: MessageViews['pace']['lines'] = []
  for (const plan of await listPlans(deps.db, unit)) {
    if (plan.year !== yearOf(today)) continue
    const known = await recordsOf({ db: deps.db, unit, breathe }, plan)
    await breathe()
    const period = periodOf(deps.calendars, 'plan-year', 'Y', plan.year)
    const yearAt = (at: Instant) =>
      countOf(readPlan(known, localDateOf(at), { now: at, rules: span.rules }), period)
    const year = yearAt(now)
    await breathe()
    const then = pacesOf(yearAt(since), deps.calendars)
    await breathe()
    const at = pacesOf(year, deps.calendars)
    await breathe()
    for (const { obligation, row } of countsOf(year)) {
      const [was, is] = [then.get(rowKey(row)), at.get(rowKey(row))]
      if (!was || !is || troubleOf(is, today) <= troubleOf(was, before)) continue
      const noun = nounOf(obligation, row)
      const words = [paceShort(is, noun), paceAdvice(is, noun, today)].filter(Boolean).join('. ')
      lines.push({ title: obligationTitle(obligation, row), words, path: pathOf(now) })
    }
  }
  return lines
}
