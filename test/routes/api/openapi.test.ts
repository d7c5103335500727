import { afterAll, expect, test } from 'vitest'
import { can } from '../../../src/core/role.ts'
import { testHouse } from '../../support/test-house.ts'
import { ACCESS } from '../access-table.ts'

type Call = { parameters?: { name: string; in: string }[]; responses: Record<string, unknown> }

let pauses = 0
const goOn = async () => void pauses++
const house = await testHouse({ turns: { begin: async () => undefined, goOn } })
afterAll(() => house[Symbol.asyncDispose]())
const { paths } = (await (await house.ask('/api/openapi.json')).json()) as {
  paths: Record<string, Record<string, Call>>
}
const described = Object.fromEntries(
  Object.entries(paths).flatMap(([path, calls]) =>
    Object.entries(calls).map(([method, call]) => [
      `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      call,
    ]),
  ),
)

test('who asks for the description first lets others have their turn after each room', () => {
  const rooms = new Set(Object.keys(paths).map((path) => path.split('/')[3]))
  expect(pauses).toBe(rooms.size)
})
test('every call of the API is described, and no other', () => {
  const calls = Object.keys(ACCESS).filter((call) => call.includes(' /api/v1/'))
  expect(Object.keys(described).sort()).toEqual(calls.sort())
})
test.each(Object.entries(described))(
  '%s says that it needs a token, and more than any role',
  (name, call) => {
    const { may } = ACCESS[name] ?? { may: 'nobody' }
    const forEvery = may === 'everybody' || may === 'nobody' || can('viewer', may)
    expect(call.responses).toHaveProperty('401')
    if (!forEvery) expect(call.responses).toHaveProperty('403')
  },
)
test('every call with a body says that it may be too large', () => {
  const sent = Object.entries(described).filter(([name]) => name.startsWith('POST '))
  for (const [, call] of sent) expect(call.responses).toHaveProperty('413')
})
test('the calls that record say what a repeated key does', () => {
  const withKey = Object.keys(described).filter((name) =>
    described[name]?.parameters?.some((one) => one.in === 'header' && one.name === 'Idempotency-Key'),
  )
  expect(withKey.sort()).toEqual([
    'POST /api/v1/extras',
    'POST /api/v1/incidents',
    'POST /api/v1/plans/:id/obligations/:clause/facts',
    'POST /api/v1/slots/:id/evidence',
    'POST /api/v1/slots/:id/facts',
  ])
})
