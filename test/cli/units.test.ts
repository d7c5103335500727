import { afterAll, describe, expect, test } from 'vitest'
import { calendars } from '../../src/calendars.ts'
import { tick } from '../../src/scheduler/tick.ts'
import { listFacts } from '../../src/store/facts.ts'
import { listSeen, listWholeUnits } from '../../src/store/unit-tree.ts'
import { adopt } from '../support/adopt.ts'
import { commandLine } from '../support/command-line.ts'
import { addOfficer, addToken, principalOfSession } from '../support/people.ts'
import { samplePlan } from '../support/plans.ts'
import { BASE_URL, MONDAY, testHouse } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const SLOT = `/api/v1/slots/${encodeURIComponent('ngok-tu-2025:C.I.2.a:16')}`

const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
await adopt(house.db, UNIT, samplePlan('ngok-tu-2025'), calendars, MONDAY)
await house.addUnit('xa-khac')
const run = commandLine({ db: house.db, now: MONDAY })
const cookie = await addOfficer(house.db, UNIT, { username: 'lan', password: 'Gió mùa đông bắc' })
const authorization = `Bearer ${await addToken(house.db, UNIT, 'admin')}`

const note = async () => {
  const headers = { authorization, 'content-type': 'application/json' }
  const body = JSON.stringify({ kind: 'note', note: 'loa 3 rè' })
  return (await house.app.request(`${BASE_URL}${SLOT}/facts`, { method: 'POST', headers, body })).status
}
const look = async () => (await house.app.request(BASE_URL + SLOT, { headers: { authorization } })).status
const turns = async () =>
  (await house.db.$client.execute(`SELECT count(*) FROM turns WHERE unit = '${UNIT}' AND due_at < 9e12`))
    .rows[0]?.[0]

test('a closed unit can be looked at, and nothing is recorded there until it is opened again', async () => {
  await tick(house.deps, MONDAY)
  expect((await run('unit', 'close', UNIT)).out).toContain('Đã đóng')
  const closed = [(await principalOfSession(house.db, cookie, MONDAY))?.role, await look(), await note()]
  expect([closed, await turns()]).toEqual([['viewer', 200, 403], 0])
  expect(await listFacts(house.db, UNIT)).toEqual([])
  expect((await run('unit', 'open', UNIT)).code).toBe(0)
  const open = [(await principalOfSession(house.db, cookie, MONDAY))?.role, await look(), await note()]
  expect([open, (await turns()) !== 0]).toEqual([['officer', 200, 201], true])
})

test('closed twice, or opened while it is open: nothing changes, and nothing that happened meanwhile is lost', async () => {
  const due = `SELECT job, since, due_at FROM turns WHERE unit = '${UNIT}' AND due_at < 9e12`
  const state = async () => (await house.db.$client.execute(due)).rows
  await tick(house.deps, MONDAY)
  const before = await state()
  const later = commandLine({ db: house.db, now: MONDAY + 86_400_000 })
  expect((await later('unit', 'open', UNIT)).out).toContain('đang mở, không có gì đổi.')
  await later('unit', 'close', UNIT, '--from', '2025-10-01')
  expect(await state()).toEqual(expect.arrayContaining(before))
  await run('unit', 'open', UNIT)
  await run('unit', 'close', UNIT, '--from', '2025-08-04')
  expect((await later('unit', 'close', UNIT)).out).toContain('đã đóng từ 04/8/2025, không có gì đổi.')
  await run('unit', 'close', UNIT, '--from', '2025-09-01')
  expect([(await principalOfSession(house.db, cookie, MONDAY))?.role, (await turns()) !== 0]).toEqual([
    'officer',
    true,
  ])
  await run('unit', 'open', UNIT)
})

test('who closes an office that others stand below hears that those are open still', async () => {
  await using house = await testHouse()
  const run = commandLine({ db: house.db, now: MONDAY })
  await house.addUnit('cum', 'Cụm Thử')
  await house.addUnit('xa-duoi', 'UBND xã Dưới', 'cum')
  const closed = await run('unit', 'close', 'cum')
  expect(closed.out).toContain(
    '! Dưới Cụm Thử còn 1 đơn vị đang mở: UBND xã Dưới. Chuyển sang cấp trên khác: nhip-song unit rename xa-duoi --parent MÃ',
  )
})

test('the command line adopts nothing for a closed unit', async () => {
  await run('unit', 'close', UNIT)
  const adopted = await run('adopt', 'content/plans/ngok-tu-2025.yaml')
  await run('unit', 'open', UNIT)
  expect(adopted).toEqual({
    code: 1,
    out: '',
    err: 'Đơn vị "xa-ngok-tu" đã đóng, không ghi thêm được. Mở lại bằng: nhip-song unit open xa-ngok-tu',
  })
})

test.each([
  [['shut', UNIT], /^Cách dùng: nhip-song unit add/],
  [['close'], /^Cách dùng: nhip-song unit add/],
  [['close', 'xa-la'], /^Không có đơn vị "xa-la". Các đơn vị đang có: xa-khac, xa-ngok-tu.$/],
  [['close', UNIT, '--from', '31/12/2025'], /^Ngày "31\/12\/2025" không đúng/],
  [['rename', UNIT], /^Cách dùng/],
  [['rename', UNIT, 'UBND x· Thö'], /^Chưa đổi được: tên chữ gõ bằng phông cũ \(TCVN3\)/],
  [['add', 'xa-ba-gia', 'Xaõ Ba Gia'], /tên chữ gõ bằng phông cũ \(VNI\)/],
  [['add', 'xa-ba-gia', 'Xã\u001b Ba Gia'], /tên có ký tự không hiện được \(U\+001B\) sau “Xã”/],
])('unit %j is refused', async (argv, err) => {
  const { code, out, err: said } = await run('unit', ...argv)
  expect([code, out, err.test(said)]).toEqual([1, '', true])
})

test('a unit closed from a day to come works until then', async () => {
  await run('unit', 'close', UNIT, '--from', '2025-08-06')
  const roles = []
  for (const now of [MONDAY, MONDAY + 2 * 86_400_000])
    roles.push((await principalOfSession(house.db, cookie, now))?.role)
  await run('unit', 'open', UNIT)
  expect(roles).toEqual(['officer', 'viewer'])
})

describe('offices of a province', () => {
  test('are added, named, put below one another and listed; adopting renames none', async () => {
    await using opened = await testHouse()
    const cli = commandLine({ db: opened.db, now: MONDAY })
    await cli('unit', 'add', 'tinh-quang-ngai', 'UBND tỉnh Quảng Ngãi', '--official', '51')
    await cli('unit', 'add', 'xa-01', 'xã Sơn Hà', '--parent', 'tinh-quang-ngai')
    await adopt(opened.db, 'xa-01', samplePlan('ngok-tu-2025'), calendars, MONDAY)
    await cli('unit', 'rename', 'xa-01', 'UBND xã Sơn Hà', '--official', '21289')
    expect(await listWholeUnits(opened.db)).toEqual(
      [
        ...[
          {
            code: 'tinh-quang-ngai',
            name: 'UBND tỉnh Quảng Ngãi',
            kind: 'tinh',
            parent: null,
            officialCode: '51',
          },
        ],
        ...[
          {
            code: 'xa-01',
            name: 'UBND xã Sơn Hà',
            kind: 'xa',
            parent: 'tinh-quang-ngai',
            officialCode: '21289',
          },
        ],
      ].map((unit) => ({ ...unit, closedFrom: null })),
    )
    const { out } = await cli('unit', 'list')
    expect(out).toContain('xa-01            UBND xã Sơn Hà        xã               tinh-quang-ngai  21289')
  })

  test.each([
    [['xa-01', 'Xã Trùng'], 'Chưa thêm đơn vị nào: mã “xa-01” đã có.'],
    [
      ['XA', 'Xã Hoa'],
      'Chưa thêm đơn vị nào: mã “XA” chưa đúng: chỉ gồm chữ thường không dấu, số và gạch nối, tối đa 60.',
    ],
    [['xa-02', ' '], 'Chưa thêm đơn vị nào: tên cần từ 1 đến 200 ký tự.'],
    [['xa-02', 'Xã Hai', '--parent', 'tinh-x'], 'Chưa thêm đơn vị nào: không có đơn vị cấp trên “tinh-x”.'],
    [
      ['xa-02', 'Xã Hai', '--parent', 'xa-02'],
      'Chưa thêm đơn vị nào: “xa-02” không thể là cấp trên của chính mình.',
    ],
    [
      ['xa-02', 'Xã Hai', '--kind', 'huyen'],
      'Chưa thêm đơn vị nào: loại “huyen” không có: dùng xa, phuong, dac-khu, tinh, khac.',
    ],
    [
      ['xa-02', 'Xã Hai', '--official', '21289'],
      'Chưa thêm đơn vị nào: mã hành chính 21289 đã dùng cho “xa-01”.',
    ],
  ])('unit add %j says why not', async (argv, err) => {
    await using opened = await testHouse()
    const cli = commandLine({ db: opened.db, now: MONDAY })
    await cli('unit', 'add', 'xa-01', 'Xã Một', '--official', '21289')
    expect(await cli('unit', 'add', ...argv)).toEqual({ code: 1, out: '', err })
    expect(await listWholeUnits(opened.db)).toHaveLength(1)
  })

  test('nobody is put below an office that stands below them', async () => {
    await using opened = await testHouse()
    const cli = commandLine({ db: opened.db, now: MONDAY })
    await cli('unit', 'add', 'tinh', 'Tỉnh Một')
    await cli('unit', 'add', 'cum', 'Cụm Một', '--parent', 'tinh')
    await cli('unit', 'add', 'xa', 'Xã Một', '--parent', 'cum')
    expect((await cli('unit', 'rename', 'tinh', '--parent', 'xa')).err).toBe(
      'Chưa đổi được: “xa” nằm dưới “tinh”, không thể là cấp trên của nó.',
    )
  })

  test('96 come from a file, rows in any order; three wrong ones are told, and nothing is stored', async () => {
    await using opened = await testHouse()
    const files: Record<string, string> = {}
    const cli = commandLine({ db: opened.db, now: MONDAY, files })
    const rows = Array.from({ length: 95 }, (_, i) => `xa-${i},Xã Số ${i},xa,tinh,${20_000 + i}`)
    const importing = (lines: string[]) => {
      files['units.csv'] = `\uFEFFma,ten,loai,cap_tren,ma_hanh_chinh\n${lines.join('\n')}\n`
      return cli('unit', 'import', 'units.csv')
    }
    const wrong = rows
      .with(1, 'xa-0,Xã Số 1,xa,tinh,20001')
      .with(7, 'xa-7,Xã Bảy,huyen,tinh,')
      .with(9, 'xa-9,,xa,khac,')
    expect(await importing([...wrong, 'tinh,UBND tỉnh Thử,,,51'])).toEqual({
      ...{ code: 1, out: '' },
      err: [
        'Chưa thêm đơn vị nào: 4/96 dòng chưa đúng.',
        'dòng 2: mã “xa-0” ghi hai lần',
        'dòng 3: mã “xa-0” ghi hai lần',
        'dòng 9: loại “huyen” không có: dùng xa, phuong, dac-khu, tinh, khac',
        'dòng 11: tên cần từ 1 đến 200 ký tự',
        'dòng 11: không có đơn vị cấp trên “khac”',
      ].join('\n'),
    })
    expect(await listWholeUnits(opened.db)).toEqual([])
    const { out } = await importing([...rows, 'tinh,UBND tỉnh Thử,,,51'])
    expect([out, (await listSeen(opened.db, 'tinh')).length]).toEqual(['Đã thêm 96 đơn vị.', 96])
    const again = await importing(['ma-khac,Xã Khác,xa,tinh,20003', 'a,Xã A,,tinh,', 'a,Xã A,,xa-1,'])
    expect(again.err).toBe(
      [
        'Chưa thêm đơn vị nào: 3/3 dòng chưa đúng.',
        'dòng 2: mã hành chính 20003 đã dùng cho “xa-3”',
        'dòng 3: “a” có hai cấp trên khác nhau',
        'dòng 4: “a” có hai cấp trên khác nhau',
      ].join('\n'),
    )
  })

  test('a list of names and official codes is enough: codes and kinds are made of names', async () => {
    await using opened = await testHouse()
    const rows = '# nguồn\nma_hanh_chinh;ten\n21289;Xã Sơn Hà\n21290;Xã Sơn Hạ\n21548;Đặc khu Lý Sơn\n'
    const cli = commandLine({ db: opened.db, now: MONDAY, files: { 'xa.csv': rows } })
    await cli('unit', 'add', 'tinh', 'Tỉnh Quảng Ngãi')
    expect((await cli('unit', 'import', 'xa.csv', '--parent', 'tinh')).out).toBe('Đã thêm 3 đơn vị.')
    expect((await listSeen(opened.db, 'tinh')).map(({ code, kind, parent }) => [code, kind, parent])).toEqual(
      [
        ['tinh', 'tinh', null],
        ['dac-khu-ly-son', 'dac-khu', 'tinh'],
        ['xa-son-ha-21289', 'xa', 'tinh'],
        ['xa-son-ha-21290', 'xa', 'tinh'],
      ],
    )
  })
})
