/** Views of handing a plan to offices below, of what they made of it, and of reminding them. */
import type { Field } from './account-views.ts'
import type { Choice } from './unit-views.ts'
import type { Frame, Link, Say } from './view-parts.ts'

/** An office to tick. */
type UnitTick = { value: string; words: string; note: string | null; chosen: boolean }

export type HandedState = {
  count: number
  words: string
  /** Opened from the start: somebody gave a reason. */
  open: boolean
  units: { href: string; name: string; details: string; reason: string | null }[]
}

export type HandView = {
  frame: Frame
  say: Say[]
  summary: string | null
  errors: string[]
  action: string
  /** Null for whoever may only look, and where there is nothing to hand or nobody to get it. */
  form: {
    editions: Choice[]
    scopes: Choice[]
    units: UnitTick[]
    /** Who gets what, once it was looked at; `submit` hands it. */
    preview: Preview | null
  } | null
  handed: { heading: string; sub: string; edition: Link; states: HandedState[]; nudge: Link | null }[]
}

type Preview = {
  say: Say[]
  /** Those that never said when they are on air: told together. */
  withoutHours: { words: string; names: string[] } | null
  rows: PreviewRow[]
  submit: string
}

export type PreviewRow = { name: string; hours: string; placed: string[]; left: string[] }

export type NudgeView = {
  frame: Frame
  say: Say[]
  summary: string | null
  action: string
  /** What the address asked, for the way back through the form. */
  hidden: { name: string; value: string }[]
  units: (UnitTick & { lines: string[] })[]
  note: Field
  /** The message as it will be read by one of them; null when nobody can be reached. */
  sample: { to: string; subject: string; text: string } | null
  back: Link
}
