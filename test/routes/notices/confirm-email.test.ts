import { expect, test } from 'vitest'
import { openSession } from '../../../src/accounts/session.ts'
import { insertUser } from '../../../src/accounts/user.ts'
import type { Letter } from '../../../src/channels/channel.ts'
import { tick } from '../../../src/scheduler/tick.ts'
import { listRecipients } from '../../../src/store/notices.ts'
import { MONDAY, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-thu'
const HOUR = 3_600_000
const SETTINGS = { thu: 'lan@example.vn', loai: 'ask', yenTu: '00:00', yenDen: '23:59', motTin: '' }

/** A house whose mails are kept, with people who sign in. */
async function house() {
  const mails: { to: unknown; letter: Letter }[] = []
  const keep = {
    reaches: true,
    send: async (letter: Letter, to: unknown) => {
      mails.push({ to, letter })
      return { kind: 'sent' as const }
    },
    close: () => undefined,
  }
  const opened = await testHouse({ channels: { email: keep, webhook: keep } })
  await opened.addUnit(UNIT, 'UBND xã Thử')
  const person = async (name: string) => {
    const user = await insertUser(opened.db, { unit: UNIT, name, role: 'officer' }, MONDAY)
    return openSession(opened.db, { unit: UNIT, id: user.ok ? user.value.id : '' }, MONDAY)
  }
  const post = async (path: string, cookie: string, fields: Record<string, string> = {}) =>
    (await opened.send(path, fields, { cookie })).status
  const beat = () => tick(opened.deps, opened.clock.now)
  const page = async (path: string, cookie?: string) => (await opened.ask(path, { cookie })).text()
  return { ...opened, mails, person, post, beat, page }
}

const linkIn = (letter: Letter | undefined) => /\/xac-nhan-thu\/[\w-]{43}/.exec(letter?.text ?? '')?.[0] ?? ''

test('a new address gets one mail that asks, and nothing else before its owner pressed the button there', async () => {
  await using home = await house()
  const lan = await home.person('Y Lan')
  await home.post('/nhac-viec', lan, SETTINGS)
  expect(await home.post('/nhac-viec/thu', lan)).toBe(400)
  await home.beat()
  expect(home.mails.map(({ to, letter }) => [to, letter.subject])).toEqual([
    ['lan@example.vn', 'Xác nhận địa chỉ nhận tin của UBND xã Thử'],
  ])
  const link = linkIn(home.mails[0]?.letter)
  expect(await listRecipients(home.db, UNIT, 'ask')).toEqual([])
  // Programs that look into mails open links: that confirms nothing.
  expect(await home.page(link)).toContain('lan@example.vn')
  expect(await listRecipients(home.db, UNIT, 'ask')).toEqual([])
  expect([await home.post(link, ''), await home.post(link, '')]).toEqual([200, 410])
  expect((await listRecipients(home.db, UNIT, 'ask')).map(({ route }) => route)).toEqual(['email'])
})
test('who typed a stranger’s address finds the link on no page of ours', async () => {
  await using home = await house()
  const lan = await home.person('Y Lan')
  await home.post('/nhac-viec', lan, { ...SETTINGS, thu: 'nan.nhan@noi-khac.vn' })
  await home.beat()
  const outbox = await home.page('/nhac-viec/tin', lan)
  expect([outbox.includes('Xác nhận địa chỉ thư'), outbox.includes('/xac-nhan-thu/')]).toEqual([true, false])
})
test('another address has to be confirmed anew, and a link of before is no good for it; the same one stays confirmed', async () => {
  await using home = await house()
  const lan = await home.person('Y Lan')
  await home.post('/nhac-viec', lan, SETTINGS)
  await home.beat()
  const first = linkIn(home.mails[0]?.letter)
  await home.post('/nhac-viec', lan, { ...SETTINGS, thu: 'hoa@example.vn' })
  expect(await home.post(first, '')).toBe(410)
  await home.beat()
  expect(home.mails[1]?.to).toBe('hoa@example.vn')
  await home.post(linkIn(home.mails[1]?.letter), '')
  await home.post('/nhac-viec', lan, { ...SETTINGS, thu: 'hoa@example.vn', loai: 'week' })
  expect(await listRecipients(home.db, UNIT, 'week')).toHaveLength(1)
  await home.beat()
  expect(home.mails).toHaveLength(2)
})
test('a link is good for a week', async () => {
  await using home = await house()
  const lan = await home.person('Y Lan')
  await home.post('/nhac-viec', lan, SETTINGS)
  await home.beat()
  home.clock.now = MONDAY + 7 * 24 * HOUR + 1
  expect(await home.post(linkIn(home.mails[0]?.letter), '')).toBe(410)
})
test('a stranger is asked three times a day at most, whoever types the address; a person asks five times', async () => {
  await using home = await house()
  const [lan, hoa] = [await home.person('Y Lan'), await home.person('Y Hoa')]
  const stranger = { ...SETTINGS, thu: 'Nan.Nhan@noi-khac.vn' }
  const statuses = [
    await home.post('/nhac-viec', lan, stranger),
    await home.post('/nhac-viec/xac-nhan-lai', lan),
    await home.post('/nhac-viec', hoa, { ...stranger, thu: 'nan.nhan@noi-khac.vn' }),
    await home.post('/nhac-viec/xac-nhan-lai', lan),
  ]
  expect(statuses).toEqual([303, 303, 303, 429])
  const others = []
  for (let i = 0; i < 4; i++)
    others.push(await home.post('/nhac-viec', hoa, { ...stranger, thu: `a${i}@b.vn` }))
  expect(others).toEqual([303, 303, 303, 303])
  expect(await home.post('/nhac-viec', hoa, { ...stranger, thu: 'a5@b.vn' })).toBe(429)
  expect(await home.page('/nhac-viec', hoa)).toContain('a3@b.vn')
})
test('five messages on trial an hour, and only to an address that was confirmed', async () => {
  await using home = await house()
  const lan = await home.person('Y Lan')
  await home.post('/nhac-viec', lan, { ...SETTINGS, yenTu: '', yenDen: '' })
  await home.beat()
  await home.post(linkIn(home.mails[0]?.letter), '')
  const statuses = []
  for (let i = 0; i < 7; i++) {
    home.clock.now += 1000
    statuses.push(await home.post('/nhac-viec/thu', lan))
  }
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429, 429])
  await home.beat()
  expect(home.mails.filter(({ letter }) => letter.subject === 'Tin thử từ Nhịp Sóng')).toHaveLength(5)
})
