import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { post } from '../../src/channels/http.ts'
import { smtpChannel } from '../../src/channels/smtp.ts'
import { newWebhookSecret, webhookChannel } from '../../src/channels/webhook.ts'
import type { Instant } from '../../src/core/wall-clock.ts'
import type { Deps } from '../../src/deps.ts'
import { nodeCopies } from '../../src/node/copies.ts'
import { write } from '../../src/store/db.ts'
import { addWebhook, listWebhooks } from '../../src/store/notices.ts'
import { enterMessages } from '../../src/store/outbox.ts'
import { failingTurns } from '../../src/store/turns.ts'
import { mailServer } from '../support/mail-server.ts'
import { planData, planOf, samplePlan } from '../support/plans.ts'
import { receiver } from '../support/receiver.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { at, office, stamp, UNIT } from './office.ts'

const MINUTE = 60_000

/** One airing each day at 05:30, for `days` days. */
const dailyPlan = (start: string, days: number, plan: Record<string, unknown> = {}) =>
  planOf(planData({ kind: 'rate', rrule: `FREQ=DAILY;COUNT=${days}`, start, time: '05:30' }, plan))

async function withMail(given: Partial<Deps> = {}) {
  const mail = await mailServer()
  const email = smtpChannel({ url: mail.url, from: 'nhip-song@nhip.test' })
  const house = await office({ channels: { email, webhook: webhookChannel(post) }, ...given })
  const close = async () => {
    email.close()
    await mail[Symbol.asyncDispose]()
    await house[Symbol.asyncDispose]()
  }
  return { ...house, mail, [Symbol.asyncDispose]: close }
}

const outbox = async ({ db }: Pick<Deps, 'db'>) =>
  (await db.query.messages.findMany({ orderBy: (row, { asc }) => asc(row.key) })).map(
    ({ key, attempts, sentAt, failedAt, error }) => ({
      ...{ key: key.replace(/:[^:]*$/, ''), attempts, error },
      sent: sentAt && stamp(sentAt),
      failed: failedAt && stamp(failedAt),
    }),
  )

test('the mail server is down for a day, then up: what waited arrives, each once', async () => {
  await using house = await withMail()
  await house.adopt(dailyPlan('2025-08-01', 10))
  await house.person('lan', { kinds: ['ask'] })
  await house.beat('2025-08-04 05:00')
  await house.mail.switchOff()
  await house.walk('2025-08-04 05:01', '2025-08-05 21:00')
  expect(house.mail.mails).toEqual([])
  await house.mail.switchOn()
  await house.walk('2025-08-05 21:01', '2025-08-06 12:00')
  expect(house.mail.mails.map(({ to, subject }) => [to, subject])).toEqual([
    ['lan@example.vn', '1 khung thứ Ba 5/8 chưa xác nhận'],
    ['lan@example.vn', '1 khung thứ Hai 4/8 chưa xác nhận'],
  ])
  expect((await outbox(house)).map(({ attempts, error }) => [attempts > 1, error])).toEqual([
    [true, null],
    [true, null],
  ])
})

async function withWebhook(answer: () => number | null) {
  const there = await receiver({ answer })
  const house = await withMail()
  await house.adopt(dailyPlan('2025-08-01', 30))
  await house.person('lan', { kinds: ['ask'] })
  const webhook = { unit: UNIT, id: 'nhom', name: 'Nhóm Zalo', url: there.url, secret: newWebhookSecret() }
  await addWebhook(house.db, { ...webhook, kinds: ['ask'], createdAt: 0 })
  await house.beat('2025-08-04 05:00')
  const close = async () => {
    await house[Symbol.asyncDispose]()
    await there[Symbol.asyncDispose]()
  }
  return { ...house, there, [Symbol.asyncDispose]: close }
}

test('a webhook that answers 500 is tried again, later each time, and does not hold up the mail', async () => {
  await using house = await withWebhook(() => 500)
  await house.walk('2025-08-04 19:59', '2025-08-05 05:00')
  expect(house.mail.mails.length).toBe(1)
  const tries = house.there.received.map(({ headers }) => stamp(Number(headers['webhook-timestamp']) * 1000))
  expect(tries).toEqual([
    '2025-08-04 20:00',
    '2025-08-04 20:01',
    '2025-08-04 20:06',
    '2025-08-04 20:21',
    '2025-08-04 21:21',
    '2025-08-05 00:21',
  ])
  house.there.answer = () => 200
  await house.walk('2025-08-05 05:01', '2025-08-05 12:00')
  expect(new Set(house.there.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect((await outbox(house)).every(({ sent, error }) => sent && error === null)).toBe(true)
})

test('a webhook that answers 410 is stopped, and gets nothing more', async () => {
  await using house = await withWebhook(() => 410)
  await house.walk('2025-08-04 19:59', '2025-08-07 12:00')
  expect(house.there.received.length).toBe(1)
  expect(house.mail.mails.length).toBe(3)
  expect(
    (await listWebhooks(house.db, UNIT)).map(({ stoppedAt, stoppedWhy }) => [
      stoppedAt && stamp(stoppedAt),
      stoppedWhy,
    ]),
  ).toEqual([['2025-08-04 20:00', 'nơi nhận trả lời 410']])
})

test('a message that cannot be written holds up nobody, is shown, and is given up when it is stale', async () => {
  await using house = await withMail()
  await house.adopt(dailyPlan('2025-08-01', 10))
  const userId = await house.person('lan', { kinds: ['ask'] })
  await house.beat('2025-08-04 05:00')
  const broken = {
    unit: UNIT,
    key: 'broken:1:x',
    template: 'ask',
    data: { path: '/' },
    route: 'email',
    userId,
  }
  const times = { createdAt: house.clock.now, dueAt: house.clock.now, usefulUntil: at('2025-08-04 21:00') }
  await write(house.db, [enterMessages([{ ...broken, ...times }])])
  await house.walk('2025-08-04 05:01', '2025-08-04 22:00')
  expect(house.mail.mails.map(({ subject }) => subject)).toEqual(['1 khung thứ Hai 4/8 chưa xác nhận'])
  expect(await outbox(house)).toMatchObject([
    { key: 'ask:2025-08-04T20:00', sent: '2025-08-04 20:00', failed: null },
    { key: 'broken:1', sent: null, failed: expect.stringMatching('2025-08-04'), error: 'mẫu tin bị lỗi' },
  ])
})

/** Runs a beat in a process of its own. Answers how it ended. */
const process_ = (database: string, mail: string, now: Instant, mode: string) =>
  new Promise<{ signal: string | null; output: string }>((done) => {
    const script = fileURLToPath(new URL('process.ts', import.meta.url))
    const child = spawn(process.execPath, [script, database, mail, String(now), mode])
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk
      })
    child.once('close', (_, signal) => done({ signal, output }))
  })

test.each([
  ['die-before-send', 1],
  ['die-after-send', 2],
])(
  'a process killed between claim and record (%s): the message comes back, with the id it had',
  async (mode, mails) => {
    await using house = await withMail()
    await house.adopt(dailyPlan('2025-08-01', 10))
    await house.person('lan', { kinds: ['ask'] })
    await house.beat('2025-08-04 05:00')
    const evening = at('2025-08-04 20:00')
    expect((await process_(house.url, house.mail.url, evening, mode)).signal).toBe('SIGKILL')
    await house.beat(evening + MINUTE)
    expect(house.mail.mails.length).toBe(mails - 1)
    await house.walk('2025-08-04 20:02', '2025-08-04 23:00')
    expect(house.mail.mails.length).toBe(mails)
    expect(new Set(house.mail.mails.map(({ messageId }) => messageId)).size).toBe(1)
    expect((await outbox(house)).length).toBe(1)
  },
)

test('a process killed in the middle of a turn: the turn comes back, and the message is entered once', async () => {
  await using house = await withMail()
  await house.adopt(dailyPlan('2025-08-01', 10))
  await house.person('lan', { kinds: ['ask'] })
  await house.beat('2025-08-04 05:00')
  const evening = at('2025-08-04 20:00')
  expect((await process_(house.url, house.mail.url, evening, 'die-in-turn')).signal).toBe('SIGKILL')
  expect(await outbox(house)).toEqual([])
  await house.walk('2025-08-04 20:01', '2025-08-04 23:00')
  expect(house.mail.mails.length).toBe(1)
})

test('two processes and a hundred units whose turn has come: each is asked once', async () => {
  await using house = await withMail()
  for (let n = 0; n < 100; n++) {
    const code = `xa-${n}`
    await house.adopt(dailyPlan('2025-08-01', 10, { unit: { code, name: `Xã ${n}` } }))
    await house.person(`lan${n}`, { kinds: ['ask'] }, code)
  }
  await house.beat('2025-08-04 05:00')
  const evening = at('2025-08-04 20:00')
  const ended = await Promise.all([1, 2].map(() => process_(house.url, house.mail.url, evening, 'beat')))
  const reports = ended.map(({ output }) => JSON.parse(output) as { turns: number; sent: number })
  expect(reports.map(({ turns }) => turns > 5)).toEqual([true, true])
  const addresses = house.mail.mails.map(({ to }) => to)
  expect([addresses.length, new Set(addresses).size]).toEqual([100, 100])
  expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(100)
})

test('the clock is set back an hour: nothing is said twice, and nothing is left out', async () => {
  await using house = await office()
  await house.adopt(dailyPlan('2025-08-01', 10))
  await house.person('lan', { kinds: ['ask', 'remind'] })
  await house.walk('2025-08-04 05:00', '2025-08-04 20:10')
  await house.walk('2025-08-04 19:10', '2025-08-05 12:00')
  expect(house.subjects()).toEqual([
    '2025-08-04 19:00 lan: Thứ Ba 5/8: 1 khung',
    '2025-08-04 20:00 lan: 1 khung thứ Hai 4/8 chưa xác nhận',
  ])
})

test('a clock that showed 2035 for a moment does not silence the office for ten years', async () => {
  await using house = await office()
  await house.adopt(dailyPlan('2025-08-01', 10))
  await house.person('lan', { kinds: ['ask'] })
  await house.walk('2025-08-04 05:00', '2025-08-04 12:00')
  await house.beat('2035-01-01 12:00')
  const wrong = house.carried.length
  await house.walk('2025-08-04 12:05', '2025-08-05 12:00')
  expect(house.subjects().slice(wrong)).toEqual(['2025-08-04 20:00 lan: 1 khung thứ Hai 4/8 chưa xác nhận'])
})

test('forty days off over New Year: the new year is there, nothing is confirmed by itself, and each gets one message', async () => {
  await using house = await office()
  const plan = samplePlan('ngok-tu-2025')
  await house.adopt(plan)
  const unit = plan.unit.code
  await house.person('lan', { kinds: ['remind', 'ask', 'week', 'window', 'report', 'pace'] }, unit)
  await house.person('chu-tich', { kinds: ['month', 'new-year'] }, unit)
  await house.person('khach', { kinds: [] }, unit)
  await house.walk('2025-11-25 08:00', '2025-11-27 17:00')
  const before = house.carried.length
  await house.walk('2026-01-06 07:30', '2026-01-06 08:00')
  expect(house.subjects().slice(before).sort()).toEqual([
    '2026-01-06 07:30 chu-tich: Tổng hợp 41 ngày máy chủ nghỉ: 6 khung chưa xác nhận',
    '2026-01-06 07:30 lan: Tổng hợp 41 ngày máy chủ nghỉ: 6 khung chưa xác nhận',
  ])
  const { text } = house.carried[before]?.letter ?? { text: '' }
  expect(text).toContain('Đây là một tin thay cho mọi tin từ 26/11/2025 đến 06/01/2026.')
  expect(text).toMatch(/- 2\/12 17:30 Chuyên mục phát thanh về chuyển đổi số/)
  expect(text).toMatch(
    /- Báo cáo kết quả .* – hạn thứ Bảy 20\/12\/2025 \(ngày làm việc cuối: thứ Sáu 19\/12\), quá 17 ngày/,
  )
  expect(text).toMatch(/- Truyền thông .* năm 2025: 90 kỳ/)
  const slots = await house.db.query.slots.findMany({
    where: (slot, { eq }) => eq(slot.planId, 'ngok-tu-2025@2026'),
  })
  expect(slots.length).toBe(90)
  expect(await house.db.query.facts.findMany()).toEqual([])
})

test('the disk is full at night: the copy fails, is shown, is tried each hour, and the rest goes on', async () => {
  await using folder = await tempFolder()
  await writeFile(`${folder.path}/full`, 'no folder can be made here')
  const entry = fileURLToPath(new URL('../../src/node.ts', import.meta.url))
  const DATABASE_URL = `file:${folder.path}/nhip-song.db`
  await using house = await office({
    copies: nodeCopies({ BACKUP_DIR: `${folder.path}/full`, DATABASE_URL }, entry),
  })
  await house.adopt(dailyPlan('2025-08-01', 10))
  await house.person('lan', { kinds: ['ask'] })
  await house.walk('2025-08-04 05:00', '2025-08-05 03:45')
  expect(house.carried.length).toBe(1)
  expect(
    (await failingTurns(house.db)).map(({ job, failedAt, error }) => [
      job,
      failedAt && stamp(failedAt),
      error,
    ]),
  ).toEqual([['backup', '2025-08-05 03:30', `Không tạo được thư mục sao lưu ${folder.path}/full.`]])
})
