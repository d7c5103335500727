/** Word documents of before 2007 (.doc). Automatic numbers are lost in them: the library gives text alone. */
import { Buffer } from 'node:buffer'
import { alphabetOfText, toUnicode } from '../core/document/old-alphabet.ts'
import { type Refusal, refusal } from '../core/document/refusal.ts'
import { keepPieces, type Piece, type SourceText } from '../core/document/source.ts'

export async function readDoc(bytes: Uint8Array): Promise<SourceText | Refusal> {
  if (isEncrypted(bytes)) return refusal('encrypted')
  if (!has(bytes, wide('WordDocument'))) return refusal('unsupported')
  const { default: WordExtractor } = await import('word-extractor')
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const body = await new WordExtractor().extract(buffer).then(
    (document) => document.getBody(),
    () => null,
  )
  if (body === null) return refusal('broken')
  const converted = alphabetOfText(body)
  const pieces = docPieces(converted ? toUnicode(body, converted) : body)
  return { kind: 'doc', ...keepPieces(pieces), converted, numbersLost: true }
}

const wide = (name: string): Buffer => Buffer.from(name, 'utf16le')

const has = (bytes: Uint8Array, name: Buffer): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name)

/** A .docx with a password lies in such a container; a .doc says so in the first words of its stream. */
function isEncrypted(bytes: Uint8Array): boolean {
  if (has(bytes, wide('EncryptedPackage'))) return true
  for (let at = 512; at + 12 < bytes.length; at += 512)
    if (bytes[at] === 0xec && bytes[at + 1] === 0xa5) return ((bytes[at + 11] ?? 0) & 1) === 1
  return false
}

/** A row ends with tab and line end, its cells with tabs. How many cells a table has, its rows tell one another. */
export function docPieces(body: string): Piece[] {
  const pieces: Piece[] = []
  let table = -1
  let row = 0
  let columns = 0
  const chunks = body.replace(/\r\n?/g, '\n').split('\t\n')
  chunks.forEach((chunk, i) => {
    const isRow = i < chunks.length - 1
    const cells = chunk.split('\t')
    const goesOn = isRow && columns > 0 && cells.length === columns
    if (!goesOn) {
      const first = cells[0] ?? ''
      const lines = isRow ? first.slice(0, first.lastIndexOf('\n') + 1) : chunk.replaceAll('\t', ' ')
      pieces.push(
        ...lines
          .split('\n')
          .filter(hasWords)
          .map((text) => ({ text })),
      )
      if (!isRow) return
      cells[0] = first.slice(first.lastIndexOf('\n') + 1)
      table++
      row = 0
      columns = cells.length
    } else row++
    pieces.push(
      ...cells.map((text, column) => ({ text: text.trim(), cell: { table, row, column, span: 1 } })),
    )
  })
  return pieces
}

const hasWords = (line: string): boolean => line.trim() !== ''
