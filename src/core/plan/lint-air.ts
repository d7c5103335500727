/** What a plan does with the unit's air time: two airings at one time, some outside the station's hours, full sessions. */
import type { Plan } from '../plan.ts'
import type { Slot } from '../slot.ts'
import {
  type Airtime,
  airtimeOf,
  type Clash,
  clashes,
  type FullSession,
  fullSessions,
  outsideSessions,
} from '../station/airtime.ts'
import { sessionWords } from '../station/place-words.ts'
import { type Station, stationOn } from '../station/station.ts'
import { weekdayOf } from '../wall-clock.ts'
import { dayInWords } from '../words/words.ts'

/** The unit's hours by day, and what its other plans have on air. A file by itself knows neither. */
export type Air = { stations: readonly Station[]; taken: readonly Airtime[] }

export const NO_AIR: Air = { stations: [], taken: [] }

export const AIR_CODES = ['overlap', 'outside-session', 'full-session'] as const
export type AirWarning = {
  code: (typeof AIR_CODES)[number] | 'silent-day'
  obligationId: string
  message: string
}

/** Each told once, at the obligation that comes later in the plan. Pauses where others may have their turn. */
export function* airWarnings(
  plan: Plan,
  slots: readonly Slot[],
  { stations, taken }: Air,
): Generator<void, AirWarning[]> {
  const own = airtimeOf(plan, slots, stations)
  const others = taken.filter(({ planId }) => planId !== plan.id)
  const all = [...own, ...others]
  const found = clashes(all)
  yield
  const overlaps = yield* overlapWarnings(plan, found)
  yield
  const outside = outsideWarnings(outsideSessions(own, stations))
  yield
  return [
    ...overlaps,
    ...silentWarnings(plan, own, stations),
    ...outside,
    ...fullWarnings(plan, fullSessions(all, stations)),
  ]
}

/** So many clashes take some ten milliseconds. */
const AT_ONCE = 20_000

function* overlapWarnings(plan: Plan, found: readonly Clash[]): Generator<void, AirWarning[]> {
  const place = new Map(plan.obligations.map(({ id }, i) => [id, i]))
  const at = (one: Airtime): number => (one.planId === plan.id ? (place.get(one.obligationId) ?? 0) : -1)
  const pairsOf = new Map<string, Map<string, Pair>>()
  for (const [i, { first, second }] of found.entries()) {
    if (i % AT_ONCE === 0) yield
    const [one, other] = at(first) > at(second) ? [first, second] : [second, first]
    if (one.planId !== plan.id) continue
    const pairs = pairsOf.get(one.obligationId) ?? new Map<string, Pair>()
    pairsOf.set(one.obligationId, pairs)
    const key = `${other.planId}:${other.obligationId}`
    const pair = pairs.get(key) ?? { one, other, times: 0, slots: new Set() }
    pairs.set(key, pair)
    pair.times++
    pair.slots.add(one.slotId)
  }
  const titleOf = new Map(plan.obligations.map(({ id, title }) => [id, title]))
  const nameOf = ({ planId, obligationId }: Airtime): string =>
    planId === plan.id
      ? `${obligationId} “${titleOf.get(obligationId) ?? ''}”`
      : `nhiệm vụ ${obligationId} của kế hoạch khác (${planId})`
  return [...pairsOf.values()].flatMap((pairs) => overlapsOf([...pairs.values()], nameOf))
}

/** The first clash of two obligations, and how many there are. */
type Pair = { one: Airtime; other: Airtime; times: number; slots: Set<string> }
type NameOf = (other: Airtime) => string

/** An obligation that meets more others than this is told once, with the names of the first of them. */
const MOST_NAMED = 3

function overlapsOf(pairs: readonly Pair[], nameOf: NameOf): AirWarning[] {
  const [own, others] = [pairs.filter(isOwn), pairs.filter((pair) => !isOwn(pair))]
  const told = others.length > MOST_NAMED ? [together(others as [Pair], nameOf)] : others.map(single(nameOf))
  return [...own.map(rerunOverlap), ...told]
}

const isOwn = ({ one, other }: Pair): boolean =>
  one.planId === other.planId && one.obligationId === other.obligationId

const overlap = ({ one }: Pair, words: (first: string) => string): AirWarning => ({
  ...{ code: 'overlap', obligationId: one.obligationId },
  message: words(`(sớm nhất ${dayInWords(one.date)}, ${one.time})`),
})

const rerunOverlap = (pair: Pair): AirWarning =>
  overlap(
    pair,
    (first) =>
      `${pair.times} lần, lượt phát lại trùng giờ với số khác của chính nhiệm vụ này ${first}. Hãy đặt giờ phát lại khác, hoặc đổi số ngày sau số phát mới.`,
  )

const single =
  (nameOf: NameOf) =>
  (pair: Pair): AirWarning =>
    overlap(
      pair,
      (first) =>
        `${pair.slots.size} khung trùng giờ với ${nameOf(pair.other)} ${first}. Khung vẫn giữ; hãy đổi giờ, đổi ngày hoặc rút ngắn một bên.`,
    )

/** Clashes come by day and hour: the first pair has the first of them. */
function together(pairs: readonly [Pair, ...Pair[]], nameOf: NameOf): AirWarning {
  const slots = new Set(pairs.flatMap(({ slots }) => [...slots]))
  const names = pairs.slice(0, MOST_NAMED).map(({ other }) => nameOf(other))
  return overlap(
    pairs[0],
    (first) =>
      `${slots.size} khung trùng giờ với ${names.join(', ')} và ${pairs.length - MOST_NAMED} nhiệm vụ khác ${first}. Khung vẫn giữ; hãy đổi giờ, đổi ngày hoặc rút ngắn bớt.`,
  )
}

/** Days that the plan itself keeps silent are told with the plan. */
function silentWarnings(plan: Plan, own: readonly Airtime[], stations: readonly Station[]): AirWarning[] {
  const silent = own.filter(({ date }) => {
    const day = weekdayOf(date)
    return stationOn(stations, date)?.silentDays.includes(day) && !plan.silentDays.includes(day)
  })
  return byObligation(silent, 'silent-day', (count, first) => {
    return `${count} khung phát rơi vào ngày đài không phát (sớm nhất ${dayInWords(first.date)}). Khung phát vẫn giữ; hãy dời hoặc chọn ngày khác.`
  })
}

function byObligation(
  list: readonly Airtime[],
  code: AirWarning['code'],
  words: (count: number, first: Airtime) => string,
): AirWarning[] {
  const obligations = Map.groupBy(list, ({ obligationId }) => obligationId)
  return [...obligations].map(([obligationId, own]) => {
    return { code, obligationId, message: words(own.length, own[0] as Airtime) }
  })
}

const outsideWarnings = (outside: readonly Airtime[]): AirWarning[] =>
  byObligation(outside, 'outside-session', (count, { date, time }) => {
    return `${count} khung nằm ngoài các buổi phát của đài (sớm nhất ${dayInWords(date)}, ${time}). Khung vẫn giữ; hãy xếp lại giờ, hoặc sửa giờ phát của đài.`
  })

/** Told at the last obligation of this plan that is in the session. */
function fullWarnings(plan: Plan, full: readonly FullSession[]): AirWarning[] {
  const told = full.flatMap((one) => {
    const last = one.of.findLast(({ planId }) => planId === plan.id)
    return last ? [{ ...one, obligationId: last.obligationId }] : []
  })
  const groups = Map.groupBy(told, ({ obligationId, session }) => `${obligationId} ${sessionWords(session)}`)
  return [...groups.values()].map((list) => {
    const [{ date, session, minutes, max, obligationId }] = list as [(typeof told)[number]]
    const message = `${list.length} buổi (${sessionWords(session)}) quá ${max} phút; đầu tiên là ${dayInWords(date)}, ${minutes} phút. Hãy dời bớt, hoặc nâng số phút mỗi buổi của đài.`
    return { code: 'full-session', obligationId, message }
  })
}
