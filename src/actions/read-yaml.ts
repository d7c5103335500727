/** A small file of YAML, or JSON, which is YAML too → what it says. Errors carry line and column. */
import { decode } from '../core/log/decode-text.ts'
import { type FieldError, fail, invalid, ok, type Result } from '../core/problem.ts'
import { type PlacedError, parseYaml } from './plan-yaml.ts'

const MAX_BYTES = 128 * 1024

/** UTF-8, at most 128 KiB. `noun`: of the file, `biểu`. */
export function fileText(bytes: Uint8Array, noun: string): Result<string> {
  if (bytes.byteLength > MAX_BYTES) return fail({ kind: 'too-large', detail: `Tệp ${noun} lớn quá 128 KB.` })
  const text = decode(bytes)
  if (text !== null) return ok(text)
  return invalid(`Tệp ${noun} không phải văn bản UTF-8. Hãy lưu lại với bảng mã UTF-8.`, [
    { path: [], code: 'not-utf-8', message: 'không phải văn bản UTF-8' },
  ])
}

/** `place`: where a value stands in the text. */
type Placed<T> = { value: T; place: (error: FieldError) => PlacedError }

export function placed<T>(
  text: string,
  noun: string,
  parse: (data: unknown) => Result<T>,
): Result<Placed<T>> {
  const yaml = parseYaml(text)
  if (!yaml.ok)
    return yaml.problem.kind === 'invalid'
      ? invalid(`Tệp ${noun} không đúng cú pháp YAML.`, yaml.problem.errors)
      : yaml
  const { data, place } = yaml.value
  const value = parse(data)
  if (value.ok) return ok({ value: value.value, place })
  if (value.problem.kind !== 'invalid') return value
  const errors = value.problem.errors.map(place)
  return invalid(
    value.problem.detail,
    errors.sort((a, b) => a.line - b.line || a.column - b.column),
  )
}
