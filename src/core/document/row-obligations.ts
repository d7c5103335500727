/** Obligations of a table: a row each, its cells by the words at the head of their columns. */
import { type Doubt, type DoubtField, doubt } from './doubt.ts'
import type { Draft } from './draft.ts'
import { type FieldName, SAYS_HOW } from './field-label.ts'
import { type Field, withRhythm } from './fields-in.ts'
import { listedWork } from './listed-work.ts'
import { markedDrafts } from './month-marks.ts'
import { clauseOf, type Section } from './outline.ts'
import type { CellWords, Row } from './paragraphs.ts'
import { cellFields } from './row-cells.ts'
import { type Columns, headOf } from './table-head.ts'
import { timesIn } from './time-words.ts'
import { weekTable } from './week-table.ts'
import { readWhen } from './when/read-when.ts'
import { join, keyOf, NO_WORDS, type Place, part, placeOf, type Words } from './words.ts'

export type TableReading = { drafts: Draft[]; leftOut: { words: Words; why: string }[] }

export function rowObligations(
  section: Section,
  rows: readonly Row[],
  carried: Columns | null,
): TableReading {
  const week = weekTable(section, rows)
  if (week) return week
  const columns = headOf(rows) ?? carried
  if (!columns) return { drafts: [], leftOut: [] }
  const body = rows.slice(headOf(rows) ? columns.first : 0).filter((row) => !isHead(row, columns))
  if (isTimetable(body, columns))
    return {
      drafts: [],
      leftOut: body.map((row) => ({
        words: wholeOf(row),
        why: 'Chương trình theo giờ trong ngày, không phải nhiệm vụ có hạn hoặc tần suất.',
      })),
    }
  return { drafts: draftsOf(section, body, columns), leftOut: [] }
}

const wholeOf = (row: Row): Words => row.reduce((all, { words }) => join(all, words, ' | '), NO_WORDS)

const isHead = (row: Row, { fields }: Columns): boolean =>
  fields.filter(({ column, label }) => keyOf(cellAt(row, column)?.words.text ?? '') === keyOf(label))
    .length >= Math.min(3, fields.length)

const cellAt = (row: Row, column: number): CellWords | undefined =>
  row.find((cell) => column >= cell.column && column < cell.column + cell.span)

/** Hours of one day, not days of a year. */
function isTimetable(rows: readonly Row[], { fields }: Columns): boolean {
  if (fields.some(({ field }) => field === 'often')) return false
  const when = fields.find(({ field }) => field === 'when')
  if (!when) return false
  const cells = rows
    .filter((row) => row.filter(({ words }) => words.text).length > 1)
    .map((row) => cellAt(row, when.column)?.words.text ?? '')
    .filter(Boolean)
  const hours = cells.filter(
    (text) => /^(?:từ\s+)?\d{1,2}\s?(?:h|g|giờ|:)\s?\d{0,2}/i.test(text) && !/\d\/\d|ngày \d/.test(text),
  )
  return cells.length > 0 && hours.length >= cells.length / 2
}

type Found = { number: string; group: string; draft: Draft }

function draftsOf(section: Section, rows: readonly Row[], columns: Columns): Draft[] {
  const found: Found[] = []
  const above = new Map<number, Words>()
  let group = ''
  let heading = ''
  for (const row of rows) {
    const texts = row.filter(({ words }) => words.text)
    const number = columns.number === null ? '' : numberIn(cellAt(row, columns.number)?.words.text ?? '')
    if (isGroup(row, texts, columns)) {
      group = number || numberIn(texts[0]?.words.text ?? '') || group
      heading = texts.at(-1)?.words.text ?? ''
      continue
    }
    const filled = row.map((cell) => ({ ...cell, words: sameAsAbove(cell, above, columns) }))
    for (const { column, words } of filled) if (words.text) above.set(column, words)
    const draft = draftOf(section, filled, row, columns)
    if (!draft) continue
    draft.under = [...meansOf(filled, columns), heading]
    draft.doubts.push(...guessedFrom(row, filled, columns), ...notedTimes(filled, columns))
    if (row.some(({ guessed }) => guessed)) draft.doubts.push(doubt('two-readings', 'quote', NO_LINES))
    const last = found.at(-1)
    if (last && columns.number !== null && !number && goesOn(draft)) mergeInto(last.draft, draft)
    else
      found.push(
        ...[draft]
          .flatMap((one) => markedDrafts(one, filled, columns.calendar, notesOf(filled, columns)))
          .flatMap((one) => listedWork(one, titleCell(row, columns), section))
          .concat(besides(draft, filled, columns))
          .map((one) => ({ number, group, draft: one })),
      )
  }
  return withClauses(
    section,
    found.filter(({ draft }) => draft.title.text),
  )
}

/** "Tháng 6", and "Trước 20/6" among the notes. */
function notedTimes(row: Row, columns: Columns): Doubt[] {
  const notes = notesOf(row, columns).text
  const { kind } = readWhen(notes, { year: null })
  const isTime = timesIn(notes).length > 0 || kind === 'rate' || kind === 'report'
  return columns.calendar || !isTime
    ? []
    : [doubt('two-readings', 'when', `Cột khác của hàng còn ghi “${notes}”, chưa tính vào đây: hãy xem lại.`)]
}

/** "Fanpage phường" in a column "Kênh" */
const meansOf = (row: Row, { fields }: Columns): string[] =>
  fields
    .filter(({ label }) => SAYS_HOW.test(label))
    .flatMap(({ column }) => cellAt(row, column)?.words.text || [])

const notesOf = (row: Row, { fields, number }: Columns): Words =>
  fields
    .filter(({ field, column }) => field === 'other' && column !== number)
    .reduce((all, { column }) => join(all, cellAt(row, column)?.words ?? NO_WORDS, '; '), NO_WORDS)

const titleCell = (row: Row, { fields }: Columns): CellWords | undefined => {
  const titles = fields.filter(({ field }) => field === 'title')
  return titles.length === 1 ? cellAt(row, titles[0]?.column ?? -1) : undefined
}

const isEmptyTime = (draft: Draft): boolean => draft.when === null && draft.often === null

/** What a page cut off its row: words without number, office or time. */
const goesOn = (draft: Draft): boolean => isEmptyTime(draft) && !draft.lead && !draft.doer

function mergeInto(draft: Draft, rest: Draft): void {
  draft.content.push(rest.title, ...rest.content)
  draft.place = { from: draft.place.from, to: Math.max(draft.place.to, rest.place.to) }
}

const numberIn = (text: string): string =>
  /^\s*\(?((?:[IVX]{1,5}|\p{L}|\d{1,3})(?:\.\d{1,2})*)\s*[.)]?\s*$/u.exec(text)?.[1] ?? ''

/** A heading between rows: one cell with words, number aside. */
function isGroup(row: Row, texts: readonly CellWords[], columns: Columns): boolean {
  const worded = texts.filter(({ column, words }) => column !== columns.number && !numberIn(words.text))
  if (worded.length !== 1) return worded.length === 0
  const [only] = worded
  const columnsAll = columns.fields.length
  const number = columns.number === null ? '' : numberIn(cellAt(row, columns.number)?.words.text ?? '')
  if (only && only.span >= Math.max(2, columnsAll - 1)) return true
  // An obligation whose other cells are all empty carries a number of its own kind; groups count in Roman or in letters.
  return number === ''
    ? !/^[\p{Ll}]/u.test(only?.words.text ?? '') && texts.length === 1 && isHeading(only)
    : /^[IVXA-HĐ]+$/.test(number)
}

const isHeading = (cell: CellWords | undefined): boolean =>
  /^(?:[IVX]{1,5}|[A-HĐ])\s*[.)-]/u.test(cell?.words.text ?? '') || !/\p{Ll}/u.test(cell?.words.text ?? '')

const DITTO = /^(?:-?\s*n\s*t\s*-?|["”“]|\/\/|như trên|-\s*["”]\s*-)$/i

type Above = ReadonlyMap<number, Words>

const sameAsAbove = (cell: CellWords, above: Above, columns: Columns): Words =>
  DITTO.test(cell.words.text.trim().replace(/[.;]$/, '')) || isOpen(cell, columns)
    ? (above.get(cell.column) ?? cell.words)
    : cell.words

/** Who leads and when are what several rows share; of a file that does not tell, the officer is asked. */
const SHARED: Partial<Record<FieldName, DoubtField>> = {
  lead: 'lead',
  doer: 'lead',
  when: 'when',
  often: 'when',
}

const NO_LINES = 'Bảng trong tệp không kẻ khung, các hàng sát nhau: hãy xem hàng này đúng từ đâu đến đâu.'

const fieldOf = ({ column }: CellWords, { fields }: Columns): DoubtField | undefined => {
  const field = fields.find((one) => one.column === column)?.field
  return field && SHARED[field]
}

const isOpen = (cell: CellWords, columns: Columns): boolean =>
  cell.maybeMerged === true && fieldOf(cell, columns) !== undefined

const guessedFrom = (row: Row, filled: Row, columns: Columns): Doubt[] =>
  row.flatMap((cell, i) => {
    const field = fieldOf(cell, columns)
    return field && isOpen(cell, columns) && filled[i]?.words.text
      ? [doubt('two-readings', field, 'Ô này trống, có thể là ô gộp: tạm lấy theo dòng trên.')]
      : []
  })

function draftOf(section: Section, row: Row, original: Row, { fields }: Columns): Draft | null {
  const found: Field[] = []
  for (const { column, field, label } of fields) {
    const cell = row.find((one) => column >= one.column && column < one.column + one.span)
    if (!cell?.words.text) continue
    found.push(...cellFields(cell, field, label).map(withRhythm))
  }
  const of = (name: Field['name']): Field[] => found.filter((one) => one.name === name)
  const joined = (name: Field['name']): Words | null => {
    const [first, ...rest] = of(name).map(({ words }) => words)
    return first
      ? rest.reduce((all, words) => (words.text === all.text ? all : join(all, words, '; ')), first)
      : null
  }
  const timing = (name: 'when' | 'often') => {
    const [first] = of(name)
    const words = joined(name)
    return first && words && /[\p{L}\p{N}]/u.test(words.text) ? { words, label: first.label } : null
  }
  const day = timing('when')
  const hour = joined('hour')
  const when = day && hour && /\d/.test(hour.text) ? { ...day, words: join(day.words, hour, ', ') } : day
  const titles = of('title').map(({ words }) => words)
  const [title = NO_WORDS] = titles
  const draft: Draft = {
    clause: clauseOf(section.path),
    title,
    content: [...titles.slice(1), ...of('product').map(({ words }) => words)],
    lead: joined('lead'),
    doer: joined('doer'),
    support: joined('support'),
    when,
    often: timing('often'),
    emptyWhen: when === null,
    place: around(original),
    found: 'row',
    doubts: [],
  }
  return title.text || draft.when || draft.lead ? draft : null
}

/** "Hoạt động khác" beside the month's topic: work of its own, in the same time or in the one that it names. */
function besides(draft: Draft, row: Row, { fields }: Columns): Draft[] {
  const [, ...more] = fields.filter(({ field }) => field === 'title')
  return more.flatMap(({ column, label }) => {
    const words = /khac$/.test(keyOf(label)) ? cellAt(row, column)?.words : undefined
    if (!words?.text) return []
    const own = timesIn(words.text)
    const [first, last] = [own[0], own.at(-1)]
    const when = first && last ? { words: part(words, first.start, last.end), label: '' } : draft.when
    return [
      {
        ...draft,
        title: words,
        content: [],
        often: null,
        when,
        doubts: [...draft.doubts, doubt('two-readings', 'title', BESIDE)],
      },
    ]
  })
}

const BESIDE = 'Việc ghi ở cột khác của cùng một hàng: hãy xem đúng cơ quan, đúng thời gian.'

function around(row: Row): Place {
  const places = row.filter(({ words }) => words.text).map(({ words }) => placeOf(words))
  return { from: Math.min(...places.map(({ from }) => from)), to: Math.max(...places.map(({ to }) => to)) }
}

/** Rows are called by their number; where numbers begin anew in each group, by the group's too. */
function withClauses(section: Section, found: readonly Found[]): Draft[] {
  const numbers = found.map(({ number }) => number).filter(Boolean)
  const anew = new Set(numbers).size < numbers.length
  const base = section.path.length ? section.path : ['PL']
  let before = 0
  return found.map(({ number, group, draft }, i) => {
    const path = [...base, ...(anew && group && number ? [group] : []), ...(number ? [number] : [])]
    const again = found[i - 1]?.draft.place.from === draft.place.from
    const odd =
      /^\d+$/.test(number) && before > 0 && !again && Number(number) !== before + 1 && Number(number) !== 1
    if (/^\d+$/.test(number)) before = Number(number)
    if (odd) draft.doubts.push(doubt('numbering', 'clause', `Số thứ tự ${number} không nối tiếp dòng trước.`))
    return { ...draft, clause: clauseOf(path) }
  })
}
