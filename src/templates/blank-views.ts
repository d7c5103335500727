/** Views of forms that others ask for: which there are, and one of them filled for a period. */
import type { Choice } from './people-views.ts'
import type { Frame, Link, Say } from './view-parts.ts'

export type BlanksView = {
  frame: Frame
  say: Say[]
  blanks: {
    id: string
    title: string
    asker: string
    source: string
    /** Whose it is, where it did not come with the program. */
    owner: string | null
    /** The period that ended last and the one that runs, each with its deadline in words. */
    periods: (Link & { details: string })[]
    open: { action: string; year: number; periods: Choice[] }
    /** For whoever may take back the own one. */
    takeBack: string | null
  }[]
  /** For admins. */
  add: { action: string; summary: string | null; errors: string[] } | null
}

export type BlankFieldView = {
  number: string
  label: string
  unit: string
  /** Null where it is typed. */
  value: string | null
  input: { name: string; value: string; long: boolean; error: string | null } | null
  remark: string
  origin: string
  /** To the lines behind a figure; null where there is none, or it was typed. */
  sources: string | null
  /** To the lines of which nobody wrote down what the remark misses. */
  open: string | null
}

export type BlankView = {
  frame: Frame
  back: Link
  title: string
  say: Say[]
  source: string
  note: string | null
  summary: string | null
  downloads: Link[]
  action: string
  mayType: boolean
  groups: { name: string | null; fields: BlankFieldView[] }[]
  /** Whether anything in it is typed. */
  typed: boolean
  saved: string | null
  lists: {
    title: string
    note: string | null
    reason: string | null
    columns: { words: string; left: boolean }[]
    /** `href`: to the page of what the row stands for. */
    rows: { text: string; left: boolean; href: string | null }[][]
    sums: string[] | null
  }[]
}

/** What stands behind a figure of a form. */
export type BlankSourcesView = {
  frame: Frame
  back: Link
  title: string
  say: Say[]
  /** The fields that it is made of. */
  fields: { href: string | null; label: string; value: string }[]
  headings: { words: string; left: boolean }[]
  rows: { text: string; left: boolean; href: string | null }[][]
  /** What is not in the figure, since nobody wrote down what would tell. */
  open: { href: string | null; words: string; unsaid: string }[]
}
