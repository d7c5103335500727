/** CSV in whatever delimiter a program chose, as rows of cells. */
import { type CsvTable, csvTable } from '../core/log/csv-table.ts'
import { decodeText } from '../core/log/decode-text.ts'
import { guessColumns, namedColumns, type Sheet } from '../core/log/play-columns.ts'
import type { Cell } from '../core/log/play-time.ts'
import { invalid, ok, type Result } from '../core/problem.ts'

export type CsvLimits = { rows: number; columns: number; letters: number }

/** One row more than allowed is read, so that the caller sees that there are too many. */
export function readCsv(bytes: Uint8Array, limits: CsvLimits): Result<Sheet> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const { text, delimiter } = delimited(decoded.value)
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(text)) return invalid(HTML)
  const table = csvTable(text, delimiter, { rows: limits.rows + 1, columns: limits.columns })
  const wrong = quoteProblem(table)
  return wrong === null ? ok(cellsOf(table.rows, limits.letters)) : invalid(wrong)
}

export const HTML =
  'Tệp này là trang web mang đuôi của Excel. Hãy mở bằng Excel, chọn Lưu thành, loại .xlsx, rồi nhập lại.'

/** A row of remarks, `# Nguồn: …`, keeps its place and says nothing; `#` alone is the heading of a count. */
const isRemark = ([first = '']: readonly string[]): boolean => /^#\s*\p{L}{2}/u.test(first)

const cellsOf = (rows: readonly string[][], letters: number): Sheet =>
  rows
    .map((row) => (isRemark(row) ? [] : row))
    .map((row) => row.map((text): Cell => (text.trim() === '' ? null : text.slice(0, letters))))

/** A quotation mark that may have moved the cells behind it to other columns. */
function quoteProblem({ rows, odd, open }: CsvTable): string | null {
  if (open !== null) return `Dòng ${open + 1}: có dấu nháy kép mở mà không đóng.`
  const width = usualWidth(rows.filter((_, i) => !odd.includes(i)))
  const moved = odd.find((i) => width !== null && rows[i]?.length !== width)
  return moved === undefined
    ? null
    : `Dòng ${moved + 1}: dấu nháy kép trong ô làm lệch các cột. Hãy bỏ dấu nháy ấy, hoặc xuất lại tệp .xlsx.`
}

const DELIMITERS = [',', ';', '\t', '|']
/** How much a guess looks at. */
const SAMPLE = { rows: 50, columns: 200, letters: 64 * 1024 }

/** The delimiter by which the first rows make most sense as a play log; Excel may say it in its first line. */
function delimited(text: string): { text: string; delimiter: string } {
  const [line, said] = /^sep=(.)\r?\n/.exec(text) ?? []
  if (line && said) return { text, delimiter: said }
  const head = text.slice(0, SAMPLE.letters)
  const guesses = DELIMITERS.map((delimiter) => ({ delimiter, sense: senseOf(head, delimiter) }))
  return { text, delimiter: guesses.reduce((a, b) => (b.sense > a.sense ? b : a)).delimiter }
}

/** Named columns count most, then rows of one width: a title may have more commas than the file has semicolons. */
function senseOf(head: string, delimiter: string): number {
  const { rows } = csvTable(head, delimiter, SAMPLE)
  const sheet = cellsOf(rows, SAMPLE.letters)
  const width = usualWidth(rows)
  if (width === null || width < 2) return 0
  const even = rows.filter(({ length }) => length === width).length / rows.length
  return namedColumns(sheet) * 2 + (guessColumns(sheet) ? 3 : 0) + even * 2 + Math.min(width, 20) / 100
}

/** How many cells most rows have; of several as frequent, the most. Empty lines don't count. */
function usualWidth(rows: readonly string[][]): number | null {
  const widths = Map.groupBy(
    rows.map((row) => (row.length === 1 && row[0] === '' ? 0 : row.length)).filter((width) => width > 0),
    (width) => width,
  )
  const [most] = [...widths].sort(([a, as], [b, bs]) => bs.length - as.length || b - a)
  return most ? most[0] : null
}
