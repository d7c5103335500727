/** What somebody gets wrong about offices, on the page and on the command line: one clear answer, and nothing half done. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSession } from '../../../src/accounts/session.ts'
import { closeUnit } from '../../../src/accounts/unit.ts'
import { createUser, listUsers } from '../../../src/accounts/user.ts'
import { addUnits } from '../../../src/actions/units.ts'
import { calendars } from '../../../src/calendars.ts'
import { commandLine as systemOf } from '../../../src/store/audit.ts'
import { listFacts } from '../../../src/store/facts.ts'
import { listWholeUnits } from '../../../src/store/unit-tree.ts'
import { adopt } from '../../support/adopt.ts'
import { commandLine } from '../../support/command-line.ts'
import { addToken } from '../../support/people.ts'
import { samplePlan } from '../../support/plans.ts'
import { BASE_URL, MONDAY, testHouse } from '../../support/test-house.ts'

const PROVINCE = 'tinh-thu'
const SLOT = 'ngok-tu-2025:C.I.2.a:16'
let house: Awaited<ReturnType<typeof testHouse>>
let admin = ''
const files: Record<string, string | Uint8Array> = {}
const cli = (...argv: string[]) => commandLine({ db: house.db, now: MONDAY, files })(...argv)

const unit = (code: string, name: string, parent: string | null = null) => {
  return { code, name, parent, kind: null, officialCode: null }
}

beforeEach(async () => {
  house = await testHouse()
  await addUnits(
    house.db,
    [unit(PROVINCE, 'UBND tỉnh Thử'), unit('xa-mot', 'UBND xã Một', PROVINCE)],
    systemOf,
    MONDAY,
  )
  const made = await createUser(house.db, { unit: PROVINCE, name: 'Quản', role: 'admin' }, MONDAY)
  admin = made.ok ? await openSession(house.db, { unit: PROVINCE, id: made.value.id }, MONDAY) : ''
})
afterEach(() => house[Symbol.asyncDispose]())

/** What a page says, without its marks. */
const wordsOf = async (answer: Response) =>
  (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

/** The same file, sent to the page and given to the command. */
async function importBoth(content: string | Uint8Array<ArrayBuffer>) {
  const form = new FormData()
  form.set('tep', new File([content], 'u.csv'))
  const sent = await house.ask('/cac-don-vi/quan-ly/tep', { method: 'POST', body: form, cookie: admin })
  const page = { status: sent.status, words: await wordsOf(sent) }
  files['u.csv'] = content
  return {
    page,
    ran: page.status === 303 ? null : await cli('unit', 'import', 'u.csv', '--parent', PROVINCE),
  }
}
const stored = async () => (await listWholeUnits(house.db)).map(({ code }) => code)

test.each<[string, string | Uint8Array<ArrayBuffer>, string[]]>([
  [
    'a unit below itself',
    'ma,ten,cap_tren\nxa-a,Xã A,xa-a\n',
    ['dòng 2: “xa-a” không thể là cấp trên của chính mình'],
  ],
  [
    'three that stand below each other in a ring',
    'ma,ten,cap_tren\nxa-a,Xã A,xa-b\nxa-b,Xã B,xa-c\nxa-c,Xã C,xa-a\n',
    ['dòng 2: “xa-b” nằm dưới “xa-a”', 'dòng 3: “xa-c” nằm dưới “xa-b”', 'dòng 4: “xa-a” nằm dưới “xa-c”'],
  ],
  [
    'two parents',
    `ma,ten,cap_tren\nxa-a,Xã A,${PROVINCE}\nxa-a,Xã A,xa-mot\n`,
    ['“xa-a” có hai cấp trên khác nhau'],
  ],
  ['a code that is taken', 'ma,ten\nxa-mot,Xã Một nữa\n', ['dòng 2: mã “xa-mot” đã có']],
  [
    'a row twice, once decomposed',
    `ten\nXã Sơn Hạ\n${'Xã Sơn Hạ'.normalize('NFD')}\n`,
    ['dòng 2: mã “xa-son-ha” ghi hai lần', 'dòng 3'],
  ],
  ['a code with a space', 'ma;ten\nxa hai;Xã Hai\n', ['dòng 2: mã “xa hai” chưa đúng']],
  [
    'zeros that Excel dropped',
    'ten,ma_hanh_chinh\nXã Phúc Lộc,259\n',
    ['dòng 2: mã hành chính “259” chưa đúng', 'Excel có thể đã bỏ số 0'],
  ],
  ['a comma in a name', 'ma,ten\nxa-a,Xã A, huyện cũ\n', ['dòng 2 có nhiều ô hơn dòng đầu']],
  ['a heading twice', 'ten,ten\nXã A,Xã B\n', ['Cột “ten” ghi hai lần']],
  ['a heading that is none', 'ten,dien_tich\nXã A,5\n', ['Cột “dien_tich” không có']],
  ['headings alone', 'ma,ten\n', ['Không có đơn vị nào để thêm']],
  ['a parent that there is not', 'ten,cap_tren\nXã A,xa-la\n', ['dòng 2: không có đơn vị cấp trên “xa-la”']],
  ['nothing', '', ['Dòng đầu phải ghi tên các cột']],
  ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), ['Đây là tệp Excel']],
  [
    'an old alphabet',
    new Uint8Array([...new TextEncoder().encode('ten\nX'), 0xe3]),
    ['không viết bằng Unicode'],
  ],
])('%s is told on the page and by the command, and nothing is stored', async (_, content, says) => {
  const { page, ran } = await importBoth(content)
  expect(page.status).toBe(400)
  expect(ran?.code).toBe(1)
  for (const words of says) {
    expect(page.words).toContain(words)
    expect(ran?.err).toContain(words)
  }
  expect(await stored()).toEqual([PROVINCE, 'xa-mot'])
})

test('a file of more rows than a country has is refused, not cut', async () => {
  files['u.csv'] = `ten\n${'Xã A\n'.repeat(40_000)}`
  expect((await cli('unit', 'import', 'u.csv')).err).toBe(
    'Chưa thêm đơn vị nào: tệp có hơn 40.000 dòng. Hãy chia thành nhiều tệp.',
  )
  expect(await stored()).toEqual([PROVINCE, 'xa-mot'])
})

test('a form without a name tells that and everything else that is wrong, each beside its field', async () => {
  const sent = await house.send(
    '/cac-don-vi/quan-ly',
    { ten: '', ma: 'Xã A', maHanhChinh: '123' },
    { cookie: admin },
  )
  const words = await wordsOf(sent)
  expect(sent.status).toBe(400)
  for (const one of ['tên cần từ 1 đến 200 ký tự', 'mã “Xã A” chưa đúng', 'mã hành chính “123” chưa đúng'])
    expect(words.toLowerCase()).toContain(one.toLowerCase())
  expect(await stored()).toEqual([PROVINCE, 'xa-mot'])
})

test('96 rows of which three are wrong: all three are told with their lines, and nothing is stored', async () => {
  const rows = Array.from({ length: 96 }, (_, i) => `xa-so-${i},Xã Số ${i},${20_000 + i}`)
    .with(10, 'xa-so-10,,20010')
    .with(50, 'xa so 50,Xã Số 50,20050')
    .with(95, 'xa-mot,Xã Số 95,20095')
  const { page, ran } = await importBoth(`ma,ten,ma_hanh_chinh\n${rows.join('\n')}\n`)
  expect(ran).toEqual({
    ...{ code: 1, out: '' },
    err: [
      'Chưa thêm đơn vị nào: 3/96 dòng chưa đúng.',
      'dòng 12: tên cần từ 1 đến 200 ký tự',
      'dòng 52: mã “xa so 50” chưa đúng: chỉ gồm chữ thường không dấu, số và gạch nối, tối đa 60',
      'dòng 97: mã “xa-mot” đã có',
    ].join('\n'),
  })
  for (const line of ['dòng 12:', 'dòng 52:', 'dòng 97:']) expect(page.words).toContain(line)
  expect(await stored()).toEqual([PROVINCE, 'xa-mot'])
})

test.each<[string, string, string[]]>([
  [
    'semicolons, a mark, and a line that says so',
    '\uFEFFsep=;\r\nMã;Tên;Loại;Cấp trên\r\nxa-a;UBND xã A;Xã;\r\n;;;\r\n',
    ['xa xa-a'],
  ],
  ['decomposed letters', 'ten,loai\nUBND phường Bồng Sơn,\n'.normalize('NFD'), ['phuong phuong-bong-son']],
  [
    'a parent that comes later',
    'ma,ten,cap_tren\nthon-a,Thôn A,xa-a\nxa-a,Xã A,\n',
    ['khac thon-a', 'xa xa-a'],
  ],
  ['more empty cells than headings', 'ten,,\nXã A,,,,\n', ['xa xa-a']],
])('%s are read', async (_, content, codes) => {
  expect((await importBoth(content)).page.status).toBe(303)
  const added = (await listWholeUnits(house.db)).slice(0, -2)
  expect(
    (await listWholeUnits(house.db))
      .filter(({ code }) => code !== PROVINCE && code !== 'xa-mot')
      .map(({ kind, code }) => `${kind} ${code}`),
  ).toEqual(codes)
  expect(added.length).toBe(codes.length)
})

test('a public list of a province’s communes is enough as it is; one press makes their first admins', async () => {
  const list = await (await import('node:fs/promises')).readFile('test/fixtures/units/quang-ngai-96-xa.csv')
  expect((await importBoth(new Uint8Array(list))).page.status).toBe(303)
  const all = await listWholeUnits(house.db)
  const communes = all.filter(({ code }) => code !== PROVINCE && code !== 'xa-mot')
  expect([communes.length, communes.filter(({ kind }) => kind === 'dac-khu').length]).toEqual([96, 1])
  expect(communes.find(({ name }) => name === 'Đặc khu Lý Sơn')).toMatchObject({
    ...{ code: 'dac-khu-ly-son', officialCode: '21548', parent: PROVINCE },
  })
  const before = await wordsOf(await house.ask('/cac-don-vi/quan-ly', { cookie: admin }))
  expect(before).toContain(`Đường dẫn bắt đầu bằng ${BASE_URL} :`)
  await closeUnit({ db: house.db, who: systemOf('xa-mot'), now: MONDAY }, 'xa-mot', MONDAY)
  const press = () => house.send('/cac-don-vi/quan-ly/nguoi-dau-tien', {}, { cookie: admin })
  const made = await press()
  expect([made.status, made.headers.get('cache-control')]).toEqual([200, 'no-store'])
  const [head, ...lines] = (await made.text()).replace('\uFEFF', '').trim().split('\r\n')
  expect([head, lines.length]).toEqual(['ma,don_vi,ten_dang_nhap,duong_dan_dat_mat_khau', 96])
  const [, , login, link = ''] = (lines.find((line) => line.startsWith('dac-khu-ly-son,')) ?? '').split(',')
  expect(login).toBe('quan.tri@dac-khu-ly-son')
  const set = await house.send(new URL(link).pathname, { matKhau: 'Gió mùa đông bắc thổi' })
  expect(set.status).toBe(303)
  expect(await listUsers(house.db, 'xa-mot')).toEqual([])
  const again = await press()
  expect([again.status, await wordsOf(again)]).toEqual([
    400,
    expect.stringContaining('cũng đã có người dùng'),
  ])
})

test('a parent’s people write nothing into a commune, on its pages, from above or over the API', async () => {
  await adopt(house.db, 'xa-ngok-tu', samplePlan('ngok-tu-2025'), calendars, MONDAY)
  await cli('unit', 'rename', 'xa-ngok-tu', '--parent', PROVINCE)
  const fields = { viec: 'note', ghiChu: 'từ tỉnh' }
  const slot = encodeURIComponent(SLOT)
  const token = await addToken(house.db, PROVINCE, 'admin')
  const answers = [
    await house.send(`/don-vi/xa-ngok-tu/khung/${slot}/ghi`, fields, { cookie: admin }),
    await house.send(`/khung/${slot}/ghi`, fields, { cookie: admin }),
    await house.ask(`/api/v1/slots/${slot}/facts`, {
      ...{ method: 'POST', body: JSON.stringify({ kind: 'note', note: 'từ tỉnh' }) },
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([403, 404, 404])
  expect(await listFacts(house.db, 'xa-ngok-tu')).toEqual([])
})

test('an office’s file from another version, or for an office that is here, says so by the command', async () => {
  await cli('unit', 'export', 'xa-mot', '/tmp/khong-dung/o-dau.json').then(({ code, err }) =>
    expect([code, err]).toEqual([1, expect.stringContaining('Không ghi được tệp')]),
  )
  const { exportUnit } = await import('../../../src/actions/unit-file.ts')
  const file = await exportUnit(house.db, 'xa-mot', MONDAY)
  const text = file.ok ? file.value.text : ''
  const of = (change: number) =>
    JSON.stringify({ ...JSON.parse(text), schema: JSON.parse(text).schema + change })
  Object.assign(files, { moi: of(1), cu: of(-1), nay: text, hong: text.slice(0, 99) })
  const said = async (name: string) => (await cli('unit', 'import-data', name)).err
  expect([await said('moi'), await said('cu'), await said('nay'), await said('hong')]).toEqual([
    expect.stringContaining('chương trình mới hơn'),
    expect.stringContaining('chương trình cũ hơn'),
    expect.stringContaining('Đã có đơn vị "xa-mot"'),
    expect.stringContaining('đã hỏng'),
  ])
  expect(await stored()).toEqual([PROVINCE, 'xa-mot'])
})
