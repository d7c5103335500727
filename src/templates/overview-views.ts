/** View of the overview: what waits for whoever reads it, what comes due, and twelve weeks of each obligation. */
import type { PlanBadge } from './slot-views.ts'
import type { Frame, Link, Say, Tag } from './view-parts.ts'

/** `sign` names the drawing; null for an empty week. `count` stands below it where there is more than one. */
export type WeekDot = { href: string; sign: string | null; words: string; count: string | null }

export type PulseRow = {
  href: string
  clause: string
  title: string
  /** `Phát lại` for the reruns of the obligation above. */
  of: string | null
  urgent: boolean
  dots: WeekDot[]
  /** `17/26`, `số`. */
  done: string
  noun: string
  next: Link | null
  tag: Tag
  /** What is to be done, or how it stands. */
  words: string
}

export type PulsePlan = {
  /** Null where there is no other plan. */
  badge: PlanBadge | null
  title: string
  href: string
  details: string
  /** What presses comes first. */
  rows: PulseRow[]
  /** What a phone shows folded, with what it says of itself. */
  rest: { words: string; rows: PulseRow[] } | null
}

/** Which office's obligations are shown; no choices where all are of one. `clear` leads to all. */
export type LeadFilter = {
  choices: { value: string; words: string; chosen: boolean }[]
  chosen: string | null
  clear: string
}

/** Of which plan it is, where there are several. */
export type DueLine = {
  href: string
  when: string
  left: string
  words: string
  urgent: boolean
  plan: (PlanBadge & { name: string }) | null
}

/** `lead`: how many, or which: `2`, `III`. `plans`: how many of each, where there are several. */
export type TaskLine = Link & {
  lead: string
  title: string
  details: string
  ask: string | null
  plans: { badge: PlanBadge; count: number }[]
}

export type OverviewView = {
  frame: Frame
  say: Say[]
  tasks: TaskLine[]
  /** Nothing is asked of who may only look: then they are not told that nothing waits. */
  mayAct: boolean
  /** Nearest first. */
  dues: DueLine[]
  /** What a phone shows folded. */
  laterDues: { words: string; dues: DueLine[] } | null
  /** Monday of each week as `27/7`; the last is this one. */
  weeks: { words: string; isNow: boolean }[]
  legend: { sign: string; words: string }[]
  plans: PulsePlan[]
  /** The way to those that the table leaves out. */
  quiet: Link | null
  /** Where to begin when there is no plan. */
  firstSteps: Link[]
  leads: LeadFilter
}
