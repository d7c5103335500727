/** `/khung/<id>.ics`: one slot for somebody's own calendar. It follows no later change; a subscription does. */
import { Hono } from 'hono'
import { missing } from '../../core/problem.ts'
import { unitCodeOf } from '../../core/slug.ts'
import { calendarText } from '../../ical/calendar.ts'
import { entryOf } from '../../ical/entry.ts'
import { findSlot } from '../../store/slots.ts'
import { findUnit } from '../../store/units.ts'
import type { Env } from '../env.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'

export const slotFiles = new Hono<Env>().get('/khung/:file{.+\\.ics}', guard('read'), async (c) => {
  const { deps, who, now } = c.var
  const id = c.req.param('file').slice(0, -'.ics'.length).normalize('NFC')
  const [record, unit] = await Promise.all([findSlot(deps.db, who.unit, id), findUnit(deps.db, who.unit)])
  if (!record || !unit) return problemResponse(c, missing('slot'))
  const { baseUrl, calendars } = deps
  const text = calendarText([entryOf(record)], {
    ...{ unit, baseUrl, now, work: calendars.work, alarm: null, reminders: false },
    name: record.obligation.title,
  })
  return c.body(text, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `attachment; filename="${unitCodeOf(id) || 'khung'}.ics"`,
  })
})
