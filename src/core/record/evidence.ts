/** How well a count is proven (bậc minh chứng): told by the one who did it, with a link or file, confirmed by a leader. */
import { type Fact, uncorrected } from '../fact.ts'
import { keptFilePath } from '../paths.ts'

export const GRADES = ['confirmed', 'evidenced', 'declared'] as const
export type Grade = (typeof GRADES)[number]

export const GRADE_NAMES: Record<Grade, string> = {
  confirmed: 'Lãnh đạo xác nhận',
  evidenced: 'Có minh chứng',
  declared: 'Tự khai',
}

const proves = (fact: Fact): boolean => fact.link !== null || fact.file !== null

/** A link, a file, or a leader's word for one outcome. `confirmed` are the ids of the facts that leaders vouch for. */
export function gradeOf(outcome: Fact, facts: readonly Fact[], confirmed: ReadonlySet<string>): Grade {
  if (confirmed.has(outcome.id)) return 'confirmed'
  return proves(outcome) || uncorrected(facts).some(proves) ? 'evidenced' : 'declared'
}

/** Where the first thing that proves an outcome can be opened; null where it lies in the office alone. */
export function proofOf(outcome: Fact, facts: readonly Fact[]): string | null {
  return [outcome, ...uncorrected(facts)].map(openedAt).find((href) => href !== null) ?? null
}

const openedAt = ({ link, file }: Fact): string | null =>
  link ?? (file?.kept ? keptFilePath(file.sha256) : null)
