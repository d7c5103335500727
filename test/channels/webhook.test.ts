import { createHmac } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { post } from '../../src/channels/http.ts'
import { newWebhookSecret, webhookChannel } from '../../src/channels/webhook.ts'
import { receiver } from '../support/receiver.ts'
import { MONDAY } from '../support/test-house.ts'
import { letter } from './letter.ts'

const channel = webhookChannel(post)
const secret = newWebhookSecret()

afterEach(() => vi.restoreAllMocks())

test('the JSON holds what a chat needs, and the signature is the one of Standard Webhooks', async () => {
  await using there = await receiver()
  expect(await channel.send(letter, { url: `${there.url}/tin`, secret }, MONDAY)).toEqual({ kind: 'sent' })
  const [got] = there.received
  expect(JSON.parse(got?.body ?? '')).toEqual({
    type: 'ask',
    timestamp: '2025-08-04T01:00:00.000Z',
    data: { unit: letter.unit, subject: letter.subject, text: letter.text, url: letter.url },
  })
  const { 'webhook-id': id, 'webhook-timestamp': timestamp } = got?.headers ?? {}
  expect([id, timestamp, got?.headers['content-type']]).toEqual([
    letter.id,
    String(MONDAY / 1000),
    'application/json; charset=utf-8',
  ])
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${got?.body}`).digest('base64')
  expect(got?.headers['webhook-signature']).toBe(`v1,${signature}`)
})

test.each([
  [200, { kind: 'sent' }],
  [500, { kind: 'later', why: 'nơi nhận trả lời 500', down: true }],
  [429, { kind: 'later', why: 'nơi nhận trả lời 429', down: true }],
  [410, { kind: 'never', why: 'nơi nhận trả lời 410', gone: true }],
  [404, { kind: 'never', why: 'nơi nhận trả lời 404' }],
  [302, { kind: 'never', why: 'nơi nhận trả lời 302' }],
])('an answer of %d', async (status, delivery) => {
  await using there = await receiver({ answer: () => status })
  there.headers = status === 302 ? { location: `${there.url}/khac` } : {}
  expect(await channel.send(letter, { url: there.url, secret }, MONDAY)).toEqual(delivery)
  expect(there.received.length).toBe(1)
})

test('a receiver that says when to come back is believed, up to a day', async () => {
  await using there = await receiver({ answer: () => 503 })
  there.headers = { 'retry-after': '120' }
  expect(await channel.send(letter, { url: there.url, secret }, MONDAY)).toMatchObject({ afterMs: 120_000 })
  there.headers = { 'retry-after': '99999999' }
  expect(await channel.send(letter, { url: there.url, secret }, MONDAY)).toMatchObject({
    afterMs: 86_400_000,
  })
})

test('a receiver that never answers is left after its time', async () => {
  await using there = await receiver({ answer: () => null })
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const control = new AbortController()
    setTimeout(() => control.abort(new DOMException('late', 'TimeoutError')), 20)
    return control.signal
  })
  expect(await channel.send(letter, { url: there.url, secret }, MONDAY)).toEqual({
    kind: 'later',
    why: 'nơi nhận không trả lời',
    down: true,
  })
})

test('nobody there', async () => {
  const there = await receiver()
  await there[Symbol.asyncDispose]()
  expect(await channel.send(letter, { url: there.url, secret }, MONDAY)).toEqual({
    kind: 'later',
    why: 'nơi nhận từ chối kết nối',
    down: true,
  })
})
