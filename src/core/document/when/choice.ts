/** What a plan leaves to the office, where neither its station nor last year's plan says it. */
import type { WallTime, Weekday } from '../../wall-clock.ts'

export type Choice = {
  weekday: Weekday
  /** Of what is aired once; more in a day take `hours` in turn. */
  time: WallTime
  /** Later on the same day, for reruns. */
  later: WallTime
  /** Of one airing. */
  minutes: number
}

export const USUAL: Choice = { weekday: 'TU', time: '05:30', later: '17:30', minutes: 15 }

const HOURS: WallTime[] = [
  '05:30',
  '17:30',
  '11:00',
  '08:00',
  '15:00',
  '06:30',
  '18:30',
  '10:00',
  '16:30',
  '19:30',
]

/** So many hours of a day, by the clock; null for more than a day has. */
export function hoursOfDay(count: number, { time, later }: Choice): WallTime[] | null {
  const hours = [...new Set([time, later, ...HOURS])]
  return count > hours.length ? null : hours.slice(0, count).sort()
}
