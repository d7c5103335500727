/** What counts from an event: so many days in a row, so many days after it or before it. */
import { daysBetween } from '../../wall-clock.ts'
import { doubt, twoReadings } from './doubts.ts'
import type { Event } from './events.ts'
import type { Moment } from './moments.ts'
import type { Parts } from './parts.ts'
import type { When } from './when.ts'

export function eventOffset(parts: Parts): When | null {
  const event = parts.events.find(({ days }) => days !== null) ?? parts.events[0]
  if (!event) return null
  const daily = parts.counts.find(({ period, interval }) => period === 'day' && interval === 1)
  const days = daysOf(event, daily !== undefined)
  // "Trong 03 ngày, từ 24/8 đến 26/8" counts what the dates say.
  const span = event.days ?? event.afterDays
  if (!event.named && parts.moments.some((moment) => lengthOf(moment) === span)) return null
  // Days in a row from a day that is written are a window.
  if (days !== null && daily && parts.moments.some(({ relation }) => relation === 'from')) return null
  const perDay = daily?.implied ? (event.n ?? 1) : daily?.n
  const afterDays = event.afterDays === days ? null : event.afterDays
  return {
    kind: 'event-offset',
    ...(event.n !== null && !daily?.implied && { n: event.n }),
    ...(days !== null && { days }),
    ...(days !== null && perDay !== undefined && { perDay }),
    ...(afterDays !== null && { afterDays }),
    ...(event.hours !== null && { hours: event.hours }),
    ...(event.workingDays && { workingDays: true as const }),
    ...(event.deadline && days === null && { deadline: true as const }),
    ...((event.atLeast || daily?.atLeast) && { atLeast: true as const }),
    ...(parts.lengths[0] && { minutes: parts.lengths[0].minutes }),
    conditional: true,
    doubt: [
      ...(event.named ? [] : [doubt('external-trigger')]),
      ...(parts.moments[0] ? [twoReadings('eitherWay', parts.moments[0].text)] : []),
    ],
  }
}

const lengthOf = ({ range }: Moment): number => daysBetween(range.from, range.to) + 1

/** "03 lần/ngày trong 07 ngày": with a count a day, the days are how long it goes on. */
function daysOf({ days, afterDays, workingDays }: Event, daily: boolean): number | null {
  if (days !== null) return days
  return daily && afterDays !== null && afterDays !== 0 && !workingDays ? Math.abs(afterDays) : null
}
