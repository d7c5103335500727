/** `/dai`: when the station is on air, set from a day on. */
import { Hono } from 'hono'
import { filledOf } from '../../core/form/filled.ts'
import { fillStation, readStation } from '../../core/form/station-form.ts'
import type { Problem } from '../../core/problem.ts'
import { can } from '../../core/role.ts'
import { type Station, stationOn } from '../../core/station/station.ts'
import { localDateOf } from '../../core/wall-clock.ts'
import { listSaidStations, setStation } from '../../store/stations.ts'
import { render } from '../../templates/render.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { filledForm, readSent, type Sent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { stationView } from '../views/station/station.ts'

const DONE = { luu: 'Đã lưu giờ phát của đài.', 'nhu-cu': 'Giờ phát đang đúng như vậy, không có gì đổi.' }

export const stationPages = new Hono<Env>()
  .get('/dai', guard('read'), async (c) => c.html(await page(c)))
  .post('/dai', guard('record'), async (c) => {
    const sent = await readSent(c)
    if (sent.form('them') !== '') return c.html(await page(c, { sent }))
    const station = readStation(filledForm(sent), localDateOf(c.var.now))
    if (!station.ok) return c.html(await page(c, { sent, problem: station.problem }), 400)
    const changed = await setStation(c.var.deps.db, c.var.who, station.value, c.var.now)
    return sayDone(c, '/dai', changed ? 'luu' : 'nhu-cu')
  })

/** What stands in the form before anybody set it. */
const USUAL: Omit<Station, 'from'> = { sessions: [], silentDays: [], maxMinutes: null }

async function page(c: Ctx, { sent, problem = null }: { sent?: Sent; problem?: Problem | null } = {}) {
  const { deps, who, now } = c.var
  const [frame, said] = await Promise.all([
    frameOf(c, { title: 'Giờ phát của đài', page: 'station', flash: doneFlash(c, DONE) }),
    listSaidStations(deps.db, who.unit),
  ])
  const today = localDateOf(now)
  const held = stationOn(
    said.map(({ station }) => station),
    today,
  )
  const filled = sent ? filledForm(sent) : filledOf(fillStation({ ...(held ?? USUAL), from: today }))
  const mayChange = can(who.role, 'record')
  return render('station', stationView({ frame, said, held, filled, problem, mayChange }))
}
