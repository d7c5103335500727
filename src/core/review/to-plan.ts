/** A review as a plan, once nothing in it is the officer's to say. */
import { parsePlan } from '../plan/parse-plan.ts'
import type { Plan } from '../plan.ts'
import { type FieldError, fail, type Problem, type Result } from '../problem.ts'
import { emptyPlan } from './as-obligation.ts'
import { isUnread, keptObligations, type Review, type ReviewedObligation } from './review.ts'

/** What waits, each under the path of its obligation; the year under `year`. */
export function waiting(review: Review): FieldError[] {
  const year: FieldError[] =
    review.head.year === null
      ? [{ path: ['year'], code: 'no-year', message: 'văn bản không nêu một năm: hãy chọn năm của kế hoạch' }]
      : []
  const unread = keptObligations(review).filter(isUnread)
  return [
    ...year,
    ...unread.map((obligation): FieldError => {
      const message = `nhiệm vụ ${obligation.clause} chưa đọc được thời gian thực hiện`
      return { path: ['obligations', obligation.id, 'when'], code: 'unread', message }
    }),
  ]
}

/** `id` and `unit` are the office's own, whatever the document's letterhead says. */
export function planOfReview(review: Review, id: string, unit: Plan['unit']): Result<Plan> {
  const errors = waiting(review)
  const empty = emptyPlan(review, unit)
  if (errors.length || !empty) return fail(notYet(errors))
  const kept = keptObligations(review)
  if (!kept.length) return fail(notYet([]))
  const topics = review.topics.filter((topic) => topic.kept)
  const parsed = parsePlan({
    ...{ ...empty, id },
    obligations: kept.map(obligationData),
    topics: topics.map((topic) => ({ id: topic.id, name: topic.title, quote: topic.quote })),
  })
  if (parsed.ok || parsed.problem.kind !== 'invalid') return parsed
  return fail({ ...parsed.problem, errors: parsed.problem.errors.map((error) => atObligation(error, kept)) })
}

const notYet = (errors: FieldError[]): Problem => ({
  kind: 'conflict',
  detail: errors.length
    ? 'Chưa tạo được bản dự thảo: còn chỗ chỉ cán bộ mới nói được.'
    : 'Chưa tạo được bản dự thảo: không còn nhiệm vụ nào được giữ.',
  errors,
})

/** Errors name obligations by their id, since skipped ones are not counted. */
function atObligation(
  { path: [first, index, ...rest], ...error }: FieldError,
  kept: readonly ReviewedObligation[],
): FieldError {
  const obligation = first === 'obligations' && typeof index === 'number' ? kept[index] : undefined
  const path = [first, index, ...rest].filter((part) => part !== undefined)
  return obligation ? { ...error, path: ['obligations', obligation.id, ...rest] } : { ...error, path }
}

const CLAUSE = /^[\p{L}\p{N}][\p{L}\p{N}.-]{0,39}$/u

/** What was in doubt goes along as a sentence: left as it was read, or as somebody chose. */
function obligationData(obligation: ReviewedObligation): object {
  const { id, clause, title, channels, lead, support, quote, cadence, assumptions } = obligation
  const doubts = obligation.byHand ? [] : obligation.doubts.map(({ message }) => message)
  const choice = obligation.choice && !obligation.byHand ? [`Người soát chọn: ${obligation.choice}`] : []
  const shown = clause !== id && CLAUSE.test(clause) ? { clause } : {}
  const said = [...new Set([...assumptions, ...doubts, ...choice])]
  return { id, ...shown, title, channels, lead, support, quote, cadence, assumptions: said }
}
