/** Which column of a play log says what: guessed from its headings and values, corrected by a person once. */
import { z } from 'zod'
import { foldAll, tidy } from '../text.ts'
import { airingState, reachOf } from './airing-state.ts'
import { type Cell, isHalfOfDay, minutesOf, momentOf, saysUnit } from './play-time.ts'

/** Rows of cells as the file has them, from its first line on. */
export type Sheet = readonly (readonly Cell[])[]

const column = z.int().min(0).max(199)

/** Columns from 0. What a log doesn't have is null. */
export const playColumns = z.object({
  date: column,
  /** Null: the hour stands beside the day. */
  time: column.nullable(),
  /** Of the day: morning, afternoon. Said of old without it. */
  half: column.nullable().default(null),
  end: column.nullable(),
  length: column.nullable(),
  /** What a bare number in the column of lengths means. */
  lengthUnit: z.enum(['minutes', 'seconds']),
  title: column.nullable(),
  status: column.nullable(),
  /** How many devices played. Said of old without it. */
  devices: column.nullable().default(null),
  /** Null: as the column itself shows. */
  dateOrder: z.enum(['day-month', 'month-day']).nullable().default(null),
})
export type PlayColumns = z.infer<typeof playColumns>

/** The headings are looked for this far down: reports begin with the office's name and a title. */
const HEAD_ROWS = 30
/** How many rows a guess looks at. */
const SAMPLE = 50

const heading = (cell: Cell | undefined): string => foldAll(tidy(String(cell ?? '')))

type Field = 'date' | 'time' | 'half' | 'end' | 'length' | 'title' | 'status'

/** The likelier words first; a column that names a place or a machine is never one of them. */
const WORDS: [Field, RegExp[]][] = [
  ['length', [/thoi luong|duration|length|so phut|so giay/]],
  ['end', [/ket thuc|\bend|den gio|gio dung/]],
  [
    'status',
    [
      /(trang thai|tinh trang|ket qua) phat|play(back|ing)? (status|state)/,
      /^(dang|da) phat\b/,
      /trang thai|tinh trang|status|\bstate|ket qua/,
      /tien do|ty le phat|progress/,
    ],
  ],
  ['half', [/^buoi\b/, /\bbuoi (phat|trong ngay)|am ?\/ ?pm|sang ?\/ ?chieu/]],
  [
    'date',
    [
      /ngay (gio )?phat|thoi (gian|diem) phat/,
      /ngay/,
      /\bdate|^day\b/,
      /thoi diem|thoi gian|bat dau|\bstart|\btime/,
    ],
  ],
  [
    'time',
    [
      /(gio|thoi gian|luc).*(thuc te|thuc phat)|actual (start|time)/,
      /\bgio\b/,
      /bat dau|\bstart/,
      /\btime|thoi gian|thoi diem|khung|\btg\b|^luc\b|\bhour/,
    ],
  ],
  [
    'title',
    [
      /ten (chuong trinh|ban tin|bai|tin|noi dung|ct\b)|tieu de|title/,
      /chuong trinh|noi dung|ban tin|chuyen muc|program|\bct\b|^nd\b|\bbai\b|content/,
      /\bten\b|\btin\b|\btep\b|\bfile|\bname|media|\bshow\b|audio|track/,
    ],
  ],
]
/** What was meant to be, and what was done with a programme before it was played, is no time of an airing. */
const BEFOREHAND =
  /du kien|theo (ke hoach|lich)|ke hoach|hen gio|planned|scheduled|(ngay|gio|thoi gian|thoi diem|luc) (tao|lap|gui|duyet|phe duyet|cap nhat|sua|dang|nhap|tai|ky|nhan|bien tap|san xuat|thu|xuat|in\b|luu)|created|updated|approved|uploaded|modified/
const ELSEWHERE = new RegExp(
  `thiet bi|\\bcum|\\bloa\\b|dia (diem|ban)|\\bthon\\b|device|nguoi|can bo|don vi|khu vuc|${BEFOREHAND.source}`,
)
const NOTES =
  /ghi chu|ghi nhan|ly do|nguyen nhan|dien giai|chi tiet loi|thong bao loi|\bnote|remark|comment|reason/
const DEVICES = /thiet bi|\bcum|\bloa\b|device/
/** A bare number under such a name says how many played; under "Số loa" how many there are. */
const DEVICES_PLAYED = /\bso\b.*phat|da (phat|nhan)|phat duoc|thanh cong|played|success|reached/
const DEVICES_ELSE = /khong|chua|\bloi\b|that bai|\bcan\b|phai|\bcho\b|not |fail|error|expect/
const DEVICES_FAILED = /khong|chua|\bloi\b|that bai|mat (ket noi|mang)|offline|online|not |fail|error/
/** States of something else than an airing. */
const NO_AIRING = /duyet|\bquat|ket noi|\bmang\b|am luong|nguon|pin\b|fan|connect|network|volume|approv/

function fieldColumns(row: readonly Cell[]): Map<Field, number> {
  const found = new Map<Field, number>()
  const names = row.map(heading)
  for (const [field, patterns] of WORDS) {
    const taken = new Set(found.values())
    const fits = (pattern: RegExp) =>
      names.findIndex((name, i) => !taken.has(i) && pattern.test(name) && mayBe(field, name))
    const index = patterns.map(fits).find((i) => i >= 0)
    if (index !== undefined) found.set(field, index)
  }
  return found
}

/** "Đã phát/tổng số thiết bị cần phát" says how it went, though it names devices. */
const mayBe = (field: Field, name: string): boolean =>
  field === 'status'
    ? !NO_AIRING.test(name) && (/phat\s*\/\s*tong/.test(name) || !ELSEWHERE.test(name))
    : !ELSEWHERE.test(name)

/** How many columns have a name that says what they hold. */
export const namedColumns = (sheet: Sheet): number => fieldColumns(sheet[headingRow(sheet)] ?? []).size

/** The row that names the columns, from 0; -1 where the log begins with its first play. */
export function headingRow(sheet: Sheet): number {
  const best = sheet
    .flatMap((row, i) => (row.some(hasText) ? [{ row, i }] : []))
    .slice(0, HEAD_ROWS)
    .map(({ row, i }) => ({ i, count: saysMoment(row) ? 0 : fieldColumns(row).size }))
    .reduce((a, b) => (b.count > a.count ? b : a), { i: -1, count: 1 })
  return best.i
}

/** Columns of remarks, such as "Ghi chú" and "Lý do". */
export const noteColumns = (sheet: Sheet): number[] =>
  (sheet[headingRow(sheet)] ?? []).flatMap((cell, i) => (NOTES.test(heading(cell)) ? [i] : []))

const saysMoment = (row: readonly Cell[]): boolean => row.some((cell) => momentOf(cell).date !== null)

/** The same for every export of one system: by it the columns are remembered. */
export function headingsOf(sheet: Sheet): string {
  const row = headingRow(sheet)
  if (row < 0) return `${Math.max(0, ...sheet.slice(0, SAMPLE).map(({ length }) => length))} cột`
  return (sheet[row] ?? []).map(heading).join('|')
}

/** Systems with English headings write either order of day and month. */
export function isHeadedInEnglish(sheet: Sheet, column: number): boolean {
  const top = headingRow(sheet)
  const name = top < 0 ? '' : heading(sheet[top]?.[column])
  return /date|time|start|\bday|\bwhen/.test(name) && !/ngay|\bgio\b|thoi|bat dau/.test(name)
}

/** Null when no column holds days, or none the hours. */
export function guessColumns(sheet: Sheet): PlayColumns | null {
  const top = headingRow(sheet)
  const rows = sheet.slice(top + 1, top + 1 + SAMPLE).filter((row) => saysMoment(row) || row.some(hasHour))
  const named = top < 0 ? new Map<Field, number>() : fieldColumns(sheet[top] ?? [])
  const count = (has: (row: readonly Cell[]) => boolean) => rows.filter(has).length
  const mostly = (index: number | undefined, has: (cell: Cell) => boolean): index is number =>
    index !== undefined && count((row) => has(row[index] ?? null)) * 2 > rows.length
  /** Of a column that is called so: merged cells, sums and the names of who signed say nothing against it. */
  const partly = (index: number | undefined, has: (cell: Cell) => boolean): index is number => {
    if (index === undefined) return false
    const those = count((row) => has(row[index] ?? null))
    return those > 0 && those * 2 >= count((row) => hasText(row[index] ?? null))
  }
  const width = Math.max(0, ...rows.map(({ length }) => length))
  const names = (sheet[top] ?? []).map(heading)
  const anyWith = (has: (cell: Cell) => boolean) =>
    Array.from({ length: width }, (_, i) => i).find((i) => !ELSEWHERE.test(names[i] ?? '') && mostly(i, has))

  const date = partly(named.get('date'), hasDay) ? named.get('date') : anyWith(hasDay)
  if (date === undefined) return null
  const own = named.get('time')
  const time = partly(own, hasHour) ? own : mostly(date, hasHour) ? null : anyWith(hasHour)
  if (time === undefined) return null
  const devices = names.findIndex((name, i) => DEVICES.test(name) && mostly(i, tellsReach(name)))
  const states = fieldColumns((sheet[top] ?? []).map((cell, i) => (i === devices ? null : cell))).get(
    'status',
  )
  const length = named.get('length') ?? null
  const isInSeconds =
    length !== null &&
    (isInSecondsBelow(sheet, top, length) || areSeconds(rows.map((row) => row[length] ?? null)))
  return {
    ...{ date, time, length },
    half: mostly(named.get('half'), isHalf) ? (named.get('half') ?? null) : null,
    end: named.get('end') ?? null,
    lengthUnit: isInSeconds ? 'seconds' : 'minutes',
    title: named.get('title') ?? null,
    status: (mostly(states, isClear) ? states : (anyWith(saysPlayed) ?? states)) ?? null,
    devices: devices < 0 ? null : devices,
    dateOrder: null,
  }
}

/** In the heading, or in a row of units below it. */
const isInSecondsBelow = (sheet: Sheet, top: number, column: number): boolean =>
  sheet
    .slice(Math.max(0, top), top + 2)
    .some((row, i) => (i === 0 || !saysMoment(row)) && /giay|\(s\)|sec/.test(heading(row[column])))

/** The first column, from 0, of a second table on the same rows; null where there is none. */
export function tableBeside(sheet: Sheet, { date }: PlayColumns): number | null {
  const top = headingRow(sheet)
  const names = (sheet[top] ?? []).map(heading)
  const beside = names.findIndex((name, i) => i > date && name !== '' && name === names[date])
  return beside >= 0 && sheet.slice(top + 1).some((row) => hasDay(row[beside] ?? null)) ? beside : null
}

/** Why a log whose headings are plain has no plays: none below them, or a day or an hour that nobody can read. */
export function unreadColumn(sheet: Sheet): string | null {
  const top = headingRow(sheet)
  const named = fieldColumns(sheet[top] ?? [])
  const rows = sheet.slice(top + 1).filter((row) => row.some(hasText))
  const [day, hour] = [named.get('date'), named.get('time') ?? named.get('date')]
  if (day === undefined || hour === undefined) return null
  if (!rows.length) return 'Nhật ký chỉ có dòng tiêu đề, chưa có lần phát nào.'
  const first = (index: number, has: (cell: Cell) => boolean): Cell =>
    rows.map((row) => row[index] ?? null).find((cell) => hasText(cell) && !has(cell)) ?? null
  const [wrongDay, wrongHour] = [first(day, hasDay), first(hour, hasHour)]
  const heading = (index: number) => tidy(String(sheet[top]?.[index] ?? ''))
  if (wrongDay !== null)
    return `Không đọc được ngày ở cột “${heading(day)}”, ví dụ “${wrongDay}”: mỗi dòng cần đủ ngày, tháng, năm có thật, như 03/8/2026.`
  if (wrongHour !== null)
    return `Không đọc được giờ ở cột “${heading(hour)}”, ví dụ “${wrongHour}”: hãy ghi giờ có thật, như 05:30.`
  return null
}

const tellsReach = (name: string) => {
  const isCount = DEVICES_PLAYED.test(name) && !DEVICES_ELSE.test(name)
  return (cell: Cell): boolean => {
    const { kind, coverage } = reachOf(cell)
    return (coverage !== null && !DEVICES_FAILED.test(name)) || (isCount && kind !== 'unsaid')
  }
}

const hasText = (cell: Cell): boolean => cell !== null && String(cell).trim() !== ''

/** Bare numbers of which half are more than three hours would be minutes of no programme. */
function areSeconds(cells: readonly Cell[]): boolean {
  const bare = cells.filter((cell) => cell !== null && !saysUnit(cell) && /^[\d.,\s]+$/.test(String(cell)))
  const lengths = bare.map((cell) => minutesOf(cell, 'minutes') ?? Number.POSITIVE_INFINITY)
  return lengths.length > 0 && lengths.filter((minutes) => minutes > 180).length * 2 > lengths.length
}

/** Empty cells say nothing against a column of states; "Hoạt động" on and on says that it is one of something else. */
const isClear = (cell: Cell): boolean => airingState(cell).kind !== 'unclear'

/** "Đang phát", "không phát", as no title is. */
const saysPlayed = (cell: Cell): boolean =>
  cell !== null && isClear(cell) && /\bphat\b/.test(foldAll(String(cell)))
/** Merged over several rows it stands on the first of them. */
const isHalf = (cell: Cell): boolean => cell === null || isHalfOfDay(cell)
const hasDay = (cell: Cell): boolean =>
  momentOf(cell).date !== null || momentOf(cell, 'month-day').date !== null
const hasHour = (cell: Cell): boolean => momentOf(cell).time !== null
