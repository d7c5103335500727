/** A form's file → the form. Errors carry line and column. */
import type { Blank } from '../core/blank/blank.ts'
import { parseBlank } from '../core/blank/parse-blank.ts'
import { ok, type Result } from '../core/problem.ts'
import { languages } from '../languages.ts'
import { fileText, placed } from './read-yaml.ts'

export function readBlank(bytes: Uint8Array): Result<{ blank: Blank; text: string }> {
  const text = fileText(bytes, 'biểu')
  if (!text.ok) return text
  const blank = blankOf(text.value)
  return blank.ok ? ok({ blank: blank.value, text: text.value }) : blank
}

export function blankOf(text: string): Result<Blank> {
  const blank = placed(text, 'biểu', (data) => parseBlank(data, languages))
  return blank.ok ? ok(blank.value.value) : blank
}
