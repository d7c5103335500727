/**
 * Rows of a CSV file, also as systems write it that never heard of RFC 4180: a quotation mark inside a cell
 * (`"Đảng ủy" số 5`) is a letter unless it closes the cell, since otherwise the lines below would be swallowed.
 */

export type CsvTable = {
  rows: string[][]
  /** Rows, from 0, in which a quotation mark was taken as a letter. */
  odd: number[]
  /** The row whose quotation mark nobody closes, from 0; nothing behind it was read. */
  open: number | null
}

type Most = { rows: number; columns: number }

/** Cells beyond `most.columns` are read, not kept, unless something stands in them: then one more is kept. */
export function csvTable(text: string, delimiter: string, most: Most): CsvTable {
  const table: CsvTable = { rows: [], odd: [], open: null }
  const bare = new RegExp(`[^${delimiter.replace(/[\\\]^-]/, '\\$&')}\\r\\n]*`, 'y')
  let at = 0
  while (at < text.length && table.rows.length < most.rows) {
    const row: string[] = []
    for (;;) {
      const cell = text[at] === '"' ? quoted(text, at, delimiter) : null
      if (cell === 'open') return { ...table, open: table.rows.length }
      if (cell === 'odd' && table.odd.at(-1) !== table.rows.length) table.odd.push(table.rows.length)
      const { value, end } = typeof cell === 'object' && cell ? cell : bareAt(text, at, bare)
      if (row.length < most.columns || (row.length === most.columns && value !== '')) row.push(value)
      at = end
      if (text[at] !== delimiter) break
      at++
    }
    table.rows.push(row)
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
  }
  return table
}

type Field = { value: string; end: number }

function bareAt(text: string, from: number, bare: RegExp): Field {
  bare.lastIndex = from
  const value = bare.exec(text)?.[0] ?? ''
  return { value, end: from + value.length }
}

function quoted(text: string, from: number, delimiter: string): Field | 'odd' | 'open' {
  let at = from + 1
  for (;;) {
    at = text.indexOf('"', at)
    if (at < 0) return 'open'
    if (text[at + 1] === '"') at += 2
    else break
  }
  let end = at + 1
  while (text[end] === ' ') end++
  const next = text[end]
  if (next !== undefined && next !== delimiter && next !== '\r' && next !== '\n') return 'odd'
  return { value: text.slice(from + 1, at).replaceAll('""', '"'), end }
}
