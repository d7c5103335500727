/** What can be recorded on an obligation itself: one more time done, the day of an event, "không phát sinh". */
import { isDone, uncorrected } from '../../../core/fact.ts'
import { saidNotTriggered, triggerSet } from '../../../core/plan/trigger.ts'
import { byDay } from '../../../core/reading.ts'
import { isKept } from '../../../core/standing.ts'
import { lower } from '../../../core/text.ts'
import { localDateOf, wallTimeOf } from '../../../core/wall-clock.ts'
import { type OutcomeWords, outcomeWords } from '../../../core/words/outcome.ts'
import type { ObligationForm } from '../../../templates/obligation-views.ts'
import { obligationPagePath } from '../paths.ts'
import { factFields, type GivenFields } from './fact-fields.ts'
import type { ObligationQuestion } from './obligation-question.ts'
import { logKey, type Somebody } from './tick.ts'
import { mayHaveVersion, versionOf } from './version-parts.ts'

type Parts = GivenFields &
  Pick<ObligationForm, 'heading' | 'explain' | 'kind' | 'submit'> & { reason?: string; folded?: true }

export function obligationForms(question: ObligationQuestion, recorder: Somebody): ObligationForm[] {
  const { plan, obligation, logged, sent } = question
  const path = obligationPagePath(plan.id, obligation.id)
  return offered(question).map(
    ({ heading, explain, kind, submit, reason = null, folded = false, ...fields }) => {
      const own = sent?.form('viec') === kind ? sent : undefined
      return {
        ...{ heading, explain, kind, submit, reason, summary: own?.problem.detail ?? null },
        fold: folded ? { open: own !== undefined } : null,
        key: logKey(recorder, logged.at(-1), kind, path),
        ...factFields(fields, own),
      }
    },
  )
}

function offered(question: ObligationQuestion): Parts[] {
  const { obligation, logged } = question
  const { kind, conditional } = obligation.cadence
  if (saidNotTriggered(logged)) return []
  const touched = uncorrected(logged).some((fact) => isDone(fact) || fact.kind === 'moved')
  const never = !touched && (conditional || kind === 'event-offset') ? [NEVER] : []
  if (kind === 'continuous') return [logParts(question, outcomeWords(obligation)), ...never]
  return kind === 'event-offset' ? [...dayParts(question), ...never] : versionOffers(question)
}

/** So many of the latest programmes are offered; of an older one its own page is. */
const OFFERED = 20

function versionOffers({ readings, logged, now }: ObligationQuestion): Parts[] {
  const [likely, ...others] = readings
    .filter((one) => isKept(one.at.standing) && mayHaveVersion(one, now))
    .sort(byDay)
    .toReversed()
    .slice(0, OFFERED)
  return likely ? [{ ...versionOf([likely, ...others], logged, now), folded: true }] : []
}

function logParts({ now }: ObligationQuestion, words: OutcomeWords): Parts {
  const where = { aired: { minutes: '' }, posted: { place: '' }, held: { people: '' }, measured: {} }
  return {
    heading: 'Ghi một lần làm',
    explain: 'Để nguyên ngày giờ nếu vừa làm xong. Việc thường xuyên không có chỉ tiêu, chỉ đếm số lần.',
    kind: words.kind,
    submit: `Ghi: ${lower(words.done)}`,
    fields: { day: localDateOf(now), hour: wallTimeOf(now), ...where[words.kind], link: '', note: '' },
    making: words.kind === 'aired',
  }
}

/** The plan's own day is the plan's to change. */
function dayParts({ obligation: { cadence }, logged, now }: ObligationQuestion): Parts[] {
  const trigger = cadence.kind === 'event-offset' ? cadence.trigger : null
  const set = triggerSet(logged)
  if (trigger !== null && trigger !== set) return []
  return [
    {
      heading: set === null ? 'Ngày sự kiện' : 'Đổi ngày sự kiện',
      explain:
        set === null
          ? 'Đặt ngày thì các kỳ được xếp vào lịch.'
          : 'Các kỳ chưa ai ghi gì sẽ sang ngày mới; kỳ đã có ghi nhận giữ nguyên chỗ.',
      kind: 'moved',
      submit: set === null ? 'Đặt ngày và xếp lịch' : 'Đổi ngày',
      fields: { day: set ?? localDateOf(now), note: '' },
    },
  ]
}

const NEVER: Parts = {
  heading: 'Không phát sinh',
  explain: 'Ghi khi chắc chắn việc này không có: nó không được tính vào tổng nào.',
  kind: 'not-aired',
  reason: 'not-triggered',
  submit: 'Ghi: không phát sinh',
  fields: {},
}
