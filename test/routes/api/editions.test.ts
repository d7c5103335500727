import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addToken } from '../../support/people.ts'
import { testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-thu'
const mondays = (time: string, more: object = {}) => ({
  ...{ kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=MO', time, duration: 15, declared: 52 },
  ...{ window: { from: '2025-01-01', to: '2025-12-31' }, ...more },
})
const plan = (time: string, more: object = {}) => ({
  ...{ id: 'thu-2025', title: 'Kế hoạch thử', unit: { code: UNIT, name: 'UBND xã Thử' }, year: 2025 },
  topics: [{ id: 'II.1', name: 'Chuyển đổi số', quote: 'tuyên truyền chuyển đổi số' }],
  obligations: [
    {
      ...{ id: 'A.1', title: 'Chuyên mục', channels: ['loudspeaker'], quote: 'mỗi tuần 01 số (52 số/năm)' },
      cadence: mondays(time, more),
    },
  ],
})

let house: Awaited<ReturnType<typeof testHouse>>
let headers: Record<string, string>
beforeEach(async () => {
  house = await testHouse()
  await house.addUnit(UNIT, 'UBND xã Thử')
  headers = {
    authorization: `Bearer ${await addToken(house.db, UNIT, 'leader')}`,
    'content-type': 'application/json',
  }
})
afterEach(() => house[Symbol.asyncDispose]())

async function ask(method: string, path: string, body?: unknown) {
  const init = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
  const answer = await house.ask(`/api/v1${path}`, { method, headers, ...init })
  const text = await answer.text()
  return { status: answer.status, body: text ? JSON.parse(text) : null }
}
const draft = async (time: string, more: object = {}) =>
  ask('POST', '/plans/thu-2025/editions', plan(time, more))
const states = async () => {
  const { body } = await ask('GET', '/plans/thu-2025/editions')
  return body.editions.map(({ number, state, origin, from }: Record<string, unknown>) => [
    number,
    state,
    origin,
    from,
  ])
}
const record = (slot: string) =>
  ask('POST', `/slots/${encodeURIComponent(`thu-2025:A.1:${slot}`)}/facts`, { kind: 'aired' })

test('a draft of more slots than an office could air is refused, and nothing of it is kept', async () => {
  const many = Array.from({ length: 28 }, (_, i) => ({
    ...{ id: `A.${i}`, title: 'Bản tin', channels: ['loudspeaker'], quote: 'mỗi ngày' },
    cadence: { kind: 'rate', rrule: 'FREQ=DAILY;COUNT=365', time: '05:30' },
  }))
  await ask('POST', '/plans', plan('05:30'))
  const sent = await ask('POST', '/plans/thu-2025/editions', { ...plan('05:30'), obligations: many })
  expect([sent.status, sent.body.code]).toEqual([413, 'too-large'])
  expect(await states()).toHaveLength(1)
})

describe('the life of an edition', () => {
  test('a draft changes nothing until somebody adopts it; undoing is an edition of its own', async () => {
    await ask('POST', '/plans', plan('05:30'))
    await record('01')
    const made = await draft('17:30')
    expect([made.status, made.body.edition.number, made.body.edition.state]).toEqual([201, 2, 'draft'])
    expect(made.body.changes.slots.moved).toHaveLength(22)
    expect(made.body.changes.slots.moved[0]).toMatchObject({
      ...{ id: 'thu-2025:A.1:31', start: '2025-08-04T17:30:00+07:00' },
      was: { start: '2025-08-04T05:30:00+07:00' },
    })
    expect((await ask('POST', '/plans/thu-2025/editions/2/send')).body.edition.state).toBe('sent')
    const terms = { from: '2025-09-01', amends: { number: '42/KH-UBND', day: '2025-08-01' } }
    const adopted = await ask('POST', '/plans/thu-2025/editions/2/adopt', terms)
    expect([adopted.status, adopted.body.edition, adopted.body.adoption.moved]).toMatchObject([
      200,
      { number: 2, state: 'adopted', from: '2025-09-01', amends: terms.amends },
      18,
    ])
    const undone = await ask('POST', '/plans/thu-2025/editions/1/adopt')
    expect(undone.body.edition).toMatchObject({ number: 3, origin: 'restored', from: '2025-09-01' })
    expect(await states()).toEqual([
      [1, 'adopted', 'file', '2025-01-01'],
      [2, 'adopted', 'file', '2025-09-01'],
      [3, 'adopted', 'restored', '2025-09-01'],
    ])
    const { body } = await ask('GET', '/slots?from=2025-09-01&to=2025-09-01')
    expect(body.slots.map(({ start }: { start: string }) => start)).toEqual(['2025-09-01T05:30:00+07:00'])
    const told = await ask('GET', '/plans/thu-2025/editions/2/changes')
    expect(told.body.slots.moved).toHaveLength(18)
    expect(told.body.obligations.changed[0].fields[0].field).toBe('cadence')
  })

  test('decided twice, unknown, of another plan: one clear answer each', async () => {
    await ask('POST', '/plans', plan('05:30'))
    await draft('17:30')
    expect((await ask('POST', '/plans/thu-2025/editions/2/adopt', {})).status).toBe(200)
    const detail = async (method: string, path: string, body?: unknown) => {
      const answer = await ask(method, `/plans/thu-2025${path}`, body)
      return [answer.status, answer.body.detail]
    }
    expect(await detail('POST', '/editions/2/adopt', {})).toEqual([
      409,
      expect.stringMatching(/^Bản 2 đã được áp dụng trước đó/),
    ])
    expect(await detail('DELETE', '/editions/2')).toEqual([
      409,
      expect.stringContaining('Bản 2 đã được áp dụng'),
    ])
    expect(await detail('POST', '/editions/7/adopt', {})).toEqual([404, 'Không có bản này.'])
    expect(await detail('GET', '/editions/x')).toEqual([404, 'Không có bản này.'])
    expect(await detail('POST', '/editions', { ...plan('05:30'), id: 'khac-2025' })).toEqual([
      400,
      'Kế hoạch gửi lên có id khác với địa chỉ.',
    ])
    await draft('06:00')
    expect(await detail('POST', '/editions/3/adopt', { from: 'mai' })).toEqual([
      400,
      'Dữ liệu gửi lên chưa đúng.',
    ])
    for (const [from, words] of [
      ['2024-12-31', 'áp dụng từ một ngày trong thời gian của kế hoạch'],
      ['2026-01-01', 'áp dụng từ một ngày trong thời gian của kế hoạch'],
    ])
      expect(await detail('POST', '/editions/3/adopt', { from })).toEqual([
        400,
        expect.stringContaining(words ?? ''),
      ])
    expect((await ask('DELETE', '/plans/thu-2025/editions/3')).body.edition.state).toBe('discarded')
    expect((await draft('06:00')).body.edition.number).toBe(4)
  })

  test('a day before the edition that holds is refused, and a stopped plan takes none', async () => {
    await ask('POST', '/plans', plan('05:30'))
    await record('01')
    await draft('17:30')
    await ask('POST', '/plans/thu-2025/editions/2/adopt', { from: '2025-09-01' })
    await draft('18:00')
    const { status, body } = await ask('POST', '/plans/thu-2025/editions/3/adopt', { from: '2025-08-31' })
    expect([status, body.detail]).toEqual([
      400,
      'Ngày áp dụng chưa đúng: bản đang áp dụng bắt đầu từ 01/9/2025, không lùi về trước ngày đó được.',
    ])
  })

  test('two people at once: one adopts, the other is told', async () => {
    await ask('POST', '/plans', plan('05:30'))
    await draft('17:30')
    const both = await Promise.all([1, 2].map(() => ask('POST', '/plans/thu-2025/editions/2/adopt', {})))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

test('what GET gives can be sent in again, and then nothing changes', async () => {
  await ask('POST', '/plans', plan('05:30', { reruns: { times: 1, afterDays: [3] } }))
  const { body } = await ask('GET', '/plans/thu-2025')
  expect(body.plan.topics[0]).toMatchObject({ id: 'II.1', name: 'Chuyển đổi số' })
  expect((await ask('POST', '/plans', body)).body.adoption).toMatchObject({ edition: 1, changed: false })
  const whole = await ask('GET', '/plans/thu-2025/editions/1')
  expect((await ask('POST', '/plans', whole.body)).body.adoption.changed).toBe(false)
  expect((await ask('POST', '/plans', whole.body.plan)).body.adoption.changed).toBe(false)
})
