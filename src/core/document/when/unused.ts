/** Parts of a phrase for which its reading has no place: they are said, not dropped. */
import { weekdayOf } from '../../wall-clock.ts'
import type { Parts } from './parts.ts'
import { areQuarters } from './rates.ts'
import type { When } from './when.ts'

type Check = [words: string, has: (parts: Parts, when: When) => boolean, fields: (keyof When)[]]

const CHECKS: Check[] = [
  ['số lần mỗi kỳ', ({ counts }) => counts.length > 0, ['period', 'limits', 'perDay', 'periods', 'also']],
  ['số lần', ({ times }) => times.length > 0, ['times', 'n', 'limits', 'period']],
  ['tổng số', ({ totals }) => totals.length > 0, ['declared']],
  ['thời lượng', ({ lengths }) => lengths.length > 0, ['minutes', 'limits']],
  ['khung giờ', ({ bands }) => bands.length > 0, ['bands']],
  ['giờ', ({ hours }) => hours.length > 0, ['at']],
  ['giới hạn giờ', ({ hourBounds }) => hourBounds.length > 0, ['at', 'period']],
  ['thứ trong tuần', (parts, when) => parts.weekdays.length > 0 && !isThatDay(parts, when), ['weekdays']],
  ['ngày trong tháng', ({ days }) => days.length > 0, ['dayOfMonth', 'dueDay']],
  ['tuần trong tháng', ({ weeksOfMonth }) => weeksOfMonth !== null, ['weekOfMonth', 'about', 'period']],
  ['hạn hằng kỳ', ({ dues }) => dues.length > 0, ['dueDay', 'dayOfMonth']],
  ['số lần phát lại', ({ reruns }) => reruns.length > 0, ['reruns']],
  ['ngày không phát', ({ silentDays }) => silentDays.length > 0, ['limits']],
  ['mức phải đạt', ({ measures }) => measures.length > 0, ['target']],
  [
    'mốc thời gian',
    (parts, { period }) => parts.moments.length > 0 && !areQuarters(parts, period),
    ['window', 'before', 'befores', 'target', 'also'],
  ],
  ['thời gian tính từ sự kiện', ({ events }) => events.length > 0, ['days', 'afterDays', 'hours', 'window']],
]

/** "ngày 10/7/2026 (thứ Sáu)": the weekday only says once more which day it is. */
const isThatDay = ({ weekdays: [day, more], moments: [moment] }: Parts, { window }: When): boolean =>
  [moment?.range, window].some(
    (range) =>
      more === undefined &&
      range?.from !== undefined &&
      range.from === range.to &&
      weekdayOf(range.from) === day,
  )

export const unusedOf = (parts: Parts, when: When): string[] =>
  when.kind === 'unknown'
    ? []
    : CHECKS.flatMap(([words, has, fields]) =>
        has(parts, when) && !fields.some((field) => when[field] !== undefined) ? [words] : [],
      )
