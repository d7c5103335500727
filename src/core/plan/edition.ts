/**
 * A plan as it stood (bản): whole, numbered, append-only. What wants to change a plan makes a draft; somebody adopts it,
 * by name, from a day on. What an edition becomes is told by rows beside it, never by changing it.
 */
import type { Plan } from '../plan.ts'
import { planRange } from '../plan-range.ts'
import { fail, invalid, ok, type Problem, type Result } from '../problem.ts'
import { earlier, type Instant, type LocalDate, later } from '../wall-clock.ts'
import { documentDay } from '../words/words.ts'

/** Where an edition came from. `next-year`: the plan runs on; `handed`: by the office above; `restored`: an earlier one again. */
export const ORIGINS = ['document', 'form', 'file', 'sample', 'next-year', 'handed', 'restored'] as const
export type Origin = (typeof ORIGINS)[number]

export const EDITION_STATES = ['draft', 'sent', 'adopted', 'discarded'] as const
export type EditionState = (typeof EDITION_STATES)[number]

/** The document that changed the plan: "42/KH-UBND" of a day. */
export type Amendment = { number: string; day: LocalDate }

/** What is decided when an edition is adopted. Without `from`, see `firstDayOf`. */
export type AdoptionTerms = { from: LocalDate | null; amends: Amendment | null }

export type Edition = {
  planId: string
  /** 1, 2, 3… within the plan, drafts and discarded ones included. */
  number: number
  origin: Origin
  /** What it came from: a file's name, an edition's number, a sample's or another plan's id, an office. */
  originOf: string | null
  /** Who drafted it. */
  by: string
  at: Instant
  /** The edition that was adopted when it was drafted; null for a new plan. */
  base: number | null
  /** SHA-256 of the plan as data, in hexadecimal. */
  hash: string
  state: EditionState
  /** The first day that it says what is asked for; null until it is adopted. */
  from: LocalDate | null
  amends: Amendment | null
  /** Who decided last about it, when, and why it was refused. */
  decided: { by: string; at: Instant; reason: string | null } | null
}

export type WholeEdition = Edition & { plan: Plan }

/** A plan as it holds now. */
export type AdoptedPlan = Plan & {
  /** The edition that holds. */
  edition: number
  /** Where the plan first came from: `next-year` is one that nobody issued, running on. */
  origin: Origin
  /** From this day on it is asked for no more, and why. */
  ends: PlanEnd | null
}

/** `document`: the one that stopped it; `successor`: the plan that took its place. */
export type PlanEnd = { from: LocalDate; document: string | null; successor: string | null }

/** Made by the program while nobody issued a plan for its year (nối tiếp). */
export const runsOn = ({ origin }: Pick<AdoptedPlan, 'origin'>): boolean => origin === 'next-year'

/** Its title, and that nobody issued it for this year where it runs on. */
export const planName = (plan: Pick<AdoptedPlan, 'title' | 'origin'>): string =>
  runsOn(plan) ? `${plan.title} (nối tiếp)` : plan.title

type FirstDay = {
  plan: Plan
  /** The day from which the edition before holds; null when there is none. */
  before: LocalDate | null
  /** The first slot that the plan has, or had. */
  firstSlot: LocalDate | null
  /** Somebody recorded something of the plan. */
  recorded: boolean
  /** An earlier edition again: it holds from the day from which the one it puts aside did. */
  restores: boolean
  today: LocalDate
}

/** From which day on an edition holds, when nobody says: the whole plan while nothing was recorded, otherwise today. */
export function firstDayOf({ plan, before, firstSlot, recorded, restores, today }: FirstDay): LocalDate {
  const first = planRange(plan).from
  if (before === null) return first
  if (!recorded) return firstSlot === null ? first : earlier(first, firstSlot)
  return restores ? before : later(before, later(first, today))
}

/** From which day on a plan asks at all, however early an edition of it holds. */
export const asksFrom = (plan: Plan, from: LocalDate): LocalDate => later(from, plan.inForceFrom)

/**
 * The day that is offered to an office for a plan that is new there: of one that was handed when it was in force already, from
 * today on, since nobody had it before. Null offers all of it.
 */
export function offeredFrom({ origin, plan }: WholeEdition, today: LocalDate): LocalDate | null {
  const { from, to } = planRange(plan)
  return origin === 'handed' && asksFrom(plan, from) < today && today <= to ? today : null
}

/** `from` as somebody said it: within the plan's days, and not before the edition that holds now. */
export function checkFrom(plan: Plan, before: LocalDate | null, from: LocalDate): Result<LocalDate> {
  const { from: first, to } = planRange(plan)
  if (from < first || from > to)
    return refused(
      `áp dụng từ một ngày trong thời gian của kế hoạch (${documentDay(first)} – ${documentDay(to)})`,
    )
  if (before !== null && from < before)
    return refused(`bản đang áp dụng bắt đầu từ ${documentDay(before)}, không lùi về trước ngày đó được`)
  return ok(from)
}

const refused = (message: string) =>
  invalid(`Ngày áp dụng chưa đúng: ${message}.`, [{ path: ['from'], code: 'bad-from', message }])

const DONE_WITH = { adopted: 'đã được áp dụng', discarded: 'đã bị bỏ' } as const

/** Why nothing more can be decided about an edition; null for a draft, sent or not. */
export function decidedProblem({ number, state, decided }: Edition): Problem | null {
  if (state === 'draft' || state === 'sent') return null
  const who = decided ? ` (${decided.by})` : ''
  return fail({ kind: 'conflict', detail: `Bản ${number} ${DONE_WITH[state]} trước đó${who}.` }).problem
}
