import { expect, test } from 'vitest'
import { openSession } from '../../../src/accounts/session.ts'
import { createUser } from '../../../src/accounts/user.ts'
import { consoleChannel } from '../../../src/channels/console.ts'
import { zaloChannel } from '../../../src/channels/zalo.ts'
import { tick } from '../../../src/scheduler/tick.ts'
import { findZaloLink } from '../../../src/store/zalo.ts'
import { MONDAY, testHouse } from '../../support/test-house.ts'
import { TOKEN, wordOf, zaloServer } from '../../support/zalo-server.ts'

const UNIT = 'xa-thu'
const SECRET = 'mot khoa dai'.replaceAll(' ', '-')

async function house(webhookSecret: string | null = null) {
  const zalo = await zaloServer()
  const nobody = consoleChannel(() => undefined)
  const bot = { api: zalo.url, token: TOKEN, webhookSecret, link: 'https://zalo.me/bot' }
  const opened = await testHouse({ channels: { email: nobody, webhook: nobody, zalo: zaloChannel(bot) } })
  await opened.addUnit(UNIT, 'UBND xã Thử')
  const made = await createUser(opened.db, { unit: UNIT, name: 'Lan', role: 'officer' }, MONDAY)
  const id = made.ok ? made.value.id : ''
  const cookie = await openSession(opened.db, { unit: UNIT, id }, MONDAY)
  const textOf = async (answer: Response) =>
    (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  return {
    ...opened,
    zalo,
    link: () => findZaloLink(opened.db, UNIT, id),
    read: async (path: string) => textOf(await opened.ask(path, { cookie })),
    press: (path: string, fields = {}) => opened.send(path, fields, { cookie }),
    askCode: async () => {
      const text = await textOf(await opened.send('/tai-khoan/zalo', {}, { cookie }))
      return [/[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(text)?.[0] ?? '', text] as const
    },
    beat: () => tick(opened.deps, opened.clock.now),
    bring: (secret: string | null, body: unknown) =>
      opened.app.request('http://nhip.test/zalo', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret !== null && { 'x-bot-api-secret-token': secret }),
        },
        body: JSON.stringify(body),
      }),
    [Symbol.asyncDispose]: async () => {
      await opened[Symbol.asyncDispose]()
      await zalo[Symbol.asyncDispose]()
    },
  }
}

test('from the account page to the chat and back: each step is said there, the code once', async () => {
  await using home = await house()
  expect(await home.read('/tai-khoan')).toContain('Nhận tin nhắc ngay trên Zalo')
  const [code, page] = await home.askCode()
  expect(page).toContain('15 phút')
  const waiting = await home.read('/tai-khoan')
  expect(waiting).toContain('Đang chờ anh/chị gửi mã cho bot, đến 08:15.')
  expect(waiting).not.toContain(code)
  home.zalo.write('c1', code, { date: MONDAY })
  await home.beat()
  expect(await home.read('/tai-khoan')).toContain('Tin nhắc đến Zalo của anh/chị, nối từ ngày 04/8/2025.')
  expect(await home.read('/nhac-viec')).toContain('Anh/chị nhận 6 loại tin qua Zalo')
  await home.press('/nhac-viec/thu')
  await home.beat()
  expect(home.zalo.said.at(-1)).toMatchObject({ chat: 'c1' })
  expect(await home.read('/nhac-viec/tin')).toContain('qua Zalo')
  await home.press('/nhac-viec', { thu: '', loai: 'ask', qua: 'thu' })
  expect((await home.link())?.carries).toBe(false)
  expect(await home.read('/nhac-viec')).toContain('Chưa có địa chỉ thư')
  const left = await home.press('/tai-khoan/zalo/thoi')
  expect(left.headers.get('location')).toBe('/tai-khoan?xong=thoi-zalo')
  expect(await home.read('/tai-khoan')).toContain(
    'Không còn nối từ 08:00 ngày 04/8/2025: anh/chị đã bấm “Thôi nối” ở trang này.',
  )
})

test('codes may be asked for ten times an hour', async () => {
  await using home = await house()
  for (let i = 0; i < 10; i++) await home.askCode()
  expect((await home.press('/tai-khoan/zalo')).status).toBe(429)
})

test('a server without a bot offers none and takes nothing', async () => {
  await using home = await house()
  home.deps.channels.zalo = undefined
  expect(await home.read('/tai-khoan')).not.toContain('Zalo')
  expect((await home.press('/tai-khoan/zalo')).status).toBe(404)
  expect((await home.bring(SECRET, wordOf('c1', 'chào'))).status).toBe(404)
})

test('Zalo brings what was written, with the secret alone; then the beat asks for nothing', async () => {
  await using home = await house(SECRET)
  const [code, page] = await home.askCode()
  expect(page).not.toContain('hai phút')
  const word = wordOf('c1', code, { date: MONDAY })
  for (const secret of [null, '', 'sai', TOKEN]) expect((await home.bring(secret, word)).status).toBe(401)
  expect((await home.link())?.chat).toBeNull()
  for (const odd of [null, [], 'chào', {}, { result: null }, { message: { text: 5 } }])
    expect((await home.bring(SECRET, odd)).status).toBe(204)
  expect((await home.bring(SECRET, word)).status).toBe(204)
  expect((await home.bring(SECRET, word)).status).toBe(204)
  expect((await home.link())?.chat).toBe('c1')
  expect(home.zalo.said.map(({ text }) => text.slice(0, 6))).toEqual(['Đã nối'])
  // As some of Zalo's pages show it: what happened, by itself.
  await home.bring(SECRET, wordOf('c1', 'huỷ', { date: MONDAY + 1 }).result)
  expect((await home.link())?.chat).toBeNull()
  await home.beat()
  expect(home.zalo.calls.getUpdates).toBeUndefined()
})

test('a chat that guesses is not answered for ever', async () => {
  await using home = await house(SECRET)
  for (let i = 0; i < 25; i++) await home.bring(SECRET, wordOf('c9', 'ABCD-EFGH', { date: MONDAY }))
  expect(home.zalo.said.length).toBe(20)
})
