import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recordFact } from '../../src/actions/record-fact.ts'
import { inputOf } from '../../src/core/fact.ts'
import { listSlots } from '../../src/store/slots.ts'
import { commandLine } from '../support/command-line.ts'
import { contentOf, database } from '../support/database.ts'
import { moment } from '../support/facts.ts'

const NOW = moment('2025-08-04 08:00')
const file = (more = '', { id = 'thu-2025', time = '05:30' } = {}) => `id: ${id}
title: Kế hoạch thử
unit: { code: xa-thu, name: UBND xã Thử }
year: 2025
${more}obligations:
  - id: A.1
    title: Chuyên mục
    channels: [loudspeaker]
    quote: mỗi tuần 01 số
    cadence: { kind: rate, rrule: FREQ=WEEKLY;BYDAY=MO, time: '${time}', window: { from: 2025-01-01, to: 2025-12-31 } }
`

let house: Awaited<ReturnType<typeof database>>
let run: ReturnType<typeof commandLine>
beforeEach(async () => {
  house = await database()
  const files = {
    'thu.yaml': file(),
    'chieu.yaml': file('', { time: '17:30' }),
    'moi.yaml': file('inForceFrom: 2025-09-01\n', { id: 'moi-2025' }),
  }
  run = commandLine({ db: house.db, now: NOW, files })
  await run('adopt', 'thu.yaml')
})
afterEach(() => house[Symbol.asyncDispose]())

const record = (slot: string) =>
  recordFact(
    { db: house.db, who: { unit: 'xa-thu', id: 'u1', name: 'Lan' }, now: NOW },
    `thu-2025:A.1:${slot}`,
    inputOf('aired'),
  )
const left = async (plan = 'thu-2025') => {
  const slots = (await listSlots(house.db, 'xa-thu', { planId: plan })).filter(({ slot }) => !slot.withdrawn)
  return [slots.length, slots.at(-1)?.slot.date]
}

describe('a plan on the command line', () => {
  test('is listed with its edition and what it is', async () => {
    await run('adopt', 'chieu.yaml', '--by', 'Trần Văn Bình', '--amends', '42/KH-UBND, 22/5/2025')
    const { out } = await run('plan', 'list')
    expect(out.split('\n').at(-1)).toMatch(/^thu-2025 +2025 +2 +52 +Kế hoạch thử$/)
  })

  test('comes out again as the file that it was, whichever edition', async () => {
    await run('adopt', 'chieu.yaml')
    expect((await run('plan', 'show', 'thu-2025')).out).toContain('time: 17:30')
    const first = await run('plan', 'show', 'thu-2025', '--edition', '1')
    expect(first.out).toContain('time: 05:30')
    const again = commandLine({ db: house.db, now: NOW, files: { 'ra.yaml': first.out } })
    expect((await again('adopt', 'ra.yaml')).out).toMatch(/^thu-2025 \(xa-thu\): thêm 0 kỳ, đổi 52; bản 3/)
    expect(JSON.parse((await run('plan', 'show', 'thu-2025', '--format', 'json')).out)).toMatchObject({
      ...{ id: 'thu-2025', inForceFrom: '2025-01-01' },
    })
  })

  test('is stopped from a day on by a document: what was planned before stays, what was recorded after too', async () => {
    await record('31')
    const stopped = await run('plan', 'stop', 'thu-2025', '--from', '2025-08-04', '--document', '12/TB-UBND')
    expect(stopped.out).toBe(
      'thu-2025 (xa-thu): dừng từ 04/8/2025 theo 12/TB-UBND. Kỳ trước ngày đó giữ nguyên.',
    )
    expect(await left()).toEqual([30, '2025-07-28'])
    expect((await run('adopt', 'chieu.yaml')).err).toMatch(
      /^Kế hoạch đã dừng từ 04\/8\/2025 theo 12\/TB-UBND\./,
    )
    expect((await run('plan', 'stop', 'thu-2025', '--from', '2025-09-01', '--document', 'x')).err).toBe(
      'Kế hoạch đã dừng từ 04/8/2025.',
    )
  })

  test('is removed only while nothing was recorded', async () => {
    await record('01')
    expect((await run('plan', 'remove', 'thu-2025')).err).toMatch(/^Kế hoạch "thu-2025" đã có ghi nhận/)
    expect(await left()).toEqual([52, '2025-12-29'])
    await run('adopt', 'moi.yaml')
    expect((await run('plan', 'remove', 'moi-2025')).out).toBe('moi-2025 (xa-thu): đã gỡ.')
    expect(await left('moi-2025')).toEqual([0, undefined])
  })

  test('ends with the one that says that it succeeds it, and with no other', async () => {
    expect((await run('adopt', 'moi.yaml', '--succeeds', 'thu-2025')).code).toBe(0)
    expect(await left()).toEqual([34, '2025-08-25'])
    expect(await left('moi-2025')).toEqual([52, '2025-12-29'])
    expect((await run('plan', 'remove', 'moi-2025')).code).toBe(0)
    expect(await left()).toEqual([52, '2025-12-29'])
    const before = await contentOf(house.db)
    const unknown = await run('adopt', 'chieu.yaml', '--succeeds', 'khong-co')
    expect(unknown).toMatchObject({
      code: 1,
      err: 'Kế hoạch được thay thế chưa đúng: không có kế hoạch "khong-co" ở đơn vị này.',
    })
    expect(await contentOf(house.db)).toEqual(before)
  })

  test.each([
    [['plan'], 'Hãy ghi một trong: list, show, stop, remove, hand, handed.'],
    [['plan', 'show', 'khong-co'], 'Không có kế hoạch "khong-co".'],
    [
      ['plan', 'show', 'thu-2025', '--edition', '9'],
      'Kế hoạch "thu-2025" không có bản 9; các bản đã áp dụng: 1.',
    ],
    [
      ['plan', 'show', 'thu-2025', '--edition', 'hai'],
      'Bản "hai" không đúng: hãy ghi một số, ví dụ --edition 2.',
    ],
    [
      ['plan', 'stop', 'thu-2025', '--from', 'mai'],
      'Ngày "mai" ở --from không đúng: hãy ghi dạng 2026-06-01 hoặc 1/6/2026.',
    ],
    [['plan', 'stop', 'thu-2025'], 'Cần --from (dừng từ ngày nào) và --document (theo văn bản nào).'],
    [
      ['adopt', 'chieu.yaml', '--from', '2026-02-01'],
      'Ngày áp dụng chưa đúng: áp dụng từ một ngày trong thời gian của kế hoạch (01/01/2025 – 31/12/2025).',
    ],
    [
      ['adopt', 'chieu.yaml', '--amends', '42/KH-UBND'],
      'Văn bản điều chỉnh "42/KH-UBND" không đúng: hãy ghi số, dấu phẩy, rồi ngày (42/KH-UBND, 22/5/2026).',
    ],
  ])('%j is refused in one sentence', async (argv, sentence) => {
    expect(await run(...argv)).toEqual({ code: 1, out: '', err: sentence })
  })
})
