/** Answering many slots at once: a fact of its own on each, under one id, by which all are taken back together. */
import type { Author } from '../core/author.ts'
import { type Fact, inputOf, uncorrected } from '../core/fact.ts'
import { fail, invalid, missing, ok, type Problem, type Result } from '../core/problem.ts'
import { type Reading, read } from '../core/reading.ts'
import { isAnswerable, MOST_AT_ONCE, usualAnswer } from '../core/record/bulk.ts'
import { type Closing, closingFor, needsReason } from '../core/record/closing.ts'
import { earlyRerun } from '../core/record/family.ts'
import { draftFact } from '../core/record/recording.ts'
import type { Moment } from '../core/standing.ts'
import type { Instant } from '../core/wall-clock.ts'
import { withoutBreath } from '../portions.ts'
import { listClosings } from '../store/closings.ts'
import type { Db } from '../store/db.ts'
import { appendMany, bulkKey, listBulk, type NewFactOn } from '../store/facts.ts'
import { listSlots } from '../store/slots.ts'
import type { Act } from './act.ts'
import { keyPrint } from './key-print.ts'
import { TRIES, toFact } from './record-fact.ts'

/** A slot that was chosen and not recorded; null where somebody else settled it, which its reading says. */
export type LeftAlone = { reading: Reading; problem: Problem | null }

/** Recorded under the id, now or when it was sent before; `factId` says which of the slot's facts that is. */
type OwnFact = { reading: Reading; factId: string }

/** `gone`: chosen, and no slot any more, since the plan changed. Each chosen one is in one of the three. */
export type Bulk = { recorded: OwnFact[]; left: LeftAlone[]; gone: string[] }

/** Who answers, and the moment at which the slots are judged. */
type BulkAct = Omit<Act, 'calendars'> & Moment

/** `madeAt`: when it was pressed, for what waited on a phone. */
export type BulkAnswer = { id: string; chosen: readonly string[]; madeAt: Instant | null }

/**
 * Records the usual outcome of each chosen slot. Each is judged by the rules of a single tick; what somebody else
 * settled, or a closed period keeps, is left alone and told. Sent again with the same id it adds what is missing.
 */
export async function recordBulk(
  { db, who, breathe = withoutBreath, ...moment }: BulkAct,
  { id, chosen, madeAt }: BulkAnswer,
): Promise<Result<Bulk>> {
  if (!chosen.length) return invalid('Chưa chọn kỳ nào.')
  if (chosen.length > MOST_AT_ONCE)
    return invalid(`Mỗi lần ghi nhiều nhất ${MOST_AT_ONCE} kỳ. Hãy ghi từng tháng một.`)
  const closings = await listClosings(db, who.unit)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const known = await readChosen(db, who.unit, chosen, moment)
    await breathe()
    const own = await listBulk(db, who.unit, id)
    const judged = known.chosen
      .filter(({ slot }) => !own.has(slot.id))
      .map((reading) => judge(reading, known.all, closings, { madeAt, now: moment.now }))
    const news = judged.flatMap(({ reading, draft }) =>
      draft ? [newFact(who, id, reading, toFact(draft, who, moment.now))] : [],
    )
    const left = judged.flatMap(({ reading, draft, problem }) => (draft ? [] : [{ reading, problem }]))
    if (!news.length) return ok({ recorded: ownOf(known.chosen, own), left, gone: known.gone })
    await appendMany(db, who.unit, news, breathe)
  }
  return busy()
}

/** With their originals, by which a rerun is judged. */
async function readChosen(db: Db, unit: string, chosen: readonly string[], moment: Moment) {
  const wanted = new Set(chosen)
  const ids = new Set([...chosen, ...chosen.map((slotId) => slotId.replace(/\.r\d+$/, ''))])
  const all = read(await listSlots(db, unit, { ids: [...ids] }), moment)
  const found = all.filter(({ slot }) => wanted.has(slot.id))
  const gone = chosen.filter((slotId) => !found.some(({ slot }) => slot.id === slotId))
  return { all, chosen: found, gone }
}

const ownOf = (readings: readonly Reading[], own: ReadonlyMap<string, string>): OwnFact[] =>
  readings.flatMap((reading) => {
    const factId = own.get(reading.slot.id)
    return factId === undefined ? [] : { reading, factId }
  })

type Judged = { reading: Reading; draft: Parameters<typeof toFact>[0] | null; problem: Problem | null }

function judge(
  reading: Reading,
  all: readonly Reading[],
  closings: readonly Closing[],
  { madeAt, now }: { madeAt: Instant | null; now: Instant },
): Judged {
  const { slot, facts } = reading
  const refused = (problem: Problem | null): Judged => ({ reading, draft: null, problem })
  if (reading.at.outcome) return refused(null)
  if (!isAnswerable(reading, now)) return refused(NOT_ASKED)
  const draft = draftFact(slot, facts, usualAnswer(reading, madeAt), now)
  if (!draft.ok) return refused(draft.problem)
  const closed = closingFor(closings, reading)
  const stopped = earlyRerun(all, draft.value, now) ?? (closed && needsReason(closed))
  return stopped ? refused(stopped.problem) : { reading, draft: draft.value, problem: null }
}

const NOT_ASKED: Problem = {
  kind: 'conflict',
  detail: 'Kỳ này chưa tới giờ, hoặc đã có kết quả.',
}

const newFact = (who: Author, id: string, { slot, facts }: Reading, fact: Fact): NewFactOn => ({
  ...{ fact, byId: who.id, seen: facts.length },
  idempotencyKey: bulkKey(id, slot.id),
  keyPrint: keyPrint(who, 'bulk', [id, slot.id]),
})

/** What was recorded under an id, as it stands. */
export async function findBulk(db: Db, unit: string, id: string, moment: Moment): Promise<BulkFacts | null> {
  const own = await listBulk(db, unit, id)
  if (!own.size) return null
  const records = await listSlots(db, unit, { ids: [...own.keys()] })
  return read(records, moment).map((reading) => {
    const fact = reading.facts.find((one) => one.id === own.get(reading.slot.id)) ?? null
    return { reading, fact, stands: fact !== null && uncorrected(reading.facts).includes(fact) }
  })
}

/** `stands`: nobody has taken it back. */
export type BulkFacts = { reading: Reading; fact: Fact | null; stands: boolean }[]

/**
 * Takes back what still stands of it, by corrections. A second time there is nothing left to take back. Refused as a
 * whole once a period of it is closed: there each correction says why.
 */
export async function undoBulk(
  { db, who, breathe = withoutBreath, ...moment }: BulkAct,
  id: string,
): Promise<Result<number>> {
  let undone = 0
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const bulk = await findBulk(db, who.unit, id, moment)
    if (!bulk) return fail(missing('page'))
    const standing = bulk.flatMap(({ reading, fact, stands }) => (fact && stands ? { reading, fact } : []))
    const news = standing.flatMap(({ reading, fact }) => correction(who, reading, fact, moment.now))
    const closings = await listClosings(db, who.unit)
    const closed = standing.map(({ reading }) => closingFor(closings, reading)).find((one) => one !== null)
    if (closed) return needsReason(closed)
    const added = await appendMany(db, who.unit, news, breathe)
    undone += added.filter(Boolean).length
    if (added.every(Boolean)) return ok(undone)
  }
  return busy()
}

function correction(who: Author, { slot, facts }: Reading, { id }: Fact, now: Instant): NewFactOn[] {
  const draft = draftFact(slot, facts, inputOf('correction', { corrects: id }), now)
  if (!draft.ok) return []
  const fact = toFact(draft.value, who, now)
  return [{ fact, byId: who.id, idempotencyKey: null, seen: facts.length }]
}

/** Some of it may be recorded: sent again with the same id it goes on where it stopped. */
const busy = () =>
  fail({
    kind: 'busy',
    detail: 'Nhiều người đang ghi cùng các kỳ này. Hãy thử lần nữa sau ít giây.',
    retryAfterSeconds: 5,
  })
