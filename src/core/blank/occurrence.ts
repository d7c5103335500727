/**
 * A time that something was aired, posted or held (lượt), with what is known of it. Forms of others count these by the
 * day on which they happened; whether an obligation was kept is the count's matter.
 */
import { type Fact, isDone, isOutcome, uncorrected } from '../fact.ts'
import { keptInVersion, type Making, type Mode, madeOf } from '../making.ts'
import type { Obligation } from '../plan.ts'
import { programmeOf, type Reading } from '../reading.ts'
import { type Grade, gradeOf } from '../record/evidence.ts'
import { kindByName, type OfficialPlace } from '../record/official-place.ts'
import { type PlaceKind, placeKindOf } from '../record/place-kind.ts'
import { placeOutcomes } from '../record/posting.ts'
import { contains, type DateRange, type Instant, type LocalDate, localDateOf } from '../wall-clock.ts'
import { outcomeWords } from '../words/outcome.ts'
import { goesOnAir, slotTitle } from '../words/slot-words.ts'

export type Occurrence = {
  day: LocalDate
  at: Instant
  planId: string
  obligation: Obligation
  slotId: string | null
  /** What was said, or else the obligation. */
  title: string
  fact: Fact
  /** What happened; of a make-up, what it made up for. */
  kind: 'aired' | 'posted' | 'held'
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
  /** Facts without a slot, with their obligations. */
  logged: readonly { obligation: Obligation; fact: Fact }[]
  confirmed: ReadonlySet<string>
  /** The office's own accounts, which may be called anything. */
  places: readonly OfficialPlace[]
}

/** By time. `now`: what happened later is not told yet. */
export function occurrencesOf(source: OccurrenceSource, range: DateRange, now: Instant): Occurrence[] {
  const told = [
    ...source.readings.flatMap((reading) => ofSlot(reading, source, now)),
    ...ofObligations(source, now),
  ]
  return told
    .filter(({ day }) => contains(range, day))
    .sort((a, b) => a.at - b.at || order(a.fact.id, b.fact.id))
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const isHappening = (fact: Fact): boolean => isDone(fact) || fact.kind === 'made-up'

function ofSlot(
  { slot, obligation, item, facts }: Reading,
  { confirmed, places }: OccurrenceSource,
  now: Instant,
): Occurrence[] {
  const inForce = uncorrected(facts).filter((fact) => fact.at <= now)
  // Of one place the last word holds: a post that failed there after all is none.
  const placed = placeOutcomes(inForce).map(({ outcome }) => outcome)
  const whole = inForce.filter((fact) => isOutcome(fact) && fact.place === null)
  return [...whole, ...placed].filter(isHappening).map((fact) =>
    occurrence(fact, obligation, {
      places,
      slotId: slot.id,
      title: item?.title ?? slotTitle(slot, obligation),
      mode: slot.airing,
      making: madeOf(fact.making, item?.making ?? null),
      grade: gradeOf(fact, facts, confirmed),
      evidence: evidenceOf([fact, ...inForce.filter(({ kind }) => kind === 'evidence')]),
    }),
  )
}

function ofObligations(
  { readings, logged, confirmed, places }: OccurrenceSource,
  now: Instant,
): Occurrence[] {
  const inForce = new Set(uncorrected(logged.map(({ fact }) => fact)))
  return logged
    .filter(({ fact }) => inForce.has(fact) && isDone(fact) && fact.at <= now)
    .map(({ obligation, fact }) => {
      const item = programmeOf(fact, readings)?.item
      const making = madeOf(fact.making, item ? keptInVersion(item.making) : null)
      return occurrence(fact, obligation, {
        places,
        ...{ slotId: null, title: item?.title ?? obligation.title, mode: 'new', making },
        ...{ grade: gradeOf(fact, [], confirmed), evidence: evidenceOf([fact]) },
      })
    })
}

type Own = Pick<Occurrence, 'slotId' | 'title' | 'making' | 'grade' | 'evidence'> & {
  mode: Mode
  places: readonly OfficialPlace[]
}

function occurrence(fact: Fact, obligation: Obligation, { places, ...own }: Own): Occurrence {
  const kind = kindOf(fact, obligation)
  const heard = kind === 'aired' && goesOnAir(obligation)
  const { at, planId, minutes, people } = fact
  return {
    ...{ day: localDateOf(at), at, planId, obligation, fact, kind, minutes, people },
    ...own,
    mode: heard ? (own.making.mode ?? own.mode) : null,
    place: kind === 'posted' ? (kindByName(places, fact) ?? placeKindOf(fact, obligation.channels)) : null,
  }
}

function kindOf({ kind }: Fact, obligation: Obligation): Occurrence['kind'] {
  if (kind === 'aired' || kind === 'posted' || kind === 'held') return kind
  const usual = outcomeWords(obligation).kind
  return usual === 'measured' ? 'held' : usual
}

const evidenceOf = (facts: readonly Fact[]): string[] =>
  facts.flatMap(({ link, file }) => [...(link === null ? [] : [link]), ...(file === null ? [] : [file.name])])
