import { expect, test } from 'vitest'
import { unitCodeOf, usernameOf } from '../../src/core/slug.ts'

test.each([
  ['Nguyễn Thị Lan', 'nguyen.thi.lan'],
  ['  Đặng  Văn-Đức ', 'dang.van.duc'],
  ['lan', 'lan'],
  ['Lân'.normalize('NFD'), 'lan'],
  ['.@!', ''],
])('the name %j signs in as %j', (name, username) => {
  expect(usernameOf(name)).toBe(username)
})
test.each([
  ['UBND xã Ngọk Tụ', 'xa-ngok-tu'],
  ['Xã Ngọk Tụ', 'xa-ngok-tu'],
  ['Ủy ban nhân dân phường Đông Hoà', 'phuong-dong-hoa'],
  ['UBND', 'ubnd'],
  ['***', ''],
])('the unit %j gets the code %j', (name, code) => {
  expect(unitCodeOf(name)).toBe(code)
})
test('a code that was cut to length ends in a letter', () => {
  expect(unitCodeOf(`${'a'.repeat(59)} xã Dài`)).toBe('a'.repeat(59))
})
