/** `/nhat-ky`: the broadcast log, as a page that prints, as CSV and as a workbook. */

import { Hono } from 'hono'
import { logEntries } from '../../core/log/log.ts'
import { type LogRow, logRow } from '../../core/log/log-words.ts'
import type { AdoptedPlan } from '../../core/plan/edition.ts'
import { CHANNELS } from '../../core/plan.ts'
import { type FieldError, invalid, ok, type Result } from '../../core/problem.ts'
import { daysBetween, isLocalDate, type LocalDate, localDateOf, monthRange } from '../../core/wall-clock.ts'
import { inPortions } from '../../portions.ts'
import { logCsv, withAddresses } from '../../reports/log-table.ts'
import { listLogged } from '../../store/facts.ts'
import { listPlans } from '../../store/plans.ts'
import { findUnit } from '../../store/units.ts'
import { render } from '../../templates/render.ts'
import type { Ctx, Env } from '../env.ts'
import { frameOf } from '../frame.ts'
import { XLSX } from '../media-types.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { readingsOf } from '../readings.ts'
import { type LogQuestion, logTitle, logView } from '../views/log/log.ts'

export const logPages = new Hono<Env>()
  .get('/nhat-ky', guard('read'), async (c) => {
    const question = questionOf(c)
    if (!question.ok) return problemResponse(c, question.problem)
    const { rows, plans } = await readLog(c, question.value)
    const frame = await frameOf(c, { title: logTitle(question.value.channel), page: 'log' })
    const { role } = c.var.who
    const view = logView({ frame, question: question.value, rows, plans, role, now: c.var.now })
    await c.var.breathe()
    return c.html(render('log', view))
  })
  .get('/nhat-ky.csv', guard('read'), async (c) => {
    const question = questionOf(c)
    if (!question.ok) return problemResponse(c, question.problem)
    const { rows } = await readLog(c, question.value)
    await c.var.breathe()
    return c.body(logCsv(withAddresses(rows, c.var.deps.baseUrl)), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attachment(question.value, 'csv'),
    })
  })
  .get('/nhat-ky.xlsx', guard('read'), async (c) => {
    const question = questionOf(c)
    if (!question.ok) return problemResponse(c, question.problem)
    const { deps, who } = c.var
    const { channel, range } = question.value
    const file = await deps.workshop.run(who.unit, 'log-xlsx', async () => {
      const [{ rows }, unit] = await Promise.all([readLog(c, question.value), findUnit(deps.db, who.unit)])
      return ok({
        rows: withAddresses(rows, deps.baseUrl),
        head: { unit: unit?.name ?? who.unit, title: logTitle(channel), range },
      })
    })
    if (!file.ok) return problemResponse(c, file.problem)
    return c.body(file.value, 200, {
      'content-type': XLSX,
      'content-disposition': attachment(question.value, 'xlsx'),
    })
  })

const attachment = ({ range: { from, to } }: LogQuestion, ending: string): string =>
  `attachment; filename="nhat-ky-${from}-${to}.${ending}"`

async function readLog(c: Ctx, question: LogQuestion): Promise<{ rows: LogRow[]; plans: AdoptedPlan[] }> {
  const { deps, who, now } = c.var
  const [readings, logged, plans] = await Promise.all([
    readingsOf(c, { range: question.range, events: true }),
    listLogged(deps.db, who.unit),
    listPlans(deps.db, who.unit),
  ])
  await c.var.breathe()
  const obligations = new Map(
    plans.flatMap((plan) =>
      plan.obligations.map((obligation) => [`${plan.id}:${obligation.id}`, obligation]),
    ),
  )
  const loggedOn = logged.flatMap((fact) => {
    const obligation = obligations.get(`${fact.planId}:${fact.obligationId}`)
    return obligation ? [{ obligation, fact }] : []
  })
  const entries = logEntries(readings, loggedOn, question, now)
  return { rows: await inPortions(entries, c.var.breathe, (some) => some.map(logRow)), plans }
}

/** Three years: what an archive is asked for at once. */
const MOST_DAYS = 1096

/** What the address asks for; this month where it says nothing. */
function questionOf(c: Ctx): Result<LogQuestion> {
  const month = monthRange(localDateOf(c.var.now))
  const said = (name: string) => (c.req.query(name) ?? '').trim().normalize('NFC')
  const [from, to] = [
    said('from') || firstDay(said('to')) || month.from,
    said('to') || lastDay(said('from')) || month.to,
  ]
  const channel = CHANNELS.find((one) => one === said('channel')) ?? null
  const errors: FieldError[] = [
    ...(isLocalDate(from) ? [] : [wrong('from', 'không phải một ngày có thật')]),
    ...(isLocalDate(to) ? [] : [wrong('to', 'không phải một ngày có thật')]),
    ...(said('channel') && !channel ? [wrong('channel', `phải là một trong: ${CHANNELS.join(', ')}`)] : []),
  ]
  if (!errors.length && to < from) errors.push(wrong('to', 'ngày cuối phải sau hoặc trùng ngày đầu'))
  if (!errors.length && daysBetween(from, to) >= MOST_DAYS)
    errors.push(wrong('to', 'mỗi lần xem không quá 3 năm'))
  if (errors.length) return invalid('Chưa xem được sổ nhật ký: hãy xem lại ngày và kênh.', errors)
  return ok({ range: { from, to }, channel, obligation: said('obligation').slice(0, 120) || null })
}

const firstDay = (to: LocalDate): LocalDate | null => (isLocalDate(to) ? monthRange(to).from : null)
const lastDay = (from: LocalDate): LocalDate | null => (isLocalDate(from) ? monthRange(from).to : null)

const wrong = (name: string, message: string): FieldError => ({ path: [name], code: 'invalid', message })
