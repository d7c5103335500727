/** Recording a fact of a slot: the API, the week sheet, imports and incidents share it. */
import type { Author } from '../core/author.ts'
import type { Fact, FactInput } from '../core/fact.ts'
import { fail, missing, ok, type Result } from '../core/problem.ts'
import type { SlotRecord } from '../core/reading.ts'
import { closedProblem } from '../core/record/closing.ts'
import { earlyRerun, moveFamily } from '../core/record/family.ts'
import { draftFact, type FactDraft } from '../core/record/recording.ts'
import { plannedDay } from '../core/slot.ts'
import type { Instant } from '../core/wall-clock.ts'
import { listClosings } from '../store/closings.ts'
import type { Db } from '../store/db.ts'
import type { Deed } from '../store/deed.ts'
import { appendFacts, newFactId } from '../store/facts.ts'
import { findSlot, listSlots } from '../store/slots.ts'
import { factUnder, isSameUse, keyPrint, reusedKey } from './key-print.ts'
import { makingProblem, versionInSlot } from './making.ts'

export type RecordOptions = {
  /** A repeated key answers the first fact and adds nothing. */
  idempotencyKey?: string | null
  /** Moving an original: its open reruns go along, or stay where they are. */
  withReruns?: boolean
}

/** `repeated`: the key was used before, nothing was added. */
export type RecordedFact = { fact: Fact; record: SlotRecord; repeated: boolean }

/** Each try loses only to somebody who recorded on the same slot or obligation meanwhile. */
export const TRIES = 5

export async function recordFact(
  { db, who, now }: Deed,
  slotId: string,
  input: FactInput,
  { idempotencyKey = null, withReruns = false }: RecordOptions = {},
): Promise<Result<RecordedFact>> {
  const print = factPrint(who, slotId, input, withReruns)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const under = await factUnder(db, who.unit, idempotencyKey)
    if (!under.ok) return under
    const used = under.value
    if (used) return isSameUse(used, who, print) ? repeatedFact(db, who.unit, slotId, used.fact) : reusedKey()
    const family = await familyOf(db, who.unit, slotId)
    const record = family.find(({ slot }) => slot.id === slotId)
    if (!record) return fail(missing('slot'))
    const wrong = versionInSlot(input.making) ?? makingProblem(input.making, record.item?.making ?? null)
    if (wrong) return wrong
    const draft = draftFact(record.slot, record.facts, input, now)
    if (!draft.ok) return draft
    const early = earlyRerun(family, draft.value, now)
    if (early) return early
    const drafts = moveFamily(family, draft.value, withReruns, now)
    if (!drafts.ok) return drafts
    const closed = await closedFor(db, who.unit, drafts.value, family)
    if (closed) return closed
    const facts = drafts.value.map((one) => toFact(one, who, now))
    const news = facts.map((fact, i) => ({
      fact,
      byId: who.id,
      ...(i === 0 && idempotencyKey !== null
        ? { idempotencyKey, keyPrint: print }
        : { idempotencyKey: null }),
    }))
    if (await appended(db, who.unit, news, record.facts.length))
      return ok({ fact: facts[0] as Fact, record: withFact(record, facts[0] as Fact), repeated: false })
  }
  return fail({
    kind: 'conflict',
    detail: 'Nhiều người đang ghi cùng một kỳ. Hãy mở lại kỳ và thử lần nữa.',
  })
}

/** `madeAt` differs with each attempt of a phone that sends what had to wait. */
export const factPrint = (who: Author, address: string, input: FactInput, withReruns = false): string =>
  keyPrint(who, address, { ...input, making: input.making ?? undefined, madeAt: null, withReruns })

/** What the store holds just after: it added the fact on the condition that nobody had recorded since it was read. */
const withFact = (record: SlotRecord, fact: Fact): SlotRecord => ({
  ...record,
  facts: [...record.facts, fact],
  revision: record.revision + 1,
  changedAt: Math.max(record.changedAt, fact.recordedAt),
})

/** Why a closed period refuses one of these. */
async function closedFor(db: Db, unit: string, drafts: FactDraft[], family: readonly SlotRecord[]) {
  const [first] = drafts as [FactDraft]
  const closings = await listClosings(db, unit, first.planId)
  const days = family.filter(({ slot }) => drafts.some(({ slotId }) => slotId === slot.id))
  return closedProblem(
    closings,
    days.map(({ slot }) => plannedDay(slot)),
    first,
  )
}

export const toFact = (draft: FactDraft, who: Author, now: Instant): Fact => ({
  ...draft,
  id: newFactId(now),
  by: who.name,
  recordedAt: now,
})

/** Two requests with one key at the same moment: the index lets one in, the other finds its fact on the next try. */
export async function appended(...args: Parameters<typeof appendFacts>): Promise<boolean> {
  try {
    return await appendFacts(...args)
  } catch (error) {
    if (/UNIQUE constraint failed: facts\.unit, facts\.idempotency_key/.test(String(error))) return false
    throw error
  }
}

async function repeatedFact(db: Db, unit: string, slotId: string, fact: Fact): Promise<Result<RecordedFact>> {
  const record = fact.slotId === slotId ? await findSlot(db, unit, slotId) : null
  return record ? ok({ fact, record, repeated: true }) : reusedKey()
}

/** The slot's original with all its reruns: a move of one is judged by the others. */
async function familyOf(db: Db, unit: string, slotId: string): Promise<SlotRecord[]> {
  const original = slotId.replace(/\.r\d+$/, '')
  return listSlots(db, unit, { family: original })
}
