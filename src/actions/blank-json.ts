/** A form, and a filled one with what stands behind its figures, as programs get them: the API and the command line. */
import type { Blank } from '../core/blank/blank.ts'
import type { Filled } from '../core/blank/fill.ts'
import type { Sources } from '../core/blank/sources.ts'
import { type FieldError, invalid, ok, type Result } from '../core/problem.ts'
import type { OfferedBlank } from './blanks.ts'

export const blankJson = ({ blank, owner }: OfferedBlank) => {
  const { id, title, asker, source, basis, periods } = blank
  return { id, title, asker, source, basis, periods, owner: owner?.unit ?? null }
}

export function filledJson({ filled, sources }: { filled: Filled; sources: ReadonlyMap<string, Sources> }) {
  const { blank, unit, period, year, asOf, due, fields, lists } = filled
  return {
    ...{ form: blank, unit, period: { ...period, year }, asOf, due },
    fields: fields.map((field) => ({ ...field, sources: sourcesJson(sources.get(field.id)) })),
    lists: lists.map(({ id, title, columns, rows, of, reason }) => ({
      ...{ id, title, columns: columns.map(({ heading }) => heading), rows, of, reason },
    })),
  }
}

const sourcesJson = (sources: Sources | undefined) => ({
  facts: sources?.kind === 'lines' ? sources.lines.map(({ one }) => one.fact.id) : [],
  obligations:
    sources?.kind === 'obligations'
      ? sources.obligations.map(({ planId, id }) => ({ planId, obligationId: id }))
      : [],
  fields: sources?.kind === 'fields' ? [...sources.ids] : [],
})

/** What a program types into a form, as people would have; a field that is not there or is counted is told. */
export function saidIn(
  { fields }: Blank,
  typed: Readonly<Record<string, string | number | null>>,
): Result<(id: string) => string> {
  const errors = Object.keys(typed).flatMap((id): FieldError[] => {
    const field = fields.find((one) => one.id === id)
    if (!field) return [wrong(id, 'no-such-field', `không có trường "${id}" trong biểu`)]
    if (field.from.kind !== 'typed')
      return [wrong(id, 'not-typed', 'trường này do phần mềm tính, không nhập được')]
    return []
  })
  if (errors.length) return invalid('Chưa lưu được.', errors)
  return ok((id) => {
    const said = typed[id] ?? ''
    return typeof said === 'number' ? said.toLocaleString('en-US', EXACT).replace('.', ',') : said
  })
}

const EXACT = { useGrouping: false, maximumFractionDigits: 20 } as const

const wrong = (id: string, code: string, message: string): FieldError => ({
  ...{ path: ['typed', id], code, message },
})
