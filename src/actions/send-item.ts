/** An item goes to whoever may approve it: it waits on their page, and they are written to where they have an address. */
import { gapsOf } from '../core/content/gaps.ts'
import { ok, type Result } from '../core/problem.ts'
import { dueOf } from '../core/standing.ts'
import { dayInWords } from '../core/words/words.ts'
import { type Item, latestOf } from '../store/items.ts'
import { listSlots } from '../store/slots.ts'
import type { Act } from './act.ts'
import { type Decision, reviewItem } from './items.ts'
import { tellLeaders } from './tell-leaders.ts'

export async function sendItem(
  act: Act,
  id: string,
  decision: Omit<Decision, 'kind'>,
): Promise<Result<Item>> {
  const { db, who } = act
  const sent = await reviewItem(act, id, { ...decision, kind: 'sent' })
  if (!sent.ok) return sent
  const latest = latestOf(sent.value)
  const slots = sent.value.slots.length ? await listSlots(db, who.unit, { ids: sent.value.slots }) : []
  const dues = slots
    .map(({ slot, facts }) => dueOf(slot, facts))
    .sort((a, b) => (a.dueDay < b.dueDay ? -1 : 1))
  const [first] = dues
  await tellLeaders(act, 'item', `${id}:${latest.version}`, {
    ...{ title: latest.title, by: who.name, path: '/duyet' },
    when: first ? [first.dueTime, dayInWords(first.dueDay)].filter(Boolean).join(' ') : null,
    gaps: gapsOf(latest),
    note: decision.comment,
  })
  return ok(sent.value)
}
