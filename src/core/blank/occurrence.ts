/**
 * A time that something was aired, posted or held (lượt), with what is known of it. Forms of others count these by the
 * day on which they happened; whether a duty was kept is the count's matter.
 */
import { type Fact, isDone, isOutcome, uncorrected } from '../fact.ts'
import { type Making, type Mode, madeOf } from '../making.ts'
import type { Obligation } from '../plan.ts'
import type { Reading } from '../reading.ts'
import { type Grade, gradeOf } from '../record/evidence.ts'
import { type PlaceKind, placeKindOf } from '../record/place-kind.ts'
import { placeOutcomes } from '../record/posting.ts'
import { contains, type DateRange, type Instant, type LocalDate, localDateOf } from '../wall-clock.ts'
import { goesOnAir, slotTitle } from '../words/slot-words.ts'

export type Occurrence = {
  day: LocalDate
  at: Instant
  planId: string
  obligation: Obligation
  slotId: string | null
  /** What was said, or else the duty. */
  title: string
  fact: Fact
  /** On air; null for what is not heard. */
  mode: Mode | null
  making: Making
  minutes: number | null
  people: number | null
  /** Where it was posted; null where nothing tells, and for what is not posted. */
  place: PlaceKind | null
  grade: Grade
  /** Links, names of files. */
  evidence: string[]
}

export type OccurrenceSource = {
  readings: readonly Reading[]
  /** Facts without a slot, with their duties. */
  logged: readonly { obligation: Obligation; fact: Fact }[]
  confirmed: ReadonlySet<string>
}

/** By time. `now`: what happened later is not told yet. */
export function occurrencesOf(source: OccurrenceSource, range: DateRange, now: Instant): Occurrence[] {
  const told = [
    ...source.readings.flatMap((reading) => ofSlot(reading, source.confirmed, now)),
    ...ofDuties(source, now),
  ]
  return told
    .filter(({ day }) => contains(range, day))
    .sort((a, b) => a.at - b.at || order(a.fact.id, b.fact.id))
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const isHappening = (fact: Fact): boolean => isDone(fact) || fact.kind === 'made-up'

function ofSlot(
  { slot, obligation, item, facts }: Reading,
  confirmed: ReadonlySet<string>,
  now: Instant,
): Occurrence[] {
  const inForce = uncorrected(facts).filter((fact) => fact.at <= now)
  // Of one place the last word holds: a post that failed there after all is none.
  const placed = placeOutcomes(inForce).map(({ outcome }) => outcome)
  const whole = inForce.filter((fact) => isOutcome(fact) && fact.place === null)
  return [...whole, ...placed].filter(isHappening).map((fact) =>
    occurrence(fact, obligation, {
      slotId: slot.id,
      title: item?.title ?? slotTitle(slot, obligation),
      mode: slot.airing,
      making: madeOf(fact.making, item?.making ?? null),
      grade: gradeOf(fact, facts, confirmed),
      evidence: evidenceOf([fact, ...inForce.filter(({ kind }) => kind === 'evidence')]),
    }),
  )
}

function ofDuties({ logged, confirmed }: OccurrenceSource, now: Instant): Occurrence[] {
  const inForce = new Set(uncorrected(logged.map(({ fact }) => fact)))
  return logged
    .filter(({ fact }) => inForce.has(fact) && isDone(fact) && fact.at <= now)
    .map(({ obligation, fact }) =>
      occurrence(fact, obligation, {
        ...{ slotId: null, title: obligation.title, mode: 'new', making: madeOf(fact.making, null) },
        ...{ grade: gradeOf(fact, [], confirmed), evidence: evidenceOf([fact]) },
      }),
    )
}

type Own = Pick<Occurrence, 'slotId' | 'title' | 'making' | 'grade' | 'evidence'> & { mode: Mode }

function occurrence(fact: Fact, obligation: Obligation, own: Own): Occurrence {
  const heard = goesOnAir(obligation) && fact.kind !== 'posted'
  const { at, planId, minutes, people } = fact
  return {
    ...{ day: localDateOf(at), at, planId, obligation, fact, minutes, people },
    ...own,
    mode: heard ? (own.making.mode ?? own.mode) : null,
    place: fact.kind === 'posted' ? placeKindOf(fact, obligation.channels) : null,
  }
}

const evidenceOf = (facts: readonly Fact[]): string[] =>
  facts.flatMap(({ link, file }) => [...(link === null ? [] : [link]), ...(file === null ? [] : [file.name])])
