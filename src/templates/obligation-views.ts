/** Views of one obligation: its page, and its line beside the week. */

import type { EvidenceView } from './evidence-views.ts'
import type { Chip, Figure } from './plan-views.ts'
import type { FactFields } from './record-views.ts'
import type { HistoryEntry, Tick, Undo } from './slot-views.ts'
import type { Frame, Link, Say, Tag } from './view-parts.ts'

/** A form of the obligation's page. */
export type ObligationForm = FactFields & {
  heading: string
  explain: string
  /** What was wrong with what was sent. */
  summary: string | null
  kind: string
  /** Said by the form itself: nobody is asked. */
  reason: string | null
  key: string
  submit: string
  /** What few people want stands in a fold. */
  fold: { open: boolean } | null
}

export type ObligationPageView = {
  frame: Frame
  plan: Link
  clause: string
  kind: string
  title: string
  tag: Tag | null
  say: Say[]
  figures: Figure[]
  quote: string
  rule: string
  facts: { name: string; words: string }[]
  assumptions: string[]
  chips: Chip[]
  fewChips: boolean
  /** Where the forms are sent, and where they lead back to. */
  action: string
  back: string
  forms: ObligationForm[]
  evidence: EvidenceView
  history: HistoryEntry[]
}

/** A continuous obligation beside the week. */
export type AlwaysLine = {
  href: string
  title: string
  /** `lần ghi gần nhất 22/7` */
  last: string
  tick: Tick | null
  /** What was just logged, with the way to take it back. */
  fresh: { words: string; undo: Undo } | null
}
