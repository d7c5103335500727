/** Photos and recordings that are kept as evidence of a slot, or of an obligation without slots. */
import { createHash } from 'node:crypto'
import { type Fact, type FactInput, type FileEvidence, isOutcome, uncorrected } from '../core/fact.ts'
import { planRange } from '../core/plan-range.ts'
import { fail, invalid, missing, ok, type Problem, type Result } from '../core/problem.ts'
import { type Closing, closedProblem } from '../core/record/closing.ts'
import { type Judged, judgeFiles, quotaProblem, type Sent } from '../core/record/kept-evidence.ts'
import { reachErrors } from '../core/record/reach.ts'
import { draftFact, draftOnObligation, type FactDraft } from '../core/record/recording.ts'
import { plannedDay } from '../core/slot.ts'
import { type LocalDate, localDateOf } from '../core/wall-clock.ts'
import type { Deps } from '../deps.ts'
import { listClosings } from '../store/closings.ts'
import type { Deed } from '../store/deed.ts'
import { listLogged } from '../store/facts.ts'
import { keepStatement, keptOf, roomFor } from '../store/kept-files.ts'
import { findPlan } from '../store/plans.ts'
import { findSlot } from '../store/slots.ts'
import { factUnder, isSameUse, keyPrint, reusedKey } from './key-print.ts'
import { appended, TRIES, toFact } from './record-fact.ts'

export type EvidenceOf = { slotId: string } | { planId: string; obligationId: string }

/** `input` says what all of them have in common; its link goes with the first. */
export type NewEvidence = {
  files: readonly Sent[]
  input: FactInput
  idempotencyKey: string | null
  /** The key is a page's, made before anybody chose a file. */
  isForm?: boolean
}

/** `repeated`: nothing was added, all of it was evidence of this before. */
export type KeptEvidence = { facts: Fact[]; repeated: boolean }

export const NO_FILES: Problem = {
  kind: 'invalid',
  detail: 'Máy chủ này không giữ tệp: hãy ghi đường dẫn tới nơi đơn vị để tệp.',
  errors: [{ path: ['tep'], code: 'no-file-store', message: 'máy chủ này không giữ tệp' }],
}

/** Where files go, and how much of them. */
export type Keeping = Pick<Deps, 'files' | 'fileLimits'>

/**
 * Keeps all of the files with a fact each, or none. The bytes are on the disk before a fact names them; when the program
 * ends in between, they are swept later. The same file again is the same evidence.
 */
export async function keepEvidence(
  keeping: Keeping,
  act: Deed,
  of: EvidenceOf,
  asked: NewEvidence,
): Promise<Result<KeptEvidence>> {
  if (!keeping.files) return fail(NO_FILES)
  const judged = judgeFiles(asked.files, keeping.fileLimits)
  if (!judged.ok) return judged
  const files = judged.value.map(hashed)
  const key = keyOf(act, of, asked, files)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const before = await alreadyKept(act, of, files, key)
    if (!before.ok) return before
    const { about, known, fresh, isRepeated } = before.value
    if (isRepeated || !fresh.length) return ok({ facts: known, repeated: true })
    const facts = factsOf(
      about,
      asked.input,
      fresh,
      await listClosings(act.db, act.who.unit, about.planId),
      act,
    )
    if (!facts.ok) return facts
    const added = await keep(keeping, act, {
      facts: facts.value,
      files: fresh,
      seen: about.facts.length,
      key,
    })
    if (!added.ok) return added
    if (added.value) return ok({ facts: [...known, ...facts.value], repeated: false })
  }
  return fail({ kind: 'conflict', detail: 'Nhiều người đang ghi cùng một kỳ. Hãy thử lần nữa.' })
}

type Hashed = { file: FileEvidence; bytes: Uint8Array<ArrayBuffer> }
type Key = { key: string; print: string } | null

const hashed = ({ name, bytes, kind }: Judged): Hashed => {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { file: { name, size: bytes.byteLength, sha256, kept: kind }, bytes }
}

/** Other files under the key of a form that was opened again are another sending. */
function keyOf(
  act: Deed,
  of: EvidenceOf,
  { input, idempotencyKey, isForm }: NewEvidence,
  files: Hashed[],
): Key {
  if (idempotencyKey === null) return null
  const hashes = files.map(({ file }) => file.sha256)
  const print = keyPrint(act.who, JSON.stringify(of), { ...input, hashes })
  return { key: isForm ? `${idempotencyKey}-${print.slice(0, 16)}` : idempotencyKey, print }
}

type Before = { about: About; known: Fact[]; fresh: Hashed[]; isRepeated: boolean }

/** What of it is there already, because it was sent before. */
async function alreadyKept(act: Deed, of: EvidenceOf, files: Hashed[], key: Key): Promise<Result<Before>> {
  const under = await factUnder(act.db, act.who.unit, key?.key ?? null)
  if (!under.ok) return under
  const used = under.value
  if (used && key && !isSameUse(used, act.who, key.print)) return reusedKey()
  const about = await readAbout(act, of)
  if (!about) return fail(missing('slotId' in of ? 'slot' : 'obligation'))
  const hashes = files.map(({ file }) => file.sha256)
  const known = uncorrected(about.facts).filter(({ file }) => file?.kept && hashes.includes(file.sha256))
  const names = new Set(known.map(({ file }) => file?.sha256))
  const fresh = files.filter(({ file }, i) => !names.has(file.sha256) && hashes.indexOf(file.sha256) === i)
  return ok({ about, known: used && !known.length ? [used.fact] : known, fresh, isRepeated: used !== null })
}

/** What the evidence is about: its facts, and how one more is judged. */
type About = {
  planId: string
  facts: readonly Fact[]
  draft: (input: FactInput) => Result<FactDraft>
  /** The days on which it counts. */
  days: (draft: FactDraft) => LocalDate[]
}

async function readAbout({ db, who, now }: Deed, of: EvidenceOf): Promise<About | null> {
  if ('slotId' in of) {
    const record = await findSlot(db, who.unit, of.slotId)
    if (!record) return null
    const { slot, facts } = record
    const days = () => [plannedDay(slot)]
    return { planId: slot.planId, facts, days, draft: (input) => draftFact(slot, facts, input, now) }
  }
  const plan = await findPlan(db, who.unit, of.planId)
  const obligation = plan?.obligations.find(({ id }) => id === of.obligationId)
  if (!plan || !obligation) return null
  const facts = await listLogged(db, who.unit, of)
  const draft = (input: FactInput) => {
    const far = reachErrors(input, planRange(plan))
    return far.length
      ? invalid('Ghi nhận chưa đúng.', far)
      : draftOnObligation(plan.id, obligation, facts, input, now)
  }
  return { planId: plan.id, facts, draft, days: ({ at }) => [localDateOf(at)] }
}

/** One for each file. Without a stated time it is of the moment that it proves. */
function factsOf(
  about: About,
  input: FactInput,
  files: readonly Hashed[],
  closings: readonly Closing[],
  { who, now }: Deed,
): Result<Fact[]> {
  const proven = uncorrected(about.facts).findLast(isOutcome)?.at ?? null
  const facts: Fact[] = []
  for (const { file } of files) {
    const link = facts.length ? null : input.link
    const draft = about.draft({ ...input, link, at: input.at ?? proven, file })
    if (!draft.ok) return draft
    const closed = closedProblem(closings, about.days(draft.value), draft.value)
    if (closed) return closed
    facts.push(toFact(draft.value, who, now))
  }
  return ok(facts)
}

type Fresh = { facts: readonly Fact[]; files: readonly Hashed[]; seen: number; key: Key }

/** False when somebody recorded meanwhile, or took the room that was left. */
async function keep(
  { files: store, fileLimits }: Keeping,
  { db, who: { unit, id: byId } }: Deed,
  { facts, files, seen, key }: Fresh,
): Promise<Result<boolean>> {
  const kept = await keptOf(
    db,
    unit,
    files.map(({ file }) => file.sha256),
  )
  const more = files
    .filter(({ file }) => !kept.known.has(file.sha256))
    .reduce((sum, { file }) => sum + file.size, 0)
  const full = quotaProblem(kept.bytes, more, fileLimits)
  if (full) return full
  // What is there already is put again: somebody may be about to sweep it.
  for (const { file, bytes } of files) await store?.put(unit, file.sha256, bytes)
  const news = facts.map((fact, i) => ({
    ...{ fact, byId, idempotencyKey: (i === 0 && key?.key) || null },
    keyPrint: i === 0 && key ? key.print : null,
  }))
  const added = await appended(db, unit, news, seen, {
    only: roomFor(unit, more, fileLimits.quota),
    also: (when) => facts.map((fact) => keepStatement(unit, fact, when)),
  })
  return ok(added)
}
