/** What an airing is made of: said in the fold of the form, kept on the fact, told in the log. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import { NO_MAKING } from '../../../src/core/making.ts'
import { listFacts } from '../../../src/store/facts.ts'
import { insertItem } from '../../../src/store/items.ts'
import { adopt } from '../../support/adopt.ts'
import { addOfficer, addToken } from '../../support/people.ts'
import { samplePlan } from '../../support/plans.ts'
import { MONDAY, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const slotId = (ordinal: string) => `ngok-tu-2025:C.I.2.a:${ordinal}`
const slotPath = (ordinal: string) => `/khung/${encodeURIComponent(slotId(ordinal))}`

const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
let cookie = ''
beforeAll(async () => {
  await adopt(house.db, UNIT, samplePlan('ngok-tu-2025'), calendars, MONDAY)
  cookie = await addOfficer(house.db, UNIT, { username: 'lan', password: 'Gió mùa đông bắc' })
})

const record = (ordinal: string, fields: Record<string, string>) =>
  house.send(`${slotPath(ordinal)}/ghi`, { mau: 'da-lam', viec: 'aired', ve: '/', ...fields }, { cookie })
const makings = async (ordinal: string) =>
  (await listFacts(house.db, UNIT))
    .filter((one) => one.slotId === slotId(ordinal))
    .map(({ making }) => making)

test('one tap says nothing of it, and asks for nothing', async () => {
  expect([(await record('01', {})).status, await makings('01')]).toEqual([303, [null]])
})

test('the fold of the form keeps it, where it differs from the item; the log tells both together', async () => {
  const text = {
    title: 'Chuyển đổi số',
    topics: [],
    body: 'Bà con ơi',
    language: 'Tiếng Việt',
    author: 'Y An',
  }
  const making = { ...NO_MAKING, genre: 'bài', words: 300 }
  const { language: _, author: __, source: ___, ...rest } = making
  await insertItem(
    { db: house.db, who: { unit: UNIT, id: 'u', name: 'Y An' }, now: MONDAY },
    'bai-1',
    { ...text, source: null, loudspeaker: null, portal: null, social: null, making: rest },
    slotId('02'),
  )
  const answer = await record('02', { ngay: '2025-08-04', 'tp-ngon-ngu': 'Xê Đăng', 'tp-dich': 'A Brôl' })
  expect([answer.status, await makings('02')]).toEqual([
    303,
    [{ ...NO_MAKING, language: 'Xê Đăng', translator: 'A Brôl' }],
  ])
  const log = await (await house.ask('/nhat-ky.csv?from=2025-08-01&to=2025-08-31', { cookie })).text()
  const row = log.split('\r\n').find((line) => line.includes('A Brôl'))
  expect(row?.split(',').slice(-13)).toEqual([
    ...['Xê Đăng', '', '', 'phát mới', '', '', 'bài', 'Y An', '', '', '', 'A Brôl', '300'],
  ])
  expect(await (await house.ask('/nhat-ky?from=2025-08-01&to=2025-08-31', { cookie })).text()).toContain(
    'tiếng Xê Đăng',
  )
})

test.each([
  ['tp-ngon-ngu', 'Klingon', 'Chưa có “Klingon” trong danh sách ngôn ngữ'],
  ['tp-so-tu', '0', 'Không thể là 0: chưa biết thì để trống'],
  ['tp-so-tu', 'ba trăm', 'Phải là số nguyên'],
])('%s "%s" is told at its field, with the fold open, and nothing is recorded', async (name, value, told) => {
  const answer = await record('03', { ngay: '2025-08-04', [name]: value })
  const page = await answer.text()
  const field = page.slice(page.indexOf(`<label for="${name}"`))
  expect([answer.status, field.includes(told), await makings('03')]).toEqual([400, true, []])
  expect(page).toMatch(/<details class="fold" open>\s*<summary>Thành phần/)
})

test('a program says it under `making`; a reused press work needs its author and source', async () => {
  const token = await addToken(house.db, UNIT)
  const send = (making: object) =>
    house.ask(`/api/v1/slots/${encodeURIComponent(slotId('04'))}/facts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'aired', making }),
    })
  const refused = await send({ origin: 'reused', author: 'Y An' })
  expect([refused.status, ((await refused.json()) as { errors: object[] }).errors]).toEqual([
    400,
    [
      {
        path: 'making.source',
        code: 'missing-source',
        message: 'dùng lại tác phẩm báo chí phải nêu nguồn gốc',
      },
    ],
  ])
  const made = { origin: 'reused', author: 'Y An', source: 'Báo Kon Tum' }
  const taken = await send(made)
  expect([taken.status, ((await taken.json()) as { fact: { making: object } }).fact.making]).toEqual([
    201,
    { ...NO_MAKING, ...made },
  ])
})

test('an item keeps it with its text, tells two roles of one person, and an approval covers it', async () => {
  const sent = {
    ...{
      ma: crypto.randomUUID(),
      tieuDe: 'Thẻ BHYT',
      noiDung: 'Bà con ơi',
      ngonNgu: 'Tiếng Việt',
      nguoiViet: 'Y An',
    },
    ...{ 'tp-bien-tap': 'Y Lan', 'tp-doc': 'Y Lan', 'tp-the-loai': 'tin', 'tp-so-tu': '120' },
  }
  const made = await house.send('/bai', sent, { cookie })
  const page = await (await house.ask(made.headers.get('location') ?? '', { cookie })).text()
  expect(page).toContain('Y Lan vừa là biên tập vừa là phát thanh viên')
  expect(page).toContain('<dt>Thể loại</dt><dd>tin</dd>')
  const refused = await house.send(
    '/bai',
    { ...sent, ma: crypto.randomUUID(), ngonNgu: 'Klingon' },
    { cookie },
  )
  expect([refused.status, (await refused.text()).includes('Chưa có “Klingon”')]).toEqual([400, true])
})
