import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readWhen } from '../../../../src/core/document/when/read-when.ts'
import type { When } from '../../../../src/core/document/when/when.ts'

/** A phrase of a plan for 2026 and its normal form, read by eye; of doubts the codes alone. */
type Row = { text: string; label?: string; when: object }

const rows = readFileSync(new URL('../../../fixtures/when/phrases.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)

/** Sentences change; what is doubted does not. */
function normalForm({ doubt, also, ...rest }: When): object {
  return {
    ...rest,
    ...(also && { also: normalForm(also) }),
    ...(doubt && { doubt: [...new Set(doubt.map(({ code }) => code))] }),
  }
}

test.each(rows.map((row) => [row.label ? `${row.label}: ${row.text}` : row.text, row] as const))(
  '"%s" is read as it is meant',
  (_, { text, label, when }) => {
    expect(normalForm(readWhen(text, { year: 2026, label: label ?? null }))).toEqual(when)
  },
)

test('a day without a year in a plan of no known year is left to the officer', () => {
  expect(readWhen('trước ngày 30/10', { year: null })).toMatchObject({
    kind: 'unknown',
    doubt: [{ code: 'year-outside-plan' }],
  })
})
