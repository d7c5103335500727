/** `/khung/<id>/cho-doi?noi=2025-08-14T17:00&noi=…`: what moving a slot there would meet, for whoever drags it. */

import { Hono } from 'hono'
import { judgeMoves } from '../../actions/judge-moves.ts'
import { missing } from '../../core/problem.ts'
import type { Place } from '../../core/standing.ts'
import { dueOf } from '../../core/standing.ts'
import { isLocalDate, isWallTime, type WallTime } from '../../core/wall-clock.ts'
import { listSlots } from '../../store/slots.ts'
import { lookOf } from '../act.ts'
import type { Env } from '../env.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { judgedWords } from '../views/record/record-days.ts'

/** As many as a week has with all the hours that its board shows. */
const MOST = 7 * 24

export const movePlaces = new Hono<Env>().get('/khung/:id/cho-doi', guard('record'), async (c) => {
  const { deps, who } = c.var
  const id = c.req.param('id').normalize('NFC')
  const family = await listSlots(deps.db, who.unit, { family: id.replace(/\.r\d+$/, '') })
  const record = family.find(({ slot }) => slot.id === id)
  if (!record) return problemResponse(c, missing('slot'))
  const usual = dueOf(record.slot, record.facts).dueTime
  const places = (c.req.queries('noi') ?? []).slice(0, MOST).flatMap((text) => placeOf(text, usual))
  if (!places.length) return c.json([])
  const judged = await judgeMoves(lookOf(c), { record, family }, places)
  return c.json(judged.map((one) => ({ ...one.to, ...judgedWords(one) })))
})

/** `2025-08-14T17:00`; without an hour, at that which the slot has. */
function placeOf(text: string, usual: WallTime | null): Place[] {
  const [date = '', time] = text.split('T')
  if (!isLocalDate(date) || (time !== undefined && !isWallTime(time))) return []
  return [{ date, time: time ?? usual }]
}
