/** Hours for what a document leaves to the office: from the station's sessions, each said to be the office's choice. */
import type { Plan } from '../core/plan.ts'
import type { Review, ReviewedObligation } from '../core/review/review.ts'
import type { Act } from './act.ts'
import { arrange, withReasons } from './arrange.ts'

/** Without a station the usual hours stay, as the reading proposed and said. */
export async function withHours(act: Act, plan: Plan, { obligations }: Review): Promise<Plan> {
  const open = obligations.filter(leavesHour)
  const named = await placed(act, plan, open.filter(namesDays), true)
  return placed(
    act,
    named,
    open.filter((obligation) => !namesDays(obligation)),
    false,
  )
}

const leavesHour = ({ when, byHand, cadence }: ReviewedObligation): boolean =>
  !byHand && cadence?.kind === 'rate' && when.at === undefined

const namesDays = ({ when }: ReviewedObligation): boolean =>
  when.weekdays !== undefined || when.dayOfMonth !== undefined || when.weekOfMonth !== undefined

async function placed(
  act: Act,
  plan: Plan,
  open: readonly ReviewedObligation[],
  days: boolean,
): Promise<Plan> {
  if (!open.length) return plan
  const ids = open.map(({ id }) => id)
  const arranged = await arrange(act, plan, ids, { days, time: false })
  return arranged.stations.length ? withReasons(arranged) : plan
}
