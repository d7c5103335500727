/** `/khung/<id>`: one slot, its family and its ground. */

import { Hono } from 'hono'
import { isExtra } from '../../core/outside-plans.ts'
import { missing } from '../../core/problem.ts'
import { read } from '../../core/reading.ts'
import { listLogged } from '../../store/facts.ts'
import { listOfficialPlaces } from '../../store/official-places.ts'
import { findPlan } from '../../store/plans.ts'
import { findSlot, listSlots } from '../../store/slots.ts'
import { render } from '../../templates/render.ts'
import { doneFlash } from '../done.ts'
import { type Ctx, type Env, momentIn } from '../env.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { EVIDENCE_DONE } from '../record/evidence.ts'
import { recorderOf } from '../record/recorder.ts'
import { slotView } from '../views/calendar/slot.ts'

export const slotPages = new Hono<Env>().get('/khung/:id', guard('read'), async (c) => {
  const page = await slotPage(c, c.req.param('id').normalize('NFC'))
  return page ? c.html(page) : problemResponse(c, missing('slot'))
})

const DONE = {
  ...EVIDENCE_DONE,
  chon: 'Đã chọn chủ đề cho kỳ này.',
  them: 'Đã thêm vào lịch, ngoài kế hoạch.',
  bo: 'Đã bỏ khỏi lịch. Bỏ nhầm thì thêm lại ở dưới.',
  lai: 'Đã thêm lại vào lịch.',
}

async function slotPage(c: Ctx, id: string): Promise<string | null> {
  const { deps, who, now } = c.var
  const record = await findSlot(deps.db, who.unit, id)
  if (!record) return null
  const { slot, obligation } = record
  const [frame, plan, family, logged, accounts] = await Promise.all([
    frameOf(c, { title: obligation.title, page: 'slot', flash: doneFlash(c, DONE) }),
    findPlan(deps.db, who.unit, slot.planId),
    listSlots(deps.db, who.unit, { family: slot.of ?? slot.id }),
    listLogged(deps.db, who.unit, { planId: slot.planId, obligationId: slot.obligationId }),
    listOfficialPlaces(deps.db, who.unit),
  ])
  const { baseUrl } = deps
  const readings = read(family, momentIn(c))
  if (!plan && !isExtra(slot)) return null
  const view = slotView({
    ...{ frame, id, family: readings, plan, logged, now, recorder: recorderOf(c), baseUrl },
    keeps: deps.files && deps.fileLimits,
    accounts,
  })
  return view && render('slot', view)
}
