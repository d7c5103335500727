import { expect, test } from 'vitest'
import { testHouse } from '../../support/test-house.ts'

test.each(['/dang-nhap', '/khong-co', '/healthz', '/api/v1/slots'])(
  '%s allows nothing inline and nothing from elsewhere',
  async (path) => {
    await using house = await testHouse()
    const { headers } = await house.ask(path)
    const names = ['content-security-policy', 'x-content-type-options', 'x-frame-options', 'referrer-policy']
    expect(names.map((name) => headers.get(name))).toEqual([
      "default-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
      'nosniff',
      'DENY',
      'same-origin',
    ])
  },
)
test('browsers are held to https where the server has it, and only there', async () => {
  await using house = await testHouse()
  const hsts = async () => (await house.ask('/dang-nhap')).headers.get('strict-transport-security')
  expect(await hsts()).toBeNull()
  house.deps.baseUrl = 'https://nhip.test'
  expect(await hsts()).toBe('max-age=31536000')
})
