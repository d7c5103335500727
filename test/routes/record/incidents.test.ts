import { expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import { instantOf } from '../../../src/core/wall-clock.ts'
import { listFacts } from '../../../src/store/facts.ts'
import { listIncidents } from '../../../src/store/incidents.ts'
import { adopt } from '../../support/adopt.ts'
import { addOfficer, addToken } from '../../support/people.ts'
import { samplePlan } from '../../support/plans.ts'
import { testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const EXTRA = { title: 'Tin khẩn', channels: ['event'], date: '2025-09-10' }
const POWER_CUT = {
  loai: 'power',
  tuNgay: '2025-08-04',
  tuGio: '05:00',
  denNgay: '2025-08-05',
  denGio: '20:00',
  kenh: 'loudspeaker',
}
const preview = (fields: Record<string, string>) => `/su-co/xem-truoc?${new URLSearchParams(fields)}`

async function ngokTu() {
  const house = await testHouse()
  house.clock.now = instantOf('2025-08-20', '08:00')
  await adopt(house.db, UNIT, samplePlan('ngok-tu-2025'), calendars, house.clock.now)
  const cookie = await addOfficer(house.db, UNIT, { username: 'lan', password: 'Gió mùa đông bắc' })
  return { ...house, cookie }
}

/** What the page's form would send with its boxes as they are. */
function filled(html: string): URLSearchParams {
  const body = new URLSearchParams()
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
    const off = attribute('type') === 'checkbox' && !/ checked/.test(tag)
    if (attribute('name') && !off) body.append(attribute('name'), attribute('value'))
  }
  return body
}

test('looking at what an incident would explain records nothing', async () => {
  await using house = await ngokTu()
  const page = await (await house.ask(preview(POWER_CUT), { cookie: house.cookie })).text()
  expect(page).toContain('từ 05:00 thứ Hai 4/8/2025 đến 20:00 thứ Ba 5/8/2025')
  expect(page).toContain('2 kỳ rơi vào thời gian này.')
  expect(filled(page).getAll('khung')).toEqual(['ngok-tu-2025:C.I.2.a:16', 'ngok-tu-2025:C.I.2.c:08'])
  expect(await listFacts(house.db, UNIT)).toEqual([])
  expect(await listIncidents(house.db, UNIT)).toEqual([])
})

test('confirmed twice, the second click finds the incident of the first', async () => {
  await using house = await ngokTu()
  const page = await (await house.ask(preview(POWER_CUT), { cookie: house.cookie })).text()
  const confirm = () => house.ask('/su-co', { method: 'POST', body: filled(page), cookie: house.cookie })
  const answers = await Promise.all([confirm(), confirm()])
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
  expect((await listFacts(house.db, UNIT)).map(({ kind, reason }) => [kind, reason])).toEqual([
    ['not-aired', 'power'],
    ['not-aired', 'power'],
  ])
})

test('the incident shows its slots with a way to a make-up, and can be taken back', async () => {
  await using house = await ngokTu()
  const page = await (await house.ask(preview(POWER_CUT), { cookie: house.cookie })).text()
  const made = await house.ask('/su-co', { method: 'POST', body: filled(page), cookie: house.cookie })
  const path = (made.headers.get('location') ?? '').split('?')[0] as string
  const shown = await (await house.ask(path, { cookie: house.cookie })).text()
  expect(shown).toContain('Sự cố giải thích cho 2 kỳ.')
  expect(shown).toContain('/khung/ngok-tu-2025%3AC.I.2.a%3A16/ghi/phat-bu?')
  await house.send(`${path}/hoan-tac`, {}, { cookie: house.cookie })
  const after = await (await house.ask(path, { cookie: house.cookie })).text()
  expect(after).toContain('đã hoàn tác sự cố này lúc 08:00 thứ Tư 20/8/2025')
  expect(after).not.toContain('/hoan-tac')
})

test('a form with mistakes comes back with them, and with what was filled in', async () => {
  await using house = await ngokTu()
  const wrong = { ...POWER_CUT, loai: 'other', denNgay: '2025-08-01', ghiChu: '' }
  const answer = await house.ask(preview(wrong), { cookie: house.cookie })
  const page = await answer.text()
  expect(answer.status).toBe(400)
  expect(page).toContain('Lúc kết thúc phải sau lúc bắt đầu.')
  expect(page).toContain('Cần ghi rõ sự cố gì.')
  expect(page).toContain('name="denNgay" type="date" value="2025-08-01"')
})

test('a confirmation that was tampered with is refused and keeps nothing', async () => {
  await using house = await ngokTu()
  const body = new URLSearchParams({ ...POWER_CUT, denNgay: '2035-08-05', ma: '../../etc' })
  const answer = await house.ask('/su-co', { method: 'POST', body, cookie: house.cookie })
  expect(answer.status).toBe(400)
  expect(await listIncidents(house.db, UNIT)).toEqual([])
})

test('a document without words is refused, one with words excuses the slots', async () => {
  await using house = await ngokTu()
  const page = await (await house.ask(preview(POWER_CUT), { cookie: house.cookie })).text()
  const made = await house.ask('/su-co', { method: 'POST', body: filled(page), cookie: house.cookie })
  const path = (made.headers.get('location') ?? '').split('?')[0] as string
  const empty = await house.send(`${path}/van-ban`, { vanBan: '  ' }, { cookie: house.cookie })
  const given = await house.send(
    `${path}/van-ban`,
    { vanBan: 'Công văn số 12/UBND' },
    { cookie: house.cookie },
  )
  expect([empty.status, given.status]).toEqual([400, 303])
  const documents = (await listFacts(house.db, UNIT)).map(({ document }) => document)
  expect(documents).toEqual([null, null, 'Công văn số 12/UBND', 'Công văn số 12/UBND'])
})

test('the API records an incident once for one Idempotency-Key and tells the slots', async () => {
  await using house = await ngokTu()
  const token = await addToken(house.db, UNIT)
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': 'mat-dien-4-8',
  }
  const body = JSON.stringify({
    kind: 'power',
    from: '2025-08-04',
    to: '2025-08-05',
    document: 'Công văn 12',
  })
  const post = () => house.ask('/api/v1/incidents', { method: 'POST', headers, body })
  const first = await post()
  const { incident, slots } = (await first.json()) as { incident: { id: string }; slots: object[] }
  expect(first.status).toBe(201)
  expect(slots.filter((slot) => 'explained' in slot && slot.explained)).toEqual([
    { id: 'ngok-tu-2025:C.I.2.a:16', standing: 'excused', explained: true },
    { id: 'ngok-tu-2025:C.I.2.c:08', standing: 'excused', explained: true },
  ])
  expect(((await (await post()).json()) as { incident: object }).incident).toEqual(incident)
  const all = (await (await house.ask('/api/v1/incidents', { headers })).json()) as { incidents: object[] }
  expect(all.incidents).toEqual([incident])
})

test('the API says what is wrong with an incident, field by field', async () => {
  await using house = await ngokTu()
  const token = await addToken(house.db, UNIT)
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const body = JSON.stringify({ kind: 'war', from: 'hôm qua', to: '2025-08-05', reason: 'x' })
  const answer = await house.ask('/api/v1/incidents', { method: 'POST', headers, body })
  const { errors } = (await answer.json()) as { errors: { path: string }[] }
  expect([answer.status, errors.map(({ path }) => path).sort()]).toEqual([400, ['from', 'kind', 'reason']])
})

/** What the API records under a key of the caller's, each answered with its status. */
async function keyed(house: Awaited<ReturnType<typeof ngokTu>>) {
  const token = await addToken(house.db, UNIT)
  const post = async (path: string, key: string, body: object) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    }
    return (await house.ask(`/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).status
  }
  const incident = (key: string) =>
    post('/incidents', key, { kind: 'power', from: '2025-08-04', to: '2025-08-05' })
  const slot = encodeURIComponent('ngok-tu-2025:C.I.2.a:16')
  const note = { kind: 'note', note: 'a' }
  return {
    incident,
    onSlot: (key: string) => post(`/slots/${slot}/facts`, key, note),
    onObligation: (key: string) => post('/plans/ngok-tu-2025/obligations/C.I.2.a/facts', key, note),
    extra: (key: string) => post('/extras', key, EXTRA),
  }
}

test('a key that was used for an incident is refused for a fact, and the other way round, by the API', async () => {
  await using house = await ngokTu()
  const { incident, onSlot: fact, extra } = await keyed(house)
  expect([await incident('a'), await fact('a'), await extra('a'), await incident('a')]).toEqual([
    201, 422, 422, 201,
  ])
  expect([await fact('b'), await incident('b'), await fact('b')]).toEqual([201, 422, 201])
})

test('of a fact and an incident under one key at one moment the second is refused, with all that it would explain', async () => {
  await using house = await ngokTu()
  const { incident, onSlot, onObligation, extra } = await keyed(house)
  /** `second` has seen that the key is free, and is about to write, when `first` comes and is done. */
  const meet = async (second: () => Promise<number>, first: () => Promise<number>) => {
    const client = house.db.$client
    const batch = client.batch.bind(client)
    let came: number | null = null
    client.batch = async (...args) => {
      if (came === null && JSON.stringify(args[0]).includes('INSERT INTO')) {
        came = 0
        came = await first()
      }
      return batch(...args)
    }
    const status = await second()
    client.batch = batch
    return [came, status]
  }
  const stored = async () => [
    (await listIncidents(house.db, UNIT)).length,
    (await listFacts(house.db, UNIT)).length,
  ]
  for (const [i, fact] of [onSlot, onObligation, extra].entries()) {
    expect(
      await meet(
        () => incident(`a${i}`),
        () => fact(`a${i}`),
      ),
    ).toEqual([201, 422])
    expect(await stored()).toEqual([0, i + 1])
  }
  const before = await stored()
  expect(
    await meet(
      () => onSlot('b'),
      () => incident('b'),
    ),
  ).toEqual([201, 422])
  const [incidents, facts = 0] = await stored()
  expect([incidents, facts > (before[1] ?? 0)]).toEqual([1, true])
  for (const [i, fact] of [onObligation, extra].entries())
    expect(
      await meet(
        () => fact(`c${i}`),
        () => incident(`c${i}`),
      ),
    ).toEqual([201, 422])
  expect(await stored()).toEqual([3, facts])
  // The one that was added in the beginning.
  const { rows } = await house.db.$client.execute("SELECT count(*) FROM slots WHERE plan_id = 'them'")
  expect(rows[0]?.[0]).toBe(1)
})
