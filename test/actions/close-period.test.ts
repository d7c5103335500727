import { describe, expect, test } from 'vitest'
import { closePeriod, sha256Of } from '../../src/actions/close-period.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { recordOnObligation } from '../../src/actions/record-on-obligation.ts'
import { makeReport } from '../../src/actions/report.ts'
import { calendars } from '../../src/calendars.ts'
import { type FactKind, inputOf } from '../../src/core/fact.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { differences } from '../../src/reports/difference.ts'
import type { Report } from '../../src/reports/report.ts'
import { findClosing } from '../../src/store/closings.ts'
import { appendEach, listLogged } from '../../src/store/facts.ts'
import { findSlot } from '../../src/store/slots.ts'
import { OFFICER, PLAN_ID, tellYear, UNIT } from '../support/counted-year.ts'
import { AFTERWARDS, seenAt } from '../support/moments.ts'
import { testHouse } from '../support/test-house.ts'

const LEADER = { unit: UNIT, id: 'u-lan', name: 'Y Lan', role: 'leader', via: 'session' } as const
const THIRD = {
  planId: PLAN_ID,
  basis: 'plan-year',
  period: 'Q3',
  asOf: '2025-09-30',
  forecast: false,
} as const
const OCTOBER = instantOf('2025-10-02', '09:00')

async function toldHouse() {
  const house = await testHouse()
  await tellYear(house.db, '2025-09-30')
  return house
}

const close = (house: Awaited<ReturnType<typeof toldHouse>>, more = {}, now = OCTOBER) =>
  closePeriod({ db: house.db, who: LEADER, calendars, ...seenAt(now) }, { ...THIRD, accept: true, ...more })

const detailOf = (result: Awaited<ReturnType<typeof close>>) =>
  result.ok
    ? 'closed'
    : 'errors' in result.problem && result.problem.errors?.length
      ? result.problem.errors.map(({ message }) => message).join('; ')
      : result.problem.detail

describe('closing quý III', () => {
  test.each([
    ['2025-09-30', { asOf: '2025-09-30' }, 'kỳ còn đến hết ngày 30/9/2025, sau ngày đó mới khoá được'],
    ['2025-10-02', { asOf: '2025-09-15' }, 'số liệu phải tính đến hết kỳ, ngày 30/9/2025 hoặc muộn hơn'],
    ['2025-10-02', { asOf: '2025-10-05' }, 'ngày tính đến ở tương lai'],
    [
      '2025-10-02',
      { accept: false },
      'còn 3 kỳ chưa xác nhận: hãy ghi kết quả, hoặc chấp nhận để chưa xác nhận',
    ],
    ['2025-10-02', { planId: 'khong-co' }, 'Không có kế hoạch "khong-co".'],
  ])('on %s with %o is refused: %s', async (day, more, words) => {
    await using house = await toldHouse()
    expect(detailOf(await close(house, more, instantOf(day, '18:00')))).toBe(words)
    expect(await findClosing(house.db, UNIT, THIRD)).toBeNull()
  })

  test('keeps the report with its hash, and says on each accepted slot that it was accepted', async () => {
    await using house = await toldHouse()
    expect(detailOf(await close(house))).toBe('closed')
    const closing = await findClosing(house.db, UNIT, THIRD)
    expect(closing?.sha256).toBe(sha256Of(closing?.report ?? ''))
    expect((JSON.parse(closing?.report ?? '') as Report).sum).toMatchObject({
      due: 17,
      done: 11,
      unconfirmed: 3,
    })
    const slot = await findSlot(house.db, UNIT, `${PLAN_ID}:C.I.2.a:20`)
    expect(slot?.facts.map(({ kind, note, by }) => ({ kind, note, by }))).toEqual([
      { kind: 'note', note: 'Chốt số liệu quý III năm 2025: chấp nhận để chưa xác nhận.', by: 'Y Lan' },
    ])
  })

  test('asks no more for what a closed month of it accepted, and notes it no second time', async () => {
    await using house = await toldHouse()
    const september = { period: '2025-09', asOf: '2025-09-30' }
    expect(detailOf(await close(house, { ...september, accept: false }))).toBe(
      'còn 3 kỳ chưa xác nhận: hãy ghi kết quả, hoặc chấp nhận để chưa xác nhận',
    )
    expect(detailOf(await close(house, september))).toBe('closed')
    expect(detailOf(await close(house, { accept: false }))).toBe('closed')
    const slot = await findSlot(house.db, UNIT, `${PLAN_ID}:C.I.2.a:20`)
    expect(slot?.facts.map(({ note }) => note)).toEqual([
      'Chốt số liệu tháng 9 năm 2025: chấp nhận để chưa xác nhận.',
    ])
  })

  test('happens once', async () => {
    await using house = await toldHouse()
    await close(house)
    expect(detailOf(await close(house))).toBe('Kỳ quý III năm 2025 đã chốt ngày 02/10/2025 (Y Lan).')
  })

  test('of two at the same moment one closes', async () => {
    await using house = await toldHouse()
    const both = await Promise.all([close(house), close(house)])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  })
})

describe('after quý III was closed', () => {
  const later = instantOf('2025-10-03', '08:00')
  const slotOf = (clause: string) => `${PLAN_ID}:${clause}`

  async function closedHouse() {
    const house = await toldHouse()
    await close(house)
    const record = (slot: string, kind: FactKind, said = {}) =>
      recordFact({ db: house.db, who: OFFICER, now: later }, slotOf(slot), inputOf(kind, said))
    return { house, record, [Symbol.asyncDispose]: () => house[Symbol.asyncDispose]() }
  }

  const at = instantOf('2025-09-29', '05:30')

  test('nothing is recorded for it without a reason', async () => {
    await using closed = await closedHouse()
    const refused = await closed.record('C.I.2.a:20', 'aired', { at })
    expect(refused).toMatchObject({
      ok: false,
      problem: {
        kind: 'conflict',
        detail:
          'Kỳ quý III năm 2025 đã chốt ngày 02/10/2025 (Y Lan). Chỉ còn ghi được như một lần sửa có nêu lý do.',
        errors: [{ path: ['note'], code: 'closed-period', message: 'hãy ghi vì sao phải sửa kỳ đã chốt' }],
      },
    })
  })

  test.each<[string, FactKind, object, boolean]>([
    ['C.I.2.a:20', 'aired', { at, reason: 'Sổ giấy có ghi, quên nhập' }, true],
    ['C.I.2.a:20', 'aired', { at, note: 'Sổ giấy có ghi, quên nhập' }, true],
    // Why it was not aired is no reason for changing what was closed.
    ['C.I.2.a:20', 'not-aired', { at, reason: 'power' }, false],
    ['C.I.2.a:20', 'not-aired', { at, reason: 'power', note: 'Trạm báo muộn' }, true],
    ['C.I.2.a:20', 'moved', { to: { date: '2025-10-06', time: '05:30' } }, false],
    ['C.I.2.a:19', 'made-up', { at: later }, false],
    ['C.I.2.a:16', 'evidence', { link: 'https://ngoktu.example/anh' }, false],
    ['C.I.2.a:16', 'note', { note: 'Đã xem lại băng' }, true],
    // Another period's slot.
    ['C.I.2.a:21', 'moved', { to: { date: '2025-10-14', time: '05:30' } }, true],
    // A quarter's window ends in it, an annual one does not.
    ['C.I.3.a:01', 'held', { at: later }, false],
    ['C.I.1:01', 'held', { at: later }, true],
  ])('%s %s %o: allowed is %s', async (slot, kind, said, allowed) => {
    await using closed = await closedHouse()
    expect((await closed.record(slot, kind, said)).ok).toBe(allowed)
  })

  test('taking back needs a reason too', async () => {
    await using closed = await closedHouse()
    const slot = await findSlot(closed.house.db, UNIT, slotOf('C.I.2.a:16'))
    const corrects = slot?.facts[0]?.id ?? null
    expect((await closed.record('C.I.2.a:16', 'correction', { corrects })).ok).toBe(false)
    expect((await closed.record('C.I.2.a:16', 'correction', { corrects, reason: 'Ghi nhầm số' })).ok).toBe(
      true,
    )
  })

  test('what is logged on an obligation is judged by its day, and by the day of what it corrects', async () => {
    await using closed = await closedHouse()
    const log = (kind: FactKind, said: object) =>
      recordOnObligation(
        { db: closed.house.db, who: OFFICER, now: later, calendars },
        { planId: PLAN_ID, obligationId: 'C.II.2' },
        inputOf(kind, said),
        {},
      )
    expect((await log('posted', { at: instantOf('2025-09-26') })).ok).toBe(false)
    expect((await log('posted', { at: later })).ok).toBe(true)
    const [first] = await listLogged(closed.house.db, UNIT, { planId: PLAN_ID, obligationId: 'C.II.2' })
    const corrects = first?.id ?? null
    expect((await log('correction', { at: later, corrects })).ok).toBe(false)
    expect((await log('correction', { at: later, corrects, reason: 'Ghi trùng' })).ok).toBe(true)
  })

  test('a path around the action is closed too: the batch itself refuses', async () => {
    await using closed = await closedHouse()
    const slot = await findSlot(closed.house.db, UNIT, slotOf('C.I.2.a:20'))
    const [known] = (await findSlot(closed.house.db, UNIT, slotOf('C.I.2.a:16')))?.facts ?? []
    if (!slot || !known) throw new Error('no slot')
    const fact = {
      ...known,
      id: 'sneaked-in',
      slotId: slot.slot.id,
      recordedAt: later,
      reason: null,
      note: null,
    }
    const news = [{ fact, byId: OFFICER.id, idempotencyKey: null, seen: slot.facts.length }]
    expect(await appendEach(closed.house.db, UNIT, news)).toEqual([false])
  })

  test('a correction shows as a difference; the frozen report stays byte for byte', async () => {
    await using closed = await closedHouse()
    const before = await findClosing(closed.house.db, UNIT, THIRD)
    await closed.record('C.I.2.a:20', 'aired', { at, minutes: 15, reason: 'Sổ giấy có ghi, quên nhập' })
    const after = await findClosing(closed.house.db, UNIT, THIRD)
    expect(after).toEqual(before)
    const now = await makeReport({ db: closed.house.db, unit: UNIT, calendars, moment: AFTERWARDS }, THIRD)
    if (!now.ok) throw new Error(now.problem.detail)
    const frozen = JSON.parse(before?.report ?? '') as Report
    const of = { clause: 'C.I.2.a', title: frozen.rows[1]?.title }
    expect(differences(frozen, now.value.report)).toEqual([
      { ...of, what: 'Kỳ 29/9/2025', before: 'chưa xác nhận', after: 'thực hiện đúng hạn' },
      { ...of, what: 'Đã thực hiện', before: '4', after: '5' },
      { ...of, what: 'Chưa xác nhận', before: '1', after: '0' },
      { ...of, what: 'Luỹ kế năm kế hoạch', before: '17', after: '18' },
      { ...of, what: 'Đánh giá', before: 'Đang chậm', after: 'Không đạt' },
      { ...of, what: 'Số phút đã phát', before: '60', after: '75' },
    ])
    expect(differences(frozen, frozen)).toEqual([])
  })
})
