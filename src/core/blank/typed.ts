/** What people type into a form: numbers as Vietnamese writes them, words on as many lines as they like. */
import { wrongLetters } from '../field.ts'
import { readDecimal } from '../form/reading.ts'
import { type FieldError, invalid, ok, type Result } from '../problem.ts'
import type { Blank } from './blank.ts'
import type { Typed } from './fill.ts'

const MOST = { text: 5000, number: 1e12 }

/** `said` by the field's id. Empty fields are left out; errors carry the field's id. */
export function readTyped({ fields }: Blank, said: (id: string) => string): Result<Typed> {
  const read = fields.flatMap(({ id, from }): [string, string, string | null][] => {
    if (from.kind !== 'typed') return []
    const text = said(id).replaceAll('\r\n', '\n').normalize('NFC').trim()
    if (text === '') return []
    return from.as === 'number' ? [[id, ...numberIn(text)]] : [[id, text, wrongText(text)]]
  })
  const errors = read.flatMap(([id, , message]): FieldError[] =>
    message === null ? [] : [{ path: [id], code: 'typed', message }],
  )
  if (errors.length) return invalid('Chưa lưu được: hãy xem lại các ô được đánh dấu.', errors)
  return ok(Object.fromEntries(read.map(([id, value]) => [id, value])))
}

function numberIn(text: string): [value: string, wrong: string | null] {
  const value = readDecimal(text)
  if (value === null) return [text, 'phải là số, ví dụ 50 hoặc 52,5; chưa biết thì để trống']
  return [String(value), value > MOST.number ? 'số quá lớn' : null]
}

const wrongText = (text: string): string | null =>
  wrongLetters(text) ?? (text.length > MOST.text ? `không quá ${MOST.text} ký tự` : null)
