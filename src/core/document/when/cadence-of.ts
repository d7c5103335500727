/** From a reading to the cadence of a plan file, with what the office chooses said under `assumptions`. */

import type { z } from 'zod'
import { type cadence, REPORT_KINDS, type ReportKind } from '../../cadence.ts'
import { addDays, type DateRange, type LocalDate, yearRange } from '../../wall-clock.ts'
import { figure } from '../../words/figures.ts'
import { type Choice, hoursOfDay, USUAL } from './choice.ts'
import { rateCadence } from './rate-cadence.ts'
import type { When, WhenKind } from './when.ts'

/** As a plan file writes it, before `parsePlan`. */
export type CadenceData = z.input<typeof cadence>
export type CadenceOf = { cadence: CadenceData; assumptions: string[] }

export type CadenceContext = {
  /** The plan's year; without one nothing has a day. */
  year: number | null
  /** The last day that the plan's deadlines may have, when that is after its year. */
  until?: LocalDate | null
  choice?: Choice
}

/** What a writer may use: the plan's days and the office's choice. */
export type Frame = { year: DateRange; until: LocalDate; choice: Choice }

type Write = (when: When, frame: Frame) => CadenceOf | null

const WRITERS: Partial<Record<WhenKind, Write>> = {
  rate: rateCadence,
  window: windowCadence,
  deadline: deadlineCadence,
  continuous: continuousCadence,
  report: reportCadence,
  'event-offset': eventCadence,
  measure: measureCadence,
}

/** Null while something in it is the officer's to say. */
export function cadenceOf(
  when: When,
  { year, until = null, choice = USUAL }: CadenceContext,
): CadenceOf | null {
  const write = WRITERS[when.kind]
  if (!write || year === null) return null
  const range = yearRange(year)
  const written = write(when, { year: range, until: until ?? range.to, choice })
  return written && when.conditional
    ? { ...written, cadence: { ...written.cadence, conditional: true } }
    : written
}

const plain = (data: CadenceData, ...assumptions: (string | false | null | undefined)[]): CadenceOf => ({
  cadence: data,
  assumptions: assumptions.filter((text) => typeof text === 'string'),
})

const inside = (date: LocalDate | undefined, { year, until }: Frame): date is LocalDate =>
  date !== undefined && year.from <= date && date <= until

const ABOUT = 'Kế hoạch không ghi ngày cụ thể; ngày đầu và ngày cuối là cách hiểu thông thường.'

/** What a plan file takes of times within one window. */
const MOST_TIMES = 50
/** So many are made or hung on one occasion. */
const THINGS = /^(?:tờ|băng|pano|áp phích|bản(?! tin)|cuốn|quyển|cờ|phướn|poster|ấn phẩm|bộ)(?!\p{L})/iu

/** However few. */
const HUNG = /^(?:băng|pano|áp phích|cờ|phướn|poster)(?!\p{L})/iu

function windowCadence({ window, times, unit, about, months, days }: When, frame: Frame): CadenceOf | null {
  if (!inside(window?.from, frame) || !inside(window?.to, frame)) return null
  const many = times !== undefined && (times > MOST_TIMES || (times > 1 && HUNG.test(unit ?? '')))
  if (many && !THINGS.test(unit ?? '')) return null
  const list = Array.isArray(days) ? days : null
  return plain(
    {
      ...{ kind: 'window', window: { from: window.from, to: window.to } },
      ...(times && times > 1 && !many && { times }),
    },
    many && `${figure(times)} ${unit} là số lượng của một lần làm, không phải số lần.`,
    about && ABOUT,
    months &&
      `Kế hoạch ghi các tháng ${months.join(', ')}: kỳ giữ cả khoảng, đơn vị ấn định ngày trong các tháng ấy.`,
    list &&
      `Kế hoạch ghi đúng các ngày ${list.map((day) => `${day.slice(8)}/${day.slice(5, 7)}`).join(', ')}; hãy ấn định cho từng kỳ.`,
  )
}

function deadlineCadence({ before, window, about }: When, frame: Frame): CadenceOf | null {
  if (before !== undefined)
    return inside(addDays(before, -1), frame) ? plain({ kind: 'deadline', before }, about && ABOUT) : null
  if (!inside(window?.to, frame) || (window.from !== undefined && !inside(window.from, frame))) return null
  const from = window.from === undefined ? {} : { from: window.from }
  return plain({ kind: 'deadline', window: { ...from, to: window.to } }, about && ABOUT)
}

function continuousCadence({ window, also }: When, frame: Frame): CadenceOf | null {
  if (also) return null
  const from = window?.from ?? frame.year.from
  const to = window?.to ?? frame.year.to
  if (!inside(from, frame) || !inside(to, frame)) return null
  return plain(
    { kind: 'continuous', window: { from, to } },
    'Kế hoạch không nêu số lần; đếm và theo dõi khoảng trống dài nhất, không tính tỷ lệ.',
  )
}

/** A report with a day of its own is a deadline; weekly and monthly ones have no kind in a plan file and are a rate. */
function reportCadence(when: When, frame: Frame): CadenceOf | null {
  const { periods = [], before, befores, dueDay, exclusive, dueAfter, window } = when
  if (befores || dueAfter || !periods.length) return null
  if (window) return periods.length === 1 && dueDay === undefined ? deadlineCadence(when, frame) : null
  if (before !== undefined)
    return periods.length === 1 && inside(addDays(before, -1), frame)
      ? plain({ kind: 'deadline', before })
      : null
  if (periods.length === 1 && (periods[0] === 'M' || periods[0] === 'W')) return rhythmOfReports(when, frame)
  const kinds = periods.filter((period): period is ReportKind =>
    (REPORT_KINDS as readonly string[]).includes(period),
  )
  const day = dueDay === undefined ? null : exclusive ? dueDay - 1 : dueDay
  if (kinds.length < periods.length || day === 0) return null
  return plain(
    { kind: 'report', periods: kinds, ...(day !== null && { dueDay: day }) },
    exclusive && `"Trước ngày ${dueDay}" là chậm nhất ngày ${day}.`,
  )
}

/** "Báo cáo tháng gửi trước ngày 15": a slot each month on its last day. */
function rhythmOfReports(
  { periods = [], dueDay, exclusive, weekdays, at }: When,
  frame: Frame,
): CadenceOf | null {
  const monthly = periods[0] === 'M'
  const day = dueDay === undefined ? null : exclusive ? dueDay - 1 : dueDay
  if (monthly ? day === null || day === 0 : weekdays?.length !== 1) return null
  const rhythm = monthly ? { dayOfMonth: day ?? 1 } : { weekdays: weekdays ?? [] }
  const written = rateCadence(
    {
      kind: 'rate',
      n: 1,
      unit: 'báo cáo',
      period: monthly ? 'month' : 'week',
      interval: 1,
      ...rhythm,
      ...(at && { at }),
    },
    frame,
  )
  return (
    written && {
      ...written,
      assumptions: ['Báo cáo hằng kỳ: mỗi kỳ nằm ở ngày hạn cuối.', ...written.assumptions],
    }
  )
}

function measureCadence({ target, also }: When, frame: Frame): CadenceOf | null {
  if (!target || also || !inside(target.by ?? undefined, frame)) return null
  const { value, unit, by, strict } = target
  return plain(
    { kind: 'measure', target: { value, unit, by: by as LocalDate } },
    strict && `Kế hoạch ghi trên ${value}${unit}; tính đạt từ ${value}${unit}.`,
  )
}

/** Nothing happens before somebody sets the event's day, so what the phrase leaves open can be proposed. */
function eventCadence(when: When, { choice }: Frame): CadenceOf | null {
  const { n, days, perDay = 1, afterDays = 0, workingDays, hours, deadline } = when
  if (Array.isArray(days)) return null
  const span = days ?? 1
  const spread =
    n === undefined ? { days: span, daily: perDay } : { days: Math.min(n, span), daily: Math.ceil(n / span) }
  const times = when.at ?? hoursOfDay(spread.daily, choice)
  if (!times) return null
  const offset = workingDays ? calendarDays(afterDays) : afterDays
  return plain(
    { kind: 'event-offset', afterDays: offset, days: spread.days, times, ...minutesOf(when) },
    `Giờ phát ${times.join(', ')} là lựa chọn của đơn vị.`,
    n !== undefined && days !== undefined && `${n} lần trong ${days} ngày: xếp vào ${spread.days} ngày đầu.`,
    workingDays && `${Math.abs(afterDays)} ngày làm việc tính là ${Math.abs(offset)} ngày, chưa kể ngày lễ.`,
    hours !== undefined && `Trong ${hours} giờ: tính là trong ngày xảy ra sự kiện.`,
    deadline && hours === undefined && 'Đây là hạn chậm nhất; có thể làm sớm hơn.',
  )
}

/** Five working days are a week. */
const calendarDays = (working: number): number =>
  Math.sign(working) * (Math.abs(working) + 2 * Math.floor(Math.abs(working) / 5))

function minutesOf({ minutes }: When): { minutes?: { min: number; max: number } } {
  const [min, max] = minutes ?? [null, null]
  return min !== null && max !== null && Number.isInteger(min) && Number.isInteger(max)
    ? { minutes: { min, max } }
    : {}
}
