/** The hours that a slot may be dropped on while it is dragged in a week. */
import type { Reading } from '../../../core/reading.ts'
import { type Station, stationOn } from '../../../core/station/station.ts'
import type { LocalDate, WallTime } from '../../../core/wall-clock.ts'

/** More would cover the days that the board lies on. */
const MOST = 6

/** Those at which most is aired, and the beginnings of the station's sessions in which nothing is. */
export function dropHours(
  readings: readonly Reading[],
  stations: readonly Station[],
  day: LocalDate,
): WallTime[] {
  const used = Map.groupBy(
    readings.flatMap(({ at }) => at.dueTime ?? []),
    (time) => time,
  )
  const often = [...used].sort(([, a], [, b]) => b.length - a.length).map(([time]) => time)
  const sessions = stationOn(stations, day)?.sessions ?? []
  const idle = sessions.filter(({ from, to }) => !often.some((time) => from <= time && time < to))
  return [...new Set([...often, ...idle.map(({ from }) => from)])].slice(0, MOST).sort()
}
