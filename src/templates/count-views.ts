/** Views of the count: the year's page, and the slots behind a number. */
import type { LocalDate } from '../core/wall-clock.ts'
import type { YearCell } from './calendar-views.ts'
import type { SlotLine } from './slot-views.ts'
import type { Frame, LeftOut, Link, Pager, Say, Tag, Tone } from './view-parts.ts'

/** A number with its name and the slots behind it. */
export type Key = {
  value: string
  words: string
  href: string | null
  tone: Tone | 'late' | 'short' | 'rest'
}

/** A bar in units of slots. */
export type Bar = {
  total: number
  parts: { x: number; width: number; look: 'done' | 'late' | 'short' | 'ask' | 'excuse' | 'miss' | 'left' }[]
  /** Where the target lies, when that is not the bar's end. */
  mark: number | null
  words: string
}

/** How a total may be read, and what the office chose. */
export type TargetPanel = {
  /** `Kế hoạch ghi`, `26`, and the arithmetic. */
  readings: { value: string; choice: string; words: string; how: string; chosen: boolean }[]
  /** Who chose, and by what document; null while nobody did. */
  chosen: string | null
  /** Draft of a letter that asks for another total; null while the total can still be reached. */
  request: string | null
  /** Where the choice is sent; null for those who may not choose. */
  action: string | null
  hidden: { name: string; value: string }[]
  error: string | null
  document: string
}

export type CountObligation = {
  anchor: string
  clause: string
  title: string
  /** `Phát lại` for the reruns of an obligation. */
  of: string | null
  href: string
  tag: Tag
  bar: Bar | null
  keys: Key[]
  /** What is to be done, or else how it stands. */
  result: string
  notes: string[]
  /** What lies under the fold, and whether it opens with the page: a refused form does. */
  folded: string
  unfolded: boolean
  /** The plan's own words that the obligation rests on. */
  quote: string
  /** The next slot, and all of them. */
  ways: Link[]
  target: TargetPanel | null
}

export type MatrixCell = Pick<YearCell, 'text' | 'words' | 'look'> & { month: number; href: string | null }

export type MatrixRow = {
  clause: string
  title: string
  of: string | null
  href: string
  cells: MatrixCell[]
  total: string
  totalHref: string
}

/** Two rising lines in a box; `ticks` are the months. */
export type CurveView = {
  words: string
  planned: string
  done: string
  target: { y: number; words: string } | null
  today: number | null
  ticks: { x: number; words: string }[]
  levels: { y: number; words: string }[]
  /** The same as numbers, month by month. */
  table: { month: string; planned: string; done: string }[]
}

/** A slot or an obligation with a word of where it belongs. */
export type Elsewhere = Link & { where: string }

export type BasesView = {
  rows: { clause: string; title: string; plan: string; report: string }[]
  total: { plan: string; report: string }
  /** Slots that only one of the two years holds. */
  slots: Elsewhere[]
  /** `Các nhiệm vụ khác như nhau.` */
  rest: string
}

export type GroupTable = {
  heading: string
  rows: {
    words: string
    href: string
    obligations: number
    due: number
    done: number
    open: number
    failed: number
    left: number
    time: string
  }[]
}

export type CountPlan = {
  title: string
  href: string
  reports: Link
  /** What it says of itself while it stands folded, beside many others; null for open. */
  folded: string | null
  obligations: CountObligation[]
  quiet: CountObligation[]
  matrix: MatrixRow[]
  curve: CurveView | null
  bases: BasesView
  groups: GroupTable[]
  /** What an amended plan no longer asks for, kept since somebody recorded something there. */
  withdrawn: Elsewhere[]
}

export type CountView = {
  frame: Frame
  pager: Pager
  say: Say[]
  asOf: LocalDate
  /** What the form keeps besides the day. */
  hidden: { name: string; value: string }[]
  action: string
  basis: string
  otherBasis: Link
  months: { number: number; words: string }[]
  plans: CountPlan[]
  /** Of other years' plans, what is counted in this year. */
  elsewhere: Elsewhere[]
}

/** A slot that a number counts, or what was logged on an obligation without slots, which has no page. */
export type CountedLine = Omit<SlotLine, 'href'> & {
  href: string | null
  /** What was recorded, by whom, how it is proven. */
  told: string[]
  link: Link | null
}

export type CountSlotsView = {
  frame: Frame
  back: Link
  heading: string
  say: Say[]
  lines: CountedLine[]
  rest: LeftOut | null
}
