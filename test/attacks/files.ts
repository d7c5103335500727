/** Files that strangers send: each is as large as the limits let in, or hides more than it shows. */
import { strToU8, zipSync } from 'fflate'

export type Bytes = Uint8Array<ArrayBuffer>

const zipped = (parts: Record<string, string | Uint8Array>, level: 6 | 9 = 6): Bytes =>
  new Uint8Array(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
      ),
      { level },
    ),
  )

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** What leads to the sheet: without it a book has none, and nobody reads what was hidden there. */
const LEADING = {
  'xl/workbook.xml': `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
}

const book = (sheet: Uint8Array): Bytes => zipped({ 'xl/worksheets/sheet1.xml': sheet, ...LEADING }, 9)

const encoded = (text: string): Bytes => new TextEncoder().encode(text)

export const FAR_CELL = book(
  strToU8(
    '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
  ),
)

/** 120 MB in a third of a megabyte. */
export const unfolding = (): Bytes =>
  book(
    Buffer.concat([
      Buffer.from('<worksheet><sheetData>'),
      Buffer.alloc(26 * 4_800_000, '<row><c><v>1</v></c></row>'),
      Buffer.from('</sheetData></worksheet>'),
    ]),
  )

/** Each is the beginning or the end of a cell in which anything may stand. */
export const quotes = (): Bytes => new Uint8Array(Buffer.alloc(10 * 1024 * 1024, '"'))

/** One text of 60 MB that every cell names. */
export const sharedText = (): Bytes =>
  zipped({
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${'<row><c t="s"><v>0</v></c></row>'.repeat(50_000)}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': Buffer.concat([
      Buffer.from('<sst><si><t>'),
      Buffer.alloc(60 * 1024 * 1024, 'a'),
      Buffer.from('</t></si></sst>'),
    ]),
    ...LEADING,
  })

const word = (body: string): Bytes =>
  zipped({
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  })

export const manyParagraphs = (): Bytes =>
  word('<w:p><w:r><w:t>Mỗi tuần 01 số, phát thanh.</w:t></w:r></w:p>'.repeat(100_000))

export const deepTables = (): Bytes =>
  word(`${'<w:tbl><w:tr><w:tc>'.repeat(50_000)}${'</w:tc></w:tr></w:tbl>'.repeat(50_000)}`)

/** A PDF of these objects, with a table of where they stand; `looping` says that the table goes on in itself. */
export function pdfOf(objects: readonly string[], looping = false): Bytes {
  let text = '%PDF-1.5\n'
  const places = objects.map((object, i) => {
    const place = text.length
    text += `${i + 1} 0 obj${object}endobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const [start, size] = [text.length, objects.length + 1]
  const before = looping ? `/Prev ${start}` : ''
  return encoded(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R${before}>>\nstartxref\n${start}\n%%EOF`,
  )
}

/** A PDF of so many pages on which nothing stands. */
export function emptyPages(pages = 10_000): Bytes {
  const kids = Array.from({ length: pages }, (_, i) => `${i + 3} 0 R`).join(' ')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${kids}]>>`,
    ...Array.from({ length: pages }, () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>'),
  ]
  return pdfOf(objects)
}

export const oneCell = (): Bytes =>
  encoded(`Ngày;Giờ;Tên bản tin\n01/01/2026;05:30;"${'a'.repeat(9_900_000)}"`)

/** Ten lists of ten of the list before: ten thousand million letters. */
export const anchors = (): string =>
  [
    'a0: &a0 [x,x,x,x,x,x,x,x,x,x]',
    ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(',')}]`),
  ].join('\n')

/** As many rows as a log may have: a play each five minutes of the year, many of them more than once. */
export function fullLog(year: number, rows = 99_999): Bytes {
  const start = Date.UTC(year, 0, 1)
  const line = (i: number) => {
    const at = new Date(start + ((i * 300_000) % (300 * 86_400_000))).toISOString()
    return `${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)};${at.slice(11, 16)};Bản tin số ${i % 977} về cải cách hành chính`
  }
  return encoded(['Ngày;Giờ;Tên bản tin', ...Array.from({ length: rows }, (_, i) => line(i))].join('\n'))
}
