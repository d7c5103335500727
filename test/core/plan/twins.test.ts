import { expect, test } from 'vitest'
import { apartTitle, twinClause, twinDetails, twinsOf } from '../../../src/core/plan/twins.ts'
import { recordsOf } from '../../routes/views/records.ts'
import { fourADay } from '../../support/four-a-day.ts'

const STATION = fourADay()
const TITLES = ['Bản tin', 'Bản tin', 'Phòng, chống thiên tai', 'Gương người tốt']

/** The first slot of each of four obligations, the first two of which bear one title. */
function firstSlots(id: string) {
  const obligations = STATION.obligations.map((one, i) => ({ ...one, title: TITLES[i] ?? '' }))
  const records = recordsOf({ ...STATION, id, obligations })
  const plan = { id, title: `Kế hoạch truyền thông ${id} năm 2025`, year: 2025, runsOn: false }
  return obligations.flatMap((one) => {
    const first = records.find(({ slot }) => slot.obligationId === one.id)
    return first ? [{ ...first, plan }] : []
  })
}

test('of one title in one plan the clause tells apart, in two plans the plan as well, and of others nothing is said', () => {
  const [a, b] = [firstSlots('số một'), firstSlots('số hai')]
  const alone = twinsOf(a)
  expect(a.map((one) => twinDetails(alone, one))).toEqual([['mục A.1'], ['mục A.2'], [], []])
  expect(a.map((one) => apartTitle(alone, one))).toEqual([
    'Bản tin, mục A.1',
    'Bản tin, mục A.2',
    ...TITLES.slice(2),
  ])
  const both = twinsOf([...a, ...b])
  expect(b.map((one) => twinDetails(both, one))).toEqual([
    ['mục A.1', 'Truyền thông số hai'],
    ['mục A.2', 'Truyền thông số hai'],
    ['Truyền thông số hai'],
    ['Truyền thông số hai'],
  ])
  expect(b.map((one) => twinClause(both, one))).toEqual(['mục A.1', 'mục A.2', null, null])
})
