/** `/cac-don-vi/giao`: an edition goes to offices below as their draft; what each of them made of it stands beside. */
import { Hono } from 'hono'
import { handable, handEdition, type Readied, readyHanding } from '../../actions/hand.ts'
import { fail, missing, type Problem, type Result } from '../../core/problem.ts'
import { can } from '../../core/role.ts'
import { isClosedOn } from '../../core/unit.ts'
import { localDateOf } from '../../core/wall-clock.ts'
import { listHandings } from '../../store/handings.ts'
import { listSeen } from '../../store/unit-tree.ts'
import { render } from '../../templates/render.ts'
import { actOf } from '../act.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { readSent, type Sent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus } from '../problem.ts'
import { CHOSEN, EVERYBODY, HANDING_PAGE, handView } from '../views/units/handing.ts'

const DONE = { giao: 'Đã giao. Đơn vị nhận thấy bản dự thảo ở trang Kế hoạch của mình.' }

type Asked = { edition: string; scope: string; units: string[] }
type Shown = { asked: Asked; ready?: Readied; problem?: Problem }

export const handingPages = new Hono<Env>()
  .get(HANDING_PAGE, guard('read'), async (c) =>
    c.html(await page(c, { asked: { edition: c.req.query('ban') ?? '', scope: '', units: [] } })),
  )
  .post(HANDING_PAGE, guard('adopt'), async (c) => {
    const sent = await readSent(c)
    const asked = { edition: sent.form('ban'), scope: sent.form('nhan'), units: sent.all('don-vi') }
    const ready = await readied(c, sent, asked)
    if (!ready.ok)
      return c.html(await page(c, { asked, problem: ready.problem }), httpStatus[ready.problem.kind])
    if (sent.form('viec') === 'giao') return sayDone(c, HANDING_PAGE, 'giao')
    return c.html(await page(c, { asked, ready: ready.value }))
  })

/** Looked at, or handed, as the button says. */
async function readied(c: Ctx, sent: Sent, asked: Asked): Promise<Result<Readied>> {
  const [, planId = '', number = ''] = /^(.+)\|([1-9]\d{0,5})$/.exec(asked.edition) ?? []
  if (!planId) return fail(missing('edition'))
  const codes = await codesOf(c, asked, { planId, number: Number(number) })
  const act = actOf(c)
  return sent.form('viec') === 'giao'
    ? handEdition(act, planId, Number(number), codes)
    : readyHanding(act, planId, Number(number), codes)
}

/** A kind of office is all of that kind that do not have it yet. */
async function codesOf(
  c: Ctx,
  { scope, units }: Asked,
  edition: { planId: string; number: number },
): Promise<string[] | null> {
  if (scope === CHOSEN) return units
  if (scope === EVERYBODY) return null
  const act = actOf(c)
  const all = await readyHanding(act, edition.planId, edition.number, null)
  return all.ok ? all.value.drafts.filter(({ unit }) => unit.kind === scope).map(({ unit }) => unit.code) : []
}

async function page(c: Ctx, { asked, ready, problem }: Shown): Promise<string> {
  const { deps, who, now } = c.var
  const [frame, seen, editions, handings] = await Promise.all([
    frameOf(c, { title: 'Giao kế hoạch', page: 'units', flash: doneFlash(c, DONE) }),
    listSeen(deps.db, who.unit),
    handable(actOf(c)),
    listHandings(deps.db, who.unit),
  ])
  const below = seen.filter(({ code }) => code !== who.unit)
  return render(
    'hand',
    handView({
      ...{ frame, below, editions, handings, asked },
      open: below.filter((unit) => !isClosedOn(unit, localDateOf(now))),
      may: { hand: can(who.role, 'adopt'), nudge: can(who.role, 'record') },
      ...{ ready: ready ?? null, problem: problem ?? null },
    }),
  )
}
