/** Views of what an edition of a plan changes, and of a plan's editions. */
import type { SlotName } from '../core/words/slot-name.ts'
import type { Field } from './account-views.ts'
import type { Frame, Say, Tag } from './view-parts.ts'

/** A slot by its day; named in full. No link: before it holds it has no page, and after it was dropped no more. */
export type SlotChip = SlotName & { text: string }

/** A slot, and what became of it. */
export type ChangedSlot = SlotName & { change: string }

export type ChangedObligationView = {
  kind: 'added' | 'changed' | 'removed'
  /** Empty where everything is new. */
  kindWords: string
  clause: string
  title: string
  /** `thêm 14 khung, bỏ 3`; empty when its slots stay as they are. What it asks, where everything is new. */
  line: string
  /** Empty when the line says it. */
  rule: string
  quote: string
  fields: { name: string; before: string; after: string }[]
  added: SlotChip[]
  dropped: SlotChip[]
  /** `change` is when it was before. */
  moved: ChangedSlot[]
  /** So many more than are listed. */
  more: number
}

export type EditionLine = { href: string | null; words: string; tag: Tag; details: string }

/** The form of adopting: from which day on, by which document. */
export type TermsView = {
  summary: string | null
  from: Field
  number: Field
  day: Field
  /** The edition that it was compared with; empty for a new plan. */
  base: string
}

export type ChangesView = {
  frame: Frame
  /** Null before an edition of it holds. */
  plan: { href: string | null; words: string }
  heading: string
  details: string[]
  say: Say[]
  warnings: { clause: string; words: string }[]
  obligations: ChangedObligationView[]
  months: {
    month: number
    before: number
    after: number
    /** Pixels. */
    beforeHeight: number
    afterHeight: number
    change: string
  }[]
  totals: { title: string; before: string; after: string; words: string }[]
  kept: ChangedSlot[]
  /** What the week in which it begins has otherwise. */
  week: { heading: string; lines: ChangedSlot[] } | null
  editions: EditionLine[]
  action: string
  terms: TermsView | null
  /** Of a new plan part of which lies back: the days from which it may ask. */
  askFrom: { words: string; choices: { href: string; words: string; chosen: boolean }[] } | null
  adoptWords: string
  from: { value: string; words: string }
  mayDraft: boolean
  /** Where it is handed to offices below; null where none is, or for whoever may not. */
  hand: string | null
  /** How it is put aside; null for whoever may not. */
  drop: { summary: string; says: string; hint: string; submit: string; required: boolean } | null
  /** Why it is put aside. */
  reason: Field
  /** Where the draft is written on. */
  edit: string
  mayAdopt: boolean
  sent: boolean
  /** Who may adopt it, for somebody who may not. */
  who: string
  undo: { number: number; words: string } | null
  again: string | null
}
