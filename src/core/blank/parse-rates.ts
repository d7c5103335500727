/** From rates as data to the rates, or to all that is wrong with them, each with its place. */
import { schemaErrors } from '../plan/parse-plan.ts'
import { type FieldError, invalid, ok, type Result } from '../problem.ts'
import { lineTwice, type PayRates, payRates } from './pay-rate.ts'

export function parseRates(data: unknown): Result<PayRates> {
  const parsed = payRates.safeParse(data)
  const errors = parsed.success ? ratesErrors(parsed.data) : schemaErrors(parsed.error, data)
  if (errors.length) return invalid('Định mức có chỗ chưa đúng.', errors)
  return ok(parsed.data as PayRates)
}

function ratesErrors({ from, to, lines }: PayRates): FieldError[] {
  const end: FieldError = { path: ['to'], code: 'end-before-start', message: 'ngày cuối phải sau ngày đầu' }
  return [
    ...(to !== null && to < from ? [end] : []),
    ...lines.flatMap((_, i): FieldError[] => {
      const first = lineTwice(lines, i)
      return first < 0 ? [] : [{ path: ['lines', i], code: 'rate-twice', message: twiceWords(first + 1) }]
    }),
  ]
}

/** `number`: the first's, as people count them. */
export const twiceWords = (number: number): string =>
  `trùng vai, thể loại, hình thức với dòng ${number}: mỗi trường hợp chỉ một mức`
