/** A form behind one of a slot's buttons, as a page. */
import { outcomeWords } from '../../../core/words/outcome.ts'
import { dayInWords } from '../../../core/words/words.ts'
import type { RecordView } from '../../../templates/record-views.ts'
import { slotCard } from '../calendar/slot-card.ts'
import { slotPath } from '../paths.ts'
import { factFields } from './fact-fields.ts'
import { afterMove } from './moved.ts'
import { PARTS } from './record-parts.ts'
import type { FormQuestion } from './record-question.ts'
import { keyOf, logKey } from './tick.ts'

export function recordView(question: FormQuestion): RecordView {
  const { frame, form, record, who, place, sent } = question
  const { kind, heading, explain, submit, ...parts } = PARTS[form](question, outcomeWords(record.obligation))
  const fields = place === null ? parts.fields : { ...parts.fields, place }
  return {
    ...{ frame, card: slotCard(record), when: dayInWords(record.at.dueDay) },
    ...{ heading: place === null ? heading : `${heading}: ${place}`, explain, submit, form, kind },
    ...{
      summary: sent ? sent.problem.detail : null,
      action: `${slotPath(record.slot.id)}/${parts.upload ? 'minh-chung' : 'ghi'}`,
    },
    ...{ key: keyOfQuestion(question), back: who.back },
    after: kind === 'moved' ? afterMove(who.back, record.slot.id) : who.back,
    ...factFields({ ...parts, fields }, sent),
    reason: parts.reason ?? null,
    reasons: parts.reasons ?? null,
    offers: parts.offers ?? [],
    reruns: parts.reruns ?? [],
    asks: parts.asks ?? null,
    found: parts.found ?? [],
  }
}

/** Of what is recorded on the obligation the slot knows nothing: two languages of one programme are two statements. */
const keyOfQuestion = ({ form, record, who, place, logged }: FormQuestion): string =>
  form === 'tieng-khac'
    ? logKey(who, logged.at(-1), form, slotPath(record.slot.id))
    : keyOf(who, record, place === null ? form : `${form}-${place}`)
