/** The fields of a form that records a fact: which ones it has, with what they hold. */
import type { Option } from '../../../core/form/field.ts'
import { filledOf } from '../../../core/form/filled.ts'
import { MAKING_FIELDS, VERSION_FIELDS } from '../../../core/form/making-form.ts'
import type { FileLimits } from '../../../core/kept-file.ts'
import { LANGUAGE_KINDS } from '../../../core/making.ts'
import type { Problem } from '../../../core/problem.ts'
import { languages } from '../../../languages.ts'
import type { FactFields } from '../../../templates/record-views.ts'
import { type Form, fieldOf } from '../../form.ts'
import { filledMaking } from '../../record/fact-form.ts'
import { fieldView, foldView } from '../form/field.ts'
import { uploadField } from './evidence.ts'

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
  /** Files that are kept here. */
  upload?: FileLimits | null
  /** What a measured value is called. */
  unit?: string
  needsDocument?: boolean
  /** It may say what this one is made of, where that differs from its item. */
  making?: boolean
  /** It is of a version in another language: of this programme, or of the one that is chosen of these. */
  version?: { language: string; programme: string | readonly Option[] }
}

export function factFields(
  {
    fields,
    file = false,
    upload = null,
    unit = 'Số đo',
    needsDocument = false,
    making = false,
    version,
  }: GivenFields,
  sent?: Refused,
): FactFields {
  const field = (name: FieldName) => {
    const first = fields[name]
    if (first === undefined) return null
    // A form that asked for no day may come back as one that does.
    const said = sent?.form(SENT[name]) || (sent && name !== 'day' ? '' : first)
    return fieldOf(SENT[name], said, sent?.problem)
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
    upload: upload && uploadField(upload),
    note: field('note'),
    version: version ? versionView(version, sent) : null,
    making:
      making || version
        ? foldView(
            (version ? VERSION_FIELDS.more : MAKING_FIELDS).map(({ field }) => field),
            filledMaking(sent?.form ?? (() => '')),
            sent?.problem ?? null,
          )
        : null,
  }
}

/** Languages of Vietnam's ethnic groups first: mostly it is one of these. */
const LANGUAGES: readonly Option[] = [
  { value: '', words: 'Chọn thứ tiếng' },
  ...LANGUAGE_KINDS.toSorted((a, b) => Number(b === 'minority') - Number(a === 'minority')).flatMap((kind) =>
    languages.filter((one) => one.kind === kind).map(({ name }) => ({ value: name, words: name })),
  ),
]

function versionView(
  { language, programme }: NonNullable<GivenFields['version']>,
  sent?: Refused,
): FactFields['version'] {
  const asked = VERSION_FIELDS.programme(typeof programme === 'string' ? [] : programme)
  const spoken = VERSION_FIELDS.language(LANGUAGES)
  const filled = sent ? filledMaking(sent.form) : filledOf([[spoken.name, language]])
  const known = typeof programme === 'string' ? [[asked.name, programme] as const] : []
  return {
    hidden: [...VERSION_FIELDS.said, ...known].map(([name, value]) => ({ name, value })),
    fields: [...(known.length ? [] : [asked]), spoken].map((field) =>
      fieldView(field, filled, sent?.problem ?? null),
    ),
  }
}
