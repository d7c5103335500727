import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { createUser } from '../../src/accounts/user.ts'
import { count, countJson } from '../../src/actions/count.ts'
import { createItem } from '../../src/actions/items.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { subscribe } from '../../src/actions/subscription.ts'
import { exportUnit, importUnit } from '../../src/actions/unit-file.ts'
import { calendars } from '../../src/calendars.ts'
import { inputOf } from '../../src/core/fact.ts'
import { write } from '../../src/store/db.ts'
import { listEditions } from '../../src/store/editions.ts'
import { listFacts } from '../../src/store/facts.ts'
import { searchItems } from '../../src/store/item-lists.ts'
import { listSlots } from '../../src/store/slots.ts'
import { readUnitRows } from '../../src/store/unit-rows.ts'
import { findOnTimeDays, listWholeUnits, saveOnTimeDays } from '../../src/store/unit-tree.ts'
import { adopt } from '../support/adopt.ts'
import { seenAt } from '../support/moments.ts'
import { samplePlan } from '../support/plans.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const PLAN = 'ngok-tu-2025'

async function office() {
  const house = await testHouse()
  await adopt(house.db, UNIT, samplePlan(PLAN), calendars, MONDAY)
  const plan = samplePlan(PLAN)
  await adopt(house.db, UNIT, { ...plan, obligations: plan.obligations.slice(1) }, calendars, MONDAY + 1)
  const who = { unit: UNIT, id: 'lan', name: 'Y Lan' }
  await recordFact({ db: house.db, who, now: MONDAY }, `${PLAN}:C.I.2.a:16`, inputOf('aired'))
  const text = {
    ...{ title: 'Bài về chuyển đổi số', topics: [], body: 'Nội dung', language: 'Tiếng Việt' },
    ...{ author: null, source: null, loudspeaker: null, portal: null, social: null, making: null },
  }
  await createItem({ db: house.db, who, now: MONDAY }, 'bai', text, null)
  await createUser(house.db, { unit: UNIT, name: 'Y Lan', role: 'officer' }, MONDAY)
  const feed = await subscribe(house.db, { ...who, role: 'admin' }, { name: 'Đài', scope: 'all' }, MONDAY)
  return { ...house, feed: feed.ok ? feed.value.path : '' }
}

const told = async ({ db }: Awaited<ReturnType<typeof testHouse>>) => {
  const question = { basis: 'plan-year', period: 'Y', asOf: '2025-08-31' } as const
  const counted = await count({ db, unit: UNIT, calendars, moment: seenAt(MONDAY) }, question)
  return {
    count: counted.ok ? countJson(counted.value) : counted.problem,
    slots: await listSlots(db, UNIT),
    facts: await listFacts(db, UNIT),
    editions: await listEditions(db, UNIT, PLAN),
    found: await searchItems(db, UNIT, 'chuyển đổi', 10),
  }
}

/** As phones know them: another one would be a second entry. */
const uidsIn = (calendar: string): string[] => calendar.match(/^UID:.+$/gm) ?? []

test('an office moves with its counts, ids, history and calendars, into a database that has others already', async () => {
  await using from = await office()
  await using to = await testHouse()
  await to.addUnit('xa-khac', 'UBND xã Khác')
  await adopt(to.db, 'xa-khac', samplePlan(PLAN), calendars, MONDAY)
  const file = await exportUnit(from.db, UNIT, MONDAY)
  if (!file.ok) throw new Error(file.problem.detail)
  expect(await importUnit(to.db, file.value.text, MONDAY)).toMatchObject({ ok: true })
  expect(await told(to)).toEqual(await told(from))
  const [here, there] = [await (await from.ask(from.feed)).text(), await (await to.ask(from.feed)).text()]
  expect([uidsIn(there), there]).toEqual([uidsIn(here), here])
  expect(uidsIn(here).length).toBeGreaterThan(20)
  const before = await readUnitRows(from.db, UNIT)
  const { audit_entries: _, ...rows } = await readUnitRows(to.db, UNIT)
  expect(rows).toEqual({ ...before, audit_entries: undefined })
  expect((await listWholeUnits(to.db)).map(({ code }) => code)).toEqual(['xa-khac', UNIT])
})

test('a second time, from another version, cut short or edited: one clear answer, and nothing is stored', async () => {
  await using from = await office()
  await using to = await testHouse()
  const file = await exportUnit(from.db, UNIT, MONDAY)
  if (!file.ok) throw new Error(file.problem.detail)
  const { text } = file.value
  const versioned = (change: number) =>
    JSON.stringify({ ...JSON.parse(text), schema: JSON.parse(text).schema + change })
  const broken = [versioned(1), versioned(-1), text.slice(0, -9), text.replace('Y Lan', 'Y Lang'), '{}']
  const answers = []
  for (const one of broken) {
    const done = await importUnit(to.db, one, MONDAY)
    answers.push(done.ok ? 'stored' : done.problem.detail.split(':')[0])
  }
  expect([answers, await listWholeUnits(to.db)]).toEqual([
    [
      'Tệp này do chương trình mới hơn xuất ra',
      'Tệp này do chương trình cũ hơn xuất ra',
      ...Array(3).fill('Tệp không phải là dữ liệu của một đơn vị, hoặc đã hỏng'),
    ],
    [],
  ])
  const again = await importUnit(from.db, text, MONDAY)
  expect(again.ok ? '' : again.problem.detail).toMatch(
    /^Đã có đơn vị "xa-ngok-tu" \(.+\) ở đây: chưa nhập gì\.$/,
  )
})

test('a file of which any part was changed is not taken; one from before is, whose sum was of its rows alone', async () => {
  await using from = await office()
  await using to = await testHouse()
  await write(from.db, [saveOnTimeDays(UNIT, 5)])
  const file = await exportUnit(from.db, UNIT, MONDAY)
  const text = file.ok ? file.value.text : ''
  for (const [part, other] of [
    ['"name":"UBND', '"name":"UBMD'],
    ['"onTimeDays":5', '"onTimeDays":6'],
    ['Y Lan', 'Y Lam'],
  ] as const) {
    const refused = await importUnit(to.db, text.replace(part, other), MONDAY)
    expect([part, text.includes(part), refused]).toMatchObject([
      part,
      true,
      { problem: { errors: [{ code: 'damaged-file' }] } },
    ])
  }
  expect(await listWholeUnits(to.db)).toEqual([])
  expect(await importUnit(to.db, text, MONDAY)).toMatchObject({ ok: true })
  expect(await findOnTimeDays(to.db, UNIT)).toBe(5)
  await using later = await testHouse()
  const { unit, tables, ...head } = JSON.parse(text)
  const { onTimeDays: _, ...known } = unit
  const sha256 = createHash('sha256').update(JSON.stringify(tables)).digest('hex')
  const before = JSON.stringify({ ...head, unit: known, sha256, tables })
  expect(await importUnit(later.db, before, MONDAY)).toMatchObject({ ok: true })
})
