/** The programs that a unit's messages go to. */
import { knownKinds } from '../../../core/notice/notice-settings.ts'
import type { Problem } from '../../../core/problem.ts'
import { listWebhooks, type Webhook } from '../../../store/notices.ts'
import type { WebhooksView } from '../../../templates/notice-views.ts'
import type { Tag } from '../../../templates/views.ts'
import type { Ctx } from '../../env.ts'
import { fieldOf } from '../../form.ts'
import { SIGNS } from '../tag.ts'
import { kindsInWords, kindTicks } from './notice-ticks.ts'

export type ShownWebhooks = {
  sent?: { name: string; url: string; kinds: readonly string[] }
  problem?: Problem
  made?: { name: string; secret: string }
}

export async function webhooksView(c: Ctx, { sent, problem, made }: ShownWebhooks): Promise<WebhooksView> {
  const webhooks = await listWebhooks(c.var.deps.db, c.var.who.unit)
  return {
    summary: problem?.detail ?? null,
    made: made ?? null,
    list: webhooks.map((webhook) => ({
      ...{ id: webhook.id, name: webhook.name, host: new URL(webhook.url).host },
      kinds: kindsInWords(webhook.kinds),
      state: stateOf(webhook),
      running: webhook.stoppedAt === null,
    })),
    name: fieldOf('name', sent?.name ?? '', problem),
    url: fieldOf('url', sent?.url ?? '', problem),
    kinds: kindTicks(knownKinds(sent?.kinds ?? ['remind', 'ask', 'week']), false),
  }
}

function stateOf({ stoppedAt, stoppedWhy }: Webhook): Tag {
  if (stoppedAt === null) return { words: 'Đang gửi', tone: 'done', sign: SIGNS.check }
  return { words: `Đã dừng: ${stoppedWhy}`, tone: 'miss', sign: SIGNS.cross }
}
