/** `/bao-cao/bang-ke`: who had a hand in what was aired, by the office's own rates; and those rates. */
import { Hono } from 'hono'
import { payListOf, type SaidPayList } from '../../actions/pay-list.ts'
import { spanOf } from '../../actions/places.ts'
import { parseRates } from '../../core/blank/parse-rates.ts'
import type { PayRates } from '../../core/blank/pay-rate.ts'
import { readRateLines } from '../../core/blank/rate-text.ts'
import { readDay } from '../../core/form/reading.ts'
import { type FieldError, invalid, ok, type Problem, type Result } from '../../core/problem.ts'
import { can } from '../../core/role.ts'
import { addDays, isLocalDate, localDateOf, monthRange } from '../../core/wall-clock.ts'
import { savePayRates } from '../../store/pay-rates.ts'
import { render } from '../../templates/render.ts'
import { deedOf, lookOf } from '../act.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { filledForm, readSent, type Sent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { XLSX } from '../media-types.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { PAY_LIST, payListView } from '../views/report/pay-list.ts'

const DONE = { luu: 'Đã lưu định mức.', bo: 'Đã bỏ định mức.' }

export const payPages = new Hono<Env>()
  .get(PAY_LIST, guard('record'), async (c) => {
    const list = await readList(c)
    return list.ok ? c.html(await page(c, list.value)) : problemResponse(c, list.problem)
  })
  .get(`${PAY_LIST}/bang-ke.xlsx`, guard('record'), async (c) => {
    const file = await c.var.deps.workshop.run(c.var.who.unit, 'pay-xlsx', () => readList(c))
    if (!file.ok) return problemResponse(c, file.problem)
    const { tu = '', den = '' } = c.req.query()
    const name = [tu, den].filter(isLocalDate).join('-den-')
    return c.body(file.value, 200, {
      'content-type': XLSX,
      'content-disposition': `attachment; filename="bang-ke${name && `-${name}`}.xlsx"`,
    })
  })
  .post(`${PAY_LIST}/dinh-muc`, guard('close'), async (c) => {
    const sent = await readSent(c)
    const rates = ratesOf(sent)
    if (rates.ok) {
      await savePayRates(deedOf(c), rates.value.from, rates.value)
      return sayDone(c, `${PAY_LIST}#dinh-muc`, 'luu')
    }
    const list = await readList(c)
    if (!list.ok) return problemResponse(c, list.problem)
    return c.html(await page(c, list.value, { sent, problem: rates.problem }), httpStatus[rates.problem.kind])
  })
  .post(`${PAY_LIST}/dinh-muc/bo`, guard('close'), async (c) => {
    const from = (await readSent(c)).form('tu-ngay')
    if (!isLocalDate(from)) return problemResponse(c, invalid('Chưa rõ bỏ định mức nào.').problem)
    await savePayRates(deedOf(c), from, null)
    return sayDone(c, `${PAY_LIST}#dinh-muc`, 'bo')
  })

/** Of the days that the address names; without any, of last month. */
async function readList(c: Ctx): Promise<Result<SaidPayList>> {
  const { deps, now } = c.var
  const last = monthRange(addDays(monthRange(localDateOf(now)).from, -1))
  const [from, to] = [c.req.query('tu') || last.from, c.req.query('den') || last.to]
  const span = spanOf(from, to, deps.calendars)
  return span.ok ? ok(await payListOf(lookOf(c), span.value)) : span
}

function ratesOf(sent: Sent): Result<PayRates> {
  const { one } = filledForm(sent)
  const lines = readRateLines(one('muc'))
  const rates = parseRates({
    from: readDay(one('tu-ngay')) ?? one('tu-ngay'),
    to: one('den-ngay') ? (readDay(one('den-ngay')) ?? one('den-ngay')) : null,
    document: one('van-ban'),
    lines: lines.ok ? lines.value : [],
  })
  if (rates.ok && lines.ok) return rates
  const names: Record<string, string> = { from: 'tu-ngay', to: 'den-ngay', document: 'van-ban', lines: 'muc' }
  const errors = [
    ...errorsOf(rates)
      .filter(({ path }) => lines.ok || path[0] !== 'lines')
      .map((error) => ({ ...error, path: [names[String(error.path[0])] ?? ''] })),
    ...errorsOf(lines),
  ]
  return invalid('Chưa lưu được: hãy xem lại các ô được đánh dấu.', errors)
}

const errorsOf = (read: Result<unknown>): FieldError[] =>
  read.ok || read.problem.kind !== 'invalid' ? [] : read.problem.errors

async function page(c: Ctx, list: SaidPayList, refused?: { sent: Sent; problem: Problem }): Promise<string> {
  const frame = await frameOf(c, { title: 'Bảng kê', page: 'blanks', flash: doneFlash(c, DONE) })
  const mayDecide = can(c.var.who.role, 'close') && c.var.above !== true
  return render(
    'pay-list',
    payListView({
      ...{ frame, list, mayDecide, problem: refused?.problem ?? null },
      filled: filledForm(refused?.sent ?? NOTHING),
    }),
  )
}

const NOTHING: Sent = { form: () => '', all: () => [], file: () => null, files: () => [], fields: [] }
