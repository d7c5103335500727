/** Which columns of a table say what: a table with a head of at least two known words is a table of obligations. */
import { columnField, type FieldName } from './field-label.ts'
import { type MarkColumns, markColumns } from './month-marks.ts'
import type { Row } from './paragraphs.ts'
import { keyOf } from './words.ts'

export type Columns = {
  fields: { column: number; field: FieldName; label: string }[]
  number: number | null
  first: number
  /** A column a month, with marks. */
  calendar: MarkColumns | null
}

/** The head may take two rows; rows above it belong to no obligation. */
export function headOf(rows: readonly Row[]): Columns | null {
  for (let at = 0; at < Math.min(rows.length, 4); at++) {
    const columns = columnsOf(rows, at)
    if (columns) return columns
  }
  return null
}

function columnsOf(rows: readonly Row[], at: number): Columns | null {
  const row = rows[at] ?? []
  const named = row.map(({ words, column, span }) => ({
    column,
    span,
    label: words.text,
    field: columnField(words.text),
  }))
  const below = rows[at + 1] ?? []
  const calendar = markColumns(row) ?? markColumns(below)
  const known = below.filter(({ words }) => columnField(words.text)).length
  const bare = below.some(({ words }) => words.text === '')
  const split = known > 1 && (bare || named.some(({ span }) => span > 1))
  const deep = split
    ? below
        .map(({ words, column, span }) => ({
          column,
          span,
          label: words.text,
          field: columnField(words.text),
        }))
        .filter(({ field }) => field !== null)
    : []
  const inDeep = (column: number) => deep.some((one) => one.column === column)
  const isMonth = (column: number) => calendar?.columns.some((one) => one.column === column) ?? false
  const all = [...named.filter(({ column }) => !inDeep(column)), ...deep].filter(
    ({ column }) => !isMonth(column),
  )
  const fields = withWork(
    all.flatMap(({ column, label, field }) => (field && label ? [{ column, label, field }] : [])),
  )
  if (!isObligationHead([...fields.map(({ field }) => field), ...(calendar ? ['when' as const] : [])]))
    return null
  const number = row.find(({ words }) =>
    /^(?:s?tt|so (?:tt|thu tu)|#)$/.test(keyOf(words.text).replace(/[.:]/g, '').trim()),
  )
  return {
    fields: withTitle(fields, row),
    number: number?.column ?? null,
    first: at + (split || markColumns(below) ? 2 : 1),
    calendar,
  }
}

/** "Đơn vị | Chỉ tiêu | Thời gian gửi": what is asked for is the work and how often, where no column names another. */
const withWork = (fields: Columns['fields']): Columns['fields'] =>
  fields.some(({ field }) => field === 'title')
    ? fields
    : fields.flatMap((one) =>
        /^chi tieu/.test(keyOf(one.label))
          ? (['title', 'often'] as const).map((field) => ({ ...one, field }))
          : [one],
      )

/** At least two known words, what is done or when among them. */
export function isObligationHead(fields: readonly FieldName[]): boolean {
  const has = (...wanted: FieldName[]) => fields.some((field) => wanted.includes(field))
  const kinds = new Set(fields.filter((field) => field !== 'other')).size
  return kinds >= 2 && has('title', 'when', 'often') && has('lead', 'doer', 'when', 'often', 'support')
}

/** Without a column called so, the obligation is the widest column that nothing else claims. */
function withTitle(fields: Columns['fields'], row: Row): Columns['fields'] {
  if (fields.some(({ field }) => field === 'title')) return fields
  const free = row.find(
    ({ column, words }) => words.text.length > 3 && !fields.some((one) => one.column === column),
  )
  return free ? [...fields, { column: free.column, field: 'title', label: free.words.text }] : fields
}
