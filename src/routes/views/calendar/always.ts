/** Continuous obligations beside the week: when each was last seen to, and one tap to log it again. */
import { type Fact, isDone, uncorrected } from '../../../core/fact.ts'
import { type Instant, localDateOf } from '../../../core/wall-clock.ts'
import { outcomeWords } from '../../../core/words/outcome.ts'
import { shortDay } from '../../../core/words/words.ts'
import { type ContinuousObligation, RECENT_FACTS } from '../../../store/continuous.ts'
import type { AlwaysLine } from '../../../templates/obligation-views.ts'
import type { Tick } from '../../../templates/slot-views.ts'
import { obligationPagePath } from '../paths.ts'
import { recordedBy } from '../record/actions.ts'
import { logKey, type Recorder, type Somebody } from '../record/tick.ts'

export function alwaysLine(known: ContinuousObligation, recorder: Recorder, now: Instant): AlwaysLine {
  const { planId, obligation, recent } = known
  const last = lastDone(recent)
  return {
    href: obligationPagePath(planId, obligation.id),
    title: obligation.title,
    last: lastWords(recent, last),
    tick: recorder && logTick(known, recorder),
    fresh: last && freshOf(last, recorder, now),
  }
}

function freshOf(last: Fact, recorder: Recorder, now: Instant): AlwaysLine['fresh'] {
  const { words, undo } = recordedBy(last, recorder, now)
  return undo && { words, undo }
}

function logTick({ planId, obligation, recent }: ContinuousObligation, recorder: Somebody): Tick {
  const { kind, done } = outcomeWords(obligation)
  const path = obligationPagePath(planId, obligation.id)
  const key = logKey(recorder, recent.at(-1), kind, path)
  return { action: `${path}/ghi`, kind, words: done, place: null, key, back: recorder.back }
}

/** The last thing done that nobody took back. */
const lastDone = (recent: readonly Fact[]): Fact | null => uncorrected(recent).findLast(isDone) ?? null

function lastWords(recent: readonly Fact[], last: Fact | null): string {
  if (last) return `lần ghi gần nhất ${shortDay(localDateOf(last.at))}`
  return recent.length < RECENT_FACTS ? 'chưa ghi lần nào' : ''
}
