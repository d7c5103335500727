/** Views of a plan that came as a document, while somebody looks through what was read. */
import type { Frame, Link, Say, Tag } from './view-parts.ts'

/** A line of the document; `look` where it lies in what an obligation was read from. */
export type PassageView = {
  anchors: string[]
  /** To the obligations that begin here. */
  pins: Link[]
  look: string | null
  /** `mark` is how sure the words were read that a value rests on; `anchor` where the value's link leads. */
  parts: { text: string; mark: string | null; anchor: string | null }[]
}

export type ReviewCard = {
  id: string
  first: boolean
  clause: string
  title: string
  tag: Tag
  action: string
  edit: string
  quoted: Link
  passage: string
  /** With the way to the words that it was read from. */
  said: { name: string; words: string; href: string | null }[]
  /** What is read from it; null while it is the officer's to say. */
  rule: string | null
  question: {
    doubts: string[]
    /** To choose from; none where there is nothing to choose. */
    answers: { value: string; words: string; hint: string | null }[]
    /** A field for the leading office. */
    asksLead: boolean
    /** Something can be said to be right. */
    canSettle: boolean
  } | null
  /** What somebody decided; null while nobody did. */
  settled: string | null
  /** In the plan, and not alone. */
  canMerge: boolean
  place: string
  previous: string | null
  next: string | null
}

export type ReviewView = {
  frame: Frame
  heading: string
  details: string[]
  say: Say[]
  notes: string[]
  filters: (Link & { count: number; current: boolean })[]
  /** Sent along with every decision: the version that was seen, and the filter. */
  version: string
  filter: string
  passages: PassageView[]
  fileLink: Link
  headPath: string
  newObligationPath: string
  cards: ReviewCard[]
  jumps: (Link & { clause: string; state: string; look: string })[]
  leftOut: { text: string; why: string; place: string; add: string }[]
  topics: { id: string; title: string; kept: boolean; place: string }[]
  topicsPath: string
  draftPath: string
  /** Who decided last, and when. */
  saved: string
  /** What keeps it from becoming a draft, each with the way there. */
  waits: Link[]
  draft: Link | null
}
