/** An issued plan (kế hoạch) as data: the shape of a file in `content/plans/`, checked by one schema. */
import { z } from 'zod'
import { type Cadence, cadence, localDate, WEEKDAYS } from './cadence.ts'
import { CHANNELS } from './channel.ts'
import { fewOf, optional, text, words } from './field.ts'
import { EXTRA } from './outside-plans.ts'
import { usualLetters } from './text.ts'
import { topic } from './topic.ts'
import { yearRange } from './wall-clock.ts'

export { CHANNELS, type Channel } from './channel.ts'

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
  .transform((text) => usualLetters(text).normalize('NFC'))
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

const obligation = z
  .strictObject({
    /** Never changes: slots and what was recorded of them hang on it. */
    id: clause,
    /** As the plan numbers it now, which an amendment may change. */
    clause: clause.optional(),
    title: words(500),
    channels: fewOf(
      z.enum(CHANNELS, `kênh phải là một trong: ${CHANNELS.join(', ')}`),
      CHANNELS.length,
    ).refine((list) => list.length > 0, 'cần ít nhất một kênh'),
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
  .transform((obligation) => ({ ...obligation, clause: obligation.clause ?? obligation.id }))

export type Obligation = Omit<z.infer<typeof obligation>, 'cadence'> & { cadence: Cadence }

const planId = z
  .string('phải là chữ')
  .refine((id) => id !== EXTRA, `id "${EXTRA}" dành cho những việc ngoài kế hoạch`)
  .regex(/^[a-z0-9][a-z0-9-]{0,59}(@\d{4})?$/, 'id chỉ gồm chữ thường không dấu, số và gạch nối (tối đa 60)')

/** A plan as its file has it; `parsePlan` checks what only the whole can tell. */
export const planSchema = z
  .strictObject({
    /** `ngok-tu-2025`; the other-year form `ngok-tu-2025@2026` is made by the program. */
    id: planId,
    title: words(500),
    unit: z.strictObject({ code: slug('mã đơn vị'), name: words(200) }),
    number: optional(words(100)),
    issued: optional(localDate),
    inForceFrom: optional(localDate),
    year: z
      .int('phải là năm, ví dụ 2025')
      .min(YEARS.from, `phải từ ${YEARS.from} đến ${YEARS.to}`)
      .max(YEARS.to, `phải từ ${YEARS.from} đến ${YEARS.to}`),
    /** Last day that the plan's own deadlines reach, when that is later than 31 December of its year. */
    until: optional(localDate),
    /** The only zone there is; other values are refused rather than ignored. */
    zone: z.literal('Asia/Ho_Chi_Minh', 'múi giờ duy nhất là Asia/Ho_Chi_Minh').optional(),
    /** Weekdays on which the station does not air, by local rule. */
    silentDays: fewOf(z.enum(WEEKDAYS, `ngày phải là một trong: ${WEEKDAYS.join(', ')}`), 6).default([]),
    assumptions: z.array(words(1000), 'phải là danh sách').max(100, 'không quá 100 mục').default([]),
    /** The plan that this one takes the place of: what of it runs on ends with this one's first day. */
    succeeds: optional(planId),
    /** The plan that this year's was made of: its quotes and readings speak of that year. */
    madeFrom: optional(z.strictObject({ id: planId, year: z.int('phải là năm, ví dụ 2025') })),
    topics: z.array(topic, 'phải là danh sách').max(500, 'không quá 500 chủ đề').default([]),
    obligations: z
      .array(obligation, 'phải là danh sách nhiệm vụ')
      .min(1, 'kế hoạch cần ít nhất một nhiệm vụ'),
  })
  .transform(({ zone: _, ...rest }) => ({
    ...rest,
    inForceFrom: rest.inForceFrom ?? rest.issued ?? yearRange(rest.year).from,
  }))

export type Plan = Omit<z.infer<typeof planSchema>, 'obligations'> & { obligations: Obligation[] }
