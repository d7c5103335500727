import { expect, test } from 'vitest'
import { addOfficer, addToken } from '../../support/people.ts'
import { BASE_URL, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-ngok-tu'

async function house() {
  const opened = await testHouse()
  await opened.addUnit(UNIT)
  const cookie = await addOfficer(opened.db, UNIT, { username: 'lan', password: 'Gió mùa đông bắc' })
  const send = async (headers: Record<string, string>, url = `${BASE_URL}/tai-khoan/phien-khac`) => {
    const all = { cookie: `nhip_song=${cookie}`, ...headers }
    return (await opened.app.request(url, { method: 'POST', headers: all, body: new URLSearchParams() }))
      .status
  }
  return { opened, send }
}

test.each([
  ['its own page', { origin: BASE_URL }, 303],
  ['its own page, as newer browsers say it', { 'sec-fetch-site': 'same-origin' }, 303],
  ['a page of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
  ['a neighbour below the same domain', { origin: 'http://x.nhip.test', 'sec-fetch-site': 'same-site' }, 403],
  ['a sandboxed frame', { origin: 'null' }, 403],
  ['an old browser, which names the page only', { referer: `${BASE_URL}/tai-khoan` }, 303],
  ['an old browser on a page of another site', { referer: 'https://evil.example/' }, 403],
  ['a program without a browser, with a cookie of its own', {}, 303],
  [
    'a page of another site, in a type that needs no leave',
    { origin: 'https://evil.example', 'content-type': 'text/plain' },
    403,
  ],
  [
    'a page of another site, as JSON',
    { origin: 'https://evil.example', 'content-type': 'application/json' },
    403,
  ],
])('a form from %s', async (_, headers, status) => {
  const { opened, send } = await house()
  await using _house = opened
  expect(await send(headers as Record<string, string>)).toBe(status)
})
test('behind a proxy that ends TLS and names itself, the public address counts', async () => {
  const { opened, send } = await house()
  await using _ = opened
  opened.deps.baseUrl = 'https://nhipsong.example.vn'
  const inside = 'http://127.0.0.1:8787/tai-khoan/phien-khac'
  expect(await send({ origin: 'https://nhipsong.example.vn' }, inside)).toBe(303)
  expect(await send({ origin: 'https://evil.example' }, inside)).toBe(403)
})
test('a program with a token needs no origin', async () => {
  const { opened } = await house()
  await using _ = opened
  const authorization = `Bearer ${await addToken(opened.db, UNIT, 'leader')}`
  const answer = await opened.app.request(`${BASE_URL}/api/v1/plans`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'text/plain' },
    body: 'id: thieu',
  })
  expect(answer.status).toBe(400)
})
test('a token on a form of another site does not make the cookie count', async () => {
  const { opened, send } = await house()
  await using _ = opened
  expect(await send({ origin: 'https://evil.example', authorization: 'Bearer x' })).toBe(303)
  const answer = await opened.ask('/tai-khoan', { headers: { authorization: 'Bearer x' } })
  expect(answer.headers.get('location')).toBe('/dang-nhap?tiep=%2Ftai-khoan')
})
