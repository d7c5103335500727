import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createItem, editItem, itemState, reviewItem, tieSlot, untieSlot } from '../../src/actions/items.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { calendars } from '../../src/calendars.ts'
import type { ItemText } from '../../src/core/content/item.ts'
import { inputOf } from '../../src/core/fact.ts'
import type { Problem, Result } from '../../src/core/problem.ts'
import { listWaiting, searchItems } from '../../src/store/item-lists.ts'
import { findItem, type Item, latestOf } from '../../src/store/items.ts'
import { findSlot } from '../../src/store/slots.ts'
import { adopt } from '../support/adopt.ts'
import { samplePlan } from '../support/plans.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const LAN = { unit: UNIT, id: 'lan', name: 'Y Lan' }
const THU = { unit: UNIT, id: 'thu', name: 'A Thu' }
const SLOT = 'ngok-tu-2025:C.I.2.a:17'
const RERUN = 'ngok-tu-2025:C.I.2.c:09.r1'

const textOf = (body: string, more: Partial<ItemText> = {}): ItemText => ({
  ...{ title: 'Hoá đơn điện tử', topics: ['ngok-tu-2025:B.I.4.c'], body, language: 'Tiếng Việt' },
  ...{ author: null, source: null, loudspeaker: null, portal: null, social: null, making: null },
  ...more,
})

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problem.detail)
  return result.value
}
const kindOf = (result: Result<unknown>): Problem['kind'] | 'ok' => (result.ok ? 'ok' : result.problem.kind)

async function office() {
  const house = await testHouse()
  await adopt(house.db, UNIT, samplePlan('ngok-tu-2025'), calendars, MONDAY)
  const write = async (body: string, slotId: string | null = null, id: string = crypto.randomUUID()) =>
    must(await createItem({ db: house.db, who: LAN, now: MONDAY }, id, textOf(body), slotId))
  const review = (item: Item, kind: 'sent' | 'approved' | 'returned', comment: string | null = null) =>
    reviewItem({ db: house.db, who: THU, now: MONDAY }, item.id, { kind, hash: latestOf(item).hash, comment })
  return { house, db: house.db, write, review, [Symbol.asyncDispose]: house[Symbol.asyncDispose] }
}

test('sent, returned with a comment, changed, sent and approved: each a row with its version', async () => {
  await using it = await office()
  const item = await it.write('một')
  must(await it.review(item, 'sent'))
  expect(kindOf(await it.review(item, 'returned'))).toBe('invalid')
  const returned = must(await it.review(item, 'returned', 'thêm ví dụ'))
  const edited = must(await editItem({ db: it.db, who: LAN, now: MONDAY }, item.id, 1, textOf('hai')))
  must(await it.review(edited, 'sent'))
  const approved = must(await it.review(edited, 'approved'))
  expect([itemState(returned), itemState(edited), itemState(approved)]).toEqual([
    'returned',
    'draft',
    'approved',
  ])
  expect(approved.reviews.map(({ version, kind, comment }) => [version, kind, comment])).toEqual([
    [1, 'sent', null],
    [1, 'returned', 'thêm ví dụ'],
    [2, 'sent', null],
    [2, 'approved', null],
  ])
  expect(approved.versions.map(({ body }) => body)).toEqual(['một', 'hai'])
})

test('a comment longer than is kept is refused, never cut', async () => {
  await using it = await office()
  const item = await it.write('một')
  must(await it.review(item, 'sent'))
  const long = await it.review(item, 'returned', 'ă'.repeat(2001))
  expect(
    long.ok ? [] : long.problem.kind === 'invalid' && long.problem.errors.map(({ code }) => code),
  ).toEqual(['too-long'])
  const kept = must(await it.review(item, 'returned', 'ă'.repeat(2000)))
  expect(kept.reviews.at(-1)?.comment).toHaveLength(2000)
})

test('an edit of an approved item is a draft again, saving it unchanged is no edit', async () => {
  await using it = await office()
  const item = await it.write('một')
  must(await it.review(item, 'sent'))
  must(await it.review(item, 'approved'))
  const same = must(await editItem({ db: it.db, who: LAN, now: MONDAY }, item.id, 1, textOf('một')))
  const edited = must(await editItem({ db: it.db, who: LAN, now: MONDAY }, item.id, 1, textOf('hai')))
  expect([same, edited].map((one) => [itemState(one), one.versions.length])).toEqual([
    ['approved', 1],
    ['draft', 2],
  ])
})

test('two people edit one item: the second is told who saved, and nothing is overwritten', async () => {
  await using it = await office()
  const item = await it.write('một')
  const [first, second] = await Promise.all([
    editItem({ db: it.db, who: LAN, now: MONDAY }, item.id, 1, textOf('của Lan')),
    editItem({ db: it.db, who: THU, now: MONDAY }, item.id, 1, textOf('của Thu')),
  ])
  const late = await editItem({ db: it.db, who: THU, now: MONDAY }, item.id, 1, textOf('muộn'))
  expect([kindOf(first), kindOf(second)].sort()).toEqual(['conflict', 'ok'])
  expect(late.ok || late.problem.detail).toMatch(/đã lưu bản 2 lúc 08:00 ngày 4\/8.*Chưa có gì bị ghi đè/)
  expect((await findItem(it.db, UNIT, item.id))?.versions.length).toBe(2)
})

test('approving a text that changed meanwhile is refused, whoever comes first', async () => {
  await using it = await office()
  const item = await it.write('một')
  must(await it.review(item, 'sent'))
  const edited = must(await editItem({ db: it.db, who: LAN, now: MONDAY }, item.id, 1, textOf('hai')))
  const stale = await it.review(item, 'approved')
  must(await it.review(edited, 'sent'))
  expect([kindOf(stale), kindOf(await it.review(item, 'approved'))]).toEqual(['conflict', 'conflict'])
  const [approved, changed] = await Promise.all([
    it.review(edited, 'approved'),
    editItem({ db: it.db, who: LAN, now: MONDAY }, item.id, 2, textOf('ba')),
  ])
  const after = (await findItem(it.db, UNIT, item.id)) as Item
  expect(kindOf(changed)).toBe('ok')
  expect(after.reviews.filter(({ kind }) => kind === 'approved').map(({ hash }) => hash)).toEqual(
    approved.ok ? [latestOf(edited).hash] : [],
  )
  expect(itemState(after)).toBe('draft')
})

type Step = ['edit', string] | ['sent' | 'approved' | 'returned', number]
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.constant('edit' as const), fc.constantFrom('a', 'b', 'c')),
  fc.tuple(fc.constantFrom('sent' as const, 'approved' as const, 'returned' as const), fc.nat(3)),
)

test('approval never marks a text that the leader did not see', async () => {
  await using it = await office()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const { id } = await it.write('đầu')
      const seen: Item[] = [(await findItem(it.db, UNIT, id)) as Item]
      const approved: string[] = []
      for (const [kind, what] of steps) {
        const now = (await findItem(it.db, UNIT, id)) as Item
        if (kind === 'edit')
          await editItem({ db: it.db, who: LAN, now: MONDAY }, id, latestOf(now).version, textOf(what))
        else {
          // The page may be as old as the last few states.
          const page = seen.at(-1 - what) ?? (seen[0] as Item)
          const done = await it.review(page, kind, 'ý kiến')
          if (done.ok && kind === 'approved') approved.push(latestOf(page).hash)
        }
        seen.push((await findItem(it.db, UNIT, id)) as Item)
      }
      const { reviews, versions } = seen.at(-1) as Item
      const stored = reviews.filter((review) => review.kind === 'approved')
      expect(stored.map(({ hash }) => hash)).toEqual(approved)
      for (const { version, hash } of stored) expect(versions[version - 1]?.hash).toBe(hash)
    }),
    { numRuns: 15 },
  )
})

test('an item is said in its slot and in the reruns of it, and may be used again elsewhere', async () => {
  await using it = await office()
  const item = await it.write('một', RERUN)
  const again = must(await tieSlot({ db: it.db, who: LAN, now: MONDAY }, item.id, SLOT))
  const titles = await Promise.all(
    [RERUN, 'ngok-tu-2025:C.I.2.c:09', SLOT].map(
      async (id) => (await findSlot(it.db, UNIT, id))?.item?.title,
    ),
  )
  expect(again.slot.id).toBe(SLOT)
  expect(titles).toEqual(Array(3).fill('Hoá đơn điện tử'))
  const other = await it.write('hai')
  expect(kindOf(await tieSlot({ db: it.db, who: LAN, now: MONDAY }, other.id, SLOT))).toBe('conflict')
})

test('calendars are told when an item comes to a slot, changes, or is approved', async () => {
  await using it = await office()
  const revision = async () => (await findSlot(it.db, UNIT, 'ngok-tu-2025:C.I.2.c:09.r2'))?.revision
  const revisions = [await revision()]
  const item = await it.write('một', 'ngok-tu-2025:C.I.2.c:09')
  revisions.push(await revision())
  const edited = must(await editItem({ db: it.db, who: LAN, now: MONDAY }, item.id, 1, textOf('hai')))
  revisions.push(await revision())
  must(await it.review(edited, 'sent'))
  revisions.push(await revision())
  await it.review(item, 'approved')
  revisions.push(await revision())
  expect(revisions).toEqual([0, 1, 2, 3, 3])
})

test('an item for a slot that the plan no longer asks for is refused in words, and the slot stays for its item', async () => {
  await using it = await office()
  const item = await it.write('một', SLOT)
  const plan = samplePlan('ngok-tu-2025')
  const obligations = plan.obligations.filter(({ id }) => id !== 'C.I.2.a')
  const adopted = await adopt(it.db, UNIT, { ...plan, obligations }, calendars, MONDAY)
  const kept = await findSlot(it.db, UNIT, SLOT)
  expect([adopted.withdrawn, kept?.slot.withdrawn, kept?.item?.id]).toEqual([1, true, item.id])
  const other = await createItem(
    { db: it.db, who: LAN, now: MONDAY },
    crypto.randomUUID(),
    textOf('hai'),
    SLOT,
  )
  expect(other.ok || other.problem.detail).toMatch(/Kế hoạch không còn yêu cầu kỳ/)
  expect(
    kindOf(
      await createItem({ db: it.db, who: LAN, now: MONDAY }, crypto.randomUUID(), textOf('hai'), 'x:y:1'),
    ),
  ).toBe('invalid')
})

test('what was aired stays what it was about', async () => {
  await using it = await office()
  const item = await it.write('một', SLOT)
  const aired = MONDAY + 15 * 86_400_000
  must(await recordFact({ db: it.db, who: LAN, now: aired }, SLOT, inputOf('aired')))
  expect(kindOf(await untieSlot({ db: it.db, who: LAN, now: aired }, item.id, SLOT))).toBe('conflict')
})

test('a form that was sent twice makes one item', async () => {
  await using it = await office()
  const id = crypto.randomUUID()
  await it.write('một', SLOT, id)
  const again = await it.write('một', SLOT, id)
  expect([again.versions.length, again.slots]).toEqual([1, [SLOT]])
})

test('an empty item cannot be sent', async () => {
  await using it = await office()
  expect(kindOf(await it.review(await it.write(''), 'sent'))).toBe('invalid')
})

test('items are found with and without diacritics, by their newest words, and only in their own unit', async () => {
  await using it = await office()
  const item = await it.write('Bà con dùng hoá đơn; chuyển đổi số ở xã.')
  await it.house.addUnit('xa-khac')
  const found = async (asked: string, unit = UNIT) => (await searchItems(it.db, unit, asked, 10)).length
  expect(
    await Promise.all(
      [
        'chuyen doi so',
        'chuyển đổi số',
        'hóa đơn',
        'hoa don',
        'CHUYEN',
        'chuyên',
        'dien tu',
        '" OR *',
        'không',
      ].map((asked) => found(asked)),
    ),
  ).toEqual([1, 1, 1, 1, 1, 0, 1, 0, 0])
  must(await editItem({ db: it.db, who: LAN, now: MONDAY }, item.id, 1, textOf('Vườn cà phê')))
  expect(await Promise.all([found('chuyen doi'), found('ca phe'), found('ca phe', 'xa-khac')])).toEqual([
    0, 1, 0,
  ])
})

test('what waits is listed with the text that the approval covers', async () => {
  await using it = await office()
  const item = await it.write('một', SLOT)
  await it.write('hai')
  must(await it.review(item, 'sent'))
  const waiting = await listWaiting(it.db, UNIT)
  expect(waiting.map(({ id, hash, body, state, slots }) => ({ id, hash, body, state, slots }))).toEqual([
    { id: item.id, hash: latestOf(item).hash, body: 'một', state: 'waiting', slots: [SLOT] },
  ])
})
