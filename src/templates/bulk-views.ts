/** Views of many slots answered at once: the look before, and what came of it. */
import type { CoveredView } from './incident-views.ts'
import type { Frame, Say } from './view-parts.ts'

export type BulkView = {
  frame: Frame
  heading: string
  /** Title of the only obligation; null for all. */
  obligation: string | null
  say: Say[]
  /** Sent with the confirmation. */
  fields: { name: string; value: string }[]
  /** What will be recorded, all chosen. */
  open: CoveredView[]
  submit: string
  back: string
}

/** `why`: who recorded it, or what a refusal says. */
export type BulkRow = CoveredView & { why: string }

export type BulkDoneView = {
  frame: Frame
  say: Say[]
  /** Chosen, and left as they were. */
  left: BulkRow[]
  rows: BulkRow[]
  /** Null for somebody who may only look, and where nothing is left to take back. */
  undo: { action: string; back: string; words: string } | null
  back: string
}
