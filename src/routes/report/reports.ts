/** `/bao-cao`: reports as pages and files, the evidence behind them, and closing a period. */

import { Hono } from 'hono'
import { closePeriod } from '../../actions/close-period.ts'
import { confirmFacts } from '../../actions/confirm.ts'
import { ok, type Problem, type Result } from '../../core/problem.ts'
import { can } from '../../core/role.ts'
import { localDateOf } from '../../core/wall-clock.ts'
import { periodName } from '../../core/words/period-words.ts'
import type { Report } from '../../reports/report.ts'
import { listClosings } from '../../store/closings.ts'
import { listPlans } from '../../store/plans.ts'
import { render } from '../../templates/render.ts'
import { actOf } from '../act.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { momentIn } from '../env.ts'
import { queryForm, readForm, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { XLSX } from '../media-types.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { reportsView } from '../views/report/index-page.ts'
import { reportPath } from '../views/report/places.ts'
import { reportView } from '../views/report/report-page.ts'
import { chosenReport, type Read, reportAt, reportOfAt, shownReport } from './report-query.ts'

const FILES: Record<string, { type: string; work: 'report-docx' | 'report-xlsx' | 'report-csv' }> = {
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    work: 'report-docx',
  },
  xlsx: { type: XLSX, work: 'report-xlsx' },
  csv: { type: 'text/csv; charset=utf-8', work: 'report-csv' },
}

export const reportPages = new Hono<Env>()
  .get('/bao-cao', guard('read'), async (c) => c.html(await reportsPage(c)))
  .get('/bao-cao/lap', guard('read'), async (c) => {
    const at = await chosenReport(c)
    return at.ok ? c.redirect(reportPath(at.value), 303) : problemResponse(c, at.problem)
  })
  .get('/bao-cao/:year/:period', guard('read'), async (c) => {
    const page = await reportPage(c, queryForm(c))
    return page.ok ? c.html(page.value) : problemResponse(c, page.problem)
  })
  .get('/bao-cao/:year/:period/:file{bao-cao\\.(docx|xlsx|csv)}', guard('read'), async (c) => {
    const ending = c.req.param('file').split('.').at(-1) as string
    const { type, work } = FILES[ending] as (typeof FILES)[string]
    let name = ''
    const file = await c.var.deps.workshop.run(c.var.who.unit, work, async () => {
      const shown = await shownReport(c, queryForm(c))
      if (!shown.ok) return shown
      name = fileName(shown.value.report)
      return ok(shown.value.report)
    })
    if (!file.ok) return problemResponse(c, file.problem)
    c.header('content-type', type)
    c.header('content-disposition', `attachment; filename="${name}.${ending}"`)
    return c.body(file.value)
  })
  .post('/bao-cao/:year/:period/khoa', guard('close'), async (c) => {
    const form = await readForm(c)
    const at = reportAt(c, form)
    if (!at.ok) return problemResponse(c, at.problem)
    const of = { ...reportOfAt(c, at.value), accept: form('chapNhan') === '1' }
    const closed = await closePeriod({ ...actOf(c), ...momentIn(c) }, of)
    await c.var.breathe()
    if (closed.ok) return sayDone(c, reportPath({ ...at.value, asOf: null }), 'khoa')
    if (closed.problem.kind !== 'invalid') return problemResponse(c, closed.problem)
    const page = await reportPage(c, form, closed.problem)
    return page.ok ? c.html(page.value, 400) : problemResponse(c, page.problem)
  })
  .post('/bao-cao/:year/:period/xac-nhan', guard('approve'), async (c) => {
    const { form, all } = await readSent(c)
    const shown = await shownReport(c, form)
    if (!shown.ok) return problemResponse(c, shown.problem)
    const confirmed = await confirmFacts(actOf(c), shown.value.known.plans, all('ghi'))
    if (!confirmed.ok) return problemResponse(c, confirmed.problem)
    return sayDone(c, `${reportPath(shown.value.at)}#minh-chung`, 'xac-nhan')
  })

const DONE = {
  khoa: 'Đã chốt số liệu. Báo cáo được giữ nguyên như dưới đây.',
  'loi-van': 'Đã lưu lời văn. Báo cáo dưới đây đã theo lời văn mới.',
  'loi-van-bo': 'Đã bỏ lời văn riêng của báo cáo này.',
  'xac-nhan': 'Đã ghi xác nhận của lãnh đạo.',
}

async function reportsPage(c: Ctx): Promise<string> {
  const { deps, who, now } = c.var
  const [frame, plans, closings] = await Promise.all([
    frameOf(c, { title: 'Báo cáo', page: 'reports' }),
    listPlans(deps.db, who.unit),
    listClosings(deps.db, who.unit),
  ])
  const planId = c.req.query('keHoach') || undefined
  return render(
    'reports',
    reportsView({ frame, plans, closings, calendars: deps.calendars, today: localDateOf(now), planId }),
  )
}

async function reportPage(c: Ctx, read: Read, problem?: Problem): Promise<Result<string>> {
  const shown = await shownReport(c, read)
  if (!shown.ok) return shown
  await c.var.breathe()
  const { report } = shown.value
  const title = `Báo cáo ${periodName(report.period, report.year)}`
  const { role } = c.var.who
  const view = reportView({
    ...shown.value,
    frame: await frameOf(c, { title, page: 'report', flash: doneFlash(c, DONE) }),
    today: localDateOf(c.var.now),
    mayWrite: can(role, 'record'),
    mayClose: can(role, 'close'),
    mayConfirm: can(role, 'approve'),
    errors: problem?.kind === 'invalid' ? problem.errors.map(({ message }) => message) : [],
  })
  await c.var.breathe()
  return ok(render('report', view))
}

/** ASCII, since headers know nothing else: `bao-cao-ngok-tu-2025-Q3`. */
const fileName = ({ plan, unit, year, period }: Report): string =>
  `bao-cao-${plan ? plan.id.replace('@', '-') : `${unit.code}-${year}`}-${period.key.replaceAll('..', '-den-')}`
