import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { serve } from '@hono/node-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import { findSlot } from '../../../src/store/slots.ts'
import { adopt } from '../../support/adopt.ts'
import { closeAugust } from '../../support/closed-month.ts'
import { keptHouse } from '../../support/kept-house.ts'
import { addOfficer, addToken } from '../../support/people.ts'
import { samplePlan } from '../../support/plans.ts'
import { FILES, OTHERS, photo } from '../../support/sample-files.ts'
import { MONDAY } from '../../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const PLAN = 'ngok-tu-2025'
const SLOT = `${PLAN}:C.I.2.a:16`
const PATH = `/khung/${encodeURIComponent(SLOT)}`
const API = `/api/v1/slots/${encodeURIComponent(SLOT)}/evidence`
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

let house: Awaited<ReturnType<typeof keptHouse>>
let cookie: string
beforeEach(async () => {
  house = await keptHouse()
  await adopt(house.db, UNIT, samplePlan(PLAN), calendars, MONDAY)
  cookie = await addOfficer(house.db, UNIT, { username: 'lan', password: 'Gió mùa đông bắc' })
})
afterEach(() => house[Symbol.asyncDispose]())

const formOf = (files: Record<string, Uint8Array<ArrayBuffer>>, fields: Record<string, string> = {}) => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ viec: 'evidence', mau: 'minh-chung', ve: PATH, ...fields }))
    form.set(name, value)
  for (const [name, bytes] of Object.entries(files)) form.append('tep', new File([bytes], name))
  return form
}

/** Requests made in memory say no length by themselves; browsers do. */
async function post(
  path: string,
  form: FormData,
  init: { cookie?: string; headers?: Record<string, string> } = {},
) {
  const whole = new Response(form)
  const body = await whole.arrayBuffer()
  const headers = {
    'content-type': whole.headers.get('content-type') ?? '',
    'content-length': String(body.byteLength),
    ...init.headers,
  }
  return house.ask(path, { method: 'POST', body, headers, cookie: init.cookie })
}
const facts = async () => (await findSlot(house.db, UNIT, SLOT))?.facts ?? []

test('an officer sends a photo and a recording; the page shows them, each as what it is', async () => {
  const sent = await post(`${PATH}/minh-chung`, formOf({ 'Lễ.jpg': FILES.jpeg, 'so-16.mp3': FILES.mp3 }), {
    cookie,
  })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `${PATH}?xong=tep`])
  const page = await (await house.ask(PATH, { cookie })).text()
  expect(page).toContain(
    `<img src="/minh-chung/${sha(FILES.jpeg)}" alt="Ảnh Lễ.jpg" width="160" height="120"`,
  )
  expect(page).toContain(`<audio controls preload="none" src="/minh-chung/${sha(FILES.mp3)}"`)
  const photoSent = await house.ask(`/minh-chung/${sha(FILES.jpeg)}`, { cookie })
  expect([photoSent.status, new Uint8Array(await photoSent.arrayBuffer())]).toEqual([200, FILES.jpeg])
  const told = (name: string) => photoSent.headers.get(name)
  expect(
    Object.fromEntries(
      [
        'content-type',
        'cache-control',
        'x-content-type-options',
        'content-security-policy',
        'content-disposition',
      ].map((name) => [name, told(name)]),
    ),
  ).toEqual({
    'content-type': 'image/jpeg',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': `inline; filename="minh-chung-${sha(FILES.jpeg).slice(0, 12)}.jpg"`,
  })
})

test('evidence of another day is told with that day, without an hour that nobody said', async () => {
  const told = async (ngay: string, file: keyof typeof FILES) => {
    await post(`${PATH}/minh-chung`, formOf({ [`le.${file}`]: FILES[file] }, { ngay }), { cookie })
    const page = await (await house.ask(PATH, { cookie })).text()
    return /việc (lúc|của|ngày)[^<]*/.exec(page)?.[0] ?? null
  }
  expect([await told('2025-08-04', 'jpeg'), await told('2025-08-03', 'mp3')]).toEqual([
    null,
    'việc của Chủ nhật 3/8/2025',
  ])
})

test('a PDF is handed over to be saved, never shown in the page’s own name', async () => {
  await post(`${PATH}/minh-chung`, formOf({ 'cong-van.pdf': FILES.pdf }), { cookie })
  const answer = await house.ask(`/minh-chung/${sha(FILES.pdf)}`, { cookie })
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /)
})

test.each([
  ['bytes=0-9', 206, 'bytes 0-9/100', [0, 10]],
  ['bytes=90-', 206, 'bytes 90-99/100', [90, 100]],
  ['bytes=-5', 206, 'bytes 95-99/100', [95, 100]],
  ['bytes=50-500', 206, 'bytes 50-99/100', [50, 100]],
  ['bytes=100-', 416, 'bytes */100', [0, 0]],
  ['bytes=0-1,4-5', 200, null, [0, 100]],
  ['lines=1-2', 200, null, [0, 100]],
] as const)('a player that asks for %s gets %i', async (range, status, said, [from, to]) => {
  const bytes = photo(7, 100)
  await post(`${PATH}/minh-chung`, formOf({ 'a.jpg': bytes }), { cookie })
  const answer = await house.ask(`/minh-chung/${sha(bytes)}`, { cookie, headers: { range } })
  expect([answer.status, answer.headers.get('content-range')]).toEqual([status, said])
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes.slice(from, to))
})

test('another unit, a stranger and a wrong name get what never was', async () => {
  await post(`${PATH}/minh-chung`, formOf({ 'a.jpg': FILES.jpeg }), { cookie })
  await house.addUnit('xa-khac', 'UBND xã Khác')
  const theirs = await addOfficer(house.db, 'xa-khac', { username: 'son', password: 'Núi cao sông dài' })
  const answers = [
    await house.ask(`/minh-chung/${sha(FILES.jpeg)}`, { cookie: theirs }),
    await house.ask(`/minh-chung/${sha(FILES.png)}`, { cookie: theirs }),
    await house.ask(`/minh-chung/${'x'.repeat(64)}`, { cookie }),
    await house.ask(`/minh-chung/${sha(FILES.jpeg)}`),
  ]
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 303])
  const [ours, never] = await Promise.all(answers.slice(0, 2).map((answer) => answer.text()))
  expect(ours).toBe(never)
})

test.each([
  ['a page under a photo’s name', { 'anh.jpg': OTHERS['a page'] }, 400, /không phải ảnh/],
  ['a drawing that runs a script', { 'anh.png': OTHERS['a drawing with a script'] }, 400, /không phải ảnh/],
  ['nothing at all', { 'anh.jpg': OTHERS.nothing }, 400, /rỗng/],
  ['a photo that is too large', { 'anh.jpg': photo(1, 1024 * 1024 + 1) }, 400, /lớn hơn 1 MB/],
] as const)('%s: the form says why, and nothing is kept', async (_, files, status, says) => {
  const answer = await post(`${PATH}/minh-chung`, formOf(files), { cookie })
  expect([answer.status, await answer.text()]).toEqual([status, expect.stringMatching(says)])
  expect([await facts(), await house.lying()]).toEqual([[], []])
})

test('more than one sending may be is refused before it is read', async () => {
  const answer = await post(`${PATH}/minh-chung`, formOf({ 'a.jpg': photo(1, 5 * 1024 * 1024) }), { cookie })
  expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining('tối đa 4 MB')])
})

test('a closed period asks for the reason in the form itself; with one it is kept', async () => {
  await closeAugust(house.db, UNIT)
  const refused = await post(`${PATH}/minh-chung`, formOf({ 'a.jpg': FILES.jpeg }), { cookie })
  expect([refused.status, await refused.text()]).toEqual([
    400,
    expect.stringMatching(/name="tep"[\s\S]*Hãy ghi vì sao phải sửa kỳ đã chốt/),
  ])
  const kept = await post(`${PATH}/minh-chung`, formOf({ 'a.jpg': FILES.jpeg }, { ghiChu: 'Bổ sung ảnh' }), {
    cookie,
  })
  expect([kept.status, (await facts()).length]).toEqual([303, 1])
})

test('a link alone goes the same way as before', async () => {
  const answer = await post(`${PATH}/minh-chung`, formOf({}, { duongDan: 'https://xa.example/anh' }), {
    cookie,
  })
  expect([answer.status, (await facts()).map(({ link, file }) => ({ link, file }))]).toEqual([
    303,
    [{ link: 'https://xa.example/anh', file: null }],
  ])
})

test('the log names the file, on the page with a way to it, as CSV with its address', async () => {
  await house.send(`${PATH}/ghi`, { viec: 'aired', ve: '/' }, { cookie })
  await post(`${PATH}/minh-chung`, formOf({ 'Lễ ra quân.jpg': FILES.jpeg }), { cookie })
  const path = `/minh-chung/${sha(FILES.jpeg)}`
  const page = await (await house.ask('/nhat-ky?from=2025-08-04&to=2025-08-04', { cookie })).text()
  expect(page).toContain(`<a href="${path}" rel="noopener noreferrer">Lễ ra quân.jpg</a>`)
  const csv = await (await house.ask('/nhat-ky.csv?from=2025-08-04&to=2025-08-04', { cookie })).text()
  expect(csv).toContain(`Lễ ra quân.jpg (http://nhip.test${path})`)
})

test('where files cannot be kept, the page says so and takes links', async () => {
  house.deps.files = null
  const page = await (await house.ask(PATH, { cookie })).text()
  expect(page).toContain('Máy chủ này không giữ tệp')
  expect(page).not.toContain('name="tep"')
  const answer = await post(`${PATH}/minh-chung`, formOf({ 'a.jpg': FILES.jpeg }), { cookie })
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('hãy ghi đường dẫn')])
})

test('programs send one file as it is or several as a form, and read them back', async () => {
  const authorization = `Bearer ${await addToken(house.db, UNIT)}`
  const raw = (key: string, bytes: Uint8Array<ArrayBuffer>) =>
    house.ask(`${API}?name=so-16.mp3`, {
      ...{ method: 'POST', body: bytes },
      headers: {
        authorization,
        'idempotency-key': key,
        'content-type': 'audio/mpeg',
        'content-length': String(bytes.length),
      },
    })
  const first = await raw('k1', FILES.mp3)
  const [answer, again] = [await first.json(), await (await raw('k1', FILES.mp3)).json()] as {
    facts: { id: string; file: object }[]
    slot: { id: string }
  }[]
  expect([first.status, answer?.facts[0]?.file, answer?.slot.id]).toEqual([
    201,
    { name: 'so-16.mp3', size: FILES.mp3.length, sha256: sha(FILES.mp3), kept: 'mp3' },
    SLOT,
  ])
  expect(again?.facts.map(({ id }) => id)).toEqual(answer?.facts.map(({ id }) => id))
  expect((await raw('k1', FILES.ogg)).status).toBe(422)
  const several = await post(API, formOf({ 'a.png': FILES.png, 'b.ogg': FILES.ogg }), {
    headers: { authorization },
  })
  expect([several.status, (await facts()).length]).toEqual([201, 3])
  const bytes = await house.ask(`${API}/${sha(FILES.png)}`, { headers: { authorization } })
  expect([bytes.status, new Uint8Array(await bytes.arrayBuffer())]).toEqual([200, FILES.png])
  const elsewhere = API.replace('16', '17')
  expect((await house.ask(`${elsewhere}/${sha(FILES.png)}`, { headers: { authorization } })).status).toBe(404)
  const wrong = await raw('k2', OTHERS['a program'])
  expect([wrong.status, await wrong.json()]).toMatchObject([
    400,
    { errors: [{ path: 'tep', code: 'unknown-kind' }] },
  ])
})

test('a connection that is cut half-way leaves nothing', async () => {
  const server = serve({ fetch: house.app.fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const { port, address: hostname } = server.address() as AddressInfo
  const url = `http://${hostname}:${port}`
  const socket = connect(port, hostname)
  const head = [
    `POST ${PATH}/minh-chung HTTP/1.1`,
    ...[`host: ${hostname}:${port}`, `origin: ${url}`, `cookie: nhip_song=${cookie}`],
    ...['content-type: multipart/form-data; boundary=x', 'content-length: 90000', '', ''],
  ]
  const part = ['--x', 'content-disposition: form-data; name="tep"; filename="a.jpg"', '', ''].join('\r\n')
  await new Promise<void>((done) => {
    socket.write(head.join('\r\n') + part)
    socket.write(photo(1, 40_000), () => done())
  })
  socket.destroy()
  await new Promise((done) => server.close(done))
  expect([await facts(), await house.lying()]).toEqual([[], []])
})
