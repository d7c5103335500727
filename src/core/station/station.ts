/** A unit's air time (giờ phát của đài): its own, not a plan's, and changing from a day on. */
import { z } from 'zod'
import { localDate, wallTime } from '../cadence.ts'
import { fewOf, optional } from '../field.ts'
import { CHANNELS, type Channel } from '../plan.ts'
import { type LocalDate, minuteOfDay, WEEKDAYS, type Weekday, weekdayOf } from '../wall-clock.ts'

const weekday = z.enum(WEEKDAYS, `ngày phải là một trong: ${WEEKDAYS.join(', ')}`)

const session = z
  .strictObject({
    days: fewOf(weekday, 7).refine((list) => list.length > 0, 'cần ít nhất một ngày trong tuần'),
    from: wallTime,
    to: wallTime,
    channel: z
      .enum(CHANNELS, `kênh phải là một trong: ${CHANNELS.join(', ')}`)
      .default('loudspeaker' satisfies Channel),
  })
  .refine(({ from, to }) => from < to, { message: 'giờ kết thúc phải sau giờ bắt đầu', path: ['to'] })

/** Times of the week at which a channel is on air. */
export type Session = z.infer<typeof session>

const MAX_SESSIONS = 50

export const stationSchema = z
  .strictObject({
    /** It holds from this day on, until the next that says otherwise. */
    from: localDate,
    sessions: z.array(session, 'phải là danh sách').max(MAX_SESSIONS, `không quá ${MAX_SESSIONS} buổi`),
    /** Weekdays without any airing, whatever the sessions say. */
    silentDays: fewOf(weekday, 6).default([]),
    /** At most so many minutes aired in one session; null is as long as it lasts. */
    maxMinutes: optional(
      z.int('phải là số phút nguyên').min(1, 'phải từ 1 phút trở lên').max(1440, 'không quá 1440 phút'),
    ),
  })
  .check((ctx) => {
    for (const [i, one] of ctx.value.sessions.entries()) {
      const first = ctx.value.sessions.findIndex((other) => meet(one, other))
      if (first < 0 || first >= i) continue
      const message = `trùng giờ với buổi thứ ${first + 1}`
      ctx.issues.push({ code: 'custom', message, path: ['sessions', i, 'from'], input: one })
    }
  })

const meet = (a: Session, b: Session): boolean =>
  a.channel === b.channel && a.from < b.to && b.from < a.to && a.days.some((day) => b.days.includes(day))

export type Station = z.infer<typeof stationSchema>

/** As it stands on a day; null before the first. Of two from one day the later in the list holds. */
export const stationOn = (stations: readonly Station[], day: LocalDate): Station | null =>
  stations.reduce<Station | null>(
    (held, one) => (one.from <= day && (held === null || one.from >= held.from) ? one : held),
    null,
  )

/** For placing: days before anybody said hours are held to the first that were said. */
export const stationFor = (stations: readonly Station[], day: LocalDate): Station | null =>
  stationOn(stations, day) ??
  stations.reduce<Station | null>((first, one) => (first && first.from <= one.from ? first : one), null)

/** What the union of the station's and a plan's silent days leaves, in the order of the day. */
export function sessionsOn(
  station: Station,
  day: LocalDate,
  channel: Channel,
  silent: readonly Weekday[] = [],
): Session[] {
  const weekday = weekdayOf(day)
  if (station.silentDays.includes(weekday) || silent.includes(weekday)) return []
  return station.sessions
    .filter((one) => one.channel === channel && one.days.includes(weekday))
    .sort((a, b) => minuteOfDay(a.from) - minuteOfDay(b.from))
}

/** A post on the portal takes nobody's air time; what a station speaks on does. */
const hasAirTime = (channel: Channel, stations: readonly Station[] = []): boolean =>
  channel === 'loudspeaker' ||
  stations.some(({ sessions }) => sessions.some((one) => one.channel === channel))

/** The channel of an obligation on which it takes air time; null for one that is not heard. */
export const airChannel = (channels: readonly Channel[], stations: readonly Station[] = []): Channel | null =>
  channels.find((channel) => hasAirTime(channel, stations)) ?? null
