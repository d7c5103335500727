/** A draft from a skeleton, with what the slot and its plan say. */

import type { Plan } from '../core/plan.ts'
import type { Result } from '../core/problem.ts'
import type { SlotRecord } from '../core/reading.ts'
import { dueOf } from '../core/standing.ts'
import { lower } from '../core/text.ts'
import type { Topic } from '../core/topic.ts'
import { type Instant, localDateOf, monthOf } from '../core/wall-clock.ts'
import { issueWords, slotTitle } from '../core/words/slot-words.ts'
import { stationOf } from '../core/words/unit-words.ts'
import { dayInWords } from '../core/words/words.ts'
import { type ScriptKind, type ScriptView, writeScript } from '../templates/script.ts'

export type ScriptGround = {
  unit: string
  /** Null for an item that is not for a slot yet. */
  record: SlotRecord | null
  plan: Plan | null
  topics: readonly Topic[]
}

const GAP = '…'

/** Without the letter or number in front of it, and the label that a clause begins with. */
const withoutNumber = (quote: string): string =>
  quote
    .replace(/^(\d{1,2}\.|[a-zđ]\))\s*/u, '')
    .replace(/\s+/g, ' ')
    .replace(/[.;:,\s]+$/, '')

function scriptView({ unit, record, plan, topics }: ScriptGround, now: Instant): ScriptView {
  const day = record ? dueOf(record.slot, record.facts).dueDay : null
  const cadence = record?.obligation.cadence
  const stated = cadence && 'minutes' in cadence ? cadence.minutes : null
  return {
    unit,
    station: stationOf(unit),
    plan: plan ? `Kế hoạch ${lower(plan.title)}` : `kế hoạch truyền thông của ${unit}`,
    column: record ? lower(slotTitle(record.slot, record.obligation)) : 'chương trình truyền thanh',
    issue: (record && issueWords(record.slot, record.obligation)) ?? '',
    day: day ? dayInWords(day) : GAP,
    month: `tháng ${monthOf(day ?? localDateOf(now))}`,
    minutes: stated ? `${stated.min}–${stated.max}` : record?.slot.minutes || GAP,
    lead: record?.obligation.lead ?? unit,
    topic: topics.map(({ name }) => name).join('; ') || GAP,
    points: topics.map(({ quote }) => withoutNumber(quote)),
  }
}

export const draftScript = (
  kind: ScriptKind,
  ground: ScriptGround,
  now: Instant,
): Result<{ title: string; body: string }> => writeScript(kind, scriptView(ground, now))
