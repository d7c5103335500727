/** A draft goes to whoever may adopt it: it waits on their page, and they are written to where they have an address. */
import { editionPath } from '../core/paths.ts'
import type { Edition, WholeEdition } from '../core/plan/edition.ts'
import { ok, type Result } from '../core/problem.ts'
import type { Act } from './act.ts'
import { decideEdition } from './editions.ts'
import { tellLeaders } from './tell-leaders.ts'

/** Sending again what was sent changes nothing. */
export async function sendDraft(act: Act, edition: WholeEdition): Promise<Result<Edition>> {
  const { planId, number, plan, state } = edition
  if (state === 'sent') return ok(edition)
  const sent = await decideEdition(act, { planId, number, kind: 'sent' })
  if (!sent.ok) return sent
  const path = editionPath(planId, number)
  await tellLeaders(act, 'draft', `${planId}:${number}`, { plan: plan.title, by: act.who.name, path })
  return sent
}
