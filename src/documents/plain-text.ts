/** Plain or pasted text, markdown too: a block a line, rows of `|` or of tabs as the cells of a table. */
import { type Refusal, refusal } from '../core/document/refusal.ts'
import type { Block, Cell, SourceText } from '../core/document/source.ts'
import { alphabetOfText, toUnicode } from '../core/old-alphabet.ts'

/** Control characters that no text has. */
const BINARY = /(?![\t\n\r\f\v])\p{Cc}/gu

/** Text as offices save it: Unicode with or without its mark, or the 8 bits of TCVN3 and VNI. */
export function readPlainText(bytes: Uint8Array): SourceText | Refusal {
  const text = decode(bytes)
  if ((text.match(BINARY)?.length ?? 0) > text.length / 200) return refusal('unsupported')
  return textSource(text)
}

/** Text that somebody pasted. */
export function textSource(pasted: string): SourceText {
  const converted = alphabetOfText(pasted)
  const text = converted ? toUnicode(pasted, converted) : pasted
  return { kind: 'text', text, blocks: lineBlocks(text), converted, numbersLost: false }
}

const MARKS: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

function decode(bytes: Uint8Array): string {
  const mark = MARKS.find(([start]) => start.every((byte, i) => bytes[i] === byte))
  try {
    return new TextDecoder(mark?.[1] ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    return latin(bytes)
  }
}

/** Byte for letter: what WHATWG calls latin1 is windows-1252, which lacks some places of TCVN3. */
function latin(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let i = 0; i < bytes.length; i += 8192) parts.push(String.fromCharCode(...bytes.subarray(i, i + 8192)))
  return parts.join('')
}

type Table = { number: number; row: number; open: boolean }
type Line = { text: string; from: number }

function lineBlocks(text: string): Block[] {
  const blocks: Block[] = []
  const table: Table = { number: -1, row: 0, open: false }
  const lines = [...text.matchAll(/[^\r\n\f]+/g)].map(({ 0: line, index }) => ({ text: line, from: index }))
  const tabbed = tabbedRows(lines)
  for (const line of lines) {
    const parted = partedBy(line, tabbed)
    if (parted) {
      blocks.push(...rowBlocks(parted.row, parted.sign, table))
      continue
    }
    // A page's number between two rows ends no table.
    if (!/^\s*\d{0,3}\s*$/.test(line.text)) table.open = false
    blocks.push({ from: line.from, to: line.from + line.text.length, cell: null, page: null })
  }
  return blocks
}

/** What lies between the signs at both ends, where a line is a row. */
function partedBy(line: Line, tabbed: ReadonlySet<Line>): { row: Line; sign: string } | null {
  if (tabbed.has(line)) return { row: line, sign: '\t' }
  if (!/^\s*\|.*\|\s*$/.test(line.text)) return null
  const first = line.text.indexOf('|') + 1
  const text = line.text.slice(first, line.text.lastIndexOf('|'))
  return { row: { text, from: line.from + first }, sign: '|' }
}

/** As a table of a word processor is pasted: rows beside each other, nearly all with as many cells; two columns are a letterhead. */
const FEWEST = { rows: 3, cells: 3, alike: 0.7 }

function tabbedRows(lines: readonly Line[]): ReadonlySet<Line> {
  const found = new Set<Line>()
  let run: Line[] = []
  for (const line of [...lines, null]) {
    if (line?.text.includes('\t')) {
      run.push(line)
      continue
    }
    const cells = run.map(({ text }) => text.split('\t').length)
    const most = cells.reduce((a, b) => Math.max(a, b), 0)
    const alike = cells.filter((count) => count === most).length
    if (run.length >= FEWEST.rows && most >= FEWEST.cells && alike >= FEWEST.alike * run.length)
      for (const row of run) found.add(row)
    run = []
  }
  return found
}

/** The cells of one row; none of the line of dashes under a head. */
function rowBlocks({ text, from }: Line, sign: string, table: Table): Block[] {
  if (!table.open) Object.assign(table, { number: table.number + 1, row: -1, open: true })
  if (/^[\s|:-]+$/.test(text) && text.includes('-')) return []
  table.row++
  let at = from
  return text.split(sign).map((words, column) => {
    const cell: Cell = { table: table.number, row: table.row, column, span: 1 }
    const block = { from: at, to: at + words.length, cell, page: null }
    at += words.length + 1
    return block
  })
}
