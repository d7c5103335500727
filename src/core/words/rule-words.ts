/** How often or when an obligation is to be done, in idiomatic Vietnamese: "cứ 2 tuần một số, thứ Hai 05:30". */
import type { Cadence, CadenceKind, CadenceOf, ReportKind, Reruns } from '../cadence.ts'
import { parseRule, untilDate } from '../rule.ts'
import { tidy } from '../text.ts'
import { addDays, type LocalDate } from '../wall-clock.ts'
import { amount } from './figures.ts'
import { periodInWords } from './period-words.ts'
import { listed, rruleWords } from './rrule-words.ts'
import { dayInWords, documentDay, shortDay } from './words.ts'

/** Longer ones first: "chương trình" is not "trình", "bản tin" not "tin". */
const NOUNS =
  'chương trình|chuyên mục|chuyên trang|phóng sự|bản tin|hội nghị|tin, bài|tin bài|số|kỳ|tin|bài|lượt|buổi|cuộc|đợt|lớp|lần'
const COUNTED = new RegExp(`(?:\\d+|một|hai|ba)(?: \\([^)]*\\))? (${NOUNS})(?!\\p{L})`, 'iu')

/** What the plan counts, taken from its own words: "01 số/2 tuần" → số. Plans mix số, chuyên mục, lượt; none is the other. */
export const countedNoun = (quote: string): string => COUNTED.exec(tidy(quote))?.[1]?.toLowerCase() ?? 'lần'

type Writers = { [K in CadenceKind]: (cadence: CadenceOf<K>, noun: string) => string }

const WRITERS: Writers = {
  rate: rateWords,
  window: windowWords,
  deadline: deadlineWords,
  continuous: continuousWords,
  report: reportWords,
  'event-offset': eventWords,
  measure: ({ target }) => `đạt ${amount(target.value, target.unit)}, chậm nhất ${documentDay(target.by)}`,
}

/** The whole rule as one phrase, without a capital and a full stop. `noun` as `countedNoun` finds it. */
export function ruleWords(cadence: Cadence, noun = 'lần'): string {
  const write = WRITERS[cadence.kind] as (cadence: Cadence, noun: string) => string
  const anchor = cadence.anchor === null ? '' : ` (mốc ${shortDay(cadence.anchor)})`
  return write(cadence, noun) + anchor + (cadence.conditional ? ', nếu có' : '')
}

function rateWords(cadence: CadenceOf<'rate'>, noun: string): string {
  const { rrule, start, window, time, reruns } = cadence
  const { often, on } = rruleWords(rrule, noun, start ?? window?.from ?? null)
  const parts = [
    often,
    on ? `${on}${/\d|tháng|năm/.test(on) ? ', ' : ' '}${time}` : time,
    lengthWords(cadence),
    start && `bắt đầu ${dayInWords(start)}`,
    window && within(periodInWords(window)),
    endWords(rrule, cadence.declared, noun),
  ]
  return parts.filter(Boolean).join(', ') + (reruns ? `; ${rerunWords(reruns)}` : '')
}

const within = (period: string): string => (period.startsWith('từ ') ? period : `trong ${period}`)

function endWords(rrule: string, declared: number | null, noun: string): string {
  const rule = parseRule(rrule)
  const until = rule.get('UNTIL')
  if (until) return `đến ${documentDay(untilDate(until))}`
  const count = rule.get('COUNT')
  return count && Number(count) !== declared ? `tất cả ${count} ${noun}` : ''
}

/** `10 – 15 phút` as the plan states it, else the length that the office chose. */
function lengthWords({ minutes, duration }: Pick<CadenceOf<'rate'>, 'minutes' | 'duration'>): string {
  if (minutes === null) return duration === null ? '' : `${duration} phút`
  return minutes.min === minutes.max ? `${minutes.max} phút` : `${minutes.min} – ${minutes.max} phút`
}

function rerunWords({ times, afterDays, time }: Reruns): string {
  const days = afterDays.filter((day) => day > 0)
  const sameDay = days.length < afterDays.length ? 'cùng ngày' : ''
  const later = days.length ? `sau ${listed(days)} ngày` : ''
  const when = [sameDay, later].filter(Boolean).join(' và ')
  return `phát lại ${times === 1 ? 'một' : times} lần, ${when}${time === null ? '' : ` lúc ${time}`}`
}

function windowWords({ window, times }: CadenceOf<'window'>, noun: string): string {
  const period = within(periodInWords(window))
  return times === 1 ? `một ${noun} ${period}` : `${times} ${noun} ${period}`
}

function deadlineWords({ before, window }: CadenceOf<'deadline'>): string {
  if (before !== null) return `trước ngày ${documentDay(before)} (chậm nhất ${lastDay(before)})`
  const { from, to } = window as { from: LocalDate | null; to: LocalDate }
  return from === null
    ? `chậm nhất ${documentDay(to)}`
    : `từ ${documentDay(from)}, chậm nhất ${documentDay(to)}`
}

const lastDay = (before: LocalDate): string => shortDay(addDays(before, -1))

function continuousWords({ window, minimum }: CadenceOf<'continuous'>): string {
  const always = window === null ? 'thường xuyên trong năm' : `thường xuyên ${within(periodInWords(window))}`
  if (minimum === null) return always
  return `${always}; đơn vị tự đặt ít nhất ${minimum.count} lần mỗi ${minimum.per === 'month' ? 'tháng' : 'quý'}`
}

export const REPORT_NAMES: Record<ReportKind, string> = {
  Q1: 'quý I',
  Q2: 'quý II',
  H1: '6 tháng đầu năm',
  Q3: 'quý III',
  Q4: 'quý IV',
  H2: '6 tháng cuối năm',
  M9: '9 tháng đầu năm',
  Y: 'năm',
}

function reportWords({ periods, dueDay }: CadenceOf<'report'>): string {
  const due = dueDay === null ? 'theo lịch báo cáo' : `gửi chậm nhất ngày ${dueDay} của tháng cuối kỳ`
  return `báo cáo ${listed(periods.map((kind) => REPORT_NAMES[kind]))}, ${due}`
}

function eventWords(cadence: CadenceOf<'event-offset'>): string {
  const { times, days, trigger } = cadence
  const daily = `${times.length} lần mỗi ngày (${listed(times)})`
  const span = days === 1 ? 'trong một ngày' : `trong ${days} ngày liên tục`
  const event = trigger === null ? 'chưa đặt ngày' : documentDay(trigger)
  const phrase = `${daily} ${span} ${offsetWords(cadence.afterDays)} (${event})`
  return [phrase, lengthWords(cadence)].filter(Boolean).join(', ')
}

function offsetWords(afterDays: number): string {
  if (afterDays === 0) return 'từ ngày sự kiện'
  return afterDays > 0 ? `từ ngày thứ ${afterDays} sau sự kiện` : `từ ${-afterDays} ngày trước sự kiện`
}

/** `50%`, `12,5 điểm` */
