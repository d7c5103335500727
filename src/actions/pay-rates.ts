/** An office's rates from files and programs: said one after the other, with what their days leave open. */
import { parseRates } from '../core/blank/parse-rates.ts'
import type { PayRates } from '../core/blank/pay-rate.ts'
import { type RateNotice, rateNotices } from '../core/blank/rate-days.ts'
import { type FieldError, fail, invalid, ok, type Result } from '../core/problem.ts'
import { formatInstant, type LocalDate } from '../core/wall-clock.ts'
import type { Db } from '../store/db.ts'
import type { Deed } from '../store/deed.ts'
import { listPayRates, type SaidRates, savePayRates } from '../store/pay-rates.ts'
import { fileText, placed } from './read-yaml.ts'

export const ratesJson = (said: readonly SaidRates[]) => ({
  rates: said.map(({ rates, by, at }) => ({ ...rates, by, at: formatInstant(at) })),
  notices: noticesJson(said),
})

export const noticesJson = (said: readonly SaidRates[]) =>
  noticesOf(said).map(({ rates: _, ...notice }) => notice)

export const noticesOf = (said: readonly SaidRates[]): RateNotice[] =>
  rateNotices(said.map(({ rates }) => rates))

/** One, or a list of them, in the shape in which the API gives them. */
export function readRatesFile(bytes: Uint8Array): Result<{ rates: PayRates[]; placeOf: PlaceOf }> {
  const text = fileText(bytes, 'định mức')
  if (!text.ok) return text
  const read = placed(text.value, 'định mức', ratesIn)
  if (!read.ok) return read
  const { value, place } = read.value
  const placeOf: PlaceOf = (from) => {
    const i = value.rates.findIndex((one) => one.from === from)
    return i < 0 ? null : place({ path: value.isList ? [i, 'from'] : ['from'], code: '', message: '' })
  }
  return ok({ rates: value.rates, placeOf })
}

/** Where the rates that begin on a day stand in the file; null for those that stand elsewhere. */
type PlaceOf = (from: LocalDate) => { line: number; column: number } | null

function ratesIn(data: unknown): Result<{ rates: PayRates[]; isList: boolean }> {
  const isList = Array.isArray(data)
  const read = (isList ? data : [data]).map((one) => parseRates(one))
  const errors = read.flatMap((one, i): FieldError[] =>
    one.ok || one.problem.kind !== 'invalid'
      ? []
      : one.problem.errors.map((error) => ({ ...error, path: isList ? [i, ...error.path] : error.path })),
  )
  if (errors.length) return invalid('Định mức có chỗ chưa đúng.', errors)
  const rates = read.flatMap((one) => (one.ok ? [one.value] : []))
  const twice = rates.findIndex(({ from }, i) => rates.slice(0, i).some((one) => one.from === from))
  if (twice < 0) return ok({ rates, isList })
  const message = 'đã có định mức khác áp dụng từ ngày này ở trên'
  return invalid('Định mức có chỗ chưa đúng.', [{ path: [twice, 'from'], code: 'rate-twice', message }])
}

/** Those that begin on the same day are said anew. */
export async function sayRates({ db, who, now }: Deed, rates: readonly PayRates[]): Promise<SaidRates[]> {
  for (const one of rates) await savePayRates({ db, who, now }, one.from, one)
  return listPayRates(db, who.unit)
}

export async function takeRatesBack({ db, who, now }: Deed, from: LocalDate): Promise<Result<SaidRates[]>> {
  if (!(await holds(db, who.unit, from)))
    return fail({ kind: 'not-found', detail: 'Không có định mức nào áp dụng từ ngày này.' })
  await savePayRates({ db, who, now }, from, null)
  return ok(await listPayRates(db, who.unit))
}

const holds = async (db: Db, unit: string, from: LocalDate): Promise<boolean> =>
  (await listPayRates(db, unit)).some(({ rates }) => rates.from === from)
