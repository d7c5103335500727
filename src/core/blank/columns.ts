/** The columns that lists of a form may have, and what stands in them. */
import { MAKING_NAMES } from '../making.ts'
import { GRADE_NAMES } from '../record/evidence.ts'
import { PLACE_KIND_NAMES } from '../record/place-kind.ts'
import { addDays } from '../wall-clock.ts'
import { CHANNEL_NAMES, FACT_NAMES } from '../words/names.ts'
import { documentDay } from '../words/words.ts'
import type { ObligationMark } from './obligation-mark.ts'
import type { Occurrence } from './occurrence.ts'

export const OCCURRENCE_COLUMNS = [
  ...([
    'number',
    'day',
    'title',
    'obligation',
    'clause',
    'channel',
    'place',
    'outcome',
    'mode',
    'minutes',
    'people',
  ] as const),
  ...([
    'language',
    'content',
    'genre',
    'origin',
    'author',
    'source',
    'editor',
    'announcer',
    'translator',
  ] as const),
  ...(['words', 'evidence', 'grade', 'by', 'lead'] as const),
] as const
export const CONTENT_COLUMNS = [
  ...(['number', 'title', 'lead', 'plan', 'firstDay', 'lastDay', 'times', 'daysInARow', 'channels'] as const),
  ...(['evidence'] as const),
] as const
export const OBLIGATION_COLUMNS = [
  ...(['number', 'clause', 'title', 'lead', 'plan', 'due', 'done', 'completed', 'evidence'] as const),
] as const

export type OccurrenceColumn = (typeof OCCURRENCE_COLUMNS)[number]
export type ContentColumn = (typeof CONTENT_COLUMNS)[number]
export type ObligationColumn = (typeof OBLIGATION_COLUMNS)[number]

export type BlankCell = string | number | null

/** What was told under one title, whatever it was told by. */
export type Told = { title: string; own: readonly [Occurrence, ...Occurrence[]] }

const OCCURRENCE_CELLS: Record<OccurrenceColumn, (one: Occurrence) => BlankCell> = {
  number: () => null,
  day: ({ day }) => documentDay(day),
  title: ({ title }) => title,
  obligation: ({ obligation }) => obligation.title,
  clause: ({ obligation }) => obligation.clause,
  channel: ({ obligation }) => obligation.channels.map((channel) => CHANNEL_NAMES[channel]).join(', '),
  place: ({ place, fact }) => fact.place ?? (place === null ? null : PLACE_KIND_NAMES[place]),
  outcome: ({ fact }) => FACT_NAMES[fact.kind],
  mode: ({ mode }) => mode && MAKING_NAMES.mode[mode],
  minutes: ({ minutes }) => minutes,
  people: ({ people }) => people,
  language: ({ making }) => making.language,
  content: ({ making }) => making.content && MAKING_NAMES.content[making.content],
  genre: ({ making }) => making.genre,
  origin: ({ making }) => making.origin && MAKING_NAMES.origin[making.origin],
  author: ({ making }) => making.author,
  source: ({ making }) => making.source,
  editor: ({ making }) => making.editor,
  announcer: ({ making }) => making.announcer,
  translator: ({ making }) => making.translator,
  words: ({ making }) => making.words,
  evidence: ({ evidence }) => joined(evidence),
  grade: ({ grade }) => GRADE_NAMES[grade],
  by: ({ fact }) => fact.by,
  lead: ({ obligation }) => obligation.lead,
}

type Named = { planName: (id: string) => string }

const CONTENT_CELLS: Record<ContentColumn, (told: Told, names: Named) => BlankCell> = {
  number: () => null,
  title: ({ title }) => title,
  lead: ({ own }) => joined(own.map(({ obligation }) => obligation.lead)),
  plan: ({ own }, { planName }) => joined(own.map(({ planId }) => planName(planId))),
  firstDay: ({ own }) => (own[0] ? documentDay(own[0].day) : null),
  lastDay: ({ own }) => lastDay(own),
  times: ({ own }) => own.length,
  daysInARow: ({ own }) => daysInARow(own),
  channels: ({ own }) =>
    joined(own.flatMap(({ obligation }) => obligation.channels.map((one) => CHANNEL_NAMES[one]))),
  evidence: ({ own }) => joined(own.flatMap(({ evidence }) => evidence)),
}

const lastDay = (own: readonly Occurrence[]): string | null => {
  const last = own.at(-1)
  return last ? documentDay(last.day) : null
}

const OBLIGATION_CELLS: Record<ObligationColumn, (obligation: ObligationMark, names: Named) => BlankCell> = {
  number: () => null,
  clause: ({ clause }) => clause,
  title: ({ title }) => title,
  lead: ({ lead }) => lead,
  plan: ({ planId }, { planName }) => planName(planId),
  due: ({ due }) => due,
  done: ({ done }) => done,
  completed: ({ completed, unconfirmed, due }) =>
    completed
      ? 'hoàn thành'
      : due === 0
        ? 'chưa có ghi nhận nào'
        : unconfirmed
          ? `còn ${unconfirmed} việc chưa xác nhận`
          : 'chưa hoàn thành',
  evidence: ({ evidence }) => joined(evidence),
}

/** Each once, in the order in which they first come. */
const joined = (all: readonly (string | null)[]): string | null =>
  [...new Set(all.filter((one) => one !== null))].join('; ') || null

export const occurrenceCell = (column: OccurrenceColumn, one: Occurrence): BlankCell =>
  OCCURRENCE_CELLS[column](one)
export const contentCell = (column: ContentColumn, told: Told, names: Named): BlankCell =>
  CONTENT_CELLS[column](told, names)
export const obligationCell = (
  column: ObligationColumn,
  obligation: ObligationMark,
  names: Named,
): BlankCell => OBLIGATION_CELLS[column](obligation, names)

/** The most days one after the other on which it was heard (Luật 10/2022/QH15, Điều 13: ít nhất 03 ngày liên tục). */
function daysInARow(own: readonly Occurrence[]): number | null {
  const days = [...new Set(own.filter(({ mode }) => mode !== null).map(({ day }) => day))].sort()
  if (!days.length) return null
  let [longest, run] = [1, 1]
  days.slice(1).forEach((day, i) => {
    run = day === addDays(days[i] as string, 1) ? run + 1 : 1
    longest = Math.max(longest, run)
  })
  return longest
}
