/** One message for each who wants it: entries for the outbox, under keys that the same occasion always gives. */
import { deliverAt } from '../core/notice/notice.ts'
import { DAY_MS, type Instant } from '../core/wall-clock.ts'
import type { Recipient } from '../store/notices.ts'
import type { NewMessage } from '../store/outbox.ts'
import type { MessageName, MessageViews } from '../templates/message-views.ts'

export type Notice<N extends MessageName> = {
  unit: string
  template: N
  /** What it is about: the same for each attempt to enter it, another for each occasion. */
  occasion: string
  view: MessageViews[N]
  usefulUntil: Instant
}

/** What is worth knowing for some days. */
export const forDays = (days: number, now: Instant): Instant => now + days * DAY_MS

export const notify = <N extends MessageName>(
  { unit, template, occasion, view, usefulUntil }: Notice<N>,
  recipients: readonly Recipient[],
  now: Instant,
): NewMessage[] =>
  recipients.map(({ route, userId, reach }) => ({
    unit,
    key: `${template}:${occasion}:${userId ?? route}`,
    template,
    data: view,
    route,
    userId,
    createdAt: now,
    usefulUntil,
    dueAt: deliverAt(reach, now),
  }))
