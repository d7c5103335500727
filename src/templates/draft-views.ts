/** Views of writing a plan: its obligations and what it says of itself, as a draft that somebody adopts. */
import type { FieldView } from './form-views.ts'
import type { Frame, Link, Say } from './view-parts.ts'

/** What every form of a draft carries along. */
export type DraftForm = {
  frame: Frame
  crumbs: Link[]
  heading: string
  summary: string | null
  /** Where it is sent. */
  action: string
  /** The draft that it was filled from, so that nobody writes over what somebody else saved meanwhile. */
  base: string
  /** Out of the form without saving. */
  quit: string
}

/** What an obligation comes to. `look` of a day: new, rerun; `sign` marks what is to be minded. */
export type SenseView = {
  sentence: string
  warnings: string[]
  months: { name: string; fresh: DayView[]; reruns: DayView[] }[]
  legend: string[]
}
type DayView = { text: string; words: string; look: 'kept' | 'outside' | 'ask' | 'off' }

export type ObligationFormView = DraftForm & {
  /** Said by the program about hours that it found. */
  placed: string | null
  clause: FieldView
  common: FieldView[]
  kind: FieldView
  rhythm: { field: FieldView; patterns: string }[]
  rawRule: FieldView
  /** Sent along: the rule as it stood, what else is being written. */
  hidden: { name: string; value: string }[]
  parts: { kind: string; legend: string; fields: FieldView[]; isRate: boolean }[]
  last: FieldView[]
  quote: string
  sense: SenseView | null
  /** Where it can be taken out of the plan; null for a new one. */
  remove: string | null
}

export type PlanFormView = DraftForm & {
  fields: FieldView[]
  offices: FieldView[]
  submit: string
  /** Sent along. */
  hidden: { name: string; value: string }[]
}

export type DraftView = {
  frame: Frame
  crumbs: Link[]
  heading: string
  say: Say[]
  details: string[]
  ways: Link[]
  obligations: { clause: string; title: string; rule: string; href: string; warnings: string[] }[]
  /** To what it would change; null for what holds. */
  changes: Link | null
  /** For somebody who may not adopt it. */
  send: { action: string; base: string; who: string } | null
}

export type PlacingView = DraftForm & {
  say: Say[]
  rows: {
    tick: { value: string; checked: boolean; words: string }
    /** As it stands. */
    now: string
    found: string | null
    left: string | null
  }[]
  keeps: FieldView
  /** There is something to save. */
  looked: boolean
}

export type TopicFormView = DraftForm & {
  /** `id` goes along unseen. */
  rows: { heading: string; id: { name: string; value: string }; fields: FieldView[] }[]
}

export type SamplesView = {
  frame: Frame
  crumbs: Link[]
  samples: { href: string; title: string; details: string }[]
}

export type OwnPlanView = DraftForm & {
  say: Say[]
  fields: FieldView[]
  offices: FieldView[]
  /** Texts that still name the other office. */
  foreign: { clause: string; was: string; text: FieldView; keep: FieldView }[]
}
