/** Views of the broadcast log. */
import type { DateRange, LocalDate } from '../core/wall-clock.ts'
import type { Choice } from './people-views.ts'
import type { Frame, LeftOut, Pager, Say, Tag } from './view-parts.ts'

export type LogRowView = {
  /** Null for what has no slot. */
  href: string | null
  title: string
  details: string[]
  planned: string
  moved: string
  actual: string
  minutes: string
  tag: Tag
  why: string[]
  by: string
  recorded: string
  evidence: { words: string; href: string | null }[]
}

export type LogView = {
  frame: Frame
  pager: Pager
  say: Say[]
  /** The filter as it is. */
  from: LocalDate
  to: LocalDate
  channels: Choice[]
  /** Under their plans; `any`: none of them is chosen. */
  obligations: { any: boolean; groups: { plan: string; obligations: Choice[] }[] }
  /** Something other than a whole month is shown. */
  filtered: boolean
  files: { csv: string; xlsx: string }
  mayImport: boolean
  days: { date: LocalDate; rows: LogRowView[] }[]
  rest: LeftOut | null
  /** The heading on paper. */
  paper: { unit: string; title: string; range: DateRange; filters: string[] }
}
