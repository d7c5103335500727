/** What a file is, by its first bytes alone: neither its name nor what the sender says of it counts. */
import type { KeptKind } from '../kept-file.ts'

type Bytes = Uint8Array

/** Null for what is none of the kinds that are kept, and for what only begins like one. */
export const kindOfFile = (bytes: Bytes): KeptKind | null =>
  TESTS.find(([, holds]) => holds(bytes))?.[0] ?? null

const TESTS: [KeptKind, (bytes: Bytes) => boolean][] = [
  ['jpeg', isJpeg],
  ['png', (b) => says(b, 0, '\x89PNG\r\n\x1a\n') && says(b, 12, 'IHDR')],
  ['webp', (b) => says(b, 0, 'RIFF') && says(b, 8, 'WEBPVP8')],
  ['wav', (b) => says(b, 0, 'RIFF') && says(b, 8, 'WAVEfmt ')],
  ['pdf', (b) => /^%PDF-[12]\.\d/.test(textAt(b, 0, 8))],
  ['ogg', (b) => says(b, 0, 'OggS\0') && ['OpusHead', '\x01vorbis', 'Speex   '].some((c) => says(b, 28, c))],
  ['heic', (b) => says(b, 4, 'ftyp') && /^(heic|heix|mif1|msf1)$/.test(textAt(b, 8, 4))],
  ['m4a', isSoundOfMp4],
  ['mp3', isMp3],
]

const textAt = (bytes: Bytes, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))
const says = (bytes: Bytes, at: number, text: string): boolean => textAt(bytes, at, text.length) === text
const byte = (bytes: Bytes, at: number): number => bytes[at] ?? 0

/** Segment by segment up to the picture's own head: a page that only begins with the three bytes has none. */
function isJpeg(bytes: Bytes): boolean {
  if (byte(bytes, 0) !== 0xff || byte(bytes, 1) !== 0xd8) return false
  let at = 2
  while (at + 9 < bytes.length && byte(bytes, at) === 0xff) {
    const marker = byte(bytes, at + 1)
    if (isFrameHead(marker)) return true
    const length = byte(bytes, at + 2) * 256 + byte(bytes, at + 3)
    if (marker < 0xc0 || length < 2) return false
    at += 2 + length
  }
  return false
}

const isFrameHead = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Behind a tag, where there is one, a frame of layer III with a rate that exists. */
function isMp3(bytes: Bytes): boolean {
  if (!says(bytes, 0, 'ID3')) return isFrame(bytes, 0)
  const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + (byte(bytes, at) & 0x7f), 0)
  let at = 10 + size
  // Some writers fill up behind the tag.
  while (at < bytes.length && bytes[at] === 0) at++
  return isFrame(bytes, at)
}

function isFrame(bytes: Bytes, at: number): boolean {
  const [sync, version, rates] = [byte(bytes, at), byte(bytes, at + 1), byte(bytes, at + 2)]
  if (sync !== 0xff || (version & 0xe6) !== 0xe2 || (version & 0x18) === 0x08) return false
  const [bits, samples] = [rates >> 4, (rates >> 2) & 3]
  return bits !== 0 && bits !== 15 && samples !== 3
}

/** MP4 holds films as well: it is a recording when one of its tracks is sound and none is a picture. */
function isSoundOfMp4(bytes: Bytes): boolean {
  if (!says(bytes, 4, 'ftyp')) return false
  const tracks = boxes(bytes, 'moov').flatMap((moov) => boxes(moov, 'trak'))
  const kinds = tracks
    .flatMap((track) => boxes(track, 'mdia'))
    .flatMap((media) => boxes(media, 'hdlr'))
    .map((handler) => textAt(handler, 8, 4))
  return kinds.includes('soun') && !kinds.includes('vide')
}

/** What the boxes of a name hold. */
function boxes(bytes: Bytes, name: string): Bytes[] {
  const found: Bytes[] = []
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at + 8 <= bytes.length; ) {
    const { head, size } = boxAt(view, at)
    if (size < head) break
    if (says(bytes, at + 4, name)) found.push(bytes.subarray(at + head, at + size))
    at += size
  }
  return found
}

/** A size of 1 says that the true one follows in eight bytes, 0 that the box goes to the end. */
function boxAt(view: DataView, at: number): { head: number; size: number } {
  const size = view.getUint32(at)
  if (size === 0) return { head: 8, size: view.byteLength - at }
  if (size !== 1) return { head: 8, size }
  return at + 16 <= view.byteLength
    ? { head: 16, size: Number(view.getBigUint64(at + 8)) }
    : { head: 16, size: 0 }
}
