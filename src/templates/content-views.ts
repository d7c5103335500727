/** Views of the content calendar, the topics, the skeletons and the search. */
import type { LocalDate, WallTime } from '../core/wall-clock.ts'
import type { Field } from './account-views.ts'
import type { TopicChoices } from './item-views.ts'
import type { Choice } from './people-views.ts'
import type { SlotLine } from './slot-views.ts'
import type { Frame, Link, Pager, Say, Tag } from './view-parts.ts'

/** A slot by what is said in it. */
export type ContentEntry = {
  href: string
  date: LocalDate
  time: WallTime | null
  mark: 'PM' | 'PL' | null
  title: string
  /** The obligation, and which issue of it. */
  sub: string
  tag: Tag
}

export type ContentDay = {
  date: LocalDate
  number: number
  month: number
  href: string
  isToday: boolean
  outside: boolean
  holiday: string | null
  entries: ContentEntry[]
}

export type ContentView = {
  frame: Frame
  pager: Pager
  say: Say[]
  /** `on`: something is left out. */
  filter: { action: string; channels: Choice[]; topics: Choice[]; asList: boolean; on: boolean }
  looks: (Link & { current: boolean })[]
  /** Null where the list is asked for. */
  weeks: { days: ContentDay[] }[] | null
  days: ContentDay[]
  links: Link[]
  search: string
}

export type TopicsView = {
  frame: Frame
  plans: (Link & { current: boolean })[]
  say: Say[]
  /** To a plan that names none. */
  door: Link | null
  propose: string | null
  groups: {
    name: string
    topics: {
      name: string
      clause: string
      quote: string
      days: string[]
      details: string[]
      tag: Tag
    }[]
  }[]
}

export type RotationView = {
  frame: Frame
  back: Link
  /** Its id. */
  plan: string
  fields: { name: string; value: string }[]
  obligations: Choice[]
  from: Field
  weeks: Field
  say: Say[]
  /** All slots are of one obligation, which the form names. */
  alone: boolean
  slots: (SlotLine & { topics: { name: string; why: string }[] })[]
  keep: string
}

export type SlotTopicsView = {
  frame: Frame
  slot: Link
  action: string
  /** Where to go afterwards. */
  back: string
  topics: TopicChoices
}

export type ScriptsView = {
  frame: Frame
  scripts: { name: string; kind: string; title: string; body: string; href: string | null }[]
}

export type SearchView = {
  frame: Frame
  asked: string
  say: Say[]
  found: { href: string; title: string; excerpt: string; details: string[]; tag: Tag }[]
}

export type SpeedView = {
  frame: Frame
  speed: Field
  range: { least: number; most: number }
  say: Say[]
  /** The measured speed, to take over; null below three airings. */
  measured: { value: number; words: string } | null
  mayChange: boolean
}
