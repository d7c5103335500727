/** Files that are built to trip who reads them: loops, entities, parts without end. */
import { strToU8, zipSync } from 'fflate'
import { type Bytes, pdfOf } from './files.ts'

const encoded = (text: string): Bytes => new TextEncoder().encode(text)

const packed = (parts: Record<string, string>): Bytes =>
  new Uint8Array(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
  )

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** Each entity is ten of the one before. */
const laughing = `<!DOCTYPE w:document [<!ENTITY a0 "ha">${Array.from(
  { length: 12 },
  (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`,
).join('')}]>`

export const entities = (): Bytes =>
  packed({
    'word/document.xml': `<?xml version="1.0"?>${laughing}<w:document ${WORD}><w:body><w:p><w:r><w:t>&a12;</w:t></w:r></w:p></w:body></w:document>`,
  })

/** A workbook with so many parts that nobody asked for. */
export const tinyParts = (count = 60_000): Bytes =>
  packed({
    'xl/worksheets/sheet1.xml': '<worksheet><sheetData/></worksheet>',
    ...Object.fromEntries(Array.from({ length: count }, (_, i) => [`xl/x/${i}.xml`, ''])),
  })

/** A tree of pages that contains itself, and streams of objects that stand in each other. */
export const loopingPdf = (): Bytes =>
  pdfOf(
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 2/Kids[2 0 R 2 0 R 3 0 R]>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources 3 0 R>>',
      '<</Type/ObjStm/N 1/First 4/Extends 5 0 R/Length 5 0 R>>stream\n4 0 5 0 R\nendstream',
      '<</Type/ObjStm/N 1/First 4/Extends 4 0 R/Length 4 0 R>>stream\n5 0 4 0 R\nendstream',
    ],
    true,
  )

/** One line of nothing but separators. */
export const separators = (): Bytes => encoded(`Ngày;Giờ;Tên bản tin\n${';'.repeat(9_900_000)}`)

/** Rows without an end of line before the last. */
export const oneLine = (): Bytes => encoded(`Ngày;Giờ;Tên bản tin ${'01/01/2026;05:30;Tin '.repeat(470_000)}`)

/** A form of so many fields without anything in them. */
export function manyFields(count = 100_000): { body: Bytes; type: string } {
  const field = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'
  return { body: encoded(`${field.repeat(count)}--x--\r\n`), type: 'multipart/form-data; boundary=x' }
}
