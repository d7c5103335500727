/** What somebody sends to describe an incident. */
import { z } from 'zod'
import { parseInstant } from '../fact.ts'
import { optional, text } from '../field.ts'
import { INCIDENT_KINDS } from '../incident.ts'
import { CHANNELS, YEARS } from '../plan.ts'
import { tidy } from '../text.ts'
import { DAY_MS, endOfDay, type Instant, localDateOf, yearOf } from '../wall-clock.ts'

/** A wrong year in a date must not explain a whole plan away. */
const LONGEST_DAYS = 92

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/

const start = z.string('phải là ngày hoặc ngày giờ').transform((said, ctx): Instant => {
  const value = parseInstant(said)
  if (value === null) ctx.addIssue('không phải ngày giờ có thật (ví dụ 2025-11-06 hoặc 2025-11-06T05:00)')
  return value ?? 0
})

/** A day without an hour belongs to the incident until its end. */
const end = z.string('phải là ngày hoặc ngày giờ').transform((said, ctx): Instant => {
  const value = parseInstant(said)
  if (value === null) ctx.addIssue('không phải ngày giờ có thật (ví dụ 2025-11-08 hoặc 2025-11-08T18:00)')
  return value !== null && DAY_ONLY.test(said) ? endOfDay(said) : (value ?? 0)
})

const isPlansYear = (at: Instant): boolean => {
  const year = yearOf(localDateOf(at))
  return year >= YEARS.from && year <= YEARS.to
}

const words = optional(
  text()
    .pipe(z.string().max(500, 'không quá 500 ký tự'))
    .transform((said) => tidy(said) || null),
)

export const incidentInput = z
  .strictObject({
    kind: z.enum(INCIDENT_KINDS, `phải là một trong: ${INCIDENT_KINDS.join(', ')}`),
    from: start,
    to: end,
    channel: optional(z.enum(CHANNELS, `phải là một trong: ${CHANNELS.join(', ')}`)),
    note: words,
    document: words,
  })
  .superRefine(({ kind, from, to, note }, ctx) => {
    const problem = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
    for (const [path, at] of Object.entries({ from, to }))
      if (!isPlansYear(at))
        problem(path, `không phải năm của một kế hoạch (từ ${YEARS.from} đến ${YEARS.to})`)
    if (to <= from) problem('to', 'lúc kết thúc phải sau lúc bắt đầu')
    if (to - from > LONGEST_DAYS * DAY_MS) problem('to', `một sự cố không dài quá ${LONGEST_DAYS} ngày`)
    if (kind === 'other' && note === null) problem('note', 'cần ghi rõ sự cố gì')
  })
export type IncidentInput = z.infer<typeof incidentInput>
