/** What does not fit is said, with what would make it fit: a change of the station that was tried and works. */
import type { Channel } from '../plan.ts'
import { lower } from '../text.ts'
import { minuteOfDay, WEEKDAYS, type Weekday } from '../wall-clock.ts'
import { CHANNEL_NAMES } from '../words/names.ts'
import { type Book, openBook, timeOfMinute } from './book.ts'
import { findPlace, rerunsMeet } from './place.ts'
import { daysWords } from './place-words.ts'
import { namesDays, rhythms } from './rhythm.ts'
import type { Session, Station } from './station.ts'
import { minutesOf, type Wish } from './wish.ts'

export type Remedy = { words: string; stations: Station[] }

/** `remedy` is null where no change of the station helps: then `why` says what of the obligation to change. */
export type Left = { wish: Wish; why: string; remedy: Remedy | null }

export function explainLeft(wish: Wish, stations: readonly Station[], book: Book): Left {
  const works = ({ stations }: Remedy): boolean => findPlace(book, wish, stations) !== null
  return { wish, why: whyLeft(wish, stations), remedy: remedies(wish, stations).find(works) ?? null }
}

function whyLeft(wish: Wish, stations: readonly Station[]): string {
  const { channel, cadence, times } = wish
  if (rhythms(cadence.rrule, times).length === 0)
    return `${times} lần trong một kỳ là quá nhiều để tự xếp: hãy chọn những ngày cụ thể.`
  if (rerunsMeet(wish)) return 'Lượt phát lại rơi trùng nhau: hãy chọn số ngày phát lại khác.'
  if (channel === null) return 'Nhịp này rơi vào ngày nghỉ của cơ quan: hãy chọn ngày khác.'
  const own = stations.flatMap(({ sessions }) => sessions.filter((one) => one.channel === channel))
  if (own.length === 0) return `Đài chưa có buổi phát nào trên kênh ${lower(CHANNEL_NAMES[channel])}.`
  const minutes = minutesOf(wish)
  const longest = Math.max(...own.map(lengthOf))
  if (minutes > longest) return `Dài ${minutes} phút, mà buổi dài nhất của đài chỉ có ${longest} phút.`
  const most = Math.max(...stations.map(({ maxMinutes }) => maxMinutes ?? 1440))
  if (minutes > most) return `Dài ${minutes} phút, mà mỗi buổi chỉ được phát ${most} phút.`
  if (findPlace(openBook(), wish, stations) === null)
    return 'Ngày hoặc giờ đã chọn rơi ra ngoài buổi phát của đài.'
  return `Các buổi phát đã kín: không còn ${minutes} phút nào trống vào mọi ngày của nhịp này.`
}

const lengthOf = ({ from, to }: Session): number => minuteOfDay(to) - minuteOfDay(from)

/** Changes of the last station, the smallest first. */
function remedies(wish: Wish, stations: readonly Station[]): Remedy[] {
  const { channel } = wish
  if (channel === null) return []
  const minutes = minutesOf(wish)
  const changed = (change: (station: Station) => Station): Station[] => stations.map(change)
  const roomier = moreMinutes(stations, minutes)
  const longer = longerSessions(channel, minutes, changed, stations)
  const spoken = silentDaysOf(wish, stations)
  return [
    ...longer,
    ...roomier,
    ...roomier.flatMap((one) =>
      longerSessions(channel, minutes, (change) => one.stations.map(change), one.stations).map((both) => ({
        words: `${one.words}, và ${both.words}`,
        stations: both.stations,
      })),
    ),
    ...spoken,
    ...newSessions(wish, stations),
  ]
}

type Change = (change: (station: Station) => Station) => Station[]

function longerSessions(
  channel: Channel,
  minutes: number,
  changed: Change,
  all: readonly Station[],
): Remedy[] {
  const sessions = (all.at(-1)?.sessions ?? []).filter((one) => one.channel === channel)
  return sessions.flatMap((session) => {
    const to = minuteOfDay(session.to) + Math.ceil(minutes / 5) * 5
    if (to > 1435 || sessions.some((other) => isInTheWay(session, other, to))) return []
    const end = timeOfMinute(to)
    const same = (one: Session): boolean => JSON.stringify(one) === JSON.stringify(session)
    return [
      {
        words: `kéo dài buổi ${daysWords(session.days)} ${session.from} – ${session.to} đến ${end}`,
        stations: changed((station) => ({
          ...station,
          sessions: station.sessions.map((one) => (same(one) ? { ...one, to: end } : one)),
        })),
      },
    ]
  })
}

const isInTheWay = (session: Session, other: Session, to: number): boolean =>
  other.from >= session.to &&
  minuteOfDay(other.from) < to &&
  other.days.some((day) => session.days.includes(day))

function moreMinutes(stations: readonly Station[], minutes: number): Remedy[] {
  const max = stations.at(-1)?.maxMinutes ?? null
  if (max === null) return []
  const raised = Math.max(max, 0) + minutes
  return [
    {
      words: `cho mỗi buổi phát đến ${raised} phút`,
      stations: stations.map((one) => ({ ...one, maxMinutes: one.maxMinutes && one.maxMinutes + minutes })),
    },
  ]
}

/** Days that the wish names and the station does not speak on. */
function silentDaysOf(wish: Wish, stations: readonly Station[]): Remedy[] {
  const silent = stations.at(-1)?.silentDays ?? []
  if (!silent.length || !namesDays(wish.cadence.rrule)) return []
  const words = `bỏ ${daysWords(silent)} khỏi những ngày đài không phát`
  return [{ words, stations: stations.map((one) => ({ ...one, silentDays: [] })) }]
}

const HOURS = ['17:00', '11:00', '05:00', '18:00', '19:00', '06:00', '10:00', '16:00', '20:00', '07:00']

/** A session of its own, on every day that is not silent. */
function newSessions(wish: Wish, stations: readonly Station[]): Remedy[] {
  const station = stations.at(-1)
  if (!station || wish.channel === null) return []
  const channel = wish.channel
  const length = Math.ceil(minutesOf(wish) / 5) * 5
  const days: Weekday[] = WEEKDAYS.filter((day) => !station.silentDays.includes(day))
  const start = wish.cadence.time
  const hours = start === null ? HOURS : [start]
  return hours.flatMap((from) => {
    const to = timeOfMinute(Math.min(minuteOfDay(from) + length, 1439))
    const session: Session = { days, from, to, channel }
    const taken = stations.some(({ sessions }) =>
      sessions.some((one) => one.channel === channel && one.from < to && from < one.to),
    )
    if (taken) return []
    const words = `thêm một buổi ${from} – ${to} vào ${daysWords(days)}`
    return [{ words, stations: stations.map((one) => ({ ...one, sessions: [...one.sessions, session] })) }]
  })
}
