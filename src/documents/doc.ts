/** Word documents of before 2007 (.doc). Automatic numbers are lost in them: the library gives text alone. */
import { Buffer } from 'node:buffer'
import { type Refusal, refusal } from '../core/document/refusal.ts'
import { keepPieces, type SourceText } from '../core/document/source.ts'
import { alphabetOfText, toUnicode } from '../core/old-alphabet.ts'
import { docPieces } from './doc-tables.ts'

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
