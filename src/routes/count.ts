/** `/chi-tieu/2025`: how much of the year's plans is kept; `/chi-tieu/2025/ky`: the slots behind a number. */
import { Hono } from 'hono'
import { type PlanRecords, recordsOf } from '../actions/count.ts'
import { can } from '../core/role.ts'
import { localDateOf } from '../core/wall-clock.ts'
import { listPlans } from '../store/plans.ts'
import { render } from '../templates/render.ts'
import { type YearQuestion, yearQuestion } from './count-query.ts'
import type { Ctx, Env } from './env.ts'
import { frameOf } from './frame.ts'
import { guard } from './middleware/guard.ts'
import { parseYear } from './parse-span.ts'
import { problemResponse } from './problem.ts'
import { countView } from './views/count/page.ts'
import { countSlotsView } from './views/count/slots.ts'

export const countPages = new Hono<Env>()
  .get('/chi-tieu/:year', guard('read'), async (c) => {
    const question = questionOf(c)
    return question.ok ? c.html(await countPage(c, question.value)) : problemResponse(c, question.problem)
  })
  .get('/chi-tieu/:year/ky', guard('read'), async (c) => {
    const question = questionOf(c)
    return question.ok ? c.html(await slotsPage(c, question.value)) : problemResponse(c, question.problem)
  })

function questionOf(c: Ctx) {
  const year = parseYear(c.req.param('year') ?? '')
  return year.ok ? yearQuestion(c, year.value) : year
}

/** The unit's plans of a year with all that is known of them. */
async function knownOf(c: Ctx, year: number): Promise<PlanRecords[]> {
  const { deps, who } = c.var
  const plans = await listPlans(deps.db, who.unit)
  return Promise.all(
    plans.filter((plan) => plan.year === year).map((plan) => recordsOf(deps.db, who.unit, plan)),
  )
}

async function countPage(c: Ctx, question: YearQuestion): Promise<string> {
  const { deps, who, now } = c.var
  const [frame, known] = await Promise.all([
    frameOf(c, { title: `Chỉ tiêu năm ${question.year}`, page: 'count' }),
    knownOf(c, question.year),
  ])
  const view = countView({
    ...{ frame, question, known, calendars: deps.calendars },
    today: localDateOf(now),
    mayChoose: can(who.role, 'adopt'),
  })
  return render('count', view)
}

async function slotsPage(c: Ctx, question: YearQuestion): Promise<string> {
  const [frame, known] = await Promise.all([
    frameOf(c, { title: 'Các kỳ', page: 'count-slots' }),
    knownOf(c, question.year),
  ])
  const filter = c.req.query()
  return render(
    'count-slots',
    countSlotsView({ frame, question, known, filter, calendars: c.var.deps.calendars }),
  )
}
