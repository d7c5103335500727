import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { addToken } from '../../support/people.ts'
import { testHouse } from '../../support/test-house.ts'

const FILE = readFileSync('content/plans/duc-pho-2024.yaml', 'utf8')

test('a plan that is sent becomes one of the token’s office, whatever office its file names', async () => {
  await using house = await testHouse()
  await house.addUnit('xa-moi', 'UBND xã Mới')
  const headers = { authorization: `Bearer ${await addToken(house.db, 'xa-moi', 'leader')}` }
  const sent = await house.ask('/api/v1/plans', { method: 'POST', headers, body: FILE })
  const { plan, adoption } = await sent.json()
  const all = await (await house.ask('/api/v1/plans', { headers })).json()
  expect([sent.status, plan.unit, adoption.added, all.plans]).toEqual([
    201,
    { code: 'xa-moi', name: 'UBND xã Mới' },
    17,
    [plan],
  ])
})
