/**
 * An incident (sự cố) explains several silent slots at once: a storm, a power cut, Tết, an emergency bulletin.
 *
 * With a document that accepts it the slots are excused, ahead of time too. Without one they were not aired, which
 * can only be said of what has begun. What somebody already settled stays as it is.
 */
import { type Fact, type FactInput, inputOf, isSilent, type Reason, uncorrected } from './fact.ts'
import type { Channel } from './plan.ts'
import { isDated, type Reading } from './reading.ts'
import type { Slot } from './slot.ts'
import { placeAfter, type Standing } from './standing.ts'
import { addDays, endOfDay, type Instant, instantOf, type LocalDate, localDateOf } from './wall-clock.ts'

export const INCIDENT_KINDS = ['disaster', 'power', 'tet', 'emergency', 'other'] as const
export type IncidentKind = (typeof INCIDENT_KINDS)[number]

export type Incident = {
  id: string
  kind: IncidentKind
  from: Instant
  /** The first instant after it. */
  to: Instant
  /** Null: every channel. */
  channel: Channel | null
  note: string | null
  /** The document that accepts the silence: "Công văn số 12/UBND ngày 06/11/2025". */
  document: string | null
}

/** An incident as it is kept. */
export type RecordedIncident = Incident & {
  by: string
  recordedAt: Instant
  /** Taken back as a whole, with all that it had recorded. */
  undone: { by: string; at: Instant } | null
}

/** Slots that may belong to it are planned on, or were moved to, these days; a programme may run past midnight. */
export const daysOf = ({ from, to }: Pick<Incident, 'from' | 'to'>): { from: LocalDate; to: LocalDate } => ({
  from: addDays(localDateOf(from), -1),
  to: localDateOf(to - 1),
})

/**
 * What the incident can still do for a slot. `open`: explain it. `missed`: somebody recorded that it was not aired;
 * a document can excuse it. `ahead`: its hour has not come, so without a document nothing can be said. `explained`:
 * this incident did. `settled`: it ended some other way.
 */
export type CoverState = 'open' | 'missed' | 'ahead' | 'explained' | 'settled'

export type Covered = { reading: Reading; state: CoverState }

/** The slots whose time it overlaps, in the order given. What the plan asks for no longer, or not yet, is left out. */
export const coveredBy = (incident: Incident, readings: readonly Reading[], now: Instant): Covered[] =>
  readings
    .filter(({ obligation }) => incident.channel === null || obligation.channels.includes(incident.channel))
    .filter((reading) => overlaps(incident, reading))
    .filter(({ at }) => !OUTSIDE.includes(at.standing))
    .map((reading) => ({ reading, state: stateOf(incident, reading, now) }))

const OUTSIDE: Standing[] = ['withdrawn', 'not-in-force', 'not-triggered']

/** From when until when a slot is on; all day when only its day is fixed, null when not even that is. */
function timeOf(reading: Reading): { from: Instant; to: Instant } | null {
  const { slot, facts, at } = reading
  const { date, time } = placeWhenExplained(slot, facts) ?? { date: at.dueDay, time: at.dueTime }
  if (!isDated(reading)) return null
  if (time === null) return { from: instantOf(date), to: endOfDay(date) }
  const from = instantOf(date, time)
  return { from, to: from + Math.max(slot.minutes, 1) * 60_000 }
}

/** A slot that was explained may have got a day for its make-up since: what counts is where it stood before. */
function placeWhenExplained(slot: Slot, facts: readonly Fact[]) {
  const inForce = uncorrected(facts)
  const explained = inForce.findIndex(isSilent)
  if (explained < 0) return null
  return placeAfter(slot, inForce.slice(0, explained))
}

function overlaps(incident: Incident, reading: Reading): boolean {
  const time = timeOf(reading)
  return time !== null && time.from < incident.to && incident.from < time.to
}

function stateOf(incident: Incident, reading: Reading, now: Instant): CoverState {
  const { outcome } = reading.at
  if (outcome?.incidentId === incident.id && (outcome.kind === 'excused' || incident.document === null))
    return 'explained'
  if (outcome?.kind === 'not-aired') return incident.document === null ? 'settled' : 'missed'
  if (outcome) return 'settled'
  return incident.document === null && !hasBegun(reading, now) ? 'ahead' : 'open'
}

function hasBegun(reading: Reading, now: Instant): boolean {
  const time = timeOf(reading)
  if (time === null) return false
  return (reading.at.dueTime === null ? time.to : time.from) <= now
}

/** What to record of a slot that the incident explains. It happened when the slot was to begin, or is said ahead. */
export function explanationOf(incident: Incident, { reading }: Covered, now: Instant): FactInput {
  const time = timeOf(reading)
  return inputOf(incident.document === null ? 'not-aired' : 'excused', {
    at: Math.min(time?.from ?? now, now),
    reason: reasonOf(incident),
    document: incident.document,
    note: incident.kind === 'other' ? null : incident.note,
  })
}

const REASON: Record<Exclude<IncidentKind, 'other'>, Reason | string> = {
  disaster: 'disaster',
  power: 'power',
  tet: 'nghỉ Tết',
  emergency: 'emergency',
}

const reasonOf = ({ kind, note }: Incident): string => (kind === 'other' ? (note ?? 'other') : REASON[kind])

/** The facts that stand because of the incident, in the order in which they were recorded. */
export const factsOf = (incident: Pick<Incident, 'id'>, facts: readonly Fact[]): Fact[] =>
  uncorrected(facts).filter(({ incidentId, kind }) => incidentId === incident.id && kind !== 'correction')
