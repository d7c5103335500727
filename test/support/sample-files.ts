/** Small files that are what they say: the heads that tell one kind from another, with nothing behind. */

const text = (value: string): number[] => [...value].map((letter) => letter.charCodeAt(0))
const bytes = (...parts: (string | number[])[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? text(part) : part)))

const box = (name: string, ...inside: (string | number[])[]): number[] => {
  const body = [...bytes(...inside)]
  const size = body.length + 8
  return [size >> 24, (size >> 16) & 255, (size >> 8) & 255, size & 255, ...text(name), ...body]
}

/** A track of an MP4: `soun` or `vide`. */
const track = (kind: string): number[] =>
  box('trak', box('mdia', box('hdlr', [0, 0, 0, 0, 0, 0, 0, 0], kind, Array(12).fill(0))))
const mp4 = (...tracks: string[]) =>
  bytes(box('ftyp', 'mp42', [0, 0, 0, 0]), box('mdat', Array(40).fill(7)), box('moov', ...tracks.map(track)))

export const FILES = {
  jpeg: bytes(
    [0xff, 0xd8, 0xff, 0xe0, 0, 16],
    'JFIF\0',
    Array(9).fill(1),
    [0xff, 0xc0, 0, 17, 8, 0, 1, 0, 1, 3],
    Array(40).fill(9),
  ),
  png: Uint8Array.from(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  ),
  webp: bytes('RIFF', [36, 0, 0, 0], 'WEBPVP8 ', Array(30).fill(0)),
  heic: bytes(box('ftyp', 'heic', [0, 0, 0, 0], 'mif1'), Array(20).fill(0)),
  pdf: bytes('%PDF-1.7\n1 0 obj\n'),
  mp3: bytes('ID3', [4, 0, 0, 0, 0, 0, 4], Array(4).fill(0), [0xff, 0xfb, 0x90, 0x64], Array(60).fill(0)),
  m4a: mp4('soun'),
  ogg: bytes('OggS', Array(24).fill(0), 'OpusHead', Array(20).fill(0)),
  wav: bytes('RIFF', [36, 0, 0, 0], 'WAVEfmt ', Array(30).fill(0)),
} as const

/** What is none of them, under whatever name. */
export const OTHERS = {
  'a page': bytes('<!doctype html><script>alert(1)</script>'),
  'a drawing with a script': bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  'a page that begins like a JPEG': bytes([0xff, 0xd8, 0xff], '<html><script>alert(1)</script></html>    '),
  'a page that begins like a PNG': bytes('\x89PNG\r\n\x1a\n', '<html><script>alert(1)</script>'),
  'a page behind the tag of a recording': bytes('ID3', [4, 0, 0, 0, 0, 0, 0], '<html></html>'),
  'a film': mp4('soun', 'vide'),
  'an MP4 without a track': mp4(),
  'an MP4 whose box goes on for ever': bytes(
    box('ftyp', 'mp42', [0, 0, 0, 0]),
    [0, 0, 0, 0],
    'moov',
    [0, 0, 0, 1],
    'trak',
  ),
  'a program': bytes('MZ', Array(60).fill(0)),
  'a workbook': bytes('PK\x03\x04', Array(60).fill(0)),
  'a GIF': bytes('GIF89a', Array(60).fill(0)),
  'a text with a mark': bytes([0xff, 0xfe], Array(60).fill(65)),
  nothing: bytes(),
} as const

/** A picture that differs from every other by its number, as heavy as asked. */
export function photo(number: number, size = 100): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(Math.max(size, FILES.jpeg.length + 4))
  whole.set(FILES.jpeg)
  new DataView(whole.buffer).setUint32(FILES.jpeg.length, number)
  return whole
}
