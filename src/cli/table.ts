/** Tables that read well in a terminal: columns as wide as their widest cell, numbers to the right. */
export type Column = { title: string; align?: 'left' | 'right'; max?: number }

const cut = (text: string, max: number): string => (text.length > max ? `${text.slice(0, max - 1)}…` : text)

export function table(columns: Column[], rows: string[][]): string {
  const cells = rows.map((row) => columns.map(({ max = 200 }, i) => cut(row[i] ?? '', max)))
  const widths = columns.map(({ title }, i) =>
    Math.max(title.length, ...cells.map((row) => (row[i] ?? '').length)),
  )
  const line = (row: string[]): string =>
    columns
      .map(({ align }, i) => {
        const cell = row[i] ?? ''
        const width = widths[i] ?? 0
        return align === 'right' ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  return [
    line(columns.map(({ title }) => title)),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...cells.map(line),
  ].join('\n')
}
