/** Views of recording: the buttons of a slot, the forms behind them, and what was recorded. */
import type { LocalDate, WallTime } from '../core/wall-clock.ts'
import type { Field } from './account-views.ts'
import type { SlotCard } from './calendar-views.ts'
import type { Frame, Link, Tag } from './view-parts.ts'

/** A button that records at once: a form with nothing to fill in. */
export type Tick = {
  action: string
  kind: string
  words: string
  /** For one place of several where something is posted. */
  place: string | null
  /** The same for one person, slot and state, so that a form sent twice records once. */
  key: string
  /** The page to come back to. */
  back: string
}

/** What can be done with a slot now. */
export type SlotActions = {
  /** The likely answer, one tap. */
  tick: Tick | null
  /** The others, each with a page of its own. */
  others: Link[]
}

/** What was recorded last, by whom, with the way to take it back while it is fresh. */
export type Recorded = { words: string; undo: Undo | null }
export type Undo = { action: string; factId: string; key: string; back: string }

/** One entry of a slot's history, in words. */
export type HistoryEntry = {
  /** `06:10 thứ Hai 4/8/2025` */
  when: string
  /** `Nguyễn Thị Lan ghi “Đã phát”` */
  what: string
  details: string[]
  links: Link[]
  /** Struck out by a later entry. */
  corrected: boolean
  undo: Undo | null
}

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
  /** Asks for a file, of which only name, size and hash are sent. */
  file: boolean
  note: Field | null
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
  submit: string
  reasons: Choice[] | null
  /** Days offered for a make-up, each one tap. */
  offers: { words: string; date: LocalDate; time: WallTime | null; key: string }[]
  /** Reruns that would go along with a moved original. */
  reruns: { words: string; leavesMonth: boolean }[]
}

/** One place where something is posted: what was said of it, and what can be. */
export type PlaceRow = {
  place: string
  tag: Tag | null
  details: string[]
  link: Link | null
  actions: SlotActions | null
}
