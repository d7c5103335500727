/** What is posted has one outcome in each place (nơi đăng): a failed post on Facebook does not undo one on Zalo. */
import { type Fact, isOutcome, uncorrected } from '../fact.ts'
import type { Channel, Obligation } from '../plan.ts'

const PLACES: Partial<Record<Channel, readonly string[]>> = {
  social: ['Zalo', 'Facebook'],
  portal: ['Trang thông tin điện tử'],
  'public-board': ['Bảng tin công cộng'],
}

const folded = (place: string): string => place.normalize('NFC').toLocaleLowerCase('vi').trim()

export const samePlace = (a: string, b: string): boolean => folded(a) === folded(b)

/** Where a duty is usually posted; empty when there is only one such place, or none. */
export function usualPlaces({ channels }: Pick<Obligation, 'channels'>): readonly string[] {
  const places = channels.flatMap((channel) => PLACES[channel] ?? [])
  return places.length > 1 ? places : []
}

export type PlaceOutcome = { place: string; outcome: Fact }

/** The last outcome in force of each place, in the order in which the places were first named. */
export function placeOutcomes(facts: readonly Fact[]): PlaceOutcome[] {
  const byPlace = new Map<string, PlaceOutcome>()
  for (const outcome of uncorrected(facts).filter(isOutcome)) {
    if (outcome.place === null) continue
    const known = byPlace.get(folded(outcome.place))
    byPlace.set(folded(outcome.place), { place: known?.place ?? outcome.place, outcome })
  }
  return [...byPlace.values()]
}

/** Usual places of which nothing was said yet; none once somebody spoke of the whole post. */
export function openPlaces(
  obligation: Pick<Obligation, 'channels'>,
  facts: readonly Fact[],
): readonly string[] {
  const usual = usualPlaces(obligation)
  if (!usual.length || uncorrected(facts).some((fact) => isOutcome(fact) && fact.place === null)) return []
  const said = placeOutcomes(facts)
  return usual.filter((place) => !said.some((one) => samePlace(one.place, place)))
}
