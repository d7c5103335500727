/** Plain or pasted text, markdown too: a block a line, `|` rows as the cells of a table. */
import { alphabetOfText, toUnicode } from '../core/document/old-alphabet.ts'
import { type Refusal, refusal } from '../core/document/refusal.ts'
import type { Block, Cell, SourceText } from '../core/document/source.ts'

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

function lineBlocks(text: string): Block[] {
  const blocks: Block[] = []
  const table: Table = { number: -1, row: 0, open: false }
  for (const { 0: line, index } of text.matchAll(/[^\r\n\f]+/g)) {
    if (/^\s*\|.*\|\s*$/.test(line)) {
      blocks.push(...rowBlocks(line, index, table))
      continue
    }
    // A page's number between two rows ends no table.
    if (!/^\s*\d{0,3}\s*$/.test(line)) table.open = false
    blocks.push({ from: index, to: index + line.length, cell: null, page: null })
  }
  return blocks
}

/** The cells of one row; none of the line of dashes under a head. */
function rowBlocks(line: string, from: number, table: Table): Block[] {
  if (!table.open) Object.assign(table, { number: table.number + 1, row: -1, open: true })
  if (/^[\s|:-]+$/.test(line) && line.includes('-')) return []
  table.row++
  const first = line.indexOf('|') + 1
  const cells = line.slice(first, line.lastIndexOf('|')).split('|')
  let at = from + first
  return cells.map((text, column) => {
    const cell: Cell = { table: table.number, row: table.row, column, span: 1 }
    const block = { from: at, to: at + text.length, cell, page: null }
    at += text.length + 1
    return block
  })
}
