/** Whoever wrote or sent a draft hears what somebody else decided about it. */
import { deliverAt } from '../core/notice/notice.ts'
import { editionPath } from '../core/paths.ts'
import type { Edition } from '../core/plan/edition.ts'
import { DAY_MS } from '../core/wall-clock.ts'
import { write } from '../store/db.ts'
import { drafterIds, findEdition } from '../store/editions.ts'
import { listRecipients } from '../store/notices.ts'
import { enterMessages } from '../store/outbox.ts'
import type { Act } from './act.ts'

/** Nothing for an edition that nobody drafted, or that its drafter decided about. */
export async function tellDrafter(
  { db, who, now }: Act,
  { planId, number }: Pick<Edition, 'planId' | 'number'>,
): Promise<void> {
  const edition = await findEdition(db, who.unit, planId, number)
  if (edition?.state !== 'adopted' && edition?.state !== 'discarded') return
  const ids = await drafterIds(db, who.unit, planId, number)
  ids.delete(who.id)
  const recipients = ids.size ? await listRecipients(db, who.unit, null) : []
  const data = {
    ...{ plan: edition.plan.title, by: who.name, reason: edition.decided?.reason ?? null },
    refused: edition.state === 'discarded',
    path: editionPath(planId, number),
  }
  const news = recipients
    .filter(({ userId }) => userId !== null && ids.has(userId))
    .map(({ route, userId, reach }) => ({
      ...{ unit: who.unit, key: `decided:${planId}:${number}:${userId}`, template: 'decided' as const },
      ...{
        data,
        route,
        userId,
        createdAt: now,
        usefulUntil: now + 14 * DAY_MS,
        dueAt: deliverAt(reach, now),
      },
    }))
  if (news.length) await write(db, [enterMessages(news)])
}
