/** `/noi-dung`: the month by what is said, instead of by slots. */

import { Hono } from 'hono'
import { CHANNELS, type Channel } from '../../core/plan.ts'
import { read, readOne } from '../../core/reading.ts'
import { can } from '../../core/role.ts'
import { addDays, type DateRange, localDateOf, yearMonthOf } from '../../core/wall-clock.ts'
import { listSlots } from '../../store/slots.ts'
import { render } from '../../templates/render.ts'
import { type Ctx, type Env, momentIn } from '../env.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { parseMonth } from '../parse-span.ts'
import { problemResponse } from '../problem.ts'
import { weeksOf } from '../views/calendar/month.ts'
import { AHEAD_DAYS, contentView } from '../views/content/content.ts'
import { unitTopics } from './unit-topics.ts'

export const contentPages = new Hono<Env>()
  .get('/noi-dung', guard('read'), (c) => monthPage(c, yearMonthOf(localDateOf(c.var.now))))
  .get('/noi-dung/:month', guard('read'), (c) => monthPage(c, c.req.param('month')))

async function monthPage(c: Ctx, asked: string): Promise<Response> {
  const month = parseMonth(asked)
  if (!month.ok) return problemResponse(c, month.problem)
  const { deps, who, now } = c.var
  const today = localDateOf(now)
  const ahead: DateRange = { from: today, to: addDays(today, AHEAD_DAYS - 1) }
  const [frame, { readings, soon }, topics] = await Promise.all([
    frameOf(c, { title: `Lịch nội dung ${asked.slice(5)}/${asked.slice(0, 4)}`, page: 'content' }),
    slotsOf(c, weeksOf(month.value), ahead),
    unitTopics(c),
  ])
  const view = contentView({
    ...{ frame, month: month.value, readings, soon, ahead, topics, now },
    calendar: deps.calendars.work,
    filter: {
      channel: channelOf(c.req.query('kenh')),
      topic: topics.find(({ id }) => id === c.req.query('chuDe'))?.id ?? null,
      asList: c.req.query('kieu') === 'danh-sach',
    },
    mayWrite: can(who.role, 'record'),
  })
  return c.html(render('content', view))
}

/** Of the month's weeks and of the next days, which mostly lie among them: each is read once. */
async function slotsOf(c: Ctx, weeks: DateRange, ahead: DateRange) {
  const { deps, who } = c.var
  const [records, soon] = await Promise.all([
    listSlots(deps.db, who.unit, { range: weeks }),
    listSlots(deps.db, who.unit, { range: ahead }),
  ])
  const readings = read(records, momentIn(c))
  const known = new Map(readings.map((reading) => [reading.slot.id, reading]))
  return {
    readings,
    soon: soon.map((record) => known.get(record.slot.id) ?? readOne(record, momentIn(c))),
  }
}

const channelOf = (text: string | undefined): Channel | null =>
  CHANNELS.find((channel) => channel === text) ?? null
