/** What a phrase of frequency or time says, in normal form. What the phrase does not say is not there. */
import type { ReportKind } from '../../cadence.ts'
import type { LocalDate, WallTime, Weekday } from '../../wall-clock.ts'

export type Period = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year'

/** The seven kinds of cadence, and what is none: a limit, a length, hours of the day, what only the officer can say. */
export type WhenKind =
  | 'rate'
  | 'window'
  | 'deadline'
  | 'continuous'
  | 'report'
  | 'event-offset'
  | 'measure'
  | 'limit'
  | 'minutes'
  | 'bands'
  | 'unknown'

/** Why a reading is not sure. Both a code and a sentence for the officer. */
export type WhenDoubt = { code: WhenDoubtCode; message: string }
export type WhenDoubtCode =
  | 'two-readings'
  | 'two-dates'
  | 'no-such-day'
  | 'year-outside-plan'
  | 'external-trigger'
  | 'conditional'
  | 'limit'
  | 'total-mismatch'
  | 'repaired-text'

/** "tối đa 02 buổi/ngày", "không quá 45 phút/buổi", "Chủ nhật không phát". */
export type Limit = {
  max?: number
  unit?: string | null
  /** A period, or what each of is limited: `buổi`. */
  per?: string
  maxMinutes?: number
  silentDays?: Weekday[]
}

/** A period of reports: those of a plan file, and what plans ask for beside them. */
export type WhenReport = ReportKind | 'W' | 'M'

export type When = {
  kind: WhenKind
  /** How many `unit` a period, or within `days` after an event. */
  n?: number
  /** The upper end of "2 đến 3 tin". */
  max?: number
  /** What is counted; null when the phrase names nothing. */
  unit?: string | null
  period?: Period
  /** Every so many periods. */
  interval?: number
  atLeast?: true
  /** Bounds or numbers that are about so: "khoảng 10 tin", "trung tuần tháng 11". */
  about?: true
  /** The phrase states no count: "hằng tháng" is once. */
  implied?: true
  /** The total that the phrase states, or that its count a month or year makes of a whole year. */
  declared?: number
  /** `declared` is what n × periods make; the phrase does not write it. */
  reckoned?: true
  /** Length of one; null for an end that is not stated. */
  minutes?: [number | null, number | null]
  weekdays?: Weekday[]
  /** -1 is the last day. */
  dayOfMonth?: number | number[]
  /** -1 is the last week. */
  weekOfMonth?: number | number[]
  months?: number[]
  /** How often within the window. */
  times?: number
  /** How often on each day after an event. */
  perDay?: number
  /** How many days after an event; of a window, its very days. */
  days?: number | LocalDate[]
  /** Days from an event, negative before it. */
  afterDays?: number
  hours?: number
  workingDays?: true
  /** The offset is the last moment, not the day itself. */
  deadline?: true
  /** How many for each original. */
  reruns?: number
  rerunAfterDays?: number[]
  rerunAt?: WallTime[]
  rerunWeekdays?: Weekday[]
  /** Hours of the day that the phrase names. */
  at?: WallTime[]
  bands?: [WallTime, WallTime][]
  /** Both days belong to it; without `to` it has no end, without `from` no beginning. */
  window?: { from?: LocalDate; to?: LocalDate }
  openEnd?: true
  /** Exclusive: "trước ngày". */
  before?: LocalDate
  /** Several such days in one phrase. */
  befores?: LocalDate[]
  periods?: WhenReport[]
  /** Day of the period's last month. */
  dueDay?: number
  /** `dueDay` itself is too late. */
  exclusive?: true
  /** `dueDay` lies in the month after the period. */
  dueAfter?: true
  adHoc?: true
  byReference?: true
  /** `by` is null when the phrase has no day. */
  target?: { value: number; unit: string; by: LocalDate | null; strict?: true }
  limits?: Limit[]
  /** Of a `limit` alone: the same as its first. */
  per?: string
  maxMinutes?: number
  silentDays?: Weekday[]
  conditional?: true
  /** A second reading in the same phrase. */
  also?: When
  doubt?: WhenDoubt[]
}
