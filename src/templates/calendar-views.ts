/** Views of the pages that follow the calendar. */
import type { DateRange, LocalDate } from '../core/wall-clock.ts'
import type { EvidenceView } from './evidence-views.ts'
import type { AlwaysLine } from './obligation-views.ts'
import type { HistoryEntry, PlaceRow, PlanBadge, SlotCard, SlotLine } from './slot-views.ts'
import type { Frame, Link, Pager, Say, Tag } from './view-parts.ts'

/** A window or a deadline: something without an hour. */
export type Span = SlotLine

/** One day, or several days in a row without anything. */
export type DayView = {
  date: LocalDate
  /** The last of several empty days. */
  until: LocalDate | null
  isToday: boolean
  holiday: string | null
  slots: SlotCard[]
  /** More of them than cards have room for: a row each. */
  dense: boolean
  /** What came of a day that is settled, in a line behind which its rows stand; null for one that stands open. */
  folded: string | null
  /** The way to answer all of the day at once. */
  bulk: Link | null
}

export type SheetDay = { date: LocalDate; holiday: string | null; slots: SlotCard[] }

/** The printed week: one sheet. `density` makes the type smaller where there are many rows; `clipped` gives each title one line. */
export type WeekSheet = {
  /** `Tuần 32` */
  name: string
  unit: string
  range: DateRange
  density: 'roomy' | 'fair' | 'close' | 'tight' | 'clipped'
  days: SheetDay[]
  spans: Span[]
  /** How many spans did not fit. */
  more: number
  address: string
  /** SVG. */
  qr: string
}

/** Jumping to a day, and choosing what of a calendar is shown; a plain form. */
export type CalendarFilterView = {
  kind: 'tuan' | 'thang'
  /** In the field from the start. */
  shown: LocalDate
  /** Only those that leave a choice. */
  selects: { name: string; label: string; choices: { value: string; words: string; chosen: boolean }[] }[]
  /** What is filtered now; null for nothing. */
  words: string | null
  /** The page without the filter. */
  clear: string
}

/** Cards, or by day a row each where they are many. */
export type CardsByDay = { slots: SlotCard[]; days: Omit<SheetDay, 'holiday'>[] }

export type WeekView = {
  frame: Frame
  monday: LocalDate
  /** Where a slot that is dragged may be dropped, with a space between. */
  hours: string
  pager: Pager
  filter: CalendarFilterView
  say: Say[]
  /** Last week's slots that nobody has confirmed yet. */
  waiting: CardsByDay | null
  /** All of last week's at once. */
  waitingBulk: Link | null
  /** Of a full week: today, then the days before it that wait, the latest first. Otherwise the days keep their order. */
  first: DayView[]
  /** All of the week at once, as far as its time has come. */
  weekBulk: Link | null
  /** Where to begin when there is nothing yet. */
  firstSteps: Link[]
  /** What is wrong with the week's air time, each with the slot that may be moved. */
  air: Link[]
  /** Due within these days. */
  due: Span[]
  days: DayView[]
  open: Span[]
  yearLong: Span[]
  /** Where something is added that no plan asks for; null for somebody who may only look. */
  add: string | null
  /** Counted obligations of the year: `count` is `15/26`. */
  beat: { year: number; lines: { href: string; title: string; count: string }[] }
  /** Continuous obligations. */
  always: AlwaysLine[]
  /** None where all slots are of one plan. */
  plans: PlanKey[]
  sheet: WeekSheet
}

/** What nobody has confirmed, from before this week. */
export type UnconfirmedView = {
  frame: Frame
  say: Say[]
  /**
   * `bulk`: the ways to answer all of a month, or of one of its obligations, at once. `days` instead of `slots` where
   * they hold more than cards have room for.
   */
  months: ({ heading: string; bulk: Link[] } & CardsByDay)[]
  /** What the plans' signs mean; none where there is only one. */
  plans: PlanKey[]
  /** The way to those that found no room. */
  older: Link | null
}

/** A plan's sign with the way to its slots alone. */
export type PlanKey = PlanBadge & Pick<Link, 'href'>

export type MonthDay = {
  date: LocalDate
  number: number
  month: number
  href: string
  isToday: boolean
  /** Of the month before or after. */
  outside: boolean
  holiday: string | null
  slots: SlotCard[]
  due: Span[]
}

/** A day of the month on a phone: as much as a small cell holds, and the way to the rest. */
export type MonthCell = Pick<
  MonthDay,
  'date' | 'number' | 'month' | 'href' | 'isToday' | 'outside' | 'holiday'
> & {
  lines: { words: string; plan: PlanBadge | null }[]
  more: number
  /** What presses most on that day; null where nothing is told yet. */
  tag: Tag | null
}

export type MonthView = {
  frame: Frame
  pager: Pager
  filter: CalendarFilterView
  say: Say[]
  weeks: { words: string; href: string; days: MonthDay[] }[]
  /** For a phone. */
  cells: MonthCell[]
  /** None where all slots are of one plan. */
  plans: PlanKey[]
  open: Span[]
  yearLong: Span[]
}

/** A cell over one month or several. `words` says in full what `text` shortens. */
export type YearCell = {
  month: number
  span: number
  text: string
  words: string
  look: 'none' | 'ahead' | 'kept' | 'part' | 'missed' | 'ask' | 'outside' | 'span' | 'due' | 'always'
}

export type YearRow = {
  href: string
  clause: string
  title: string
  /** `phát lại` for the reruns of the obligation above. */
  of: string | null
  cells: YearCell[]
  total: string
}

export type YearView = {
  frame: Frame
  pager: Pager
  say: Say[]
  months: { number: number; href: string; isCurrent: boolean }[]
  plans: { title: string; href: string; rows: YearRow[] }[]
}

export type SlotView = {
  frame: Frame
  card: SlotCard
  /** `Thứ Hai 4/8/2025`, or the window in words. */
  when: string
  say: Say[]
  /** The week or the year in which it stands. */
  calendar: Link
  /** Null for what stands outside any plan. */
  plan: Link | null
  obligation: Link | null
  /** Nobody issued its plan for this year: what it runs on from. */
  runsOn: string | null
  clause: string
  quote: string
  rule: string
  facts: { name: string; words: string }[]
  assumptions: string[]
  /** Where it is posted, place by place; no rows where that makes no difference. */
  places: { anchor: string; rows: PlaceRow[] }
  /** To its item and its topics, for somebody who may write. */
  writing: Link[]
  evidence: EvidenceView
  history: HistoryEntry[]
  /** What was recorded of its versions in other languages. */
  versions: HistoryEntry[]
  /** Evidence and notes, for somebody who may record. */
  more: Link[]
  /** Taking back, or bringing back, what stands outside any plan. */
  takeBack: { action: string; words: string } | null
  /** For the office's Zalo group, when today's or tomorrow's airing changed. */
  message: string | null
  /** The slot as a calendar file. */
  file: string
  /** The original and its reruns in order; empty for a slot that stands alone. */
  family: { card: SlotCard; onDay: string; isThis: boolean }[]
}

/** Days off as they hold for the office. */
export type DaysOffView = {
  frame: Frame
  say: Say[]
  years: { year: number; days: { when: string; name: string; note: string; source: string }[] }[]
  held: string
  /** False for somebody who may only look: then there is no form. */
  mayChange: boolean
  summary: string | null
  errors: string[]
  /** The office's own, a line a day. */
  lines: string
}
