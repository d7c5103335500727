/** `/cac-don-vi/nhac`: those that lag over a period, or did not answer what was handed, are reminded; shown before it goes. */
import { Hono } from 'hono'
import { type Behind, laggards, nudge, nudgeable, unanswered } from '../../actions/nudge.ts'
import { ok, type Problem, type Result } from '../../core/problem.ts'
import { tidy } from '../../core/text.ts'
import { isClosedOn } from '../../core/unit.ts'
import { localDateOf } from '../../core/wall-clock.ts'
import { listHandings } from '../../store/handings.ts'
import { listSeen } from '../../store/unit-tree.ts'
import { findUnit } from '../../store/units.ts'
import { render } from '../../templates/render.ts'
import type { Link } from '../../templates/views.ts'
import { actOf } from '../act.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { type Form, queryForm, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { HANDING_PAGE } from '../views/units/handing.ts'
import { NUDGE_PAGE, nudgeView } from '../views/units/nudge.ts'
import { rolledUp } from './units.ts'

const DONE = { nhac: 'Đã nhắc. Tin đi trong ít phút, theo giờ nhận của từng người.' }

/** What the page is asked with, kept through its form. */
const ASKED = ['ky', 'nam', 'coSo', 'den', 'ke-hoach', 'ban']

export const nudgePages = new Hono<Env>()
  .get(NUDGE_PAGE, guard('record'), (c) => page(c, queryForm(c), { chosen: null, note: '' }))
  .post(NUDGE_PAGE, guard('record'), async (c) => {
    const { form, all } = await readSent(c)
    const shown = { chosen: all('don-vi'), note: tidy(form('loiNhan')) }
    if (form('viec') !== 'gui') return page(c, form, shown)
    const behind = await behindOf(c, form)
    if (!behind.ok) return problemResponse(c, behind.problem)
    const from = (await findUnit(c.var.deps.db, c.var.who.unit))?.name ?? c.var.who.unit
    const asked = behind.value.filter(({ unit }) => shown.chosen.includes(unit.code))
    const nudged = await nudge(actOf(c), from, asked, shown.note)
    if (!nudged.ok) return page(c, form, { ...shown, problem: nudged.problem })
    return sayDone(c, `${NUDGE_PAGE}?${queryOf(form)}`, 'nhac')
  })

const queryOf = (form: Form): string =>
  String(new URLSearchParams(ASKED.flatMap((name) => (form(name) ? [[name, form(name)]] : []))))

async function behindOf(c: Ctx, form: Form): Promise<Result<Behind[]>> {
  const { deps, who, now } = c.var
  if (form('ke-hoach')) {
    const [handings, seen] = await Promise.all([
      listHandings(deps.db, who.unit, form('ke-hoach')),
      listSeen(deps.db, who.unit),
    ])
    const open = seen.filter((unit) => unit.code !== who.unit && !isClosedOn(unit, localDateOf(now)))
    return ok(unanswered(handings, open, { planId: form('ke-hoach'), edition: Number(form('ban')) }))
  }
  const rolled = await rolledUp(c, form)
  if (!rolled.ok) return rolled
  return ok(laggards(rolled.value, who.unit).filter(({ unit }) => !isClosedOn(unit, localDateOf(now))))
}

type Shown = { chosen: readonly string[] | null; note: string; problem?: Problem }

async function page(c: Ctx, form: Form, { chosen, note, problem }: Shown): Promise<Response> {
  const { deps, who } = c.var
  const behind = await behindOf(c, form)
  if (!behind.ok) return problemResponse(c, behind.problem)
  const [frame, unit, open] = await Promise.all([
    frameOf(c, { title: 'Nhắc các đơn vị', page: 'units', flash: doneFlash(c, DONE) }),
    findUnit(deps.db, who.unit),
    nudgeable(actOf(c), behind.value),
  ])
  const back: Link = form('ke-hoach')
    ? { href: HANDING_PAGE, words: 'Giao kế hoạch' }
    : { href: `/cac-don-vi?${queryOf(form)}`, words: 'Kỳ đang xem' }
  const view = nudgeView({
    ...{ frame, behind: open, from: unit?.name ?? who.unit, base: deps.baseUrl },
    ...{ chosen, note, back, problem: problem ?? null },
    hidden: ASKED.flatMap((name) => (form(name) ? [{ name, value: form(name) }] : [])),
  })
  return c.html(render('nudge', view), problem ? httpStatus[problem.kind] : 200)
}
