/**
 * How often, or when: the seven kinds of cadence (tần suất, thời gian thực hiện) that plans use, as data.
 * The declared total is the obligation; a rule only generates slots for it.
 */
import { z } from 'zod'
import { fewOf, optional, words } from './field.ts'
import { recurrenceProblem } from './rule.ts'
import { isLocalDate, isWallTime, WEEKDAYS } from './wall-clock.ts'

export const localDate = z
  .string('phải là ngày dạng YYYY-MM-DD')
  .refine(isLocalDate, 'không phải một ngày có thật (viết dạng YYYY-MM-DD)')
export const wallTime = z
  .string('phải là giờ dạng "HH:mm", đặt trong dấu nháy')
  .refine(isWallTime, 'không phải một giờ có thật (viết dạng "HH:mm", từ 00:00 đến 23:59)')
const dateRange = z.strictObject({ from: localDate, to: localDate }).refine(({ from, to }) => from <= to, {
  message: 'ngày bắt đầu phải trước hoặc trùng ngày kết thúc',
  path: ['to'],
})

export const minutes = z
  .int('phải là số phút nguyên')
  .min(1, 'phải từ 1 phút trở lên')
  .max(1440, 'không quá 1440 phút')
const count = z.int('phải là số nguyên').min(1, 'phải từ 1 trở lên').max(10_000, 'không quá 10000')
const fewTimes = z.int('phải là số nguyên').min(1, 'phải từ 1 trở lên').max(50, 'không quá 50')

/** The length that the plan itself states, e.g. "10 - 15 phút". */
const statedMinutes = z.strictObject({ min: minutes, max: minutes }).refine(({ min, max }) => min <= max, {
  message: 'số phút ít nhất phải không quá số phút nhiều nhất',
  path: ['max'],
})

const reruns = z
  .strictObject({
    times: fewTimes,
    /** Days from the original to each rerun, rising. 0 is the same day, which needs a `time` of its own. */
    afterDays: z.array(
      z.int('phải là số ngày nguyên').min(0, 'phải từ 0 trở lên').max(366, 'không quá 366 ngày'),
    ),
    time: optional(wallTime),
  })
  .refine(({ times, afterDays }) => afterDays.length === times, {
    message: 'cần đúng một số ngày cho mỗi lần phát lại',
    path: ['afterDays'],
  })
  .refine(({ afterDays }) => afterDays.every((days, i) => i === 0 || days > (afterDays[i - 1] as number)), {
    message: 'các số ngày phải tăng dần',
    path: ['afterDays'],
  })

const rrule = z.string('phải là quy tắc lặp RFC 5545').check((ctx) => {
  const problem = recurrenceProblem(ctx.value)
  if (problem) ctx.issues.push({ code: 'custom', message: problem, input: ctx.value })
})

const common = {
  /** "nếu có": outside every denominator until triggered. */
  conditional: z.boolean('phải là true hoặc false').default(false),
  /** A day that a law ties to the obligation, kept beside the plan's own window and never moved silently. */
  anchor: optional(localDate),
}

export const REPORT_KINDS = ['Q1', 'Q2', 'H1', 'Q3', 'M9', 'Q4', 'H2', 'Y'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

const rate = z.strictObject({
  kind: z.literal('rate'),
  rrule,
  /** The first day, when it is not simply the first that fits the rule in the window. */
  start: optional(localDate),
  time: wallTime,
  /** Minutes of a slot: the office's choice. Without it, the longest that the plan states. */
  duration: optional(minutes),
  minutes: optional(statedMinutes),
  declared: optional(count),
  reruns: optional(reruns),
  window: optional(dateRange),
  ...common,
})

const windowKind = z.strictObject({
  kind: z.literal('window'),
  window: dateRange,
  times: fewTimes.default(1),
  declared: optional(count),
  ...common,
})

const deadline = z
  .strictObject({
    kind: z.literal('deadline'),
    /** "trước ngày": due the day before. */
    before: optional(localDate),
    window: optional(
      z
        .strictObject({ from: optional(localDate), to: localDate })
        .refine(({ from, to }) => (from ?? to) <= to, {
          message: 'ngày bắt đầu phải trước hoặc trùng ngày kết thúc',
          path: ['to'],
        }),
    ),
    ...common,
  })
  .refine(({ before, window }) => (before === null) !== (window === null), {
    message: 'cần đúng một trong hai: before (trước ngày) hoặc window.to (chậm nhất ngày)',
    path: ['before'],
  })

const continuous = z.strictObject({
  kind: z.literal('continuous'),
  window: optional(dateRange),
  /** The unit's own minimum, shown as its own: the plan states none. */
  minimum: optional(z.strictObject({ count, per: z.enum(['month', 'quarter']) })),
  ...common,
})

const report = z.strictObject({
  kind: z.literal('report'),
  periods: fewOf(z.enum(REPORT_KINDS), REPORT_KINDS.length).refine(
    (list) => list.length > 0,
    'cần ít nhất một kỳ báo cáo',
  ),
  /** Day of the period's last month by which it is due; without it, the calendar's rule. */
  dueDay: optional(z.int().min(1, 'từ 1 đến 31').max(31, 'từ 1 đến 31')),
  ...common,
})

const eventOffset = z.strictObject({
  kind: z.literal('event-offset'),
  /** The day of the event; null until somebody sets it. */
  trigger: optional(localDate),
  /** Days from the event to the first slot; negative is before it. */
  afterDays: z.int().min(-366).max(366).default(0),
  days: z.int('phải là số ngày nguyên').min(1, 'phải từ 1 ngày trở lên').max(366, 'không quá 366 ngày'),
  times: fewOf(wallTime, 24).refine((list) => list.length > 0, 'cần ít nhất một giờ phát'),
  duration: optional(minutes),
  minutes: optional(statedMinutes),
  declared: optional(count),
  ...common,
})

const measure = z.strictObject({
  kind: z.literal('measure'),
  target: z.strictObject({
    value: z.number('phải là số').min(0, 'không được âm'),
    unit: words(40),
    by: localDate,
  }),
  ...common,
})

export const cadence = z.discriminatedUnion(
  'kind',
  [rate, windowKind, deadline, continuous, report, eventOffset, measure],
  'kind phải là một trong: rate, window, deadline, continuous, report, event-offset, measure',
)

export type Cadence = z.infer<typeof cadence>
export type CadenceKind = Cadence['kind']
export type CadenceOf<K extends CadenceKind> = Extract<Cadence, { kind: K }>
export type Reruns = NonNullable<CadenceOf<'rate'>['reruns']>
export { WEEKDAYS }
