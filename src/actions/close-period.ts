/** Closing a period (chốt số liệu): its report is frozen with a hash, and what nobody confirmed is accepted as such. */

import { createHash } from 'node:crypto'
import type { Author } from '../core/author.ts'
import { inputOf } from '../core/fact.ts'
import { type FieldError, fail, invalid, ok, type Result } from '../core/problem.ts'
import type { Reading } from '../core/reading.ts'
import { type Closing, closedKey, closedWords, closingFor, OFFICE } from '../core/record/closing.ts'
import { draftFact } from '../core/record/recording.ts'
import { plannedDay } from '../core/slot.ts'
import type { Moment } from '../core/standing.ts'
import { contains, type Instant, localDateOf } from '../core/wall-clock.ts'
import { periodName } from '../core/words/period-words.ts'
import { documentDay } from '../core/words/words.ts'
import type { Report } from '../reports/report.ts'
import {
  type ClosingKey,
  countFacts,
  findClosing,
  insertClosing,
  isClosed,
  type NewClosing,
} from '../store/closings.ts'
import { type Db, write } from '../store/db.ts'
import { appendWith } from '../store/facts.ts'
import type { Act, Look } from './act.ts'
import { toFact } from './record-fact.ts'
import { makeReport, type ReportBasis, type ReportOf } from './report.ts'

// Each try loses only to somebody who recorded on the plan meanwhile.
const TRIES = 5

/** `accept`: the leader takes the unconfirmed slots as unconfirmed. */
export async function closePeriod(
  { db, who, calendars, now, rules, breathe }: Act & Moment,
  of: ReportOf & { accept: boolean },
): Promise<Result<Closing>> {
  const look: Look = { db, unit: who.unit, calendars, moment: { now, rules }, ...(breathe && { breathe }) }
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const seen = await countFacts(db, who.unit, of.planId ?? OFFICE)
    const made = await makeReport(look, of)
    if (!made.ok) return made
    const { report, known } = made.value
    const key = closingKey(known)
    const before = await findClosing(db, who.unit, key)
    if (before) return fail({ kind: 'conflict', detail: closedWords(before) })
    const { open } = unconfirmedIn(known)
    const errors = [...dayErrors(report, now), ...openErrors(open, of.accept)]
    if (errors.length) return invalid('Chưa khoá được kỳ này.', errors)
    const closing = { ...key, ...frozen(report), by: who.name, byId: who.id, closedAt: now }
    if (await isAdded(db, who, closing, notesOn(open, report, who, now), seen))
      return ok({ ...closing, year: report.year })
  }
  return fail({ kind: 'conflict', detail: 'Có người đang ghi kết quả trong kỳ này. Hãy thử chốt lại.' })
}

/** Under what a closed report is kept: its plan's name, or the office's. */
export const closingKey = ({
  planId,
  period,
  year,
}: Pick<ReportBasis, 'planId' | 'period' | 'year'>): ClosingKey => ({
  planId: planId ?? OFFICE,
  basis: period.basis,
  period: closedKey(planId, period, year),
})

/** The slots of the period that are due and of which nobody said anything: those to accept, and those that were. */
export function unconfirmedIn({ plans, period, closings }: ReportBasis): {
  open: Reading[]
  accepted: Reading[]
} {
  const all = plans
    .flatMap(({ all }) => all)
    .filter(({ slot, at }) => contains(period, plannedDay(slot)) && at.bucket === 'unconfirmed')
  const isOpen = (one: Reading) => closingFor(closings, one) === null
  return { open: all.filter(isOpen), accepted: all.filter((one) => !isOpen(one)) }
}

const field = (name: string, message: string): FieldError => ({ path: [name], code: 'not-closable', message })

/** The figures are closed on the period's last day or later, and not before that day is over. */
function dayErrors({ period, asOf }: Report, now: Instant): FieldError[] {
  const today = localDateOf(now)
  if (today <= period.to)
    return [field('asOf', `kỳ còn đến hết ngày ${documentDay(period.to)}, sau ngày đó mới khoá được`)]
  if (asOf < period.to)
    return [field('asOf', `số liệu phải tính đến hết kỳ, ngày ${documentDay(period.to)} hoặc muộn hơn`)]
  return asOf > today ? [field('asOf', 'ngày tính đến ở tương lai')] : []
}

function openErrors(open: readonly Reading[], accept: boolean): FieldError[] {
  if (accept || !open.length) return []
  return [
    field('accept', `còn ${open.length} kỳ chưa xác nhận: hãy ghi kết quả, hoặc chấp nhận để chưa xác nhận`),
  ]
}

function frozen(report: Report) {
  const { period, asOf } = report
  const text = JSON.stringify(report)
  return { from: period.from, to: period.to, asOf, report: text, sha256: sha256Of(text) }
}

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

/** So that the slot's own history says it too, and an edit of the plan does not take the slot away. */
function notesOn(open: readonly Reading[], { period, year }: Report, who: Author, now: Instant) {
  const note = `Chốt số liệu ${periodName(period, year)}: chấp nhận để chưa xác nhận.`
  return open.flatMap(({ slot, facts }) => {
    const draft = draftFact(slot, facts, inputOf('note', { note }), now)
    return draft.ok ? [{ fact: toFact(draft.value, who, now), byId: who.id, idempotencyKey: null }] : []
  })
}

async function isAdded(
  db: Db,
  { unit }: Author,
  closing: NewClosing,
  notes: ReturnType<typeof notesOn>,
  seen: number,
): Promise<boolean> {
  const [first] = await write(db, [
    insertClosing(unit, closing, seen),
    ...appendWith(unit, notes, isClosed(unit, closing, closing.sha256)),
  ])
  return first?.rowsAffected === 1
}
