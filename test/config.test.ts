import { expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'

/** Names of the settings that are refused. */
const refused = (env: Record<string, string>): string[] => {
  const config = readConfig(env)
  return config.ok || config.problem.kind !== 'invalid'
    ? []
    : config.problem.errors.map(({ path }) => String(path[0]))
}

test('without any setting the defaults work, and an empty one counts as absent', () => {
  expect(readConfig({ PORT: '', MAIL_URL: '' })).toEqual(readConfig({}))
  expect(readConfig({})).toMatchObject({
    ok: true,
    value: {
      ...{ PORT: 8787, BASE_URL: 'http://localhost:8787', DATABASE_URL: 'file:data/nhip-song.db' },
      ...{ MAIL_URL: 'console:', MAIL_FROM: 'Nhịp Sóng <nhip-song@localhost>' },
    },
  })
})

test.each<Record<string, string>>([
  { PORT: ' ' },
  { PORT: '65536' },
  { PORT: '1e3' },
  { PORT: '-1' },
  { DATABASE_URL: 'data/nhip-song.db' },
  { DATABASE_URL: 'file:' },
  { DATABASE_URL: 'file:100%.db' },
  { DATABASE_URL: 'file:a.db?mode=ro' },
  { BASE_URL: 'nhipsong.vn' },
  { BASE_URL: 'ftp://nhipsong.vn' },
  { BASE_URL: 'https://nhipsong.vn/lich' },
  { BASE_URL: 'https://nhipsong.vn?a=1' },
  { MAIL_URL: 'pop3://thu.vn' },
  { MAIL_URL: 'smtp://thu.vn:port' },
  { MAIL_URL: 'smtp://dai:100%@thu.vn' },
  { MAIL_FROM: 'ai đó' },
  { BEAT: 'yes' },
  { LOG: 'debug' },
  { WEBHOOK_LOCAL: 'true' },
  { TRUSTED_PROXIES: 'máy chủ' },
  { TRUSTED_PROXIES: '10.0.0.0/40' },
])('%o is refused by name', (env) => {
  expect(refused(env)).toEqual(Object.keys(env))
})

test.each([
  [{ PORT: '0' }, { PORT: 0 }],
  [{ BASE_URL: 'https://nhipsong.vn//' }, { BASE_URL: 'https://nhipsong.vn' }],
  [{ DATABASE_URL: 'file:C:/Dữ liệu/nhip.db' }, {}],
  [{ DATABASE_URL: 'libsql://nhip.turso.io?tls=0' }, {}],
  [{ MAIL_URL: 'smtps://dai%40xa.vn:m%25%3A@thu.vn:465' }, {}],
  [{ MAIL_FROM: 'Đài xã <dai@xa.vn>' }, {}],
  [{ TRUSTED_PROXIES: '127.0.0.1 ::1' }, { TRUSTED_PROXIES: ['127.0.0.1', '::1'] }],
])('%o is taken', (env, more) => {
  expect(readConfig(env)).toMatchObject({ ok: true, value: { ...env, ...more } })
})
