/** What the addresses of the count and its reports say: as of which day, on which year's basis. */
import type { Basis } from '../../core/period.ts'
import { invalid, ok, type Result } from '../../core/problem.ts'
import { isLocalDate, type LocalDate, localDateOf, yearRange } from '../../core/wall-clock.ts'
import type { Ctx } from '../env.ts'

export const BASIS_KEYS: Record<Basis, string> = { 'plan-year': 'ke-hoach', 'report-year': 'bao-cao' }

export function basisOfKey(text: string | undefined, otherwise: Basis): Result<Basis> {
  if (!text) return ok(otherwise)
  const found = (Object.keys(BASIS_KEYS) as Basis[]).find((basis) => BASIS_KEYS[basis] === text)
  return found ? ok(found) : invalid('Cách tính năm (coSo) là ke-hoach hoặc bao-cao.')
}

/** The day that was asked for; without one, `otherwise`. */
export function dayOfKey(text: string | undefined, otherwise: LocalDate): Result<LocalDate> {
  if (!text) return ok(otherwise)
  return isLocalDate(text) ? ok(text) : invalid('Ngày tính đến (den) không phải một ngày có thật.')
}

export type YearQuestion = { year: number; basis: Basis; asOf: LocalDate }

/** Without a day, today; for a year that is over, its last day. `read` gives what an address, or a form, says. */
export function yearQuestion(
  c: Ctx,
  year: number,
  read: (name: string) => string | undefined = (name) => c.req.query(name),
): Result<YearQuestion> {
  const basis = basisOfKey(read('coSo'), 'plan-year')
  if (!basis.ok) return basis
  const today = localDateOf(c.var.now)
  const last = yearRange(year).to
  const asOf = dayOfKey(read('den'), today < last ? today : last)
  return asOf.ok ? ok({ year, basis: basis.value, asOf: asOf.value }) : asOf
}
