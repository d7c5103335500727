/** A reading in Vietnamese, as an officer checks it: what it is, its bounds, then what is to be looked at. */
import { addDays, type LocalDate, WEEKDAYS, type Weekday } from '../../wall-clock.ts'
import { amount, decimal } from '../../words/figures.ts'
import { periodInWords } from '../../words/period-words.ts'
import { listed } from '../../words/rrule-words.ts'
import { REPORT_NAMES } from '../../words/rule-words.ts'
import { documentDay, WEEKDAY_NAMES } from '../../words/words.ts'
import type { Limit, Period, When, WhenKind, WhenReport } from './when.ts'

const PERIOD_NAMES: Record<Period, string> = {
  day: 'ngày',
  week: 'tuần',
  month: 'tháng',
  quarter: 'quý',
  half: '6 tháng',
  year: 'năm',
}

const WHEN_KIND_NAMES: Record<WhenKind, string> = {
  rate: 'Định kỳ',
  window: 'Trong một khoảng thời gian',
  deadline: 'Có hạn chót',
  continuous: 'Thường xuyên',
  report: 'Báo cáo',
  'event-offset': 'Theo sự kiện',
  measure: 'Chỉ tiêu phải đạt',
  limit: 'Giới hạn',
  minutes: 'Thời lượng',
  bands: 'Khung giờ',
  unknown: 'Chưa đọc được',
}

/** Lines for a terminal: the sentence, a second reading, each doubt. */
export function whenInWords(when: When): string {
  const lines = [
    `${WHEN_KIND_NAMES[when.kind]}: ${whenSentence(when)}.`,
    when.also && `Cách hiểu thứ hai: ${whenSentence(when.also)}.`,
    ...(when.doubt ?? []).map(({ message, code }) => `Cần xem: ${message} [${code}]`),
  ]
  return lines.filter(Boolean).join('\n')
}

/** The reading as one phrase, without a capital and a full stop. */
function whenSentence(when: When): string {
  const words = WRITERS[when.kind](when).filter(Boolean).join(', ')
  return (words || 'cán bộ tự ghi') + (when.conditional ? ', nếu có' : '')
}

type Words = (string | number | false | null | undefined)[]

const WRITERS: Record<WhenKind, (when: When) => Words> = {
  rate: (when) => [
    often(when),
    onDays(when),
    hours(when),
    length(when),
    within(when),
    when.declared !== undefined && `cả năm ${when.declared} ${when.unit ?? 'lần'}`,
    reruns(when),
    limits(when.limits),
  ],
  window: (when) => [counted(when), within(when)],
  deadline: (when) => [due(when)],
  continuous: (when) => ['thường xuyên', within(when)],
  report: (when) => [
    when.periods?.length ? listed(when.periods.map(reportName)) : 'theo quy định',
    when.dueDay !== undefined && dueDay(when),
    due(when),
    when.befores?.length && `trước các ngày ${listed(when.befores.map(documentDay))}`,
    when.adHoc && 'và khi có yêu cầu đột xuất',
  ],
  'event-offset': (when) => [event(when), length(when)],
  measure: ({ target }) => [
    target && `${target.strict ? 'trên ' : 'đạt '}${amount(target.value, target.unit)}`,
    target?.by && `chậm nhất ${documentDay(target.by)}`,
  ],
  limit: (when) => [limits(when.limits)],
  minutes: (when) => [length(when)],
  bands: (when) => [hours(when)],
  unknown: (when) => [when.befores?.length && `các hạn trước ngày ${listed(when.befores.map(documentDay))}`],
}

const number = ({ n = 1, max }: When): string => (max === undefined ? String(n) : `${n} – ${max}`)

function often(when: When): string {
  const { period = 'week', interval = 1, unit } = when
  const each = interval > 1 ? `cứ ${interval} ${PERIOD_NAMES[period]}` : `mỗi ${PERIOD_NAMES[period]}`
  return `${each} ${counted({ ...when, n: when.n ?? 1, unit: unit ?? 'lần' })}`
}

function counted(when: When): string {
  const times = when.kind === 'window' ? { ...when, n: when.times ?? 1 } : when
  const least = when.atLeast ? 'ít nhất ' : when.about && when.kind === 'rate' ? 'khoảng ' : ''
  return `${least}${number(times)} ${when.unit ?? 'lần'}`
}

export const weekdayNames = (days: readonly Weekday[]): string =>
  listed(days.map((day) => WEEKDAY_NAMES[WEEKDAYS.indexOf(day)] as string))

function onDays({ weekdays, dayOfMonth, weekOfMonth, months }: When): string {
  const days = dayOfMonth === undefined ? [] : [dayOfMonth].flat()
  return [
    weekdays && weekdayNames(weekdays),
    days.length > 0 && `ngày ${listed(days.map((day) => (day === -1 ? 'cuối' : day)))}`,
    weekOfMonth !== undefined &&
      `tuần ${listed([weekOfMonth].flat().map((week) => (week === -1 ? 'cuối' : `thứ ${week}`)))}`,
    months && `tháng ${listed(months)}`,
  ]
    .filter(Boolean)
    .join(' ')
}

function hours({ at, bands }: When): string {
  return listed([...(at ?? []), ...(bands ?? []).map(([from, to]) => `${from} – ${to}`)])
}

function length({ minutes }: When): string {
  if (!minutes) return ''
  const [low, high] = minutes
  if (low === null) return `tối đa ${decimal(high ?? 0)} phút`
  if (high === null) return `ít nhất ${decimal(low)} phút`
  return low === high ? `${decimal(low)} phút` : `${decimal(low)} – ${decimal(high)} phút`
}

function within({ window, about }: When): string {
  const { from, to } = window ?? {}
  const around = about ? 'khoảng ' : ''
  if (from && to) return `${around}${from === to ? `ngày ${documentDay(to)}` : periodInWords({ from, to })}`
  if (from) return `từ ${documentDay(from)}`
  return to ? `đến ${documentDay(to)}` : ''
}

function due({ before, window, about }: When): string {
  if (before) return `trước ngày ${documentDay(before)} (chậm nhất ${documentDay(addDays(before, -1))})`
  if (!window?.to) return ''
  const start = window.from ? `từ ${documentDay(window.from)}, ` : ''
  return `${start}${about ? 'khoảng ' : ''}chậm nhất ${documentDay(window.to as LocalDate)}`
}

function reruns({ reruns: times, rerunAfterDays, rerunAt }: When): string {
  if (!times) return ''
  const days = rerunAfterDays?.map((day) => (day === 0 ? 'cùng ngày' : `sau ${day} ngày`))
  return [`phát lại ${times} lần`, days && listed(days), rerunAt && `lúc ${listed(rerunAt)}`]
    .filter(Boolean)
    .join(' ')
}

const reportName = (period: WhenReport): string =>
  period === 'W' ? 'hằng tuần' : period === 'M' ? 'hằng tháng' : REPORT_NAMES[period]

function dueDay({ dueDay: day, exclusive, dueAfter }: When): string {
  const month = dueAfter ? 'tháng sau kỳ' : 'tháng cuối kỳ'
  return `${exclusive ? 'trước' : 'chậm nhất'} ngày ${day} của ${month}`
}

function event({ n, days, perDay, afterDays, hours: within, workingDays, deadline, atLeast }: When): string {
  const unit = workingDays ? 'ngày làm việc' : 'ngày'
  const least = atLeast ? 'ít nhất ' : ''
  const offset =
    afterDays === undefined
      ? ''
      : afterDays === 0
        ? 'ngay khi có sự kiện'
        : `${deadline ? 'chậm nhất ' : ''}${Math.abs(afterDays)} ${unit} ${afterDays < 0 ? 'trước' : 'sau'} sự kiện`
  return [
    n !== undefined && `${least}${n} lần`,
    perDay !== undefined && `mỗi ngày ${perDay} lần`,
    days !== undefined && `trong ${n === undefined ? least : ''}${days} ngày liên tục từ sự kiện`,
    offset,
    within !== undefined && `trong ${within} giờ kể từ sự kiện`,
  ]
    .filter(Boolean)
    .join(', ')
}

function limits(list: Limit[] | undefined): string {
  const words = (list ?? []).map(({ max, unit, per, maxMinutes, silentDays }) => {
    if (silentDays) return `không phát ${weekdayNames(silentDays)}`
    const each = per ? `/${PERIOD_NAMES[per as Period] ?? per}` : ''
    return maxMinutes === undefined
      ? `tối đa ${max} ${unit ?? 'lần'}${each}`
      : `tối đa ${maxMinutes} phút${each}`
  })
  return words.join(', ')
}
