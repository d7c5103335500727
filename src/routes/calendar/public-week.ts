/** `/cong-khai/<unit>`: a unit's week for everybody, when the unit wants that. Off by default. */

import { Hono } from 'hono'
import { missing } from '../../core/problem.ts'
import { read } from '../../core/reading.ts'
import { type DateRange, isoWeekOf, localDateOf, weekRange } from '../../core/wall-clock.ts'
import { depsFor } from '../../deps.ts'
import { hasPublicWeek } from '../../store/feeds.ts'
import { findOwnDays } from '../../store/own-days.ts'
import { listSlots } from '../../store/slots.ts'
import { findRules, findUnit, type Unit } from '../../store/units.ts'
import { render } from '../../templates/render.ts'
import type { Ctx, Env } from '../env.ts'
import { bareFrame } from '../frame.ts'
import { parseWeek } from '../parse-span.ts'
import { problemResponse } from '../problem.ts'
import { publicWeekView } from '../views/calendar/public-week.ts'

export const publicWeekPages = new Hono<Env>()
  .get('/cong-khai/:unit', async (c) => {
    return weekPage(c, c.req.param('unit'), weekRange(localDateOf(c.var.now)))
  })
  .get('/cong-khai/:unit/:week', async (c) => {
    const week = parseWeek(c.req.param('week'))
    return week.ok ? weekPage(c, c.req.param('unit'), week.value) : problemResponse(c, week.problem)
  })

/** A unit that doesn't share its week answers as one that doesn't exist. */
async function sharingUnit(c: Ctx, code: string): Promise<Unit | null> {
  const { db } = c.var.deps
  return (await hasPublicWeek(db, code)) ? findUnit(db, code) : null
}

async function weekPage(c: Ctx, code: string, week: DateRange): Promise<Response> {
  const { deps, now } = c.var
  const unit = await sharingUnit(c, code)
  if (!unit) return problemResponse(c, missing('page'))
  const [records, rules, said] = await Promise.all([
    listSlots(deps.db, unit.code, { range: week }),
    findRules(deps.db, unit.code),
    findOwnDays(deps.db, unit.code),
  ])
  const { calendars } = depsFor(deps, said?.days ?? [])
  const readings = read(records, { now, rules })
  const frame = bareFrame({ title: `Tuần ${isoWeekOf(week.from).week}, ${unit.name}`, page: 'public-week' })
  return c.html(
    render(
      'public-week',
      publicWeekView({
        ...{ frame, unit, week, readings, now },
        ...{ calendar: calendars.work, baseUrl: deps.baseUrl },
      }),
    ),
  )
}
