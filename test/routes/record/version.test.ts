/** A version in another language: an airing of its own, never a second of its obligation's total, nor a second production. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blankPeriod, filledBlank, findBlank } from '../../../src/actions/blanks.ts'
import { calendars } from '../../../src/calendars.ts'
import { USUAL_RULES } from '../../../src/core/standing.ts'
import { listLogged } from '../../../src/store/facts.ts'
import { insertItem } from '../../../src/store/items.ts'
import { adopt } from '../../support/adopt.ts'
import { addOfficer, addToken } from '../../support/people.ts'
import { samplePlan } from '../../support/plans.ts'
import { MONDAY, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const PLAN = 'ngok-tu-2025'
const SLOT = `${PLAN}:C.I.2.a:16`
const PAGE = `/khung/${encodeURIComponent(SLOT)}`
const OBLIGATION = `/nhiem-vu/${PLAN}/C.I.2.a`

const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
let cookie = ''
let token = ''
beforeAll(async () => {
  await adopt(house.db, UNIT, samplePlan(PLAN), calendars, MONDAY)
  cookie = await addOfficer(house.db, UNIT, { username: 'lan', password: 'Gió mùa đông bắc' })
  token = await addToken(house.db, UNIT)
  house.clock.now = Date.parse('2025-08-20T08:00:00+07:00')
  const text = {
    title: 'Thẻ căn cước',
    topics: [],
    body: 'Bà con ơi',
    language: 'Tiếng Việt',
    author: 'Y An',
  }
  const making = { ...NOTHING, content: 'education' as const, genre: 'tin', editor: 'Y Lan', words: 300 }
  await insertItem(
    { db: house.db, who: { unit: UNIT, id: 'u', name: 'Y An' }, now: MONDAY },
    'bai-1',
    { ...text, source: null, loudspeaker: null, portal: null, social: null, making },
    SLOT,
  )
})
const NOTHING = {
  ...{ spoken: null, partMinutes: null, mode: null, origin: null, content: null, genre: null },
  ...{ editor: null, announcer: null, translator: null, words: null },
}

const record = (fields: Record<string, string>) =>
  house.send(`${PAGE}/ghi`, { viec: 'aired', ve: PAGE, phut: '15', ...fields }, { cookie })
const version = (fields: Record<string, string>) =>
  record({ mau: 'tieng-khac', 'tp-hinh-thuc': 'version', 'tp-cua-ky': SLOT, ngay: '2025-08-04', ...fields })
const count = async () => {
  const answer = await house.ask(`/api/v1/compliance?plan=${PLAN}&year=2025`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const { rows } = (await answer.json()) as { rows: { obligationId: string; airing: string }[] }
  return rows.find((row) => row.obligationId === 'C.I.2.a' && row.airing === 'new')
}
const figures = async (id: string) => {
  const found = await findBlank(house.db, UNIT, id)
  if (!found.ok) throw new Error(found.problem.detail)
  const { blank } = found.value
  const period = blankPeriod(blank, 'Q3', 2025, calendars)
  if (!period.ok) throw new Error(period.problem.detail)
  const asked = { blank, period: period.value, year: 2025, typed: {} }
  const moment = { now: house.clock.now, rules: USUAL_RULES }
  const { fields } = await filledBlank({ db: house.db, unit: UNIT, calendars, moment }, asked)
  return Object.fromEntries(fields.map(({ id, value }) => [id, value]))
}
const text = async (path: string) =>
  (await (await house.ask(path, { cookie })).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('it is asked for from the slot, and counts as an airing in its language and as nothing else', async () => {
  expect((await record({ mau: 'da-lam', 'tp-ngon-ngu': 'Tiếng Việt' })).status).toBe(303)
  const [before, party, hours] = [await count(), await figures('tgdv-hang-thang'), await figures('gio-phat')]
  expect(await text(PAGE)).toContain('Ghi bản tiếng khác…')
  const form = await (await house.ask(`${PAGE}/ghi/tieng-khac?ve=/`, { cookie })).text()
  expect(form).toContain('<option value="Ba Na">Ba Na</option>')

  expect((await version({ 'tp-ngon-ngu': 'Ba Na', 'tp-dich': 'A Thui', gio: '05:45' })).status).toBe(303)

  expect(await count()).toEqual({ ...before, minutes: 30, logged: 1 })
  const after = await figures('tgdv-hang-thang')
  expect(after).toEqual({ ...party, tt_loa: 2 })
  expect(await figures('gio-phat')).toEqual({
    ...hours,
    ...{ ct_viet: 0.25, ps_tong: 0.5, ps_dan_toc: 0.25, ps_education: 0.5 },
  })
})

test('its slot, its obligation and the log tell it, with its programme and its language', async () => {
  const said = 'tiếng Ba Na bản tiếng khác của chương trình đã có'
  expect(await text(PAGE)).toContain(said)
  expect(await text(OBLIGATION)).toContain(said)
  const log = await (await house.ask('/nhat-ky.csv?from=2025-08-01&to=2025-08-31', { cookie })).text()
  const row = log.split('\r\n').find((line) => line.includes('A Thui'))
  expect(row).toContain('Thẻ căn cước')
  expect(row?.split(',').slice(-13)).toEqual([
    ...['Ba Na', '', '', 'bản tiếng khác của chương trình đã có', '', 'khoa giáo', 'tin'],
    ...['', '', '', '', 'A Thui', ''],
  ])
})

test('a second language is another statement, asked for on the obligation’s page; what was sent twice is one', async () => {
  const page = await (await house.ask(OBLIGATION, { cookie })).text()
  const key = /name="khoa" value="([^"]+)"/.exec(page)?.[1] ?? ''
  expect(page).toContain('<option value="Ba Na" selected>Ba Na</option>')
  const sent = {
    ...{ viec: 'aired', khoa: key, ve: OBLIGATION, ngay: '2025-08-04', gio: '06:00', phut: '15' },
    ...{ 'tp-hinh-thuc': 'version', 'tp-cua-ky': SLOT, 'tp-ngon-ngu': 'Xê Đăng' },
  }
  const answers = [1, 2].map(() => house.send(`${OBLIGATION}/ghi`, sent, { cookie }))
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([303, 303])
  const languages = (await listLogged(house.db, UNIT)).map(({ making }) => making?.language)
  expect(languages).toEqual(['Ba Na', 'Xê Đăng'])
})

test.each([
  ['tp-ngon-ngu', '', 'Chọn thứ tiếng của bản này'],
  ['tp-ngon-ngu', 'Klingon', 'Chưa có “Klingon” trong danh sách ngôn ngữ'],
])('%s "%s" is told at its field: %s', async (name, value, told) => {
  const before = (await listLogged(house.db, UNIT)).length
  const answer = await version({ [name]: value })
  const page = await answer.text()
  const field = page.slice(page.indexOf(`<label for="${name}"`))
  expect([answer.status, field.includes(told), (await listLogged(house.db, UNIT)).length]).toEqual([
    ...[400, true, before],
  ])
})

test.each([
  [`/api/v1/slots/${encodeURIComponent(SLOT)}/facts`, SLOT, 'on-obligation'],
  [`/api/v1/plans/${PLAN}/obligations/C.I.2.a/facts`, `${PLAN}:C.I.2.b:01`, 'no-such-slot'],
])('a program is told where a version belongs: %s of %s', async (path, versionOf, code) => {
  const answer = await house.ask(path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'aired', making: { mode: 'version', language: 'Ba Na', versionOf } }),
  })
  const { errors } = (await answer.json()) as { errors: object[] }
  expect([answer.status, errors]).toMatchObject([400, [{ path: 'making.versionOf', code }]])
})
