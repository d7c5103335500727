import { expect, test } from 'vitest'
import { decodeText } from '../../../src/core/log/decode-text.ts'

const TEXT = 'Ngày;Giờ;Chuyên mục cải cách'
const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian)
  return new Uint8Array(view.buffer)
}

test.each([
  ['UTF-8', utf8(TEXT)],
  ['UTF-8 with its mark', utf8(`\ufeff${TEXT}`)],
  ['UTF-16 as Excel saves it', utf16(`\ufeff${TEXT}`, true)],
  ['UTF-16 the other way round', utf16(`\ufeff${TEXT}`, false)],
])('%s is read, without its mark', (_, bytes) => {
  expect(decodeText(bytes)).toEqual({ ok: true, value: TEXT })
})

test.each([
  ['Windows-1258', [0x4e, 0x67, 0xe0, 0x79, 0x3b, 0x47, 0x69, 0xf5]],
  ['TCVN3', [0x43, 0x68, 0x75, 0x79, 0xaa, 0x6e, 0x20, 0x6d, 0xf4, 0x63]],
])('%s is refused with what to do', (_, bytes) => {
  const read = decodeText(new Uint8Array(bytes))
  expect(!read.ok && read.problem.detail).toContain('CSV UTF-8')
})

test('a picture is told from text', () => {
  const read = decodeText(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]))
  expect(!read.ok && read.problem.detail).toContain('không phải văn bản')
})
