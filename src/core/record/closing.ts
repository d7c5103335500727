/** Closed periods (chốt số liệu): their report is frozen; what is recorded later must be a correction with a reason. */
import { type Fact, isSilent } from '../fact.ts'
import type { Basis } from '../period.ts'
import { fail, type Result } from '../problem.ts'
import type { Reading, Recorded } from '../reading.ts'
import { plannedDay } from '../slot.ts'
import { contains, type Instant, type LocalDate, localDateOf } from '../wall-clock.ts'
import { periodName } from '../words/period-words.ts'
import { documentDay } from '../words/words.ts'

/** Instead of a plan's id, where the period was closed for the office as a whole: no plan is called so. */
export const OFFICE = ''

/** As a period is kept: the office's names its year (`2025-Q3`), as months do; a plan's needs none. */
export const closedKey = (planId: string | null, { key }: { key: string }, year: number): string =>
  planId === null && /^[QHMY]/.test(key) ? `${year}-${key}` : key

/** The same without the year, as addresses have it. */
export const openKey = ({ period }: Pick<Closing, 'period'>): string =>
  period.replace(/^\d{4}-(?=[QHMY])/, '')

/** A closed period without its report. */
export type Closing = {
  /** A plan's id, or `OFFICE`. */
  planId: string
  basis: Basis
  /** `Q3`, `Y`, `2025-08`…; the office's `2025-Q3`. */
  period: string
  /** Of the period. */
  year: number
  from: LocalDate
  to: LocalDate
  asOf: LocalDate
  sha256: string
  by: string
  closedAt: Instant
}

/** The closed period in which a slot is kept as it was; null for none. */
export const closingFor = (closings: readonly Closing[], { slot }: Recorded): Closing | null =>
  closingOf(closings, slot.planId, [plannedDay(slot)])

/** It is over, nobody said how it went, and no report that was closed says so either: what somebody is still asked for. */
export const isWaiting = (closings: readonly Closing[], one: Reading<Recorded>): boolean =>
  one.at.standing === 'unconfirmed' && closingFor(closings, one) === null

type Stated = Pick<Fact, 'kind' | 'reason' | 'note'>

/**
 * It says why it changes what was closed. The reason of "không phát" is why nothing was aired, so that one needs a
 * note besides, an incident's too.
 */
export function explainsChange({ kind, reason, note }: Stated): boolean {
  if (isSilent({ kind })) return note !== null
  return reason !== null || note !== null
}

/** The closed period that holds one of some days. */
const closingOf = (
  closings: readonly Closing[],
  planId: string,
  days: readonly LocalDate[],
): Closing | null =>
  closings.find((one) => [planId, OFFICE].includes(one.planId) && days.some((day) => contains(one, day))) ??
  null

/** What was closed changes only with a reason. */
export const needsReason = (closed: Closing): Extract<Result<never>, { ok: false }> =>
  fail({
    kind: 'conflict',
    detail: `${closedWords(closed)} Chỉ còn ghi được như một lần sửa có nêu lý do.`,
    errors: [{ path: ['note'], code: 'closed-period', message: 'hãy ghi vì sao phải sửa kỳ đã chốt' }],
  })

/** An edition that changes what was closed names the document that amends the plan, or holds from a later day. */
export function closedToEdition(
  closings: readonly Closing[],
  planId: string,
  days: readonly LocalDate[],
): Extract<Result<never>, { ok: false }> | null {
  const closed = closingOf(closings, planId, days)
  if (!closed) return null
  const count = days.filter((day) => contains(closed, day)).length
  const remedy = `hãy ghi số và ngày của văn bản sửa đổi, hoặc áp dụng từ sau ngày ${documentDay(closed.to)}`
  return fail({
    kind: 'conflict',
    detail: `${closedWords(closed)} Bản này đổi ${count} kỳ trong số liệu đã chốt: ${remedy}.`,
    errors: [{ path: ['amends'], code: 'closed-period', message: remedy }],
  })
}

/** `days` are those that the fact would change. */
export function closedProblem(
  closings: readonly Closing[],
  days: readonly LocalDate[],
  fact: Stated,
): Extract<Result<never>, { ok: false }> | null {
  const closed = closings.find((closing) => days.some((day) => contains(closing, day)))
  return !closed || explainsChange(fact) ? null : needsReason(closed)
}

/** `Kỳ quý III năm 2025 đã chốt ngày 20/9/2025 (Y Lan).` */
export const closedWords = (closing: Closing): string =>
  `Kỳ ${closingName(closing)} đã chốt ngày ${documentDay(localDateOf(closing.closedAt))} (${closing.by}).`

const closingName = ({ period, year, from, to }: Closing): string =>
  periodName({ key: period, from, to }, year)
