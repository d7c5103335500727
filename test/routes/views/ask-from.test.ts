import { expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import { expand } from '../../../src/core/slot.ts'
import { askFrom } from '../../../src/routes/views/plans/ask-from.ts'
import { samplePlan } from '../../support/plans.ts'

const PLAN = samplePlan('ngok-tu-2025')
const SLOTS = expand(PLAN, calendars.periods)
const TODAY = '2025-09-01'

test('a plan that comes in mid-year says how much of it lies back, and asks from when it shall ask', () => {
  const view = askFrom(PLAN, SLOTS, null, TODAY)
  expect(view?.words).toMatch(/^\d+ kỳ của kế hoạch này đã qua ngày\./)
  expect(view?.choices).toEqual([
    { href: '?tu=2025-01-01#ap-dung', words: 'Từ ngày có hiệu lực 24/7/2025', chosen: false },
    { href: '?tu=2025-09-01#ap-dung', words: 'Chỉ từ hôm nay 01/9/2025', chosen: false },
  ])
})

test('the chosen day stands there as chosen', () => {
  const later = SLOTS.filter(({ date }) => date !== null && date >= TODAY)
  const view = askFrom(PLAN, later, TODAY, TODAY)
  expect(view?.words).toContain('không được hỏi')
  expect(view?.choices.map(({ chosen }) => chosen)).toEqual([false, true])
})

test('nothing is asked before the plan is in force, or after its year', () => {
  expect(askFrom(PLAN, SLOTS, null, '2025-07-01')).toBeNull()
  expect(askFrom(PLAN, SLOTS, null, '2026-02-01')).toBeNull()
})
