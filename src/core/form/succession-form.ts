/** The field by which a plan says whose place it takes, so that the old one does not run on beside it. */
import { type KnownPlan, successorOf } from '../plan/carry-on.ts'
import { type AdoptedPlan, runsOn } from '../plan/edition.ts'
import { planIdForYear } from '../plan/plan-year.ts'
import type { Plan } from '../plan.ts'
import type { DataField } from './data-form.ts'
import * as as from './readers.ts'

type Own = Pick<Plan, 'id' | 'year' | 'succeeds'>

/** Plans of the same year and the year before that nothing ended yet; what the plan says already is always among them. */
export function replaceable(known: readonly KnownPlan[], own: Own): AdoptedPlan[] {
  const others = known.filter(({ plan }) => plan.id !== own.id)
  const open = others
    .map(({ plan }) => plan)
    .filter(
      (plan) => plan.id === own.succeeds || (isNear(plan, own) && !plan.ends && !successorOf(plan, others)),
    )
  return open.filter((plan) => !runsOn(plan) || !open.some((from) => isContinued(from, plan)))
}

const isNear = ({ year }: Plan, own: Own): boolean => year === own.year || year === own.year - 1

/** What runs on ends with the plan from which it does. */
const isContinued = (from: Plan, plan: Plan): boolean =>
  from.year < plan.year && planIdForYear(from.id, plan.year) === plan.id

/** Null when there is nothing whose place it could take. */
export function succeedsField(known: readonly KnownPlan[], own: Own): DataField | null {
  const plans = replaceable(known, own)
  if (!plans.length) return null
  const named = plans.map(({ id, title, number, year }) => ({
    value: id,
    words: [title, ...(number ? [`số ${number}`] : []), `năm ${year}`].join(', '),
  }))
  return {
    ...{ name: 'p-thay', label: 'Kế hoạch này thay thế', path: 'succeeds' },
    hint: 'Từ ngày kế hoạch này có hiệu lực, lịch của kế hoạch được thay thế dừng lại. Không nêu thì chỉ thay kế hoạch cùng tên của năm trước, nếu có.',
    as: {
      ...as.text,
      read: ([typed = '']) =>
        typed === '' ? null : named.some(({ value }) => value === typed) ? typed : as.WRONG,
      wrong: 'chọn một kế hoạch của năm này hoặc năm trước mà chưa có kế hoạch nào thay',
    },
    control: { kind: 'select', options: [{ value: '', words: 'Không nêu' }, ...named] },
  }
}
