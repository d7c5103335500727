/** `/cac-don-vi`: one's own office and those below it, side by side over a period; as a workbook and as numbers too. */
import { Hono } from 'hono'
import { quarterAsOf, type RollUp, rollUp } from '../../actions/roll-up.ts'
import { UNIT_FILTERS, UNIT_SORTS, type UnitChoice } from '../../core/count/unit-choice.ts'
import { ok, type Result } from '../../core/problem.ts'
import { can } from '../../core/role.ts'
import { tidy } from '../../core/text.ts'
import { localDateOf } from '../../core/wall-clock.ts'
import { periodName } from '../../core/words/period-words.ts'
import { documentDay } from '../../core/words/words.ts'
import { unitsCsv, unitsWorkbook } from '../../reports/units-table.ts'
import { listSeen } from '../../store/unit-tree.ts'
import { render } from '../../templates/render.ts'
import { actOf } from '../act.ts'
import { basisOfKey, dayOfKey } from '../count/count-query.ts'
import type { Ctx, Env } from '../env.ts'
import { queryForm } from '../form.ts'
import { frameOf } from '../frame.ts'
import { XLSX } from '../media-types.ts'
import { guard } from '../middleware/guard.ts'
import { parseYear } from '../parse-span.ts'
import { problemResponse } from '../problem.ts'
import { FILTERS, SORTS, unitsView } from '../views/units/units.ts'

export const unitPages = new Hono<Env>()
  .get('/cac-don-vi', guard('read'), async (c) => {
    const rolled = await rolledUp(c)
    if (!rolled.ok) return problemResponse(c, rolled.problem)
    const { who } = c.var
    const frame = await frameOf(c, { title: 'Các đơn vị', page: 'units' })
    const may = {
      manage: can(who.role, 'administer'),
      hand: can(who.role, 'adopt'),
      nudge: can(who.role, 'record'),
    }
    const asked = { query: new URL(c.req.url).searchParams, choice: choiceIn(c), page: pageIn(c) }
    return c.html(render('units', unitsView({ frame, rolled: rolled.value, own: who.unit, ...asked, may })))
  })
  .get('/cac-don-vi.csv', guard('read'), async (c) => {
    const rolled = await rolledUp(c)
    if (!rolled.ok) return problemResponse(c, rolled.problem)
    return file(c, rolled.value, unitsCsv(rolled.value.units), 'csv', 'text/csv; charset=utf-8')
  })
  .get('/cac-don-vi.xlsx', guard('read'), async (c) => {
    const rolled = await rolledUp(c)
    if (!rolled.ok) return problemResponse(c, rolled.problem)
    const { period, year, asOf, units } = rolled.value
    const heading = `Các đơn vị, ${periodName(period, year)}, tính đến hết ngày ${documentDay(asOf)}`
    return file(c, rolled.value, await unitsWorkbook(heading, units), 'xlsx', XLSX)
  })

/** What an address says that is none of them means the usual. */
function choiceIn(c: Ctx): UnitChoice {
  const asked = (name: string) => c.req.query(name) ?? ''
  return {
    words: tidy(asked('tim')),
    filter: UNIT_FILTERS.find((key) => FILTERS[key].key === asked('loc')) ?? 'all',
    sort: UNIT_SORTS.find((key) => SORTS[key].key === asked('xep')) ?? 'lag',
  }
}

const pageIn = (c: Ctx): number =>
  /^[1-9]\d{0,3}$/.test(c.req.query('trang') ?? '') ? Number(c.req.query('trang')) : 1

function file(
  c: Ctx,
  { period, year }: RollUp,
  body: string | Uint8Array<ArrayBuffer>,
  ending: string,
  type: string,
) {
  const key = period.key.replace(/[^\w-]/g, '_')
  return c.body(body, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="cac-don-vi-${year}-${key}.${ending}"`,
  })
}

/** Without a period, the quarter that holds today; without a day, today, or the last day of a period that is over. */
export async function rolledUp(c: Ctx, form = queryForm(c)): Promise<Result<RollUp>> {
  const { deps, who, now } = c.var
  const basis = basisOfKey(form('coSo') || undefined, 'plan-year')
  if (!basis.ok) return basis
  const asOf = dayOfKey(form('den') || undefined, localDateOf(now))
  if (!asOf.ok) return asOf
  const usual = quarterAsOf(deps.calendars.periods, asOf.value, basis.value)
  const year = form('nam') ? parseYear(form('nam')) : ok(usual.year)
  if (!year.ok) return year
  const question = { ...usual, year: year.value, period: form('ky') || usual.period }
  return rollUp(actOf(c), listSeen(deps.db, who.unit), question)
}
