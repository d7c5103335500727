import { expect, test } from 'vitest'
import { ACTIONS, can, isRole, ROLES } from '../../src/core/role.ts'

test('each role may do what it is named for, and all that the ones before it may', () => {
  const table = ROLES.map((role) => [
    role,
    ACTIONS.filter((action) => can(role, action))
      .sort()
      .join(' '),
  ])
  expect(table).toEqual([
    ['viewer', 'read subscribe'],
    ['officer', 'read record subscribe'],
    ['leader', 'adopt approve close read record subscribe'],
    ['admin', 'administer adopt approve close read record subscribe'],
  ])
})
test('only the four roles are roles, not what every object has', () => {
  expect(['viewer', 'admin', 'boss', 'toString', ''].map(isRole)).toEqual([true, true, false, false, false])
})
