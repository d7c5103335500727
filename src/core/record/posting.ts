/** What is posted has one outcome in each place (nơi đăng): a failed post on Facebook does not undo one on Zalo. */
import { type Fact, isOutcome, uncorrected } from '../fact.ts'
import type { Channel, Obligation } from '../plan.ts'
import type { OfficialPlace } from './official-place.ts'
import type { PlaceKind } from './place-kind.ts'

/** `usual` null: a place only of offices that have an account of that kind. */
const PLACES: Partial<Record<Channel, readonly { kind: PlaceKind; usual: string | null }[]>> = {
  social: [
    { kind: 'zalo', usual: 'Zalo' },
    { kind: 'facebook', usual: 'Facebook' },
  ],
  portal: [
    { kind: 'portal', usual: 'Trang thông tin điện tử' },
    { kind: 'vneid', usual: null },
  ],
  'public-board': [{ kind: 'board', usual: 'Bảng tin công cộng' }],
}

const folded = (place: string): string => place.normalize('NFC').toLocaleLowerCase('vi').trim()

export const samePlace = (a: string, b: string): boolean => folded(a) === folded(b)

type Accounts = readonly Pick<OfficialPlace, 'kind' | 'name'>[]

/** Where an obligation is usually posted, by the office's own accounts where it has some; empty when that is one place at most. */
export function usualPlaces(
  { channels }: Pick<Obligation, 'channels'>,
  accounts: Accounts = [],
): readonly string[] {
  const places = channels
    .flatMap((channel) => PLACES[channel] ?? [])
    .flatMap(({ kind, usual }) => {
      const own = accounts.filter((account) => account.kind === kind).map(({ name }) => name)
      return own.length || usual === null ? own : [usual]
    })
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
  accounts: Accounts = [],
): readonly string[] {
  const usual = usualPlaces(obligation, accounts)
  if (!usual.length || uncorrected(facts).some((fact) => isOutcome(fact) && fact.place === null)) return []
  const said = placeOutcomes(facts).map(({ place }) => place)
  const meant = said.flatMap((place) => [place, ...ownAccounts(place, accounts)])
  return usual.filter((place) => !meant.some((one) => samePlace(one, place)))
}

/** "Zalo", said before the office named its accounts there, speaks of them all. */
function ownAccounts(place: string, accounts: Accounts): string[] {
  const kind = Object.values(PLACES)
    .flat()
    .find(({ usual }) => usual !== null && samePlace(usual, place))?.kind
  return accounts.filter((account) => account.kind === kind).map(({ name }) => name)
}
