/** An event's description: how it ended, what the plan asks for, and where to read on. Names of staff stay in the house. */

import { ITEM_STATE_NAMES } from '../core/content/item.ts'
import { type Fact, isDone, REASONS, type Reason, uncorrected } from '../core/fact.ts'
import { isExtra } from '../core/outside-plans.ts'
import { lastWorkingDay, type WorkCalendar } from '../core/plan/work-calendar.ts'
import type { Obligation } from '../core/plan.ts'
import { isDated, type Reading } from '../core/reading.ts'
import { capital } from '../core/text.ts'
import { contains, type Instant, localDateOf, type WallTime, wallTimeOf } from '../core/wall-clock.ts'
import { amount, figure } from '../core/words/figures.ts'
import { FACT_NAMES, REASON_NAMES, runsOnWords } from '../core/words/names.ts'
import { outcomeWords } from '../core/words/outcome.ts'
import { periodInWords } from '../core/words/period-words.ts'
import { slotDetails } from '../core/words/slot-words.ts'
import { dayInWords, documentDay } from '../core/words/words.ts'
import { escapeText } from './content-line.ts'
import { rememberingLast } from './date-time.ts'
import { isUntold } from './entry.ts'

/** Longer quotes are read on the slot's page: a year must stay below the megabyte that Google takes. */
const LONGEST_QUOTE = 500

/** The value of DESCRIPTION, escaped. */
export function descriptionOf(entry: Reading, link: string | null, work: WorkCalendar): string {
  const { obligation, changedAt, item } = entry
  const own = [
    ...itemLines(item),
    ...outcomeLines(entry),
    ...windowLines(entry, work),
    shapeLine(entry),
    entry.plan.runsOn ? runsOnWords(entry.plan) : '',
  ].filter(Boolean)
  const end = [...(link ? [`Chi tiết: ${link}`] : []), `Cập nhật ${changedWords(changedAt)}`]
  return [...(own.length ? [escapeLines(own)] : []), obligationText(obligation), escapeLines(end)].join('\\n')
}

/** What is said, and whether a leader has approved it. */
const itemLines = (item: Reading['item']): string[] =>
  item ? [`Bài: ${item.title} (${ITEM_STATE_NAMES[item.state].toLowerCase()})`] : []

const escapeLines = (lines: string[]): string => escapeText(lines.join('\n'))

const obligationTexts = new WeakMap<Obligation, string>()

/** What the plan says, or that none asks for it, escaped once for all slots of an obligation. */
function obligationText(obligation: Obligation): string {
  const { clause, quote, lead } = obligation
  const ground = quote ? `Điều khoản ${clause}: “${shorten(quote)}”` : `${capital(clause)}.`
  const text = obligationTexts.get(obligation) ?? escapeLines([ground, ...(lead ? [`Chủ trì: ${lead}`] : [])])
  obligationTexts.set(obligation, text)
  return text
}

const shorten = (quote: string): string =>
  quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE).trimEnd()}…` : quote

const instantWords = (at: Instant): string => `${wallTimeOf(at)} ${dayInWords(localDateOf(at))}`
const changedWords = rememberingLast(instantWords)

/** `Phát mới · số 16/26 · 15 phút` */
const shapeLine = ({ slot, obligation }: Reading): string =>
  capital(slotDetails(slot, obligation).join(' · '))

function outcomeLines(entry: Reading): string[] {
  const { slot, facts, at } = entry
  const { moved, makeUp } = at
  const lines = uncorrected(facts).flatMap((fact) => factLine(fact, entry) ?? [])
  if (moved?.to && moved !== makeUp) lines.unshift(moveLine(entry, moved))
  if (makeUp?.to) lines.push(`Sẽ ${makeUpWords(entry)} lúc ${startWords(makeUp.to)}.`)
  if (slot.withdrawn) lines.push(isExtra(slot) ? 'Đã bỏ.' : 'Kế hoạch không còn yêu cầu kỳ này.')
  return lines
}

/** `phát bù`, `đăng bù` */
const makeUpWords = ({ obligation }: Reading): string => outcomeWords(obligation).makeUp.toLowerCase()

const startWords = ({ date, time }: { date: string; time: WallTime | null }): string =>
  `${time ? `${time} ` : ''}${dayInWords(date)}`

function moveLine({ slot }: Reading, { to, reason }: Fact): string {
  const why = listedReason(reason)
  const where = startWords(to as NonNullable<Fact['to']>)
  if (slot.date === null) return `Ấn định ngày ${where}.`
  return `Dời từ ${startWords({ date: slot.date, time: slot.time })} sang ${where}${why ? `: ${why}` : ''}.`
}

/** Only of the list: what people write in their own words may name somebody. */
const listedReason = (reason: string | null): string | null =>
  (REASONS as readonly (string | null)[]).includes(reason) ? REASON_NAMES[reason as Reason] : null

/** What happened, one line a fact; null for what a subscriber need not know. */
function factLine(fact: Fact, entry: Reading): string | null {
  const { obligation, at } = entry
  const when = instantWords(fact.at)
  if (isDone(fact))
    return `${FACT_NAMES[fact.kind]}${details(fact)} lúc ${when}${standingNote(at.standing)}.${link(fact)}`
  if (fact.kind === 'made-up') return `Đã ${makeUpWords(entry)}${details(fact)} lúc ${when}.${link(fact)}`
  if (fact.kind === 'measured') return measuredLine(fact, obligation, when)
  if (fact.kind === 'not-aired' && fact.reason === 'not-triggered') return 'Không phát sinh.'
  if (fact.kind === 'not-aired') {
    const why = listedReason(fact.reason)
    return `${outcomeWords(obligation).not}${why ? `: ${why}` : ''}.`
  }
  if (fact.kind === 'excused')
    return `Nghỉ có lý do được chấp nhận${fact.document ? ` theo ${fact.document}` : ''}.`
  return null
}

function measuredLine({ value }: Fact, { cadence }: Reading['obligation'], when: string): string | null {
  if (cadence.kind !== 'measure' || value === null) return null
  const { value: goal, unit } = cadence.target
  return `Đo được ${amount(value, unit)}, mục tiêu ${amount(goal, unit)}, lúc ${when}.`
}

const link = ({ link: address }: Fact): string => (address ? ` ${address}` : '')

function details({ place, minutes, people }: Fact): string {
  const parts = [
    place && `trên ${place}`,
    minutes === null ? null : `${minutes} phút`,
    people === null ? null : `${figure(people)} người`,
  ].filter(Boolean)
  return parts.length ? ` ${parts.join(', ')}` : ''
}

const standingNote = (standing: Reading['at']['standing']): string =>
  standing === 'late' ? ' (trễ)' : standing === 'short' ? ' (chưa đạt thời lượng)' : ''

/** When something without an hour is to be done. */
function windowLines(entry: Reading, work: WorkCalendar): string[] {
  const { slot, obligation } = entry
  if (slot.window === null || isDated(entry) || !isUntold(entry)) return []
  const { to } = slot.window
  const worked = lastWorkingDay(work, to)
  const { anchor } = obligation.cadence
  return [
    `Làm ${periodWords(slot.window)}, chậm nhất ${dayInWords(to)}.`,
    ...(worked === to
      ? []
      : [`Ngày cuối là ngày nghỉ; ngày làm việc cuối cùng trước đó: ${dayInWords(worked)}.`]),
    ...(anchor === null || contains(slot.window, anchor)
      ? []
      : [`Mốc ${documentDay(anchor)} nằm ngoài thời gian này.`]),
  ]
}

const periodWords = (window: { from: string; to: string }): string => {
  const words = periodInWords(window)
  return words.startsWith('từ ') ? words : `trong ${words}`
}
