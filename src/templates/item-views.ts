/** Views of items: one of them, its form, what waits for a leader, and the papers. */
import type { Field } from './account-views.ts'
import type { FoldView } from './form-views.ts'
import type { Choice } from './people-views.ts'
import type { SlotLine } from './slot-views.ts'
import type { Frame, Link, Say, Tag } from './view-parts.ts'

/** A larger field of a form. */
export type Area = Field & { rows: number }

/** `left`: some are not chosen. */
export type TopicChoices = { name: string; left: boolean; topics: (Choice & { clause: string })[] }[]

/** How long it takes, in words; `tone` where something is to be done about it. */
export type ReadingView = {
  time: string
  fit: string | null
  tone: 'plain' | 'ask'
  count: string
  pay: string
}

/** A decision sends the hash of the text that stands on the page. */
export type DecisionForm = { action: string; hash: string }

export type ItemView = {
  frame: Frame
  title: string
  tag: Tag
  meta: string[]
  say: Say[]
  /** What of the text is shown as plain letters, or still to be filled in. */
  notices: string[]
  body: string
  variants: { name: string; body: string }[]
  topics: { name: string; clause: string; quote: string }[]
  facts: { name: string; words: string }[]
  reading: ReadingView
  /** `untie` is null where it was aired. */
  slots: (SlotLine & { untie: { action: string; id: string } | null })[]
  /** Slots that have no item yet; null for somebody who may not tie. */
  tie: { action: string; choices: Choice[] } | null
  edit: string | null
  /** `note`: a word to whoever approves. */
  send: { form: DecisionForm; note: Field } | null
  decide: { approve: DecisionForm; sendBack: DecisionForm; comment: Field } | null
  papers: Link[]
  history: { when: string; what: string; details: string | null; href: string | null }[]
}

export type ItemFormView = {
  frame: Frame
  heading: string
  summary: string | null
  /** Another version that was saved meanwhile, and its words. */
  other: { href: string; words: string; title: string; body: string } | null
  action: string
  /** What is typed is kept in the browser under this name: whose it is, and of which item. */
  draft: string
  fields: { name: string; value: string }[]
  slot: Link | null
  skeletons: (Link & { current: boolean })[]
  title: Field
  body: Area
  topics: TopicChoices
  language: Field
  author: Field
  source: Field
  /** What it is made of besides: in a fold. */
  making: FoldView
  variants: { name: string; label: string; hint: string; field: Area }[]
  submit: string
  back: string
}

export type WaitingView = {
  frame: Frame
  say: Say[]
  waiting: {
    id: string
    href: string
    title: string
    details: string[]
    slot: string | null
    /** What whoever sent it says to whoever approves: `Y Lan nhắn: “Đã sửa đoạn hai”`. */
    note: string | null
    /** What is worth a look before it is approved. */
    notices: string[]
    body: string
    /** Everything that the approval covers stands on the page. */
    variants: { name: string; body: string }[]
    approve: DecisionForm
    sendBack: DecisionForm
  }[]
  mayDecide: boolean
}

export type VersionView = {
  frame: Frame
  title: string
  tag: Tag
  item: Link
  meta: string[]
  body: string
  variants: { name: string; body: string }[]
}

/** What the announcer reads from: one block a sentence, so that none is torn by the end of a page. */
export type AnnouncerSheetView = {
  frame: Frame
  unit: string
  title: string
  meta: string[]
  reading: string
  body: string
  /** What is missing before it may be read; null when it is approved. */
  warning: string | null
  seal: string
  item: Link
}

export type ApprovalSlipView = {
  frame: Frame
  unit: string
  place: string
  title: string
  rows: { name: string; words: string }[]
  /** Everything that the approval covers. */
  texts: { name: string; body: string }[]
  decision: string | null
  hash: string
  item: Link
}
