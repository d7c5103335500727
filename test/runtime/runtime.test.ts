import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readSheet } from 'read-excel-file/universal'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildNode, buildWorker } from '../../scripts/build.ts'
import { subscribe } from '../../src/actions/subscription.ts'
import { calendars } from '../../src/calendars.ts'
import { adopt } from '../support/adopt.ts'
import { copyDatabase } from '../support/copy-database.ts'
import { openDatabase } from '../support/database.ts'
import { readDocx } from '../support/docx-text.ts'
import { everyPage } from '../support/every-page.ts'
import { ISSUED } from '../support/issued-plan.ts'
import { type LibsqlServer, SERVER_NAME, startLibsqlServer } from '../support/libsql-server.ts'
import { answerOf } from '../support/page-answer.ts'
import { addOfficer, addToken } from '../support/people.ts'
import { samplePlan } from '../support/plans.ts'
import { photo } from '../support/sample-files.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { MONDAY } from '../support/test-house.ts'
import { OFFICER, QUESTIONS, type Question } from './questions.ts'
import { BASE_URL, type Running, startNode, startWorker } from './servers.ts'
import { largeExport } from './workbook.ts'

const UNIT = 'xa-ngok-tu'

/** Secrets of who may ask; both servers know them, since one database is a copy of the other. */
type Known = { token: string; session: string; admin: string; feed: string }

/** Over HTTP, as a Worker's operator does it: schema, plan, an officer, an API token. Then a copy into a file. */
async function prepare({ address }: LibsqlServer, copy: string): Promise<Known> {
  const db = await openDatabase(address)
  try {
    await adopt(db, UNIT, samplePlan('ngok-tu-2025'), calendars, MONDAY)
    // The built servers have the real clock: a session of 2025 would be over.
    const session = await addOfficer(db, UNIT, OFFICER, Date.now())
    const lead = { username: 'y.hoa', password: 'Núi cao sông dài', role: 'admin' } as const
    const admin = await addOfficer(db, UNIT, lead, Date.now())
    const token = await addToken(db, UNIT, 'admin')
    const who = { unit: UNIT, id: 'lan', role: 'officer' as const }
    const made = await subscribe(db, who, { name: 'Anh Sơn', scope: 'radio' }, MONDAY)
    const feed = made.ok ? made.value.path : ''
    await copyDatabase(db, copy)
    return { token, session, admin, feed }
  } finally {
    db.$client.close()
  }
}

const opened = new AsyncDisposableStack()
let known: Known
let node: Running
let worker: Running

beforeAll(async () => {
  await Promise.all([buildNode(), buildWorker()])
  const folder = opened.use(await tempFolder())
  const server = opened.use(await startLibsqlServer())
  const copy = `file:${join(folder.path, 'node.db')}`
  known = await prepare(server, copy)
  node = opened.use(await startNode(copy))
  worker = opened.use(await startWorker({ DATABASE_URL: server.url, DATABASE_AUTH_TOKEN: server.authToken }))
})

afterAll(() => opened.disposeAsync())

/** What LibreOffice wrote; a text of ours. */
async function issuedFile(name: string): Promise<Uint8Array<ArrayBuffer>> {
  if (name.endsWith('.txt')) return new TextEncoder().encode(ISSUED.join('\n'))
  return new Uint8Array(await readFile(new URL(`../fixtures/documents/office/${name}`, import.meta.url)))
}

async function ask({ url }: Running, { path, method = 'GET', as, form, json }: Question) {
  const headers = new Headers({ origin: BASE_URL })
  if (as === 'token') headers.set('authorization', `Bearer ${known.token}`)
  if (as === 'session') headers.set('cookie', `nhip_song=${known.session}`)
  if (json) headers.set('content-type', 'application/json')
  const body = json ? JSON.stringify(json) : form && new URLSearchParams(form)
  return fetch(url + path, { method, headers, redirect: 'manual', ...(body && { body }) })
}

/** What must not differ: status, headers that mean something to a browser, and every byte of the body. */
async function answer(server: Running, question: Question) {
  const response = await ask(server, question)
  const names = ['content-type', 'location', 'content-security-policy', 'www-authenticate']
  const headers = names.map((name) => [name, response.headers.get(name)])
  return { status: response.status, ...Object.fromEntries(headers), body: await response.text() }
}

test.each(QUESTIONS)(
  `Node on a file and workerd on ${SERVER_NAME} answer alike: $title`,
  async (question) => {
    const [onNode, onWorker] = [await answer(node, question), await answer(worker, question)]
    expect(onNode).toMatchObject({ status: question.status, body: expect.stringMatching(question.says) })
    expect(onWorker).toEqual(onNode)
  },
)

test(`every page that an admin comes to is the same in workerd on ${SERVER_NAME} and on Node on a file`, async () => {
  const on = (server: Running) => async (path: string) =>
    fetch(server.url + path, { headers: { cookie: `nhip_song=${known.admin}` }, redirect: 'manual' })
  for (const path of await everyPage(on(node))) {
    const [onNode, onWorker] = [await on(node)(path), await on(worker)(path)]
    expect([path, onNode.status]).toEqual([path, expect.toSatisfy((status: number) => status < 500)])
    const [expected, said] = [await answerOf(onNode), await answerOf(onWorker)]
    // Copies of the database are made on Node alone, and shown there.
    // Each shows a new key of its own for the second step.
    if (path === '/tinh-trang' || path === '/tai-khoan/hai-buoc')
      expect([said.status, expected.status]).toEqual([200, 200])
    else expect({ path, ...said }).toEqual({ path, ...expected })
  }
}, 180_000)

const OWN_FORM = `id: bieu-tinh
title: Biểu của tỉnh
asker: Ban Tuyên giáo và Dân vận
source: Công văn thử
basis: report-year
periods: [M9]
deadline: { workingDays: 2 }
fields:
  - { id: loa, label: Lượt phát loa, unit: lượt, from: { kind: count, of: airings } }
  - { id: y_kien, label: Ý kiến, from: { kind: typed, as: text } }
lists:
  - id: viec
    title: Nhiệm vụ
    rows: obligations
    columns: [{ heading: Nhiệm vụ, width: 80, from: title }]
`

test('a form of a province’s own is sent, typed into and taken as Word and Excel, alike on Node and in workerd', async () => {
  const told = async ({ url }: Running) => {
    const form = new FormData()
    form.append('tep', new File([OWN_FORM], 'bieu.yaml'))
    const cookie = `nhip_song=${known.admin}`
    const added = await fetch(`${url}/bao-cao/bieu-mau`, {
      ...{ method: 'POST', body: form, redirect: 'manual', headers: { cookie, origin: BASE_URL } },
    })
    const api = (path: string, init: RequestInit = {}) =>
      fetch(`${url}/api/v1/forms${path}?year=2025&period=M9`, {
        ...init,
        headers: { authorization: `Bearer ${known.token}`, 'content-type': 'application/json' },
      })
    const typed = await api('/bieu-tinh', {
      method: 'PUT',
      body: JSON.stringify({ typed: { y_kien: 'Loa thôn 3 hỏng' } }),
    })
    const [docx, xlsx] = await Promise.all([api('/bieu-tinh/docx'), api('/bieu-tinh/xlsx')])
    return {
      statuses: [added, typed, docx, xlsx].map(({ status }) => status),
      filled: await typed.json(),
      docx: readDocx(new Uint8Array(await docx.arrayBuffer())),
      xlsx: await readSheet(await xlsx.arrayBuffer()),
    }
  }
  const onNode = await told(node)
  expect([onNode.statuses, JSON.stringify(onNode)]).toEqual([
    [303, 200, 200, 200],
    expect.stringContaining('Loa thôn 3 hỏng'),
  ])
  expect(await told(worker)).toEqual(onNode)
})

// Before anything is recorded: each side would stamp it with its own second.
// The edge asks Workers for zipped answers whatever the client takes, and unzips them for who doesn't.
test('a calendar subscription has the same bytes on both, zipped or not, and answers 304', async () => {
  const fetched = async ({ url }: Running, headers: Record<string, string>) => {
    const answer = await fetch(url + known.feed, { headers })
    return { status: answer.status, etag: answer.headers.get('etag'), text: await answer.text() }
  }
  const seen = async (server: Running) => {
    const plain = await fetched(server, { 'accept-encoding': 'identity' })
    const zipped = await fetched(server, { 'accept-encoding': 'gzip' })
    const again = await fetched(server, { 'accept-encoding': 'gzip', 'if-none-match': zipped.etag ?? '' })
    return {
      statuses: [plain, zipped, again].map(({ status }) => status),
      plain: plain.text,
      zipped: zipped.text,
    }
  }
  const onNode = await seen(node)
  expect(onNode).toMatchObject({
    statuses: [200, 200, 304],
    ...{ plain: expect.stringMatching(/^BEGIN:VCALENDAR/), zipped: onNode.plain },
  })
  expect(await seen(worker)).toEqual(onNode)
})

test.each([
  ['Node', () => node],
  ['workerd', () => worker],
])('a fact sent twice with one Idempotency-Key to %s is recorded once', async (_, server) => {
  const path = `${server().url}/api/v1/slots/${encodeURIComponent('ngok-tu-2025:C.I.2.a:17')}/facts`
  const record = async () => {
    const response = await fetch(path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${known.token}`,
        'content-type': 'application/json',
        'idempotency-key': 'once',
      },
      body: JSON.stringify({ kind: 'aired', at: '2025-08-18T05:31:00+07:00', minutes: 15 }),
    })
    return { status: response.status, ...((await response.json()) as { fact: { id: string } }) }
  }
  const [first, second] = [await record(), await record()]
  expect([first.status, second.status]).toEqual([201, 201])
  expect(second.fact.id).toBe(first.fact.id)
})

test.each(['Node', 'workerd'])('%s reads a large workbook and writes one', async (runtime) => {
  const server = runtime === 'Node' ? node : worker
  const headers = { origin: BASE_URL, cookie: `nhip_song=${known.session}` }
  const body = new FormData()
  body.append('tep', await largeExport())
  const sent = { method: 'POST', headers, body, redirect: 'manual' as const }
  const uploaded = await fetch(`${server.url}/nhat-ky/nhap`, sent)
  const path = (uploaded.headers.get('location') ?? '').replace(/\/cot$/, '')
  const page = await (await fetch(server.url + path, { headers })).text()
  const log = await fetch(`${server.url}/nhat-ky.xlsx?from=2025-01-01&to=2025-12-31`, { headers })
  const rows = await readSheet(await log.arrayBuffer())
  expect([uploaded.status, page.includes('Khớp với lịch'), rows.length > 10]).toEqual([303, true, true])
})

// A reader's library may need what only one runtime has; the bundle loads each when a file of its kind comes.
test.each(['ke-hoach.docx', 'ke-hoach.doc', 'ke-hoach.pdf', 'ke-hoach.txt'])(
  'an issued plan, %s, is kept, read and shown alike on both',
  async (name) => {
    const headers = { origin: BASE_URL, cookie: `nhip_song=${known.session}` }
    const shown = async ({ url }: Running) => {
      const body = new FormData()
      body.append('tep', new File([await issuedFile(name)], name))
      const sent = await fetch(`${url}/ke-hoach/nhan`, { method: 'POST', headers, body, redirect: 'manual' })
      const path = sent.headers.get('location') ?? ''
      const page = await (await fetch(`${url}${path}`, { headers })).text()
      const file = await fetch(`${url}${path.replace(/\?.*/, '')}/tep`, { headers })
      const size = (await file.arrayBuffer()).byteLength
      return { status: sent.status, path, page: page.replace(/Lưu lúc [^,]*,/, ''), size }
    }
    const onNode = await shown(node)
    expect([onNode.status, onNode.path]).toEqual([303, expect.stringMatching(/^\/van-ban\/[0-9a-f]{64}/)])
    expect(onNode.page).toContain(name === 'ke-hoach.txt' ? 'Đọc được 3 nhiệm vụ:' : 'Đọc được 6 nhiệm vụ:')
    expect(onNode.size).toBe((await issuedFile(name)).byteLength)
    expect(await shown(worker)).toEqual(onNode)
  },
)

test('a report is the same Word document and the same workbook on both', async () => {
  const file = async ({ url }: Running, ending: string) => {
    const headers = { origin: BASE_URL, cookie: `nhip_song=${known.session}` }
    const answer = await fetch(`${url}/bao-cao/2025/Q3/bao-cao.${ending}?den=2025-09-14`, { headers })
    return new Uint8Array(await answer.arrayBuffer())
  }
  const onNode = readDocx(await file(node, 'docx'))
  expect(onNode).toContainEqual({ text: 'BÁO CÁO' })
  expect(readDocx(await file(worker, 'docx'))).toEqual(onNode)
  const sheet = async (server: Running) => readSheet((await file(server, 'xlsx')).buffer, 'Truyền thanh')
  expect(await sheet(worker)).toEqual(await sheet(node))
})

test('evidence is kept alike in R2 and in a folder: sent once, read back whole and in part, unknown elsewhere', async () => {
  const bytes = photo(1, 300_000)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const slot = (number: number) =>
    `/api/v1/slots/${encodeURIComponent(`ngok-tu-2025:C.I.2.a:${number}`)}/evidence`
  const told = async ({ url }: Running) => {
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(url + path, { ...init, headers: { authorization: `Bearer ${known.token}`, ...init.headers } })
    const send = async () => {
      const answer = await ask(`${slot(20)}?name=a.jpg`, { method: 'POST', body: bytes })
      const { facts } = (await answer.json()) as { facts: { file: object }[] }
      return [answer.status, facts.map(({ file }) => file)]
    }
    const read = async (path: string, range?: string) => {
      const answer = await ask(path, range === undefined ? {} : { headers: { range } })
      const sum = createHash('sha256')
        .update(new Uint8Array(await answer.arrayBuffer()))
        .digest('hex')
      return [answer.status, answer.headers.get('content-range'), answer.status < 300 ? sum : null]
    }
    const own = `${slot(20)}/${hash}`
    return [
      await send(),
      await send(),
      await read(own),
      await read(own, 'bytes=5-9'),
      await read(`${slot(21)}/${hash}`),
    ]
  }
  const part = createHash('sha256').update(bytes.slice(5, 10)).digest('hex')
  const file = { name: 'a.jpg', size: 300_000, sha256: hash, kept: 'jpeg' }
  const expected = [
    ...[
      [201, [file]],
      [201, [file]],
    ],
    ...[
      [200, null, hash],
      [206, 'bytes 5-9/300000', part],
      [404, null, null],
    ],
  ]
  expect(await told(node)).toEqual(expected)
  expect(await told(worker)).toEqual(expected)
})

test('a form and a bảng kê are the same pages, JSON and workbooks on Node and in workerd', async () => {
  const days = 'from=2025-10-01&to=2025-10-31'
  const told = async ({ url }: Running) => {
    const api = (path: string, json?: object) =>
      fetch(`${url}/api/v1${path}`, {
        ...(json && { method: 'POST', body: JSON.stringify(json) }),
        headers: { authorization: `Bearer ${known.token}`, 'content-type': 'application/json' },
      })
    const page = async (path: string) => {
      const answer = await fetch(url + path, { headers: { cookie: `nhip_song=${known.admin}` } })
      return { status: answer.status, text: await answer.text() }
    }
    const rates = await api('/pay-rates', {
      ...{ from: '2025-10-01', document: 'Quyết định số 12/QĐ-UBND' },
      lines: [{ part: 'author', per: 'page', amount: 60_000 }],
    })
    const fact = await api(`/slots/${encodeURIComponent('ngok-tu-2025:C.I.2.a:21')}/facts`, {
      ...{ kind: 'aired', at: '2025-10-13T05:30:00+07:00', minutes: 15 },
      making: { author: 'Y An', words: 700, language: 'Ba Na' },
    })
    const [list, xlsx] = await Promise.all([api(`/pay-list?${days}`), api(`/pay-list/xlsx?${days}`)])
    const form = '/bao-cao/bieu-mau/tgdv-hang-thang/2025/2025-10'
    return {
      statuses: [rates, fact, list, xlsx].map(({ status }) => status),
      pages: [
        await page(form),
        await page(`${form}/nguon?truong=tt_loa`),
        await page('/bao-cao/bang-ke?tu=2025-10-01&den=2025-10-31'),
      ],
      list: await list.json(),
      xlsx: await readSheet(await xlsx.arrayBuffer()),
    }
  }
  const onNode = await told(node)
  expect([onNode.statuses, onNode.pages.map(({ status }) => status)]).toEqual([
    [201, 201, 200, 200],
    [200, 200, 200],
  ])
  expect(onNode.pages[2]?.text).toContain('120.000 đồng')
  expect(onNode.xlsx.at(-2)?.slice(9, 13)).toEqual([2, 'trang 350 từ', 60_000, 120_000])
  expect(await told(worker)).toEqual(onNode)
})
