/** Air time that is taken, and what is wrong with it: two at one time, outside the sessions, more than a session holds. */
import type { Channel, Plan } from '../plan.ts'
import type { Slot } from '../slot.ts'
import {
  dayNumber,
  type LocalDate,
  minuteOfDay,
  type WallTime,
  type Weekday,
  weekdayOf,
} from '../wall-clock.ts'
import { airChannel, type Session, type Station, sessionsOn, stationOn } from './station.ts'

/** An airing on a channel of the unit; of one whose length nobody stated `minutes` is 0. */
export type Airtime = {
  slotId: string
  planId: string
  obligationId: string
  channel: Channel
  date: LocalDate
  time: WallTime
  minutes: number
}

/** What a plan takes of the unit's air time. */
export function airtimeOf(plan: Plan, slots: readonly Slot[], stations: readonly Station[]): Airtime[] {
  const channels = new Map(plan.obligations.map(({ id, channels }) => [id, airChannel(channels, stations)]))
  return slots.flatMap(({ id, planId, obligationId, date, time, minutes, withdrawn }) => {
    const channel = channels.get(obligationId) ?? null
    if (channel === null || date === null || time === null || withdrawn) return []
    return [{ slotId: id, planId, obligationId, channel, date, time, minutes }]
  })
}

/** Minutes since midnight; the end exclusive, beyond 1440 after midnight. Nothing takes less than a minute. */
export const spanOf = ({ time, minutes }: Pick<Airtime, 'time' | 'minutes'>) => {
  const from = minuteOfDay(time)
  return { from, to: from + Math.max(minutes, 1) }
}

export type Clash = { first: Airtime; second: Airtime }

/** No channel has more to tell of one moment; of a plan that has, thousands at one hour would make millions of pairs. */
const MOST_AT_ONCE = 10

/**
 * Every two on one channel that are heard at one time, by day and hour. What ends past midnight meets the next day. Where
 * more than `MOST_AT_ONCE` are on air each is still told, with those of them that end last.
 */
export function clashes(airtimes: readonly Airtime[]): Clash[] {
  const found: Clash[] = []
  const onAir = new Map<Channel, OnAir[]>()
  for (const second of airtimes.map(onAirOf).sort(byStart)) {
    const still = (onAir.get(second.one.channel) ?? []).filter(({ until }) => until > second.from)
    for (const { one } of still) found.push({ first: one, second: second.one })
    if (still.length >= MOST_AT_ONCE) still.splice(still.indexOf(still.reduce(soonest)), 1)
    onAir.set(second.one.channel, [...still, second])
  }
  return found
}

/** `from` and `until` in minutes, the end exclusive. */
type OnAir = { one: Airtime; from: number; until: number }

function onAirOf(one: Airtime): OnAir {
  const from = dayNumber(one.date) * 1440 + minuteOfDay(one.time)
  return { one, from, until: from + Math.max(one.minutes, 1) }
}

const soonest = (a: OnAir, b: OnAir): OnAir => (b.until < a.until ? b : a)

const byStart = (a: OnAir, b: OnAir): number =>
  a.from - b.from || (a.one.slotId < b.one.slotId ? -1 : a.one.slotId > b.one.slotId ? 1 : 0)

/** The session that an airing lies in from its first to its last minute; null outside. */
export function sessionOf(
  airtime: Airtime,
  station: Station,
  silent: readonly Weekday[] = [],
): Session | null {
  const { from, to } = spanOf(airtime)
  const inside = (one: Session) => minuteOfDay(one.from) <= from && to <= minuteOfDay(one.to)
  return sessionsOn(station, airtime.date, airtime.channel, silent).find(inside) ?? null
}

/** Airings outside the sessions of a station that has some on their channel. Silent days are a matter of their own. */
export const outsideSessions = (airtimes: readonly Airtime[], stations: readonly Station[]): Airtime[] =>
  airtimes.filter((one) => {
    const station = stationOn(stations, one.date)
    if (station === null || station.silentDays.includes(weekdayOf(one.date))) return false
    return station.sessions.some(({ channel }) => channel === one.channel) && sessionOf(one, station) === null
  })

export type FullSession = { date: LocalDate; session: Session; minutes: number; max: number; of: Airtime[] }

/** Sessions in which more is aired than the station's minutes, by day. */
export function fullSessions(airtimes: readonly Airtime[], stations: readonly Station[]): FullSession[] {
  const byDay = Map.groupBy(airtimes, ({ date, channel }) => `${date} ${channel}`)
  return [...byDay.values()]
    .flatMap((day) => fullOnDay(day, stations))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}

function fullOnDay(day: Airtime[], stations: readonly Station[]): FullSession[] {
  const [{ date } = { date: '' }] = day
  const station = stationOn(stations, date)
  const max = station?.maxMinutes ?? null
  if (station === null || max === null) return []
  return [...Map.groupBy(day, (one) => sessionOf(one, station))].flatMap(([session, of]) => {
    const minutes = of.reduce((sum, one) => sum + one.minutes, 0)
    return session !== null && minutes > max ? [{ date, session, minutes, max, of }] : []
  })
}
