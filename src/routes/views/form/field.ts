/** A declared field with what stands in it and what is wrong with it, for the template. */
import type { FormField, Option } from '../../../core/form/field.ts'
import type { Filled } from '../../../core/form/filled.ts'
import type { Problem } from '../../../core/problem.ts'
import type { FieldView, FoldView } from '../../../templates/form-views.ts'

const NOTHING = { input: null, area: null, select: null, radios: null, ticks: null, tick: null }

export function fieldView(field: FormField, filled: Filled, problem: Problem | null): FieldView {
  const { name, label, hint = null, control } = field
  const common = { name, label, hint, error: errorOf(name, problem), value: filled.one(name), ...NOTHING }
  const chosen = filled.all(name)
  const choices = (options: readonly Option[]) =>
    options.map(({ value, words, hint = null }) => ({ value, words, hint, chosen: chosen.includes(value) }))
  switch (control.kind) {
    case 'line':
      return { ...common, input: { type: 'text', mode: 'text' } }
    case 'whole':
      return { ...common, input: { type: 'text', mode: 'numeric' } }
    case 'day':
      return { ...common, input: { type: 'date', mode: 'text' } }
    case 'hour':
      return { ...common, input: { type: 'time', mode: 'text' } }
    case 'area':
      return { ...common, area: { rows: control.rows } }
    case 'select':
      return { ...common, select: choices(control.options) }
    case 'radios':
      return { ...common, radios: choices(control.options) }
    case 'ticks':
      return { ...common, ticks: choices(control.options) }
    case 'tick':
      return { ...common, tick: { checked: common.value === '1' } }
  }
}

export function foldView(fields: readonly FormField[], filled: Filled, problem: Problem | null): FoldView {
  const views = fields.map((field) => fieldView(field, filled, problem))
  return { open: views.some(({ value, error }) => value !== '' || error !== null), fields: views }
}

function errorOf(name: string, problem: Problem | null): string | null {
  const errors = problem && 'errors' in problem ? (problem.errors ?? []) : []
  const own = errors.filter(({ path }) => path[0] === name).map(({ message }) => message)
  return own.length ? own.join('; ') : null
}
