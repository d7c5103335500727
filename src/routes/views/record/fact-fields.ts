/** The fields of a form that records a fact: which ones it has, with what they hold. */
import { MAKING_FIELDS } from '../../../core/form/making-form.ts'
import type { Problem } from '../../../core/problem.ts'
import type { FactFields } from '../../../templates/record-views.ts'
import { type Form, fieldOf } from '../../form.ts'
import { filledMaking } from '../../record/fact-form.ts'
import { foldView } from '../form/field.ts'

/** The names under which browsers send the fields. */
const SENT = {
  otherReason: 'lyDoKhac',
  document: 'vanBan',
  value: 'giaTri',
  day: 'ngay',
  hour: 'gio',
  minutes: 'phut',
  people: 'nguoi',
  place: 'noi',
  link: 'duongDan',
  note: 'ghiChu',
} as const
export type FieldName = keyof typeof SENT

/** What was sent before, with what was wrong with it. */
export type Refused = { form: Form; problem: Problem }

export type GivenFields = {
  /** First values of the fields that the form has. */
  fields: Partial<Record<FieldName, string>>
  file?: boolean
  /** What a measured value is called. */
  unit?: string
  needsDocument?: boolean
  /** It may say what this one is made of, where that differs from its item. */
  making?: boolean
}

export function factFields(
  { fields, file = false, unit = 'Số đo', needsDocument = false, making = false }: GivenFields,
  sent?: Refused,
): FactFields {
  const field = (name: FieldName) => {
    const first = fields[name]
    if (first === undefined) return null
    return fieldOf(SENT[name], sent ? sent.form(SENT[name]) : first, sent?.problem)
  }
  const [document, value] = [field('document'), field('value')]
  return {
    otherReason: field('otherReason'),
    document: document && { ...document, required: needsDocument },
    value: value && { ...value, unit },
    day: field('day'),
    hour: field('hour'),
    minutes: field('minutes'),
    people: field('people'),
    place: field('place'),
    link: field('link'),
    file,
    note: field('note'),
    making: making
      ? foldView(
          MAKING_FIELDS.map(({ field }) => field),
          filledMaking(sent?.form ?? (() => '')),
          sent?.problem ?? null,
        )
      : null,
  }
}
