import { expect, test } from 'vitest'
import { deactivate } from '../../src/accounts/membership.ts'
import { createUser } from '../../src/accounts/user.ts'
import { askForCode } from '../../src/actions/zalo.ts'
import { zaloChannel } from '../../src/channels/zalo.ts'
import { ROLE_NOTICES } from '../../src/core/notice/notice.ts'
import { write } from '../../src/store/db.ts'
import { findNoticeSettings } from '../../src/store/notices.ts'
import { enterMessages } from '../../src/store/outbox.ts'
import { chooseZalo, findZaloLink } from '../../src/store/zalo.ts'
import { planData, planOf } from '../support/plans.ts'
import { TOKEN, zaloServer } from '../support/zalo-server.ts'
import { at, office, stamp, UNIT } from './office.ts'

const daily = planOf(
  planData({ kind: 'rate', rrule: 'FREQ=DAILY;COUNT=30', start: '2025-08-01', time: '05:30' }),
)

async function withZalo() {
  const zalo = await zaloServer()
  const logged: string[] = []
  const house = await office({ trace: (entry) => void logged.push(JSON.stringify(entry)) })
  const bot = { api: zalo.url, token: TOKEN, webhookSecret: null, link: null }
  house.deps.channels = { ...house.deps.channels, zalo: zaloChannel(bot) }
  await house.adopt(daily)
  await house.beat('2025-08-04 05:00')
  await house.beat('2025-08-04 08:00')
  const who = (id: string) => ({ unit: UNIT, id, name: 'lan' })
  const codeFor = async (id: string) => {
    const code = await askForCode(house.db, who(id), house.clock.now)
    return code.ok ? code.value : ''
  }
  return {
    ...house,
    zalo,
    logged,
    codeFor,
    /** A person whose chat is linked. */
    linked: async (id: string, chat = 'chat-lan') => {
      zalo.write(chat, await codeFor(id), { date: house.clock.now })
      await house.beat(house.clock.now + 60_000)
      zalo.said.length = 0
    },
    link: (id: string) => findZaloLink(house.db, UNIT, id),
    texts: () => zalo.said.map(({ chat, text }) => `${chat}: ${text.split('\n')[0]}`),
    [Symbol.asyncDispose]: async () => {
      await house[Symbol.asyncDispose]()
      await zalo[Symbol.asyncDispose]()
    },
  }
}

const DONE = 'chat-lan: Đã nối với tài khoản lan, UBND xã Thử. Tin nhắc sẽ đến đây. Nhắn “huỷ” để thôi nhận.'

test('a code that is written to the bot links that chat, once; messages then go there and not by mail', async () => {
  await using house = await withZalo()
  const lan = await house.person('lan', { kinds: ['ask'] })
  const code = await house.codeFor(lan)
  const word = [code.toLowerCase().replace('-', ' '), { id: 'w-1', date: house.clock.now }] as const
  house.zalo.write('chat-lan', ...word)
  house.zalo.write('chat-lan', ...word)
  await house.beat('2025-08-04 08:01')
  house.zalo.write('chat-lan', ...word)
  await house.beat('2025-08-04 08:02')
  expect(house.texts()).toEqual([DONE])
  expect(await house.link(lan)).toMatchObject({ chat: 'chat-lan', carries: true, codeUntil: null })
  await house.walk('2025-08-04 19:59', '2025-08-04 20:30')
  expect(house.texts().slice(1)).toEqual(['chat-lan: 1 khung thứ Hai 4/8 chưa xác nhận'])
  expect(house.subjects()).toEqual([])
})

test('whoever has no mail hears on Zalo what their role hears', async () => {
  await using house = await withZalo()
  const made = await createUser(house.db, { unit: UNIT, name: 'lan', role: 'officer' }, 0)
  const lan = made.ok ? made.value.id : ''
  await house.linked(lan)
  expect(await findNoticeSettings(house.db, UNIT, lan)).toMatchObject({
    email: null,
    kinds: ROLE_NOTICES.officer,
  })
  await house.walk('2025-08-04 19:59', '2025-08-04 20:30')
  expect(house.texts()).toContain('chat-lan: 1 khung thứ Hai 4/8 chưa xác nhận')
})

test('a code that is wrong, used or too old links nothing, and is answered once', async () => {
  await using house = await withZalo()
  const lan = await house.person('lan', { kinds: ['ask'] })
  const code = await house.codeFor(lan)
  house.zalo.write('chat-la', 'ABCD-EFGH', { id: 'x' })
  house.zalo.write('chat-la', 'ABCD-EFGH', { id: 'x' })
  house.zalo.write('chat-la', 'xin chào')
  await house.beat('2025-08-04 08:16')
  house.zalo.write('chat-lan', code)
  await house.codeFor(await house.person('hoa', { kinds: [] }))
  await house.beat('2025-08-04 08:17')
  expect(house.texts().map((text) => text.slice(0, 30))).toEqual([
    'chat-la: Mã này không đúng hoặ',
    'chat-la: Để nhận tin nhắc ở đâ',
    'chat-lan: Mã này không đúng ho',
  ])
  expect((await house.link(lan))?.chat).toBeNull()
})

test('“huỷ” ends it, and one that arrives late ends nothing that was linked after it', async () => {
  await using house = await withZalo()
  const lan = await house.person('lan', { kinds: ['ask'] })
  await house.linked(lan)
  const linkedAt = (await house.link(lan))?.linkedAt ?? 0
  house.zalo.write('chat-lan', 'huỷ', { date: linkedAt - 1000 })
  await house.beat('2025-08-04 08:05')
  expect((await house.link(lan))?.chat).toBe('chat-lan')
  house.zalo.write('chat-lan', 'Hủy', { id: 'h', date: linkedAt + 1000 })
  house.zalo.write('chat-lan', 'Hủy', { id: 'h', date: linkedAt + 1000 })
  await house.beat('2025-08-04 08:06')
  expect(await house.link(lan)).toMatchObject({ chat: null, endedWhy: 'anh/chị đã nhắn “huỷ” cho bot' })
  expect(house.texts().at(-1)).toContain('chat-lan: Đã huỷ')
  // Written before the “huỷ”, heard after it.
  house.zalo.write('chat-lan', await house.codeFor(lan), { date: linkedAt + 500 })
  await house.beat('2025-08-04 08:07')
  expect((await house.link(lan))?.chat).toBeNull()
  await house.walk('2025-08-04 19:59', '2025-08-04 20:30')
  expect(house.subjects()).toEqual(['2025-08-04 20:00 lan: 1 khung thứ Hai 4/8 chưa xác nhận'])
})

test('who blocks the bot is linked no more, and the message goes to their mail', async () => {
  await using house = await withZalo()
  const lan = await house.person('lan', { kinds: ['ask'] })
  await house.linked(lan)
  house.zalo.refuses = () => ({ body: { ok: false, error_code: 403 } })
  await house.walk('2025-08-04 19:59', '2025-08-04 20:30')
  expect(house.subjects()).toEqual(['2025-08-04 20:01 lan: 1 khung thứ Hai 4/8 chưa xác nhận'])
  expect(house.carried[0]?.letter.text).toContain('http://nhip.test/nhac-viec')
  expect(await house.link(lan)).toMatchObject({
    ...{ chat: null, endedWhy: 'Zalo không cho bot gửi đến người này nữa' },
  })
  expect(house.zalo.calls.sendMessage).toBe(2)
})

test('too many messages at once wait as long as Zalo says, and arrive once', async () => {
  await using house = await withZalo()
  const lan = await house.person('lan', { kinds: ['ask'] })
  await house.linked(lan)
  house.zalo.refuses = () => ({ status: 429, body: {}, headers: { 'retry-after': '1800' } })
  await house.beat('2025-08-04 20:00')
  house.zalo.refuses = () => null
  await house.walk('2025-08-04 20:01', '2025-08-04 20:29')
  expect(house.texts()).toEqual([])
  await house.walk('2025-08-04 20:30', '2025-08-04 21:00')
  expect(house.texts()).toEqual(['chat-lan: 1 khung thứ Hai 4/8 chưa xác nhận'])
})

test('whoever chose mail gets mail, and their chat stays linked', async () => {
  await using house = await withZalo()
  const lan = await house.person('lan', { kinds: ['ask'] })
  await house.linked(lan)
  await chooseZalo(house.db, UNIT, lan, false)
  await house.walk('2025-08-04 19:59', '2025-08-04 20:30')
  expect([house.subjects().length, house.texts().length]).toEqual([1, 0])
})

test('who left has no chat, and hears nothing', async () => {
  await using house = await withZalo()
  const lan = await house.person('lan', { kinds: ['ask'] })
  await house.person('hoa', { kinds: [] })
  await house.linked(lan)
  await deactivate({ db: house.db, who: { unit: UNIT, id: 'hoa', name: 'Hoa' }, now: house.clock.now }, lan)
  expect(await house.link(lan)).toBeNull()
  await house.walk('2025-08-04 19:59', '2025-08-04 20:30')
  expect(house.texts()).toEqual([])
})

test('nobody asks Zalo while nobody waits; a Zalo that fails holds up nothing, and no log says the token', async () => {
  await using house = await withZalo()
  await house.beat('2025-08-04 08:10')
  expect(house.zalo.calls).toEqual({})
  const lan = await house.person('lan', { kinds: ['ask'] })
  await house.person('hoa', { kinds: ['ask'] })
  await house.linked(lan)
  house.zalo.waiting.push({ ok: false, error_code: 500, description: TOKEN })
  house.zalo.refuses = () => ({ status: 500, body: TOKEN })
  await house.beat('2025-08-04 20:00')
  expect(house.subjects()).toEqual(['2025-08-04 20:00 hoa: 1 khung thứ Hai 4/8 chưa xác nhận'])
  const [message] = (await house.db.query.messages.findMany()).filter(({ userId }) => userId === lan)
  expect(message).toMatchObject({ route: 'zalo', error: 'Zalo trả lời 500', sentAt: null })
  house.deps.channels.zalo = zaloChannel({
    api: house.zalo.url,
    token: '9:sai',
    webhookSecret: null,
    link: null,
  })
  await house.beat('2025-08-04 20:10')
  expect(house.logged.filter((line) => /zalo/.test(line)).length).toBeGreaterThan(2)
  expect(house.logged.join()).not.toMatch(/abc-DEF|9:sai|127\.0\.0\.1|chat-lan/)
})

test('without a bot what waits for Zalo waits, and goes by mail once the chat is left', async () => {
  await using house = await withZalo()
  const lan = await house.person('lan', { kinds: ['ask'] })
  await house.linked(lan)
  house.deps.channels.zalo = undefined
  const now = at('2025-08-04 10:00')
  const row = { unit: UNIT, key: 'k', template: 'test', data: { path: '/' }, route: 'zalo', userId: lan }
  await write(house.db, [
    enterMessages([{ ...row, createdAt: now, dueAt: now, usefulUntil: now + 86_400_000 }]),
  ])
  await house.beat(now)
  expect((await house.db.query.messages.findFirst())?.error).toBe('máy chủ không còn nối với bot Zalo')
  expect(stamp(now)).toBe('2025-08-04 10:00')
})
