/** `/lich-ical`: calendar subscriptions. An address is shown once, in the answer that made it. */
import { Hono } from 'hono'
import { leadOffices, subscribe, subscriptionsOf, unsubscribe } from '../../actions/subscription.ts'
import type { Problem } from '../../core/problem.ts'
import { can } from '../../core/role.ts'
import { hasPublicWeek, setPublicWeek } from '../../store/feeds.ts'
import { render } from '../../templates/render.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { readForm } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { noteChange } from '../note-change.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { subscriptionsView } from '../views/calendar/subscriptions.ts'
import { publicWeekPath } from '../views/paths.ts'

const DONE = {
  'thu-hoi': 'Đã thu hồi lịch. Đường dẫn cũ không còn xem được.',
  'cong-khai': 'Đã công khai lịch tuần.',
  'thoi-cong-khai': 'Đã thôi công khai lịch tuần.',
}

export const subscriptionPages = new Hono<Env>()
  .get('/lich-ical', guard('subscribe'), async (c) => c.html(await page(c)))
  .post('/lich-ical', guard('subscribe'), async (c) => {
    const { deps, who, now } = c.var
    const form = await readForm(c)
    const sent = { name: form('ten'), scope: form('phamVi') || 'all' }
    const made = await subscribe(deps.db, who, sent, now)
    if (!made.ok) return c.html(await page(c, { sent, problem: made.problem }), httpStatus[made.problem.kind])
    const { feed, path } = made.value
    await noteChange(c, 'feed-made', feed.name)
    return c.html(await page(c, { made: { name: feed.name, url: deps.baseUrl + path } }), 201)
  })
  .post('/lich-ical/cong-khai', guard('administer'), async (c) => {
    const shared = (await readForm(c))('mo') === 'co'
    await setPublicWeek(c.var.deps.db, c.var.who.unit, shared, c.var.now)
    await noteChange(
      c,
      'public-week',
      c.var.unit?.name ?? c.var.who.unit,
      shared ? 'công khai' : 'không công khai',
    )
    return sayDone(c, '/lich-ical', shared ? 'cong-khai' : 'thoi-cong-khai')
  })
  .post('/lich-ical/:id/thu-hoi', guard('subscribe'), async (c) => {
    const { deps, who, now } = c.var
    const done = await unsubscribe(deps.db, who, c.req.param('id'), now)
    if (done.ok) await noteChange(c, 'feed-revoked', done.value)
    return done.ok ? sayDone(c, '/lich-ical', 'thu-hoi') : problemResponse(c, done.problem)
  })

type Shown = {
  sent?: { name: string; scope: string }
  problem?: Problem
  made?: { name: string; url: string }
}

async function page(c: Ctx, shown: Shown = {}): Promise<string> {
  const { deps, who } = c.var
  const [frame, feeds, offices, shared] = await Promise.all([
    frameOf(c, { title: 'Lịch trên điện thoại', page: 'subscriptions', flash: doneFlash(c, DONE) }),
    subscriptionsOf(deps.db, who),
    leadOffices(deps.db, who.unit),
    hasPublicWeek(deps.db, who.unit),
  ])
  const address = deps.baseUrl + publicWeekPath(who.unit)
  const sharing = can(who.role, 'administer') ? { shared, address } : null
  return render('subscriptions', subscriptionsView({ frame, feeds, offices, sharing, ...shown }))
}
