/**
 * Days off that an office lays beside the state's (ngày nghỉ của đơn vị): a line a day, as people write and spreadsheets
 * save it: `31/12/2026; nghỉ; Nghỉ đổi cho 09/01/2027; Công văn 123/UBND`.
 */
import { wrongLetters } from '../field.ts'
import { type FieldError, invalid, ok, type Result } from '../problem.ts'
import { foldAll, tidy, usualLetters } from '../text.ts'
import { isLocalDate, type LocalDate, yearOf } from '../wall-clock.ts'
import { documentDay, parseDay } from '../words/words.ts'
import type { DayKind, SpecialDay } from './work-calendar.ts'

export const KIND_WORDS: Record<DayKind, string> = {
  holiday: 'lễ',
  off: 'nghỉ',
  work: 'làm việc',
  observance: 'kỷ niệm',
}

/** Without marks, as they are typed; what a day is usually called when nobody named it. */
const KINDS: Record<string, DayKind> = {
  ...{ le: 'holiday', 'ngay le': 'holiday' },
  ...{ nghi: 'off', 'nghi bu': 'off', 'nghi doi': 'off' },
  ...{ 'lam viec': 'work', 'lam bu': 'work' },
  ...{ 'ky niem': 'observance', 'ngay ky niem': 'observance' },
}
const USUAL_NAMES: Record<DayKind, string> = {
  holiday: 'Ngày lễ',
  off: 'Ngày nghỉ',
  work: 'Làm việc',
  observance: 'Ngày kỷ niệm',
}

const MOST_DAYS = 500
const MOST_LETTERS = 200
const YEARS = { from: 2000, to: 2100 }

type Line = { number: number; cells: string[] }

/** Sorted; or all that is wrong, each with its line. Nothing at all is an office without days of its own. */
export function readOwnDays(given: string): Result<SpecialDay[]> {
  const lines = linesOf(usualLetters(given))
  const errors: FieldError[] = []
  const days = new Map<LocalDate, SpecialDay & { line: number }>()
  for (const line of lines) {
    const read = readLine(line)
    const before = typeof read === 'string' ? undefined : days.get(read.date)
    if (typeof read === 'string') errors.push(errorOf(line, read))
    else if (before) errors.push(errorOf(line, `ngày ${documentDay(read.date)} đã có ở dòng ${before.line}`))
    else days.set(read.date, { ...read, line: line.number })
  }
  if (lines.length > MOST_DAYS) errors.push(errorOf(lines[MOST_DAYS] as Line, `không quá ${MOST_DAYS} ngày`))
  if (errors.length)
    return invalid(
      `Chưa lưu được ngày nghỉ: ${errors[0]?.message}${errors.length > 1 ? ` (và ${errors.length - 1} dòng khác)` : ''}.`,
      errors,
    )
  const sorted = [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
  return ok(sorted.map(({ line: _, ...day }) => day))
}

const errorOf = ({ number }: Line, message: string): FieldError => ({
  ...{ path: ['ngay', number], code: 'invalid-day' },
  message: `dòng ${number}: ${message}`,
})

/** A byte order mark, empty lines, notes (`#`) and a heading say no day. */
const linesOf = (text: string): Line[] =>
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .map((line, i) => ({ number: i + 1, cells: cellsOf(line) }))
    .filter(({ cells: [first = ''] }) => first !== '' && !first.startsWith('#') && foldAll(first) !== 'ngay')

/** Semicolons and tabs part cells; commas where there is neither. */
function cellsOf(line: string): string[] {
  const mark = [';', '\t', ','].find((one) => line.includes(one)) ?? ';'
  return line.split(mark).map((cell) => tidy(cell.replace(/^\s*"(.*)"\s*$/, '$1')))
}

/** A day, or what is wrong with the line. */
function readLine({ cells }: Line): SpecialDay | string {
  const [day = '', kindWords = '', name = '', source = '', ...more] = cells
  const date = parseDay(day) ?? (isLocalDate(day) ? day : null)
  if (date === null) return `“${day}” không phải là ngày có thật, hãy viết như 31/12/2026`
  if (yearOf(date) < YEARS.from || yearOf(date) > YEARS.to)
    return `năm ${yearOf(date)} ngoài khoảng ${YEARS.from}–${YEARS.to}`
  const kind = Object.hasOwn(KINDS, foldAll(kindWords)) ? KINDS[foldAll(kindWords)] : undefined
  if (!kind)
    return `chưa rõ loại ngày “${kindWords}”, hãy viết một trong: ${Object.values(KIND_WORDS).join(', ')}`
  if (more.some((cell) => cell !== ''))
    return 'có hơn bốn cột: ngày; loại; tên; văn bản (dấu chấm phẩy giữa các cột)'
  const long = [name, source].find((cell) => cell.length > MOST_LETTERS)
  if (long !== undefined) return `tên và văn bản không quá ${MOST_LETTERS} ký tự`
  const wrong = wrongLetters(name) ?? wrongLetters(source)
  return wrong ?? { date, kind, name: name || USUAL_NAMES[kind], source: source || 'Đơn vị' }
}

/** As it is read again. */
export const writeOwnDays = (days: readonly SpecialDay[]): string =>
  days
    .map(({ date, kind, name, source }) => [documentDay(date), KIND_WORDS[kind], name, source].join('; '))
    .join('\n')
