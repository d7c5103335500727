/** `/chi-tieu/2025`: how much of the year's plans is kept; `/chi-tieu/2025/ky`: the slots behind a number. */

import { Hono } from 'hono'
import { chooseTarget, type TargetOf } from '../../actions/choose-target.ts'
import {
  type Count,
  officeCountOf,
  officeRecords,
  type PlanReadings,
  readPlans,
} from '../../actions/count.ts'
import { periodOf } from '../../actions/year-count.ts'
import { rowKey } from '../../core/count/count-rows.ts'
import { can } from '../../core/role.ts'
import { localDateOf } from '../../core/wall-clock.ts'
import { inSteps } from '../../portions.ts'
import { render } from '../../templates/render.ts'
import { actOf, lookOf } from '../act.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { type Form, readForm } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { parseYear } from '../parse-span.ts'
import { problemResponse } from '../problem.ts'
import { countView } from '../views/count/page.ts'
import { AIRING_KEYS, countPath } from '../views/count/paths.ts'
import { countSlotsView } from '../views/count/slots.ts'
import type { RefusedTarget } from '../views/count/target-panel.ts'
import { countAnchor } from '../views/paths.ts'
import { type YearQuestion, yearQuestion } from './count-query.ts'

export const countPages = new Hono<Env>()
  .get('/chi-tieu/:year', guard('read'), async (c) => {
    const question = questionOf(c)
    return question.ok ? c.html(await countPage(c, question.value)) : problemResponse(c, question.problem)
  })
  .post('/chi-tieu/:year/muc', guard('adopt'), async (c) => {
    const form = await readForm(c)
    const question = questionOfForm(c, form)
    if (!question.ok) return problemResponse(c, question.problem)
    const of = targetOf(form)
    const chosen = await chooseTarget(actOf(c), of, inputOf(form))
    if (chosen.ok)
      return sayDone(
        c,
        `${countPath(question.value)}#${countAnchor(of.planId, of.obligationId, of.airing)}`,
        'muc',
      )
    if (chosen.problem.kind !== 'invalid') return problemResponse(c, chosen.problem)
    const refused = { key: `${of.planId} ${rowKey(of)}`, problem: chosen.problem, document: form('vanBan') }
    return c.html(await countPage(c, question.value, refused), 400)
  })
  .get('/chi-tieu/:year/ky', guard('read'), async (c) => {
    const question = questionOf(c)
    return question.ok ? c.html(await slotsPage(c, question.value)) : problemResponse(c, question.problem)
  })

function questionOf(c: Ctx) {
  const year = parseYear(c.req.param('year') ?? '')
  return year.ok ? yearQuestion(c, year.value) : year
}

/** A form carries the question on, so that the page comes back as it was. */
function questionOfForm(c: Ctx, form: Form) {
  const year = parseYear(c.req.param('year') ?? '')
  return year.ok ? yearQuestion(c, year.value, form) : year
}

const targetOf = (form: Form): TargetOf => ({
  planId: form('keHoach'),
  obligationId: form('nhiemVu').normalize('NFC'),
  airing: form('phat') === AIRING_KEYS.rerun ? 'rerun' : 'new',
})

function inputOf(form: Form) {
  const number = form('so').trim()
  const value = /^\d{1,5}$/.test(number) ? Number(number) : number || null
  return { choice: form('cach'), value, document: form('vanBan') }
}

const DONE = { muc: 'Đã ghi chỉ tiêu áp dụng.' }

/** All that is known of the plans with slots in the year of a basis: its own, and those of other years. */
async function knownOf(c: Ctx, { year, basis, asOf }: YearQuestion): Promise<Known> {
  const { deps } = c.var
  const period = periodOf(deps.calendars, basis, 'Y', year)
  const records = await officeRecords(lookOf(c), period, year)
  await c.var.breathe()
  const all = await readPlans(records, asOf, lookOf(c))
  const others = all.filter(({ plan }) => plan.year !== year)
  return {
    known: all.filter(({ plan }) => plan.year === year),
    elsewhere: officeCountOf(others, period, year, asOf).plans,
  }
}

type Known = { known: PlanReadings[]; elsewhere: Count[] }

async function countPage(c: Ctx, question: YearQuestion, refused?: RefusedTarget): Promise<string> {
  const { deps, who, now } = c.var
  const [frame, { known, elsewhere }] = await Promise.all([
    frameOf(c, { title: `Tiến độ năm ${question.year}`, page: 'count', flash: doneFlash(c, DONE) }),
    knownOf(c, question),
  ])
  await c.var.breathe()
  const steps = countView({
    ...{ frame, question, known, elsewhere, calendars: deps.calendars },
    today: localDateOf(now),
    mayChoose: can(who.role, 'adopt'),
    refused: refused ?? null,
  })
  const view = await inSteps(steps, c.var.breathe)
  await c.var.breathe()
  return render('count', view)
}

async function slotsPage(c: Ctx, question: YearQuestion): Promise<string> {
  const [frame, { known }] = await Promise.all([
    frameOf(c, { title: 'Các kỳ', page: 'count-slots' }),
    knownOf(c, question),
  ])
  const filter = c.req.query()
  await c.var.breathe()
  const view = countSlotsView({ frame, question, known, filter, calendars: c.var.deps.calendars })
  await c.var.breathe()
  return render('count-slots', view)
}
