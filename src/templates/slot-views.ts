/** Views of a slot wherever it stands: its card, what can be done with it, and what was recorded. */
import type { LocalDate, WallTime } from '../core/wall-clock.ts'
import type { SlotName } from '../core/words/slot-name.ts'
import type { Link, Tag } from './view-parts.ts'

/** The sign of a slot's plan: a letter, one of six looks, and the plan's title. */
export type PlanBadge = { letter: string; look: number; title: string }

/** A slot in a list, on any page. Lists add what only they say. */
export type SlotLine = SlotName & { tag: Tag }

/** A slot as the calendar shows it, with what can be done there. */
export type SlotCard = SlotName & {
  id: string
  /** The day on which it is due: planned, or moved to. */
  date: LocalDate
  /** Null for what has no hour. */
  time: WallTime | null
  /** sáng, trưa, chiều, tối */
  session: string | null
  /** As Vietnamese schedules mark originals (PM) and reruns (PL); null for what is not aired. */
  mark: 'PM' | 'PL' | null
  /** `số 16/26`; null where there is only one. */
  issue: string | null
  minutes: string
  lead: string
  /** Null while it simply lies ahead. */
  tag: Tag | null
  /** `mục C.I.2.a`, where another obligation of its plan in the list bears the same title. */
  twin: string | null
  /** Which plan asks for it, where a calendar shows slots of several. */
  plan: PlanBadge | null
  /** Recorded, over and done with: it grows quiet. */
  settled: boolean
  /** It stood here once: what became of it, with the way to where it is now. Null for the slot itself. */
  gone: (Link & { date: LocalDate }) | null
  /** What is said in it, and how far that is; its topics while nobody wrote it, null without any. */
  item: { title: string; href: string; tag: Tag; warning: string | null } | null
  /** Null where nothing can be recorded, or where the list is not for recording. */
  actions: SlotActions | null
  recorded: Recorded | null
  /** It may be dragged to another day. */
  movable: boolean
}

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

/** One place where something is posted: what was said of it, and what can be. */
export type PlaceRow = {
  place: string
  tag: Tag | null
  details: string[]
  link: Link | null
  actions: SlotActions | null
}
