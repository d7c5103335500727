/** The file of a play log → rows of cells: CSV and XLSX, with clear words for what cannot be read. */

import type { Sheet } from '../core/log/play-columns.ts'
import { joinPages, type PlayTable, withDays, withMerged } from '../core/log/play-pages.ts'
import { type OldFont, oldFont } from '../core/old-font.ts'
import { fail, invalid, ok, type Result } from '../core/problem.ts'
import { HTML, readCsv } from './read-csv.ts'
import { type Excess, readWorkbook } from './read-workbook.ts'

const MIB = 1024 * 1024
export const MOST_BYTES = 10 * MIB
export const MOST_ROWS = 100_000
/** `cells` also bounds the shared texts; `unfolded` what an archive's parts come to: a small file can hide gigabytes. */
const LIMITS = { rows: MOST_ROWS, columns: 200, cells: 2_000_000, letters: 500, unfolded: 64 * MIB }

/** Empty cells are null, dates of a workbook serial numbers. */
export function readPlayFile(bytes: Uint8Array): Result<PlayTable> {
  if (bytes.length === 0) return invalid('Tệp trống.')
  if (bytes.length > MOST_BYTES) return tooLarge('Tệp quá 10 MB: hãy xuất ít ngày hơn mỗi lần.')
  const kind = KINDS.find(({ start }) => start.every((byte, i) => bytes[i] === byte))
  const table = kind ? kind.read(bytes) : readText(bytes)
  if (!table.ok) return table
  const { sheet } = table.value
  if (sheet.length > MOST_ROWS) return tooLarge(EXCESS.rows)
  if (!sheet.some((row) => row.some((cell) => cell !== null))) return invalid('Tệp không có dòng nào.')
  const font = fontOf(sheet)
  return font === null ? table : invalid(OLD_FONT[font])
}

const tooLarge = (detail: string) => fail({ kind: 'too-large', detail })

type Kind = { start: number[]; read: (bytes: Uint8Array) => Result<PlayTable> }

const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0))

/** Files by how they begin, whatever their name says. */
const KINDS: Kind[] = [
  { start: letters('PK\x03\x04'), read: readXlsx },
  {
    start: [0xd0, 0xcf, 0x11, 0xe0],
    read: () =>
      invalid('Tệp Excel đời cũ (.xls) hoặc có mật khẩu. Hãy mở bằng Excel rồi lưu thành .xlsx hoặc .csv.'),
  },
  { start: letters('<'), read: () => invalid(HTML) },
  { start: letters('%PDF'), read: () => invalid('Tệp PDF không đọc được: hãy xuất ra .csv hoặc .xlsx.') },
]

const BROKEN = 'Tệp Excel hỏng hoặc không phải .xlsx: hãy mở bằng Excel rồi lưu lại.'

const EXCESS: Record<Excess, string> = {
  rows: 'Tệp có quá 100.000 dòng: hãy xuất ít ngày hơn mỗi lần.',
  columns: 'Tệp có quá 200 cột: hãy xuất riêng bảng nhật ký phát.',
  cells: 'Tệp có quá 2 triệu ô: hãy xuất ít ngày hơn mỗi lần.',
  unfolded: 'Bảng tính quá lớn: hãy xuất ít ngày hơn mỗi lần.',
}

function readXlsx(bytes: Uint8Array): Result<PlayTable> {
  const read = readWorkbook(bytes, LIMITS)
  if (read === 'broken') return invalid(BROKEN)
  return 'excess' in read
    ? tooLarge(EXCESS[read.excess])
    : ok(joinPages(read.pages.map((page) => withMerged(page, LIMITS.cells))))
}

function readText(bytes: Uint8Array): Result<PlayTable> {
  const rows = readCsv(bytes, LIMITS)
  if (!rows.ok) return rows
  if (rows.value.some((row) => row.length > LIMITS.columns)) return tooLarge(EXCESS.columns)
  return ok({ sheet: withDays({ rows: rows.value }).rows, parts: [], leftOut: [] })
}

const OLD_FONT: Record<OldFont, string> = {
  TCVN3:
    'Tệp gõ bằng phông chữ cũ (TCVN3, như .VnTime). Hãy chuyển bảng tính sang Unicode (UniKey › Công cụ), rồi nhập lại.',
  VNI: 'Tệp gõ bằng phông chữ cũ (VNI). Hãy chuyển bảng tính sang Unicode (UniKey › Công cụ), rồi nhập lại.',
}

/** A title in an old font is one title; a tenth of the first rows is the file's own font. */
function fontOf(sheet: Sheet): OldFont | null {
  const rows = sheet.slice(0, 200)
  const fonts = rows.map((row) => oldFont(row.filter((cell) => typeof cell === 'string').join('\n')))
  const old = fonts.filter((font) => font !== null)
  return old.length * 10 >= rows.length ? (old[0] ?? null) : null
}
