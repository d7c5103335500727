/** What a file is, by its first bytes and never by its name. */

import { type Refusal, refusal } from '../core/document/refusal.ts'
import type { DocumentKind } from '../core/document/source.ts'

const starts = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, i) => bytes[i] === byte)

/** Plain ASCII of a part of the file. */
const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)))

/** Some PDFs have a few bytes of something else in front. */
const isPdf = (bytes: Uint8Array): boolean => ascii(bytes, 0, 1024).includes('%PDF-')

const isWebPage = (bytes: Uint8Array): boolean =>
  /^\s*(<!doctype html|<html|<\?xml|mime-version:)/i.test(ascii(bytes, 0, 200).replace(/^ï»¿/, ''))

export function kindOf(bytes: Uint8Array): DocumentKind | Refusal {
  if (bytes.length === 0) return refusal('empty')
  if (starts(bytes, 0x50, 0x4b, 3, 4)) return 'docx'
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'doc'
  if (isPdf(bytes)) return 'pdf'
  if (starts(bytes, 0x50, 0x4b) || ascii(bytes, 0, 5) === '{\\rtf' || isWebPage(bytes))
    return refusal('unsupported')
  return 'text'
}
