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
  /** Ticked from the start. */
  chosen: boolean
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
  skipped: { row: number; why: string }[]
  moreSkipped: number
}
