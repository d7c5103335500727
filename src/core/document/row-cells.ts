/** What the words of one cell are: the column's, or those of labels of its own. */
import { type Field, fieldsIn } from './fields-in.ts'
import type { CellWords } from './paragraphs.ts'
import { join, type Words } from './words.ts'

/** A cell may hold labels of its own: "Chủ trì: A. Phối hợp: B". */
export function cellFields(cell: CellWords, name: Field['name'], label: string): Field[] {
  const inner = fieldsIn(cell.words)
  const real = inner.fields.filter((field) => field.name !== 'other' && field.name !== 'product')
  const own: Field = { name, label, words: name === 'title' ? cell.words : listed(cell) }
  if (real.length === 0) return [own]
  const titles = real.filter((field) => field.name === 'title')
  if (name === 'title' && titles.length === real.length) return [own]
  const head: Field[] = inner.head.text ? [{ ...own, words: inner.head }] : []
  return [...head, ...real]
}

/** Offices on lines of their own are several. */
const listed = ({ lines, words }: CellWords): Words =>
  lines.length > 1 ? lines.map(undashed).reduce((all, line) => join(all, line, '; ')) : words

function undashed(line: Words): Words {
  const start = /^[-+•*]\s*/.exec(line.text)?.[0].length ?? 0
  const end = line.text.replace(/[\s;,.]+$/, '').length
  return {
    ...line,
    text: line.text.slice(start, end),
    from: line.from.slice(start, end),
    to: line.to.slice(start, end),
  }
}
