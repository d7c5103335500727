/** The form of a one-off airing or event outside any plan. */
import type { MeetsAt } from '../../../actions/meets-at.ts'
import { EXTRA_FIELDS } from '../../../core/form/extra-form.ts'
import type { Filled } from '../../../core/form/filled.ts'
import type { Problem } from '../../../core/problem.ts'
import type { ExtraView } from '../../../templates/record-views.ts'
import type { Frame } from '../../../templates/views.ts'
import { fieldView } from '../form/field.ts'

export type ExtraQuestion = {
  frame: Frame
  filled: Filled
  key: string
  meets: string[]
  problem: Problem | null
}

export const extraView = ({ frame, filled, key, meets, problem }: ExtraQuestion): ExtraView => ({
  ...{ frame, key, meets, summary: problem?.detail ?? null },
  fields: EXTRA_FIELDS.map((field) => fieldView(field, filled, problem)),
})

/** What is heard at that time already, that the station is not on air then or not on that day; empty when it fits. */
export const meetsWords = ({ meets, outside, silent }: MeetsAt): string[] => [
  ...meets.map(({ obligation, due }) => `Trùng giờ với “${obligation.title}” (${due.dueTime}).`),
  ...(silent ? ['Ngày này đài không phát.'] : []),
  ...(outside ? ['Giờ này nằm ngoài các buổi phát của đài.'] : []),
]
