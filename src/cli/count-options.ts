/** What the commands that count are asked: on which basis, as of which day, in which form. */
import { BASES, type Basis } from '../core/period.ts'
import { invalid, ok, type Result } from '../core/problem.ts'
import { isLocalDate, type LocalDate, localDateOf } from '../core/wall-clock.ts'
import { type Args, type CliWorld, textOption } from './command.ts'

export function basisOf(args: Args): Result<Basis> {
  const text = textOption(args, 'basis') ?? 'plan-year'
  const basis = BASES.find((one) => one === text)
  return basis ? ok(basis) : invalid(`Cách tính "${text}" không có: dùng ${BASES.join(' hoặc ')}.`)
}

export function asOfDay(args: Args, world: CliWorld): Result<LocalDate> {
  const text = textOption(args, 'as-of') ?? localDateOf(world.clock())
  return isLocalDate(text) ? ok(text) : invalid(`Ngày "${text}" không đúng: viết dạng YYYY-MM-DD.`)
}

/** Of which `Y`, `Q3`… are meant, as far as somebody said it. */
export function yearOption(args: Args): Result<number | undefined> {
  const text = textOption(args, 'year')
  if (text === undefined) return ok(undefined)
  return /^\d{4}$/.test(text) ? ok(Number(text)) : invalid(`Năm "${text}" không đúng: hãy ghi bốn chữ số.`)
}

/** How to print, by `--format`; without it, as a table. */
export function formatOf<T>(
  args: Args,
  formats: Record<string, (value: T) => string>,
): Result<(value: T) => string> {
  const format = textOption(args, 'format') ?? 'table'
  const print = Object.hasOwn(formats, format) ? formats[format] : undefined
  return print ? ok(print) : invalid(`Dạng "${format}" không có: dùng ${Object.keys(formats).join(', ')}.`)
}
