import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { post } from '../../src/channels/http.ts'
import { newWebhookSecret, webhookChannel } from '../../src/channels/webhook.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { letter } from './letter.ts'

const secret = newWebhookSecret()
const channel = webhookChannel(post)

type Asked = { path: string; headers: Record<string, unknown>; body: string }

/** Zalo, as far as a recipe knows them. */
async function service(answer: (asked: Asked) => object) {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const one = { path: request.url ?? '', headers: request.headers, body: await text(request) }
    asked.push(one)
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer(one)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = () => new Promise<void>((done) => server.close(() => done()))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    [Symbol.asyncDispose]: close,
  }
}

/** A recipe of `docs/cong-noi/`, running. */
async function recipe(name: string, env: Record<string, string>) {
  const child = spawn(process.execPath, [`docs/cong-noi/${name}.mjs`], {
    env: { ...process.env, KHOA: secret, CONG: '0', ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [line] = await once(child.stdout, 'data')
  const url = `http://127.0.0.1:${/\d+/.exec(String(line))?.[0]}`
  const stop = async () => {
    child.kill()
    await once(child, 'exit')
  }
  return { url, [Symbol.asyncDispose]: stop }
}

test('Zalo OA: the token is renewed and kept, each follower gets the message once and a long one in parts, a refusal is tried again later', async () => {
  await using folder = await tempFolder()
  const file = join(folder.path, 'zalo-oa.json')
  await writeFile(file, JSON.stringify({ refresh: 'cu' }))
  let refuses = false
  await using zalo = await service(({ path }) => {
    if (path.includes('access_token'))
      return { access_token: 'moi', refresh_token: 'sau', expires_in: '90000' }
    return refuses ? { error: -213, message: 'User has not interacted' } : { error: 0 }
  })
  const app = { UNG_DUNG: '42', KHOA_UNG_DUNG: 'bi-mat', NGUOI: 'lan,hoa', TEP: file }
  await using relay = await recipe('zalo-oa', { ...app, ZALO: zalo.url, ZALO_OAUTH: zalo.url })
  expect(await channel.send(letter, { url: relay.url, secret }, Date.now())).toEqual({ kind: 'sent' })
  expect(
    zalo.asked.map(({ path, headers, body }) => [path, headers.access_token ?? headers.secret_key, body]),
  ).toEqual([
    ['/v4/oa/access_token', 'bi-mat', 'refresh_token=cu&app_id=42&grant_type=refresh_token'],
    ...['lan', 'hoa'].map((user) => [
      '/v3.0/oa/message/cs',
      'moi',
      JSON.stringify({
        recipient: { user_id: user },
        message: { text: `${letter.subject}\n\n${letter.text}` },
      }),
    ]),
  ])
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ access: 'moi', refresh: 'sau' })
  zalo.asked.length = 0
  const now = Date.now()
  expect(await channel.send(letter, { url: relay.url, secret }, now)).toEqual({ kind: 'sent' })
  expect(await channel.send(letter, { url: relay.url, secret: newWebhookSecret() }, now)).toMatchObject({
    ...{ kind: 'never', why: 'nơi nhận trả lời 401' },
  })
  const old = { ...letter, id: 'old' }
  expect(await channel.send(old, { url: relay.url, secret }, now - 600_000)).toMatchObject({ kind: 'never' })
  expect(zalo.asked).toEqual([])
  const long = Array.from({ length: 150 }, (_, n) => `Khung phát thứ ${n} của tuần`).join('\n')
  await channel.send({ ...letter, id: 'long', text: long }, { url: relay.url, secret }, now)
  const texts = zalo.asked
    .slice(0, zalo.asked.length / 2)
    .map(({ body }) => JSON.parse(body).message.text as string)
  expect([texts.length > 1, texts.every(({ length }) => length <= 2000)]).toEqual([true, true])
  expect(texts.join('\n')).toBe(`${letter.subject}\n\n${long}`)
  refuses = true
  expect(await channel.send({ ...letter, id: 'next' }, { url: relay.url, secret }, Date.now())).toMatchObject(
    {
      kind: 'later',
      why: 'nơi nhận trả lời 502',
    },
  )
})
