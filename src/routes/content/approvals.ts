/** `/duyet`: what waits for a leader, and their decisions. */
import { Hono } from 'hono'
import { reviewItem } from '../../actions/items.ts'
import { sendItem } from '../../actions/send-item.ts'
import type { ReviewKind } from '../../core/content/item.ts'
import { can } from '../../core/role.ts'
import { tidy } from '../../core/text.ts'
import { listWaiting, topicsOfItems } from '../../store/item-lists.ts'
import { listSlots } from '../../store/slots.ts'
import { findTopics } from '../../store/topic-names.ts'
import { render } from '../../templates/render.ts'
import { actOf } from '../act.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { readForm } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { safePath } from '../safe-path.ts'
import { itemPath } from '../views/content/item-words.ts'
import { waitingView } from '../views/content/waiting.ts'
import { refusedItemPage } from './item-page.ts'

const DONE = { duyet: 'Đã duyệt bài.', 'tra-lai': 'Đã trả lại bài.' }

export const approvalPages = new Hono<Env>()
  .get('/duyet', guard('read'), async (c) => c.html(await waitingPage(c)))
  .post('/bai/:id/gui', guard('record'), (c) => decide(c, 'sent', 'gui'))
  .post('/bai/:id/duyet', guard('approve'), (c) => decide(c, 'approved', 'duyet'))
  .post('/bai/:id/tra-lai', guard('approve'), (c) => decide(c, 'returned', 'tra-lai'))

async function decide(c: Ctx, kind: ReviewKind, done: string): Promise<Response> {
  const form = await readForm(c)
  const id = c.req.param('id') ?? ''
  const comment = tidy(form('yKien')) || null
  const decision = { hash: form('maBam'), comment }
  const decided =
    kind === 'sent'
      ? await sendItem(actOf(c), id, decision)
      : await reviewItem(actOf(c), id, { ...decision, kind })
  if (!decided.ok) return refusedItemPage(c, id, decided.problem)
  return sayDone(c, safePath(form('ve') || itemPath(id)), done)
}

async function waitingPage(c: Ctx): Promise<string> {
  const { deps, who, now } = c.var
  const waiting = await listWaiting(deps.db, who.unit)
  const ids = [...new Set(waiting.flatMap(({ slots }) => slots))]
  const [records, topics, frame] = await Promise.all([
    listSlots(deps.db, who.unit, { ids }),
    findTopics(deps.db, who.unit, topicsOfItems(waiting)),
    frameOf(c, { title: 'Chờ duyệt', page: 'waiting', flash: doneFlash(c, DONE) }),
  ])
  const slots = new Map(records.map((record) => [record.slot.id, record]))
  const mayDecide = can(who.role, 'approve')
  return render('waiting', waitingView({ frame, waiting, slots, topics, mayDecide, now }))
}
