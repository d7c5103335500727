/** An obligation under review in the form of an obligation, and back; and the plan that the form belongs to. */
import { type Cadence, type CadenceKind, cadence as cadenceSchema } from '../cadence.ts'
import type { CadenceData } from '../document/when/cadence-of.ts'
import { fillFields } from '../form/data-form.ts'
import type { Entry } from '../form/filled.ts'
import { CLAUSE, COMMON_FIELDS, LAST_FIELDS } from '../form/obligation-fields.ts'
import { blankObligation, fillObligation } from '../form/obligation-form.ts'
import type { Obligation, Plan } from '../plan.ts'
import { inForceOf, type Review, type ReviewedObligation } from './review.ts'

export function parseCadence(data: CadenceData | null): Cadence | null {
  const parsed = data && cadenceSchema.safeParse(data)
  return parsed?.success ? (parsed.data as Cadence) : null
}

/** A plan of this head that has no obligation yet; null without a year. */
export function emptyPlan({ head, planId }: Review, unit: Plan['unit']): Plan | null {
  const { year } = head
  const inForceFrom = inForceOf(head)
  if (year === null || inForceFrom === null) return null
  const { title, number, issued, until, silentDays, assumptions } = head
  return {
    ...{ id: planId, unit, title, number, issued, inForceFrom, year, until, silentDays, assumptions },
    ...{ succeeds: null, madeFrom: null, topics: [], obligations: [] },
  }
}

/** What could be read stands in the form; the time of what could not is blank. */
export function fillReviewed(obligation: ReviewedObligation): Entry[] {
  const cadence = parseCadence(obligation.cadence)
  if (cadence) return fillObligation({ ...obligation, cadence } as Obligation)
  const known = new Set(['loai', 'nhip', 'moi', 'kh-lan', 'sk-cach'])
  return [
    ...blankObligation(kindIn(obligation)).filter(([name]) => known.has(name)),
    ...fillFields([CLAUSE, ...COMMON_FIELDS, ...LAST_FIELDS], {
      ...obligation,
      cadence: { conditional: obligation.when.conditional ?? false },
    }),
  ]
}

const KINDS = ['rate', 'window', 'deadline', 'continuous', 'report', 'event-offset', 'measure'] as const

const kindIn = ({ when }: ReviewedObligation): CadenceKind =>
  KINDS.find((kind) => kind === when.kind) ?? 'rate'

/** What somebody wrote in the form, in the place of what was read. */
export const writtenObligation = (
  was: ReviewedObligation,
  obligation: Obligation,
  by: string,
): ReviewedObligation => {
  const { clause, title, lead, support, channels, quote, cadence, assumptions } = obligation
  return {
    ...was,
    ...{ clause, title, lead, support, channels, quote, assumptions, cadence: cadence as CadenceData },
    ...{ state: 'settled', byHand: true, by, choice: 'Đã sửa trong biểu mẫu.' },
  }
}
