import { expect, test } from 'vitest'
import { safePath, signInPath } from '../../src/routes/safe-path.ts'

test.each([
  ['/', '/'],
  ['/tuan/2025-W32?kenh=loa#hom-nay', '/tuan/2025-W32?kenh=loa#hom-nay'],
  ['/khung/ngok-tu-2025:C.I.2.đ:01', '/khung/ngok-tu-2025:C.I.2.%C4%91:01'],
  ['', '/'],
  [undefined, '/'],
  ['tuan', '/'],
  ['https://evil.example/', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/.//evil.example', '/'],
  ['/x/..//evil.example', '/'],
  ['javascript:alert(1)', '/'],
])('%j leads to %j', (given, path) => {
  expect(safePath(given)).toBe(path)
})
test('the sign-in page remembers where one was going', () => {
  expect(signInPath('/')).toBe('/dang-nhap')
  expect(signInPath('/nam/2025?a=1&b=2')).toBe('/dang-nhap?tiep=%2Fnam%2F2025%3Fa%3D1%26b%3D2')
})
