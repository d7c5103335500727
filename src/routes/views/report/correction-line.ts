/** What was recorded after a period was closed: who, when, and why. */
import type { Fact } from '../../../core/fact.ts'
import type { Obligation } from '../../../core/plan.ts'
import type { SlotRecord } from '../../../core/reading.ts'
import { localDateOf, wallTimeOf } from '../../../core/wall-clock.ts'
import { FACT_NAMES, reasonInWords } from '../../../core/words/names.ts'
import { issueWords, slotTitle } from '../../../core/words/slot-words.ts'
import { documentDay } from '../../../core/words/words.ts'
import type { CountedLine } from '../../../templates/count-views.ts'
import { slotPath } from '../paths.ts'
import { plainTag } from '../tag.ts'

export function correctionLine(fact: Fact, obligation: Obligation, record: SlotRecord | null): CountedLine {
  const title = record ? slotTitle(record.slot, obligation) : obligation.title
  const issue = record && issueWords(record.slot, obligation)
  const struck = record?.facts.find(({ id }) => id === fact.corrects)
  const what = struck
    ? `${FACT_NAMES[fact.kind]}, thay cho ${FACT_NAMES[struck.kind].toLowerCase()}`
    : FACT_NAMES[fact.kind]
  return {
    href: record ? slotPath(record.slot.id) : null,
    when: `${wallTimeOf(fact.recordedAt)} ngày ${documentDay(localDateOf(fact.recordedAt))}`,
    title,
    details: [obligation.clause, issue].filter((part) => part !== null),
    tag: plainTag(what, 'ask'),
    told: [
      `${fact.by} ghi`,
      fact.reason === null ? null : `lý do: ${reasonInWords(fact.reason)}`,
      fact.note,
    ].filter((part) => part !== null),
    link: null,
  }
}
