/** Views of many offices side by side. */
import type { Field } from './account-views.ts'
import type { FieldView } from './form-views.ts'
import type { Frame, Link, Say } from './view-parts.ts'

/** `rate` in words ("98%"), `of` as a fraction ("64/65"); null where nothing is due. */
export type UnitShare = { rate: string; of: string } | null

export type UnitLine = {
  name: string
  href: string
  note: string | null
  due: number
  confirmed: UnitShare
  onTime: UnitShare
  /** Where not all have the same: "5 ngày". */
  onTimeDays: string | null
  kept: UnitShare
  behind: number
  closing: string | null
  lastRecord: string | null
  /** `tone`: from 0 (all confirmed) to 4; null where nothing is due. */
  months: { name: string; short: string; tone: number | null; percent: string; of: string }[]
}

export type UnitsView = {
  frame: Frame
  heading: string
  sub: string
  say: Say[]
  choice: {
    words: string
    filters: Choice[]
    sorts: Choice[]
    periods: Choice[]
    bases: Choice[]
    year: number
    asOf: string
  }
  files: Link[]
  /** What may be done about them. */
  ways: Link[]
  months: string[]
  /** What was looked for, and the address without that. */
  found: { words: string; clear: string } | null
  /** `count`: on all pages. */
  groups: { heading: string; note: string | null; count: number; lines: UnitLine[] }[]
  pager: { words: string; links: Link[] } | null
  /** Within how long a record is on time, in words; where offices differ, each row says its own. */
  onTimeRule: string
  /** Where the own one is set. */
  onTimeWay: string | null
}

export type Choice = { value: string; words: string; chosen: boolean }

export type UnitsManageView = {
  frame: Frame
  summary: string | null
  /** What is wrong with a file, line by line. */
  errors: string[]
  action: string
  /** How many open offices have nobody who can sign in. */
  withoutPeople: number
  linkDays: number
  /** What links to this server begin with. */
  base: string
  /** Null where nobody stands below. */
  onTime: { field: Field; hint: string } | null
  units: { href: string; name: string; official: string; own: boolean; details: string }[]
  name: Field
  code: Field
  kinds: Choice[]
  parents: Choice[]
  official: Field
}

export type UnitChangeView = {
  frame: Frame
  summary: string | null
  /** All offices. */
  back: string
  action: string
  name: string
  fields: FieldView[]
}
