/** A cell of the year's table: what a month, or a window of months, holds of one duty. */
import { isKept, type Standing } from '../../../core/standing.ts'
import { type DateRange, type LocalDate, monthOf, yearOf } from '../../../core/wall-clock.ts'
import { periodInWords } from '../../../core/words/period-words.ts'
import { documentDay, shortDay } from '../../../core/words/words.ts'
import type { YearCell } from '../../../templates/calendar-views.ts'
import type { Assessed } from '../assessed.ts'
import { hasOnlyEnd, windowOf } from '../span.ts'

export type Tally = {
  all: number
  kept: number
  waiting: number
  failed: number
  ahead: number
  outside: number
}

const FAILED: readonly Standing[] = ['missed', 'short', 'excused']
const AHEAD: readonly Standing[] = ['upcoming', 'due']

/** What waits for its condition is in no denominator. */
export function tally(records: readonly Assessed[]): Tally {
  const standings = records.map(({ at }) => at.standing).filter((standing) => standing !== 'not-triggered')
  const count = (has: (standing: Standing) => boolean) => standings.filter(has).length
  return {
    all: standings.length,
    kept: count(isKept),
    waiting: count((standing) => standing === 'unconfirmed'),
    failed: count((standing) => FAILED.includes(standing)),
    ahead: count((standing) => AHEAD.includes(standing)),
    outside: count((standing) => standing === 'not-in-force'),
  }
}

type Face = Pick<YearCell, 'text' | 'words' | 'look'>

/** Readable without its colour: `2/2` kept, `1/2` short, `?2` unconfirmed, `·2` ahead, `(2)` not in force. */
export function countFace(records: readonly Assessed[], month: number): Face {
  const { all, kept, waiting, failed, ahead, outside } = tally(records)
  const asked = all - outside
  const where = `tháng ${month}`
  if (all === 0) return { text: '', words: '', look: 'none' }
  if (asked === 0)
    return {
      text: `(${outside})`,
      words: `${where}: ${outside} khung trước ngày có hiệu lực`,
      look: 'outside',
    }
  if (ahead === asked) return { text: `·${ahead}`, words: `${where}: ${ahead} khung sắp tới`, look: 'ahead' }
  if (waiting === asked)
    return { text: `?${waiting}`, words: `${where}: ${waiting} khung chưa xác nhận`, look: 'ask' }
  const rest = waiting ? `, ${waiting} chưa xác nhận` : ahead ? `, còn ${ahead}` : ''
  return {
    text: `${kept}/${asked}${waiting ? '?' : ''}`,
    words: `${where}: đã thực hiện ${kept}/${asked}${rest}`,
    look: lookOf({ asked, kept, waiting, failed }),
  }
}

type Judged = Pick<Tally, 'kept' | 'waiting' | 'failed'> & { asked: number }

function lookOf({ asked, kept, waiting, failed }: Judged): YearCell['look'] {
  if (waiting) return 'ask'
  if (kept === asked) return 'kept'
  if (failed === asked) return 'missed'
  return failed ? 'part' : 'ahead'
}

/** A window over its months, a deadline on its month. */
export function spanCell(records: readonly Assessed[], year: number): YearCell {
  const [first] = records as [Assessed]
  const window = windowOf(first)
  const from = yearOf(window.from) < year ? 1 : monthOf(window.from)
  const to = yearOf(window.to) > year ? 12 : monthOf(window.to)
  const end = hasOnlyEnd(first)
  const name = end ? endName(window.to, year) : windowName(window, year)
  const state = spanState(records)
  return {
    month: end ? to : from,
    span: end ? 1 : to - from + 1,
    text: state.look === 'outside' ? `(${name})` : `${state.sign}${name}`,
    words: `${end ? `hạn ${documentDay(window.to)}` : name}: ${state.words}`,
    look: state.look ?? (end ? 'due' : 'span'),
  }
}

/** A deadline of a later year stands at this year's end, pointing on. */
const endName = (day: LocalDate, year: number): string =>
  yearOf(day) > year ? `› ${monthOf(day)}/${yearOf(day)}` : shortDay(day)

function windowName(window: DateRange, year: number): string {
  const name = periodInWords(window)
  return name === `năm ${year}` ? 'trong năm' : name.replace(`/${year}`, '')
}

function spanState(records: readonly Assessed[]): {
  sign: string
  words: string
  look: YearCell['look'] | null
} {
  const { all, kept, waiting, failed, outside } = tally(records)
  const many = all > 1 ? `${kept}/${all} ` : ''
  if (all === 0) return { sign: 'nếu có: ', words: 'chưa phát sinh', look: 'always' }
  if (kept === all) return { sign: all > 1 ? many : '1/1 ', words: 'đã thực hiện', look: 'kept' }
  if (waiting) return { sign: '? ', words: 'chưa xác nhận', look: 'ask' }
  if (failed === all) return { sign: '0/1 ', words: 'không thực hiện', look: 'missed' }
  if (outside === all) return { sign: '', words: 'trước ngày có hiệu lực', look: 'outside' }
  return { sign: many, words: many ? `đã thực hiện ${many.trim()}` : 'chưa thực hiện', look: null }
}
