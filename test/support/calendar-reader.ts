/** What another library reads in a calendar of ours. */
import ICAL from 'ical.js'

export type ReadEvent = {
  uid: string
  sequence: number
  changed: string
  /** `2025-08-04` for a whole day, `2025-08-04T05:30:00+07:00` for an hour. */
  start: string
  end: string | null
  summary: string
  description: string
  location: string
  categories: string[]
  status: string
  url: string
  /** Trigger of its alarm. */
  alarm: string | null
}

export function readCalendar(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as [])
  const zone = calendar.getFirstSubcomponent('vtimezone')
  // Read by what the file itself says of its zone, not by what the machine knows.
  if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  const property = (name: string) => calendar.getFirstPropertyValue(name)?.toString() ?? null
  return { property, events: calendar.getAllSubcomponents('vevent').map(readEvent) }
}

function readEvent(component: ICAL.Component): ReadEvent {
  const text = (name: string) => component.getFirstPropertyValue(name)?.toString() ?? ''
  const alarm = component.getFirstSubcomponent('valarm')
  return {
    uid: text('uid'),
    sequence: Number(text('sequence')),
    changed: text('last-modified'),
    start: timeOf(component, 'dtstart') as string,
    end: timeOf(component, 'dtend'),
    summary: text('summary'),
    description: text('description'),
    location: text('location'),
    categories: component.getFirstProperty('categories')?.getValues().map(String) ?? [],
    status: text('status'),
    url: text('url'),
    alarm: alarm?.getFirstPropertyValue('trigger')?.toString() ?? null,
  }
}

function timeOf(component: ICAL.Component, name: string): string | null {
  const time = component.getFirstPropertyValue(name) as ICAL.Time | null
  if (!time) return null
  if (time.isDate) return time.toString()
  const offset = time.utcOffset() / 3600
  return `${time.toString()}+${String(offset).padStart(2, '0')}:00`
}
