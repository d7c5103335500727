/** CSV as spreadsheets read it (RFC 4180), with cells that would run as formulas made harmless. */
/** A cell that begins with `=`, `+`, `-`, `@` gets an apostrophe, so that a spreadsheet shows it as text. */
export const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const cell = (value: string | number | null): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = harmless(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export const csv = (rows: (string | number | null)[][]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
