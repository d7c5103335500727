/** Views of recording: the forms behind a slot's buttons. */

import type { LocalDate, WallTime } from '../core/wall-clock.ts'
import type { Field } from './account-views.ts'
import type { UploadField } from './evidence-views.ts'
import type { FieldView, FoldView } from './form-views.ts'
import type { SlotCard } from './slot-views.ts'
import type { Frame } from './view-parts.ts'

export type Choice = { value: string; words: string; chosen: boolean }

/** The fields that a form has; those that it lacks are null. */
export type FactFields = {
  otherReason: Field | null
  document: (Field & { required: boolean }) | null
  value: (Field & { unit: string }) | null
  day: Field | null
  hour: Field | null
  minutes: Field | null
  people: Field | null
  place: Field | null
  link: Field | null
  /** Asks for files that are kept here. */
  upload: UploadField | null
  /** Asks for a file, of which only name, size and hash are sent. */
  file: boolean
  note: Field | null
  /** A version in another language: of which programme, in which language. */
  version: { hidden: { name: string; value: string }[]; fields: FieldView[] } | null
  /** In a fold: what this one is made of, where that differs from its item. */
  making: FoldView | null
}

export type RecordView = FactFields & {
  frame: Frame
  card: SlotCard
  when: string
  heading: string
  /** What it means, in a sentence. */
  explain: string
  summary: string | null
  action: string
  /** Which form it is, so that it can be shown again. */
  form: string
  kind: string
  /** Said by the form itself: nobody is asked. */
  reason: string | null
  key: string
  back: string
  /** Where the form leads once it was recorded. */
  after: string
  submit: string
  reasons: Choice[] | null
  /** Days offered for a make-up, each one tap. */
  offers: { words: string; date: LocalDate; time: WallTime | null; key: string }[]
  /** Reruns that would go along with a moved original. */
  reruns: { words: string; leavesMonth: boolean }[]
  /** The button that looks at the new day before anything is recorded; null where none is asked for. */
  asks: string | null
  /** What it found. */
  found: { words: string; tone: 'ask' | 'done' | 'miss' }[]
}

/** The form of what is added outside any plan. */
export type ExtraView = {
  frame: Frame
  summary: string | null
  key: string
  fields: FieldView[]
  /** What it would meet; then it is added by a second button. */
  meets: string[]
}
