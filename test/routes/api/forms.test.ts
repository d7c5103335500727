/** Forms of others, the bảng kê, official places and what lies outside plans, as programs ask for them. */
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellYear, UNIT } from '../../support/counted-year.ts'
import { addToken } from '../../support/people.ts'
import { testHouse } from '../../support/test-house.ts'

const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
const tokens: Record<string, string> = {}
beforeAll(async () => {
  await tellYear(house.db)
  house.clock.now = Date.parse('2025-09-02T08:00:00+07:00')
  for (const role of ['viewer', 'officer', 'leader'] as const)
    tokens[role] = await addToken(house.db, UNIT, role)
})

type Field = { id: string; value: unknown; reason: string | null; sources: Record<string, unknown[]> }
type Told = { fields: Field[]; errors: object[]; places: object[]; slot: { id: string }; slots: object[] }

async function call(who: string, method: string, path: string, body?: object) {
  const answer = await house.ask(`/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${tokens[who]}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, told: (await answer.json()) as Told }
}
const FORM = '/forms/tgdv-hang-thang?year=2025&period=2025-08'
const fieldOf = ({ fields }: Told, id: string) => fields.find((one) => one.id === id)

test('the forms are listed, each with its periods', async () => {
  const { told } = await call('viewer', 'GET', '/forms')
  expect((told as unknown as { forms: { id: string; owner: null }[] }).forms).toContainEqual(
    expect.objectContaining({ id: 'cchc-tuyen-truyen', owner: null, periods: ['Q1', 'H1', 'Q3', 'M9', 'Y'] }),
  )
})

test('a figure comes with the very facts and obligations that it counts; what nobody knows, with why', async () => {
  const { status, told } = await call('viewer', 'GET', FORM)
  const [loud, vneid, set] = ['tt_loa', 'kq_nd_vneid', 'nv_duocgiao'].map((id) => fieldOf(told, id))
  expect([status, loud?.sources.facts?.length, set?.sources.obligations?.length]).toEqual([
    ...[200, loud?.value, set?.value],
  ])
  expect(loud?.value).toBeGreaterThan(0)
  expect([vneid?.value, vneid?.reason]).toEqual([null, 'số của Công an xã; phần mềm không có'])
})

test('what people type is put by a program with the same checks', async () => {
  const put = (who: string, typed: object) => call(who, 'PUT', FORM, { typed })
  expect((await put('viewer', { tl_khokhan: 'Mưa' })).status).toBe(403)
  const wrong = await put('officer', { khong_co: 1, tt_loa: 5 })
  expect([wrong.status, wrong.told.errors]).toMatchObject([
    400,
    [
      { path: 'typed.khong_co', code: 'no-such-field' },
      { path: 'typed.tt_loa', code: 'not-typed' },
    ],
  ])
  expect((await put('officer', { kq_tocongnghe: 'bảy' })).told.errors).toMatchObject([
    { path: 'kq_tocongnghe', code: 'typed' },
  ])
  const { status, told } = await put('officer', { kq_tocongnghe: 7.5, tl_khokhan: 'Mưa' })
  expect([status, fieldOf(told, 'kq_tocongnghe')?.value, fieldOf(told, 'tl_khokhan')?.value]).toEqual([
    ...[200, 7.5, 'Mưa'],
  ])
  expect(fieldOf((await call('viewer', 'GET', FORM)).told, 'kq_tocongnghe')?.value).toBe(7.5)
})

test.each([
  ['/forms/khong-co?year=2025&period=Q3', 404],
  ['/forms/tgdv-hang-thang?year=2025&period=Q9', 400],
  ['/forms/cchc-tuyen-truyen?year=2025&period=2025-08', 400],
  ['/forms/tgdv-hang-thang?period=Q3', 400],
  ['/pay-list?from=2025-08-31&to=2025-08-01', 400],
  ['/places?from=2025-08-01', 400],
])('%s answers %i with why', async (path, expected) => {
  const { status, told } = await call('officer', 'GET', path)
  expect([status, told]).toEqual([expected, expect.objectContaining({ detail: expect.any(String) })])
})

test.each(['docx', 'xlsx'])('a form comes as %s, every part of which is well-formed XML', async (ending) => {
  const answer = await house.ask(`/api/v1/forms/tgdv-hang-thang/${ending}?year=2025&period=M9`, {
    headers: { authorization: `Bearer ${tokens.viewer}` },
  })
  expect(answer.status).toBe(200)
  const parts = Object.entries(unzipSync(new Uint8Array(await answer.arrayBuffer())))
  const xml = parts.filter(([name]) => /\.(xml|rels)$/.test(name))
  expect(xml.length).toBeGreaterThan(3)
  for (const [name, bytes] of xml) {
    const parser = new SaxesParser({ xmlns: true, fileName: name })
    parser.on('error', (error) => {
      throw error
    })
    parser.write(strFromU8(bytes)).close()
  }
})

test('places are added one by one and closed; two at once both stay; one twice is told', async () => {
  const zalo = { kind: 'zalo', name: 'Zalo OA xã Thử', address: 'https://zalo.me/1' }
  const facebook = { kind: 'facebook', name: 'Xã Thử', address: 'https://www.facebook.com/xathu' }
  expect((await call('officer', 'POST', '/places', zalo)).status).toBe(403)
  const both = await Promise.all([zalo, facebook].map((one) => call('leader', 'POST', '/places', one)))
  expect(both.map(({ status }) => status)).toEqual([201, 201])
  const again = await call('leader', 'POST', '/places', zalo)
  expect([again.status, again.told.errors]).toEqual([
    400,
    [{ path: 'name', code: 'place', message: '“Zalo OA xã Thử” đã có trong danh sách' }],
  ])
  expect((await call('leader', 'DELETE', `/places/${encodeURIComponent(zalo.name)}`)).status).toBe(200)
  expect((await call('leader', 'DELETE', `/places/${encodeURIComponent(zalo.name)}`)).status).toBe(404)
  const { told } = await call('viewer', 'GET', '/places?from=2025-08-01&to=2025-08-31')
  expect(told.places).toEqual([facebook])
})

test('an extra is added, told once what it meets, and needs an hour only where it goes on air', async () => {
  const held = { title: 'Hội nghị ra quân', channels: ['event'], date: '2025-09-05' }
  const added = await call('officer', 'POST', '/extras', held)
  expect([added.status, added.told.slot]).toMatchObject([
    201,
    { start: null, due: '2025-09-05', title: held.title },
  ])
  const loud = await call('officer', 'POST', '/extras', { ...held, channels: ['loudspeaker'] })
  expect([loud.status, loud.told.errors]).toMatchObject([
    400,
    [{ path: 'time', message: 'phát loa thì cần ghi giờ' }],
  ])
  const aired = { ...held, channels: ['loudspeaker'], time: '19:00', minutes: 10 }
  expect((await call('officer', 'POST', '/extras', aired)).status).toBe(201)
  const meets = await call('officer', 'POST', '/extras', { ...aired, title: 'Khác' })
  expect([meets.status, meets.told.errors]).toMatchObject([409, [{ path: 'time', code: 'meets' }]])
  expect((await call('officer', 'POST', '/extras', { ...aired, title: 'Khác', anyway: true })).status).toBe(
    201,
  )
  const { told } = await call('viewer', 'GET', '/extras?from=2025-09-01&to=2025-09-30')
  expect(told.slots.length).toBe(3)
})
