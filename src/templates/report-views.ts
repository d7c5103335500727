/** Views of the reports: which there are, one of them, and what closing it takes. */
import type { CountedLine } from './count-views.ts'
import type { FieldView } from './form-views.ts'
import type { Frame, LeftOut, Link, Say, Tag } from './view-parts.ts'

export type Choice = { value: string; words: string; chosen: boolean }

export type ReportCard = {
  href: string
  title: string
  /** `số liệu 15/6 – 14/9/2025`, `hạn gửi 20/9/2025` */
  details: string[]
  tag: Tag
}

export type ReportsView = {
  frame: Frame
  say: Say[]
  plans: { title: string; year: number; cards: ReportCard[] }[]
  /** For any other period. */
  form: {
    action: string
    plans: Choice[]
    bases: Choice[]
    periods: Choice[]
    year: number
    from: string
    to: string
    asOf: string
  } | null
}

export type Sheet = {
  heading: string
  columns: { words: string; left: boolean }[]
  /** Of all rows, as many as a page shows. */
  count: number
  rows: { text: string; left: boolean }[][]
  rest: LeftOut | null
}

export type ReportView = {
  frame: Frame
  back: Link
  heading: string
  say: Say[]
  downloads: Link[]
  /** Frozen: who closed it, its hash; a link to what is recorded now, or back. */
  closed: { words: string; sha256: string; other: Link } | null
  changes: {
    differences: { clause: string; title: string; what: string; before: string; after: string }[]
    corrections: CountedLine[]
  } | null
  document: {
    office: string[]
    symbol: string
    placeAndDate: string
    kind: string
    subject: string[]
    body: { heading: boolean; section: boolean; item: boolean; text: string }[]
    recipients: string[]
    titles: string[]
    signer: string
  }
  sheets: Sheet[]
  evidence: {
    words: string
    action: string | null
    hidden: { name: string; value: string }[]
    /** What a leader has not vouched for yet. */
    lines: (CountedLine & { factId: string })[]
    count: number
    rest: LeftOut | null
  }
  closing: {
    action: string
    hidden: { name: string; value: string }[]
    /** Why it can't be closed yet. */
    obstacle: string | null
    /** How many unconfirmed slots were accepted with an earlier closing; null for none. */
    accepted: string | null
    open: CountedLine[]
    /** How many there are. */
    count: number
    rest: LeftOut | null
    errors: string[]
  } | null
}

/** What a closed period refused, to be sent again with a reason. */
export type ClosedView = {
  frame: Frame
  detail: string
  action: string
  hidden: { name: string; value: string }[]
  note: string
  back: string
}

/** What an office says its own way on a report. */
export type PaperView = {
  frame: Frame
  back: Link
  heading: string
  /** Whose words hold, and who said them. */
  held: string
  closed: boolean
  summary: string | null
  action: string
  hidden: { name: string; value: string }[]
  groups: { heading: string; hint: string; fields: FieldView[] }[]
  /** The report has words of its own, which can be taken back. */
  mayDrop: boolean
}
