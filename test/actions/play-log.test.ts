import { expect, test } from 'vitest'
import { fileOf, headOfTable, knownOf, recordLines, uploadPlayLog } from '../../src/actions/play-log.ts'
import { unpacked } from '../../src/actions/play-log-file.ts'
import { readPlayFile } from '../../src/actions/read-play-log.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { importedFacts, undoImport } from '../../src/actions/undo-import.ts'
import { calendars } from '../../src/calendars.ts'
import { inputOf, uncorrected } from '../../src/core/fact.ts'
import { playDiff } from '../../src/core/log/play-diff.ts'
import { choiceOf } from '../../src/core/log/play-groups.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { listFacts } from '../../src/store/facts.ts'
import { findPlayLog, listPlayLogs, savePlayColumns } from '../../src/store/play-logs.ts'
import { adopt } from '../support/adopt.ts'
import { closeAugust } from '../support/closed-month.ts'
import { seenAt } from '../support/moments.ts'
import { samplePlan } from '../support/plans.ts'
import { testHouse } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const LAN = { unit: UNIT, id: 'u-lan', name: 'Lan' }
const NOW = instantOf('2025-08-20', '08:00')

const HEAD = 'Ngày phát;Giờ phát;Tên bản tin;Thời lượng;Cụm loa\n'
const CDS = '04/08/2025;05:31;CM CĐS số 16;00:14:50;Thôn 1\n'
const CDS_AGAIN = '04/08/2025;05:32;CM CĐS số 16;00:14:50;Thôn 2\n'
const RELAY = '05/08/2025;05:00;Tiếp âm Đài TNVN;00:30:00;Thôn 1\n'
const NEXT = '18/08/2025;5h30;CM CĐS số 17;15 phút;Thôn 1\n'

async function ngokTu() {
  const house = await testHouse()
  await adopt(house.db, UNIT, samplePlan('ngok-tu-2025'), calendars, NOW)
  const open = async (text: string, name = 'loa.csv') => {
    const bytes = new TextEncoder().encode(text)
    const table = readPlayFile(bytes)
    if (!table.ok) throw new Error(table.problem.detail)
    const head = await headOfTable(house.db, UNIT, table.value, NOW)
    if (!head.columns) throw new Error('no columns')
    const known = await knownOf(house.db, UNIT, head.days)
    const diff = playDiff(table.value, head.columns, known, seenAt(NOW))
    return { file: fileOf(name, bytes), table: table.value, head, diff }
  }
  const record = async (text: string, sign = '=', name = 'loa.csv') => {
    const { file, diff } = await open(text, name)
    const lines = diff.lines.filter((line) => line.sign === sign)
    return recordLines({ db: house.db, who: LAN, now: NOW }, lines, { file, reason: 'power' })
  }
  return { ...house, open, record }
}

test('what matches is recorded with the time, the length and the file it stands in', async () => {
  await using house = await ngokTu()
  expect(await house.record(HEAD + CDS + CDS_AGAIN + RELAY)).toBe(1)
  expect(await listFacts(house.db, UNIT)).toMatchObject([
    {
      slotId: 'ngok-tu-2025:C.I.2.a:16',
      kind: 'aired',
      at: instantOf('2025-08-04', '05:31'),
      recordedAt: NOW,
      minutes: 15,
      by: 'Lan',
      note: 'Theo nhật ký phát “CM CĐS số 16”, dòng 2, 3 của tệp loa.csv',
      file: { name: 'loa.csv', size: expect.any(Number), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    },
  ])
})

test('the same file again, the same rows in another file, or both at once add nothing', async () => {
  await using house = await ngokTu()
  await Promise.all([house.record(HEAD + CDS), house.record(HEAD + CDS)])
  await house.record(HEAD + CDS)
  await house.record(HEAD + CDS + RELAY + NEXT, '=', 'tháng 8.csv')
  const told = (await listFacts(house.db, UNIT)).map(({ slotId, minutes }) => [slotId, minutes])
  expect(told).toEqual([
    ['ngok-tu-2025:C.I.2.a:16', 15],
    ['ngok-tu-2025:C.I.2.a:17', 15],
  ])
})

test('what somebody took back is offered and recorded again', async () => {
  await using house = await ngokTu()
  await house.record(HEAD + CDS)
  const [fact] = await listFacts(house.db, UNIT)
  await recordFact(
    { db: house.db, who: LAN, now: NOW },
    'ngok-tu-2025:C.I.2.a:16',
    inputOf('correction', { corrects: fact?.id ?? '' }),
  )
  expect(await house.record(HEAD + CDS)).toBe(1)
})

test('an outcome recorded between the look and the confirmation is not overwritten', async () => {
  await using house = await ngokTu()
  const { file, diff } = await house.open(HEAD + CDS)
  await recordFact(
    { db: house.db, who: LAN, now: NOW },
    'ngok-tu-2025:C.I.2.a:16',
    inputOf('not-aired', { reason: 'power' }),
  )
  expect(await recordLines({ db: house.db, who: LAN, now: NOW }, diff.lines, { file, reason: 'power' })).toBe(
    0,
  )
  expect((await listFacts(house.db, UNIT)).map(({ kind }) => kind)).toEqual(['not-aired'])
})

test('what was planned and not played is recorded with the reason that was given', async () => {
  await using house = await ngokTu()
  expect(await house.record(HEAD + RELAY + NEXT, '−')).toBe(2)
  expect((await listFacts(house.db, UNIT)).map(({ slotId, kind, reason }) => [slotId, kind, reason])).toEqual(
    [
      ['ngok-tu-2025:C.I.2.c:08', 'not-aired', 'power'],
      ['ngok-tu-2025:C.I.2.c:08.r1', 'not-aired', 'power'],
    ],
  )
})

test('what nobody planned, and what is said of the future, cannot be chosen', async () => {
  await using house = await ngokTu()
  const { diff } = await house.open(`${HEAD}${RELAY}01/09/2025;05:30;CM CĐS số 18;00:15:00;Thôn 1\n`)
  expect(diff.lines.map((line) => [line.sign, choiceOf(line)?.kind])).toEqual([
    ['+', undefined],
    ['−', 'not-aired'],
  ])
  expect(diff.skipped).toEqual([{ row: 3, why: 'thời điểm ở tương lai' }])
})

test('in a closed period nothing can be chosen: a change there needs a reason', async () => {
  await using house = await ngokTu()
  await closeAugust(house.db, UNIT)
  const { file, diff } = await house.open(HEAD + CDS + NEXT)
  expect(diff.lines.map((line) => [line.sign, choiceOf(line)])).toEqual([
    ['=', null],
    ['−', null],
    ['−', null],
    ['=', null],
  ])
  expect(await recordLines({ db: house.db, who: LAN, now: NOW }, diff.lines, { file, reason: 'power' })).toBe(
    0,
  )
})

test('other channels are no matter for a play log', async () => {
  await using house = await ngokTu()
  const { diff } = await house.open(`${HEAD}01/08/2025;05:00;Tiếp âm;30;a\n19/08/2025;05:00;Tiếp âm;30;a\n`)
  const slots = diff.lines.flatMap((line) => (line.sign === '−' ? [line.reading.obligation.channels] : []))
  expect(slots.every((channels) => channels.includes('loudspeaker'))).toBe(true)
})

test('columns that were said once hold for the next file with the same headings, in this unit only', async () => {
  await using house = await ngokTu()
  await house.addUnit('xa-khac')
  const { headings } = (await house.open(HEAD + CDS)).head
  const said = {
    date: 0,
    time: 1,
    title: 2,
    length: null,
    half: null,
    end: null,
    status: 4,
    devices: null,
    lengthUnit: 'seconds' as const,
    dateOrder: null,
  }
  await savePlayColumns(house.db, UNIT, { headings, columns: said }, NOW)
  const { table, head } = await house.open(`Tháng 9\n${HEAD}${NEXT}`)
  expect(head).toMatchObject({ columns: said, remembered: true, trouble: null })
  expect((await headOfTable(house.db, 'xa-khac', table, NOW)).remembered).toBe(false)
})

test('a file is kept for a month, once, and shown to nobody else', async () => {
  await using house = await ngokTu()
  await house.addUnit('xa-khac')
  const upload = (text: string, name: string, now: number) =>
    uploadPlayLog({ ...house.deps, unit: UNIT, moment: seenAt(now) }, name, new TextEncoder().encode(text))
  const first = await upload(HEAD + CDS, 'loa.csv', NOW)
  await upload(HEAD + CDS, 'loa (1).csv', NOW + 1000)
  const sha256 = first.ok ? first.value.file.sha256 : ''
  const kept = await findPlayLog(house.db, UNIT, sha256)
  expect(kept?.file).toEqual({ name: 'loa (1).csv', size: expect.any(Number), sha256 })
  expect(kept && unpacked(kept.packed)).toEqual((await house.open(HEAD + CDS)).table)
  expect(await findPlayLog(house.db, 'xa-khac', sha256)).toBeNull()
  await upload(HEAD + NEXT, 'thang-9.csv', NOW + 32 * 86_400_000)
  expect((await listPlayLogs(house.db, UNIT)).map(({ name }) => name)).toEqual(['thang-9.csv'])
})

test('an import is taken back fact by fact, once, and what people recorded themselves stays', async () => {
  await using house = await ngokTu()
  await house.record(HEAD + CDS + RELAY + NEXT)
  await house.record(HEAD + CDS + RELAY + NEXT, '−')
  const { file } = await house.open(HEAD + CDS + RELAY + NEXT)
  const own = inputOf('evidence', { file: { ...file, name: 'minh-chung.csv' } })
  await recordFact({ db: house.db, who: LAN, now: NOW }, 'ngok-tu-2025:C.I.2.a:16', own)
  await house.record(HEAD + CDS, '=', 'khac.csv')
  const before = await importedFacts(house.db, UNIT, file.sha256)
  expect([
    await undoImport({ db: house.db, who: LAN, now: NOW }, file),
    await undoImport({ db: house.db, who: LAN, now: NOW }, file),
  ]).toEqual([
    { undone: before.length, left: 0 },
    { undone: 0, left: 0 },
  ])
  expect(uncorrected(await listFacts(house.db, UNIT)).filter(({ corrects }) => !corrects)).toMatchObject([
    { kind: 'evidence', file: { name: 'minh-chung.csv' } },
  ])
  expect(await house.record(HEAD + CDS + RELAY + NEXT)).toBe(2)
})

test('what an import recorded in a period that was closed since stays', async () => {
  await using house = await ngokTu()
  await house.record(HEAD + CDS)
  await closeAugust(house.db, UNIT)
  const { file } = await house.open(HEAD + CDS)
  expect(await undoImport({ db: house.db, who: LAN, now: NOW }, file)).toEqual({ undone: 0, left: 1 })
})

test('another unit cannot take it back', async () => {
  await using house = await ngokTu()
  await house.addUnit('xa-khac')
  await house.record(HEAD + CDS)
  const { file } = await house.open(HEAD + CDS)
  expect(await undoImport({ db: house.db, who: { ...LAN, unit: 'xa-khac' }, now: NOW }, file)).toEqual({
    undone: 0,
    left: 0,
  })
})
