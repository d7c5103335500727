/** Years that nobody can have meant: a typed 1926 or 9999 must not become something that happened. */
import type { FactInput } from '../fact.ts'
import type { FieldError } from '../problem.ts'
import { addDays, contains, type DateRange, localDateOf } from '../wall-clock.ts'
import { documentDay } from '../words/words.ts'
import { field } from './fact-errors.ts'

/** An airing may be brought forward by months, and made up for in the year after. */
const DAYS_BEFORE = 183
const DAYS_AFTER = 366

/** `days` are those of which the plan speaks here: a slot's own, or the whole plan's. Only what was said is judged. */
export function reachErrors({ at, to }: FactInput, days: DateRange): FieldError[] {
  const reach = { from: addDays(days.from, -DAYS_BEFORE), to: addDays(days.to, DAYS_AFTER) }
  const tooFar = (day: string): boolean => !contains(reach, day)
  const said = `ngày này cách quá xa lịch (chỉ từ ${documentDay(reach.from)} đến ${documentDay(reach.to)}): hãy xem lại năm`
  return [
    ...(at !== null && tooFar(localDateOf(at)) ? [field('at', 'far-year', said)] : []),
    ...(to !== null && tooFar(to.date) ? [field('to', 'far-year', said)] : []),
  ]
}
