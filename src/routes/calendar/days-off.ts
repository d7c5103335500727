/** `/ngay-nghi`: days off as they hold for the office, and those that it lays beside the state's. */
import { Hono } from 'hono'
import { decodeText } from '../../core/log/decode-text.ts'
import { readOwnDays } from '../../core/plan/own-days.ts'
import type { SpecialDay } from '../../core/plan/work-calendar.ts'
import { ok, type Problem, type Result } from '../../core/problem.ts'
import { can } from '../../core/role.ts'
import { localDateOf } from '../../core/wall-clock.ts'
import { findOwnDays, saveOwnDays } from '../../store/own-days.ts'
import { render } from '../../templates/render.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { readSent, type Sent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { daysOffView } from '../views/calendar/days-off.ts'

const PAGE = '/ngay-nghi'
const DONE = {
  luu: 'Đã lưu ngày nghỉ của đơn vị.',
  'nhu-cu': 'Ngày nghỉ đang đúng như vậy, không có gì đổi.',
}

export const daysOffPages = new Hono<Env>()
  .get(PAGE, guard('read'), async (c) => c.html(await page(c)))
  .post(PAGE, guard('administer'), async (c) => {
    const { deps, who, now } = c.var
    const text = await textSent(await readSent(c))
    const days: Result<SpecialDay[]> = text.ok ? readOwnDays(text.value) : text
    if (!days.ok)
      return c.html(await page(c, { lines: text.ok ? text.value : '', problem: days.problem }), 400)
    const changed = await saveOwnDays(deps.db, who, days.value, now)
    return sayDone(c, PAGE, changed ? 'luu' : 'nhu-cu')
  })

/** A browser sends an empty file where none was chosen. */
async function textSent({ form, file }: Sent): Promise<Result<string>> {
  const chosen = file('tep')
  return chosen?.size ? decodeText(new Uint8Array(await chosen.arrayBuffer())) : ok(form('ngay'))
}

async function page(c: Ctx, sent: { lines: string; problem: Problem } | null = null): Promise<string> {
  const { deps, who, now } = c.var
  const [frame, own] = await Promise.all([
    frameOf(c, { title: 'Ngày nghỉ', page: 'days-off', flash: doneFlash(c, DONE) }),
    findOwnDays(deps.db, who.unit),
  ])
  const { work } = deps.calendars
  const mayChange = can(who.role, 'administer')
  return render('days-off', daysOffView({ frame, work, own, today: localDateOf(now), mayChange, sent }))
}
