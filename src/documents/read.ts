/** A file's bytes → its text in blocks, or why it is not read. Each reader is loaded when a file of its kind comes. */
import { type Refusal, refusal } from '../core/document/refusal.ts'
import { MAX_BYTES, MAX_CHARACTERS, type SourceText } from '../core/document/source.ts'
import { kindOf } from './kind.ts'
import { readPlainText } from './plain-text.ts'

export async function readDocument(bytes: Uint8Array): Promise<SourceText | Refusal> {
  if (bytes.byteLength > MAX_BYTES) return refusal('too-large')
  const kind = kindOf(bytes)
  if (typeof kind !== 'string') return kind
  const source = await READERS[kind](bytes)
  if ('code' in source) return source
  return source.text.length > MAX_CHARACTERS ? refusal('too-long') : source
}

const READERS = {
  docx: async (bytes: Uint8Array) => (await import('./docx.ts')).readDocx(bytes),
  doc: async (bytes: Uint8Array) => (await import('./doc.ts')).readDoc(bytes),
  pdf: async (bytes: Uint8Array) => (await import('./pdf.ts')).readPdf(bytes),
  text: readPlainText,
}
