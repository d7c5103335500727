/** A plan that comes in when its year has begun: from which day shall it ask what came of its slots? */

import { asksFrom } from '../../../core/plan/edition.ts'
import type { Plan } from '../../../core/plan.ts'
import { planRange } from '../../../core/plan-range.ts'
import { plannedDay, type Slot } from '../../../core/slot.ts'
import type { LocalDate } from '../../../core/wall-clock.ts'
import { documentDay } from '../../../core/words/words.ts'
import type { ChangesView } from '../../../templates/change-views.ts'

/**
 * Null when nothing of it lies back. `asked` is the day that somebody chose already; `slots` are those of the whole
 * plan, or from that day on.
 */
export function askFrom(
  plan: Plan,
  slots: readonly Slot[],
  asked: LocalDate | null,
  today: LocalDate,
): ChangesView['askFrom'] {
  const first = asksFrom(plan, planRange(plan).from)
  const past = slots.filter((slot) => slot.inForce && plannedDay(slot) < today).length
  if (first >= today || today > planRange(plan).to || (past === 0 && asked === null)) return null
  const choice = (day: LocalDate, words: string) => ({
    href: `?tu=${day}#ap-dung`,
    words,
    chosen: asked === day,
  })
  return {
    words: past
      ? `${past} kỳ của kế hoạch này đã qua ngày. Chương trình hỏi kết quả từ ngày nào?`
      : 'Kỳ đã qua ngày không được hỏi. Chương trình hỏi kết quả từ ngày nào?',
    choices: [
      choice(planRange(plan).from, `Từ ngày có hiệu lực ${documentDay(first)}`),
      choice(today, `Chỉ từ hôm nay ${documentDay(today)}`),
    ],
  }
}
