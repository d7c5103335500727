/** An issued plan (kế hoạch) as data: the shape of a file in `content/plans/`, checked by one schema. */
import { z } from 'zod'
import { type Cadence, cadence, localDate, WEEKDAYS } from './cadence.ts'
import { fewOf, optional, text, words } from './field.ts'
import { planErrors } from './plan-errors.ts'
import { type FieldError, invalid, ok, type Result } from './problem.ts'
import { yearRange } from './wall-clock.ts'

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

/** The years that plans may have: from the first whole one in the zone that is kept today. */
export const YEARS = { from: 1976, to: 2200 }

/** Four digits, as somebody types a plan's year; null for any other. */
export function yearOfText(text: string): number | null {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0
  return year >= YEARS.from && year <= YEARS.to ? year : null
}

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
  channels: fewOf(z.enum(CHANNELS, `kênh phải là một trong: ${CHANNELS.join(', ')}`), CHANNELS.length).refine(
    (list) => list.length > 0,
    'cần ít nhất một kênh',
  ),
  lead: optional(words(300)),
  support: fewOf(words(300), 100).default([]),
  /** Verbatim, as in the plan: the words that the cadence rests on. */
  quote: text().refine(
    ({ length }) => length > 0 && length <= 4000,
    'cần trích dẫn: câu chữ trong kế hoạch làm căn cứ, không quá 4000 ký tự',
  ),
  cadence,
  /** What the plan does not say and the office chose: weekday, hour, length, a reading of unclear words. */
  assumptions: z.array(words(1000), 'phải là danh sách').max(100, 'không quá 100 mục').default([]),
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
    year: z
      .int('phải là năm, ví dụ 2025')
      .min(YEARS.from, `từ ${YEARS.from}`)
      .max(YEARS.to, `đến ${YEARS.to}`),
    /** Last day that the plan's own deadlines reach, when that is later than 31 December of its year. */
    until: optional(localDate),
    /** The only zone there is; other values are refused rather than ignored. */
    zone: z.literal('Asia/Ho_Chi_Minh', 'múi giờ duy nhất là Asia/Ho_Chi_Minh').optional(),
    /** Weekdays on which the station does not air, by local rule. */
    silentDays: fewOf(z.enum(WEEKDAYS, `ngày phải là một trong: ${WEEKDAYS.join(', ')}`), 6).default([]),
    assumptions: z.array(words(1000), 'phải là danh sách').max(100, 'không quá 100 mục').default([]),
    obligations: z
      .array(obligation, 'phải là danh sách nhiệm vụ')
      .min(1, 'kế hoạch cần ít nhất một nhiệm vụ'),
  })
  .transform(({ zone: _, ...rest }) => ({
    ...rest,
    inForceFrom: rest.inForceFrom ?? rest.issued ?? yearRange(rest.year).from,
  }))

export type Plan = Omit<z.infer<typeof plan>, 'obligations'> & { obligations: Obligation[] }

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
