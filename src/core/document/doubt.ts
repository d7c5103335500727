/** Why a proposal is not sure: a code that never changes, the field, and a sentence for the officer. */
const DOUBT_CODES = [
  'two-readings',
  'year-outside-plan',
  'missing-lead',
  'conditional',
  'total-mismatch',
  'two-dates',
  'numbering',
  'limit',
  'no-such-day',
  'repaired-text',
  'external-trigger',
] as const
export type DoubtCode = (typeof DOUBT_CODES)[number]
export type DoubtField = 'title' | 'lead' | 'support' | 'when' | 'clause' | 'quote'
export type Doubt = { code: DoubtCode; field: DoubtField; message: string }

export const doubt = (code: DoubtCode, field: DoubtField, message: string): Doubt => ({
  code,
  field,
  message,
})
