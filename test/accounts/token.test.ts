import { expect, test } from 'vitest'
import { createToken, holderOfToken, listTokens, revokeToken } from '../../src/accounts/token.ts'
import { commandLine } from '../../src/store/audit.ts'
import { apiTokens } from '../../src/store/schema.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'

async function house() {
  const opened = await testHouse()
  await opened.addUnit(UNIT)
  const token = await createToken(opened.db, { unit: UNIT, role: 'officer', name: ' Bảng điện tử ' }, MONDAY)
  if (!token.ok) throw new Error(token.problem.detail)
  return { opened, ...token.value }
}

test('a token speaks for its unit with its role', async () => {
  const { opened, id, secret } = await house()
  await using _ = opened
  expect(secret).toMatch(/^nhipsong_[\w-]{43}$/)
  expect(await holderOfToken(opened.db, secret, MONDAY)).toEqual({
    who: { unit: UNIT, id, name: 'Bảng điện tử', role: 'officer', via: 'token' },
    rules: { graceMinutes: null },
    ownDays: [],
  })
  expect(await holderOfToken(opened.db, `${secret}x`, MONDAY)).toBeNull()
})
test('the database holds a hash of the token; using it writes nothing', async () => {
  const { opened, secret } = await house()
  await using _ = opened
  const before = await opened.db.select().from(apiTokens)
  expect(JSON.stringify(before)).not.toContain(secret.slice('nhipsong_'.length))
  await holderOfToken(opened.db, secret, MONDAY)
  expect(await opened.db.select().from(apiTokens)).toEqual(before)
})
test('a revoked token is refused at once and leaves the list', async () => {
  const { opened, id, secret } = await house()
  await using _ = opened
  expect(await revokeToken(opened.db, commandLine(UNIT), id, MONDAY)).toEqual({ ok: true, value: null })
  expect(await holderOfToken(opened.db, secret, MONDAY)).toBeNull()
  expect(await listTokens(opened.db, UNIT)).toEqual([])
})
test('another unit neither sees nor revokes it', async () => {
  const { opened, id, secret } = await house()
  await using _ = opened
  expect(await listTokens(opened.db, 'xa-khac')).toEqual([])
  expect(await revokeToken(opened.db, commandLine('xa-khac'), id, MONDAY)).toEqual({
    ok: false,
    problem: { kind: 'not-found', detail: 'Không có mã truy cập này.' },
  })
  expect((await holderOfToken(opened.db, secret, MONDAY))?.who.id).toBe(id)
})
test.each(['  ', 'Ñaøi truyeàn thanh'])('a token named %j is refused', async (name) => {
  const { opened } = await house()
  await using _ = opened
  const refused = await createToken(opened.db, { unit: UNIT, role: 'viewer', name }, MONDAY)
  expect(refused.ok ? null : refused.problem.kind).toBe('invalid')
})
