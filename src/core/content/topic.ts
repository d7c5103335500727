/** A topic (chủ đề): what a plan says must be talked about, with the clause and the words that say so. */
import { z } from 'zod'
import { fewOf, text, words } from '../field.ts'
import { CHANNELS } from '../plan.ts'
import { addDays, type DateRange, isLocalDate, type LocalDate, yearOf } from '../wall-clock.ts'

/** `MM-DD`: topics come back every year. */
const monthDay = z
  .string()
  .refine((value) => isLocalDate(`2024-${value}`), 'không phải một ngày có thật (viết dạng "MM-DD")')

const season = z.strictObject({
  name: words(200),
  from: monthDay,
  to: monthDay,
  /** The law, or the plan's own words, that tie the topic to these days. */
  source: words(500),
})

const topic = z.strictObject({
  clause: words(40),
  name: words(200),
  group: words(100),
  channels: fewOf(z.enum(CHANNELS), CHANNELS.length),
  /** Verbatim, as in the plan. */
  quote: text(),
  days: z.array(season).default([]),
})

export const topicFile = z.strictObject({ plan: words(60), topics: z.array(topic) })

/** `id` is `<plan>:<clause>`: the same in every year of the plan. */
export type Topic = z.infer<typeof topic> & { id: string; planId: string }
export type Season = z.infer<typeof season>

export const topicsOf = ({ plan, topics }: z.infer<typeof topicFile>): Topic[] =>
  topics.map((one) => ({ ...one, id: `${plan}:${one.clause}`, planId: plan }))

/** A plan for another year (`ngok-tu-2025@2026`) talks about what its document says. */
export const documentOf = (planId: string): string => planId.split('@')[0] as string

/** The season in the year of a day; one that reaches over New Year ends in the next. */
export function seasonIn({ from, to }: Season, day: LocalDate): DateRange {
  const year = yearOf(day)
  const place = (monthAndDay: string, in_: number): LocalDate => {
    const date = `${in_}-${monthAndDay}`
    return isLocalDate(date) ? date : addDays(`${in_}-03-01`, -1)
  }
  return { from: place(from, year), to: place(to, to < from ? year + 1 : year) }
}
