/** Fields that several schemas share, and what any schema says in Vietnamese where it has no words of its own. */
import { z } from 'zod'
import { tidy } from './text.ts'

const EXPECTED: Record<string, string> = {
  object: 'phải là một nhóm trường (khoá: giá trị)',
  array: 'phải là danh sách',
  string: 'phải là chữ',
  number: 'phải là số',
  int: 'phải là số nguyên',
  boolean: 'phải là true hoặc false',
}

z.config({
  customError: (issue) => {
    if (issue.code === 'invalid_type') return EXPECTED[issue.expected] ?? 'không đúng kiểu'
    if (issue.code === 'invalid_value') return `phải là một trong: ${issue.values.join(', ')}`
    if (issue.code === 'too_big') return `không quá ${issue.maximum}`
    if (issue.code === 'too_small') return `phải từ ${issue.minimum} trở lên`
    return 'không đúng'
  },
})

// NUL and its like end a text early in some readers; half a surrogate pair is no letter and is stored as another.
const UNPRINTABLE = /(?![\t\n\r])[\p{Cs}\p{Cc}]/u

/** Text as people write it: no control characters but tab and line end, no half letters. */
export const text = () =>
  z.string('phải là chữ').refine((value) => !UNPRINTABLE.test(value), 'có ký tự điều khiển không hiện được')

/** Words on one line, tidied. */
export const words = (max: number) =>
  text()
    .transform(tidy)
    .pipe(z.string().min(1, 'không được để trống').max(max, `không quá ${max} ký tự`))

/** Absent and null are the same. */
export const optional = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((value) => value ?? null)

/** A short list without repeats. */
export const fewOf = <T extends z.ZodType>(schema: T, max: number) =>
  z
    .array(schema, 'phải là danh sách')
    .max(max, `không quá ${max} mục`)
    .refine((list) => new Set(list).size === list.length, 'có mục lặp lại')
