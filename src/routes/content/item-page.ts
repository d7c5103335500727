/** The page of one item, and the same after something could not be done with it. */

import type { Problem } from '../../core/problem.ts'
import { read } from '../../core/reading.ts'
import { can } from '../../core/role.ts'
import { addDays, localDateOf } from '../../core/wall-clock.ts'
import { findItem, type Item, latestOf } from '../../store/items.ts'
import { listSlots } from '../../store/slots.ts'
import { findTopics } from '../../store/topic-names.ts'
import { readingSpeed } from '../../store/topics.ts'
import { render } from '../../templates/render.ts'
import type { Flash } from '../../templates/views.ts'
import { doneFlash } from '../done.ts'
import { type Ctx, momentIn } from '../env.ts'
import { frameOf } from '../frame.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { itemView } from '../views/content/item.ts'

const DONE = {
  luu: 'Đã lưu bài.',
  gui: 'Đã gửi duyệt.',
  duyet: 'Đã duyệt bài.',
  'tra-lai': 'Đã trả lại bài.',
  khung: 'Đã gắn bài vào kỳ.',
  go: 'Đã gỡ bài khỏi kỳ.',
}

/** Why it could not be done, above the item as it is now: whoever tried can read it and decide. */
export async function refusedItemPage(c: Ctx, id: string, problem: Problem): Promise<Response> {
  const item = await findItem(c.var.deps.db, c.var.who.unit, id)
  if (!item) return problemResponse(c, problem)
  return c.html(
    await itemPage(c, item, { tone: 'miss', words: problem.detail, undo: null }),
    httpStatus[problem.kind],
  )
}

const DAYS_AHEAD = 120

export async function itemPage(
  c: Ctx,
  item: Item,
  flash: Flash | null = doneFlash(c, DONE),
): Promise<string> {
  const { deps, who, now } = c.var
  const today = localDateOf(now)
  const mayWrite = can(who.role, 'record')
  const [frame, perMinute, slots, ahead, topics] = await Promise.all([
    frameOf(c, { title: latestOf(item).title, page: 'item', flash }),
    readingSpeed(deps.db, who.unit),
    listSlots(deps.db, who.unit, { ids: item.slots }),
    mayWrite
      ? listSlots(deps.db, who.unit, { range: { from: today, to: addDays(today, DAYS_AHEAD) } })
      : Promise.resolve([]),
    findTopics(deps.db, who.unit, latestOf(item).topics),
  ])
  const free = ahead.filter(({ slot, item: other }) => slot.airing === 'new' && !slot.withdrawn && !other)
  return render(
    'item',
    itemView({ frame, item, slots: read(slots, momentIn(c)), free, topics, perMinute, role: who.role }),
  )
}
