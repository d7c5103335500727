import { readSheet } from 'read-excel-file/universal'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession } from '../../../src/accounts/session.ts'
import { createUser } from '../../../src/accounts/user.ts'
import { addUnits } from '../../../src/actions/units.ts'
import { calendars } from '../../../src/calendars.ts'
import { commandLine } from '../../../src/store/audit.ts'
import { listWholeUnits } from '../../../src/store/unit-tree.ts'
import { adopt } from '../../support/adopt.ts'
import { samplePlan } from '../../support/plans.ts'
import { MONDAY, testHouse } from '../../support/test-house.ts'

const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
let province = ''
let commune = ''

const sessionIn = async (unit: string) => {
  const user = await createUser(house.db, { unit, name: 'Y Lan', role: 'viewer' }, MONDAY)
  return user.ok ? openSession(house.db, { unit, id: user.value.id }, MONDAY) : ''
}

beforeAll(async () => {
  const unit = (code: string, name: string, parent: string | null) => {
    return { code, name, parent, kind: null, officialCode: null }
  }
  const units = [
    unit('tinh-quang-ngai', 'UBND tỉnh Quảng Ngãi', null),
    unit('xa-ngok-tu', 'UBND xã Ngọk Tụ', 'tinh-quang-ngai'),
    unit('xa-son-ha', 'UBND xã Sơn Hà', 'tinh-quang-ngai'),
    unit('xa-ngoai', 'UBND xã Ngoài', null),
  ]
  await addUnits(house.db, units, commandLine, MONDAY)
  await adopt(house.db, 'xa-ngok-tu', samplePlan('ngok-tu-2025'), calendars, MONDAY)
  province = await sessionIn('tinh-quang-ngai')
  commune = await sessionIn('xa-son-ha')
})

const AT = '?ky=Y&nam=2025&den=2025-12-31'
const bodyOf = async (path: string, cookie: string) => (await house.ask(path, { cookie })).text()

test('a province reads its communes by what lags, and opens their own pages', async () => {
  const page = await bodyOf(`/cac-don-vi${AT}`, province)
  expect(page).toContain('Đã xác nhận 0/')
  expect(page).toContain('1/1 đơn vị cần nhắc: UBND xã Ngọk Tụ.')
  expect(page).toMatch(/<a href="\/don-vi\/xa-ngok-tu\/">UBND xã Ngọk Tụ<\/a>/)
  const bands = [...page.matchAll(/scope="rowgroup">([^<]+?) <small>(\d+) đơn vị/g)].map(([, words, n]) => [
    words,
    n,
  ])
  expect(bands).toEqual([
    ['Cần nhắc', '1'],
    ['Chưa có gì đến hạn', '2'],
  ])
  expect(page).not.toContain('xã Ngoài')
})

test('a commune sees its own row alone, and no way there in its menu', async () => {
  const page = await bodyOf(`/cac-don-vi${AT}`, commune)
  expect([page.includes('Sơn Hà'), page.includes('Ngọk Tụ'), page.includes('Quảng Ngãi')]).toEqual([
    true,
    false,
    false,
  ])
  expect((await bodyOf('/', commune)).includes('/cac-don-vi')).toBe(false)
  expect((await bodyOf('/', province)).includes('/cac-don-vi')).toBe(true)
})

test('CSV and workbook hold numbers, the same ones', async () => {
  const csv = await bodyOf(`/cac-don-vi.csv${AT}`, province)
  const [head, ...lines] = csv.replace('\uFEFF', '').trim().split('\r\n')
  expect(head).toBe(
    'Mã,Mã hành chính,Đơn vị,Đến hạn,Đã xác nhận,Xác nhận đúng hạn,Chưa xác nhận,Đã thực hiện,Nhiệm vụ đang chậm,Chốt số liệu,Ghi cuối,Đóng từ,Hạn ghi (ngày)',
  )
  const [, due] = /^xa-ngok-tu,,UBND xã Ngọk Tụ,(\d+),0,0,\1,0,/m.exec(lines.join('\n')) ?? []
  expect(Number(due)).toBeGreaterThan(40)
  const file = await house.ask(`/cac-don-vi.xlsx${AT}`, { cookie: province })
  const sheet = await readSheet(await file.arrayBuffer())
  expect(JSON.stringify(sheet)).toContain(`"UBND xã Ngọk Tụ",${due},0,0,${due},0,`)
})

test.each([
  ['?ky=Q5', 400],
  ['?nam=20', 404],
  ['?den=31/12/2025', 400],
  ['?coSo=khac', 400],
])('%s is refused in words', async (query, status) => {
  expect((await house.ask(`/cac-don-vi${query}`, { cookie: province })).status).toBe(status)
})

test('an admin adds offices below the own one alone, and hears what is wrong in words', async () => {
  const made = await createUser(house.db, { unit: 'tinh-quang-ngai', name: 'Quản', role: 'admin' }, MONDAY)
  const cookie = made.ok
    ? await openSession(house.db, { unit: 'tinh-quang-ngai', id: made.value.id }, MONDAY)
    : ''
  const post = async (path: string, fields: Record<string, string>) => {
    const answer = await house.send(`/cac-don-vi/quan-ly${path}`, fields, { cookie })
    return [answer.status, await answer.text()] as const
  }
  const [status] = await post('', { ten: 'UBND xã Ba Tơ', maHanhChinh: '21484' })
  const twice = await post('', { ten: 'Xã Khác', ma: 'xa-khac', maHanhChinh: '21484' })
  const file = new FormData()
  file.set('tep', new File(['ma,ten,cap_tren\nxa-x,Xã X,xa-ngoai\nxa-y,Xã Y,\n'], 'u.csv'))
  const sent = await house.ask('/cac-don-vi/quan-ly/tep', { method: 'POST', body: file, cookie })
  const renamed = await post('/don-vi/xa-ba-to', { name: 'UBND xã Ba Tơ Mới', officialCode: '21484' })
  expect([status, twice[0], sent.status, renamed[0]]).toEqual([303, 400, 400, 303])
  expect(twice[1]).toContain('mã hành chính 21484 đã dùng')
  expect(await sent.text()).toContain('dòng 2: không có đơn vị cấp trên “xa-ngoai')
  expect((await post('/don-vi/xa-ngoai', { name: 'Chiếm' }))[0]).toBe(404)
  const unit = async (code: string) =>
    (await listWholeUnits(house.db)).find((one) => one.code === code) ?? { parent: '?', kind: '?' }
  const moved = { name: 'UBND xã Ba Tơ Mới', kind: 'khac', parent: 'xa-son-ha', officialCode: '21484' }
  expect((await post('/don-vi/xa-ba-to', moved))[0]).toBe(303)
  expect(await unit('xa-ba-to')).toMatchObject({ parent: 'xa-son-ha', kind: 'khac', officialCode: '21484' })
  // Below a stranger, below itself or below its own, as a kind that there is not: each told beside its field.
  for (const [code, wrong, words] of [
    ['xa-ba-to', { parent: 'xa-ngoai' }, 'Không có đơn vị cấp trên “xa-ngoai”.'],
    ['xa-ba-to', { parent: 'xa-ba-to' }, 'của chính mình'],
    ['xa-son-ha', { parent: 'xa-ba-to' }, 'xa-ba-to'],
    ['xa-ba-to', { kind: 'quan' }, 'quan'],
    ['xa-ba-to', { name: ' ' }, 'Tên cần từ 1 đến 200 ký tự.'],
  ] as const) {
    const [status, page] = await post(`/don-vi/${code}`, { name: 'UBND xã', ...wrong })
    expect([status, /<span class="error"[^>]*>([^<]+)/.exec(page)?.[1]]).toEqual([
      400,
      expect.stringContaining(words),
    ])
  }
  expect(await unit('xa-ba-to')).toMatchObject({ name: 'UBND xã Ba Tơ Mới', parent: 'xa-son-ha' })
  expect(await unit('xa-son-ha')).toMatchObject({ parent: 'tinh-quang-ngai' })
  expect((await house.ask('/cac-don-vi/quan-ly/don-vi/xa-ngoai', { cookie })).status).toBe(404)
  const form = await (await house.ask('/cac-don-vi/quan-ly/don-vi/xa-ba-to', { cookie })).text()
  expect(form).toContain('<option value="xa-son-ha" selected>')
  const own = await (await house.ask('/cac-don-vi/quan-ly/don-vi/tinh-quang-ngai', { cookie })).text()
  expect([own.includes('name="kind"'), own.includes('name="parent"')]).toEqual([true, false])
  const page = await (await house.ask('/cac-don-vi/quan-ly', { cookie })).text()
  expect([page.includes('UBND xã Ba Tơ Mới'), page.includes('xã Y'), page.includes('Ngoài')]).toEqual([
    true,
    false,
    false,
  ])
})

const namesOn = (page: string) =>
  [...page.matchAll(/<th scope="row"><a href="[^"]*">([^<]+)<\/a>/g)].map(([, name]) => name)

test('what is looked for is found by name without marks, by code and by filter; the way back keeps the period', async () => {
  const asked = async (more: string) => bodyOf(`/cac-don-vi${AT}${more}`, province)
  expect(namesOn(await asked('&tim=ngok+TU'))).toEqual(['UBND xã Ngọk Tụ'])
  expect(namesOn(await asked('&tim=xa-son-ha'))).toEqual(['UBND xã Sơn Hà'])
  const silent = await asked('&loc=im-lang&xep=ten')
  expect(namesOn(silent)).toEqual(['UBND xã Ngọk Tụ'])
  expect(silent).toContain('1 đơn vị “im lặng 14 ngày”.')
  expect(silent).toContain(
    '<a href="/cac-don-vi?ky&#x3D;Y&amp;nam&#x3D;2025&amp;den&#x3D;2025-12-31">Bỏ lọc</a>',
  )
  expect(await asked('&tim=không+có')).toContain('Không có đơn vị khớp “không có”.')
  expect(namesOn(await asked('&loc=bay&xep=bay&trang=x')).length).toBeGreaterThan(2)
  expect(await asked('&tim=%22%3E%3Ci+id=x%3E')).not.toContain('<i id=x>')
})

test('more than two hundred come page by page, each once, and the sums are of all of them', async () => {
  await using many = await testHouse()
  const codes = Array.from({ length: 250 }, (_, n) => `xa-${String(n).padStart(3, '0')}`)
  const unit = (code: string, name: string, parent: string | null) => {
    return { code, name, parent, kind: null, officialCode: null }
  }
  const units = [unit('tinh', 'Tỉnh Một', null), ...codes.map((code) => unit(code, `Xã ${code}`, 'tinh'))]
  await addUnits(many.db, units, commandLine, MONDAY)
  const user = await createUser(many.db, { unit: 'tinh', name: 'Y Lan', role: 'viewer' }, MONDAY)
  const cookie = user.ok ? await openSession(many.db, { unit: 'tinh', id: user.value.id }, MONDAY) : ''
  const read = async (page: string) => (await many.ask(`/cac-don-vi?xep=ten${page}`, { cookie })).text()
  const [first, second] = [await read(''), await read('&trang=2')]
  expect([namesOn(first).length, namesOn(second).length]).toEqual([200, 51])
  expect(new Set([...namesOn(first), ...namesOn(second)]).size).toBe(251)
  expect(first).toContain('Đơn vị 1–200 trong 251')
  expect(first).toContain('trang&#x3D;2')
  expect(second).toContain('Đơn vị 201–251 trong 251')
  expect(second).toContain('251 đơn vị, chưa có gì đến hạn')
})
