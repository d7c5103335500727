/** Views of the bảng kê: its lines, what each person comes to, and the office's rates. */
import type { FieldView } from './form-views.ts'
import type { Frame, Link, Say } from './view-parts.ts'

/** A part in an airing. `href`: to the page on which the airing is recorded. */
export type PayRowView = {
  number: string
  airedOn: string
  name: string
  part: string
  title: string
  href: string | null
  /** Genre, mode. */
  details: string
  quantity: string
  rate: string
  amount: string
  /** Why there is no amount, and what else to know. */
  remark: string
  document: string
}

export type PayListView = {
  frame: Frame
  say: Say[]
  from: string
  to: string
  /** Days on which no rates hold, or several do. */
  notices: string[]
  download: Link
  rows: PayRowView[]
  sums: { name: string; words: string }[]
  rates: { heading: string; by: string; lines: string[]; takeBack: string | null; from: string }[]
  /** For whoever decides on rates. */
  add: { action: string; summary: string | null; fields: FieldView[] } | null
}

/** Where an office speaks officially, and how often it posted there. */
export type PlacesView = {
  frame: Frame
  say: Say[]
  from: string
  to: string
  /** `close`: the name of an official one, for whoever may take it off the list. */
  rows: { name: string; kind: string; address: string | null; count: string; close: string | null }[]
  /** For whoever answers for the accounts. */
  edit: {
    summary: string | null
    /** What is added in one tap; null where the office has it. */
    tap: { words: string; fields: { name: string; value: string }[] } | null
    add: FieldView[]
    /** The whole list as text, in a fold. */
    list: FieldView
    listOpen: boolean
  } | null
}
