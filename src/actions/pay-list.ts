/** A bảng kê of the days that somebody names, by the office's own rates as they are said now. */
import { payLines, paySums } from '../core/blank/pay-list.ts'
import type { Period } from '../core/period.ts'
import type { PayList } from '../reports/pay-xlsx.ts'
import { listPayRates, type SaidRates } from '../store/pay-rates.ts'
import type { Look } from './act.ts'
import { gather } from './blanks.ts'
import { noticesJson } from './pay-rates.ts'

export type SaidPayList = PayList & { said: SaidRates[] }

export async function payListOf(
  look: Omit<Look, 'calendars'>,
  span: { period: Period; year: number },
): Promise<SaidPayList> {
  const [gathered, said] = await Promise.all([gather(look, span), listPayRates(look.db, look.unit)])
  const lines = payLines(
    gathered.occurrences,
    said.map(({ rates }) => rates),
  )
  const { from, to } = span.period
  return { unit: gathered.unit.name, range: { from, to }, lines, said }
}

/** As programs get it: the API and the command line. */
export const payListJson = ({ range, lines, said }: SaidPayList) => ({
  ...{ range, lines, sums: paySums(lines), notices: noticesJson(said) },
})
