/** The form of a plan's topics: what must be talked about, each with its clause and the words that say so. */
import { parsePlan } from '../plan/parse-plan.ts'
import type { Plan } from '../plan.ts'
import { type FieldError, invalid, type Result } from '../problem.ts'
import { WHAT } from './data-form.ts'
import type { FormField } from './field.ts'
import { type Entry, type Filled, wrong } from './filled.ts'

type Part = 'muc' | 'ten' | 'trich' | 'ma'

export const topicField = (row: number, part: Part): string => `cd-${row}-${part}`

/** Rows that stand open for more. */
const SPARE = 2
const MOST = 500

export const topicFields = (row: number): FormField[] => [
  { name: topicField(row, 'muc'), label: 'Mục', control: { kind: 'line' } },
  { name: topicField(row, 'ten'), label: 'Chủ đề', control: { kind: 'line' } },
  { name: topicField(row, 'trich'), label: 'Kế hoạch viết', control: { kind: 'area', rows: 2 } },
]

/** The id goes along unseen: what was said of a topic hangs on it. */
export const fillTopics = ({ topics }: Plan): Entry[] =>
  topics.flatMap((topic, i): Entry[] => [
    [topicField(i + 1, 'ma'), topic.id],
    [topicField(i + 1, 'muc'), topic.clause],
    [topicField(i + 1, 'ten'), topic.name],
    [topicField(i + 1, 'trich'), topic.quote],
  ])

const isEmpty = (filled: Filled, row: number): boolean =>
  (['muc', 'ten', 'trich'] as const).every((part) => filled.one(topicField(row, part)) === '')

const rowNumbers = Array.from({ length: MOST }, (_, i) => i + 1)

export const topicRows = (filled: Filled): number =>
  Math.min((rowNumbers.findLast((row) => !isEmpty(filled, row)) ?? 0) + SPARE, MOST)

const WORDS = { muc: 'cần ghi mục', ten: 'cần ghi chủ đề', trich: 'cần trích nguyên văn' } as const

/** A row that was emptied is a topic less; channels and days of a topic stay as the plan has them. */
export function readTopics(filled: Filled, plan: Plan): Result<Plan> {
  const rows = rowNumbers.filter((row) => !isEmpty(filled, row))
  const missing = rows.flatMap((row): FieldError[] =>
    (['muc', 'ten', 'trich'] as const).flatMap((part) =>
      filled.one(topicField(row, part)) === '' ? [wrong(topicField(row, part), WORDS[part])] : [],
    ),
  )
  if (missing.length) return invalid(WHAT, missing)
  const parsed = parsePlan({ ...plan, topics: rows.map((row) => topicOf(filled, plan, row)) })
  if (parsed.ok || parsed.problem.kind !== 'invalid') return parsed
  return invalid(
    WHAT,
    parsed.problem.errors.map(({ path: [, at, part], message }) => {
      const row = rows[Number(at)] ?? 1
      return wrong(topicField(row, PART_OF[String(part)] ?? 'muc'), message)
    }),
  )
}

const PART_OF: Record<string, Part> = { clause: 'muc', id: 'muc', name: 'ten', quote: 'trich' }

function topicOf(filled: Filled, plan: Plan, row: number) {
  const said = (part: Part): string => filled.one(topicField(row, part)).replaceAll('\r\n', '\n')
  const was = plan.topics.find(({ id }) => id === said('ma'))
  const quote = was && was.quote.trim() === said('trich') ? was.quote : said('trich')
  return { ...was, id: was?.id ?? said('muc'), clause: said('muc'), name: said('ten'), quote }
}
