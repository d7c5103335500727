import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type EvidenceOf, keepEvidence } from '../../src/actions/evidence.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { sweepFiles } from '../../src/actions/sweep-files.ts'
import { calendars } from '../../src/calendars.ts'
import { type FactInput, inputOf } from '../../src/core/fact.ts'
import { MIB } from '../../src/core/kept-file.ts'
import { DAY_MS } from '../../src/core/wall-clock.ts'
import { findKeptFile, listKeptFiles } from '../../src/store/kept-files.ts'
import { findSlot } from '../../src/store/slots.ts'
import { adopt } from '../support/adopt.ts'
import { closeAugust } from '../support/closed-month.ts'
import { keptHouse } from '../support/kept-house.ts'
import { samplePlan } from '../support/plans.ts'
import { FILES, OTHERS, photo } from '../support/sample-files.ts'
import { MONDAY } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const PLAN = 'ngok-tu-2025'
const SLOT = `${PLAN}:C.I.2.a:16`
const LAN = { unit: UNIT, id: 'lan', name: 'Y Lan' }
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

let house: Awaited<ReturnType<typeof keptHouse>>
beforeEach(async () => {
  house = await keptHouse()
  await adopt(house.db, UNIT, samplePlan(PLAN), calendars, MONDAY)
})
afterEach(() => house[Symbol.asyncDispose]())

type Asked = { of?: EvidenceOf; key?: string | null; now?: number; input?: Partial<FactInput> }

/** Who sends what: how many facts came of it, or why none did. */
async function keep(
  files: Uint8Array<ArrayBuffer>[],
  { of = { slotId: SLOT }, key = null, now = MONDAY, input = {} }: Asked = {},
) {
  const sent = files.map((bytes, i) => ({ name: `anh-${i}`, bytes }))
  const kept = await keepEvidence(house.deps, { db: house.db, who: LAN, now }, of, {
    ...{ files: sent, input: inputOf('evidence', input), idempotencyKey: key, isForm: true },
  })
  return kept.ok ? `${kept.value.facts.length}${kept.value.repeated ? ' again' : ''}` : kept.problem.detail
}
const factsOf = async () => (await findSlot(house.db, UNIT, SLOT))?.facts ?? []

test('a photo and a recording become a fact each, at the moment that they prove; the bytes lie under their hashes', async () => {
  await recordFact({ db: house.db, who: LAN, now: MONDAY }, SLOT, inputOf('aired'))
  expect(
    await keep([FILES.jpeg, FILES.mp3], { now: MONDAY + 60_000, input: { note: 'Cụm loa thôn 1' } }),
  ).toBe('2')
  const [aired, ...evidence] = await factsOf()
  expect(evidence.map(({ kind, at, note, file, by }) => ({ kind, at, note, file, by }))).toEqual([
    {
      ...{ kind: 'evidence', at: aired?.at, note: 'Cụm loa thôn 1', by: 'Y Lan' },
      file: { name: 'anh-0.jpg', size: FILES.jpeg.length, sha256: sha(FILES.jpeg), kept: 'jpeg' },
    },
    {
      ...{ kind: 'evidence', at: aired?.at, note: 'Cụm loa thôn 1', by: 'Y Lan' },
      file: { name: 'anh-1.mp3', size: FILES.mp3.length, sha256: sha(FILES.mp3), kept: 'mp3' },
    },
  ])
  expect(await house.lying()).toEqual([sha(FILES.jpeg), sha(FILES.mp3)].sort())
  expect(await findKeptFile(house.db, UNIT, sha(FILES.mp3))).toEqual({
    ...{ sha256: sha(FILES.mp3), kind: 'mp3', size: FILES.mp3.length },
  })
})

test('the same file again is the same evidence of the slot, and the same bytes of another', async () => {
  expect(await keep([FILES.jpeg, FILES.jpeg])).toBe('1')
  expect(await keep([FILES.jpeg])).toBe('1 again')
  expect(await keep([FILES.jpeg], { of: { slotId: `${PLAN}:C.I.2.a:17` } })).toBe('1')
  expect([await house.lying(), (await listKeptFiles(house.db)).length]).toEqual([[sha(FILES.jpeg)], 1])
})

test('a form sent twice keeps once, and opened again with another photo keeps that one too', async () => {
  expect(await keep([photo(1)], { key: 'lan-1' })).toBe('1')
  expect(await keep([photo(1)], { key: 'lan-1' })).toBe('1 again')
  expect(await keep([photo(2)], { key: 'lan-1' })).toBe('1')
  expect(await factsOf()).toHaveLength(2)
})

test('two phones that send at one moment keep both', async () => {
  const answers = await Promise.all([1, 2, 3].map((n) => keep([photo(n)])))
  expect([answers, (await factsOf()).length]).toEqual([['1', '1', '1'], 3])
})

test('one wrong file keeps all out: no fact, no byte', async () => {
  expect(await keep([FILES.jpeg, OTHERS['a page']])).toContain('chưa tệp nào được giữ')
  expect([await factsOf(), await house.lying()]).toEqual([[], []])
})

test('a slot that is not there, or of another unit, keeps nothing', async () => {
  expect(await keep([FILES.jpeg], { of: { slotId: 'khong-co:1' } })).toBe('Không có kỳ này.')
  const stranger = { db: house.db, who: { ...LAN, unit: 'xa-khac' }, now: MONDAY }
  const files = [{ name: 'a.jpg', bytes: FILES.jpeg }]
  const asked = { files, input: inputOf('evidence'), idempotencyKey: null }
  expect(await keepEvidence(house.deps, stranger, { slotId: SLOT }, asked)).toMatchObject({ ok: false })
  expect(await house.lying()).toEqual([])
})

test('the quota counts each file once, and nobody gets over it by sending at one moment', async () => {
  expect(await keep([photo(1, MIB)])).toBe('1')
  expect(await keep([photo(1, MIB)], { of: { slotId: `${PLAN}:C.I.2.a:17` } })).toBe('1')
  const answers = await Promise.all(
    [18, 19, 20].map((n) => keep([photo(n, MIB)], { of: { slotId: `${PLAN}:C.I.2.a:${n}` } })),
  )
  expect(answers.filter((one) => one === '1')).toHaveLength(2)
  expect(answers.find((one) => one !== '1')).toMatch(
    /^Đơn vị đã giữ 3 MB minh chứng trong 3 MB: không còn chỗ/,
  )
  expect(await listKeptFiles(house.db)).toHaveLength(3)
})

test('a closed period takes evidence like any other word: with a reason', async () => {
  await closeAugust(house.db, UNIT)
  expect(await keep([FILES.jpeg])).toMatch(/đã chốt .* nêu lý do/)
  expect([await factsOf(), await house.lying()]).toEqual([[], []])
  expect(await keep([FILES.jpeg, FILES.mp3], { input: { note: 'Bổ sung theo yêu cầu đoàn kiểm tra' } })).toBe(
    '2',
  )
})

test('an obligation without slots has evidence of its own', async () => {
  const plan = samplePlan(PLAN)
  const obligation = plan.obligations.find(({ cadence }) => cadence.kind === 'continuous')
  const of = { planId: PLAN, obligationId: obligation?.id ?? '' }
  expect(await keep([FILES.pdf], { of })).toBe('1')
  expect(await keep([FILES.pdf], { of })).toBe('1 again')
  expect(await keep([FILES.pdf], { of: { ...of, obligationId: 'Z.9' } })).toBe('Không có nhiệm vụ này.')
})

test('what was taken back keeps its bytes for 30 days, and its record for ever', async () => {
  await keep([FILES.jpeg, FILES.mp3])
  const [jpeg, mp3] = await factsOf()
  const strike = (corrects = '', now = MONDAY) =>
    recordFact({ db: house.db, who: LAN, now }, SLOT, inputOf('correction', { corrects }))
  await strike(jpeg?.id)
  const struck = await strike(mp3?.id)
  await strike(struck.ok ? struck.value.fact.id : '')
  await sweepFiles(house.deps, MONDAY + 30 * DAY_MS)
  expect(await house.lying()).toHaveLength(2)
  await sweepFiles(house.deps, MONDAY + 31 * DAY_MS)
  // The folder's clock is the machine's: what has no name any more goes once that too is a day old.
  await sweepFiles(house.deps, Date.now() + 2 * DAY_MS)
  expect([await house.lying(), await findKeptFile(house.db, UNIT, sha(FILES.jpeg))]).toEqual([
    [sha(FILES.mp3)],
    null,
  ])
  expect((await factsOf())[0]?.file).toEqual(jpeg?.file)
})

test('evidence of two slots stays as long as one of them stands by it', async () => {
  await keep([FILES.jpeg])
  await keep([FILES.jpeg], { of: { slotId: `${PLAN}:C.I.2.a:17` } })
  const [fact] = await factsOf()
  await recordFact(
    { db: house.db, who: LAN, now: MONDAY },
    SLOT,
    inputOf('correction', { corrects: fact?.id ?? '' }),
  )
  await sweepFiles(house.deps, Date.now() + 400 * DAY_MS)
  expect(await house.lying()).toEqual([sha(FILES.jpeg)])
})

test('bytes that no fact came to name are swept a day later, not while they may still be sent', async () => {
  await house.deps.files?.put(UNIT, sha(FILES.wav), FILES.wav)
  await sweepFiles(house.deps, Date.now())
  expect(await house.lying()).toEqual([sha(FILES.wav)])
  await sweepFiles(house.deps, Date.now() + DAY_MS + 60_000)
  expect(await house.lying()).toEqual([])
})

test('a disk that is full is told, and no fact names what is not there', async () => {
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
  const put = () => Promise.reject(full)
  const broken = { ...house.deps, files: house.deps.files && { ...house.deps.files, put } }
  const asked = {
    files: [{ name: 'a.jpg', bytes: FILES.jpeg }],
    input: inputOf('evidence'),
    idempotencyKey: null,
  }
  await expect(
    keepEvidence(broken, { db: house.db, who: LAN, now: MONDAY }, { slotId: SLOT }, asked),
  ).rejects.toBe(full)
  expect([await factsOf(), await listKeptFiles(house.db)]).toEqual([[], []])
})
