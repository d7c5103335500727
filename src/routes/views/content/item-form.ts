/** The form of an item: what it sends, and how it is shown again. */
import type { ZodError } from 'zod'
import { type ItemText, itemMade, itemText, VARIANTS, type Variant } from '../../../core/content/item.ts'
import { type Entry, filledOf } from '../../../core/form/filled.ts'
import {
  ITEM_MAKING_FIELDS,
  makingData,
  makingEntries,
  makingFieldName,
} from '../../../core/form/making-form.ts'
import { makingErrors } from '../../../core/making.ts'
import { invalid, ok, type Problem, type Result } from '../../../core/problem.ts'
import { capital } from '../../../core/text.ts'
import type { Topic, TopicBrief } from '../../../core/topic.ts'
import { languages } from '../../../languages.ts'
import type { Area, ItemFormView, TopicChoices } from '../../../templates/item-views.ts'
import { type Form, fieldOf, type Sent } from '../../form.ts'
import { foldView } from '../form/field.ts'
import { VARIANT_NAMES } from './item-version.ts'

/** As the form calls them. */
const FIELD_OF: Record<Exclude<keyof ItemText, 'making'>, string> = {
  title: 'tieuDe',
  topics: 'chuDe',
  body: 'noiDung',
  language: 'ngonNgu',
  author: 'nguoiViet',
  source: 'nguon',
  loudspeaker: 'banLoa',
  portal: 'banTrang',
  social: 'banMang',
}

const HINTS: Record<Variant, string> = {
  loudspeaker: 'Để trống thì đọc nội dung chính.',
  portal: 'Để trống thì đăng nội dung chính.',
  social: 'Để trống thì đăng nội dung chính.',
}

export function itemOfForm({ form, all }: Pick<Sent, 'form' | 'all'>): Result<ItemText> {
  const parsed = itemText.safeParse({
    title: form('tieuDe'),
    topics: [...new Set(all('chuDe'))],
    body: form('noiDung'),
    language: form('ngonNgu') || 'Tiếng Việt',
    author: form('nguoiViet').trim() || null,
    source: form('nguon').trim() || null,
    loudspeaker: form('banLoa'),
    portal: form('banTrang'),
    social: form('banMang'),
    making: makingData(ITEM_MAKING_FIELDS, filledMaking(form)),
  })
  return parsed.success ? wellMade(parsed.data) : refused(parsed.error)
}

const filledMaking = (form: Form) =>
  filledOf(ITEM_MAKING_FIELDS.map(({ field }): Entry => [field.name, form(field.name)]))

function wellMade(text: ItemText): Result<ItemText> {
  const errors = makingErrors(itemMade(text), languages)
  if (!errors.length) return ok(text)
  const at = (field: string) => (Object.hasOwn(FIELD_OF, field) ? field : 'making')
  return invalid(
    'Chưa lưu được: hãy xem lại các ô được đánh dấu.',
    errors.map(({ field, code, message }) => ({ path: [fieldName([at(field), field])], code, message })),
  )
}

const fieldName = ([first = '', second = '']: readonly PropertyKey[]): string =>
  (first === 'making' ? makingFieldName(String(second)) : FIELD_OF[String(first) as keyof typeof FIELD_OF]) ??
  ''

const refused = (error: ZodError) =>
  invalid(
    'Chưa lưu được: hãy xem lại các ô được đánh dấu.',
    error.issues.map(({ path, message, code }) => ({
      path: [fieldName(path)],
      code,
      message,
    })),
  )

/** What a form shows at first. */
export const formOfText = (text: ItemText): Form => {
  const values: Record<string, string> = Object.fromEntries([
    ...Object.entries(FIELD_OF).map(([key, name]) => {
      const value = text[key as keyof typeof FIELD_OF]
      return [name, Array.isArray(value) ? '' : (value ?? '')]
    }),
    ...makingEntries(text.making),
  ])
  return (name) => values[name] ?? ''
}

const area = (name: string, form: Form, problem: Problem | undefined, rows: number): Area => ({
  ...fieldOf(name, form(name), problem),
  rows,
})

/** `gone`: chosen before, and in no plan any more. */
export type ToChoose = { topics: readonly Topic[]; gone: readonly TopicBrief[] }

export type FormQuestion = Pick<
  ItemFormView,
  'frame' | 'heading' | 'other' | 'action' | 'draft' | 'fields' | 'slot' | 'skeletons' | 'submit' | 'back'
> & { form: Form; chosen: readonly string[]; problem?: Problem | undefined } & ToChoose

export function itemFormView({ form, chosen, topics, gone, problem, ...around }: FormQuestion): ItemFormView {
  const field = (name: string) => fieldOf(name, form(name), problem)
  return {
    ...around,
    summary: problem?.detail ?? null,
    title: field('tieuDe'),
    body: area('noiDung', form, problem, 22),
    topics: topicChoices({ topics, gone }, chosen),
    language: { ...field('ngonNgu'), value: form('ngonNgu') || 'Tiếng Việt' },
    author: field('nguoiViet'),
    source: field('nguon'),
    making: foldView(
      ITEM_MAKING_FIELDS.map(({ field }) => field),
      filledMaking(form),
      problem ?? null,
    ),
    variants: VARIANTS.map((variant) => ({
      name: FIELD_OF[variant],
      label: VARIANT_NAMES[variant],
      hint: HINTS[variant],
      field: area(FIELD_OF[variant], form, problem, 8),
    })),
  }
}

/** A plan may name its topics without grouping them. */
export const UNGROUPED = 'Chủ đề của kế hoạch'

const GONE = 'không còn trong kế hoạch'

export function topicChoices({ topics, gone }: ToChoose, chosen: readonly string[]): TopicChoices {
  const groups = Map.groupBy(topics, ({ group }) => group ?? UNGROUPED)
  if (gone.length) groups.set(capital(GONE), [])
  return [...groups].map(([name, list]) => {
    const listed = list.length ? list : gone.map((topic) => ({ ...topic, clause: GONE }))
    const choices = listed.map(({ id, name: words, clause }) => ({
      ...{ value: id, words, clause, chosen: chosen.includes(id) },
    }))
    return { name, left: choices.some((one) => !one.chosen), topics: choices }
  })
}
