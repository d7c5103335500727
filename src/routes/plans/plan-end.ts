/** A plan's end, and its removal. */
import { Hono } from 'hono'
import { removeUntouched, stopPlan } from '../../actions/succession.ts'
import { fail, invalid, missing, type Problem } from '../../core/problem.ts'
import { isLocalDate } from '../../core/wall-clock.ts'
import { documentDay } from '../../core/words/words.ts'
import { findPlan } from '../../store/plans.ts'
import { actOf } from '../act.ts'
import { sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { readForm } from '../form.ts'
import { guard } from '../middleware/guard.ts'
import { noteChange } from '../note-change.ts'
import { problemResponse } from '../problem.ts'
import { planPath } from '../views/paths.ts'
import { planPage } from './plans.ts'

export const planEndPages = new Hono<Env>()
  .post('/ke-hoach/:id/dung', guard('adopt'), async (c) => {
    const form = await readForm(c)
    const [from, document] = [form('tu'), form('vanBan').trim()]
    if (!isLocalDate(from) || !document || document.length > 200) return planPage(c, NEEDS.problem)
    const stopped = await stopPlan(actOf(c), idOf(c), { from, document })
    if (!stopped.ok) return refused(c, stopped.problem)
    await noteChange(c, 'plan-adopted', idOf(c), `dừng từ ${documentDay(from)} theo ${document}`)
    return sayDone(c, planPath(idOf(c)), 'dung')
  })
  .post('/ke-hoach/:id/tiep-tuc', guard('adopt'), async (c) => {
    const resumed = await stopPlan(actOf(c), idOf(c), null)
    if (!resumed.ok) return refused(c, resumed.problem)
    await noteChange(c, 'plan-adopted', idOf(c), 'thôi dừng')
    return sayDone(c, planPath(idOf(c)), 'tiep-tuc')
  })
  .post('/ke-hoach/:id/go', guard('adopt'), async (c) => {
    const { deps, who } = c.var
    if (!(await findPlan(deps.db, who.unit, idOf(c)))) return problemResponse(c, missing('plan'))
    if (!(await removeUntouched(actOf(c), idOf(c)))) return planPage(c, RECORDED.problem)
    await noteChange(c, 'plan-adopted', idOf(c), 'đã gỡ')
    return sayDone(c, '/ke-hoach', 'go')
  })

const idOf = (c: Ctx): string => c.req.param('id') ?? ''

const refused = (c: Ctx, problem: Problem) =>
  problem.kind === 'not-found' ? problemResponse(c, problem) : planPage(c, problem)

const NEEDS = invalid('Cần ngày dừng và văn bản cho dừng (không quá 200 ký tự).')
const RECORDED = fail({
  kind: 'conflict',
  detail: 'Kế hoạch này đã có ghi nhận nên không gỡ được. Muốn thôi thực hiện thì dừng từ một ngày.',
})
