/** The fields of a rhythm, and the rule that they make. */
import type { FieldError } from '../problem.ts'
import { recurrenceProblem } from '../rule.ts'
import { capital } from '../text.ts'
import { WEEKDAYS } from '../wall-clock.ts'
import { WEEKDAY_NAMES } from '../words/words.ts'
import type { FormField } from './field.ts'
import { type Entry, type Filled, wrong } from './filled.ts'
import { day, monthDates, numbers, type Reader, ticks, WRONG, whole } from './readers.ts'
import { PATTERNS, type Pattern, type Rhythm, readRhythm, sameRule, writeRhythm } from './rhythm.ts'

const PATTERN_WORDS: Record<Pattern, string> = {
  tuan: 'Hằng tuần, vào các thứ',
  'thang-thu': 'Hằng tháng, vào một thứ: thứ Ba đầu tháng',
  'thang-ngay': 'Hằng tháng, vào một ngày: ngày 15',
  'quy-thu': 'Hằng quý, vào một thứ của những tháng trong quý',
  'quy-ngay': 'Hằng quý, vào một ngày của những tháng trong quý',
  ngay: 'Hằng ngày, hoặc cứ mấy ngày một lần',
  khac: 'Theo quy tắc kỹ thuật bên dưới',
}

const WEEK_WORDS = new Map([
  [1, 'đầu tháng'],
  [2, 'thứ hai'],
  [3, 'thứ ba'],
  [4, 'thứ tư'],
  [5, 'thứ năm'],
  [-1, 'cuối tháng'],
])

export const DAY_OPTIONS = WEEKDAYS.map((value, i) => ({ value, words: capital(WEEKDAY_NAMES[i] as string) }))
const MONTH_OPTIONS = Array.from({ length: 12 }, (_, i) => ({
  value: String(i + 1),
  words: `Tháng ${i + 1}`,
}))
const QUARTER_OPTIONS = ['đầu', 'giữa', 'cuối'].map((words, i) => ({
  value: String(i + 1),
  words: `Tháng ${words} quý`,
}))

type Part = FormField & { part: keyof Rhythm; as: Reader; patterns: readonly Pattern[] | null }

const MONTHLY: Pattern[] = ['thang-thu', 'thang-ngay']
const ON_WEEKDAY: Pattern[] = ['thang-thu', 'quy-thu']

/** In the order of the page. `patterns`: where it plays a part; null is everywhere. */
export const RHYTHM_FIELDS: readonly Part[] = [
  {
    ...{ name: 'nhip', label: 'Lặp lại thế nào', part: 'pattern', patterns: null },
    control: {
      kind: 'select',
      options: PATTERNS.map((value) => ({ value, words: PATTERN_WORDS[value] })),
    },
    as: ticks,
  },
  {
    ...{ name: 'moi', label: 'Cứ mấy ngày, tuần, tháng một lần', part: 'every' },
    hint: '1 là hằng ngày, hằng tuần, hằng tháng; 2 là cách một.',
    ...{ control: { kind: 'whole' }, as: whole, patterns: ['ngay', 'tuan', ...MONTHLY] },
  },
  {
    ...{ name: 'thu', label: 'Vào các thứ', part: 'days', as: ticks, patterns: ['tuan', ...ON_WEEKDAY] },
    control: { kind: 'ticks', options: DAY_OPTIONS },
  },
  {
    ...{ name: 'tuan', label: 'Của tuần nào trong tháng', part: 'weeks', as: numbers, patterns: ON_WEEKDAY },
    control: {
      kind: 'ticks',
      options: [...WEEK_WORDS].map(([value, words]) => ({ value: String(value), words: capital(words) })),
    },
  },
  {
    ...{ name: 'ngay-thang', label: 'Vào các ngày', part: 'dates', as: monthDates },
    hint: 'Ví dụ 1, 15 hoặc cuối.',
    ...{ control: { kind: 'line' }, patterns: ['thang-ngay', 'quy-ngay'] },
  },
  {
    ...{ name: 'quy-thang', label: 'Của những tháng nào trong quý', part: 'months', as: numbers },
    ...{ control: { kind: 'ticks', options: QUARTER_OPTIONS }, patterns: ['quy-thu', 'quy-ngay'] },
  },
  {
    ...{ name: 'thang', label: 'Chỉ trong các tháng', part: 'months', as: numbers, patterns: MONTHLY },
    hint: 'Không chọn là mọi tháng.',
    control: { kind: 'ticks', options: MONTH_OPTIONS },
  },
  {
    ...{ name: 'dung-sau', label: 'Dừng khi đủ bao nhiêu kỳ', part: 'count', as: whole, patterns: null },
    ...{ hint: 'Để trống nếu chỉ dừng khi hết thời gian.', control: { kind: 'whole' } },
  },
  {
    ...{ name: 'den-het', label: 'Hoặc dừng sau ngày', part: 'until', as: day, patterns: null },
    control: { kind: 'day' },
  },
  {
    ...{ name: 'quy-tac', label: 'Quy tắc lặp theo RFC 5545', part: 'raw', patterns: ['khac'] },
    ...{
      hint: 'Để đối chiếu với tệp kế hoạch; chỉ dùng khi các ô trên không nói được.',
      control: { kind: 'line' },
    },
    as: {
      read: ([typed = '']) => typed.trim() || null,
      write: (value) => (value ? [String(value)] : []),
      wrong: '',
    },
  },
]

/** The rule as it stood before the form: what means the same keeps its letters. */
const ORIGINAL = 'quy-tac-goc'

const plays = (part: Part, pattern: Pattern): boolean => part.patterns?.includes(pattern) ?? true

export function fillRhythm(rrule: string): Entry[] {
  const rhythm = { ...readRhythm(rrule), raw: rrule }
  const entries = RHYTHM_FIELDS.filter((part) => plays(part, rhythm.pattern) || part.part === 'raw').flatMap(
    (part) =>
      (part.part === 'pattern' ? [rhythm.pattern] : part.as.write(rhythm[part.part])).map(
        (value): Entry => [part.name, value],
      ),
  )
  return [...entries, [ORIGINAL, rrule]]
}

/** A hidden field of the form beside those that people see. */
export const hiddenRule = (filled: Filled): { name: string; value: string } => ({
  name: ORIGINAL,
  value: filled.one(ORIGINAL),
})

export function readRhythmForm(filled: Filled): { rrule: string | null; errors: FieldError[] } {
  const pattern = PATTERNS.find((one) => one === filled.one('nhip')) ?? 'tuan'
  const parts = RHYTHM_FIELDS.filter((part) => part.part !== 'pattern' && plays(part, pattern))
  const values = parts.map((part) => [part, part.as.read(filled.all(part.name))] as const)
  const errors = values.flatMap(([{ name, as }, value]) => (value === WRONG ? [wrong(name, as.wrong)] : []))
  if (errors.length) return { rrule: null, errors }
  const said = Object.fromEntries(values.map(([{ part }, value]) => [part, value]))
  const rhythm: Rhythm = { ...EMPTY, ...said, pattern, every: Number(said.every ?? 1) }
  const missing = missingIn(rhythm)
  if (missing.length) return { rrule: null, errors: missing }
  const rule = writeRhythm(rhythm) ?? ''
  const problem = recurrenceProblem(rule)
  if (problem) return { rrule: null, errors: [wrong(pattern === 'khac' ? 'quy-tac' : 'moi', problem)] }
  const original = filled.one(ORIGINAL)
  return { rrule: original !== '' && sameRule(original, rule) ? original : rule, errors: [] }
}

const EMPTY: Omit<Rhythm, 'pattern'> = {
  ...{ every: 1, days: [], weeks: [], dates: [], months: [], count: null, until: null, raw: null },
}

function missingIn({ pattern, days, weeks, dates, months, raw, count, until, every }: Rhythm): FieldError[] {
  const errors: FieldError[] = []
  const onWeekday = pattern === 'tuan' || ON_WEEKDAY.includes(pattern)
  if (onWeekday && !days.length) errors.push(wrong('thu', 'chọn ít nhất một thứ'))
  if (ON_WEEKDAY.includes(pattern) && !weeks.length) errors.push(wrong('tuan', 'chọn tuần trong tháng'))
  if (pattern.endsWith('-ngay') && !dates.length) errors.push(wrong('ngay-thang', 'ghi ít nhất một ngày'))
  if (pattern.startsWith('quy') && !months.length)
    errors.push(wrong('quy-thang', 'chọn ít nhất một tháng trong quý'))
  if (pattern === 'khac' && raw === null) errors.push(wrong('quy-tac', 'cần ghi quy tắc'))
  if (every < 1 || every > 999) errors.push(wrong('moi', 'từ 1 đến 999'))
  if (count !== null && (count < 1 || count > 9999)) errors.push(wrong('dung-sau', 'từ 1 đến 9999'))
  if (count !== null && until !== null) errors.push(wrong('den-het', 'chỉ ghi một: đủ số kỳ, hoặc ngày cuối'))
  return errors
}
