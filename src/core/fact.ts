/** An append-only statement (ghi nhận): what somebody says happened, when it happened, and when it was said. */
import { z } from 'zod'
import { optional, text, words } from './field.ts'
import type { KeptKind } from './kept-file.ts'
import { type Making, making } from './making.ts'
import {
  type Instant,
  instantOf,
  isLocalDate,
  isWallTime,
  type LocalDate,
  type WallTime,
} from './wall-clock.ts'

export const FACT_KINDS = [
  'aired',
  'posted',
  'held',
  'measured',
  'not-aired',
  'excused',
  'moved',
  'made-up',
  'evidence',
  'note',
  'correction',
] as const
export type FactKind = (typeof FACT_KINDS)[number]

/** Why a slot was not aired. `not-triggered` is the recorded outcome "không phát sinh" of a conditional obligation. */
export const REASONS = ['power', 'equipment', 'disaster', 'emergency', 'not-triggered', 'other'] as const
export type Reason = (typeof REASONS)[number]

/** `kept`: its bytes are kept with the product, as what their first ones say. Otherwise the office has the file itself. */
export type FileEvidence = { name: string; size: number; sha256: string; kept?: KeptKind }

export type Fact = {
  id: string
  planId: string
  obligationId: string
  /** Null for what is logged on an obligation without slots. */
  slotId: string | null
  kind: FactKind
  /** When it happened. */
  at: Instant
  /** When it was recorded; never earlier facts are changed by later ones, they are corrected. */
  recordedAt: Instant
  /** Who recorded it, as shown. */
  by: string
  minutes: number | null
  note: string | null
  link: string | null
  reason: string | null
  /** The new start of a moved slot; time null when only the day was fixed. */
  to: { date: LocalDate; time: WallTime | null } | null
  /** The fact that this one corrects. */
  corrects: string | null
  /** Where it was posted: one outcome per place, "Zalo", "Facebook". */
  place: string | null
  /** People reached by an event or a training. */
  people: number | null
  /** A measured value. */
  value: number | null
  /** The deciding document of an excuse: "Công văn số 12/UBND". */
  document: string | null
  file: FileEvidence | null
  /** What this airing is made of, where that differs from what its item says; null where nobody said. */
  making: Making | null
  /** When the button was pressed, for a statement that waited on a phone without a network; otherwise null. */
  madeAt: Instant | null
  /** The incident that explains it. */
  incidentId: string | null
}

const whole = (max: number) => z.int('phải là số nguyên').min(0, 'không được âm').max(max, `không quá ${max}`)

const webLink = text().pipe(
  z
    .string()
    .max(2000, 'không quá 2000 ký tự')
    .refine(
      (link) => /^https?:$/.test(URL.parse(link)?.protocol ?? ''),
      'phải là một địa chỉ http:// hoặc https://',
    ),
)

/** `2025-08-04T05:30:00+07:00`, or without an offset as Vietnamese time. */
const instant = z
  .string('phải là thời điểm dạng 2025-08-04T05:30:00+07:00')
  .transform((text, ctx): Instant => {
    const value = parseInstant(text)
    if (value === null) ctx.addIssue('không phải một thời điểm có thật (ví dụ 2025-08-04T05:30:00+07:00)')
    return value ?? 0
  })

export function parseInstant(text: string): Instant | null {
  const form = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(text)
  if (!form) return null
  const [, date = '', time = '00:00', seconds, offset] = form
  if (!isLocalDate(date) || !isWallTime(time)) return null
  const value = offset ? Date.parse(`${date}T${time}${seconds ?? ':00'}${offset}`) : instantOf(date, time)
  return Number.isNaN(value) ? null : value
}

/** The new place of a moved slot: a day, or a day and an hour, in Vietnamese time. */
const newStart = z
  .string('phải là ngày hoặc ngày giờ')
  .transform((text, ctx): { date: LocalDate; time: WallTime | null } => {
    const [, date = '', time = null] =
      /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?:\+07:00)?)?$/.exec(text) ?? []
    if (!isLocalDate(date) || (time !== null && !isWallTime(time)))
      ctx.addIssue('không phải một ngày giờ Việt Nam có thật (ví dụ 2025-08-04T05:30 hoặc 2025-08-04)')
    return { date, time }
  })

/** What a person or a program sends to record a fact. */
export const factInput = z.strictObject({
  kind: z.enum(FACT_KINDS, `kind phải là một trong: ${FACT_KINDS.join(', ')}`),
  at: optional(instant),
  minutes: optional(whole(1440)),
  note: optional(words(2000)),
  link: optional(webLink),
  reason: optional(words(500)),
  to: optional(newStart),
  corrects: optional(z.string('phải là chữ').min(1).max(100)),
  place: optional(words(100)),
  people: optional(whole(1_000_000)),
  value: optional(z.number('phải là số').min(0, 'không được âm').max(1e12)),
  document: optional(words(300)),
  file: optional(
    z.strictObject({
      name: words(255),
      size: whole(1e12),
      sha256: z.string().regex(/^[0-9a-f]{64}$/, 'phải là SHA-256: 64 chữ số thập lục phân thường'),
    }),
  ),
  making: optional(making),
  madeAt: optional(instant),
})
/** That a file is kept is never the sender's to say. */
export type FactInput = Omit<z.infer<typeof factInput>, 'file'> & { file: FileEvidence | null }

const UNSAID: Omit<FactInput, 'kind'> = {
  ...{ at: null, minutes: null, note: null, link: null, reason: null, to: null, corrects: null },
  ...{ place: null, people: null, value: null, document: null, file: null, making: null, madeAt: null },
}

/** For programs of ours that record: what they don't say is null. */
export const inputOf = (kind: FactKind, said: Partial<FactInput> = {}): FactInput => ({
  ...UNSAID,
  ...said,
  kind,
})

const DONE: readonly FactKind[] = ['aired', 'posted', 'held']
/** The kinds that settle a slot one way or the other. */
const OUTCOMES: readonly FactKind[] = [...DONE, 'made-up', 'not-aired', 'excused']

type Kind = Pick<Fact, 'kind'>

export const isDone = ({ kind }: Kind): boolean => DONE.includes(kind)
export const isOutcome = ({ kind }: Kind): boolean => OUTCOMES.includes(kind)
/** It says that nothing was aired, whatever the reason. */
export const isSilent = ({ kind }: Kind): boolean => kind === 'not-aired' || kind === 'excused'

/**
 * The facts that no fact in force corrects. `facts` come in the order in which they were recorded. A correction can
 * itself be corrected, which brings back what it had struck out; corrections hold whenever they were made.
 */
export function uncorrected(facts: readonly Fact[]): readonly Fact[] {
  if (facts.every(({ corrects }) => corrects === null)) return facts
  const struck = new Set<string>()
  for (const fact of facts.toReversed())
    if (fact.corrects !== null && !struck.has(fact.id)) struck.add(fact.corrects)
  return facts.filter((fact) => !struck.has(fact.id))
}
