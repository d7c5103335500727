/** `/thiet-lap`: the first start. Whoever holds the console's code names the unit and becomes its admin. */
import { Hono } from 'hono'
import { PASSWORD_RULE } from '../../accounts/password.ts'
import { type Claim, checkSetupCode, claimServer } from '../../accounts/setup.ts'
import { hasUsers } from '../../accounts/user.ts'
import type { Problem } from '../../core/problem.ts'
import { localDateOf, yearOf } from '../../core/wall-clock.ts'
import { listUnits } from '../../store/units.ts'
import { render } from '../../templates/render.ts'
import type { Ctx, Env } from '../env.ts'
import { fieldOf, readForm } from '../form.ts'
import { bareFrame, frameOf } from '../frame.ts'
import { addressOf } from '../middleware/address.ts'
import { guard } from '../middleware/guard.ts'
import { letIn } from '../middleware/session-cookie.ts'
import { samplesForYear } from '../plans/samples.ts'
import { problemResponse } from '../problem.ts'
import { samplePath } from '../views/paths.ts'

export const setupPages = new Hono<Env>()
  .get('/thiet-lap', async (c) => {
    const { db } = c.var.deps
    if (await hasUsers(db)) return c.redirect('/', 303)
    const code = c.req.query('ma') ?? ''
    const allowed = await checkSetupCode(db, code, addressOf(c), c.var.now)
    if (!allowed.ok) return problemResponse(c, allowed.problem)
    const units = await listUnits(db)
    c.header('cache-control', 'no-store')
    const unitName = units.length === 1 ? (units[0]?.name ?? '') : ''
    return c.html(setupPage({ code, unitName, name: '', username: '' }))
  })
  .post('/thiet-lap', async (c) => {
    const form = await readForm(c)
    const claim: Claim = {
      code: form('ma').trim(),
      unitName: form('donVi'),
      name: form('ten'),
      username: form('tenDangNhap'),
      password: form('matKhau'),
      address: addressOf(c),
    }
    const claimed = await claimServer(c.var.deps.db, claim, c.var.now)
    if (!claimed.ok && claimed.problem.kind === 'invalid')
      return c.html(setupPage(claim, claimed.problem), 400)
    if (!claimed.ok) return problemResponse(c, claimed.problem)
    await letIn(c, claimed.value)
    return c.redirect('/thiet-lap/ke-hoach', 303)
  })
  .get('/thiet-lap/ke-hoach', guard('administer'), async (c) => c.html(await choicePage(c, null)))
  .post('/thiet-lap/ke-hoach', guard('administer'), async (c) => {
    const name = (await readForm(c))('keHoach')
    if (name === LATER) return c.redirect('/', 303)
    const sample = samplesOf(c).find((each) => each.name === name)
    if (!sample) return c.html(await choicePage(c, 'Hãy chọn một kế hoạch.'), 400)
    return c.redirect(samplePath(sample.name), 303)
  })

type Shown = Pick<Claim, 'code' | 'unitName' | 'name' | 'username'>

function setupPage({ code, unitName, name, username }: Shown, problem?: Problem): string {
  return render('setup', {
    frame: bareFrame({ title: 'Thiết lập lần đầu', page: 'setup' }),
    summary: problem?.detail ?? null,
    code,
    unit: fieldOf('unit', unitName, problem),
    name: fieldOf('name', name, problem),
    username: fieldOf('username', username, problem),
    password: fieldOf('password', '', problem),
    rule: PASSWORD_RULE,
  })
}

const LATER = 'de-sau'

const samplesOf = (c: Ctx) => samplesForYear(c.var.deps.samples, yearOf(localDateOf(c.var.now)))

async function choicePage(c: Ctx, summary: string | null): Promise<string> {
  const plans = samplesOf(c)
  // Most offices are communes, and a commune's plan fits them best.
  const best = plans.find(({ plan }) => plan.unit.code.startsWith('xa-')) ?? plans[0]
  const samples = plans.map((sample) => ({
    value: sample.name,
    title: sample.plan.title,
    details: `${sample.plan.unit.name} · ${sample.plan.obligations.length} nhiệm vụ`,
    chosen: sample === best,
  }))
  const later = {
    value: LATER,
    title: 'Để sau',
    details: 'Bắt đầu với lịch trống, thêm kế hoạch của đơn vị ở trang Kế hoạch',
    chosen: samples.length === 0,
  }
  return render('choose-plan', {
    frame: await frameOf(c, { title: 'Chọn kế hoạch', page: 'choose-plan' }),
    summary,
    year: yearOf(localDateOf(c.var.now)),
    samples: [...samples, later],
  })
}
