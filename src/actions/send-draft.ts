/** A draft goes to whoever may adopt it: it waits on their page, and they are written to where they have an address. */
import { deliverAt } from '../core/notice/notice.ts'
import type { Edition, WholeEdition } from '../core/plan/edition.ts'
import { ok, type Result } from '../core/problem.ts'
import { DAY_MS } from '../core/wall-clock.ts'
import { listAdopters } from '../store/adopters.ts'
import { write } from '../store/db.ts'
import { listRecipients } from '../store/notices.ts'
import { enterMessages, type NewMessage } from '../store/outbox.ts'
import type { MessageViews } from '../templates/message-views.ts'
import type { Act } from './act.ts'
import { decideEdition } from './editions.ts'

/** Sending again what was sent changes nothing. */
export async function sendDraft(act: Act, edition: WholeEdition): Promise<Result<Edition>> {
  const { planId, number, plan, state } = edition
  if (state === 'sent') return ok(edition)
  const sent = await decideEdition(act, { planId, number, kind: 'sent' })
  if (!sent.ok) return sent
  const view = {
    plan: plan.title,
    by: act.who.name,
    path: `/ke-hoach/${encodeURIComponent(planId)}/ban/${number}`,
  }
  const news = await messages(act, `${planId}:${number}`, view)
  if (news.length) await write(act.db, [enterMessages(news)])
  return sent
}

async function messages(
  { db, who, now }: Act,
  occasion: string,
  data: MessageViews['draft'],
): Promise<NewMessage[]> {
  const [adopters, recipients] = await Promise.all([
    listAdopters(db, who.unit),
    listRecipients(db, who.unit, null),
  ])
  const ids = new Set(adopters.map(({ id }) => id))
  return recipients
    .filter(({ userId }) => userId !== null && ids.has(userId) && userId !== who.id)
    .map(({ route, userId, reach }) => ({
      ...{ unit: who.unit, key: `draft:${occasion}:${userId}`, template: 'draft', data, route, userId },
      ...{ createdAt: now, usefulUntil: now + 14 * DAY_MS, dueAt: deliverAt(reach, now) },
    }))
}
