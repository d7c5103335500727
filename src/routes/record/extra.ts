/** `/khung/them`: a one-off airing or event outside any plan; taken back while nothing was recorded of it. */
import { Hono } from 'hono'
import { addExtra, takeBack } from '../../actions/extras.ts'
import { inExtraFields, readExtra, usualExtra } from '../../core/form/extra-form.ts'
import type { Filled } from '../../core/form/filled.ts'
import type { Problem } from '../../core/problem.ts'
import { isLocalDate, localDateOf } from '../../core/wall-clock.ts'
import { newFactId } from '../../store/facts.ts'
import { render } from '../../templates/render.ts'
import { deedOf } from '../act.ts'
import { sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { filledForm, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { slotPath } from '../views/paths.ts'
import { extraView, meetsWords } from '../views/record/extra.ts'
import { keyOfForm } from './fact-form.ts'

export const extraPages = new Hono<Env>()
  .get('/khung/them', guard('record'), async (c) => {
    const asked = c.req.query('ngay') ?? ''
    const filled = usualExtra(isLocalDate(asked) ? asked : localDateOf(c.var.now))
    return c.html(await page(c, { filled, key: `${c.var.who.id}-them-${newFactId(c.var.now)}` }))
  })
  .post('/khung/them', guard('record'), async (c) => {
    const sent = await readSent(c)
    const [filled, key] = [filledForm(sent), keyOfForm(c, sent.form)]
    if (!key.ok) return problemResponse(c, key.problem)
    const asked = { filled, key: sent.form('khoa') }
    const extra = readExtra(filled)
    if (!extra.ok) return refused(c, asked, extra.problem)
    const options = { idempotencyKey: key.value, anyway: sent.form('van-them') !== '' }
    const added = await addExtra(deedOf(c), extra.value, options)
    if (!added.ok) return refused(c, asked, inExtraFields(added.problem))
    // Told once, before it is added; somebody may want it all the same.
    if (added.value.id === null)
      return c.html(await page(c, { ...asked, meets: meetsWords(added.value.meets) }))
    return sayDone(c, slotPath(added.value.id), 'them')
  })
  .post('/khung/:id/bo', guard('record'), (c) => back(c, false))
  .post('/khung/:id/them-lai', guard('record'), (c) => back(c, true))

type Asked = { filled: Filled; key: string; meets?: string[] }

const refused = async (c: Ctx, asked: Asked, problem: Problem): Promise<Response> =>
  'errors' in problem && problem.errors?.length
    ? c.html(await page(c, asked, problem), httpStatus[problem.kind])
    : problemResponse(c, problem)

async function page(c: Ctx, { filled, key, meets = [] }: Asked, problem: Problem | null = null) {
  const frame = await frameOf(c, { title: 'Thêm việc ngoài kế hoạch', page: 'record' })
  return render('extra', extraView({ frame, filled, key, meets, problem }))
}

async function back(c: Ctx, again: boolean): Promise<Response> {
  const taken = await takeBack(deedOf(c), (c.req.param('id') ?? '').normalize('NFC'), again)
  if (!taken.ok) return problemResponse(c, taken.problem)
  return sayDone(c, slotPath(taken.value.slot.id), again ? 'lai' : 'bo')
}
