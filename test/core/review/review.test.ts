/** What was read is looked through: each doubt a question, each decision a new review, and a plan at its end. */
import { describe, expect, test } from 'vitest'
import type { ProposedObligation } from '../../../src/core/document/proposal.ts'
import { readSource } from '../../../src/core/document/read-source.ts'
import { mergeWithNext, reopen, settle, skip, split } from '../../../src/core/review/decide.ts'
import { questionOf } from '../../../src/core/review/questions.ts'
import { isDoubtful, openReview, type Review, readAgain } from '../../../src/core/review/review.ts'
import { planOfReview, waiting } from '../../../src/core/review/to-plan.ts'
import { readPlainText } from '../../../src/documents/plain-text.ts'
import { ISSUED } from '../../support/issued-plan.ts'

const OWN = { code: 'xa-thu', name: 'UBND xã Thử' }

function proposalOf(lines: readonly string[], year: number | null = null) {
  const source = readPlainText(new TextEncoder().encode(lines.join('\n')))
  const proposal = 'code' in source ? source : readSource(source, year)
  if ('code' in proposal) throw new Error(proposal.message)
  return proposal
}
const review = openReview(proposalOf(ISSUED))
const changed = (change: Review | null): Review => {
  if (!change) throw new Error('no such obligation')
  return change
}
const obligationWith = (more: Partial<ProposedObligation>): Review => ({
  ...review,
  obligations: review.obligations.map((obligation, i) => (i === 0 ? { ...obligation, ...more } : obligation)),
})

describe('questions', () => {
  test('what is sure asks nothing; a second reading is an answer beside the first', () => {
    const [sure] = review.obligations
    expect(sure && questionOf(sure, 2026)).toBeNull()
    const two = obligationWith({
      doubts: [{ code: 'two-readings', field: 'when', message: 'Đọc được hai cách.' }],
      when: {
        ...{ verbatim: 'Mỗi tháng 02 số', kind: 'rate', n: 2, unit: 'số', period: 'month', interval: 1 },
        also: { kind: 'window', window: { from: '2026-01-01', to: '2026-06-30' } },
      },
    }).obligations[0]
    expect(two && questionOf(two, 2026)?.answers.map(({ value }) => value)).toEqual(['giu', 'khac-0'])
  })

  test('the answer that is chosen is what the obligation becomes, under the name of who chose', () => {
    const conditional = obligationWith({
      doubts: [{ code: 'conditional', field: 'when', message: 'Nếu có.' }],
      cadence: { kind: 'window', window: { from: '2026-01-01', to: '2026-06-30' }, conditional: true },
    })
    const said = { answer: 'luon', lead: 'Phòng Kinh tế', by: 'Lan' }
    const [obligation] = changed(settle(conditional, 'III.1', said)).obligations
    expect(obligation).toMatchObject({
      ...{ state: 'settled', by: 'Lan', lead: 'Phòng Kinh tế' },
      cadence: { conditional: false },
    })
    expect(obligation?.choice).toContain('Chủ trì: Phòng Kinh tế.')
  })

  test('what nobody could read cannot be said to be right', () => {
    expect(settle(review, 'III.3', { answer: '', lead: '', by: 'Lan' })).toBeNull()
  })
})

describe('decisions', () => {
  test('an obligation is skipped and looked at again', () => {
    const skipped = changed(skip(review, 'III.3', 'Lan'))
    expect(waiting(skipped)).toEqual([])
    expect(reopen(skipped, 'III.3')).toEqual(review)
  })

  test('two parts of one obligation are one again when they are merged', () => {
    const parts = split(review, 'III.2')
    expect(parts?.review.obligations.map(({ id }) => id)).toEqual(['III.1', 'III.2', 'III.2-2', 'III.3'])
    const merged = changed(mergeWithNext(changed(parts?.review ?? null), 'III.2'))
    expect(merged.obligations.map(({ id, quote }) => [id, quote])).toEqual(
      review.obligations.map(({ id, quote }) => [id, quote]),
    )
    expect(mergeWithNext(review, 'III.3')).toBeNull()
  })
})

describe('a plan', () => {
  test('waits for what is unread, each under its obligation', () => {
    const plan = planOfReview(review, 'nuoc-sach-2026', OWN)
    expect(plan).toMatchObject({
      ok: false,
      problem: { kind: 'conflict', errors: [{ path: ['obligations', 'III.3', 'when'], code: 'unread' }] },
    })
  })

  test('is the office’s own, with doubts that nobody settled under its assumptions', () => {
    const plan = planOfReview(changed(skip(review, 'III.3', 'Lan')), 'nuoc-sach-2026', OWN)
    if (!plan.ok) throw new Error(plan.problem.detail)
    expect(plan.value).toMatchObject({ id: 'nuoc-sach-2026', unit: OWN, number: '12/KH-UBND', year: 2026 })
    expect(plan.value.obligations[1]?.assumptions).toContain('Văn bản không ghi cơ quan chủ trì.')
  })

  test('for several years asks for the year; read again, what somebody decided stays', () => {
    const lines = ISSUED.map((line) =>
      line.replace('môi trường năm 2026', 'môi trường giai đoạn 2026 - 2030').replace('năm 2026', 'năm    '),
    )
    const open = openReview(proposalOf(lines))
    expect(waiting(open).map(({ code }) => code)).toContain('no-year')
    const skipped = changed(skip(open, 'III.3', 'Lan'))
    const again = readAgain(skipped, proposalOf(lines, 2027))
    expect(again.obligations.map(({ state }) => state)).toEqual(['open', 'open', 'skipped'])
    expect(again.obligations[0]?.cadence).toMatchObject({ window: { from: '2027-01-01' } })
    expect(again.obligations.filter(isDoubtful).length).toBeGreaterThan(0)
  })
})
