import { expect, test } from 'vitest'
import {
  hashPassword,
  NOBODYS_PASSWORD,
  passwordError,
  passwordMatches,
} from '../../src/accounts/password.ts'

test.each([
  ['mười ký t', 'too-short'],
  ['mười ký t'.normalize('NFD'), 'too-short'],
  ['x'.repeat(201), 'too-long'],
  ['0905123456', 'only-digits'],
  ['abababababab', 'too-simple'],
  ['Nguyễn.Lan 2025', 'contains-username'],
  ...[
    ...['password12', 'qwerty12345', 'matkhau123', 'Mật khẩu 10', 'abcd123456', '1234567890a', 'anhyeuem123'],
    ...['nhipsong2026', 'Aa123456789', '!!Dragon--2026', 'ngoktu2026ngoktu', 'a1b2c3d4e5f6', 'ngoktu2026!'],
    ...['1q2w3e4r5t6y', 'Xã Ngọk Tụ 2026', 'anhyeuemnhieu', '😀😀😀😀😀abcde'],
  ].map((password): [string, string] => [password, 'too-common']),
  ['Gió mùa đông bắc', null],
  ['loa xã phát lúc 5h30', null],
  ['mật khẩu của tôi rất dài', null],
  ['口令是一个秘密的东西', null],
])('the password %j is refused as %j', (password, code) => {
  expect(passwordError(password, ['nguyen.lan', 'xa-ngok-tu'])?.code ?? null).toBe(code)
})
test('a short username may occur in a password by chance', () => {
  expect(passwordError('phong lan rừng', ['lan'])).toBeNull()
})
test('two hashes of one password differ, and both match it alone', async () => {
  const [one, two] = await Promise.all([hashPassword('Gió mùa đông bắc'), hashPassword('Gió mùa đông bắc')])
  expect(one).toMatch(/^scrypt\$16384\$8\$5\$[\w-]{22}\$[\w-]{43}$/)
  expect(one).not.toBe(two)
  expect(await passwordMatches('Gió mùa đông bắc', two)).toBe(true)
  expect(await passwordMatches('Gió mùa đông nam', two)).toBe(false)
})
test('a key of an earlier, cheaper cost still matches', async () => {
  // scrypt('Gió mùa đông bắc', salt of 16 zero bytes, N=1024, r=8, p=1), from Python's hashlib.
  const stored = 'scrypt$1024$8$1$AAAAAAAAAAAAAAAAAAAAAA$HGIAXhufRuUL-PfC8GobDDMmbV6fw--85FWaqb3gFqQ'
  expect(await passwordMatches('Gió mùa đông bắc', stored)).toBe(true)
})
test('nobody’s password matches nothing that one could guess', async () => {
  expect(await passwordMatches('', NOBODYS_PASSWORD)).toBe(false)
})
