/** An issued plan (kế hoạch) as data: the shape of a file in `content/plans/`, checked by one schema. */
import { z } from 'zod'
import { type Cadence, cadence, localDate, WEEKDAYS } from './cadence.ts'
import { type FieldError, invalid, ok, type Result } from './problem.ts'
import { isBounded, recurrenceDates } from './recurrence.ts'
import { tidy } from './text.ts'
import { type DateRange, type LocalDate, yearRange } from './wall-clock.ts'

/** The eight kinds of NĐ 49/2024/NĐ-CP, and what plans add. */
export const CHANNELS = [
  'loudspeaker',
  'public-board',
  'bulletin',
  'print',
  'communicator',
  'portal',
  'social',
  'sms',
  'event',
  'visual',
  'training',
  'report',
] as const
export type Channel = (typeof CHANNELS)[number]

export const MAX_OBLIGATIONS = 2000

const words = (max: number) =>
  z
    .string('phải là chữ')
    .transform(tidy)
    .pipe(z.string().min(1, 'không được để trống').max(max, `không quá ${max} ký tự`))
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null)

/** A clause as the plan numbers it: `C.I.2.a`, `III.8`, `4.đ`. It becomes part of slot ids, so no spaces, `:` or `/`. */
const clause = z
  .string('mã điều khoản phải là chữ; đặt trong dấu nháy nếu chỉ gồm số')
  .transform((text) => text.normalize('NFC'))
  .pipe(
    z
      .string()
      .regex(
        /^[\p{L}\p{N}][\p{L}\p{N}.-]{0,39}$/u,
        'mã điều khoản chỉ gồm chữ, số, dấu chấm, gạch nối (tối đa 40)',
      ),
  )

const slug = (what: string) =>
  z
    .string(`${what} phải là chữ`)
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, `${what} chỉ gồm chữ thường không dấu, số và gạch nối (tối đa 60)`)

const obligation = z.strictObject({
  id: clause,
  title: words(500),
  channels: z
    .array(z.enum(CHANNELS, `kênh phải là một trong: ${CHANNELS.join(', ')}`))
    .min(1, 'cần ít nhất một kênh'),
  lead: optional(words(300)),
  support: z.array(words(300)).default([]),
  /** Verbatim, as in the plan: the words that the cadence rests on. */
  quote: z.string('phải là chữ').min(1, 'thiếu trích dẫn: câu chữ trong kế hoạch làm căn cứ').max(4000),
  cadence,
  /** What the plan does not say and the office chose: weekday, hour, length, a reading of unclear words. */
  assumptions: z.array(words(1000)).default([]),
})

export type Obligation = Omit<z.infer<typeof obligation>, 'cadence'> & { cadence: Cadence }

const plan = z
  .strictObject({
    /** `ngok-tu-2025`; the other-year form `ngok-tu-2025@2026` is made by the program. */
    id: z
      .string('phải là chữ')
      .regex(
        /^[a-z0-9][a-z0-9-]{0,59}(@\d{4})?$/,
        'id chỉ gồm chữ thường không dấu, số và gạch nối (tối đa 60)',
      ),
    title: words(500),
    unit: z.strictObject({ code: slug('mã đơn vị'), name: words(200) }),
    number: optional(words(100)),
    issued: optional(localDate),
    inForceFrom: optional(localDate),
    year: z.int('phải là năm, ví dụ 2025').min(1976, 'từ 1976').max(2200, 'đến 2200'),
    /** Last day that the plan's own deadlines reach, when that is later than 31 December of its year. */
    until: optional(localDate),
    /** The only zone there is; other values are refused rather than ignored. */
    zone: z.literal('Asia/Ho_Chi_Minh', 'múi giờ duy nhất là Asia/Ho_Chi_Minh').optional(),
    /** Weekdays on which the station does not air, by local rule. */
    silentDays: z
      .array(z.enum(WEEKDAYS, `ngày phải là một trong: ${WEEKDAYS.join(', ')}`))
      .max(6)
      .default([]),
    assumptions: z.array(words(1000)).default([]),
    obligations: z
      .array(obligation, 'phải là danh sách nhiệm vụ')
      .min(1, 'kế hoạch cần ít nhất một nhiệm vụ'),
  })
  .transform(({ zone: _, ...rest }) => ({
    ...rest,
    inForceFrom: rest.inForceFrom ?? rest.issued ?? yearRange(rest.year).from,
  }))

export type Plan = Omit<z.infer<typeof plan>, 'obligations'> & { obligations: Obligation[] }

/** For OpenAPI and editors: what a plan file may hold. */
export const planSchema = plan

/** The days a plan speaks of: its year, up to `until`. */
export const planRange = (plan: Pick<Plan, 'year' | 'until'>): DateRange => ({
  from: yearRange(plan.year).from,
  to: plan.until ?? yearRange(plan.year).to,
})

/** The days in which a rule may fall. */
export const rateRange = (plan: Pick<Plan, 'year' | 'until'>, window: DateRange | null): DateRange =>
  window ?? planRange(plan)

/** Checks what a plan file holds. Errors carry the path of the wrong place; the reader of the file adds line and column. */
export function parsePlan(data: unknown): Result<Plan> {
  const count = obligationCount(data)
  if (count > MAX_OBLIGATIONS)
    return invalid(`Kế hoạch có ${count} nhiệm vụ, quá giới hạn ${MAX_OBLIGATIONS}.`, [
      {
        path: ['obligations'],
        code: 'too-many-obligations',
        message: `không quá ${MAX_OBLIGATIONS} nhiệm vụ`,
      },
    ])
  const parsed = plan.safeParse(data)
  const errors = parsed.success
    ? planErrors(parsed.data)
    : parsed.error.issues.flatMap((issue) => fieldErrors(issue, data))
  if (errors.length) return invalid('Kế hoạch có chỗ chưa đúng.', errors.slice(0, 100))
  return ok(parsed.data as Plan)
}

function obligationCount(data: unknown): number {
  const list = (data as { obligations?: unknown } | null)?.obligations
  return Array.isArray(list) ? list.length : 0
}

function fieldErrors(issue: z.core.$ZodIssue, data: unknown): FieldError[] {
  const path = issue.path as (string | number)[]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      code: 'unknown-field',
      message: `không có trường "${key}"`,
    }))
  if (issue.code === 'invalid_type' && valueAt(data, path) === undefined)
    return [{ path, code: 'missing-field', message: 'thiếu trường bắt buộc' }]
  return [{ path, code: issue.code.replaceAll('_', '-'), message: issue.message }]
}

const valueAt = (data: unknown, path: (string | number)[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | null | undefined)?.[key],
    data,
  )

/** What only the whole plan can tell: repeated clauses, days outside the year, rules without end or without a day. */
function planErrors(plan: Plan): FieldError[] {
  const errors: FieldError[] = []
  const seen = new Map<string, number>()
  if (plan.until !== null && plan.until < yearRange(plan.year).to)
    errors.push({
      path: ['until'],
      code: 'until-in-year',
      message: `chỉ ghi khi muộn hơn 31/12/${plan.year}`,
    })
  plan.obligations.forEach(({ id, cadence }, i) => {
    const path = ['obligations', i]
    const first = seen.get(id)
    if (first !== undefined)
      errors.push({
        path: [...path, 'id'],
        code: 'duplicate-clause',
        message: `điều khoản ${id} đã có ở nhiệm vụ thứ ${first + 1}`,
      })
    seen.set(id, i)
    errors.push(...cadenceErrors(plan, cadence, [...path, 'cadence']))
  })
  return errors
}

function cadenceErrors(plan: Plan, cadence: Cadence, path: (string | number)[]): FieldError[] {
  const range = planRange(plan)
  const outside = namedDates(cadence).filter(([, date]) => date < range.from || date > range.to)
  const errors: FieldError[] = outside.map(([at, date]) => ({
    path: [...path, ...at],
    code: 'outside-year',
    message: `ngày ${date} nằm ngoài năm ${plan.year} của kế hoạch (hạn sang năm sau thì ghi until cho kế hoạch)`,
  }))
  if (errors.length || cadence.kind !== 'rate') return errors
  if (!cadence.window && !isBounded(cadence.rrule))
    return [
      {
        path: [...path, 'rrule'],
        code: 'endless-rule',
        message: 'quy tắc lặp không có điểm dừng: thêm COUNT, UNTIL hoặc window',
      },
    ]
  if (recurrenceDates(cadence.rrule, rateRange(plan, cadence.window), cadence.start).length === 0)
    return [
      {
        path: [...path, 'rrule'],
        code: 'impossible-rule',
        message: 'quy tắc lặp không cho ngày nào trong thời gian của kế hoạch',
      },
    ]
  if (cadence.reruns?.afterDays[0] === 0 && (cadence.reruns.time ?? cadence.time) <= cadence.time)
    return [
      {
        path: [...path, 'reruns'],
        code: 'rerun-before-original',
        message: 'phát lại cùng ngày phải có giờ (time) sau giờ phát mới',
      },
    ]
  return []
}

function namedDates(cadence: Cadence): [(string | number)[], LocalDate][] {
  const dates: [(string | number)[], LocalDate | null | undefined][] = []
  if ('window' in cadence)
    dates.push([['window', 'from'], cadence.window?.from], [['window', 'to'], cadence.window?.to])
  if ('before' in cadence) dates.push([['before'], cadence.before])
  if ('start' in cadence) dates.push([['start'], cadence.start])
  if ('trigger' in cadence) dates.push([['trigger'], cadence.trigger])
  if ('target' in cadence) dates.push([['target', 'by'], cadence.target.by])
  dates.push([['anchor'], cadence.anchor])
  return dates.filter((entry): entry is [(string | number)[], LocalDate] => entry[1] != null)
}
