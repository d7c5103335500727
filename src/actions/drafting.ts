/**
 * A plan written in forms. Each save is an edition of its own, since editions never change: it takes the place of the
 * draft that the form was filled from. Somebody else who saved meanwhile is told of, never written over.
 */
import type { WholeEdition } from '../core/plan/edition.ts'
import type { Plan } from '../core/plan.ts'
import { fail, missing, ok, type Problem, type Result } from '../core/problem.ts'
import { localDateOf, wallTimeOf } from '../core/wall-clock.ts'
import { shortDay } from '../core/words/words.ts'
import { hashOf, listEditions } from '../store/editions.ts'
import type { Act } from './act.ts'
import { adoptedInOrder, decideEdition, draftEdition } from './editions.ts'

export type Desk = {
  /** The draft that is written on, or the edition that holds when nobody drafted anything. */
  base: WholeEdition
  /** The newest draft that waits for somebody; null when there is none. */
  newest: WholeEdition | null
}

const isOpen = ({ state }: WholeEdition): boolean => state === 'draft' || state === 'sent'

/** What a form of the plan is filled from: the edition of that number, or the newest draft, or what holds. */
export async function deskOf(act: Act, planId: string, number: number | null = null): Promise<Result<Desk>> {
  const editions = await listEditions(act.db, act.who.unit, planId)
  const newest = editions.findLast(isOpen) ?? null
  const held = adoptedInOrder(editions).at(-1) ?? null
  const asked = number === null ? (newest ?? held) : editions.find((one) => one.number === number)
  return asked ? ok({ base: asked, newest }) : fail(missing(editions.length ? 'edition' : 'plan'))
}

/** Saves a plan that was made of the edition `base`. The very same twice is one draft. */
export async function saveDraft(act: Act, base: WholeEdition, plan: Plan): Promise<Result<WholeEdition>> {
  const editions = await listEditions(act.db, act.who.unit, plan.id)
  const now = editions.find(({ number }) => number === base.number)
  const hash = hashOf(plan)
  const same = editions.findLast((one) => isOpen(one) && one.hash === hash)
  if (same) return ok(same)
  const meanwhile = now && isOpen(now) ? null : overtaken(editions, base)
  if (meanwhile) return fail(meanwhile)
  const { origin, originOf } = now && isOpen(now) ? now : { origin: 'form' as const, originOf: null }
  const draft = await draftEdition(act, plan, { origin, originOf })
  if (draft.ok && now && isOpen(now))
    await decideEdition(act, {
      ...{ planId: plan.id, number: base.number, kind: 'discarded' as const },
      reason: `đã lưu thành bản ${draft.value.number}`,
    })
  return draft
}

/** Somebody wrote on, or adopted, what the form was filled from; null while it still holds. */
function overtaken(editions: readonly WholeEdition[], base: WholeEdition): Problem | null {
  const held = adoptedInOrder(editions).at(-1)
  if (held?.number === base.number) return null
  const newer = editions.findLast((one) => isOpen(one) && one.number > base.number) ?? held
  if (!newer || newer.number === base.number) return null
  const day = shortDay(localDateOf(newer.at))
  return {
    kind: 'conflict',
    detail: `${newer.by} đã lưu bản ${newer.number} lúc ${wallTimeOf(newer.at)} ngày ${day}, trong khi anh/chị đang sửa. Những gì vừa ghi vẫn còn ở đây: xem lại rồi lưu lần nữa để ghi lên bản ${newer.number}.`,
  }
}
