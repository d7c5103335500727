import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { REFUSALS } from '../../src/core/document/refusal.ts'
import { readDocument } from '../../src/documents/read.ts'
import { docxOf, paragraph, pdfOf } from '../support/documents.ts'

const GOOD = docxOf(paragraph('Kế hoạch tuyên truyền năm 2026'))
const MEGABYTE = 1024 * 1024

/** The directory of a zip says a size of its own; here it lies. */
function withSize(zip: Uint8Array, size: number): Uint8Array {
  const copy = zip.slice()
  const view = new DataView(copy.buffer)
  for (let i = 0; i < copy.length - 4; i++) {
    if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, size, true)
    if (view.getUint32(i, true) === 0x04034b50) view.setUint32(i + 22, size, true)
  }
  return copy
}

const ole = (name: string): Uint8Array => {
  const bytes = new Uint8Array(2048)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.set(Uint8Array.from(Buffer.from(name, 'utf16le')), 1024)
  return bytes
}

const bomb = zipSync({ 'word/document.xml': new Uint8Array(20 * MEGABYTE) })
const steep = zipSync({ 'word/document.xml': new Uint8Array(4 * MEGABYTE) })
const many = zipSync(Object.fromEntries(Array.from({ length: 2100 }, (_, i) => [`a${i}`, new Uint8Array(0)])))
const doctype = zipSync({
  'word/document.xml': strToU8('<!DOCTYPE w [<!ENTITY a "aaaa">]><w:document>&a;</w:document>'),
})
const deep = docxOf('<w:p>'.repeat(300) + '</w:p>'.repeat(300))

describe('a file that cannot be read is refused in one sentence', () => {
  test.each([
    ['an empty one', new Uint8Array(0), 'empty'],
    ['more than 10 MB', new Uint8Array(10 * MEGABYTE + 1), 'too-large'],
    ['a zip whose part unfolds to 20 MB', bomb, 'unsafe'],
    ['a zip packed more than 200 to 1', steep, 'unsafe'],
    ['a zip of thousands of parts', many, 'unsafe'],
    ['a zip whose directory promises too much', withSize(GOOD, 20 * MEGABYTE), 'unsafe'],
    ['a zip whose directory promises too little', withSize(GOOD, 100), 'broken'],
    ['a declaration of types', doctype, 'unsafe'],
    ['elements without end', deep, 'unsafe'],
    ['half a .docx', GOOD.slice(0, GOOD.length / 2), 'broken'],
    ['a workbook', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'unsupported'],
    ['RTF', strToU8('{\\rtf1 K\\u7871 ho\\u7841ch}'), 'unsupported'],
    ['a web page', strToU8('<html><body>Kế hoạch</body></html>'), 'unsupported'],
    ['a .docx with a password', ole('EncryptedPackage'), 'encrypted'],
    ['an old workbook', ole('Workbook'), 'unsupported'],
    ['a ruined .doc', ole('WordDocument'), 'broken'],
    ['a program', Uint8Array.from({ length: 4000 }, (_, i) => i % 7), 'unsupported'],
    ['a PDF of pictures', pdfOf(['', '']), 'scan'],
    ['a PDF of 101 pages', pdfOf(Array.from({ length: 101 }, () => 'Ke hoach')), 'too-long'],
    ['half a PDF', strToU8('%PDF-1.4\n1 0 obj\n<< /Type /Cat'), 'broken'],
    ['a text of 300,001 letters', strToU8('a'.repeat(300_001)), 'too-long'],
  ] as const)('%s', async (_, bytes, code) => {
    expect(await readDocument(bytes)).toEqual({ code, message: REFUSALS[code] })
  })

  test('macros beside the text are left alone', async () => {
    const parts = { 'vbaProject.bin': '<x>' }
    const source = await readDocument(docxOf(paragraph('Kế hoạch'), parts))
    expect(source).toMatchObject({ kind: 'docx', text: 'Kế hoạch' })
  })
})
