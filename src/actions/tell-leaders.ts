/** Something waits for who may decide about it: they are written to, where they wish so and have an address. */
import { deliverAt } from '../core/notice/notice.ts'
import { DAY_MS } from '../core/wall-clock.ts'
import { listAdopters } from '../store/adopters.ts'
import { write } from '../store/db.ts'
import { listRecipients } from '../store/notices.ts'
import { enterMessages } from '../store/outbox.ts'
import type { MessageViews } from '../templates/message-views.ts'
import type { Act } from './act.ts'

/** Whoever sent it knows. The same occasion is told once. */
export async function tellLeaders<N extends 'draft' | 'item'>(
  { db, who, now }: Act,
  template: N,
  occasion: string,
  data: MessageViews[N],
): Promise<void> {
  const [leaders, recipients] = await Promise.all([
    listAdopters(db, who.unit),
    listRecipients(db, who.unit, 'approve'),
  ])
  const ids = new Set(leaders.map(({ id }) => id))
  const news = recipients
    .filter(({ userId }) => userId !== null && ids.has(userId) && userId !== who.id)
    .map(({ route, userId, reach }) => ({
      ...{ unit: who.unit, key: `${template}:${occasion}:${userId}`, template, data, route, userId },
      ...{ createdAt: now, usefulUntil: now + 14 * DAY_MS, dueAt: deliverAt(reach, now) },
    }))
  if (news.length) await write(db, [enterMessages(news)])
}
