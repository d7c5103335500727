/** Rates as an office types them, a line each: `tác giả; tin; phát mới; lượt; 50.000`. */
import { readWhole } from '../form/reading.ts'
import { MAKING_NAMES, MODES, PARTS } from '../making.ts'
import { type FieldError, invalid, ok, type Result } from '../problem.ts'
import { foldTone, tidy } from '../text.ts'
import { figure } from '../words/figures.ts'
import { twiceWords } from './parse-rates.ts'
import { lineTwice, PER, PER_NAMES, type RateLine } from './pay-rate.ts'

const same = (a: string, b: string): boolean => foldTone(tidy(a)) === foldTone(tidy(b))

const named = <T extends string>(values: readonly T[], names: Record<T, string>, said: string): T | null =>
  values.find((value) => same(names[value], said)) ?? null

const ANY = ['', '-', 'mọi', 'tất cả']
const isAny = (said: string): boolean => ANY.includes(foldTone(tidy(said)))

/** Errors carry the line, from 1. */
export function readRateLines(text: string): Result<RateLine[]> {
  const rows = text.split(/\r?\n/).map((line, i) => ({ line, number: i + 1 }))
  const read = rows.filter(({ line }) => line.trim() !== '').map(({ line, number }) => lineOf(line, number))
  const errors = read.flatMap((one) => ('error' in one ? [one.error] : []))
  if (errors.length) return invalid('Định mức có dòng chưa đúng.', errors)
  const lines = read.flatMap((one) => ('line' in one ? [one] : []))
  const values = lines.map(({ line }) => line)
  const twice = lines.flatMap(({ number }, i): FieldError[] => {
    const first = lines[lineTwice(values, i)]
    return first ? [errorAt(number, 'rate-twice', twiceWords(first.number))] : []
  })
  return twice.length ? invalid('Định mức có dòng chưa đúng.', twice) : ok(values)
}

const errorAt = (number: number, code: string, message: string): FieldError => ({
  ...{ path: ['muc'], code, message: `dòng ${number}: ${message}` },
})

type ReadLine = { line: RateLine; number: number } | { error: FieldError }

function lineOf(line: string, number: number): ReadLine {
  const wrong = (message: string) => ({ error: errorAt(number, 'rate', message) })
  const cells = line.split(';').map((cell) => cell.trim())
  const [who = '', genre = '', how = '', unit = '', money = ''] = cells
  if (cells.length !== 5)
    return wrong('cần năm phần cách nhau bằng dấu chấm phẩy: vai; thể loại; hình thức; đơn vị; số tiền')
  const part = named(PARTS, MAKING_NAMES.part, who)
  if (!part) return wrong(`không có vai “${who}”: dùng ${Object.values(MAKING_NAMES.part).join(', ')}`)
  const mode = isAny(how) ? null : named(MODES, MAKING_NAMES.mode, how)
  if (mode === null && !isAny(how))
    return wrong(
      `không có hình thức “${how}”: dùng ${Object.values(MAKING_NAMES.mode).join(', ')}, hoặc để “mọi”`,
    )
  const per = named(PER, PER_NAMES, unit)
  if (!per) return wrong(`không có đơn vị “${unit}”: dùng ${Object.values(PER_NAMES).join(', ')}`)
  const amount = readWhole(money.replace(/\s*(đ|đồng|vnd)$/iu, ''))
  if (!amount) return wrong(`“${money}” không phải số tiền lớn hơn 0`)
  return { line: { part, genre: isAny(genre) ? null : tidy(genre), mode, per, amount }, number }
}

export const rateLineText = ({ part, genre, mode, per, amount }: RateLine): string =>
  [
    MAKING_NAMES.part[part],
    genre ?? 'mọi',
    mode ? MAKING_NAMES.mode[mode] : 'mọi',
    PER_NAMES[per],
    figure(amount),
  ].join('; ')
