/**
 * A rule on one line, as an office writes it into a cell: `mỗi tuần vào thứ Hai`, `2 tuần một lần vào thứ Hai, thứ Tư`,
 * `mỗi tháng vào thứ Ba tuần 1`, `mỗi quý vào ngày 20 của tháng 3`, with `, đủ 26 kỳ` or `, đến hết 20/11/2026`. A rule
 * that these words do not say to the letter stays as RFC 5545 writes it.
 */
import { recurrenceProblem } from '../rule.ts'
import { foldAll } from '../text.ts'
import { WEEKDAYS, type Weekday } from '../wall-clock.ts'
import { WEEKDAY_NAMES } from '../words/words.ts'
import { readDay } from './reading.ts'
import { type Pattern, type Rhythm, readRhythm, writeRhythm } from './rhythm.ts'

export const RHYTHM_EXAMPLES =
  'ghi như “mỗi tuần vào thứ Hai”, “2 tuần một lần vào thứ Hai”, “mỗi tháng vào thứ Ba tuần 1”, “mỗi tháng vào ngày 15”, “mỗi quý vào ngày 20 của tháng 3”'

export function rhythmWords(rrule: string): string {
  const rhythm = readRhythm(rrule)
  const words = wordsOf(rhythm)
  return words !== null && readRhythmWords(words) === rrule ? words : rrule
}

/** Null for words that say no rule. */
export function readRhythmWords(text: string): string | null {
  const said = text.trim()
  if (/^(RRULE:)?FREQ=/i.test(said)) return said
  const rhythm = rhythmIn(namedDays(foldAll(said).replace(/\s+/g, ' ')))
  const rule = rhythm && writeRhythm(rhythm)
  return rule && recurrenceProblem(rule) === null ? rule : null
}

const UNIT: Partial<Record<Pattern, string>> = {
  ...{ ngay: 'ngày', tuan: 'tuần', 'thang-thu': 'tháng', 'thang-ngay': 'tháng' },
  ...{ 'quy-thu': 'quý', 'quy-ngay': 'quý' },
}

function wordsOf({ pattern, every, days, weeks, dates, months, count, until }: Rhythm): string | null {
  const unit = UNIT[pattern]
  if (unit === undefined) return null
  const ordinal = (list: readonly number[]) => list.map((one) => (one === -1 ? 'cuối' : one)).join(', ')
  const named = days.map((day) => WEEKDAY_NAMES[WEEKDAYS.indexOf(day)]).join(', ')
  const on = [
    days.length ? ` vào ${named}` : '',
    weeks.length ? ` tuần ${ordinal(weeks)}` : '',
    dates.length ? ` vào ngày ${ordinal(dates)}` : '',
    months.length ? ` của tháng ${months.join(', ')}` : '',
  ].join('')
  const end =
    count !== null ? `, đủ ${count} kỳ` : until ? `, đến hết ${until.split('-').reverse().join('/')}` : ''
  return `${every > 1 ? `${every} ${unit} một lần` : `mỗi ${unit}`}${on}${end}`
}

/** Folded: without marks, in small letters. */
const LINE =
  /^(?:(?:moi|hang|hang nam moi)? ?(?:(\d{1,3}) )?(ngay|tuan|thang|quy)(?: (?:mot|1|01) lan)?)(?: vao| ,|,)? ?(.*)$/
const FOLDED = WEEKDAY_NAMES.map((name) => foldAll(name))

/** `thứ 2` is `thứ Hai`, `CN` is `Chủ nhật`. */
const namedDays = (line: string): string =>
  line
    .replace(/\bthu ([2-7])\b/g, (_, number: string) => FOLDED[Number(number) - 2] as string)
    .replace(/\bcn\b/g, FOLDED[6] as string)

function rhythmIn(line: string): Rhythm | null {
  const [, every = '1', unit = '', rest = ''] = LINE.exec(line) ?? []
  if (!unit) return null
  const { count, until, body } = endOf(rest)
  if (until === undefined) return null
  const [, on = '', months = ''] = /^(.*?)(?: ?(?:cua|trong)(?: cac)? thang ([\d, va]+))?$/.exec(body) ?? []
  const common = { every: Number(every), months: numbersIn(months), count, until, raw: null }
  const empty = { days: [], weeks: [], dates: [] }
  if (on === '') return unit === 'ngay' ? { ...common, ...empty, pattern: 'ngay' } : null
  const dates = /^(?:vao )?ngay (.+)$/.exec(on)?.[1]
  if (dates !== undefined)
    return unit === 'thang' || unit === 'quy'
      ? fitting({
          ...common,
          ...empty,
          pattern: unit === 'quy' ? 'quy-ngay' : 'thang-ngay',
          dates: ordinals(dates),
        })
      : null
  const [, named = '', weeks = ''] =
    /^(.+?)(?: (?:tuan )?((?:\d|dau|cuoi)[\d, va|dau|cuoi]*)(?: thang)?)?$/.exec(on) ?? []
  const days = weekdaysIn(named)
  if (!days?.length) return null
  if (unit === 'tuan') return weeks ? null : { ...common, ...empty, pattern: 'tuan', days }
  return unit === 'ngay'
    ? null
    : fitting({
        ...common,
        ...empty,
        pattern: unit === 'quy' ? 'quy-thu' : 'thang-thu',
        days,
        weeks: ordinals(weeks),
      })
}

const fitting = (rhythm: Rhythm): Rhythm | null =>
  [...rhythm.weeks, ...rhythm.dates].some((one) => one === 0 || Number.isNaN(one)) ? null : rhythm

/** `until` is undefined for a last day that is none. */
function endOf(rest: string): { count: number | null; until: string | null | undefined; body: string } {
  const [, before = '', count, until] =
    /^(.*?),? ?(?:du (\d{1,4}) (?:ky|so|lan)|den het (?:ngay )?(\S+))$/.exec(rest) ?? []
  if (count === undefined && until === undefined) return { count: null, until: null, body: rest.trim() }
  return {
    count: count === undefined ? null : Number(count),
    until: until === undefined ? null : (readDay(until) ?? undefined),
    body: before.trim(),
  }
}

const pieces = (text: string): string[] =>
  text
    .split(/,| va /)
    .map((one) => one.trim())
    .filter(Boolean)
const numbersIn = (text: string): number[] => pieces(text).map(Number)
const ordinals = (text: string): number[] =>
  pieces(text).map((one) => (one.startsWith('cuoi') ? -1 : one.startsWith('dau') ? 1 : Number(one)))

/** In the order of the week; null where something is no day. */
function weekdaysIn(text: string): Weekday[] | null {
  const found = pieces(text).map((one) => {
    const at = FOLDED.findIndex((name) => name === one || name === `thu ${one}`)
    return WEEKDAYS[at] ?? null
  })
  return found.includes(null) ? null : WEEKDAYS.filter((day) => found.includes(day))
}
