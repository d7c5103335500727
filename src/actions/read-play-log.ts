/** The file of a play log → rows of cells: CSV and XLSX, with clear words for what cannot be read. */
import { unzipSync, zipSync } from 'fflate'
import Papa from 'papaparse'
import { readSheet } from 'read-excel-file/universal'
import { decodeText } from '../core/log/decode-text.ts'
import type { Sheet } from '../core/log/play-columns.ts'
import type { Cell } from '../core/log/play-time.ts'
import { fail, invalid, ok, type Result } from '../core/problem.ts'
import { DAY_MS } from '../core/wall-clock.ts'

const MIB = 1024 * 1024
export const MOST_BYTES = 10 * MIB
export const MOST_ROWS = 100_000
const MOST_COLUMNS = 200
const LONGEST_CELL = 500
/** What a workbook may unfold to: a small file can hide gigabytes. */
const MOST_UNFOLDED = 128 * MIB

/** Empty cells are null, dates of a workbook serial numbers. */
export async function readPlayFile(bytes: Uint8Array): Promise<Result<Sheet>> {
  if (bytes.length === 0) return invalid('Tệp trống.')
  if (bytes.length > MOST_BYTES) return tooLarge('Tệp quá 10 MB: hãy xuất ít ngày hơn mỗi lần.')
  const kind = KINDS.find(({ start }) => start.every((byte, i) => bytes[i] === byte))
  const rows = kind ? await kind.read(bytes) : readCsv(bytes)
  if (!rows.ok) return rows
  if (rows.value.length > MOST_ROWS) return tooLarge('Tệp có quá 100.000 dòng: hãy xuất ít ngày hơn mỗi lần.')
  return rows.value.some((row) => row.some((cell) => cell !== null))
    ? rows
    : invalid('Tệp không có dòng nào.')
}

const tooLarge = (detail: string) => fail({ kind: 'too-large', detail })

type Kind = { start: number[]; read: (bytes: Uint8Array) => Result<Sheet> | Promise<Result<Sheet>> }

const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0))

const HTML =
  'Tệp này là trang web mang đuôi của Excel. Hãy mở bằng Excel, chọn Lưu thành, loại .xlsx, rồi nhập lại.'

/** Files by how they begin, whatever their name says. */
const KINDS: Kind[] = [
  { start: letters('PK\x03\x04'), read: readWorkbook },
  {
    start: [0xd0, 0xcf, 0x11, 0xe0],
    read: () =>
      invalid('Tệp Excel đời cũ (.xls) hoặc có mật khẩu. Hãy mở bằng Excel rồi lưu thành .xlsx hoặc .csv.'),
  },
  { start: letters('<'), read: () => invalid(HTML) },
  { start: letters('%PDF'), read: () => invalid('Tệp PDF không đọc được: hãy xuất ra .csv hoặc .xlsx.') },
]

const BROKEN = 'Tệp Excel hỏng hoặc không phải .xlsx: hãy mở bằng Excel rồi lưu lại.'

async function readWorkbook(bytes: Uint8Array): Promise<Result<Sheet>> {
  const unfolded = unfold(bytes)
  if (!unfolded.ok) return unfolded
  try {
    const rows = await readSheet(unfolded.value)
    return ok(rows.slice(0, MOST_ROWS + 1).map((row) => row.slice(0, MOST_COLUMNS).map(workbookCell)))
  } catch {
    return invalid(BROKEN)
  }
}

/**
 * The same archive, uncompressed. The reader would unfold larger parts in a thread of its own, which Workers don't
 * have; and it would not ask how large they become.
 */
function unfold(bytes: Uint8Array): Result<ArrayBuffer> {
  let size = 0
  const isWanted = ({ name, originalSize }: { name: string; originalSize: number }) => {
    const wanted = name.endsWith('.xml') || name.endsWith('.rels')
    if (wanted) size += originalSize
    return wanted && size <= MOST_UNFOLDED
  }
  try {
    const files = unzipSync(bytes, { filter: isWanted })
    if (size > MOST_UNFOLDED) return tooLarge('Bảng tính quá lớn: hãy xuất ít ngày hơn mỗi lần.')
    return ok(zipSync(files, { level: 0 }).buffer as ArrayBuffer)
  } catch {
    return invalid(BROKEN)
  }
}

/** The serial number of 1 January 1970. */
const EPOCH = 25_569

function workbookCell(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.getTime() / DAY_MS + EPOCH
  return typeof value === 'number' ? value : textCell(String(value))
}

const textCell = (text: string): Cell => (text.trim() === '' ? null : text.slice(0, LONGEST_CELL))

function readCsv(bytes: Uint8Array): Result<Sheet> {
  const text = decodeText(bytes)
  if (!text.ok) return text
  const { data, errors } = Papa.parse<string[]>(text.value, {
    delimiter: delimiterOf(text.value),
    preview: MOST_ROWS + 1,
  })
  const open = errors.find(({ code }) => code === 'MissingQuotes')
  if (open) return invalid(`Dòng ${(open.row ?? 0) + 1}: có dấu nháy kép mở mà không đóng.`)
  return ok(data.map((row) => row.slice(0, MOST_COLUMNS).map(textCell)))
}

const DELIMITERS = [',', ';', '\t', '|']
/** How many rows a guess looks at. */
const SAMPLE = 50

/** The one that cuts the first rows into most cells; Excel may say it in its first line. */
function delimiterOf(text: string): string {
  const said = /^sep=(.)\r?\n/.exec(text)?.[1]
  if (said) return said
  const head = text.slice(0, 64 * 1024)
  const cells = (delimiter: string) =>
    Papa.parse<string[]>(head, { delimiter, preview: SAMPLE }).data.reduce(
      (sum, row) => sum + row.length - 1,
      0,
    )
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: cells(delimiter) }))
  return counts.reduce((a, b) => (b.count > a.count ? b : a)).delimiter
}
