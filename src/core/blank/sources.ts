/** What stands behind a figure of a form (nguồn số liệu): the very lines that it counts, or the fields that it is made of. */
import type { Channel } from '../channel.ts'
import type { Language } from '../making.ts'
import type { From, Where } from './blank.ts'
import type { Gathered } from './fill.ts'
import {
  amountOf,
  countsIn,
  isOfObligations,
  isTime,
  judge,
  type Measure,
  minutesIn,
  type OfObligations,
} from './measure.ts'
import type { ObligationMark } from './obligation-mark.ts'
import type { Occurrence } from './occurrence.ts'

/** `amount`: what it adds to the figure, in people, minutes, words or times; null where nobody wrote it down. */
export type SourceLine = { one: Occurrence; amount: number | null }

/** What may count or not: nobody wrote down what would tell. `unsaid`: `ngôn ngữ` */
export type OpenLine = { one: Occurrence; unsaid: string }

export type Sources =
  | { kind: 'lines'; lines: SourceLine[]; open: OpenLine[] }
  | { kind: 'obligations'; obligations: ObligationMark[] }
  /** Of the form, by their ids. */
  | { kind: 'fields'; ids: readonly string[] }
  /** Typed, or known to nobody here. */
  | { kind: 'none' }

export function sourcesOf(from: From, gathered: Gathered, languages: readonly Language[]): Sources {
  if (from.kind === 'typed' || from.kind === 'none') return { kind: 'none' }
  if (from.kind === 'sum' || from.kind === 'present') return { kind: 'fields', ids: from.of }
  if (from.kind !== 'count') return { kind: 'fields', ids: [from.of, from.over] }
  if (isOfObligations(from.of))
    return { kind: 'obligations', obligations: obligationsIn(from.of, from.where, gathered) }
  return { kind: 'lines', ...linesIn(from.of, from.where, gathered, languages) }
}

export type OfOccurrences = Exclude<Measure, OfObligations>

/** What is meant; and what may be meant, with the condition that nobody can judge. */
export function linesIn(
  measure: OfOccurrences,
  where: Where,
  { occurrences }: Gathered,
  languages: readonly Language[],
): { lines: SourceLine[]; open: OpenLine[] } {
  const judged = occurrences
    .filter(countsIn[measure])
    .map((one) => ({ one, ...judge(one, where, languages) }))
  return {
    lines: judged
      .filter(({ answer }) => answer === 'yes')
      .map(({ one }) => ({
        one,
        amount: isTime(measure) ? minutesIn(one, where, languages) : amountOf(measure, one),
      })),
    open: judged.flatMap(({ one, answer, unsaid }) =>
      answer === 'unknown' && unsaid ? [{ one, unsaid }] : [],
    ),
  }
}

export const obligationsIn = (
  measure: OfObligations,
  where: Where,
  { obligations }: Gathered,
): ObligationMark[] =>
  obligations.filter(
    ({ set, completed, channels }) =>
      set &&
      inChannels(where, channels) &&
      (measure === 'obligations-set' || completed === (measure === 'obligations-completed')),
  )

export const inChannels = ({ channels }: Where, own: readonly Channel[]): boolean =>
  channels === null || own.some((one) => channels.includes(one))
