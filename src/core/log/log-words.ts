/** The log's entries in words: the same for the page, for paper and for spreadsheets. */

import type { Fact, FileEvidence } from '../fact.ts'
import { approvedBy, withItem } from '../item-brief.ts'
import { type Making, madeOf } from '../making.ts'
import { OUTSIDE_PLANS } from '../outside-plans.ts'
import { keptFilePath } from '../paths.ts'
import type { Obligation } from '../plan.ts'
import type { Slot } from '../slot.ts'
import { type Instant, type LocalDate, localDateOf, type WallTime, wallTimeOf } from '../wall-clock.ts'
import { figure } from '../words/figures.ts'
import { AIRING_NAMES, FACT_NAMES, reasonInWords, STANDING_NAMES } from '../words/names.ts'
import { outcomeWords } from '../words/outcome.ts'
import { periodInWords } from '../words/period-words.ts'
import { airingWords, goesOnAir, issueWords, slotTitle } from '../words/slot-words.ts'
import { documentDay, shortDay, weekdayName } from '../words/words.ts'
import type { LogEntry } from './log.ts'

/** A row of the log. Times are as said beside its day: the day is added where it is another one. */
export type LogRow = {
  day: LocalDate
  slotId: string | null
  clause: string
  title: string
  issue: string
  mark: 'PM' | 'PL' | ''
  /** `05:30`, `05:30 04/8`, `quý III/2025`; empty for what had no place in the plan. */
  planned: string
  /** `dời sang 17:00 06/8`, empty when it was not moved. */
  moved: string
  /** Empty for what did not happen. */
  actual: string
  /** Recorded minutes; empty where nobody recorded any. */
  minutes: string
  /** `Đã phát`, `Không phát`, `Chưa xác nhận` */
  outcome: string
  /** `mất điện`, `theo Công văn 12`, notes. */
  why: string[]
  by: string
  /** When it was recorded: `06:10 04/8/2025`. */
  recorded: string
  /** Links, names of files. */
  evidence: { words: string; href: string | null }[]
  /** What it was made of; null for what did not happen. */
  making: Making | null
  look: 'done' | 'ask' | 'miss' | 'excuse' | 'plan'
}

export function logRow(entry: LogEntry): LogRow {
  const { day, slot, obligation, fact, actual } = entry
  return {
    ...{ day, slotId: slot?.id ?? null, clause: obligation.clause },
    title: withItem(slot ? slotTitle(slot, obligation) : obligation.title, entry.item),
    issue: slot ? issueOf(slot, obligation) : freeWords(entry),
    mark: slot && goesOnAir(obligation) ? (AIRING_NAMES[slot.airing].mark as 'PM' | 'PL') : '',
    planned: plannedWords(entry),
    moved: entry.moved ? `dời sang ${placeWords(entry.moved, entry.day)}` : '',
    actual: actual === null ? '' : wallTimeOf(actual),
    minutes: fact?.minutes == null ? '' : String(fact.minutes),
    outcome: outcomeOf(entry),
    why: [...whyOf(entry), ...unapproved(entry)],
    by: fact?.by ?? '',
    recorded: fact ? momentWords(fact.recordedAt) : '',
    evidence: evidenceOf(entry),
    making: actual === null ? null : makingIn(entry),
    look: lookOf(entry),
  }
}

/** What goes on air is new or a rerun by the plan, unless somebody said otherwise. */
function makingIn({ fact, item, slot, obligation }: LogEntry): Making {
  const said = madeOf(fact?.making ?? null, item?.making ?? null)
  return { ...said, mode: said.mode ?? (slot && goesOnAir(obligation) ? slot.airing : null) }
}

/** Airing what no leader approved is allowed, and said. */
const unapproved = ({ item, actual }: LogEntry): string[] =>
  item && actual !== null && !approvedBy(item, actual) ? ['bài chưa được duyệt khi phát'] : []

const issueOf = (slot: Slot, obligation: Obligation): string =>
  [issueWords(slot, obligation), slot.airing === 'rerun' ? airingWords(slot) : null]
    .filter(Boolean)
    .join(', ')

/** Of what was recorded without a slot. */
const freeWords = ({ fact }: LogEntry): string =>
  fact?.making?.mode === 'version' ? 'bản tiếng khác' : 'thường xuyên'

const momentWords = (at: Instant): string => `${wallTimeOf(at)} ${documentDay(localDateOf(at))}`

/** Just the hour on the day itself. */
function placeWords({ date, time }: { date: LocalDate; time: WallTime | null }, day: LocalDate): string {
  if (date === day) return time ?? ''
  return `${time ?? ''} ${weekdayName(date)} ${shortDay(date)}`.trim()
}

function plannedWords({ planned, slot, day }: LogEntry): string {
  if (planned) return placeWords(planned, day)
  return slot?.window ? periodInWords(slot.window) : ''
}

function outcomeOf({ fact, standing, obligation, day }: LogEntry): string {
  if (!fact) return STANDING_NAMES[standing ?? 'unconfirmed']
  if (fact.kind === 'moved' && fact.to) return `Dời sang ${placeWords({ ...fact.to }, day)}`
  const words = outcomeWords(obligation)
  const name = nameOf(fact, words)
  if (standing === 'late') return `${name} (trễ)`
  if (standing === 'short') return `${name}, chưa đạt`
  return name
}

function nameOf(fact: Fact, words: ReturnType<typeof outcomeWords>): string {
  if (fact.kind === 'not-aired') return fact.reason === 'not-triggered' ? 'Không phát sinh' : words.not
  if (fact.kind === 'made-up') return words.makeUp
  return fact.kind === words.kind ? words.done : FACT_NAMES[fact.kind]
}

function whyOf({ slot, fact, makeUp, added, day }: LogEntry): string[] {
  return [
    slot?.withdrawn ? OUTSIDE_PLANS : null,
    fact?.reason && fact.reason !== 'not-triggered' ? reasonInWords(fact.reason) : null,
    fact?.document ? `theo ${fact.document}` : null,
    fact?.place ?? null,
    fact?.people == null ? null : `${figure(fact.people)} người`,
    fact?.value == null ? null : `đạt ${figure(fact.value)}`,
    fact?.madeAt == null ? null : `bấm lúc ${momentWords(fact.madeAt)} khi mất mạng`,
    fact?.kind === 'evidence' ? null : (fact?.note ?? null),
    makeUp ? `sẽ bù ${placeWords(makeUp, day)}` : null,
    ...added.filter(({ kind }) => kind === 'note').map(({ note }) => note),
  ].filter((words): words is string => words !== null && words !== undefined)
}

function evidenceOf({ fact, added }: LogEntry): LogRow['evidence'] {
  const all = [...(fact ? [fact] : []), ...added.filter(({ kind }) => kind === 'evidence')]
  return all.flatMap((one) => [
    ...(one.link ? [{ words: one.link, href: one.link }] : []),
    ...(one.file ? [fileWords(one.file)] : []),
    ...(one.kind === 'evidence' && one.note ? [{ words: one.note, href: null }] : []),
  ])
}

/** What is kept here can be opened; of the rest the office has the file, which its hash tells from another. */
const fileWords = ({ name, sha256, kept }: FileEvidence): LogRow['evidence'][number] =>
  kept
    ? { words: name, href: keptFilePath(sha256) }
    : { words: `${name} (SHA-256 ${sha256.slice(0, 12)}…)`, href: null }

function lookOf({ fact, standing }: LogEntry): LogRow['look'] {
  if (!fact) return 'ask'
  if (standing === 'short') return 'ask'
  if (fact.kind === 'excused') return 'excuse'
  if (fact.kind === 'not-aired') return fact.reason === 'not-triggered' ? 'plan' : 'miss'
  return fact.kind === 'moved' || fact.kind === 'evidence' ? 'plan' : 'done'
}
