import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recordFact } from '../../src/actions/record-fact.ts'
import { inputOf } from '../../src/core/fact.ts'
import { commandLine } from '../support/command-line.ts'
import { contentOf, database } from '../support/database.ts'
import { moment } from '../support/facts.ts'

const NOW = moment('2025-08-04 08:00')
const PLAN = 'content/plans/ngok-tu-2025.yaml'
const small = (count: number) => `id: thu-2025
title: Kế hoạch thử
unit: { code: xa-thu, name: UBND xã Thử }
year: 2025
obligations:
  - id: A.1
    title: Việc thử
    channels: [loudspeaker]
    quote: nguyên văn
    cadence: { kind: rate, rrule: FREQ=WEEKLY;BYDAY=MO;COUNT=${count}, time: '05:30' }
`

let house: Awaited<ReturnType<typeof database>>
let run: ReturnType<typeof commandLine>
beforeEach(async () => {
  house = await database()
  run = commandLine({
    db: house.db,
    now: NOW,
    files: { 'ba.yaml': small(3), 'hai.yaml': small(2), 'hong.yaml': small(0) },
  })
})
afterEach(() => house[Symbol.asyncDispose]())

const said = (out: string) => ({ code: 0, out, err: '' })

describe('adopting', () => {
  test('says what it added; a second time that nothing changed', async () => {
    expect(await run('adopt', PLAN)).toEqual(said('ngok-tu-2025 (xa-ngok-tu): thêm 90 kỳ'))
    const before = await contentOf(house.db)
    expect(await run('adopt', PLAN)).toEqual(
      said('ngok-tu-2025 (xa-ngok-tu): đã nhận từ trước, không có gì thay đổi (bản 1)'),
    )
    expect(await contentOf(house.db)).toEqual(before)
  })

  test('says what an edited plan did to the slots, those with facts apart', async () => {
    const words = (count: number) => `mỗi tuần một lần, thứ Hai 05:30, tất cả ${count} lần`
    const shorter = `\n  ~ A.1 Việc thử\n      Thời gian thực hiện: ${words(3)} → ${words(2)}`
    await run('adopt', 'ba.yaml')
    expect(await run('adopt', 'hai.yaml')).toEqual(
      said(`thu-2025 (xa-thu): thêm 0 kỳ, bỏ 1; bản 2, áp dụng từ 01/01/2025${shorter}`),
    )
    await run('adopt', 'ba.yaml')
    const who = { unit: 'xa-thu', id: 'u1', name: 'Y Lan' }
    await recordFact({ db: house.db, who, now: NOW }, 'thu-2025:A.1:03', inputOf('aired'))
    const from = ['--from', '2025-01-15']
    expect(await run('adopt', 'hai.yaml', ...from)).toEqual(
      said(
        `thu-2025 (xa-thu): thêm 0 kỳ, rút 1 (đã có ghi nhận nên vẫn giữ); bản 4, áp dụng từ 15/01/2025${shorter}`,
      ),
    )
    expect((await run('adopt', 'ba.yaml', ...from)).out).toMatch(
      /^thu-2025 \(xa-thu\): thêm 0 kỳ, khôi phục 1; bản 5, áp dụng từ 15\/01\/2025\n/,
    )
  })

  test('takes another year and another unit', async () => {
    expect(await run('adopt', PLAN, '--year', '2026', '--unit', 'xa-ben')).toEqual(
      said('ngok-tu-2025@2026 (xa-ben): thêm 90 kỳ'),
    )
  })

  test('beside other offices a code that there is not is said to have made one, once', async () => {
    await run('adopt', PLAN)
    const line = (out: string) => out.split('\n')[1]
    const first = await run('adopt', PLAN, '--unit', 'xa-ngok-tuu')
    expect(line(first.out)).toBe(
      'Đã lập đơn vị mới "xa-ngok-tuu" (UBND xã Ngọk Tụ), vì chưa có đơn vị nào mang mã này. Nếu gõ nhầm mã: nhip-song plan remove ngok-tu-2025 --unit xa-ngok-tuu, rồi nhip-song unit close xa-ngok-tuu.',
    )
    expect(line((await run('adopt', PLAN, '--unit', 'xa-ngok-tuu')).out)).toBeUndefined()
    expect((await run('plan', 'remove', 'ngok-tu-2025', '--unit', 'xa-ngok-tuu')).code).toBe(0)
    expect((await run('unit', 'close', 'xa-ngok-tuu')).code).toBe(0)
  })

  test('a plan with a fault stores nothing', async () => {
    const before = await contentOf(house.db)
    const { code, out } = await run('adopt', 'hong.yaml')
    expect([code, out]).toEqual([1, ''])
    expect(await contentOf(house.db)).toEqual(before)
  })
})
