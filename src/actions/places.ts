/** Where an office speaks officially: one more place, one less, and how often it posted in each. */

import type { Calendars } from '../calendars.ts'
import { type PlaceCount, postsByPlace } from '../core/blank/by-place.ts'
import { yearOfBasis } from '../core/count/basis.ts'
import { type Period, parsePeriod } from '../core/period.ts'
import { fail, invalid, ok, type Result } from '../core/problem.ts'
import { type OfficialPlace, officialPlaces } from '../core/record/official-place.ts'
import { foldAll } from '../core/text.ts'
import type { DateRange } from '../core/wall-clock.ts'
import type { Deed } from '../store/deed.ts'
import { lastPlaces, savePlacesAfter } from '../store/official-places.ts'
import type { Look } from './act.ts'
import { gather } from './blanks.ts'

/** Days as people name them; two that exist, in their order. */
export function spanOf(
  from: string,
  to: string,
  { periods }: Calendars,
): Result<{ period: Period; year: number }> {
  const period = parsePeriod(periods, 'plan-year', `${from}..${to}`, 0)
  if (!period.ok) return invalid('Chưa rõ những ngày nào: cần hai ngày có thật, ngày đầu trước ngày cuối.')
  return ok({ period: period.value, year: yearOfBasis(periods, 'plan-year', period.value.to) })
}

export type CountedPlaces = { range: DateRange; places: OfficialPlace[]; counts: PlaceCount[] }

/** The places that hold now, then others in which something was posted. */
export async function countPlaces(
  look: Omit<Look, 'calendars'>,
  span: { period: Period; year: number },
): Promise<CountedPlaces> {
  const [{ places }, { occurrences }] = await Promise.all([
    lastPlaces(look.db, look.unit),
    gather(look, span),
  ])
  const { from, to } = span.period
  return { range: { from, to }, places, counts: postsByPlace(occurrences, places) }
}

export const addPlace = (deed: Deed, place: OfficialPlace): Promise<Result<OfficialPlace[]>> =>
  changePlaces(deed, (places) => {
    const parsed = officialPlaces.safeParse([...places, place])
    if (parsed.success) return ok(parsed.data)
    return invalid(
      'Chưa thêm được nơi đăng.',
      parsed.error.issues.map(({ path, message }) => ({
        ...{ path: [String(path[1] ?? 'name')], code: 'place' },
        message: path.length ? message.replace(/ ở dòng \d+$/, ' trong danh sách') : message,
      })),
    )
  })

/** The whole list, as somebody wrote it. */
export const sayPlaces = (deed: Deed, places: OfficialPlace[]): Promise<Result<OfficialPlace[]>> =>
  changePlaces(deed, () => ok(places))

/** What was posted there stays posted there. */
export const closePlace = (deed: Deed, name: string): Promise<Result<OfficialPlace[]>> =>
  changePlaces(deed, (places) => {
    const left = places.filter((one) => foldAll(one.name) !== foldAll(name))
    return left.length < places.length
      ? ok(left)
      : fail({ kind: 'not-found', detail: 'Trong danh sách không có nơi đăng này.' })
  })

const TRIES = 5

/** The list is said anew as a whole: what somebody else said meanwhile is read again, never lost. */
async function changePlaces(
  { db, who, now }: Deed,
  change: (places: OfficialPlace[]) => Result<OfficialPlace[]>,
): Promise<Result<OfficialPlace[]>> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { places, seen } = await lastPlaces(db, who.unit)
    const changed = change(places)
    if (!changed.ok || (await savePlacesAfter({ db, who, now }, changed.value, seen))) return changed
  }
  return fail({ kind: 'conflict', detail: 'Nhiều người đang sửa danh sách nơi đăng cùng lúc. Hãy thử lại.' })
}
