/** What is printed of an item: the announcer's sheet and the approval slip. */
import { Hono } from 'hono'
import { missing } from '../../core/problem.ts'
import { findItem, latestOf } from '../../store/items.ts'
import { listSlots } from '../../store/slots.ts'
import { findTopics } from '../../store/topic-names.ts'
import { readingSpeed } from '../../store/topics.ts'
import { findUnit } from '../../store/units.ts'
import { render } from '../../templates/render.ts'
import type { Ctx, Env } from '../env.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { announcerSheet, approvalSlip, type PaperQuestion } from '../views/content/item-papers.ts'

export const itemPaperPages = new Hono<Env>()
  .get('/bai/:id/ban-doc', guard('read'), async (c) => {
    const question = await questionOf(c, 'announcer-sheet')
    return question
      ? c.html(render('announcer-sheet', announcerSheet(question)))
      : problemResponse(c, missing('item'))
  })
  .get('/bai/:id/phieu-duyet', guard('read'), async (c) => {
    const question = await questionOf(c, 'approval-slip')
    return question
      ? c.html(render('approval-slip', approvalSlip(question)))
      : problemResponse(c, missing('item'))
  })

async function questionOf(c: Ctx, page: string): Promise<PaperQuestion | null> {
  const { deps, who, now } = c.var
  const item = await findItem(deps.db, who.unit, c.req.param('id') ?? '')
  if (!item) return null
  const [frame, unit, perMinute, slots, topics] = await Promise.all([
    frameOf(c, { title: page === 'announcer-sheet' ? 'Bản đọc' : 'Phiếu duyệt', page }),
    findUnit(deps.db, who.unit),
    readingSpeed(deps.db, who.unit),
    listSlots(deps.db, who.unit, { ids: item.slots }),
    findTopics(deps.db, who.unit, latestOf(item).topics),
  ])
  return { frame, unit: unit?.name ?? who.unit, item, slots, topics, perMinute, now }
}
