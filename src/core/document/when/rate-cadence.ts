/** A rate of a plan file: its rule, hour, length, reruns, total and days. */
import { type DateRange, daysBetween, type WallTime, WEEKDAYS, type Weekday } from '../../wall-clock.ts'
import type { CadenceData, CadenceOf, Frame } from './cadence-of.ts'
import { type Choice, hoursOfDay } from './choice.ts'
import { ruleOf } from './rule-of.ts'
import type { When } from './when.ts'

type RateData = Extract<CadenceData, { kind: 'rate' }>

/** So many are reached or handed out at one time: "20 hộ/tháng". */
const AMOUNTS = /^(?:hộ|người|lượt người|phiếu|tờ|cuốn|quyển|học sinh|hội viên|đoàn viên)(?!\p{L})/u

export function rateCadence(said: When, frame: Frame): CadenceOf | null {
  const isAmount = (said.n ?? 1) > 1 && AMOUNTS.test(said.unit ?? '')
  if (!isAmount) return plainRate(said, frame)
  const { declared: _total, reckoned: _reckoned, ...when } = said
  const once = plainRate({ ...when, n: 1 }, frame)
  const message = `${said.n} ${said.unit} là số lượng của mỗi lần làm, không phải số lần.`
  return once && { ...once, assumptions: [message, ...once.assumptions] }
}

function plainRate(when: When, frame: Frame): CadenceOf | null {
  const window = windowOf(when, frame)
  if (!window || when.also) return null
  if (when.period === 'year') return yearly(when, window)
  if (when.period === 'day' && (when.n ?? 1) > 1) return severalADay(when, window, frame.choice)
  const rule = ruleOf(when, frame.choice)
  const reruns = rerunsOf(when, frame.choice)
  if (!rule && isLoose(when) && isWhole(window, frame)) return inYear(when, window)
  if (!rule || reruns === null) return null
  const time = when.at?.[0] ?? when.bands?.[0]?.[0] ?? frame.choice.time
  const length = lengthOf(when, frame.choice)
  const { declared } = when
  const total = declared === undefined || hasMismatch(when) ? '' : `;COUNT=${declared}`
  const data: RateData = {
    kind: 'rate',
    rrule: rule.rrule + (when.window ? '' : total),
    time,
    ...length.data,
    ...(declared !== undefined && { declared }),
    ...(reruns && { reruns: reruns.data }),
    window,
  }
  return {
    cadence: data,
    assumptions: [
      ...rule.assumptions,
      ...(when.at || when.bands ? [] : [`Giờ phát ${time} là lựa chọn của đơn vị.`]),
      ...length.assumptions,
      ...(reruns?.assumptions ?? []),
      ...readAs(when),
    ],
  }
}

const hasMismatch = ({ doubt = [] }: When): boolean => doubt.some(({ code }) => code === 'total-mismatch')

function windowOf({ window }: When, { year }: Frame): DateRange | null {
  const from = window?.from ?? year.from
  const to = window?.to ?? year.to
  return year.from <= from && from <= to && to <= year.to ? { from, to } : null
}

/** What a plan counts by the year has no rhythm: so many times within it, on days that somebody fixes. */
function yearly(
  { n = 1, interval = 1, declared, atLeast, about, unit }: When,
  window: DateRange,
): CadenceOf | null {
  if (interval !== 1 || n > 50) return null
  return {
    cadence: { kind: 'window', window, times: n, ...(declared !== undefined && { declared }) },
    assumptions: readAs({
      kind: 'rate',
      n,
      unit: unit ?? null,
      ...(atLeast && { atLeast }),
      ...(about && { about }),
    }),
  }
}

const PERIODS = { quarter: 4, half: 2 } as const

/** More often a quarter than it has months, on no day that is said. */
const isLoose = ({ period, interval = 1, n = 1, reruns, months, weekdays }: When): boolean =>
  (period === 'quarter' || period === 'half') &&
  ![reruns, months, weekdays].some((one) => one !== undefined) &&
  interval === 1 &&
  n * PERIODS[period] <= 50

const isWhole = ({ from, to }: DateRange, { year }: Frame): boolean => from === year.from && to === year.to

function inYear({ n = 1, period, unit, declared }: When, window: DateRange): CadenceOf {
  const times = n * (period === 'quarter' ? 4 : 2)
  const name = period === 'quarter' ? 'quý' : '6 tháng'
  return {
    cadence: { kind: 'window', window, times, ...(declared !== undefined && { declared }) },
    assumptions: [
      `Kế hoạch ghi ${n} ${unit ?? 'lần'} mỗi ${name}: lịch giữ ${times} kỳ chưa có ngày trong năm; ngày của từng kỳ do đơn vị chọn.`,
    ],
  }
}

/** One rule has one hour; more airings a day are a run of days, each with its hours. */
function severalADay(when: When, window: DateRange, choice: Choice): CadenceOf | null {
  const { n = 1, interval = 1, weekdays, months, reruns } = when
  const days = daysBetween(window.from, window.to) + 1
  const written = when.at ?? when.bands?.map(([from]) => from)
  const times = written?.length === n ? written : hoursOfDay(n, choice)
  if (interval !== 1 || reruns || !times || days > 366) return null
  const length = lengthOf(when, choice)
  if (weekdays || months) return n === 2 ? twiceADay(when, times, window, choice) : null
  if (when.conditional && !when.window)
    return {
      cadence: { kind: 'event-offset', afterDays: 0, days: 1, times, ...length.data },
      assumptions: [
        'Kế hoạch không ghi kéo dài mấy ngày: mỗi khi đặt ngày xảy ra, lịch giữ một ngày.',
        ...length.assumptions,
      ],
    }
  return {
    cadence: { kind: 'event-offset', trigger: window.from, days, times, ...length.data },
    assumptions: [
      `Mỗi ngày ${n} lần: xếp thành một đợt ${days} ngày liên tục từ ngày đầu.`,
      ...(written?.length === n ? [] : [`Giờ phát ${times.join(', ')} là lựa chọn của đơn vị.`]),
      ...length.assumptions,
      ...readAs(when),
    ],
  }
}

/** On some days only, so no run of days: the second of a day is laid down as the first one's rerun. */
function twiceADay(
  when: When,
  times: readonly WallTime[],
  window: DateRange,
  choice: Choice,
): CadenceOf | null {
  const rule = ruleOf({ ...when, n: 1 }, choice)
  const [first, second] = [...times].sort()
  const length = lengthOf(when, choice)
  if (!rule || !first || !second) return null
  return {
    cadence: {
      ...{ kind: 'rate', rrule: rule.rrule, time: first, ...length.data, window },
      reruns: { times: 1, afterDays: [0], time: second },
    },
    assumptions: [
      `Mỗi ngày 2 lần: lần thứ hai (${second}) xếp là phát lại của lần đầu (${first}) cùng ngày.`,
      ...rule.assumptions,
      ...length.assumptions,
      ...readAs(when),
    ],
  }
}

function lengthOf(
  { minutes }: When,
  choice: Choice,
): { data: Pick<RateData, 'minutes' | 'duration'>; assumptions: string[] } {
  if (!minutes)
    return {
      data: { duration: choice.minutes },
      assumptions: [`Mỗi lần ${choice.minutes} phút là lựa chọn của đơn vị.`],
    }
  const [min, max] = minutes.map((value) =>
    value === null ? null : Math.max(1, Math.ceil(value)),
  ) as typeof minutes
  if (min !== null && max !== null)
    return {
      data: { minutes: { min, max } },
      assumptions:
        min === max
          ? []
          : [`Khung giữ ${max} phút là mức dài nhất kế hoạch nêu; từ ${min} phút trở lên là đạt.`],
    }
  const duration = max ?? Math.max(min ?? 0, choice.minutes)
  return {
    data: { duration },
    assumptions: [
      max === null
        ? `Kế hoạch ghi ít nhất ${min} phút; khung giữ ${duration} phút.`
        : `Kế hoạch ghi không quá ${max} phút; khung giữ ${max} phút.`,
    ],
  }
}

type RerunsOf = { data: NonNullable<RateData['reruns']>; assumptions: string[] }

/** Undefined without reruns; null where their days cannot be said. */
function rerunsOf(when: When, choice: Choice): RerunsOf | undefined | null {
  const { reruns: times, rerunAfterDays: written, rerunAt, at } = when
  if (times === undefined) return undefined
  if (!Number.isInteger(times) || times > 50) return null
  const fixed = written?.length === times ? written : daysTo(when.rerunWeekdays, when.weekdays, times)
  const afterDays = fixed ?? spreadOver(times, when)
  if (!afterDays) return null
  const sameDay = afterDays[0] === 0
  const time = rerunAt?.[0] ?? (sameDay ? laterThan(at?.[0] ?? choice.time, choice) : null)
  if (sameDay && time === null) return null
  return {
    data: { times, afterDays, ...(time && { time }) },
    assumptions: [
      ...(fixed ? [] : [`Phát lại sau ${afterDays.join(', ')} ngày là lựa chọn của đơn vị.`]),
      ...(time && !rerunAt ? [`Giờ phát lại ${time} là lựa chọn của đơn vị.`] : []),
    ],
  }
}

const laterThan = (time: string, { later }: Choice): string | null =>
  [later, '20:00'].find((hour) => hour > time) ?? null

/** From the weekday of the original to those of its reruns. */
function daysTo(
  reruns: Weekday[] | undefined,
  originals: Weekday[] | undefined,
  times: number,
): number[] | null {
  const [original] = originals ?? []
  if (!reruns || !original || originals?.length !== 1 || reruns.length !== times) return null
  const days = reruns.map((day) => (WEEKDAYS.indexOf(day) - WEEKDAYS.indexOf(original) + 7) % 7)
  return days.some((day) => day === 0) ? null : days.sort((a, b) => a - b)
}

const PERIOD_DAYS = { day: 1, week: 7, month: 28, quarter: 84, half: 168, year: 336 } as const

/** As far apart as the originals leave room: three a month come a week apart each. */
function spreadOver(times: number, { period = 'week', interval = 1, n = 1 }: When): number[] | null {
  const step = Math.floor((PERIOD_DAYS[period] * interval) / n / (times + 1))
  return step < 1 ? null : Array.from({ length: times }, (_, i) => step * (i + 1))
}

/** Readings that a number alone would hide. */
function readAs({ n = 1, max, unit, atLeast, about, declared, reckoned }: When): string[] {
  const noun = unit ?? 'lần'
  return [
    ...(atLeast ? [`Kế hoạch ghi ít nhất ${n} ${noun}; lịch xếp ${n}.`] : []),
    ...(about ? [`Kế hoạch ghi khoảng ${n} ${noun}; lịch xếp ${n}.`] : []),
    ...(max === undefined ? [] : [`Kế hoạch ghi ${n} đến ${max} ${noun}; lịch xếp ${n}.`]),
    ...(reckoned
      ? [`${declared} ${noun} của cả năm là số lần mỗi kỳ nhân lên; kế hoạch không ghi tổng.`]
      : []),
  ]
}
