/** What fell short and why (tồn tại, nguyên nhân), from what was recorded and nothing else. */
import { asOfInstant, rowKey } from '../core/count/count-rows.ts'
import { emptyMonths } from '../core/count/evenness.ts'
import type { ObligationCount } from '../core/count/obligation-count.ts'
import { type Fact, uncorrected } from '../core/fact.ts'
import type { Reading } from '../core/reading.ts'
import { type Bucket, placeMissed } from '../core/standing.ts'
import { capital } from '../core/text.ts'
import { type DateRange, type Instant, type LocalDate, monthOf } from '../core/wall-clock.ts'
import { reasonInWords } from '../core/words/names.ts'
import { listed } from '../core/words/rrule-words.ts'
import { documentDay } from '../core/words/words.ts'
import type { PlanPart } from './report-question.ts'

/** At most so many days are named, then only counted. */
const NAMED_DAYS = 6

export const days = (dates: readonly LocalDate[]): string => {
  const named = dates.slice(0, NAMED_DAYS).map(documentDay).join(', ')
  const more = dates.length - NAMED_DAYS
  return more > 0 ? `${named} và ${more} ngày khác` : named
}

const WORDS: [bucket: Bucket, words: string][] = [
  ['missed', 'không thực hiện'],
  ['excused', 'không thực hiện, có lý do được chấp nhận'],
  ['short', 'chưa đạt yêu cầu'],
  ['late', 'thực hiện trễ hạn'],
  ['unconfirmed', 'đến hạn nhưng chưa xác nhận kết quả'],
]

/** `Chuyên mục … (mục C.I.2.c, phát lại): 1 kỳ không thực hiện (26/8/2025)` */
export function problemsOf(part: PlanPart, period: DateRange): string[] {
  return part.counts.flatMap((counted) => {
    const parts = [
      ...WORDS.flatMap(([bucket, words]) => bucketWords(counted, bucket, words)),
      ...uneven(counted, part, period),
    ]
    return parts.length ? [`${obligationName(counted)}: ${parts.join('; ')}`] : []
  })
}

export const obligationName = ({ obligation, row }: ObligationCount): string =>
  `${obligation.title} (mục ${obligation.clause}${row.airing === 'rerun' ? ', phát lại' : ''})`

function bucketWords({ slots }: ObligationCount, bucket: Bucket, words: string): string[] {
  const own = slots.filter(({ at }) => at.bucket === bucket)
  if (!own.length) return []
  return [`${own.length} kỳ ${words} (${days(own.map(({ at }) => placeMissed(at).date).toSorted())})`]
}

function uneven({ row, obligation }: ObligationCount, { year }: PlanPart, period: DateRange): string[] {
  if (obligation.cadence.kind !== 'rate') return []
  const own = year.find((one) => rowKey(one.row) === rowKey(row))?.slots ?? []
  const months = emptyMonths(own, period).map((month) => monthOf(`${month}-01`))
  if (!months.length) return []
  const full = row.due > 0 && row.done === row.due
  return [
    `${full ? 'đủ số nhưng không đều, ' : ''}tháng ${listed(months)} không có kỳ nào được thực hiện trong tháng`,
  ]
}

type Silence = { why: string; day: LocalDate; madeUp: boolean }

/** `Mất điện: 1 kỳ (01/9/2025), đã thực hiện bù 1` */
export function causesOf(counts: readonly ObligationCount[], asOf: LocalDate): string[] {
  const now = asOfInstant(asOf)
  const silences = counts
    .flatMap(({ slots }) => slots.flatMap((slot) => silenceOf(slot, now)))
    .filter(({ day }) => day <= asOf)
  return [...Map.groupBy(silences, ({ why }) => why)].map(([why, own]) => {
    const madeUp = own.filter((one) => one.madeUp).length
    const rest = madeUp ? `, đã thực hiện bù ${madeUp}` : ''
    return `${capital(why)}: ${own.length} kỳ (${days(own.map(({ day }) => day).toSorted())})${rest}`
  })
}

/** An excuse says more than the "not aired" that it accepted. */
function silenceOf({ facts, at }: Reading, now: Instant): Silence[] {
  if (at.bucket === null || at.bucket === 'onTime' || at.bucket === 'late') return []
  const told = uncorrected(facts).filter((fact) => fact.at <= now)
  const fact =
    told.findLast(({ kind }) => kind === 'excused') ?? told.findLast(({ kind }) => kind === 'not-aired')
  return fact ? [{ why: reasonOf(fact), day: placeMissed(at).date, madeUp: at.bucket === 'madeUp' }] : []
}

function reasonOf({ reason, document }: Fact): string {
  const why = reason === null ? 'được chấp nhận không thực hiện' : reasonInWords(reason)
  return document === null ? why : `${why}, theo ${document}`
}
