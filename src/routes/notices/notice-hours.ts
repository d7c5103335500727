/** `/nhac-viec/don-vi`: when the unit's jobs speak, which plans run on, and which programs hear of it all. */

import { Hono } from 'hono'
import { settleEnds } from '../../actions/succession.ts'
import { GRACE_MINUTES, graceWords, parseGrace, typedGrace } from '../../core/grace.ts'
import type { NoticeHours } from '../../core/notice/notice.ts'
import { parseNoticeHours, REMIND_MINUTES, type TypedHours } from '../../core/notice/notice-settings.ts'
import { keepsBeat } from '../../core/plan/carry-on.ts'
import { runsOn } from '../../core/plan/edition.ts'
import { missing, type Problem } from '../../core/problem.ts'
import { can } from '../../core/role.ts'
import { capital } from '../../core/text.ts'
import { decideContinuation, listKnownPlans } from '../../store/continuations.ts'
import { findNoticeHours, saveNoticeHours } from '../../store/notices.ts'
import { saveRules } from '../../store/units.ts'
import { render } from '../../templates/render.ts'
import { actOf } from '../act.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { fieldOf, readForm } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { noteChange } from '../note-change.ts'
import { problemResponse } from '../problem.ts'
import { type ShownWebhooks, webhooksView } from '../views/notices/webhooks.ts'
import { say } from '../views/say.ts'

const DONE = {
  luu: 'Đã lưu giờ nhắc.',
  cho: 'Đã lưu. Mọi trang tính theo cách này từ bây giờ.',
  'noi-tiep': 'Đã lưu. Lịch năm sau sẽ được sửa theo trong ít phút.',
  dung: 'Đã dừng gửi đến nơi này.',
}

export const noticeHourPages = new Hono<Env>()
  .get('/nhac-viec/don-vi', guard('adopt'), async (c) => c.html(await noticeHoursPage(c)))
  .post('/nhac-viec/don-vi', guard('adopt'), async (c) => {
    const form = await readForm(c)
    const sent = {
      before: form('truoc'),
      remindAt: form('gioNhac'),
      askAt: form('gioHoi'),
      morningAt: form('gioSang'),
    }
    const hours = parseNoticeHours(sent)
    if (!hours.ok) return c.html(await noticeHoursPage(c, { sent, problem: hours.problem }), 400)
    await saveNoticeHours(c.var.deps.db, c.var.who.unit, hours.value, c.var.now)
    await noteChange(c, 'notice-hours', c.var.unit?.name ?? c.var.who.unit, sayWhen(hours.value))
    return sayDone(c, '/nhac-viec/don-vi', 'luu')
  })
  .post('/nhac-viec/don-vi/cho-xac-nhan', guard('adopt'), async (c) => {
    const graceMinutes = parseGrace((await readForm(c))('cho'))
    if (!graceMinutes.ok) return c.html(await noticeHoursPage(c, { problem: graceMinutes.problem }), 400)
    await saveRules(c.var.deps.db, c.var.who.unit, { graceMinutes: graceMinutes.value })
    await noteChange(c, 'grace', c.var.unit?.name ?? c.var.who.unit, graceWords(graceMinutes.value))
    return sayDone(c, '/nhac-viec/don-vi#cho-xac-nhan', 'cho')
  })
  .post('/nhac-viec/don-vi/noi-tiep', guard('adopt'), async (c) => {
    const { deps, who, now } = c.var
    const form = await readForm(c)
    const [planId, choice] = [form('keHoach'), form('noiTiep')]
    const known = await listKnownPlans(deps.db, who.unit)
    if (!known.some(({ plan }) => plan.id === planId)) return problemResponse(c, missing('plan'))
    const decided = choice === 'co' ? true : choice === 'khong' ? false : null
    await decideContinuation(deps.db, { unit: who.unit, planId, runsOn: decided, by: who.name }, now)
    await settleEnds(actOf(c))
    await noteChange(
      c,
      'plan-runs-on',
      planId,
      choice === 'co' ? 'có' : choice === 'khong' ? 'không' : 'tự động',
    )
    return sayDone(c, '/nhac-viec/don-vi#noi-tiep', 'noi-tiep')
  })

type Shown = { sent?: TypedHours; problem?: Problem; webhooks?: ShownWebhooks }

const typed = ({ remindMinutes, ...times }: NoticeHours): TypedHours => ({
  ...times,
  before: remindMinutes === null ? 'evening' : String(remindMinutes),
})

export async function noticeHoursPage(c: Ctx, { sent, problem, webhooks = {} }: Shown = {}): Promise<string> {
  const { deps, who } = c.var
  const hours = await findNoticeHours(deps.db, who.unit)
  const shown = sent ?? typed(hours)
  return render('notice-hours', {
    frame: await frameOf(c, {
      title: 'Giờ nhắc của đơn vị',
      page: 'notice-hours',
      flash: doneFlash(c, DONE),
    }),
    say: [say(sayWhen(hours))],
    summary: problem?.detail ?? null,
    grace: graceChoices(c.var.rules.graceMinutes),
    graceError: fieldOf('grace', '', problem).error,
    before: beforeChoices(shown.before),
    beforeError: fieldOf('before', shown.before, problem).error,
    remindAt: fieldOf('remindAt', shown.remindAt, problem),
    askAt: fieldOf('askAt', shown.askAt, problem),
    morningAt: fieldOf('morningAt', shown.morningAt, problem),
    plans: await planChoices(c),
    webhooks: can(who.role, 'administer') ? await webhooksView(c, webhooks) : null,
  })
}

function sayWhen({ remindMinutes, remindAt, askAt, morningAt }: NoticeHours): string {
  const remind =
    remindMinutes === null
      ? `nhắc lúc ${remindAt} tối hôm trước`
      : `nhắc trước giờ phát ${remindMinutes} phút`
  return `Đơn vị được ${remind}, hỏi xác nhận lúc ${askAt}, nhận lịch tuần và hạn chót lúc ${morningAt}.`
}

const beforeChoices = (chosen: string) => [
  { value: 'evening', words: 'Tối hôm trước, cả ngày một tin', chosen: chosen === 'evening' },
  ...REMIND_MINUTES.map((minutes) => ({
    value: String(minutes),
    words: `Trước giờ phát ${minutes} phút`,
    chosen: chosen === String(minutes),
  })),
]

const graceChoices = (chosen: number | null) =>
  [null, ...GRACE_MINUTES].map((minutes) => ({
    value: typedGrace(minutes),
    words: capital(graceWords(minutes)),
    chosen: minutes === chosen,
  }))

/** Each plan that somebody adopted; what was made of one goes with it. */
async function planChoices(c: Ctx) {
  const known = await listKnownPlans(c.var.deps.db, c.var.who.unit)
  return known
    .filter(({ plan }) => !runsOn(plan))
    .map(({ plan, decided }) => ({
      ...{ id: plan.id, title: plan.title, year: plan.year },
      choices: [
        { value: 'tu-dong', words: keepsBeat(plan) ? UNTIL_NEW : ENDS, chosen: decided === null },
        { value: 'co', words: 'Nối tiếp cho đến khi có kế hoạch thay thế', chosen: decided === true },
        { value: 'khong', words: 'Không nối tiếp', chosen: decided === false },
      ],
    }))
}

const UNTIL_NEW = 'Tự động: nối tiếp cho đến khi có kế hoạch thay thế'
const ENDS = 'Tự động: không nối tiếp, vì không có chương trình định kỳ'
