/** A form's file → the form. Errors carry line and column. */
import type { Blank } from '../core/blank/blank.ts'
import { parseBlank } from '../core/blank/parse-blank.ts'
import { decode } from '../core/log/decode-text.ts'
import { fail, invalid, ok, type Result } from '../core/problem.ts'
import { languages } from '../languages.ts'
import { parseYaml } from './plan-yaml.ts'

const MAX_BLANK_BYTES = 128 * 1024

/** Reads YAML, or JSON, which is YAML too. UTF-8, at most 128 KiB. */
export function readBlank(bytes: Uint8Array): Result<{ blank: Blank; text: string }> {
  if (bytes.byteLength > MAX_BLANK_BYTES)
    return fail({ kind: 'too-large', detail: 'Tệp biểu lớn quá 128 KB.' })
  const text = decode(bytes)
  if (text === null)
    return invalid('Tệp biểu không phải văn bản UTF-8. Hãy lưu lại với bảng mã UTF-8.', [
      { path: [], code: 'not-utf-8', message: 'không phải văn bản UTF-8' },
    ])
  const blank = blankOf(text)
  return blank.ok ? ok({ blank: blank.value, text }) : blank
}

export function blankOf(text: string): Result<Blank> {
  const yaml = parseYaml(text)
  if (!yaml.ok)
    return yaml.problem.kind === 'invalid'
      ? invalid('Tệp biểu không đúng cú pháp YAML.', yaml.problem.errors)
      : yaml
  const blank = parseBlank(yaml.value.data, languages)
  if (blank.ok || blank.problem.kind !== 'invalid') return blank
  const errors = blank.problem.errors.map(yaml.value.place)
  return invalid(
    blank.problem.detail,
    errors.sort((a, b) => a.line - b.line || a.column - b.column),
  )
}
