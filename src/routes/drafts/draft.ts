/** `/ke-hoach/<id>/soan`: a plan while it is written, with the ways to each of its forms; sent to who may adopt it. */
import { Hono } from 'hono'
import { sendDraft } from '../../actions/send-draft.ts'
import { can } from '../../core/role.ts'
import { listAdopters } from '../../store/adopters.ts'
import { render } from '../../templates/render.ts'
import { actOf } from '../act.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Env } from '../env.ts'
import { readForm } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { noteHandedSeen } from '../note-seen.ts'
import { problemResponse } from '../problem.ts'
import { draftView } from '../views/drafts/draft.ts'
import { draftPath } from '../views/paths.ts'
import { warningsOf } from '../warnings.ts'
import { openDesk } from './desk.ts'

const DONE = {
  luu: 'Đã lưu vào bản nháp. Lịch chỉ đổi khi bản này được áp dụng.',
  bo: 'Đã bỏ nhiệm vụ khỏi bản nháp.',
  gui: 'Đã gửi. Người có quyền áp dụng sẽ được báo.',
}

export const draftPages = new Hono<Env>()
  .get('/ke-hoach/:id/soan', guard('record'), async (c) => {
    const { deps, who } = c.var
    const desk = await openDesk(c, c.req.param('id').normalize('NFC'), c.req.query('ban') ?? '')
    if (!desk.ok) return problemResponse(c, desk.problem)
    const { plan } = desk.value.base
    await noteHandedSeen(c, desk.value.base)
    const mayAdopt = can(who.role, 'adopt')
    const [frame, warnings, adopters] = await Promise.all([
      frameOf(c, { title: 'Soạn kế hoạch', page: 'draft', flash: doneFlash(c, DONE) }),
      warningsOf(c, plan),
      mayAdopt ? [] : listAdopters(deps.db, who.unit),
    ])
    return c.html(render('draft', draftView({ frame, desk: desk.value, warnings, mayAdopt, adopters })))
  })
  .post('/ke-hoach/:id/soan/gui', guard('record'), async (c) => {
    const form = await readForm(c)
    const desk = await openDesk(c, c.req.param('id').normalize('NFC'), form('ban'))
    if (!desk.ok) return problemResponse(c, desk.problem)
    const sent = await sendDraft(actOf(c), desk.value.base)
    if (!sent.ok) return problemResponse(c, sent.problem)
    return sayDone(c, draftPath(desk.value.base.planId, desk.value.base.number), 'gui')
  })
