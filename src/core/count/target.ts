/**
 * What an office holds itself to (chỉ tiêu áp dụng). A plan that starts in mid-year may declare a total that no longer
 * fits: the document's total, what still fits, and the total's share by days stand side by side, and the office chooses
 * with a document of its own. Nothing is chosen for it.
 */
import { z } from 'zod'
import type { Cadence } from '../cadence.ts'
import { text } from '../field.ts'
import { feasibleCount } from '../plan/lint.ts'
import type { Plan } from '../plan.ts'
import { rateRange } from '../plan-range.ts'
import { type Airing, declaredTotal, type Slot } from '../slot.ts'
import { tidy } from '../text.ts'
import { type DateRange, daysBetween, type LocalDate } from '../wall-clock.ts'

const TARGET_CHOICES = ['declared', 'feasible', 'pro-rata', 'own'] as const
export type TargetChoice = (typeof TARGET_CHOICES)[number]

/** The three readings of a total, with the arithmetic of the last one. */
export type TargetOptions = {
  declared: number
  /** Slots planned on or after the in-force date. */
  feasible: number
  /** `value = ⌈declared × days / of⌉`; both ends of a span count. */
  proRata: { value: number; days: number; of: number; from: LocalDate; to: LocalDate }
}

/** What an office chose, with the document that says so. */
export type ChosenTarget = {
  obligationId: string
  airing: Airing
  choice: TargetChoice
  value: number
  document: string
  by: string
  recordedAt: number
}

export const targetInput = z.strictObject({
  choice: z.enum(TARGET_CHOICES, 'hãy chọn một cách tính chỉ tiêu'),
  /** Only for `own`. */
  value: z
    .int('phải là số nguyên')
    .min(0, 'không được âm')
    .max(10_000, 'không quá 10000')
    .nullable()
    .default(null),
  document: text()
    .transform(tidy)
    .pipe(
      z
        .string()
        .min(1, 'cần số, ngày của văn bản quyết định chỉ tiêu áp dụng')
        .max(300, 'không quá 300 ký tự'),
    ),
})
export type TargetInput = z.infer<typeof targetInput>

/** Null for an obligation without a declared total: there is nothing to choose from. */
export function targetOptions(
  plan: Plan,
  cadence: Cadence,
  airing: Airing,
  slots: readonly Slot[],
): TargetOptions | null {
  const declared = declaredTotal(cadence, airing)
  if (declared === null) return null
  return { declared, feasible: feasibleCount(slots), proRata: proRata(declared, spanOf(plan, cadence), plan) }
}

const spanOf = (plan: Plan, cadence: Cadence): DateRange =>
  rateRange(plan, 'window' in cadence ? fullWindow(cadence.window) : null)

const fullWindow = (window: { from: LocalDate | null; to: LocalDate } | null): DateRange | null =>
  window?.from ? { from: window.from, to: window.to } : null

const daysIn = (from: LocalDate, to: LocalDate): number => Math.max(0, daysBetween(from, to) + 1)

function proRata(declared: number, { from, to }: DateRange, { inForceFrom }: Plan): TargetOptions['proRata'] {
  const start = inForceFrom > from ? inForceFrom : from
  const [days, of] = [daysIn(start, to), daysIn(from, to)]
  return { value: Math.ceil((declared * days) / of), days, of, from: start, to }
}

/** The total is questionable: not all of it fits from the day on which the plan came into force. */
export const needsChoice = ({ declared, feasible }: TargetOptions): boolean => feasible < declared

/** The number behind a choice. */
export function targetValue({ choice, value }: TargetInput, options: TargetOptions): number | null {
  if (choice === 'own') return value
  return choice === 'pro-rata' ? options.proRata.value : options[choice]
}
