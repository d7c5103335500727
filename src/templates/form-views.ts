/** A field of a form as it stands: what is in it, and what is wrong with it. */
import type { Choice } from './people-views.ts'

/** Fields that most people leave alone: open where something stands in them, or is wrong. */
export type FoldView = { open: boolean; fields: FieldView[] }

export type FieldView = {
  name: string
  label: string
  hint: string | null
  error: string | null
  value: string
  /** One of these is filled. */
  input: { type: 'text' | 'date' | 'time'; mode: 'text' | 'numeric' } | null
  area: { rows: number } | null
  select: Choice[] | null
  radios: (Choice & { hint: string | null })[] | null
  ticks: (Choice & { hint: string | null })[] | null
  tick: { checked: boolean } | null
}
