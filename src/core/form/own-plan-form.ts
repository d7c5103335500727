/** The form by which a sample becomes one's own: what the plan says of itself, its offices, and each text that names the other. */
import { bareName, type Foreign, foreignTexts, type Own, withOwnName } from '../plan/own-plan.ts'
import { planForYear } from '../plan/plan-year.ts'
import type { Plan } from '../plan.ts'
import { type FieldError, invalid, ok, type Result } from '../problem.ts'
import { foldTone } from '../text.ts'
import { type LocalDate, later, yearOf, yearRange } from '../wall-clock.ts'
import { type DataField, WHAT } from './data-form.ts'
import type { FormField } from './field.ts'
import { type Entry, type Filled, wrong } from './filled.ts'
import { fillOffices, readOffices } from './office-form.ts'
import { fillPlan, readPlanHead } from './plan-form.ts'

/** `more`: fields that depend on the office's other plans. */
export type OwnForm = { other: Plan; unit: Plan['unit']; more?: readonly DataField[] }

const textName = (at: number): string => `chu-${at + 1}`
const keepName = (at: number): string => `giu-${at + 1}`

export const foreignOf = ({ other }: OwnForm): Foreign[] => foreignTexts(other, other.unit.name)

/** What is proposed: this year, in force from today when it has begun, one's own name in the place of the other's. */
export function fillOwn(form: OwnForm, today: LocalDate): Entry[] {
  const { other, unit } = form
  const year = yearOf(today)
  const named = (text: string): string => withOwnName(text, other.unit.name, unit.name)
  const plan = {
    ...planForYear(other, year),
    ...{ number: null, issued: null, inForceFrom: later(today, yearRange(year).from), assumptions: [] },
  }
  return [
    ...fillPlan({ ...plan, title: named(plan.title) }),
    ...fillOffices(other),
    ...foreignOf(form).map(({ text }, at): Entry => [textName(at), named(text)]),
  ]
}

export const textFields = (at: number, { removable }: Foreign): { text: FormField; keep: FormField } => ({
  text: {
    ...{ name: textName(at), label: 'Ghi lại là', control: { kind: 'area', rows: 3 } },
    ...(removable && { hint: 'Xoá trắng để bỏ câu này.' }),
  },
  keep: { name: keepName(at), label: 'Giữ nguyên như văn bản kia', control: { kind: 'tick' } },
})

/** What was decided, or what is still to be. */
export function readOwn(filled: Filled, form: OwnForm, id: string): Result<Own> {
  const head = readPlanHead(filled, form.more)
  const errors: FieldError[] = [
    ...(head.ok || head.problem.kind !== 'invalid' ? [] : head.problem.errors),
    ...titleError(filled, form),
    ...foreignOf(form).flatMap((one, at) => textError(filled, form, one, at)),
  ]
  if (!head.ok || errors.length) return invalid(WHAT, errors)
  const { title, number, issued, inForceFrom, year, succeeds } = head.value
  return ok({
    ...{ id, title, unit: form.unit, number, issued, inForceFrom, year, succeeds },
    offices: readOffices(filled, form.other),
    texts: new Map(foreignOf(form).map((one, at) => [one.place, decided(filled, one, at)])),
  })
}

const decided = (filled: Filled, { text, removable }: Foreign, at: number): string | null => {
  if (filled.one(keepName(at)) === '1') return text
  const typed = filled.one(textName(at)).replaceAll('\r\n', '\n')
  return typed === '' && removable ? null : typed
}

function textError(filled: Filled, form: OwnForm, one: Foreign, at: number): FieldError[] {
  const typed = decided(filled, one, at)
  if (typed === null || filled.one(keepName(at)) === '1') return []
  if (typed === '') return [wrong(textName(at), 'không được để trống')]
  return namesOther(typed, form) ? [wrong(textName(at), stillNames(form))] : []
}

const titleError = (filled: Filled, form: OwnForm): FieldError[] =>
  namesOther(filled.one('p-ten'), form)
    ? [wrong('p-ten', `vẫn mang tên ${bareName(form.other.unit.name)}: ghi tên kế hoạch của đơn vị`)]
    : []

/** An office that is called as the other is does not name it. */
function namesOther(text: string, { other, unit }: OwnForm): boolean {
  const name = foldTone(bareName(other.unit.name))
  return name !== foldTone(bareName(unit.name)) && foldTone(text).includes(name)
}

const stillNames = ({ other }: OwnForm): string =>
  `vẫn nhắc đến ${bareName(other.unit.name)}: sửa lại, hoặc đánh dấu giữ nguyên`
