/** `/ghi-loat`: "đã phát cả ngày, cả tuần, trừ…", with a look at what it would record, and one way back. */

import { Hono } from 'hono'
import { type Bulk, type BulkAnswer, findBulk, recordBulk, undoBulk } from '../../actions/bulk.ts'
import { invalid, missing, ok, type Result } from '../../core/problem.ts'
import { can } from '../../core/role.ts'
import { type Instant, isLocalDate } from '../../core/wall-clock.ts'
import { listClosings } from '../../store/closings.ts'
import { render } from '../../templates/render.ts'
import { actOf } from '../act.ts'
import { doneFlash, sayDone } from '../done.ts'
import { type Ctx, type Env, momentIn } from '../env.ts'
import { readSent, type Sent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { parseMonth, parseWeek } from '../parse-span.ts'
import { problemResponse, wantsJson } from '../problem.ts'
import { readingsOf } from '../readings.ts'
import { safePath } from '../safe-path.ts'
import {
  type BulkScope,
  bulkAnswer,
  bulkDonePath,
  bulkDoneView,
  bulkPreview,
  bulkResultView,
} from '../views/record/bulk.ts'
import { keyOfForm, pressedAt } from './fact-form.ts'

const DONE = { ghi: 'Đã ghi.', 'hoan-tac': 'Đã hoàn tác. Sổ vẫn giữ cả hai lần ghi.' }

export const bulkPages = new Hono<Env>()
  .get('/ghi-loat', guard('record'), async (c) => {
    const scope = scopeOf(c)
    if (!scope.ok) return problemResponse(c, scope.problem)
    const { range } = scope.value
    const [frame, readings, closings] = await Promise.all([
      frameOf(c, { title: 'Ghi nhiều kỳ', page: 'bulk' }),
      readingsOf(c, { range }),
      listClosings(c.var.deps.db, c.var.who.unit),
    ])
    const key = `${c.var.who.id}-${crypto.randomUUID()}`
    const around = { now: c.var.now, key, back: safePath(c.req.query('ve')) }
    const view = bulkPreview({ frame, scope: scope.value, readings, closings, ...around })
    await c.var.breathe()
    return c.html(render('bulk', view))
  })
  .post('/ghi-loat', guard('record'), async (c) => {
    const sent = await readSent(c)
    const answer = answerOf(c, sent)
    if (!answer.ok) return problemResponse(c, answer.problem)
    const recorded = await recordBulk({ ...actOf(c), ...momentIn(c) }, answer.value)
    if (!recorded.ok) return problemResponse(c, recorded.problem)
    const around = { id: answer.value.id, back: safePath(sent.form('ve')), now: c.var.now }
    if (wantsJson(c)) return c.json(bulkAnswer({ bulk: recorded.value, ...around }))
    const { left, gone } = recorded.value
    if (left.length || gone.length) return c.html(await resultPage(c, recorded.value, around))
    return sayDone(c, bulkDonePath(around.id, around.back), 'ghi')
  })
  .get('/ghi-loat/:id', guard('read'), async (c) => {
    const { deps, who, now } = c.var
    const id = c.req.param('id')
    const bulk = isId(id) ? await findBulk(deps.db, who.unit, id, momentIn(c)) : null
    if (!bulk) return problemResponse(c, missing('page'))
    const frame = await frameOf(c, { title: 'Đã ghi nhiều kỳ', page: 'bulk', flash: doneFlash(c, DONE) })
    const around = { id, back: safePath(c.req.query('ve')), mayRecord: can(who.role, 'record'), now }
    return c.html(render('bulk-done', bulkDoneView({ frame, bulk, ...around })))
  })
  .post('/ghi-loat/:id/hoan-tac', guard('record'), async (c) => {
    const { form } = await readSent(c)
    const id = c.req.param('id')
    if (!isId(id)) return problemResponse(c, missing('page'))
    const undone = await undoBulk({ ...actOf(c), ...momentIn(c) }, id)
    if (!undone.ok) return problemResponse(c, undone.problem)
    return sayDone(c, bulkDonePath(id, safePath(form('ve'))), 'hoan-tac')
  })

/** The preview names it, so that a second click finds what the first one recorded; a phone adds when it was pressed. */
const isId = (text: string): boolean => /^[0-9a-f-]{36}(-[0-9a-z]{1,12})?$/.test(text)

function answerOf(c: Ctx, { form, all }: Sent): Result<BulkAnswer> {
  const key = keyOfForm(c, form)
  if (!key.ok) return key
  const id = key.value?.slice(c.var.who.id.length + 1) ?? ''
  if (!isId(id)) return invalid('Hãy mở lại trang chọn kỳ rồi ghi lại.')
  const madeAt = pressedAt(form, c.var.now)
  if (!madeAt.ok) return madeAt
  const chosen = [...new Set(all('khung').map((slotId) => slotId.normalize('NFC')))]
  return ok({ id, chosen, madeAt: madeAt.value })
}

async function resultPage(c: Ctx, bulk: Bulk, around: { id: string; back: string; now: Instant }) {
  const frame = await frameOf(c, { title: 'Đã ghi nhiều kỳ', page: 'bulk' })
  return render('bulk-done', bulkResultView({ frame, bulk, ...around }))
}

/** `?ngay=2026-11-26`, `?tuan=2026-W48`, `?thang=2026-11`; with `&nhiemVu=<plan>:<clause>` one obligation alone. */
function scopeOf(c: Ctx): Result<BulkScope> {
  const { ngay: day, tuan: week, thang: month, nhiemVu: obligation = null } = c.req.query()
  if (day !== undefined) {
    if (!isLocalDate(day)) return invalid('Ngày viết như 2026-11-26.')
    return ok({ of: 'day', range: { from: day, to: day }, obligation })
  }
  const range = week === undefined ? parseMonth(month ?? '') : parseWeek(week)
  return range.ok ? ok({ of: week === undefined ? 'month' : 'week', range: range.value, obligation }) : range
}
