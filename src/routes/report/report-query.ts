/** Which report an address or a form names, and what it says: frozen, or as recorded now. */
import { type PlanReadings, readPlan } from '../../actions/count.ts'
import { readRecords, reportOf } from '../../actions/report.ts'
import { parsePeriod } from '../../core/period.ts'
import { invalid, ok, type Result } from '../../core/problem.ts'
import type { Closing } from '../../core/record/closing.ts'
import { type LocalDate, localDateOf } from '../../core/wall-clock.ts'
import type { Report } from '../../reports/report.ts'
import { findClosing } from '../../store/closings.ts'
import { listPlans } from '../../store/plans.ts'
import { basisOfKey, dayOfKey } from '../count/count-query.ts'
import { type Ctx, momentIn } from '../env.ts'
import { parseYear } from '../parse-span.ts'
import type { ReportAt } from '../views/report/places.ts'

export type Read = (name: string) => string | undefined

/** The report that an address or a form names. */
export async function reportAt(c: Ctx, read: Read): Promise<Result<ReportAt>> {
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
  const planId = read('keHoach') || (await onlyPlanOf(c, year.value))
  if (!planId) return invalid(`Hãy chọn một kế hoạch của năm ${year.value}.`)
  return ok({
    ...{ year: year.value, period: period.value.key, planId, basis: basis.value },
    asOf: read('den') ? asOf.value : null,
    forecast: read('uoc') === '1',
    current: read('ban') === 'hien-tai',
  })
}

async function onlyPlanOf(c: Ctx, year: number): Promise<string | null> {
  const plans = (await listPlans(c.var.deps.db, c.var.who.unit)).filter((plan) => plan.year === year)
  return plans.length === 1 ? (plans[0]?.id ?? null) : null
}

/** Without a day, the period's last one, or today while the period runs. */
export function dayOf(c: Ctx, { asOf, basis, period, year }: ReportAt): LocalDate {
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
  known: PlanReadings
}

export async function shownReport(c: Ctx, read: Read): Promise<Result<Shown>> {
  const { deps, who } = c.var
  const at = await reportAt(c, read)
  if (!at.ok) return at
  const [closing, known] = await Promise.all([
    findClosing(deps.db, who.unit, at.value),
    readRecords(deps.db, who.unit, at.value.planId),
  ])
  if (!known.ok) return known
  const asOf = closing && !at.value.current ? closing.asOf : dayOf(c, at.value)
  const readings = readPlan(known.value, asOf, momentIn(c))
  const current = reportOf(readings, at.value, deps.calendars)
  if (!current.ok) return current
  if (current.value.plan.year !== at.value.year)
    return invalid(`Kế hoạch này là của năm ${current.value.plan.year}.`)
  const report = closing && !at.value.current ? (JSON.parse(closing.report) as Report) : current.value
  return ok({ at: at.value, report, current: current.value, closing, known: readings })
}

/** The form of any period → its address. */
export async function chosenReport(c: Ctx): Promise<Result<ReportAt>> {
  const plans = await listPlans(c.var.deps.db, c.var.who.unit)
  const plan = plans.find(({ id }) => id === c.req.query('keHoach')) ?? plans[0]
  if (!plan) return invalid('Đơn vị chưa nhận kế hoạch nào.')
  const basis = basisOfKey(c.req.query('coSo'), 'report-year')
  if (!basis.ok) return basis
  const period = parsePeriod(c.var.deps.calendars.periods, basis.value, periodOfForm(c, plan.year), plan.year)
  if (!period.ok)
    return invalid('Chưa rõ kỳ báo cáo: chọn một kỳ, hoặc hai ngày có thật, ngày đầu trước ngày cuối.')
  const asOf = dayOfKey(c.req.query('den'), localDateOf(c.var.now))
  if (!asOf.ok) return asOf
  return ok({
    ...{ year: plan.year, period: period.value.key, planId: plan.id, basis: basis.value },
    ...{ asOf: asOf.value, forecast: c.req.query('uoc') === '1', current: false },
  })
}

function periodOfForm(c: Ctx, year: number): string {
  const key = c.req.query('ky') ?? ''
  if (key === 'ngay') return `${c.req.query('tu')}..${c.req.query('toi')}`
  const [, month] = /^T(\d{1,2})$/.exec(key) ?? []
  return month ? `${year}-${month.padStart(2, '0')}` : key
}
