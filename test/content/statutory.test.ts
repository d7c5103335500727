/** The sample of what laws ask of every commune: each obligation rests on words of a text that it names. */
import { expect, test } from 'vitest'
import { calendars } from '../../src/calendars.ts'
import { lint } from '../../src/core/plan/lint.ts'
import { foreignTexts } from '../../src/core/plan/own-plan.ts'
import { samplePlan } from '../support/plans.ts'

const plan = samplePlan('thong-tin-co-so-2026')

test('each obligation says in a text’s own words how often or how long, and names the text', () => {
  expect(
    plan.obligations.map(({ quote, assumptions: [source] }) => [
      quote,
      source?.match(/\d+\/20\d\d\S*[A-Z\d]/)?.[0],
    ]),
  ).toEqual([
    ['ít nhất là 03 ngày liên tục', '10/2022/QH15'],
    ['ít nhất là 30 ngày liên tục kể từ ngày niêm yết', '10/2022/QH15'],
    ['lập, cập nhật theo từng quý', '10/2022/QH15'],
    ['ít nhất 03 (ba) lần trong thời hạn ít nhất 05 (năm) ngày', '09/2021/TT-BTP'],
    ['với tần xuất 03 lần/ngày trong thời gian 07 ngày liên tục', '101/2010/NĐ-CP'],
    ['chậm nhất 07 ngày trước ngày bầu cử', '10/2022/QH15'],
  ])
})

test('it gives cause for no warning, and no text of it names another office', () => {
  expect(lint(plan, calendars.periods, calendars.work)).toEqual([])
  expect(foreignTexts(plan, plan.unit.name)).toEqual([])
})
