/** A topic (chủ đề): what a plan says must be talked about, with the clause and the words that say so. */
import { z } from 'zod'
import { CHANNELS } from './channel.ts'
import { fewOf, optional, text, words } from './field.ts'
import { addDays, type DateRange, isLocalDate, type LocalDate, yearOf } from './wall-clock.ts'

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

/** As a plan's file has it. */
export const topic = z
  .strictObject({
    /** Never changes: what was said of it hangs on it. */
    id: words(40),
    /** As the plan numbers it now. */
    clause: words(40).optional(),
    name: words(200),
    group: optional(words(100)),
    /** Where the plan wants it said; none named means wherever the obligation airs. */
    channels: fewOf(z.enum(CHANNELS), CHANNELS.length).default([]),
    /** Verbatim, as in the plan. */
    quote: text().refine(
      ({ length }) => length > 0 && length <= 4000,
      'cần trích dẫn: câu chữ trong kế hoạch làm căn cứ, không quá 4000 ký tự',
    ),
    days: z.array(season).max(20, 'không quá 20 mục').default([]),
  })
  .transform((one) => ({ ...one, clause: one.clause ?? one.id }))

export type PlanTopic = z.infer<typeof topic>
export type Season = z.infer<typeof season>

/** A plan's topic as what is said refers to it: `id` is `<document>:<topic>`, the same in every year of the plan. */
export type Topic = PlanTopic & { planId: string }

/** A topic as slots and lists name it. */
export type TopicBrief = { id: string; name: string }

/** By id, as plans have them or, when an amendment dropped them, had them. */
export type KnownTopics = ReadonlyMap<string, Topic>

/** One that nothing knows any more goes by its id. */
export const topicName = (known: KnownTopics, id: string): string => known.get(id)?.name ?? id

type WithTopics = { id: string; topics: readonly PlanTopic[] }

/** In the order of the plan. */
export const topicsOfPlan = ({ id, topics }: WithTopics): Topic[] =>
  topics.map((one) => ({ ...one, id: `${documentOf(id)}:${one.id}`, planId: id }))

/** A plan for another year (`ngok-tu-2025@2026`) talks about what its document says. */
const documentOf = (planId: string): string => planId.split('@')[0] as string

/** The season in the year of a day; one that reaches over New Year ends in the next. */
export function seasonIn({ from, to }: Season, day: LocalDate): DateRange {
  const year = yearOf(day)
  const place = (monthAndDay: string, in_: number): LocalDate => {
    const date = `${in_}-${monthAndDay}`
    return isLocalDate(date) ? date : addDays(`${in_}-03-01`, -1)
  }
  return { from: place(from, year), to: place(to, to < from ? year + 1 : year) }
}
