/** What lies in a zip archive, unfolded piece by piece: what an archive says of its sizes is not believed. */
import { Inflate } from 'fflate'

export type ZipEntry = { method: number; data: Uint8Array }

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const MOST_ENTRIES = 5000
/** A deflated byte unfolds to at most 1,032. */
const PIECE = 8 * 1024

/**
 * By name, as Excel finds them: whatever their case, with `/` between folders. Null for what is no archive, or has
 * more entries than any workbook.
 */
export function zipEntries(bytes: Uint8Array): Map<string, ZipEntry> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  if (count > MOST_ENTRIES) return null
  const entries = new Map<string, ZipEntry>()
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return null
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as Three
    const local = view.getUint32(at + 42, true)
    if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) return null
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const data = bytes.subarray(start, start + view.getUint32(at + 20, true))
    entries.set(nameOf(bytes.subarray(at + 46, at + 46 + name)), {
      method: view.getUint16(at + 10, true),
      data,
    })
    at += 46 + name + extra + comment
  }
  return entries
}

type Three = [number, number, number]

/** The record that ends an archive stands before a comment of at most 64 KB. */
function endOf(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === END) return at
  return null
}

const nameOf = (bytes: Uint8Array): string =>
  new TextDecoder().decode(bytes).replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

/** Gives the pieces of an entry as long as `allow` does not answer false. False when it did, or is of no known kind. */
export function unfold(
  { method, data }: ZipEntry,
  take: (piece: Uint8Array) => void,
  allow: (bytes: number) => boolean,
): boolean {
  if (method !== 0 && method !== 8) return false
  let allowed = true
  const give = (piece: Uint8Array) => {
    allowed = allowed && allow(piece.length)
    if (allowed) take(piece)
  }
  const inflate = new Inflate(give)
  for (let from = 0; from < data.length && allowed; from += PIECE) {
    const piece = data.subarray(from, from + PIECE)
    if (method === 0) give(piece)
    else inflate.push(piece, from + PIECE >= data.length)
  }
  return allowed
}
