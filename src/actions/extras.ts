/** Adding a one-off airing or event outside any plan, and taking it back while nothing was recorded of it. */
import type { Author } from '../core/author.ts'
import {
  addedNote,
  type Extra,
  extraKey,
  extraObligation,
  extraSlot,
  mayBeTakenBack,
  PUT_BACK,
  TAKEN_OUT,
} from '../core/extra.ts'
import { type Fact, inputOf } from '../core/fact.ts'
import { EXTRA, isExtra } from '../core/outside-plans.ts'
import { fail, missing, ok, type Problem, type Result } from '../core/problem.ts'
import { type SlotRecord, untouched } from '../core/reading.ts'
import { closedProblem } from '../core/record/closing.ts'
import type { Slot } from '../core/slot.ts'
import type { Instant } from '../core/wall-clock.ts'
import { listClosings } from '../store/closings.ts'
import type { Deed } from '../store/deed.ts'
import { insertExtra, nextNumber, setWithdrawn } from '../store/extras.ts'
import { findSlot } from '../store/slots.ts'
import { factUnder, isSameUse, keyPrint, reusedKey } from './key-print.ts'
import { isFree, type MeetsAt, meetsAt } from './meets-at.ts'
import { TRIES, toFact } from './record-fact.ts'

/** Where it was added; or what it would meet on air, and then nothing is added. */
export type Added = { id: string } | { id: null; meets: MeetsAt }

/** As it would stand. */
const wouldBe = (extra: Extra): SlotRecord => untouched(extraSlot(0, extra), extraObligation(0, extra))

/** A repeated key answers the first one's and adds nothing. `anyway`: whatever it meets. */
export async function addExtra(
  { db, who, now }: Deed,
  extra: Extra,
  { idempotencyKey = null, anyway = false }: { idempotencyKey?: string | null; anyway?: boolean } = {},
): Promise<Result<Added>> {
  const print = keyPrint(who, EXTRA, extra)
  const said = { kind: 'note', reason: null, note: extra.why } as const
  const closed = closedProblem(await listClosings(db, who.unit, EXTRA), [extra.date], said)
  if (closed) return closed
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const under = await factUnder(db, who.unit, idempotencyKey)
    if (!under.ok) return under
    const used = under.value
    if (used) return isSameUse(used, who, print) ? ok({ id: used.fact.slotId ?? '' }) : reusedKey()
    const meets = anyway ? null : await meetsAt(db, who.unit, wouldBe(extra), extra)
    if (meets && !isFree(meets)) return ok({ id: null, meets })
    const number = await nextNumber(db, who.unit)
    const fact = noteOn(extraSlot(number, extra), addedNote(extra), who, now)
    const added = { fact, byId: who.id, idempotencyKey, keyPrint: print }
    if (await insertExtra(db, who.unit, number, extra, added)) return ok({ id: extraKey(number) })
  }
  return fail(BUSY)
}

const BUSY: Problem = { kind: 'conflict', detail: 'Nhiều người đang thêm vào lịch cùng lúc. Hãy thử lại.' }

const noteOn = (slot: Slot, note: string, who: Author, now: Instant): Fact => {
  const { planId, obligationId, id } = slot
  const input = inputOf('note', { note })
  return toFact({ ...input, planId, obligationId, slotId: id, at: now, incidentId: null }, who, now)
}

/** Takes one back; with `again`, brings back what was taken. */
export async function takeBack(
  { db, who, now }: Deed,
  slotId: string,
  again = false,
): Promise<Result<SlotRecord>> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const record = await findSlot(db, who.unit, slotId)
    if (!record || !isExtra(record.slot)) return fail(missing('slot'))
    if (record.slot.withdrawn !== again) return ok(record)
    if (!again && !mayBeTakenBack(record)) return fail(RECORDED)
    const fact = noteOn(record.slot, again ? PUT_BACK : TAKEN_OUT, who, now)
    const news = { fact, byId: who.id, idempotencyKey: null }
    const to = { seen: record.facts.length, withdrawnAt: again ? null : now }
    if (await setWithdrawn(db, who.unit, news, to)) return ok(record)
  }
  return fail(BUSY)
}

const RECORDED: Problem = {
  kind: 'conflict',
  detail:
    'Kỳ này đã có ghi nhận hoặc đã có bài nên không bỏ được nữa. Nếu không làm, hãy ghi “Không phát” kèm lý do.',
}
