/** On which days an office's rates hold: where none of them does (gap), and where several do (overlap). */
import { addDays, type LocalDate } from '../wall-clock.ts'
import { documentDay } from '../words/words.ts'
import type { PayRates } from './pay-rate.ts'

export type Gap = { from: LocalDate; to: LocalDate }

/** `rates`: which of them hold, from 0, in the order in which they were said; the last one is counted with. */
export type Overlap = { from: LocalDate; to: LocalDate | null; rates: number[] }

/** From the first day that the rates speak of on: spans of days on which the same ones hold. */
function spansOf(said: readonly PayRates[]): Overlap[] {
  const ends = said.flatMap(({ to }) => (to === null ? [] : [addDays(to, 1)]))
  const starts = [...new Set([...said.map(({ from }) => from), ...ends])].sort()
  return starts.map((from, i) => {
    const next = starts[i + 1]
    return {
      ...{ from, to: next === undefined ? null : addDays(next, -1) },
      rates: said.flatMap((one, k) => (one.from <= from && (one.to === null || from <= one.to) ? [k] : [])),
    }
  })
}

/** Days between the first and the last that the rates speak of on which none holds. */
export const gapsIn = (said: readonly PayRates[]): Gap[] =>
  spansOf(said).flatMap(({ from, to, rates }) => (rates.length || to === null ? [] : [{ from, to }]))

export const overlapsIn = (said: readonly PayRates[]): Overlap[] =>
  spansOf(said).filter(({ rates }) => rates.length > 1)

/** What an office should know of the days of its rates. `rates`: where in them, from 0. */
export type RateNotice = {
  code: 'rate-gap' | 'rate-overlap'
  from: LocalDate
  to: LocalDate | null
  rates: number
  message: string
}

/** By day. A gap is told of the rates that begin after it, an overlap of those that are counted with. */
export function rateNotices(said: readonly PayRates[]): RateNotice[] {
  const gaps = gapsIn(said).map((gap): RateNotice => {
    const rates = said.findIndex(({ from }) => from === addDays(gap.to, 1))
    return { code: 'rate-gap', ...gap, rates, message: gapWords(gap) }
  })
  const overlaps = overlapsIn(said).map(({ from, to, rates }): RateNotice => {
    const documents = rates.flatMap((i) => said[i]?.document ?? [])
    const message = overlapWords({ from, to }, documents)
    return { code: 'rate-overlap', from, to, rates: rates.at(-1) ?? 0, message }
  })
  return [...gaps, ...overlaps].sort((a, b) => (a.from < b.from ? -1 : 1))
}

const gapWords = ({ from, to }: Gap): string =>
  `Từ ${documentDay(from)} đến ${documentDay(to)} chưa có định mức nào áp dụng: các lượt phát trong những ngày ấy chưa tính được tiền.`

const overlapWords = ({ from, to }: Pick<Overlap, 'from' | 'to'>, documents: readonly string[]): string =>
  `Từ ${documentDay(from)} ${to === null ? 'trở đi' : `đến ${documentDay(to)}`} có ${documents.length} định mức cùng áp dụng (${documents.join('; ')}): tính theo ${documents.at(-1)}, vì ghi sau. Văn bản trước đã hết hiệu lực thì ghi ngày cuối của nó.`
