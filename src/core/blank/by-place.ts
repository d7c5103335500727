/** Posts counted by where they were put: an office's accounts first, then other places, then what names none. */
import { type OfficialPlace, officialPlaceOf } from '../record/official-place.ts'
import { PLACE_KIND_NAMES, PLACE_KINDS, type PlaceKind } from '../record/place-kind.ts'
import type { Occurrence } from './occurrence.ts'

/** `place` null: of this kind and of none of the accounts; `kind` null: nobody said where. */
export type PlaceCount = { place: OfficialPlace | null; kind: PlaceKind | null; name: string; count: number }

export function postsByPlace(
  occurrences: readonly Occurrence[],
  places: readonly OfficialPlace[],
): PlaceCount[] {
  const posts = occurrences
    .filter(({ kind }) => kind === 'posted')
    .map((one) => ({ kind: one.place, place: officialPlaceOf(places, one.fact) }))
  const loose = posts.filter(({ place }) => place === null)
  const others = PLACE_KINDS.map((kind) => ({
    ...{ place: null, kind, name: `${PLACE_KIND_NAMES[kind]}, không rõ tài khoản` },
    count: loose.filter((one) => one.kind === kind).length,
  }))
  const nowhere = loose.filter(({ kind }) => kind === null).length
  return [
    ...places.map((place) => ({
      ...{ place, kind: place.kind, name: place.name },
      count: posts.filter((one) => one.place === place).length,
    })),
    ...others.filter(({ count }) => count > 0),
    ...(nowhere ? [{ place: null, kind: null, name: 'Chưa ghi nơi đăng', count: nowhere }] : []),
  ]
}
