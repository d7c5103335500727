import { expect, test } from 'vitest'
import { wordsOf, zaloChannel } from '../../src/channels/zalo.ts'
import { TOKEN, wordOf, zaloServer } from '../support/zalo-server.ts'
import { letter } from './letter.ts'

const bot = (api: string, token = TOKEN) => zaloChannel({ api, token, webhookSecret: null, link: null })
const NOW = Date.UTC(2026, 9, 1)

test('a message is one POST with subject and text; a long one ends with a sentence and says where the rest is', async () => {
  await using zalo = await zaloServer()
  expect(await bot(zalo.url).send(letter, 'lan', NOW)).toEqual({ kind: 'sent' })
  expect(zalo.said).toEqual([{ chat: 'lan', text: `${letter.subject}\n\n${letter.text}` }])
  const long = { ...letter, text: 'Một câu của tin dài. '.repeat(200) }
  expect(await bot(zalo.url).send(long, 'lan', NOW)).toEqual({ kind: 'sent' })
  const sent = zalo.said.at(-1)?.text ?? ''
  expect(sent.length).toBeLessThanOrEqual(2000)
  expect(sent.endsWith(`Một câu của tin dài.\n\n(Tin còn nữa. Xem đủ: ${letter.url})`)).toBe(true)
})

const body = (error_code: number) => ({ body: { ok: false, error_code, description: 'secret of Zalo' } })
const down = (why: string) => ({ kind: 'later', why, down: true })

test.each([
  [
    'blocked, in a body with status 200',
    body(403),
    { kind: 'never', why: 'Zalo không cho bot gửi đến người này nữa', gone: true },
  ],
  [
    'blocked, by status',
    { status: 403, body: 'no' },
    { kind: 'never', why: 'Zalo không cho bot gửi đến người này nữa', gone: true },
  ],
  ['a text that it will not take', body(400), { kind: 'never', why: 'Zalo trả lời 400' }],
  [
    'too many, with a time',
    { status: 429, body: {}, headers: { 'retry-after': '120' } },
    { ...down('Zalo trả lời 429'), afterMs: 120_000 },
  ],
  ['too many, in a body', body(429), down('Zalo trả lời 429')],
  ['its own trouble', { status: 502, body: '<html>' }, down('Zalo trả lời 502')],
  ['its own trouble, in a body', body(500), down('Zalo trả lời 500')],
  ['no reason at all', { body: { ok: false } }, down('Zalo trả lời không đọc được')],
  ['HTML with status 200', { body: '<html>' }, down('Zalo trả lời không đọc được')],
  ['nothing with status 200', { body: '' }, down('Zalo trả lời không đọc được')],
  [
    'a way to another place',
    { status: 302, body: '', headers: { location: 'https://zalo.example' } },
    { kind: 'never', why: 'Zalo trả lời 302' },
  ],
])('%s', async (_, refusal, delivery) => {
  await using zalo = await zaloServer()
  zalo.refuses = () => refusal
  expect(await bot(zalo.url).send(letter, 'lan', NOW)).toEqual(delivery)
})

test('a token that Zalo does not know, and a Zalo that is not there, are told without the token', async () => {
  await using zalo = await zaloServer()
  const wrong = bot(zalo.url, '999:wrong')
  expect(await wrong.send(letter, 'lan', NOW)).toEqual(down('Zalo không nhận mã của bot'))
  expect(await wrong.hear(NOW)).toEqual({ words: [], more: false, why: 'Zalo không nhận mã của bot' })
  const shut = await zaloServer()
  await shut[Symbol.asyncDispose]()
  const gone = bot(shut.url)
  expect(await gone.send(letter, 'lan', NOW)).toEqual(down('Zalo từ chối kết nối'))
  expect(await gone.say('lan', 'chào')).toBe(false)
})

test('what was written is heard word by word, until nobody wrote', async () => {
  await using zalo = await zaloServer()
  zalo.write('lan', 'chào', { id: 'a', date: NOW - 5 })
  zalo.waiting.push({
    ok: true,
    result: { event_name: 'message.sticker.received', message: { sticker: 'x' } },
  })
  zalo.waiting.push({ ok: true })
  const asked = [await bot(zalo.url).hear(NOW), await bot(zalo.url).hear(NOW), await bot(zalo.url).hear(NOW)]
  expect(asked).toEqual([
    { words: [{ id: 'a', chat: 'lan', at: NOW - 5, text: 'chào' }], more: true },
    { words: [], more: true },
    { words: [], more: false },
  ])
  expect(await bot(zalo.url).hear(NOW)).toEqual({ words: [], more: false })
})

test('a group is not heard, nor what is no message; a clock that is ahead says now', () => {
  const heard = (data: unknown) => wordsOf((data as { result: unknown }).result, NOW)
  expect(heard(wordOf('nhom', 'K7QM-2XPA', { type: 'GROUP' }))).toEqual([])
  expect(heard({ result: 'message' })).toEqual([])
  expect(heard(wordOf('lan', 'a', { date: NOW + 9e9, id: 'x' }))[0]?.at).toBe(NOW)
  expect(heard(wordOf('lan', 'a', { date: 1_759_276_800, id: 'x' }))[0]?.at).toBe(1_759_276_800_000)
})
