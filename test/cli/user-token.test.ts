import { expect, test } from 'vitest'
import { setPassword } from '../../src/accounts/password-link.ts'
import { holderOfToken } from '../../src/accounts/token.ts'
import type { CliWorld } from '../../src/cli/command.ts'
import { runCli } from '../../src/cli/main.ts'
import { readConfig } from '../../src/config.ts'
import { principalOfSession } from '../support/people.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

async function house(...codes: string[]) {
  const opened = await testHouse()
  for (const code of codes) await opened.addUnit(code, `UBND ${code}`)
  const run = async (...argv: string[]) => {
    const [out, err]: [string[], string[]] = [[], []]
    const world: CliWorld = {
      out: (line) => out.push(line),
      err: (line) => err.push(line),
      clock: () => MONDAY,
      version: () => '',
      readFile: () => Promise.reject(new Error('reads no file')),
      config: () => readConfig({ BASE_URL: 'https://nhip.test' }),
      openDb: async () => opened.db,
      tick: () => Promise.reject(new Error('keeps no beat')),
      serve: () => Promise.reject(new Error('serves nothing')),
    }
    return { code: await runCli(argv, world), out, err: err.join('\n') }
  }
  return { opened, run }
}

test('user add prints the link alone on the last line, and the link lets that person in', async () => {
  const { opened, run } = await house('xa-ngok-tu')
  await using _ = opened
  const { code, out } = await run('user', 'add', ' Nguyễn  Thị Lan', '--role', 'officer')
  expect([code, out[0]]).toEqual([
    0,
    'Đã thêm Nguyễn Thị Lan (Cán bộ ghi nhận, UBND xa-ngok-tu). Tên đăng nhập: nguyen.thi.lan',
  ])
  const secret = /^https:\/\/nhip\.test\/mat-khau\/([\w-]{43})$/.exec(out.at(-1) ?? '')?.[1]
  const set = await setPassword(opened.db, secret ?? '', 'Gió mùa đông bắc', MONDAY)
  const who = await principalOfSession(opened.db, set.ok ? set.value : '', MONDAY)
  expect([who?.unit, who?.name, who?.role]).toEqual(['xa-ngok-tu', 'Nguyễn Thị Lan', 'officer'])
})
test('user link gives somebody known a new link', async () => {
  const { opened, run } = await house('xa-ngok-tu')
  await using _ = opened
  const first = (await run('user', 'add', 'lan', '--role', 'viewer')).out.at(-1)
  const { code, out } = await run('user', 'link', 'lan')
  expect([code, out.at(-1) === first]).toEqual([0, false])
  expect(out.at(-1)).toMatch(/^https:\/\/nhip\.test\/mat-khau\/[\w-]{43}$/)
})
test('token add prints the token alone on the last line', async () => {
  const { opened, run } = await house('xa-ngok-tu', 'xa-khac')
  await using _ = opened
  const { code, out } = await run('token', 'add', '--role', 'viewer', '--unit', 'xa-khac')
  const who = (await holderOfToken(opened.db, out.at(-1) ?? '', MONDAY))?.who
  expect([code, who?.unit, who?.role]).toEqual([0, 'xa-khac', 'viewer'])
})
test.each([
  [['user', 'add', 'lan', '--role', 'viewer'], [], 'Chưa có đơn vị nào'],
  [
    ['user', 'add', 'lan', '--role', 'viewer'],
    ['xa-a', 'xa-b'],
    'Hãy thêm --unit. Các đơn vị đang có: xa-a, xa-b.',
  ],
  [['user', 'add', 'lan', '--role', 'viewer', '--unit', 'xa-c'], ['xa-a'], 'Không có đơn vị "xa-c".'],
  [['user', 'add', 'lan'], ['xa-a'], 'Thiếu --role'],
  [['user', 'add', 'lan', '--role', 'boss'], ['xa-a'], 'Không có vai trò "boss"'],
  [['user', 'add', '--role', 'viewer'], ['xa-a'], 'Cách dùng'],
  [['user', 'remove', 'lan'], ['xa-a'], 'Cách dùng'],
  [['user', 'link', 'lan'], ['xa-a'], 'không có người dùng "lan"'],
  [['user', 'add', '?', '--role', 'viewer'], ['xa-a'], 'tên đăng nhập cần ít nhất 2'],
  [['token', 'add'], ['xa-a'], 'Thiếu --role'],
  [['token', '--role', 'viewer'], ['xa-a'], 'Cách dùng'],
  [['token', 'add', '--role', 'viewer', '--unit', 'xa-c'], ['xa-a'], 'Không có đơn vị "xa-c".'],
])('%j with the units %j ends with exit code 1 and says why', async (argv, codes, words) => {
  const { opened, run } = await house(...codes)
  await using _ = opened
  const { code, out, err } = await run(...argv)
  expect([code, out, err.includes(words) || err]).toEqual([1, [], true])
})
