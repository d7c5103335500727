/** A play log on its pages: its columns to choose from, and the difference to the plan. */
import { choiceOf, type PlayDiff, type PlayLine } from '../../actions/play-log.ts'
import { REASON_NAMES } from '../../core/names.ts'
import { headingRow, type PlayColumns, type Sheet } from '../../core/play-columns.ts'
import type { Cell } from '../../core/play-time.ts'
import { momentOf } from '../../core/play-time.ts'
import { lineWords } from '../../core/play-words.ts'
import { dayInWords, documentDay, rangeInWords } from '../../core/words.ts'
import type { Choice } from '../../templates/people-views.ts'
import type {
  PlayColumnsView,
  PlayDiffView,
  PlayGroupView,
  PlayLineView,
} from '../../templates/play-log-views.ts'
import type { Say } from '../../templates/views.ts'
import { slotPath } from './places.ts'
import { say } from './say.ts'

export const playLogPath = (sha256: string): string => `/nhat-ky/nhap/${sha256}`

/** A, B, …, Z, AA, as spreadsheets call their columns. */
export const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

const SAMPLE_ROWS = 8
const MOST_LETTERS = 26

/** A cell as it may be shown: a workbook's date is a number. */
function shown(cell: Cell | undefined, column: number, columns: PlayColumns | null): string {
  if (cell === null || cell === undefined) return ''
  const isTime = columns && [columns.date, columns.time, columns.end].includes(column)
  if (typeof cell !== 'number' || !isTime) return String(cell).slice(0, 60)
  const { date, time } = momentOf(cell)
  return [time, date && documentDay(date)].filter(Boolean).join(' ') || String(cell)
}

type Field = Exclude<keyof PlayColumns, 'lengthUnit'>

/** The names under which the form sends which column is what. */
export const COLUMN_FIELDS: {
  field: Field
  name: string
  label: string
  hint: string
  none: string | null
}[] = [
  { field: 'date', name: 'ngay', label: 'Ngày phát', hint: '', none: null },
  { field: 'time', name: 'gio', label: 'Giờ phát', hint: '', none: 'Nằm cùng ô với ngày' },
  { field: 'title', name: 'ten', label: 'Tên chương trình, bản tin', hint: '', none: 'Không có' },
  { field: 'length', name: 'thoiLuong', label: 'Thời lượng', hint: '', none: 'Không có' },
  {
    field: 'end',
    name: 'ketThuc',
    label: 'Giờ kết thúc',
    hint: 'Để tính thời lượng nếu không có cột thời lượng',
    none: 'Không có',
  },
  {
    field: 'status',
    name: 'trangThai',
    label: 'Trạng thái',
    hint: 'Dòng ghi lỗi, chưa phát sẽ được bỏ qua',
    none: 'Không có',
  },
]

export function columnsParts(
  sheet: Sheet,
  columns: PlayColumns | null,
): Pick<PlayColumnsView, 'fields' | 'letters' | 'sample'> {
  const top = headingRow(sheet)
  const first = Math.max(0, top)
  const rows = sheet.slice(first, first + SAMPLE_ROWS)
  const width = Math.min(MOST_LETTERS, Math.max(0, ...rows.map(({ length }) => length)))
  const letters = Array.from({ length: width }, (_, i) => letterOf(i))
  const name = (i: number) => (top < 0 ? '' : ` – ${shown(sheet[top]?.[i], i, columns)}`)
  const choices = (chosen: number | null | undefined, none: string | null): Choice[] => [
    ...(none === null ? [] : [{ value: '', words: none, chosen: chosen === null }]),
    ...letters.map((letter, i) => ({
      value: String(i),
      words: `Cột ${letter}${name(i)}`,
      chosen: chosen === i,
    })),
  ]
  return {
    letters,
    sample: rows.map((row, i) => ({
      number: first + i + 1,
      isHeading: first + i === top,
      cells: letters.map((_, column) => shown(row[column], column, columns)),
    })),
    fields: [
      ...COLUMN_FIELDS.map(({ field, none, ...same }) => ({
        ...{ name: same.name, label: same.label, hint: same.hint },
        choices: choices(columns ? columns[field] : undefined, none),
      })),
      {
        ...{ name: 'donVi', label: 'Số trong cột thời lượng là', hint: '' },
        choices: [
          { value: 'minutes', words: 'phút', chosen: columns?.lengthUnit !== 'seconds' },
          { value: 'seconds', words: 'giây', chosen: columns?.lengthUnit === 'seconds' },
        ],
      },
    ],
  }
}

/** More than that no one looks through at once; what is recorded makes room for the next. */
const MOST_LINES = 300
const MOST_SKIPPED = 50

type Group = Omit<PlayGroupView, 'lines' | 'more'> & { has: (line: PlayLine) => boolean }

const GROUPS: Group[] = [
  {
    ...{ sign: '=', heading: 'Khớp với lịch', explain: 'Đúng giờ, đúng tên. Bỏ chọn dòng nào không đúng.' },
    ...{ chosen: true, folded: false, asksReason: false },
    has: (line) => line.sign === '=' && choiceOf(line) !== null,
  },
  {
    ...{
      sign: '?',
      heading: 'Có thể khớp',
      explain: 'Lệch giờ, lệch ngày hoặc khác tên: chọn dòng nào đúng là khung đó.',
    },
    ...{ chosen: false, folded: false, asksReason: false },
    has: (line) => line.sign === '?' && choiceOf(line) !== null,
  },
  {
    ...{ sign: '−', heading: 'Có trong lịch, không thấy phát', explain: 'Chọn để ghi là không phát.' },
    ...{ chosen: false, folded: false, asksReason: true },
    has: (line) => line.sign === '−' && !isShut(line),
  },
  {
    ...{
      sign: '+',
      heading: 'Đã phát, không có trong lịch',
      explain: 'Không ghi gì: kế hoạch không có khung này.',
    },
    ...{ chosen: false, folded: true, asksReason: false },
    has: (line) => line.sign === '+',
  },
  {
    ...{ sign: '=', heading: 'Đã ghi từ trước', explain: 'Những lần phát này đã có trong sổ.' },
    ...{ chosen: false, folded: true, asksReason: false },
    has: (line) => line.sign !== '+' && line.sign !== '−' && choiceOf(line) === null && !isShut(line),
  },
  {
    ...{ sign: '?', heading: 'Kỳ đã khoá', explain: 'Muốn ghi thì mở khung và nêu lý do sửa.' },
    ...{ chosen: false, folded: true, asksReason: false },
    has: (line) => isShut(line),
  },
]

/** Nobody settled it, and its period is closed. */
const isShut = (line: PlayLine): boolean =>
  line.sign !== '+' && line.record.closed && line.assessment.outcome === null

const REASONS = ['power', 'equipment', 'disaster', 'emergency', 'other'] as const

export function diffParts({
  lines,
  skipped,
  days,
}: PlayDiff): Pick<PlayDiffView, 'days' | 'say' | 'groups' | 'reasons' | 'open' | 'skipped' | 'moreSkipped'> {
  const groups = GROUPS.map(({ has, ...group }) => {
    const all = lines.filter(has)
    const shownLines = all.slice(0, MOST_LINES).map(lineView)
    return { ...group, lines: shownLines, more: all.length - shownLines.length }
  }).filter((group) => group.lines.length > 0)
  return {
    days: days ? rangeInWords(days) : '',
    say: sayDiff(groups, skipped.length),
    groups,
    reasons: REASONS.map((value) => ({ value, words: REASON_NAMES[value], chosen: value === 'power' })),
    open: groups.some((group) => group.lines.some(({ key }) => key !== null)),
    skipped: skipped.slice(0, MOST_SKIPPED),
    moreSkipped: Math.max(0, skipped.length - MOST_SKIPPED),
  }
}

const TONES: Record<string, Say['tone']> = { '?': 'ask', '−': 'miss' }

function sayDiff(groups: readonly PlayGroupView[], skipped: number): Say[] {
  const parts = groups.map(({ sign, heading, folded, lines, more }) =>
    say(`${lines.length + more} ${heading.toLowerCase()}.`, folded ? 'plain' : (TONES[sign] ?? 'strong')),
  )
  const unread = skipped ? [say(`${skipped} dòng không dùng được.`)] : []
  return parts.length || unread.length ? [...parts, ...unread] : [say('Tệp không có lần phát nào.', 'strong')]
}

function lineView(line: PlayLine): PlayLineView {
  const { day, time, planned, played, remark } = lineWords(line)
  return {
    sign: line.sign,
    key: choiceOf(line)?.key ?? null,
    when: [time, dayInWords(day)].filter(Boolean).join(' '),
    title: planned ? planned.title : (played ?? ''),
    href: planned && slotPath(planned.slotId),
    details: planned?.details ?? [],
    played: planned ? played : null,
    remark,
  }
}
