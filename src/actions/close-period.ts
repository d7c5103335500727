/** Closing a period (khoá kỳ): its report is frozen with a hash, and what nobody confirmed is accepted as such. */
import { createHash } from 'node:crypto'
import type { Principal } from '../accounts/principal.ts'
import type { Calendars } from '../calendars.ts'
import { inputOf } from '../core/fact.ts'
import { type FieldError, fail, invalid, ok, type Result } from '../core/problem.ts'
import type { Reading } from '../core/reading.ts'
import { type Closing, closedWords } from '../core/record/closing.ts'
import { draftFact } from '../core/record/recording.ts'
import { plannedDay } from '../core/slot.ts'
import type { Moment } from '../core/standing.ts'
import { contains, type Instant, localDateOf } from '../core/wall-clock.ts'
import { periodName } from '../core/words/period-words.ts'
import { documentDay } from '../core/words/words.ts'
import type { Report } from '../reports/report.ts'
import { countFacts, findClosing, insertClosing, isClosed, type NewClosing } from '../store/closings.ts'
import { type Db, write } from '../store/db.ts'
import { appendWith } from '../store/facts.ts'
import { choosePlan, readPlan, recordsOf } from './count.ts'
import { toFact } from './record-fact.ts'
import { type ReportOf, reportOf } from './report.ts'

// Each try loses only to somebody who recorded on the plan meanwhile.
const TRIES = 5

/** `accept`: the leader takes the unconfirmed slots as unconfirmed. */
export async function closePeriod(
  db: Db,
  who: Principal,
  of: ReportOf & { accept: boolean },
  moment: Moment,
  calendars: Calendars,
): Promise<Result<Closing>> {
  const { now } = moment
  const plan = await choosePlan(db, who.unit, of.planId)
  if (!plan.ok) return plan
  const key = { planId: plan.value.id, basis: of.basis, period: of.period }
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const before = await findClosing(db, who.unit, key)
    if (before) return fail({ kind: 'conflict', detail: closedWords(before) })
    const seen = await countFacts(db, who.unit, key.planId)
    const known = readPlan(await recordsOf(db, who.unit, plan.value), of.asOf, moment)
    const report = reportOf(known, of, calendars)
    if (!report.ok) return report
    const open = unconfirmedIn(report.value, known.all)
    const errors = [...dayErrors(report.value, now), ...openErrors(open, of.accept)]
    if (errors.length) return invalid('Chưa khoá được kỳ này.', errors)
    const closing = { ...key, ...frozen(report.value), by: who.name, byId: who.id, closedAt: now }
    if (await isAdded(db, who, closing, notesOn(open, report.value, who, now), seen))
      return ok({ ...closing, year: plan.value.year })
  }
  return fail({ kind: 'conflict', detail: 'Có người đang ghi kết quả của kế hoạch này. Hãy thử khoá lại.' })
}

/** The slots of the period that are due and of which nobody said anything. */
const unconfirmedIn = ({ period }: Report, all: readonly Reading[]): Reading[] =>
  all.filter(({ slot, at }) => contains(period, plannedDay(slot)) && at.bucket === 'unconfirmed')

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
function notesOn(open: readonly Reading[], { period, plan }: Report, who: Principal, now: Instant) {
  const note = `Khoá kỳ ${periodName(period, plan.year)}: chấp nhận để chưa xác nhận.`
  return open.flatMap(({ slot, facts }) => {
    const draft = draftFact(slot, facts, inputOf('note', { note }), now)
    return draft.ok ? [{ fact: toFact(draft.value, who, now), byId: who.id, idempotencyKey: null }] : []
  })
}

async function isAdded(
  db: Db,
  { unit }: Principal,
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
