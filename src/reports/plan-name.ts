/** What a report calls a plan; one that runs on without having been issued is never called a plan of its year. */
import { type AdoptedPlan, runsOn } from '../core/plan/edition.ts'
import { lower } from '../core/text.ts'
import { fullOffice } from '../core/words/unit-words.ts'
import { documentDay } from '../core/words/words.ts'

type Named = Pick<AdoptedPlan, 'id' | 'title' | 'number' | 'issued' | 'year' | 'origin'> & {
  unit: { name: string }
}

const subjectOf = ({ title }: Named): string => lower(title.replace(/^kế hoạch\s+/i, ''))

export const planName = (plan: Named): string => `Kế hoạch ${subjectOf(plan)}`

/** `Kế hoạch số 12/KH-UBND ngày 01/3/2024 của Ủy ban nhân dân xã Thử về …`; without a number, its name. */
export function planCited(plan: Named): string {
  if (plan.number === null) return planName(plan)
  const day = plan.issued ? ` ngày ${documentDay(plan.issued)}` : ''
  return `Kế hoạch số ${plan.number}${day} của ${fullOffice(plan.unit.name)} về ${subjectOf(plan)}`
}

const toldAs = (plan: Named): string =>
  runsOn(plan)
    ? `các nhiệm vụ tiếp tục của ${planCited(plan)} trong năm ${plan.year}, khi chưa ban hành kế hoạch mới`
    : planCited(plan)

/** Two plans of one title are told apart by number, by year, and by id where nothing else is left. */
export function nameInReport(plan: Named, all: readonly Named[]): string {
  const name = toldAs(plan)
  const same = all.filter((one) => toldAs(one) === name)
  if (same.length < 2) return name
  const years = new Set(same.map(({ year }) => year))
  return years.size === same.length ? `${name} (năm ${plan.year})` : `${name} (mã ${plan.id})`
}
