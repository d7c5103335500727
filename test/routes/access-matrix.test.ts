import { afterAll, describe, expect, test } from 'vitest'
import { openSession } from '../../src/accounts/session.ts'
import { createToken } from '../../src/accounts/token.ts'
import { createUser } from '../../src/accounts/user.ts'
import { recordBulk } from '../../src/actions/bulk.ts'
import { keepEvidence } from '../../src/actions/evidence.ts'
import { addExtra } from '../../src/actions/extras.ts'
import { recordIncident } from '../../src/actions/incidents.ts'
import { createItem } from '../../src/actions/items.ts'
import { uploadPlayLog } from '../../src/actions/play-log.ts'
import { readPlanDocument } from '../../src/actions/read-document.ts'
import { keepDocument } from '../../src/actions/sources.ts'
import { subscribe } from '../../src/actions/subscription.ts'
import { pagesAndApi } from '../../src/app.ts'
import { calendars } from '../../src/calendars.ts'
import type { ItemText } from '../../src/core/content/item.ts'
import { inputOf } from '../../src/core/fact.ts'
import type { Incident } from '../../src/core/incident.ts'
import { type Action, can, ROLES, type Role } from '../../src/core/role.ts'
import { write } from '../../src/store/db.ts'
import { addWebhook } from '../../src/store/notices.ts'
import { savePlacesAfter } from '../../src/store/official-places.ts'
import { enterMessages } from '../../src/store/outbox.ts'
import { savePayRates } from '../../src/store/pay-rates.ts'
import { adopt } from '../support/adopt.ts'
import { ISSUED } from '../support/issued-plan.ts'
import { keptHouse } from '../support/kept-house.ts'
import { seenAt } from '../support/moments.ts'
import { samplePlan } from '../support/plans.ts'
import { photo } from '../support/sample-files.ts'
import { MONDAY } from '../support/test-house.ts'
import { ACCESS, type Access, type Thing } from './access-table.ts'

const HERE = 'xa-ngok-tu'
const ELSEWHERE = 'xa-khac'
/** In every name that the unit's own things carry, and in its slots' ids: no answer to another unit may hold them. */
const MARK = 'Ngọk Tụ'
const PLAN = 'ngok-tu-2025'

const house = await keptHouse()
afterAll(() => house[Symbol.asyncDispose]())

async function addUser(unit: string, name: string, role: Role) {
  const user = await createUser(house.db, { unit, name, role }, MONDAY)
  if (!user.ok) throw new Error(user.problem.detail)
  return user.value
}

async function addToken(unit: string, name: string, role: Role) {
  const token = await createToken(house.db, { unit, name, role }, MONDAY)
  if (!token.ok) throw new Error(token.problem.detail)
  return token.value
}

const ABOVE = 'tinh-quang-ngai'
const BELOW = 'thon-thu'

await house.addUnit(HERE, `UBND xã ${MARK}`)
await house.addUnit(ELSEWHERE, 'UBND xã Khác')
await house.addUnit(ABOVE, 'UBND tỉnh Quảng Ngãi')
await house.addUnit(BELOW, 'Thôn Thử')
for (const [code, parent] of [
  [HERE, ABOVE],
  [ELSEWHERE, ABOVE],
  [BELOW, HERE],
])
  await house.db.$client.execute({
    sql: 'UPDATE units SET parent = ? WHERE code = ?',
    args: [parent ?? '', code ?? ''],
  })
await adopt(house.db, HERE, samplePlan(PLAN), calendars, MONDAY)
const users = {
  viewer: await addUser(HERE, `Xem ${MARK}`, 'viewer'),
  officer: await addUser(HERE, `Ghi ${MARK}`, 'officer'),
  leader: await addUser(HERE, `Duyệt ${MARK}`, 'leader'),
  admin: await addUser(HERE, `Quản ${MARK}`, 'admin'),
}
const tokens = {
  viewer: await addToken(HERE, `Bảng điện tử ${MARK}`, 'viewer'),
  officer: await addToken(HERE, `Loa ${MARK}`, 'officer'),
  leader: await addToken(HERE, `Ký số ${MARK}`, 'leader'),
  admin: await addToken(HERE, `Máy chủ ${MARK}`, 'admin'),
}
const stranger = await addUser(ELSEWHERE, 'Quản trị xã Khác', 'admin')
const strangersToken = await addToken(ELSEWHERE, 'Máy xã Khác', 'admin')
const target = await addUser(HERE, `Người được sửa ${MARK}`, 'viewer')
const targetToken = await addToken(HERE, `Mã được thu hồi ${MARK}`, 'viewer')

const incident: Incident = {
  ...{ id: '1606c546-1bfc-4613-9fc2-b995382233cf', kind: 'other', channel: null, document: null },
  ...{ from: MONDAY, to: MONDAY + 3_600_000, note: `Sét đánh ${MARK}` },
}
const bulk = { madeAt: null, id: '7d1f0c52-3c1b-4a59-9a44-8a3c2b1f6e10', chosen: [`${PLAN}:C.I.2.a:15`] }
await recordBulk(
  { db: house.db, who: { unit: HERE, id: users.officer.id, name: 'Ghi' }, ...seenAt(MONDAY) },
  bulk,
)
await recordIncident(
  { db: house.db, who: { unit: HERE, id: users.officer.id, name: 'Ghi' }, now: MONDAY },
  incident,
  null,
)

const extra = await addExtra(
  { db: house.db, who: { unit: HERE, id: users.officer.id, name: 'Ghi' }, now: MONDAY },
  {
    ...{ title: `Thông báo ${MARK}`, channels: ['loudspeaker'], date: '2025-08-06', time: '19:00' },
    ...{ minutes: null, lead: null, why: null },
  },
)
if (!extra.ok) throw new Error(extra.problem.detail)

await savePlacesAfter(
  { db: house.db, who: { unit: HERE, id: users.leader.id, name: 'Duyệt' }, now: MONDAY },
  [{ kind: 'zalo', name: `Zalo ${MARK}`, address: 'https://zalo.me/1' }],
  0,
)

await savePayRates(
  { db: house.db, who: { unit: HERE, id: users.leader.id, name: 'Duyệt' }, now: MONDAY },
  '2025-08-01',
  {
    ...{ from: '2025-08-01', to: null, document: `Quyết định của ${MARK}` },
    lines: [{ part: 'author', genre: null, mode: null, per: 'airing', amount: 50_000 }],
  },
)

const feed = await subscribe(
  house.db,
  { unit: HERE, id: users.admin.id, role: 'admin' },
  { name: `Chủ tịch ${MARK}`, scope: 'all' },
  MONDAY,
)
if (!feed.ok) throw new Error(feed.problem.detail)

const item = { id: 'c0a1f4c8-5d0b-4ab4-8a55-0d0d3f3c9a11' }
const written: ItemText = {
  ...{ title: `Bài của ${MARK}`, topics: [], body: `Bà con ${MARK}`, language: 'Tiếng Việt' },
  ...{ author: null, source: null, loudspeaker: null, portal: null, social: null, making: null },
}
await createItem(
  { db: house.db, who: { unit: HERE, id: users.officer.id, name: 'Ghi' }, now: MONDAY },
  item.id,
  written,
  null,
)

const playLog = await uploadPlayLog(
  { ...house.deps, unit: HERE, moment: seenAt(MONDAY) },
  `Loa ${MARK}.csv`,
  new TextEncoder().encode(`Ngày;Giờ;Tên\n04/08/2025;05:30;Chuyên mục ${MARK}\n`),
)
if (!playLog.ok) throw new Error(playLog.problem.detail)

const documentOf = new TextEncoder().encode(ISSUED.join('\n').replaceAll('nước sạch', MARK))
const read = await readPlanDocument(documentOf, null)
if (read.refused !== null) throw new Error(read.refused.message)
const source = await keepDocument(
  { db: house.db, who: { unit: HERE, id: users.officer.id, name: 'Ghi' }, now: MONDAY, calendars },
  { name: `Kế hoạch ${MARK}.txt`, bytes: documentOf, document: read },
)

const proven = await keepEvidence(
  house.deps,
  { db: house.db, who: { unit: HERE, id: users.officer.id, name: 'Ghi' }, now: MONDAY },
  { slotId: `${PLAN}:C.I.2.a:17` },
  {
    files: [{ name: `Ảnh ${MARK}.jpg`, bytes: photo(1) }],
    ...{ input: inputOf('evidence'), idempotencyKey: null },
  },
)
if (!proven.ok) throw new Error(proven.problem.detail)

const webhook = { id: '00000000000000aa', name: `Nhóm Zalo ${MARK}`, url: 'https://example.vn/tin' }
const hook = { ...webhook, unit: HERE, secret: 'whsec_AAAA', kinds: ['ask' as const], createdAt: MONDAY }
await addWebhook(house.db, hook)
const message = `test:${MONDAY}:${users.viewer.id}`
const words = { unit: HERE, key: message, template: 'test', data: { path: '/' }, route: 'email' }
const times = { createdAt: MONDAY, dueAt: MONDAY, usefulUntil: MONDAY + 3_600_000 }
await write(house.db, [enterMessages([{ ...words, ...times, userId: users.viewer.id }])])

/** Things of this unit, and ones that never existed. */
const REAL: Record<Thing, string> = {
  slot: `${PLAN}:C.I.2.a:16`,
  extra: extra.value.id ?? '',
  incident: incident.id,
  bulk: bulk.id,
  playLog: playLog.value.file.sha256,
  item: item.id,
  version: '1',
  plan: PLAN,
  clause: 'C.I.2.a',
  edition: '1',
  user: target.id,
  token: targetToken.id,
  secret: target.link.split('/').at(-1) ?? '',
  feed: feed.value.feed.id,
  'feed file': feed.value.path.split('/').at(-1) ?? '',
  'slot file': `${PLAN}:C.I.2.a:16.ics`,
  message,
  webhook: webhook.id,
  unit: HERE,
  sample: 'ngok-tu-2025',
  source: source.sha256,
  reviewed: read.proposal.obligations[0]?.id ?? '',
  week: '2025-W32',
  month: '2025-08',
  year: '2025',
  period: 'Q3',
  'record form': 'khong-phat',
  'report file': 'bao-cao.csv',
  blank: 'cchc-tuyen-truyen',
  'blank file': 'bieu.docx',
  place: `Zalo ${MARK}`,
  'first day of rates': '2025-08-01',
  'proven slot': `${PLAN}:C.I.2.a:17`,
  'kept file': proven.value.facts[0]?.file?.sha256 ?? '',
}
const UNREAL: Record<Thing, string> = {
  slot: 'ngok-tu-2031:C.I.2.a:16',
  extra: 'them:999',
  incident: '00000000-0000-0000-0000-000000000000',
  bulk: '00000000-0000-0000-0000-000000000000',
  playLog: '0'.repeat(64),
  item: '00000000-0000-0000-0000-000000000000',
  version: '1',
  plan: 'ngok-tu-2031',
  clause: 'Z.9',
  edition: '999',
  user: '0000000000000000',
  token: '0000000000000000',
  secret: 'A'.repeat(43),
  feed: '0000000000000000',
  'feed file': `${'A'.repeat(43)}.ics`,
  'slot file': 'ngok-tu-2031:C.I.2.a:16.ics',
  message: 'test:0:khong-co',
  webhook: '0000000000000000',
  unit: 'xa-khong-co',
  sample: 'khong-co',
  source: '0'.repeat(64),
  reviewed: 'Z.9',
  week: '2025-W32',
  month: '2025-08',
  year: '2025',
  period: 'Q3',
  'record form': 'khong-phat',
  'report file': 'bao-cao.csv',
  blank: 'cchc-tuyen-truyen',
  'blank file': 'bieu.docx',
  place: 'Zalo',
  'first day of rates': '2031-01-01',
  'proven slot': 'ngok-tu-2031:C.I.2.a:17',
  'kept file': '0'.repeat(64),
}

type Key = { cookie: string } | { bearer: string } | null

const sessionOf = async (unit: string, id: string): Promise<Key> => ({
  cookie: await openSession(house.db, { unit, id }, MONDAY),
})

const methodOf = (route: string) => route.split(' ')[0] as string
const pathOf = (route: string) => route.split(' ')[1] as string
const isApi = (route: string) => pathOf(route).startsWith('/api/')

function ask(route: string, access: Access, things: Record<Thing, string>, key: Key): Promise<Response> {
  const path = pathOf(route).replace(/:(\w+)(?:\{[^}]+\})?/g, (_, name: string) => {
    const thing = access.of?.[name]
    if (!thing) throw new Error(`${route}: the table doesn't say what :${name} names`)
    return encodeURIComponent(things[thing])
  })
  const headers: Record<string, string> =
    key && 'bearer' in key ? { authorization: `Bearer ${key.bearer}` } : {}
  if (isApi(route)) headers['content-type'] = 'application/json'
  const fields = access.body ?? {}
  const body = isApi(route) ? JSON.stringify(fields) : new URLSearchParams(fields)
  return house.ask(path, {
    method: methodOf(route),
    headers,
    cookie: key && 'cookie' in key ? key.cookie : undefined,
    ...(methodOf(route) === 'GET' ? {} : { body }),
  })
}

type Verdict = 'let in' | 'sent to sign in' | 'refused' | 'broken'

function verdictOn(answer: Response): Verdict {
  if (answer.status >= 500) return 'broken'
  if (answer.status === 401) return 'sent to sign in'
  if (answer.status === 403) return 'refused'
  const toSignIn = answer.status === 303 && answer.headers.get('location')?.startsWith('/dang-nhap')
  return toSignIn ? 'sent to sign in' : 'let in'
}

function expected(may: Access['may'], role: Role | null): Verdict {
  if (may === 'everybody') return 'let in'
  if (may === 'nobody') return 'refused'
  if (role === null) return 'sent to sign in'
  return can(role, may as Action) ? 'let in' : 'refused'
}

const routes = Object.entries(ACCESS)
// These two answer with the sign-in page by their nature; what they do is tested in sign-in.test.ts.
const guarded = routes.filter(([route]) => !['POST /dang-nhap', 'POST /dang-xuat'].includes(route))

const allRoutes = [...house.app.routes, ...pagesAndApi(() => house.deps).routes]

test('every route of the app has its line in the table, and every line its route', () => {
  const registered = allRoutes.filter(({ method }) => method !== 'ALL')
  const known = [...new Set(registered.map(({ method, path }) => `${method} ${path}`))]
  expect(known.sort()).toEqual(Object.keys(ACCESS).sort())
})
test('what runs for every method is middleware, not a route that the table would miss', () => {
  const all = allRoutes.filter(({ method }) => method === 'ALL').map(({ path }) => path)
  expect([...new Set(all)].sort()).toEqual(['/*', '/api/v1/*'])
})

describe.each(guarded)('%s', (route, access) => {
  test('a stranger, a wrong token and an ended session', async () => {
    const keys: Key[] = [null, { bearer: 'nhipsong_wrong' }, { cookie: 'ended' }]
    const verdicts = await Promise.all(
      keys.map(async (key) => verdictOn(await ask(route, access, UNREAL, key))),
    )
    expect(verdicts).toEqual(keys.map(() => expected(access.may, null)))
  })
  test.each(ROLES)('a session of role %s', async (role) => {
    const key = await sessionOf(HERE, users[role].id)
    expect(verdictOn(await ask(route, access, UNREAL, key))).toBe(expected(access.may, role))
  })
  test.each(ROLES)('a token of role %s opens the API and nothing else', async (role) => {
    const answer = await ask(route, access, UNREAL, { bearer: tokens[role].secret })
    expect(verdictOn(answer)).toBe(expected(access.may, isApi(route) ? role : null))
  })
})

const foreign = routes.filter(([, { may }]) => may !== 'everybody' && may !== 'nobody')
const strangersKeys = async (): Promise<Key[]> => [
  await sessionOf(ELSEWHERE, stranger.id),
  { bearer: strangersToken.secret },
]

test.each(foreign)('%s names nothing of this unit to the admin of another', async (route, access) => {
  for (const key of await strangersKeys()) {
    const answer = await ask(route, access, REAL, key)
    expect(await answer.text()).not.toMatch(new RegExp(`${MARK}|${PLAN}`))
  }
})

const withThings = foreign.filter(([, { of }]) => of)
/** The way to sign in repeats the path that was asked for, which tells the asker nothing. */
const textOf = async (answer: Response) => [
  answer.status,
  answer.headers.get('location')?.split('?')[0],
  // A workbook or a document holds the second in which it was made.
  /text|json/.test(answer.headers.get('content-type') ?? 'text') ? await answer.text() : 'a file',
]

test.each(withThings)(
  '%s answers another unit for what is ours as for what never was',
  async (route, access) => {
    for (const key of await strangersKeys()) {
      const ours = await textOf(await ask(route, access, REAL, key))
      expect(ours).toEqual(await textOf(await ask(route, access, UNREAL, key)))
    }
  },
)

test.each([
  ['/tuan/2025-W32', PLAN],
  ['/thang/2025-08', PLAN],
  ['/nam/2025', PLAN],
  ['/chi-tieu/2025', PLAN],
  ['/bao-cao', PLAN],
  ['/ke-hoach', PLAN],
  ['/nguoi-dung', `Duyệt ${MARK}`],
  ['/ma-api', `Ký số ${MARK}`],
  ['/lich-ical', `Chủ tịch ${MARK}`],
])('%s shows our own admin what the others were kept from', async (path, words) => {
  const cookie = await openSession(house.db, { unit: HERE, id: users.admin.id }, MONDAY)
  expect(await (await house.ask(path, { cookie })).text()).toContain(words)
})

/** An admin of each place in the tree, and what they see of this unit. */
const places = {
  below: await addUser(BELOW, 'Quản trị thôn', 'admin'),
  above: await addUser(ABOVE, 'Quản trị tỉnh', 'admin'),
}
const closedPlace = async (closed: boolean) =>
  house.db.$client.execute({
    sql: 'UPDATE units SET closed_at = ? WHERE code = ?',
    args: [closed ? 0 : null, HERE],
  })

test.each(withThings)(
  '%s answers whoever is below or above for what is ours as for what never was',
  async (route, access) => {
    for (const [unit, { id }] of [
      [BELOW, places.below],
      [ABOVE, places.above],
    ] as const) {
      if (unit === ABOVE && /don-vi\//.test(route)) continue
      const key = await sessionOf(unit, id)
      const ours = await textOf(await ask(route, access, REAL, key))
      expect(ours).toEqual(await textOf(await ask(route, access, UNREAL, key)))
    }
  },
)

const LOOKED_AT = [
  ...[
    '',
    '/',
    '/tuan/2025-W32',
    '/thang/2025-08',
    '/nam/2025',
    '/chi-tieu/2025',
    '/bao-cao',
    '/ke-hoach',
    '/nhat-ky',
  ],
  ...[
    `/ke-hoach/${PLAN}`,
    `/nhiem-vu/${PLAN}/C.I.2.a`,
    `/khung/${encodeURIComponent(REAL.slot)}`,
    '/dai',
    '/ngay-nghi',
    '/su-co',
  ],
  `/minh-chung/${REAL['kept file']}`,
  ...['/nhat-ky.csv', '/noi-dung', `/bai/${item.id}`, '/chua-xac-nhan', '/chu-de'],
]

test.each(LOOKED_AT)(
  '/don-vi/…%s: from above it is shown, from below, beside and one’s own it is no page',
  async (path) => {
    const at = `/don-vi/${HERE}${path}`
    const statuses = async (unit: string, id: string) =>
      (await house.ask(at, { cookie: await openSession(house.db, { unit, id }, MONDAY) })).status
    const seen = [
      await statuses(ABOVE, places.above.id),
      await statuses(BELOW, places.below.id),
      await statuses(ELSEWHERE, stranger.id),
      await statuses(HERE, users.admin.id),
    ]
    await closedPlace(true)
    const closed = [await statuses(ABOVE, places.above.id), await statuses(HERE, users.viewer.id)]
    await closedPlace(false)
    expect([seen, closed]).toEqual([
      [200, 404, 404, 404],
      [200, 404],
    ])
  },
)

test('a page that is looked at from above says whose it is, leads nowhere else of theirs, and lets nothing be written', async () => {
  const cookie = await openSession(house.db, { unit: ABOVE, id: places.above.id }, MONDAY)
  const page = await (await house.ask(`/don-vi/${HERE}/tuan/2025-W32`, { cookie })).text()
  expect(page).toContain(`Đang xem: <b>UBND xã ${MARK}</b> — chỉ xem`)
  const paths = [...page.matchAll(/ (?:href|action)="(\/[^"]*)"/g)].map(([, path]) => path ?? '')
  const elsewhere = paths.filter((path) => !/^\/(don-vi\/xa-ngok-tu|assets)(\/|$)/.test(path))
  expect([...new Set(elsewhere)].sort()).toEqual(['/cac-don-vi', '/dang-xuat'])
  expect(page).not.toMatch(/<form[^>]*method="post"[^>]*action="(?!\/dang-xuat)/)
  const posted = await house.send(
    `/don-vi/${HERE}/khung/${encodeURIComponent(REAL.slot)}/ghi`,
    { viec: 'note', ghiChu: 'x' },
    { cookie },
  )
  expect([posted.status, await posted.text()]).toEqual([403, expect.stringContaining('chỉ xem')])
})

const pages = routes.filter(([route]) => methodOf(route) === 'GET' && !isApi(route))
const belowUnit = (route: string) => `GET /don-vi/${HERE}${pathOf(route)}`

test('of all pages, those that an office shows upwards are these, and none to who is beside, below or of the office itself', async () => {
  const shown: string[] = []
  for (const [route, access] of pages) {
    const statuses: number[] = []
    for (const [unit, { id }] of [
      [ABOVE, places.above],
      [ELSEWHERE, stranger],
      [BELOW, places.below],
      [HERE, users.admin],
    ] as const)
      statuses.push((await ask(belowUnit(route), access, REAL, await sessionOf(unit, id))).status)
    const [above = 0, ...others] = statuses
    expect([route, others]).toEqual([route, [404, 404, 404]])
    if (above < 400) shown.push(pathOf(route))
  }
  expect(shown.sort()).toEqual([
    ...['/', '/bai/:id', '/bai/:id/ban-doc', '/bai/:id/ban/:version', '/bai/:id/phieu-duyet', '/bao-cao'],
    ...[
      '/bao-cao/:year/:period',
      '/bao-cao/:year/:period/:file{bao-cao\\.(docx|xlsx|csv)}',
      '/bao-cao/bieu-mau',
    ],
    ...[
      '/bao-cao/bieu-mau/:blank/:year/:period',
      '/bao-cao/bieu-mau/:blank/:year/:period/:file{bieu\\.(docx|xlsx)}',
    ],
    ...[
      '/bao-cao/noi-dang',
      '/chi-tieu/:year',
      '/chi-tieu/:year/ky',
      '/chu-de',
      '/chua-xac-nhan',
      '/dai',
      '/duyet',
    ],
    ...['/ke-hoach', '/ke-hoach/:id', '/ke-hoach/:id/ban/:n', '/ke-hoach/:id/ke-hoach.docx'],
    ...['/ke-hoach/:id/ke-hoach.xlsx', '/ke-hoach/:id/ke-hoach.yaml', '/khung/:file{.+\\.ics}', '/khung/:id'],
    ...['/minh-chung/:file', '/nam/:year', '/ngay-nghi', '/nhat-ky', '/nhat-ky.csv', '/nhat-ky.xlsx'],
    ...['/nhiem-vu/:plan/:clause', '/noi-dung', '/noi-dung/:month', '/su-co', '/su-co/:id', '/thang/:month'],
    ...['/tong-quan', '/tuan/:week'],
  ])
})

test.each(guarded)('%s in a closed office lets in who may look, and nobody else', async (route, access) => {
  await closedPlace(true)
  try {
    const admin = await sessionOf(HERE, users.admin.id)
    const verdicts = [verdictOn(await ask(route, access, UNREAL, admin))]
    if (isApi(route))
      verdicts.push(verdictOn(await ask(route, access, UNREAL, { bearer: tokens.admin.secret })))
    expect(verdicts).toEqual(verdicts.map(() => expected(access.may, 'viewer')))
  } finally {
    await closedPlace(false)
  }
})

test.each([
  '/tai-khoan',
  '/nguoi-dung',
  '/ma-api',
  '/nhac-viec',
  '/lich-ical',
  '/so-quan-tri',
  '/nhat-ky/nhap',
  '/khung/x/ghi/khong-phat',
  '/ke-hoach/moi',
  '/dang-nhap',
])('what is a person’s own or an admin’s is not looked at from above: %s', async (path) => {
  const cookie = await openSession(house.db, { unit: ABOVE, id: places.above.id }, MONDAY)
  expect((await house.ask(`/don-vi/${HERE}${path}`, { cookie })).status).toBeGreaterThanOrEqual(403)
})

test('each sees its own office and those below it; nobody hears of others', async () => {
  const seen = async (unit: string) => {
    const token = await addToken(unit, 'Đọc', 'viewer')
    const headers = { authorization: `Bearer ${token.secret}` }
    const { units } = (await (await house.ask('/api/v1/units', { headers })).json()) as {
      units: { code: string; parent: string | null }[]
    }
    const rolled = (await (await house.ask('/api/v1/roll-up', { headers })).json()) as {
      units: { unit: { code: string } }[]
    }
    expect(rolled.units.map(({ unit }) => unit.code)).toEqual(units.map(({ code }) => code))
    return units.map(({ code, parent }) => [code, parent])
  }
  expect([await seen(ABOVE), await seen(HERE), await seen(ELSEWHERE), await seen(BELOW)]).toEqual([
    [
      [ABOVE, null],
      [BELOW, HERE],
      [ELSEWHERE, ABOVE],
      [HERE, ABOVE],
    ],
    [
      [HERE, null],
      [BELOW, HERE],
    ],
    [[ELSEWHERE, null]],
    [[BELOW, null]],
  ])
})

test('nothing of this unit was changed by the other one', async () => {
  const key = await sessionOf(HERE, users.admin.id)
  const cookie = key && 'cookie' in key ? key.cookie : undefined
  const people = await (await house.ask('/nguoi-dung', { cookie })).text()
  const codes = await (await house.ask('/ma-api', { cookie })).text()
  const { facts } = (await (
    await ask('GET /api/v1/slots/:id', { may: 'read', of: { id: 'slot' } }, REAL, {
      bearer: tokens.viewer.secret,
    })
  ).json()) as { facts: unknown[] }
  expect([
    people.includes(`${target.username}`),
    people.includes('đã ngừng'),
    codes.includes(`Mã được thu hồi ${MARK}`),
    facts,
  ]).toEqual([true, false, true, []])
})
