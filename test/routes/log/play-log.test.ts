import { expect, test } from 'vitest'
import { recordFact } from '../../../src/actions/record-fact.ts'
import { calendars } from '../../../src/calendars.ts'
import { inputOf } from '../../../src/core/fact.ts'
import { instantOf } from '../../../src/core/wall-clock.ts'
import { listFacts } from '../../../src/store/facts.ts'
import { adopt } from '../../support/adopt.ts'
import { addOfficer } from '../../support/people.ts'
import { samplePlan } from '../../support/plans.ts'
import { testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const LAN = { unit: UNIT, id: 'u-lan', name: 'Lan' }
const LOG = `Ngày phát;Giờ phát;Tên bản tin;Thời lượng
04/08/2025;05:31;CM CĐS số 16;15
06/08/2025;17h30;CM Chuyển đổi số;12
07/08/2025;05:00;<b>Tiếp âm</b>;30
19/08/2025;05:00;Tiếp âm;30
31/02/2025;05:00;Tiếp âm;30
`

async function ngokTu() {
  const house = await testHouse()
  house.clock.now = instantOf('2025-08-20', '08:00')
  await adopt(house.db, UNIT, samplePlan('ngok-tu-2025'), calendars, house.clock.now)
  const cookie = await addOfficer(house.db, UNIT, { username: 'lan', password: 'Gió mùa đông bắc' })
  const get = async (path: string) => (await house.ask(path, { cookie })).text()
  const post = (path: string, body: FormData | URLSearchParams) =>
    house.ask(path, { method: 'POST', body, cookie })
  const upload = (content: string | Uint8Array<ArrayBuffer>, name = 'loa.csv') => {
    const body = new FormData()
    body.append('tep', new File([content], name))
    return post('/nhat-ky/nhap', body)
  }
  return { ...house, get, post, upload }
}

const COLUMNS = {
  thuTu: '',
  ngay: '0',
  gio: '1',
  ten: '2',
  thoiLuong: '3',
  ketThuc: '',
  trangThai: '',
  thietBi: '',
  donVi: 'minutes',
}

/** The lines that can be confirmed: the sign before each, and whether it is ticked. */
const choicesOf = (html: string) =>
  [
    ...html
      .replaceAll('&#x3D;', '=')
      .matchAll(/name="dong" value="([^"]*)"( checked)?>[\s\S]*?aria-hidden="true">(.)</g),
  ].map(([, key = '', checked, sign]) => ({ key, sign, checked: checked !== undefined }))

async function compared(house: Awaited<ReturnType<typeof ngokTu>>): Promise<string> {
  const columns = (await house.upload(LOG)).headers.get('location') ?? ''
  return (await house.post(columns, new URLSearchParams(COLUMNS))).headers.get('location') ?? ''
}

test('a new kind of file is asked for its columns once, with a guess filled in', async () => {
  await using house = await ngokTu()
  const first = (await house.upload(LOG)).headers.get('location') ?? ''
  expect(first).toMatch(/^\/nhat-ky\/nhap\/[0-9a-f]{64}\/cot$/)
  const page = await house.get(first)
  expect(
    [...page.matchAll(/<option value="(\d+)" selected>([^<]*)</g)].map(([, value, words]) => [value, words]),
  ).toEqual([
    ['0', 'Cột A – Ngày phát'],
    ['1', 'Cột B – Giờ phát'],
    ['2', 'Cột C – Tên bản tin'],
    ['3', 'Cột D – Thời lượng'],
  ])
  await house.post(first, new URLSearchParams(COLUMNS))
  const second = (await house.upload(`${LOG}20/08/2025;05:00;Tiếp âm;30\n`)).headers.get('location')
  expect(second).toMatch(/^\/nhat-ky\/nhap\/[0-9a-f]{64}$/)
})

test('the difference ticks what matches and leaves the rest to a person', async () => {
  await using house = await ngokTu()
  const page = await house.get(await compared(house))
  expect(choicesOf(page).map(({ sign, checked }) => [sign, checked])).toEqual([
    ['=', true],
    ['?', false],
    ['−', false],
    ['−', false],
    ['−', false],
  ])
  expect(page).toContain('&lt;b&gt;Tiếp âm&lt;/b&gt;')
  expect(page).toContain('Dòng 6: không đọc được ngày “31/02/2025”')
  expect(
    [...page.matchAll(/<option value="([^"]*)"( selected)?>/g)].map(([, value, chosen]) => [
      value,
      !!chosen,
    ])[0],
  ).toEqual(['', true])
})

test('only what was confirmed is recorded, sent twice once, and the same file shows it as recorded', async () => {
  await using house = await ngokTu()
  const path = await compared(house)
  const [matched, perhaps, silent] = choicesOf(await house.get(path)).map(({ key }) => key)
  const body = () => {
    const form = new URLSearchParams({ lyDo: 'equipment' })
    for (const key of [matched, perhaps, silent]) form.append('dong', key ?? '')
    return form
  }
  const answers = await Promise.all([house.post(path, body()), house.post(path, body())])
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  const facts = await listFacts(house.db, UNIT)
  expect(facts.map(({ slotId, kind, reason }) => [slotId, kind, reason]).sort()).toEqual([
    ['ngok-tu-2025:C.I.2.a:16', 'aired', null],
    ['ngok-tu-2025:C.I.2.c:08', 'aired', null],
    ['ngok-tu-2025:C.I.2.c:08.r1', 'not-aired', 'equipment'],
  ])
  const again = (await house.upload(LOG)).headers.get('location') ?? ''
  expect(again).toBe(path)
  const page = await house.get(again)
  expect(choicesOf(page).map(({ sign }) => sign)).toEqual(['−', '−'])
  expect(page).toContain('Đã ghi từ trước')
})

test('a line that is not of this file, or not to be recorded, is passed over', async () => {
  await using house = await ngokTu()
  const path = await compared(house)
  const body = new URLSearchParams({ dong: 'play-log ngok-tu-2025:C.I.2.a:20 0 2025-08-04T05:31 x' })
  const answer = await house.post(path, body)
  expect(answer.headers.get('location')).toBe(`${path}?ghi=0&chon=1`)
  expect(await listFacts(house.db, UNIT)).toEqual([])
})

test('columns that make no play are refused, and not remembered', async () => {
  await using house = await ngokTu()
  const path = (await house.upload(LOG)).headers.get('location') ?? ''
  const wrong = await house.post(path, new URLSearchParams({ ...COLUMNS, ngay: '2' }))
  const page = await wrong.text()
  expect([
    wrong.status,
    page.includes('không đọc được lần phát nào (dòng 2: không đọc được ngày “CM CĐS số 16”)'),
  ]).toEqual([400, true])
  expect((await house.upload(LOG)).headers.get('location')).toBe(path)
})

test.each([
  ['no file', new Uint8Array(), 400, 'Hãy chọn một tệp.'],
  ['an old alphabet', new Uint8Array([0x4e, 0x67, 0xe0, 0x79, 0x2c]), 400, 'CSV UTF-8'],
  ['a broken workbook', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 400, 'Tệp Excel hỏng'],
  ['11 MB', new Uint8Array(11 * 1024 * 1024 - 5000), 413, 'Tệp quá 10 MB'],
])('%s is answered on the page of the upload', async (_, bytes, status, words) => {
  await using house = await ngokTu()
  const answer = await house.upload(bytes)
  const page = await answer.text()
  expect([answer.status, page.includes(words), page.includes('type="file"')]).toEqual([status, true, true])
})

test('a file that nobody uploaded is not found', async () => {
  await using house = await ngokTu()
  const cookie = await addOfficer(house.db, UNIT, { username: 'hoa', password: 'Gió mùa đông bắc' })
  const paths = ['', '/cot'].map((ending) => `/nhat-ky/nhap/${'a'.repeat(64)}${ending}`)
  const answers = await Promise.all(paths.map((path) => house.ask(path, { cookie })))
  expect(answers.map(({ status }) => status)).toEqual([404, 404])
})

test('what was not played needs a reason that somebody chose; the ticks stay', async () => {
  await using house = await ngokTu()
  const path = await compared(house)
  const offered = await house.get(path)
  expect(/<option value="([^"]*)" selected>/.exec(offered)?.[1]).toBe('')
  const [matched, , silent] = choicesOf(offered).map(({ key }) => key)
  const body = new URLSearchParams({ lyDo: '', dong: silent ?? '' })
  const answer = await house.post(path, body)
  const page = await answer.text()
  expect([answer.status, page.includes('Hãy chọn lý do cho các khung không phát được chọn.')]).toEqual([
    400,
    true,
  ])
  expect(choicesOf(page).filter(({ checked }) => checked)).toMatchObject([{ key: silent }])
  expect(await listFacts(house.db, UNIT)).toEqual([])
  await house.post(path, new URLSearchParams({ lyDo: '', dong: matched ?? '' }))
  expect((await listFacts(house.db, UNIT)).map(({ kind }) => kind)).toEqual(['aired'])
})

test('an import can be taken back on its page, which offers it only while there is something', async () => {
  await using house = await ngokTu()
  const path = await compared(house)
  const before = await house.get(path)
  const [matched] = choicesOf(before).map(({ key }) => key)
  await house.post(path, new URLSearchParams({ dong: matched ?? '' }))
  const after = await house.get(path)
  const undone = await house.post(`${path}/hoan-tac`, new URLSearchParams())
  expect(undone.headers.get('location')).toBe(`${path}?hoanTac=1&con=0`)
  const last = await house.get(undone.headers.get('location') ?? '')
  expect([before, after, last].map((page) => page.includes('Hoàn tác lần nhập này'))).toEqual([
    false,
    true,
    false,
  ])
  expect(last).toContain('Đã hoàn tác 1 ghi nhận của lần nhập này.')
  const again = await house.post(`${path}/hoan-tac`, new URLSearchParams())
  expect(await house.get(again.headers.get('location') ?? '')).toContain(
    'Không hoàn tác gì: sổ không còn ghi nhận nào từ tệp này.',
  )
})

test('what somebody settled by hand since the import stays as they said when it is taken back', async () => {
  await using house = await ngokTu()
  const path = await compared(house)
  const [matched] = choicesOf(await house.get(path)).map(({ key }) => key)
  await house.post(path, new URLSearchParams({ dong: matched ?? '' }))
  const [played] = await listFacts(house.db, UNIT)
  const slot = played?.slotId ?? ''
  const deed = { db: house.db, who: LAN, now: house.clock.now }
  await recordFact(deed, slot, inputOf('correction', { corrects: played?.id ?? '' }))
  await recordFact(deed, slot, inputOf('not-aired', { reason: 'power' }))
  const page = await house.get(path)
  expect([page.includes('Hoàn tác lần nhập này'), page.includes('Lan đã ghi: không thực hiện')]).toEqual([
    false,
    true,
  ])
  await house.post(`${path}/hoan-tac`, new URLSearchParams())
  expect((await listFacts(house.db, UNIT)).map(({ kind }) => kind)).toEqual([
    'aired',
    'correction',
    'not-aired',
  ])
})

test('days that can be read two ways are asked about', async () => {
  await using house = await ngokTu()
  const log = 'Ngày,Giờ,Tên\n8/4/2025,05:30,CM CĐS\n8/5/2025,05:30,Tiếp âm\n8/11/2025,05:30,Tiếp âm\n'
  const path = (await house.upload(log)).headers.get('location') ?? ''
  expect(await house.get(path)).toContain('Cột ngày đọc được hai cách')
  const columns = { ...COLUMNS, thoiLuong: '' }
  expect((await house.post(path, new URLSearchParams(columns))).status).toBe(400)
  const said = await house.post(path, new URLSearchParams({ ...columns, thuTu: 'month-day' }))
  const page = await house.get(said.headers.get('location') ?? '')
  expect(choicesOf(page).map(({ sign }) => sign)[0]).toBe('=')
})
