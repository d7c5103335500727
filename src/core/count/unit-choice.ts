/** Which offices of many somebody wants to see, and in which order. */
import { byName, foldAll } from '../text.ts'
import type { WholeUnit } from '../unit.ts'
import { DAY_MS, type Instant, instantOf, type LocalDate } from '../wall-clock.ts'
import { byLag, type Counted, lags } from './lag.ts'
import type { Shares } from './unit-row.ts'

export const UNIT_FILTERS = ['all', 'lagging', 'silent', 'closed'] as const
export type UnitFilter = (typeof UNIT_FILTERS)[number]

export const UNIT_SORTS = ['lag', 'on-time', 'behind', 'last', 'name'] as const
export type UnitSort = (typeof UNIT_SORTS)[number]

/** `words`: a part of a name, a code or an official number, with or without diacritics; empty for all. */
export type UnitChoice = { words: string; filter: UnitFilter; sort: UnitSort }

/** A row of the roll-up, as far as this goes. */
export type Listed = Counted &
  Pick<Shares, 'settledOnTime' | 'unconfirmed'> & { unit: WholeUnit; lastRecord: Instant | null }

const SILENT_DAYS = 14

/** Something waits for a result, and nobody recorded anything in the two weeks before the end of a day. */
export const isSilent = ({ unconfirmed, lastRecord }: Listed, asOf: LocalDate): boolean =>
  unconfirmed > 0 && (lastRecord ?? 0) < instantOf(asOf) - (SILENT_DAYS - 1) * DAY_MS

const PASSES = {
  all: () => true,
  lagging: lags,
  silent: isSilent,
  closed: ({ unit }) => unit.closedFrom !== null,
} as const satisfies Record<UnitFilter, (one: Listed, asOf: LocalDate) => boolean>

const named = (a: Listed, b: Listed): number => byName(a.unit.name, b.unit.name)
const onTime = ({ settledOnTime, due }: Listed): number => (due ? settledOnTime / due : 1)

/** What is asked about first comes first. */
const ORDERS = {
  lag: byLag,
  'on-time': (a, b) => onTime(a) - onTime(b) || named(a, b),
  behind: (a, b) => b.behind - a.behind || named(a, b),
  last: (a, b) => (a.lastRecord ?? 0) - (b.lastRecord ?? 0) || named(a, b),
  name: named,
} as const satisfies Record<UnitSort, (a: Listed, b: Listed) => number>

export function chooseUnits<T extends Listed>(
  units: readonly T[],
  { words, filter, sort }: UnitChoice,
  asOf: LocalDate,
): T[] {
  const wanted = foldAll(words).trim().replace(/\s+/g, ' ')
  const says = ({ unit }: T) =>
    [foldAll(unit.name), unit.code, unit.officialCode ?? ''].some((text) => text.includes(wanted))
  return units.filter((one) => PASSES[filter](one, asOf) && says(one)).sort(ORDERS[sort])
}
