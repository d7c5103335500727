/** A calendar beside the work: a column a month or a quarter, with a mark or a count where something is due. */
import { doubt } from './doubt.ts'
import type { Draft, Timing } from './draft.ts'
import type { CellWords, Row } from './paragraphs.ts'
import { timesIn } from './time-words.ts'
import { join, keyOf, NO_WORDS, part, type Words } from './words.ts'

type Grain = 'tháng' | 'quý'
export type MarkColumns = { grain: Grain; columns: { column: number; name: Words }[] }

const NAMES: [Grain, least: number, all: number, RegExp][] = [
  ['tháng', 6, 12, /^(?:tháng |th\.? ?|t\.? ?)?(0?[1-9]|1[0-2])(?:\/20\d{2})?$/iu],
  ['quý', 4, 4, /^(?:quý |q\.? ?)?(iv|i{1,3}|[1-4])(?:\/20\d{2})?$/iu],
]

/** Of a head's row: as many as make it a calendar, in their order; null in any other. */
export function markColumns(row: Row): MarkColumns | null {
  for (const [grain, least, , pattern] of NAMES) {
    const columns = row.flatMap(({ column, words }) => {
      const [whole = '', number = ''] = pattern.exec(words.text.trim()) ?? []
      const at = words.text.indexOf(whole) + whole.indexOf(number)
      return number ? [{ column, name: part(words, at, at + number.length) }] : []
    })
    const numbers = columns.map(({ name }) => numberOf(name.text))
    if (columns.length >= least && numbers.every((number, i) => number === (numbers[0] ?? 0) + i))
      return { grain, columns }
  }
  return null
}

const ROMAN = ['i', 'ii', 'iii', 'iv']
const numberOf = (name: string): number => Number(name) || ROMAN.indexOf(name.toLowerCase()) + 1

type Mark = { name: Words; number: number; count: number | null }

const TICK = /^(?:x|v|✓|✔|☑|•|●|■|\*|\+|có)$/iu
const COUNT = /^0?(\d{1,2})(?: (?:lần|buổi|số|bài|tin|lớp|kỳ|cuộc))?$/iu

function marksOf(row: Row, { columns }: MarkColumns): Mark[] {
  return columns.flatMap(({ column, name }) => {
    const text = cellAt(row, column)?.words.text.trim() ?? ''
    const count = COUNT.exec(text)?.[1]
    const mark = { name, number: numberOf(name.text), count: count ? Number(count) : null }
    return TICK.test(text) || mark.count ? [mark] : []
  })
}

const cellAt = (row: Row, column: number): CellWords | undefined =>
  row.find((cell) => column >= cell.column && column < cell.column + cell.span)

/** The row's obligations: its own time outdoes its marks; "Trước ngày 15" beside them is of each. */
export function markedDrafts(draft: Draft, row: Row, calendar: MarkColumns | null, notes: Words): Draft[] {
  const marks = calendar ? marksOf(row, calendar) : []
  if (!calendar || marks.length === 0 || draft.when) return [draft]
  const { grain } = calendar
  const note = draft.often || timesIn(notes.text).length === 0 ? null : notes
  if (note && DAY.test(keyOf(note.text)))
    return marks.map(({ name }) => timed(draft, join(note, named(grain, [name]), ' ')))
  const rhythm = note ? { ...draft, often: { words: note, label: '' } } : draft
  if (marks.some(({ count }) => count !== null)) return counted(rhythm, grain, marks)
  const all = marks.length === (grain === 'quý' ? 4 : 12)
  return [timed(rhythm, all ? spelled(`hằng ${grain}`, marks) : several(grain, marks))]
}

const DAY = /^(?:(?:truoc|cham nhat|muon nhat|vao|ngay) )*ngay \d{1,2}(?: hang thang| cua thang)?[\s.]*$/u

/** Side by side they are one stretch or several times: the words leave it open, so the officer is asked. */
function several(grain: Grain, marks: readonly Mark[]): Words {
  const apart = marks.every(({ number }, i) => i === 0 || number > (marks[i - 1]?.number ?? 0) + 1)
  const names = named(
    grain,
    marks.map(({ name }) => name),
  )
  return marks.length > 1 && apart && grain === 'tháng'
    ? join(join(spelled('hằng tháng (', marks), names, ''), spelled(')', marks.slice(-1)), '')
    : names
}

function counted(draft: Draft, grain: Grain, marks: readonly Mark[]): Draft[] {
  const [first] = marks
  const even = marks.every(({ count }) => count === first?.count)
  if (even && marks.length === (grain === 'quý' ? 4 : 12))
    return [timed(draft, spelled(`${first?.count} lần/${grain}`, marks))]
  return marks.map((mark) =>
    timed(draft, join(spelled(`${mark.count ?? 1} lần trong`, [mark]), named(grain, [mark.name]))),
  )
}

const timed = (draft: Draft, words: Words): Draft => ({
  ...draft,
  when: { words, label: '' } satisfies Timing,
  emptyWhen: false,
  doubts: [...draft.doubts, doubt('two-readings', 'when', MARKED)],
})

const MARKED = 'Thời gian lấy theo các ô được đánh dấu trong bảng: hãy xem đúng tháng, đúng số lần.'

const named = (grain: Grain, names: readonly Words[]): Words =>
  join(
    names[0]
      ? { ...names[0], text: grain, from: placed(grain, names[0]), to: placed(grain, names[0]) }
      : NO_WORDS,
    names.reduce((all, name) => join(all, name, ', '), NO_WORDS),
  )

/** Words that no cell holds: they stand where the first mark's name does. */
function spelled(text: string, [first]: readonly Mark[]): Words {
  const places = first ? placed(text, first.name) : []
  return { text, from: places, to: places, repaired: false }
}

const placed = (text: string, { from }: Words): number[] => Array.from(text, () => from[0] ?? 0)
