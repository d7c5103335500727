/**
 * The count once more, written only from the words of the contract (docs: what the words mean as of a day D), slot by
 * slot, without any of the product's own counting, standing or correcting. Slow and plain on purpose.
 */
import type { Fact } from '../../src/core/fact.ts'
import type { Plan } from '../../src/core/plan.ts'
import type { Slot } from '../../src/core/slot.ts'

type Day = string
type Question = {
  plan: Plan
  recorded: readonly { slot: Slot; facts: readonly Fact[] }[]
  logged: readonly Fact[]
  period: { from: Day; to: Day }
  /** The period is the plan's own year: one plan's count of all its slots, or an office's by planned day. */
  ownYear?: 'plan' | 'office' | null
  asOf: Day
}

export type PlainRow = {
  obligationId: string
  airing: 'new' | 'rerun'
  declared: number | null
  feasible: number
  scheduled: number
  due: number
  done: number
  onTime: number
  late: number
  madeUp: number
  short: number
  missed: number
  excused: number
  unconfirmed: number
  remaining: number
  shortfall: number | null
  minutes: number
  logged: number
  longestGap: number | null
  value: number | null
}

/** The day in Vietnam, seven hours ahead of UTC. */
const dayOf = (instant: number): Day => new Date(instant + 7 * 3_600_000).toISOString().slice(0, 10)

/** Corrected facts don't count; a corrected correction doesn't either. */
function stands(one: Fact, facts: readonly Fact[]): boolean {
  for (const other of facts) if (other.corrects === one.id && stands(other, facts)) return false
  return true
}

export function plainCount(question: Question): PlainRow[] {
  const rows: PlainRow[] = []
  for (const obligation of question.plan.obligations) {
    rows.push(plainRow(question, obligation, 'new'))
    if (obligation.cadence.kind === 'rate' && obligation.cadence.reruns !== null)
      rows.push(plainRow(question, obligation, 'rerun'))
  }
  return rows
}

/** The office's count (a report is of an office over a period): each plan's slots by planned day, whatever its year. */
export function plainOffice(
  plans: readonly Pick<Question, 'plan' | 'recorded' | 'logged'>[],
  { period, year, asOf }: { period: Question['period']; year: number; asOf: Day },
): (PlainRow & { planId: string })[] {
  const rows: (PlainRow & { planId: string })[] = []
  for (const one of plans) {
    const isOwn = period.from === `${one.plan.year}-01-01` && period.to === `${one.plan.year}-12-31`
    for (const row of plainCount({ ...one, period, asOf, ownYear: isOwn ? 'office' : null }))
      if (one.plan.year === year || row.scheduled > 0 || row.logged > 0)
        rows.push({ planId: one.plan.id, ...row })
  }
  return rows
}

function plainRow(
  question: Question,
  obligation: Plan['obligations'][number],
  airing: 'new' | 'rerun',
): PlainRow {
  const { period } = question
  const { cadence } = obligation
  const row: PlainRow = {
    ...{ obligationId: obligation.id, airing, declared: null, feasible: 0, scheduled: 0, due: 0, done: 0 },
    ...{ onTime: 0, late: 0, madeUp: 0, short: 0, missed: 0, excused: 0, unconfirmed: 0, remaining: 0 },
    ...{ shortfall: null, minutes: 0, logged: 0, longestGap: null, value: null },
  }
  if (cadence.kind === 'rate' && cadence.declared !== null)
    row.declared = airing === 'new' ? cadence.declared : cadence.declared * (cadence.reruns?.times ?? 0)
  if (cadence.kind === 'window' || cadence.kind === 'event-offset') row.declared = cadence.declared

  let elsewhere = 0
  for (const { slot, facts } of question.recorded) {
    if (slot.obligationId !== obligation.id || slot.airing !== airing) continue
    // Belongs to the period by its planned date; a window or deadline by its last day.
    const planned = slot.date !== null ? slot.date : (slot.window?.to as Day)
    const isElsewhere = planned < period.from || planned > period.to
    if (isElsewhere && !slot.withdrawn) elsewhere += 1
    if (isElsewhere && question.ownYear !== 'plan') continue
    countSlot(
      row,
      slot,
      planned,
      facts.filter((one) => stands(one, facts)),
      question,
    )
  }

  // Over the plan's own year the total is the obligation, unless it is one "nếu có"; elsewhere what was due.
  const waits = cadence.conditional && cadence.kind !== 'event-offset'
  const inOtherYears = question.ownYear === 'plan' ? 0 : elsewhere
  if (row.declared !== null)
    row.shortfall =
      question.ownYear && !waits
        ? Math.max(0, row.declared - inOtherYears - row.done - row.remaining)
        : row.due - row.done
  if (airing === 'new') countLog(row, obligation, question)
  return row
}

function countSlot(row: PlainRow, slot: Slot, planned: Day, facts: Fact[], { plan, asOf }: Question): void {
  const happened = facts.filter((one) => dayOf(one.at) <= asOf)
  // A move holds whenever it was recorded; the last one said.
  const move = facts.filter((one) => one.kind === 'moved').at(-1)
  const dueDay = move?.to ? move.to.date : planned
  const inForce = planned >= plan.inForceFrom

  const aired = happened.filter((one) => ['aired', 'posted', 'held'].includes(one.kind))
  const first = aired.find((one) => aired.every((other) => other.at >= one.at))
  const makeUp = happened.filter((one) => one.kind === 'made-up').at(-1)
  const tooShort = (one: Fact) =>
    slot.leastMinutes !== null && one.minutes !== null && one.minutes < slot.leastMinutes
  const isLate = (day: Day) => day > dueDay || (slot.window !== null && day > slot.window.to)

  let place: 'onTime' | 'late' | 'madeUp' | 'short' | 'missed' | 'excused' | null = null
  let minutes = 0
  const measured = happened.filter((one) => one.kind === 'measured')
  if (slot.target !== null && measured.length > 0) {
    const target = slot.target
    measured.sort((a, b) => a.at - b.at)
    const latest = measured.at(-1) as Fact
    row.value = latest.value
    if ((latest.value as number) < target) place = 'short'
    else {
      let since = latest
      for (const one of measured.toReversed()) {
        if ((one.value as number) < target) break
        since = one
      }
      place = isLate(dayOf(since.at)) ? 'late' : 'onTime'
    }
  } else if (first && !(tooShort(first) && makeUp)) {
    place = tooShort(first) ? 'short' : isLate(dayOf(first.at)) ? 'late' : 'onTime'
    minutes = first.minutes ?? 0
  } else if (makeUp) {
    place = tooShort(makeUp) ? 'short' : 'madeUp'
    minutes = makeUp.minutes ?? 0
  } else if (happened.some((one) => one.kind === 'excused')) place = 'excused'
  else if (happened.some((one) => one.kind === 'not-aired')) place = 'missed'

  // What was aired and is no longer asked for is in no row.
  if (slot.withdrawn) return
  // "Nếu có": outside every denominator until triggered, and "không phát sinh" is a recorded outcome.
  const notArisen = happened.filter((one) => one.kind === 'not-aired').at(-1)?.reason === 'not-triggered'
  if (slot.conditional && ((place === null && !move) || (place === 'missed' && notArisen))) return

  row.minutes += minutes
  row.scheduled += 1
  if (inForce) row.feasible += 1
  if (place === 'onTime' || place === 'late' || place === 'madeUp') {
    row.done += 1
    row.due += 1
    row[place] += 1
    return
  }
  if (!inForce) return
  if (dueDay > asOf) {
    row.remaining += 1
    return
  }
  row.due += 1
  row[place ?? 'unconfirmed'] += 1
}

/** What was logged on the obligation itself, and the longest run of days without it. */
function countLog(row: PlainRow, { id, cadence }: Plan['obligations'][number], question: Question): void {
  const { logged, period, asOf, plan } = question
  const own = logged.filter((one) => one.obligationId === id)
  const entries = own
    .filter((one) => stands(one, own) && ['aired', 'posted', 'held'].includes(one.kind))
    .filter((one) => dayOf(one.at) <= asOf && dayOf(one.at) >= period.from && dayOf(one.at) <= period.to)
  row.logged = entries.length
  row.minutes += entries.reduce((sum, one) => sum + (one.minutes ?? 0), 0)
  if (cadence.kind !== 'continuous') return
  const days = new Set(entries.map((one) => dayOf(one.at)))
  let run = 0
  for (let at = Date.parse(period.from); at <= Date.parse(period.to); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10)
    if (day < plan.inForceFrom || day > asOf) continue
    if (cadence.window && (day < cadence.window.from || day > cadence.window.to)) continue
    run = days.has(day) ? 0 : run + 1
    row.longestGap = Math.max(row.longestGap ?? 0, run)
  }
}
