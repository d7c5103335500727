/** What people get wrong about forms and rates, at each door: the page, the API and the command line. */
import { readSheet } from 'read-excel-file/universal'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import { adopt } from '../../support/adopt.ts'
import { commandLine } from '../../support/command-line.ts'
import { addOfficer, addToken } from '../../support/people.ts'
import { samplePlan } from '../../support/plans.ts'
import { MONDAY, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const DAYS = 'from=2025-08-01&to=2025-08-31'
const SLOT = encodeURIComponent('ngok-tu-2025:C.I.2.a:16')

const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
let cookie = ''
let token = ''
beforeAll(async () => {
  await adopt(house.db, UNIT, samplePlan('ngok-tu-2025'), calendars, MONDAY)
  house.clock.now = Date.parse('2025-09-01T08:00:00+07:00')
  const person = { username: 'admin', password: 'Gió mùa đông bắc', role: 'admin' } as const
  cookie = await addOfficer(house.db, UNIT, person, house.clock.now)
  token = await addToken(house.db, UNIT, 'admin')
})

type Error = { path: string; code: string; message: string; line?: number; column?: number }
type Notice = { code: string; from: string; to: string | null; message: string }
type Told = { errors: Error[]; notices: Notice[]; lines: { name: string; notes: string[] }[] }

const api = async (method: string, path: string, body?: string | object) => {
  const answer = await house.ask(`/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: answer.status, told: (await answer.json()) as Told }
}
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
const page = async (path: string) => plain(await (await house.ask(path, { cookie })).text())
const sent = async (path: string, fields: Record<string, string>) => {
  const answer = await house.send(path, fields, { cookie })
  return { status: answer.status, text: plain(await answer.text()) }
}
const upload = async (text: string) => {
  const body = new FormData()
  body.append('tep', new File([text], 'bieu.yaml'))
  const answer = await house.ask('/bao-cao/bieu-mau', { method: 'POST', body, cookie })
  return { status: answer.status, text: plain(await answer.text()) }
}
const cli = (files: Record<string, string>) =>
  commandLine({ db: house.db, now: house.clock.now, files, env: {} })

const FORM = `id: bieu-thu
title: Biểu thử
asker: Sở
source: Công văn số 1
basis: plan-year
periods: [Q3]
fields:
  - { id: loa, label: Loa, unit: lượt, from: { kind: count, of: airings } }
`

test.each([
  [
    'a field that does not exist',
    '  - { id: tong, label: Tổng, from: { kind: sum, of: [loa, khong_co] } }\n',
    { line: 9, column: 59, path: 'fields[1].from.of[1]', code: 'no-such-field' },
    'không có trường "khong_co" trong biểu',
  ],
  [
    'a language that nobody listed',
    '  - { id: gio, label: Giờ, from: { kind: count, of: hours, where: { languages: [Klingon] } } }\n',
    { line: 9, column: 81, path: 'fields[1].from.where.languages[0]', code: 'unknown-language' },
    'chưa có ngôn ngữ "Klingon": dùng vietnamese, minority, foreign, hoặc một tên trong danh sách ngôn ngữ như Tiếng Việt, Xơ Đăng, Hrê',
  ],
])('a form with %s is told with its place at every door, and kept by none', async (_, more, at, message) => {
  const text = FORM + more
  const place = `${at.path}: ${message}`
  const shown = await upload(text)
  expect([shown.status, shown.text]).toEqual([
    400,
    expect.stringContaining(`Dòng ${at.line}, cột ${at.column}: ${place}`),
  ])
  const { status, told } = await api('POST', '/forms', text)
  expect([status, told.errors]).toEqual([400, [{ ...at, message }]])
  for (const verb of ['--check', '--add']) {
    const { code, err } = await cli({ 'bieu.yaml': text })('form', verb, 'bieu.yaml')
    expect([code, err]).toEqual([1, `bieu.yaml:${at.line}:${at.column}: ${place} [${at.code}]`])
  }
  expect((await api('GET', '/forms/bieu-thu?year=2025&period=Q3')).status).toBe(404)
})

test('a good form is taken by API and command line, and taken back', async () => {
  expect((await api('POST', '/forms', FORM)).status).toBe(201)
  expect((await api('GET', '/forms/bieu-thu?year=2025&period=Q3')).status).toBe(200)
  expect((await api('DELETE', '/forms/bieu-thu')).status).toBe(200)
  expect((await api('DELETE', '/forms/bieu-thu')).status).toBe(404)
  expect((await api('DELETE', '/forms/tgdv-hang-thang')).status).toBe(400)
  const run = cli({ 'bieu.yaml': FORM })
  expect((await run('form', '--check', 'bieu.yaml')).out).toBe(
    'bieu.yaml: đúng; “Biểu thử”, 1 trường, 0 bảng',
  )
  expect(await run('form', '--add', 'bieu.yaml')).toMatchObject({
    ...{ code: 0, out: expect.stringContaining('Đã thêm biểu “Biểu thử” (bieu-thu)') },
  })
  expect((await api('GET', '/forms/bieu-thu?year=2025&period=Q3')).status).toBe(200)
})

test.each([
  [{ language: 'Klingon' }, 'language', 'unknown-language', 'chưa có “Klingon” trong danh sách ngôn ngữ'],
  [{ words: 0 }, 'words', 'too-small', 'không thể là 0: chưa biết thì để trống'],
])('an airing made of %j is refused at its field by page and API', async (making, field, code, message) => {
  const fields = { viec: 'aired', ngay: '2025-08-04', gio: '05:30', ve: '/' }
  const names: Record<string, string> = { language: 'tp-ngon-ngu', words: 'tp-so-tu' }
  const said = String(Object.values(making)[0])
  const shown = await sent(`/khung/${SLOT}/ghi`, { ...fields, [names[field] as string]: said })
  expect([shown.status, shown.text.toLowerCase()]).toEqual([
    400,
    expect.stringContaining(message.toLowerCase()),
  ])
  const { status, told } = await api('POST', `/slots/${SLOT}/facts`, { kind: 'aired', making })
  expect([status, told.errors]).toMatchObject([
    400,
    [{ path: `making.${field}`, code, message: expect.stringContaining(message) }],
  ])
})

test('an item of 0 words, or in a language that nobody listed, is refused at its field', async () => {
  const item = { tieuDe: 'Bản tin', noiDung: 'Lời', ngonNgu: 'Tiếng Việt' }
  const refused = await sent('/bai', { ...item, 'tp-so-tu': '0' })
  expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('Không thể là 0')])
  const unknown = await sent('/bai', { ...item, ngonNgu: 'Klingon' })
  expect([unknown.status, unknown.text]).toEqual([400, expect.stringContaining('hưa có “Klingon”')])
})

const RATES = `- from: 2025-07-01
  to: 2025-07-31
  document: Quyết định số 01/QĐ-UBND
  lines:
    - { part: author, genre: Tin, per: airing, amount: 50000 }
- from: 2025-08-10
  document: Quyết định số 02/QĐ-UBND
  lines:
    - { part: author, per: airing, amount: 60000 }
- from: 2025-08-20
  to: 2025-08-25
  document: Quyết định số 03/QĐ-UBND
  lines:
    - { part: announcer, mode: new, per: minute, amount: 1000 }
`
const GAP = 'Từ 01/8/2025 đến 09/8/2025 chưa có định mức nào áp dụng'
const OVERLAP =
  'Từ 20/8/2025 đến 25/8/2025 có 2 định mức cùng áp dụng (Quyết định số 02/QĐ-UBND; Quyết định số 03/QĐ-UBND): tính theo Quyết định số 03/QĐ-UBND'

test('rates with a gap and an overlap are told by their days, and in the file by their line, at every door', async () => {
  const run = cli({ 'muc.yaml': RATES })
  const { code, out } = await run('pay-rates', 'muc.yaml')
  expect([code, out.split('\n')]).toEqual([
    0,
    [
      expect.stringMatching(/^Đã ghi 3 định mức cho /),
      expect.stringMatching(new RegExp(`^muc\\.yaml:6:9: ${GAP}.*\\[rate-gap\\]$`)),
      expect.stringMatching(/^muc\.yaml:10:9: Từ 20\/8\/2025 .*\[rate-overlap\]$/),
    ],
  ])
  const shown = await page(`/bao-cao/bang-ke?tu=2025-08-01&den=2025-08-31`)
  expect([shown.includes(GAP), shown.includes(OVERLAP)]).toEqual([true, true])
  for (const path of ['/pay-rates', `/pay-list?${DAYS}`]) {
    const { told } = await api('GET', path)
    expect(told.notices).toEqual([
      { code: 'rate-gap', from: '2025-08-01', to: '2025-08-09', message: expect.stringContaining(GAP) },
      {
        code: 'rate-overlap',
        from: '2025-08-20',
        to: '2025-08-25',
        message: expect.stringContaining(OVERLAP),
      },
    ])
  }
  for (const argv of [['pay-rates'], ['pay-list', '--from', '2025-08-01', '--to', '2025-08-31']]) {
    const { out: table } = await run(...argv)
    expect([table.includes(GAP), table.includes(OVERLAP)]).toEqual([true, true])
  }
})

test('what the API gives of rates it takes again; those of a day are taken back', async () => {
  const set = {
    ...{ from: '2025-08-01', to: '2025-08-09', document: 'Quyết định số 04/QĐ-UBND' },
    lines: [{ part: 'author', genre: null, mode: null, per: 'word', amount: 100 }],
  }
  const added = await api('POST', '/pay-rates', set)
  expect([added.status, added.told.notices.map(({ code }) => code)]).toEqual([201, ['rate-overlap']])
  const { told } = await api('GET', '/pay-rates')
  const { rates } = told as unknown as { rates: object[] }
  expect(rates).toContainEqual({ ...set, by: expect.any(String), at: '2025-09-01T08:00:00+07:00' })
  const gone = await api('DELETE', '/pay-rates/2025-08-20')
  expect([gone.status, gone.told.notices]).toEqual([200, []])
  expect((await api('DELETE', '/pay-rates/2025-08-20')).status).toBe(404)
})

const LINE = { part: 'author', per: 'airing', amount: 1 }
const SET = { from: '2025-10-01', document: 'QĐ', lines: [LINE] }
test.each<[said: object, path: string, code: string, line: number, message: string]>([
  [{ ...SET, lines: [] }, 'lines', 'too-small', 1, 'cần ít nhất một mức'],
  [{ ...SET, to: '2025-09-01' }, 'to', 'end-before-start', 1, 'ngày cuối phải sau ngày đầu'],
  [{ ...SET, from: '2025-02-30' }, 'from', 'custom', 1, 'không phải một ngày có thật'],
  [{ ...SET, lines: [{ ...LINE, part: 'ca-si' }] }, 'lines[0].part', 'invalid-value', 1, 'phải là một trong'],
  [{ ...SET, lines: [{ ...LINE, amount: 0 }] }, 'lines[0].amount', 'too-small', 1, 'phải lớn hơn 0'],
  [{ ...SET, lines: [LINE, LINE] }, 'lines[1]', 'rate-twice', 1, 'trùng vai, thể loại, hình thức với dòng 1'],
  [[SET, SET], '[1].from', 'rate-twice', 1, 'đã có định mức khác áp dụng từ ngày này ở trên'],
])('rates %j are refused by API and command line at %s', async (said, path, code, line, message) => {
  const text = JSON.stringify(said)
  const { status, told } = await api('POST', '/pay-rates', text)
  expect([status, told.errors[0]]).toMatchObject([
    400,
    { path, code, line, message: expect.stringContaining(message) },
  ])
  const { code: exit, err } = await cli({ 'muc.yaml': text })('pay-rates', 'muc.yaml')
  expect([exit, err]).toEqual([1, expect.stringMatching(/^muc\.yaml:1:\d+: /)])
  expect(err).toContain(`[${code}]`)
})

test('one person in two parts is told beside the lines at every door; the workbook holds numbers', async () => {
  const making = { author: 'Y An', announcer: 'Y An', words: 300 }
  expect((await api('POST', `/slots/${SLOT}/facts`, { kind: 'aired', minutes: 15, making })).status).toBe(201)
  const note = 'Y An vừa là tác giả vừa là phát thanh viên'
  expect(await page('/bao-cao/bang-ke?tu=2025-08-01&den=2025-08-31')).toContain(note)
  const { told } = await api('GET', `/pay-list?${DAYS}`)
  expect(told.lines.map(({ notes }) => notes)).toEqual([[note], [note]])
  const argv = ['pay-list', '--from', '2025-08-01', '--to', '2025-08-31']
  expect((await cli({})(...argv)).out).toContain(note)
  const json = JSON.parse((await cli({})(...argv, '--format', 'json')).out) as Told
  expect(json).toEqual(told)

  const answer = await house.ask(`/api/v1/pay-list/xlsx?${DAYS}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
    200,
    'attachment; filename="bang-ke-2025-08-01-den-2025-08-31.xlsx"',
  ])
  const rows = await readSheet(await answer.arrayBuffer())
  // 300 words at 100 đồng each.
  expect(rows.slice(4).map((cells) => [cells[0], cells[2], cells[3], cells[7], cells[9], cells[12]])).toEqual(
    [
      [1, 'Y An', 'Tác giả', 300, 300, 30_000],
      [2, 'Y An', 'Phát thanh viên', 300, null, null],
      [null, 'Cộng', null, null, null, 30_000],
    ],
  )
  const missing = await cli({})('pay-list', '--from', '2025-08-31', '--to', '2025-08-01')
  expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('Chưa rõ những ngày nào')])
})
