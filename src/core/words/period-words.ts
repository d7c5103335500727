/** Spans as plans name them: "quý III/2025", "tháng 12/2022", "năm 2025". */
import { type DateRange, monthOf, monthRange, yearOf } from '../wall-clock.ts'
import { documentDay } from './words.ts'

const ROMAN = ['I', 'II', 'III', 'IV']

/** `năm 2025`, `quý III/2025`, `quý III, IV/2025`, `tháng 12/2022`, `tháng 4 – 5/2025`, else `từ 06/9 đến 15/10/2025`. */
export function periodInWords(range: DateRange): string {
  const year = yearOf(range.from)
  if (!isWholeMonths(range) || yearOf(range.to) !== year) return daysInWords(range)
  const [first, last] = [monthOf(range.from), monthOf(range.to)]
  if (first === 1 && last === 12) return `năm ${year}`
  if (first === last) return `tháng ${first}/${year}`
  if (first % 3 === 1 && last % 3 === 0) return `quý ${quarters(first, last)}/${year}`
  return `tháng ${first} – ${last}/${year}`
}

const isWholeMonths = ({ from, to }: DateRange): boolean => from.endsWith('-01') && to === monthRange(to).to

const quarters = (first: number, last: number): string => ROMAN.slice((first - 1) / 3, last / 3).join(', ')

function daysInWords({ from, to }: DateRange): string {
  if (from === to) return `ngày ${documentDay(to)}`
  const start = documentDay(from)
  const sameYear = yearOf(from) === yearOf(to)
  return `từ ${sameYear ? start.slice(0, start.lastIndexOf('/')) : start} đến ${documentDay(to)}`
}

const NAMES: Record<string, string> = {
  Q1: 'quý I năm',
  Q2: 'quý II năm',
  Q3: 'quý III năm',
  Q4: 'quý IV năm',
  H1: '6 tháng đầu năm',
  H2: '6 tháng cuối năm',
  M9: '9 tháng đầu năm',
  Y: 'năm',
}

/**
 * A period of the count by its key: `quý III năm 2025`, `6 tháng đầu năm 2025`, `tháng 8 năm 2025`, else its days. The
 * same on both bases, whose days differ.
 */
export function periodName({ key, from, to }: DateRange & { key: string }, year: number): string {
  if (Object.hasOwn(NAMES, key)) return `${NAMES[key]} ${year}`
  const [, ofYear, named = ''] = /^(\d{4})-([QHMY]\d?)$/.exec(key) ?? []
  if (Object.hasOwn(NAMES, named)) return `${NAMES[named]} ${ofYear}`
  const [, inYear, month] = /^(\d{4})-(\d{2})$/.exec(key) ?? []
  if (month) return `tháng ${Number(month)} năm ${inYear}`
  return `từ ngày ${documentDay(from)} đến ngày ${documentDay(to)}`
}
