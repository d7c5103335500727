import { expect, test } from 'vitest'
import { mailApiChannel } from '../../src/channels/mail-api.ts'
import { receiver } from '../support/receiver.ts'
import { MONDAY } from '../support/test-house.ts'
import { letter } from './letter.ts'

const FROM = 'Nhịp Sóng <nhip-song@nhip.test>'

test('a mail is handed over with a key that makes a second attempt harmless', async () => {
  await using there = await receiver({ answer: () => 200 })
  const channel = mailApiChannel({ url: `${there.url}/emails`, key: 're_123', from: FROM })
  expect(await channel.send(letter, 'lan@example.vn', MONDAY)).toEqual({ kind: 'sent' })
  const [got] = there.received
  expect([got?.path, got?.headers.authorization, got?.headers['idempotency-key']]).toEqual([
    '/emails',
    'Bearer re_123',
    letter.id,
  ])
  expect(JSON.parse(got?.body ?? '')).toEqual({
    from: FROM,
    to: ['lan@example.vn'],
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    headers: { 'List-Unsubscribe': '<https://nhip.test/nhac-viec>', 'Auto-Submitted': 'auto-generated' },
  })
})

test.each([
  [500, { kind: 'later', why: 'dịch vụ thư trả lời 500', down: true }],
  [429, { kind: 'later', why: 'dịch vụ thư trả lời 429', down: true }],
  [401, { kind: 'later', why: 'dịch vụ thư trả lời 401', down: true }],
  [422, { kind: 'never', why: 'dịch vụ thư trả lời 422' }],
])('an answer of %d', async (status, delivery) => {
  await using there = await receiver({ answer: () => status })
  const channel = mailApiChannel({ url: there.url, key: 'k', from: FROM })
  expect(await channel.send(letter, 'lan@example.vn', MONDAY)).toEqual(delivery)
})
