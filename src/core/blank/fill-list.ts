/** The lists of a form: what happened, what was told, or the obligations, row by row. */
import type { Language } from '../making.ts'
import { foldTone, tidy } from '../text.ts'
import type { BlankList, Where } from './blank.ts'
import {
  type BlankCell,
  type ContentColumn,
  contentCell,
  type ObligationColumn,
  type OccurrenceColumn,
  obligationCell,
  occurrenceCell,
  type Told,
} from './columns.ts'
import type { Gathered } from './fill.ts'
import { judge } from './measure.ts'
import type { Occurrence } from './occurrence.ts'

/** Of what was told several times, the first. */
export type RowOf = { planId: string; obligationId: string; slotId: string | null }

export type FilledList = {
  id: string
  title: string
  note: string | null
  /** `names`: what a row stands for. */
  columns: { heading: string; width: number; left: boolean; names: boolean }[]
  rows: BlankCell[][]
  /** What each row stands for, in the rows' order. */
  of: RowOf[]
  /** How many marks each column has; null for columns without. Absent where the list has no marks. */
  sums: (number | null)[] | null
  /** Why there are no rows. */
  reason: string | null
}

const NAMES: readonly string[] = ['title', 'obligation']
const LEFT: readonly string[] = [
  'title',
  'obligation',
  'channel',
  'place',
  'author',
  'source',
  'evidence',
  'lead',
  'plan',
  'channels',
]

export function fillList(list: BlankList, gathered: Gathered, languages: readonly Language[]): FilledList {
  const all = rowsOf(list, gathered, languages)
  const rows = all.map(({ cells }) => cells)
  const marks = list.columns.map((column) => 'mark' in column)
  return {
    ...{ id: list.id, title: list.title, note: list.note },
    columns: list.columns.map((column) => ({
      ...{ heading: column.heading, width: column.width },
      left: 'from' in column && LEFT.includes(column.from),
      names: 'from' in column && NAMES.includes(column.from),
    })),
    ...{ rows, of: all.map(({ of }) => of) },
    sums: marks.some(Boolean)
      ? marks.map((isMark, i) => (isMark ? rows.filter((row) => row[i] === 'X').length : null))
      : null,
    reason: rows.length ? null : 'không có ghi nhận nào thuộc bảng này trong kỳ',
  }
}

type Row = { cells: BlankCell[]; of: RowOf }

function rowsOf(list: BlankList, gathered: Gathered, languages: readonly Language[]): Row[] {
  const isMeant = (where: Where) => (one: Occurrence) => judge(one, where, languages).answer === 'yes'
  const marked = (own: readonly Occurrence[], mark: Where): BlankCell =>
    own.some(isMeant(mark)) ? 'X' : null
  const own = gathered.occurrences.filter(isMeant(list.where))
  if (list.rows === 'occurrences')
    return own.map((one, i) => ({
      of: ofOccurrence(one),
      cells: list.columns.map((column) => {
        if ('mark' in column) return marked([one], column.mark)
        return 'from' in column
          ? numbered(column.from, i, (from: OccurrenceColumn) => occurrenceCell(from, one))
          : null
      }),
    }))
  if (list.rows === 'contents')
    return toldIn(own).map((told, i) => ({
      of: ofOccurrence(told.own[0]),
      cells: list.columns.map((column) => {
        if ('mark' in column) return marked(told.own, column.mark)
        return 'from' in column
          ? numbered(column.from, i, (from: ContentColumn) => contentCell(from, told, gathered))
          : null
      }),
    }))
  return gathered.obligations
    .filter(
      ({ set, channels }) => set && (list.where.channels ?? channels).some((one) => channels.includes(one)),
    )
    .map((obligation, i) => ({
      of: { planId: obligation.planId, obligationId: obligation.id, slotId: null },
      cells: list.columns.map((column) => {
        if ('mark' in column) return marked(ofObligation(gathered, obligation), column.mark)
        return 'from' in column
          ? numbered(column.from, i, (from: ObligationColumn) => obligationCell(from, obligation, gathered))
          : null
      }),
    }))
}

const ofOccurrence = ({ planId, obligation, slotId }: Occurrence): RowOf => ({
  ...{ planId, slotId, obligationId: obligation.id },
})

const ofObligation = (
  { occurrences }: Gathered,
  { planId, id }: { planId: string; id: string },
): Occurrence[] => occurrences.filter((one) => one.planId === planId && one.obligation.id === id)

const numbered = <C extends string>(column: C, index: number, cell: (column: C) => BlankCell): BlankCell =>
  column === 'number' ? index + 1 : cell(column)

/** By title, in the order in which each was first told. */
const toldIn = (own: readonly Occurrence[]): Told[] =>
  [...Map.groupBy(own, ({ title }) => foldTone(tidy(title))).values()].flatMap(([first, ...more]) =>
    first ? [{ title: first.title, own: [first, ...more] as const }] : [],
  )
