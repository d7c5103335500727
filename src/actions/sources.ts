/** A plan that came as a document: kept with its reading, looked through by people, and made a draft. */
import type { PlanDocument } from '../core/document/plan-document.ts'
import { readSource } from '../core/document/read-source.ts'
import type { SourceText } from '../core/document/source.ts'
import type { WholeEdition } from '../core/plan/edition.ts'
import { freePlanId } from '../core/plan/own-plan.ts'
import type { Plan } from '../core/plan.ts'
import { fail, missing, ok, type Problem, type Result } from '../core/problem.ts'
import { obligationOf, openReview, type Review, readAgain } from '../core/review/review.ts'
import { planOfReview } from '../core/review/to-plan.ts'
import { planIdOf } from '../core/slug.ts'
import { localDateOf, wallTimeOf } from '../core/wall-clock.ts'
import { shortDay } from '../core/words/words.ts'
import { findEdition } from '../store/editions.ts'
import { listPlans } from '../store/plans.ts'
import {
  addSource,
  findReview,
  findSource,
  type KeptReview,
  type KeptSource,
  saveReview,
} from '../store/sources.ts'
import { findUnit } from '../store/units.ts'
import type { Act } from './act.ts'
import { saveDraft } from './drafting.ts'
import { draftEdition } from './editions.ts'
import { withHours } from './source-hours.ts'

export type OpenSource = { file: KeptSource; read: SourceText; kept: KeptReview }

/** Keeps what was read. `again`: the unit has the very same file, with what was decided about it. */
export async function keepDocument(
  act: Act,
  { name, bytes, document }: { name: string; bytes: Uint8Array; document: PlanDocument },
): Promise<{ sha256: string; again: boolean }> {
  const { sha256, source: read, proposal } = document
  const file = { name: name || 'van-ban.txt', size: bytes.byteLength, sha256 }
  const added = await addSource(act.db, act.who, { file, bytes, read, review: openReview(proposal) }, act.now)
  return { sha256, again: !added }
}

export async function openSource(act: Act, sha256: string): Promise<Result<OpenSource>> {
  const [source, kept] = await Promise.all([
    findSource(act.db, act.who.unit, sha256),
    findReview(act.db, act.who.unit, sha256),
  ])
  return source && kept ? ok({ ...source, kept }) : fail(missing('source'))
}

/**
 * One decision: `about` is the obligation that it is about, null for the whole. Who looked at an older version is told when
 * somebody decided about the same thing meanwhile; about something else, both decisions stand.
 */
export async function decideReview(
  act: Act,
  { sha256, base, about }: { sha256: string; base: number; about: string | null },
  change: (review: Review) => Review | null,
): Promise<Result<Review>> {
  const kept = await findReview(act.db, act.who.unit, sha256)
  if (!kept) return fail(missing('source'))
  const seen = kept.version === base ? kept : await findReview(act.db, act.who.unit, sha256, base)
  if (kept.version !== base && !sameFor(about, seen?.review, kept.review)) return fail(overtaken(kept))
  const review = change(kept.review)
  if (!review) return fail(missing('obligation'))
  const saved = await saveReview(act.db, act.who, { sha256, base: kept.version, review }, act.now)
  return saved ? ok(review) : fail(overtaken((await findReview(act.db, act.who.unit, sha256)) ?? kept))
}

function sameFor(about: string | null, seen: Review | undefined, now: Review): boolean {
  if (!seen) return false
  const part = (review: Review) =>
    about === null ? [review.head, review.topics] : [obligationOf(review, about), review.head.year]
  return JSON.stringify(part(seen)) === JSON.stringify(part(now))
}

const overtaken = ({ by, at }: KeptReview): Problem => ({
  kind: 'conflict',
  detail: `${by} vừa ghi vào chỗ này lúc ${wallTimeOf(at)} ngày ${shortDay(localDateOf(at))}. Điều anh/chị vừa chọn chưa được ghi: xem lại rồi chọn lần nữa.`,
})

/** What the office says of the plan itself; for another year, or one that was only guessed, its document is read again. */
export function withHead(review: Review, head: Review['head'], read: SourceText): Review {
  const changed = { ...review, head }
  if (head.year === review.head.year && !review.head.yearGuessed) return changed
  const proposal = readSource(read, head.year)
  return 'code' in proposal ? changed : readAgain(changed, proposal)
}

/** The review as a draft edition: its plan new to the unit, or the one that it was made a draft of before. */
export async function draftOfReview(act: Act, sha256: string, base: number): Promise<Result<WholeEdition>> {
  const opened = await openSource(act, sha256)
  if (!opened.ok) return opened
  const { file, kept } = opened.value
  if (kept.version !== base) return fail(overtaken(kept))
  const plan = await planOfSource(act, kept.review)
  if (!plan.ok) return plan
  const before = kept.review.draft
  const open = before && (await findEdition(act.db, act.who.unit, before.planId, before.number))
  const draft =
    open && (open.state === 'draft' || open.state === 'sent')
      ? await saveDraft(act, open, plan.value)
      : await draftEdition(act, plan.value, { origin: 'document', originOf: file.name })
  if (!draft.ok) return draft
  const { planId, number } = draft.value
  const review = { ...kept.review, draft: { planId, number } }
  await saveReview(act.db, act.who, { sha256, base: kept.version, review }, act.now)
  return draft
}

/** `id`: of a plan that the unit has, which the document changes. */
export async function planOfSource(
  act: Act,
  review: Review,
  id: string | null = null,
): Promise<Result<Plan>> {
  const [unit, plans] = await Promise.all([findUnit(act.db, act.who.unit), listPlans(act.db, act.who.unit)])
  const wanted = planIdOf(review.head.title, String(review.head.year ?? ''))
  const free = freePlanId(
    wanted,
    plans.map((plan) => plan.id),
  )
  const own = { code: act.who.unit, name: unit?.name ?? act.who.unit }
  const plan = planOfReview(review, id ?? review.draft?.planId ?? free, own)
  return plan.ok ? ok(await withHours(act, plan.value, review)) : plan
}
