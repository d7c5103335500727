/** `/bao-cao/<year>/<period>/loi-van`: what the office says its own way on this report, and on those to come. */
import { Hono } from 'hono'
import { closingKey } from '../../actions/close-period.ts'
import { type Filled, filledOf } from '../../core/form/filled.ts'
import { fillPaper, PAPER_GROUPS, readPaper } from '../../core/form/paper-form.ts'
import type { Problem } from '../../core/problem.ts'
import { localDateOf } from '../../core/wall-clock.ts'
import { periodName } from '../../core/words/period-words.ts'
import { documentDay } from '../../core/words/words.ts'
import { usualPaper } from '../../reports/paper.ts'
import { paperFor, type SaidPapers, saveOwnPaper, saveUsualPaper } from '../../store/paper-words.ts'
import { render } from '../../templates/render.ts'
import { deedOf } from '../act.ts'
import { sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { filledForm, queryForm, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { fieldView } from '../views/form/field.ts'
import { hiddenOf, paperPath, reportPath } from '../views/report/places.ts'
import { type Shown, shownReport } from './report-query.ts'

export const paperPages = new Hono<Env>()
  .get('/bao-cao/:year/:period/loi-van', guard('record'), async (c) => {
    const shown = await shownReport(c, queryForm(c))
    if (!shown.ok) return problemResponse(c, shown.problem)
    const { unit, papers } = shown.value.known
    const words = { ...usualPaper(unit.name, paperFor(papers).lead), ...paperFor(papers) }
    return c.html(await page(c, shown.value, filledOf(fillPaper(words))))
  })
  .post('/bao-cao/:year/:period/loi-van', guard('record'), async (c) => {
    const sent = await readSent(c)
    const shown = await shownReport(c, sent.form)
    if (!shown.ok) return problemResponse(c, shown.problem)
    const { at, known } = shown.value
    const key = closingKey(known)
    const done = (what: string) => sayDone(c, reportPath(at), what)
    if (sent.form('viec') === 'bo') {
      await saveOwnPaper(deedOf(c), key, null)
      return done('loi-van-bo')
    }
    const filled = filledForm(sent)
    const words = readPaper(filled, usualPaper(known.unit.name, filled.one('luu') || undefined))
    if (!words.ok) return c.html(await page(c, shown.value, filled, words.problem), 400)
    if (sent.form('viec') === 'rieng') await saveOwnPaper(deedOf(c), key, words.value)
    else await saveUsualPaper(deedOf(c), key, words.value)
    return done('loi-van')
  })

async function page(
  c: Ctx,
  { at, report, known, closing }: Shown,
  filled: Filled,
  problem: Problem | null = null,
) {
  const title = `Lời văn báo cáo ${periodName(report.period, report.year)}`
  return render('paper', {
    frame: await frameOf(c, { title, page: 'paper' }),
    back: { href: reportPath(at), words: 'Báo cáo' },
    heading: title,
    held: heldWords(known.papers),
    closed: closing !== null,
    summary: problem?.detail ?? null,
    action: paperPath(at).split('?')[0] ?? '',
    hidden: hiddenOf(at),
    groups: PAPER_GROUPS.map(({ heading, hint, fields }) => ({
      ...{ heading, hint },
      fields: Object.values(fields).map((field) => fieldView(field, filled, problem)),
    })),
    mayDrop: known.papers.own !== null,
  })
}

function heldWords({ own, usual }: SaidPapers): string {
  const held = own ?? usual
  if (!held) return 'Đơn vị chưa sửa gì: báo cáo theo mẫu chung.'
  const who = `${held.by} lưu ngày ${documentDay(localDateOf(held.setAt))}`
  return own
    ? `Báo cáo này có lời văn riêng (${who}); các báo cáo khác theo lời văn của đơn vị.`
    : `Lời văn của đơn vị cho mọi báo cáo (${who}).`
}
