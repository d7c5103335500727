/** Fields that several schemas share, and what any schema says in Vietnamese where it has no words of its own. */
import { z } from 'zod'
import { oldFont } from './old-font.ts'
import { forbiddenLetter, tidy, usualLetters } from './text.ts'

const EXPECTED: Record<string, string> = {
  object: 'phải là một nhóm trường (khoá: giá trị)',
  array: 'phải là danh sách',
  string: 'phải là chữ',
  number: 'phải là số',
  int: 'phải là số nguyên',
  boolean: 'phải là true hoặc false',
}

/** What a size is a number of. */
const SIZED: Record<string, string> = { array: ' mục', string: ' ký tự' }

z.config({
  customError: (issue) => {
    if (issue.code === 'invalid_type') return EXPECTED[issue.expected] ?? 'không đúng kiểu'
    if (issue.code === 'invalid_value') return `phải là một trong: ${issue.values.join(', ')}`
    if (issue.code === 'too_big') return `không quá ${issue.maximum}${SIZED[issue.origin] ?? ''}`
    if (issue.code === 'too_small') return `phải từ ${issue.minimum}${SIZED[issue.origin] ?? ''} trở lên`
    return 'không đúng'
  },
})

/**
 * Text as people write it. What no reader of XML takes is refused with its place; so is an old font's text, which
 * looks right on its writer's machine only.
 */
export const text = () =>
  z.string('phải là chữ').transform((said, ctx) => {
    const value = usualLetters(said)
    const wrong = wrongLetters(value)
    if (wrong) ctx.addIssue({ code: 'custom', message: wrong })
    return value
  })

/** Why these letters are not taken, in words; null for a text that everybody can read. */
export const wrongLetters = (value: string): string | null => forbiddenWords(value) ?? oldFontWords(value)

function forbiddenWords(value: string): string | null {
  const found = forbiddenLetter(value)
  if (!found) return null
  return `có ký tự không hiện được (${found.code})${found.before ? ` sau “${tidy(found.before)}”` : ' ở đầu'}: hãy xoá rồi gõ lại`
}

function oldFontWords(value: string): string | null {
  const font = oldFont(value)
  return font && `chữ gõ bằng phông cũ (${font}): hãy chuyển sang Unicode rồi dán lại`
}

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
