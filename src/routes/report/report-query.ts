/** Which report an address or a form names, and what it says: frozen, or as recorded now. */
import { closingKey } from '../../actions/close-period.ts'
import { readPlans } from '../../actions/count.ts'
import { type ReportBasis, type ReportOf, readBasis, reportOf } from '../../actions/report.ts'
import { yearOfBasis } from '../../core/count/basis.ts'
import { parsePeriod } from '../../core/period.ts'
import { invalid, ok, type Result } from '../../core/problem.ts'
import type { Closing } from '../../core/record/closing.ts'
import { type LocalDate, localDateOf, yearOf } from '../../core/wall-clock.ts'
import { inSteps } from '../../portions.ts'
import { type Report, thawed } from '../../reports/report.ts'
import { findClosing } from '../../store/closings.ts'
import { findPlan } from '../../store/plans.ts'
import { lookOf } from '../act.ts'
import { basisOfKey, dayOfKey } from '../count/count-query.ts'
import type { Ctx } from '../env.ts'
import { parseYear } from '../parse-span.ts'
import type { ReportAt } from '../views/report/places.ts'

export type Read = (name: string) => string | undefined

/** The report that an address or a form names. */
export function reportAt(c: Ctx, read: Read): Result<ReportAt> {
  const year = parseYear(c.req.param('year') ?? '')
  if (!year.ok) return year
  const basis = basisOfKey(read('coSo'), 'report-year')
  if (!basis.ok) return basis
  const period = parsePeriod(
    c.var.deps.calendars.periods,
    basis.value,
    c.req.param('period') ?? '',
    year.value,
  )
  if (!period.ok) return period
  const today = localDateOf(c.var.now)
  const asOf = dayOfKey(read('den'), today < period.value.to ? today : period.value.to)
  if (!asOf.ok) return asOf
  return ok({
    ...{ year: year.value, period: period.value.key, basis: basis.value },
    planId: read('keHoach') || null,
    asOf: read('den') ? asOf.value : null,
    forecast: read('uoc') === '1',
    current: read('ban') === 'hien-tai',
  })
}

/** Without a day, the period's last one, or today while the period runs. */
function dayOf(c: Ctx, { asOf, basis, period, year }: ReportAt): LocalDate {
  const span = parsePeriod(c.var.deps.calendars.periods, basis, period, year)
  const today = localDateOf(c.var.now)
  return asOf ?? (span.ok && span.value.to < today ? span.value.to : today)
}

export type Shown = {
  at: ReportAt
  /** Frozen, or as recorded now. */
  report: Report
  current: Report
  closing: Closing | null
  known: ReportBasis
}

export async function shownReport(c: Ctx, read: Read): Promise<Result<Shown>> {
  const { deps, who } = c.var
  const at = reportAt(c, read)
  if (!at.ok) return at
  const of = reportOfAt(c, at.value)
  const basis = await readBasis(lookOf(c), of)
  if (!basis.ok) return basis
  if (basis.value.year !== at.value.year) return invalid(`Kỳ này là của năm ${basis.value.year}.`)
  await c.var.breathe()
  const closing = await findClosing(deps.db, who.unit, closingKey(basis.value))
  const asOf = closing && !at.value.current ? closing.asOf : of.asOf
  const { plans } = basis.value
  const known =
    asOf === of.asOf ? basis.value : { ...basis.value, plans: await readPlans(plans, asOf, lookOf(c)) }
  const current = await inSteps(reportOf(known, { ...of, asOf }, deps.calendars), c.var.breathe)
  const report = closing && !at.value.current ? thawed(closing.report) : current
  return ok({ at: at.value, report, current, closing, known })
}

/** The question behind an address. */
export const reportOfAt = (c: Ctx, at: ReportAt): ReportOf => {
  const { planId, year, basis, period, forecast } = at
  return { planId: planId ?? undefined, year, basis, period, forecast, asOf: dayOf(c, at) }
}

/** The form of any period → its address. */
export async function chosenReport(c: Ctx): Promise<Result<ReportAt>> {
  const basis = basisOfKey(c.req.query('coSo'), 'report-year')
  if (!basis.ok) return basis
  const planId = c.req.query('keHoach') || null
  const plan = planId === null ? null : await findPlan(c.var.deps.db, c.var.who.unit, planId)
  const year = parseYear(c.req.query('nam') || String(plan?.year ?? yearOf(localDateOf(c.var.now))))
  if (!year.ok) return year
  const { periods } = c.var.deps.calendars
  const period = parsePeriod(periods, basis.value, periodOfForm(c, year.value), year.value)
  if (!period.ok)
    return invalid('Chưa rõ kỳ báo cáo: chọn một kỳ, hoặc hai ngày có thật, ngày đầu trước ngày cuối.')
  const asOf = dayOfKey(c.req.query('den'), localDateOf(c.var.now))
  if (!asOf.ok) return asOf
  return ok({
    year: yearOfBasis(periods, basis.value, period.value.to),
    ...{ period: period.value.key, planId, basis: basis.value },
    ...{ asOf: asOf.value, forecast: c.req.query('uoc') === '1', current: false },
  })
}

function periodOfForm(c: Ctx, year: number): string {
  const key = c.req.query('ky') ?? ''
  if (key === 'ngay') return `${c.req.query('tu')}..${c.req.query('toi')}`
  const [, month] = /^T(\d{1,2})$/.exec(key) ?? []
  return month ? `${year}-${month.padStart(2, '0')}` : key
}
