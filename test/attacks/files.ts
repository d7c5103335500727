/** Files that strangers send: each is as large as the limits let in, or hides more than it shows. */
import { strToU8, zipSync } from 'fflate'

export type Bytes = Uint8Array<ArrayBuffer>

const book = (sheet: Uint8Array): Bytes =>
  new Uint8Array(
    zipSync(
      {
        'xl/worksheets/sheet1.xml': sheet,
        'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="a" sheetId="1"/></sheets></workbook>'),
      },
      { level: 9 },
    ),
  )

const encoded = (text: string): Bytes => new TextEncoder().encode(text)

export const FAR_CELL = book(
  strToU8(
    '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
  ),
)

/** 120 MB in a third of a megabyte. */
export const unfolding = (): Bytes => book(Buffer.alloc(120 * 1024 * 1024, '<row><c><v>1</v></c></row>'))

/** Each is the beginning or the end of a cell in which anything may stand. */
export const quotes = (): Bytes => new Uint8Array(Buffer.alloc(10 * 1024 * 1024, '"'))

/** As many rows as a log may have: a play each five minutes of the year, many of them more than once. */
export function fullLog(year: number, rows = 99_999): Bytes {
  const start = Date.UTC(year, 0, 1)
  const line = (i: number) => {
    const at = new Date(start + ((i * 300_000) % (300 * 86_400_000))).toISOString()
    return `${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)};${at.slice(11, 16)};Bản tin số ${i % 977} về cải cách hành chính`
  }
  return encoded(['Ngày;Giờ;Tên bản tin', ...Array.from({ length: rows }, (_, i) => line(i))].join('\n'))
}
