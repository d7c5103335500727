import { expect, test } from 'vitest'
import { incidentInput } from '../../../src/core/record/incident-input.ts'

const said = { kind: 'power', from: '2025-08-04', to: '2025-08-05' }

test('an incident of a year that no plan can have is refused', () => {
  expect(incidentInput.safeParse(said).success).toBe(true)
  const refused = incidentInput.safeParse({ ...said, from: '9999-08-04', to: '9999-08-05' })
  expect(refused.error?.issues.map(({ path }) => path)).toEqual([['from'], ['to']])
})
