/** Views of importing a play log: the file, its columns, the difference. */
import type { Choice } from './people-views.ts'
import type { Frame, Say } from './view-parts.ts'

export type PlayUploadView = {
  frame: Frame
  summary: string | null
  files: { href: string; name: string; when: string }[]
}

export type PlayColumnsView = {
  frame: Frame
  name: string
  summary: string | null
  action: string
  /** One choice a field: which column it is. */
  fields: { name: string; label: string; hint: string; choices: Choice[] }[]
  /** The first rows as they are, under the letters of their columns. */
  letters: string[]
  sample: { number: number; isHeading: boolean; cells: string[] }[]
  back: string
}

export type PlayLineView = {
  sign: string
  /** Null where there is nothing to confirm. */
  key: string | null
  /** Ticked. */
  chosen: boolean
  when: string
  title: string
  href: string | null
  details: string[]
  played: string | null
  remark: string | null
}

export type PlayGroupView = {
  sign: string
  heading: string
  explain: string
  folded: boolean
  asksReason: boolean
  lines: PlayLineView[]
  /** How many more there are than are shown. */
  more: number
}

export type PlayDiffView = {
  frame: Frame
  name: string
  days: string
  say: Say[]
  action: string
  columns: string
  groups: PlayGroupView[]
  reasons: Choice[]
  /** There is something to confirm. */
  open: boolean
  /** Rows and sheets that are no plays, in words. */
  skipped: string[]
  /** What this file has recorded so far may be taken back. */
  undo: { action: string; count: number } | null
  /** Why nothing was recorded. */
  problem: string | null
  moreSkipped: number
}
