/** `/chu-de`: what must be talked about, where it is, and a proposal for the year. */

import { Hono } from 'hono'
import {
  busiestObligation,
  coverageOf,
  keepProposal,
  planTopics,
  propose,
  type RotationAsked,
} from '../../actions/topics.ts'
import type { Plan } from '../../core/plan.ts'
import { invalid, missing, type Problem } from '../../core/problem.ts'
import type { SlotRecord } from '../../core/reading.ts'
import { can } from '../../core/role.ts'
import { topicsOfPlan } from '../../core/topic.ts'
import { isLocalDate, localDateOf, yearOf } from '../../core/wall-clock.ts'
import { slotWords } from '../../core/words/slot-words.ts'
import { findPlan, listPlans } from '../../store/plans.ts'
import { findSlot } from '../../store/slots.ts'
import { chooseTopics } from '../../store/topics.ts'
import { render } from '../../templates/render.ts'
import { deedOf } from '../act.ts'
import { doneFlash, sayDone } from '../done.ts'
import { type Ctx, type Env, momentIn } from '../env.ts'
import { type Form, queryForm, readForm, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { safePath } from '../safe-path.ts'
import { type ToChoose, topicChoices } from '../views/content/item-form.ts'
import { slotWhen } from '../views/content/item-words.ts'
import { rotationView, topicsPath, topicsView } from '../views/content/topics.ts'
import { slotPath, slotTopicsPath } from '../views/paths.ts'

const DONE = { 'de-xuat': 'Đã dùng đề xuất chủ đề.', chon: 'Đã chọn chủ đề cho kỳ này.' }
const USUAL_WEEKS = 6

export const topicPages = new Hono<Env>()
  .get('/chu-de', guard('read'), async (c) => {
    const plans = await listPlans(c.var.deps.db, c.var.who.unit)
    const plan =
      plans.find(({ id }) => id === c.req.query('keHoach')) ?? plans.find(hasTopics) ?? plans[0] ?? null
    const found = plan && (await planTopics(c.var.deps.db, c.var.who.unit, plan, momentIn(c)))
    const frame = await frameOf(c, { title: 'Chủ đề', page: 'topics', flash: doneFlash(c, DONE) })
    const coverage = found ? coverageOf(found) : []
    const mayPropose = can(c.var.who.role, 'record')
    return c.html(render('topics', topicsView({ frame, plans, plan, coverage, mayPropose })))
  })
  .get('/chu-de/de-xuat', guard('record'), async (c) => {
    const asked = await askedOf(c, queryForm(c))
    if (!asked) return problemResponse(c, NO_PLAN)
    const { found, rules } = asked
    const flash = doneFlash(c, DONE)
    const frame = await frameOf(c, { title: 'Đề xuất chủ đề', page: 'rotation', flash })
    const proposed = propose(found, rules)
    return c.html(render('rotation', rotationView({ frame, found, rules, proposed })))
  })
  .post('/chu-de/de-xuat', guard('record'), async (c) => {
    const asked = await askedOf(c, await readForm(c))
    if (!asked) return problemResponse(c, NO_PLAN)
    const { deps, who, now } = c.var
    await keepProposal(deps.db, who, propose(asked.found, asked.rules), now)
    return sayDone(c, topicsPath(asked.found.plan.id), 'de-xuat')
  })
  .get('/khung/:id/chu-de', guard('record'), async (c) => {
    const record = await originalOf(c)
    if (!record) return problemResponse(c, missing('slot'))
    const view = {
      frame: await frameOf(c, { title: 'Chọn chủ đề', page: 'slot-topics' }),
      slot: {
        href: slotPath(record.slot.id),
        words: `${slotWhen(record)}: ${slotWords(record)}`,
      },
      action: slotTopicsPath(record.slot.id),
      back: safePath(c.req.query('ve') ?? slotPath(record.slot.id)),
      topics: topicChoices(
        await choicesOf(c, record),
        record.topics.map(({ id }) => id),
      ),
    }
    return c.html(render('slot-topics', view))
  })
  .post('/khung/:id/chu-de', guard('record'), async (c) => {
    const record = await originalOf(c)
    if (!record) return problemResponse(c, missing('slot'))
    const { form, all } = await readSent(c)
    const topics = [...new Set(all('chuDe'))]
    const { topics: own, gone } = await choicesOf(c, record)
    const choices = new Set([...own, ...gone].map(({ id }) => id))
    if (topics.some((id) => !choices.has(id)) || topics.length > 20)
      return problemResponse(c, invalid('Có chủ đề không nằm trong kế hoạch.').problem)
    await chooseTopics(deedOf(c), record.slot.id, topics)
    const back = safePath(form('ve') || slotPath(record.slot.id))
    return sayDone(c, back, 'chon')
  })

const NO_PLAN: Problem = {
  kind: 'not-found',
  detail: 'Không có kế hoạch này, hoặc kế hoạch chưa có danh mục chủ đề.',
}

const hasTopics = ({ topics }: Plan): boolean => topics.length > 0

/** The topics of a slot's plan, and what was chosen for it before an amendment dropped it. */
async function choicesOf(c: Ctx, { slot, topics: chosen }: SlotRecord): Promise<ToChoose> {
  const plan = await findPlan(c.var.deps.db, c.var.who.unit, slot.planId)
  const topics = plan ? topicsOfPlan(plan) : []
  return { topics, gone: chosen.filter(({ id }) => !topics.some((topic) => topic.id === id)) }
}

async function originalOf(c: Ctx): Promise<SlotRecord | null> {
  const { deps, who } = c.var
  const record = await findSlot(deps.db, who.unit, (c.req.param('id') ?? '').normalize('NFC'))
  const original = record?.slot.of ? await findSlot(deps.db, who.unit, record.slot.of) : record
  return original && !original.slot.withdrawn ? original : null
}

/** A proposal as it was asked for; what was not said is what an office mostly wants. */
async function askedOf(c: Ctx, form: Form) {
  const plans = (await listPlans(c.var.deps.db, c.var.who.unit)).filter(hasTopics)
  const plan = form('keHoach') ? plans.find(({ id }) => id === form('keHoach')) : plans[0]
  if (!plan) return null
  const found = await planTopics(c.var.deps.db, c.var.who.unit, plan, momentIn(c))
  const weeks = Number(form('soTuan') || USUAL_WEEKS)
  const rules: RotationAsked = {
    obligationId: form('nhiemVu') === 'tat-ca' ? null : form('nhiemVu') || busiestObligation(found.readings),
    from: isLocalDate(form('tuNgay')) ? form('tuNgay') : usualStart(plan, localDateOf(c.var.now)),
    gapWeeks: Number.isInteger(weeks) && weeks >= 0 && weeks <= 52 ? weeks : USUAL_WEEKS,
  }
  return { found, rules }
}

const usualStart = (plan: Plan, today: string): string =>
  yearOf(today) === plan.year ? today : `${plan.year}-01-01`
