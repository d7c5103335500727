import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PayRates, ratesOn } from '../../../src/core/blank/pay-rate.ts'
import { gapsIn, overlapsIn, rateNotices } from '../../../src/core/blank/rate-days.ts'
import { addDays } from '../../../src/core/wall-clock.ts'

const ratesOf = (from: string, to: string | null, document: string): PayRates => ({
  ...{ from, to, document, lines: [] },
})
const DAYS = Array.from({ length: 40 }, (_, i) => addDays('2026-05-01', i))
const anyRates = fc
  .array(fc.tuple(fc.nat(30), fc.option(fc.nat(9))), { maxLength: 5 })
  .map((spans) =>
    spans.map(([from, length], i) =>
      ratesOf(DAYS[from] as string, length === null ? null : (DAYS[from + length] as string), `QĐ ${i}`),
    ),
  )

test('day by day: a gap where none holds between two that do, an overlap where several do', () => {
  fc.assert(
    fc.property(anyRates, (said) => {
      const holds = (day: string) =>
        said.flatMap(({ from, to }, i) => (from <= day && (to === null || day <= to) ? [i] : []))
      const within = (day: string, { from, to }: { from: string; to: string | null }) =>
        from <= day && (to === null || day <= to)
      const first = said.map(({ from }) => from).sort()[0] ?? '9999'
      for (const [i, day] of DAYS.entries()) {
        const isGap =
          holds(day).length === 0 && day > first && DAYS.slice(i).some((later) => holds(later).length > 0)
        expect([day, gapsIn(said).filter((gap) => within(day, gap)).length]).toEqual([day, isGap ? 1 : 0])
        const [overlap] = overlapsIn(said).filter((one) => within(day, one))
        expect([day, overlap?.rates]).toEqual([day, holds(day).length > 1 ? holds(day) : undefined])
        if (overlap) expect(ratesOn(said, day)).toBe(said[overlap.rates.at(-1) as number])
      }
    }),
  )
})

test('each is told by its days and documents, and of which rates', () => {
  const said = [
    ratesOf('2026-01-01', '2026-05-30', 'Quyết định số 01/QĐ-UBND'),
    ratesOf('2026-09-01', null, 'Quyết định số 30/QĐ-UBND'),
    ratesOf('2026-10-01', null, 'Quyết định số 42/QĐ-UBND'),
  ]
  expect(rateNotices(said)).toEqual([
    {
      ...{ code: 'rate-gap', from: '2026-05-31', to: '2026-08-31', rates: 1 },
      message:
        'Từ 31/5/2026 đến 31/8/2026 chưa có định mức nào áp dụng: các lượt phát trong những ngày ấy chưa tính được tiền.',
    },
    {
      ...{ code: 'rate-overlap', from: '2026-10-01', to: null, rates: 2 },
      message:
        'Từ 01/10/2026 trở đi có 2 định mức cùng áp dụng (Quyết định số 30/QĐ-UBND; Quyết định số 42/QĐ-UBND): tính theo Quyết định số 42/QĐ-UBND, vì ghi sau. Văn bản trước đã hết hiệu lực thì ghi ngày cuối của nó.',
    },
  ])
})
