import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type RecordOptions, recordFact } from '../../src/actions/record-fact.ts'
import { calendars } from '../../src/calendars.ts'
import { type FactInput, type FactKind, inputOf } from '../../src/core/fact.ts'
import type { Plan } from '../../src/core/plan.ts'
import type { SlotRecord } from '../../src/core/reading.ts'
import { assess } from '../../src/core/standing.ts'
import { formatWall, type Instant } from '../../src/core/wall-clock.ts'
import type { Db } from '../../src/store/db.ts'
import { findSlot } from '../../src/store/slots.ts'
import { adopt } from '../support/adopt.ts'
import { contentOf, database } from '../support/database.ts'
import { moment } from '../support/facts.ts'
import { seenAt } from '../support/moments.ts'
import { planData, planOf } from '../support/plans.ts'

/** Wednesday: the month's programme was to be aired yesterday at 17:30. */
const NOW = moment('2025-08-06 08:00')
const MINUTE = 60_000

const CADENCES = {
  /** 5/8 at 17:30, again on 12/8, 19/8 and 26/8. */
  PT: {
    ...{ kind: 'rate', rrule: 'FREQ=MONTHLY;BYDAY=1TU;COUNT=12', time: '17:30' },
    minutes: { min: 10, max: 15 },
    reruns: { times: 3, afterDays: [7, 14, 21] },
  },
  /** Mondays at 05:30 and again at 17:30; the 31st on 4/8. */
  NG: {
    ...{ kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=40', time: '05:30' },
    reruns: { times: 1, afterDays: [0], time: '17:30' },
  },
  SK: { kind: 'window', window: { from: '2025-07-01', to: '2025-09-30' } },
  NC: { kind: 'window', window: { from: '2025-01-01', to: '2025-12-31' }, conditional: true },
  DO: { kind: 'measure', target: { value: 50, unit: '%', by: '2025-09-30' } },
}

function planWith(cadences: Record<string, object>): Plan {
  const obligations = Object.entries(cadences).map(([id, cadence]) => ({
    ...{ id, title: `Việc ${id}`, channels: ['loudspeaker'], quote: 'nguyên văn', cadence },
  }))
  return planOf(planData({}, { obligations }))
}

let house: Awaited<ReturnType<typeof database>>
let db: Db
let unit = ''
let units = 0
beforeAll(async () => {
  house = await database()
  db = house.db
})
beforeEach(async () => {
  unit = `xa-${units++}`
  await adopt(db, unit, planWith(CADENCES), calendars, NOW)
})
afterAll(() => house[Symbol.asyncDispose]())

type Said = Partial<FactInput>
type Options = RecordOptions & { now?: Instant; by?: string; in?: string }

function record(slot: string, kind: FactKind, said: Said = {}, options: Options = {}) {
  const { now = NOW, by = 'Y Lan', in: where = unit, ...more } = options
  const who = { unit: where, id: by, name: by }
  return recordFact({ db, who, now }, `thu-2025:${slot}`, inputOf(kind, said), more)
}
type Recorded = Awaited<ReturnType<typeof record>>

const standingOf = ({ slot, facts }: SlotRecord) => assess(slot, facts, seenAt(NOW)).standing
/** How the slot stands after it was recorded; otherwise what was wrong. */
function told(recorded: Recorded): string {
  if (recorded.ok) return standingOf(recorded.value.record)
  const { problem } = recorded
  if (problem.kind !== 'invalid') return `${problem.kind}: ${problem.detail}`
  return problem.errors.map(({ path, code, message }) => `${path}: ${code}, ${message}`).join('; ')
}
const slotOf = async (slot: string, where = unit) =>
  (await findSlot(db, where, `thu-2025:${slot}`)) as SlotRecord
const standsAs = async (slot: string) => standingOf(await slotOf(slot))
const kindsOf = async (slot: string) => (await slotOf(slot)).facts.map(({ kind }) => kind)
const dueOf = async (slot: string) => {
  const { slot: planned, facts } = await slotOf(slot)
  const { dueDay, dueTime } = assess(planned, facts, seenAt(NOW))
  return dueTime === null ? dueDay : formatWall(dueDay, dueTime).slice(0, 16)
}
const idOf = (recorded: Recorded): string => {
  if (!recorded.ok) throw new Error(recorded.problem.detail)
  return recorded.value.fact.id
}
const to = (text: string) => {
  const [date = '', time = null] = text.split(' ')
  return { to: { date, time } }
}

describe('the order of facts is the order in which they were recorded', () => {
  const DAY = 24 * 60 * MINUTE

  test('a clock that was a day ahead does not make what it recorded the last word', async () => {
    await record('PT:08', 'moved', to('2025-08-20'), { withReruns: true, now: NOW + DAY })
    await record('PT:08', 'moved', to('2025-08-22'), { withReruns: true })
    expect(await dueOf('PT:08')).toBe('2025-08-22T17:30')
  })

  test('nor a correction of a correction the earlier one', async () => {
    const options = { now: NOW + DAY }
    const power = await record('PT:08', 'not-aired', { reason: 'power' })
    const struck = await record('PT:08', 'correction', { corrects: idOf(power) }, options)
    await record('PT:08', 'correction', { corrects: idOf(struck) })
    expect(await standsAs('PT:08')).toBe('missed')
  })
})

describe('years that no plan can mean', () => {
  test.each<[FactKind, Said, string]>([
    ['moved', to('9999-12-31 23:59'), 'to'],
    ['moved', to('2028-08-05'), 'to'],
    ['moved', to('1926-08-05'), 'to'],
    ['aired', { at: moment('1926-08-05 05:30') }, 'at'],
    ['aired', { at: moment('2024-08-05 05:30') }, 'at'],
    ['not-aired', { at: moment('2015-08-05 05:30'), reason: 'power' }, 'at'],
  ])('%s at %o is refused', async (kind, said, path) => {
    const refused = await record('PT:08', kind, said)
    expect(refused).toMatchObject({ ok: false, problem: { errors: [{ path: [path], code: 'far-year' }] } })
  })

  test('what was made up for in the next January is not', async () => {
    await record('PT:12', 'moved', to('2026-01-06 17:30'), { withReruns: true })
    expect(await dueOf('PT:12')).toBe('2026-01-06T17:30')
  })
})

describe('what a statement needs', () => {
  test.each<[FactKind, Said, string, string]>([
    ['not-aired', {}, 'PT:08', 'reason: missing-field, cần ghi lý do không phát'],
    ['excused', {}, 'PT:08', 'reason: missing-field, cần ghi lý do hoặc văn bản chấp nhận (document)'],
    ['moved', {}, 'PT:08', 'to: missing-field, cần ghi ngày giờ mới'],
    ['evidence', {}, 'PT:08', 'link: missing-field, cần đường dẫn, tệp hoặc ghi chú'],
    ['note', {}, 'PT:08', 'note: missing-field, cần ghi nội dung'],
    ['correction', {}, 'PT:08', 'corrects: missing-field, cần ghi mã ghi nhận bị sửa'],
    ['measured', {}, 'DO:01', 'value: missing-field, cần ghi số đo'],
    ['measured', { value: 1 }, 'PT:08', 'kind: no-measure, nhiệm vụ này không có số đo'],
    ['held', {}, 'DO:01', 'kind: measure, nhiệm vụ này ghi bằng số đo (measured)'],
    [
      'not-aired',
      { reason: 'not-triggered' },
      'PT:08',
      'reason: not-conditional, chỉ việc "nếu có" mới ghi được là không phát sinh',
    ],
    ['moved', to('2025-08-05'), 'PT:08', 'to: same-time, trùng ngày giờ hiện tại của kỳ'],
    ['moved', to('2025-08-05 17:30'), 'PT:08', 'to: same-time, trùng ngày giờ hiện tại của kỳ'],
    [
      'correction',
      { corrects: 'không có' },
      'PT:08',
      'corrects: unknown-fact, không có ghi nhận này ở kỳ đang ghi',
    ],
  ])('%s with %j on %s', async (kind, said, slot, problem) => {
    expect(told(await record(slot, kind, said))).toBe(problem)
    expect(await kindsOf(slot)).toEqual([])
  })

  test.each<[FactKind, Said, string, string]>([
    ['aired', { minutes: 15 }, 'PT:08', 'done'],
    ['aired', { minutes: 9 }, 'PT:08', 'short'],
    ['posted', { link: 'https://xa.vn' }, 'SK:01', 'done'],
    ['held', { people: 120 }, 'SK:01', 'done'],
    ['held', {}, 'NC:01', 'done'],
    ['measured', { value: 50 }, 'DO:01', 'done'],
    ['measured', { value: 49 }, 'DO:01', 'short'],
    ['not-aired', { reason: 'power' }, 'PT:08', 'missed'],
    ['not-aired', { reason: 'not-triggered' }, 'NC:01', 'not-triggered'],
    ['excused', { document: 'CV 12' }, 'PT:08', 'excused'],
    ['excused', { reason: 'bão' }, 'PT:08', 'excused'],
    ['made-up', {}, 'PT:08', 'made-up'],
    ['moved', to('2025-08-07'), 'PT:08', 'upcoming'],
    ['moved', to('2025-08-05 18:00'), 'PT:08', 'unconfirmed'],
    ['moved', to('2025-08-06'), 'NC:01', 'due'],
    ['evidence', { link: 'https://xa.vn/anh.jpg' }, 'PT:08', 'unconfirmed'],
    ['note', { note: 'x' }, 'PT:08', 'unconfirmed'],
  ])('%s with %j makes %s %s', async (kind, said, slot, standing) => {
    expect(told(await record(slot, kind, said))).toBe(standing)
    expect(await kindsOf(slot)).toEqual([kind])
  })
})

describe('slots that are not there', () => {
  test('an unknown one, and one of another unit, are told alike', async () => {
    const notFound = 'not-found: Không có kỳ này.'
    expect(told(await record('PT:99', 'aired'))).toBe(notFound)
    expect(told(await record('PT:08.r4', 'aired'))).toBe(notFound)
    expect(told(await record('PT:08', 'aired', {}, { in: 'xa-khac' }))).toBe(notFound)
    await adopt(db, 'xa-ben', planWith({ KHAC: CADENCES.SK }), calendars, NOW)
    expect(told(await record('KHAC:01', 'held'))).toBe(notFound)
  })

  test('what one unit records of a slot leaves the other’s slot of the same name alone', async () => {
    const beside = `${unit}-ben`
    await adopt(db, beside, planWith(CADENCES), calendars, NOW)
    const before = await contentOf(db, beside)
    const fact = idOf(await record('PT:08', 'aired'))
    expect(told(await record('PT:08', 'correction', { corrects: fact }, { in: beside }))).toBe(
      'corrects: unknown-fact, không có ghi nhận này ở kỳ đang ghi',
    )
    expect(await contentOf(db, beside)).toEqual(before)
  })

  test('a withdrawn one takes notes and corrections, no outcome and no move', async () => {
    const fact = idOf(await record('PT:08', 'not-aired', { reason: 'power' }))
    const { PT: _, ...rest } = CADENCES
    await adopt(db, unit, planWith(rest), calendars, NOW, { from: '2025-01-01' })
    const refused = 'conflict: Kỳ này không còn trong kế hoạch nên không ghi kết quả mới.'
    expect([
      told(await record('PT:08', 'made-up')),
      told(await record('PT:08', 'moved', to('2025-08-20'))),
      told(await record('PT:08', 'note', { note: 'x' })),
      told(await record('PT:08', 'correction', { corrects: fact })),
    ]).toEqual([refused, refused, 'withdrawn', 'withdrawn'])
  })

  test('a slot that an adoption deletes while a fact is on its way gets none', async () => {
    const { PT: _, ...rest } = CADENCES
    const client = db.$client
    const batch = client.batch
    let edited = false
    client.batch = async (statements, mode) => {
      if (mode === 'write' && !edited) {
        edited = true
        await adopt(db, unit, planWith(rest), calendars, NOW)
      }
      return batch.call(client, statements, mode)
    }
    const recorded = await record('PT:08', 'aired').finally(() => {
      client.batch = batch
    })
    expect(told(recorded)).toBe('not-found: Không có kỳ này.')
    expect((await contentOf(db, unit)).facts).toEqual([])
  })
})

describe('when it happened', () => {
  const at = async (slot: string, kind: FactKind, said: Said = {}, now = NOW) => {
    const recorded = await record(slot, kind, said, { now })
    return recorded.ok ? recorded.value.fact.at : told(recorded)
  }

  test('without a stated time it is the slot’s hour once that has passed, before it is now', async () => {
    expect(await at('PT:08', 'aired')).toBe(moment('2025-08-05 17:30'))
    expect(await at('PT:08.r1', 'aired')).toBe(NOW)
    expect(await at('NG:31', 'not-aired', { reason: 'power' })).toBe(moment('2025-08-04 05:30'))
    expect(await at('SK:01', 'held')).toBe(NOW)
  })

  test('of a moved slot it is the new hour', async () => {
    idOf(await record('NG:31', 'moved', to('2025-08-04 06:00')))
    expect(await at('NG:31', 'aired')).toBe(moment('2025-08-04 06:00'))
  })

  test('a make-up happens now, unless stated otherwise', async () => {
    expect(await at('NG:31', 'made-up')).toBe(NOW)
  })

  test.each<[number, string]>([
    [2 * MINUTE, 'done'],
    [2 * MINUTE + 1, 'at: in-future, thời điểm ở tương lai: hãy xem lại ngày giờ, hoặc đồng hồ của máy'],
    [24 * 60 * MINUTE, 'at: in-future, thời điểm ở tương lai: hãy xem lại ngày giờ, hoặc đồng hồ của máy'],
  ])('%i ms ahead of the server’s clock', async (ahead, expected) => {
    const recorded = await record('PT:08', 'aired', { at: NOW + ahead })
    expect(
      recorded.ok
        ? assess(recorded.value.record.slot, recorded.value.record.facts, seenAt(NOW + ahead)).standing
        : told(recorded),
    ).toBe(expected === 'done' ? 'late' : expected)
  })

  test.each<[number, string]>([
    [0, 'done'],
    [31 * 24 * 60 * MINUTE, 'done'],
    [
      31 * 24 * 60 * MINUTE + 1,
      'madeAt: wrong-clock, đồng hồ của máy ghi sai ngày giờ: hãy chỉnh lại rồi ghi lại',
    ],
    [-2 * MINUTE - 1, 'madeAt: wrong-clock, đồng hồ của máy ghi sai ngày giờ: hãy chỉnh lại rồi ghi lại'],
  ])('kept on a phone for %i ms', async (waited, expected) => {
    expect(told(await record('NG:20', 'aired', { madeAt: NOW - waited }))).toBe(expected)
  })

  test('what a phone kept is dated by when it was made, not by when it was sent', async () => {
    const made = moment('2025-08-05 17:40')
    expect(await at('PT:08', 'made-up', { madeAt: made })).toBe(made)
    expect(await at('SK:01', 'held', { madeAt: made })).toBe(made)
  })
})

describe('a second statement never overwrites the first', () => {
  const undo = 'Muốn ghi khác đi thì hoàn tác ghi nhận đó trước.'
  const said = (name: string, place = '') => `conflict: Y Lan đã ghi "${name}"${place} cho kỳ này. ${undo}`
  type Step = [FactKind, Said?]
  const missed: Step = ['not-aired', { reason: 'power' }]
  const excused: Step = ['excused', { document: 'CV 12' }]
  const short: Step = ['aired', { minutes: 5 }]
  const posted = (place: string): Step => ['posted', { place }]
  const failed = (place: string): Step => ['not-aired', { reason: 'power', place }]

  test.each<[string, Step[], Step, string]>([
    ['aired twice', [['aired']], ['aired'], said('Đã phát')],
    ['aired, then not', [['aired']], missed, said('Đã phát')],
    ['aired, then excused', [['aired']], excused, said('Đã phát')],
    ['aired, then made up', [['aired']], ['made-up'], said('Đã phát')],
    ['not aired, then aired', [missed], ['aired'], said('Không phát')],
    ['not aired twice', [missed], missed, said('Không phát')],
    ['not aired, then excused', [missed], excused, 'excused'],
    ['excused, then not aired', [excused], missed, said('Nghỉ có lý do được chấp nhận')],
    ['excused twice', [excused], excused, said('Nghỉ có lý do được chấp nhận')],
    ['not aired, then made up', [missed], ['made-up'], 'made-up'],
    ['excused, then made up', [excused], ['made-up'], 'made-up'],
    ['not aired, excused, then made up', [missed, excused], ['made-up'], 'made-up'],
    ['made up twice', [missed, ['made-up']], ['made-up'], said('Phát bù')],
    ['made up, then not aired', [['made-up']], missed, said('Phát bù')],
    ['made up, then excused', [missed, ['made-up']], excused, said('Phát bù')],
    ['too short, then made up', [short], ['made-up', { minutes: 15 }], 'made-up'],
    ['too short, then aired again', [short], ['aired', { minutes: 15 }], said('Đã phát')],
    [
      'aired, then moved',
      [['aired']],
      ['moved', to('2025-08-20')],
      'conflict: Y Lan đã ghi "Đã phát" cho kỳ này. Muốn dời thì hoàn tác ghi nhận đó trước.',
    ],
    ['moved, then aired', [['moved', to('2025-08-06 06:00')]], ['aired'], 'done'],
    ['moved, then moved', [['moved', to('2025-08-07')]], ['moved', to('2025-08-08')], 'upcoming'],
    ['aired, then a note', [['aired']], ['note', { note: 'x' }], 'done'],
    ['posted in two places', [posted('Zalo')], posted('Facebook'), 'done'],
    ['posted twice in one place', [posted('Zalo')], posted('zalo '), said('Đã đăng', ' ở Zalo')],
    ['posted in one place, failed in another', [posted('Zalo')], failed('Facebook'), 'done'],
    ['failed in one place, posted in another', [failed('Facebook')], posted('Zalo'), 'done'],
    [
      'failed in one place, then posted there',
      [failed('Facebook')],
      posted('Facebook'),
      said('Không phát', ' ở Facebook'),
    ],
    ['posted somewhere, then anywhere', [posted('Zalo')], ['posted'], said('Đã đăng', ' ở Zalo')],
    ['posted anywhere, then somewhere', [['posted']], posted('Zalo'), said('Đã đăng')],
  ])('%s', async (_, before, [kind, more], expected) => {
    for (const [first, given] of before) idOf(await record('PT:08', first, given))
    expect(told(await record('PT:08', kind, more))).toBe(expected)
    expect((await kindsOf('PT:08')).length).toBe(before.length + (/^conflict/.test(expected) ? 0 : 1))
  })

  test('"không phát sinh" is an outcome like any other', async () => {
    idOf(await record('NC:01', 'not-aired', { reason: 'not-triggered' }))
    expect(told(await record('NC:01', 'held'))).toBe(said('Không phát sinh'))
    expect(told(await record('NC:01', 'made-up'))).toBe(said('Không phát sinh'))
  })

  test('a measure may be measured as often as one likes', async () => {
    idOf(await record('DO:01', 'measured', { value: 40 }))
    expect(told(await record('DO:01', 'measured', { value: 55 }))).toBe('done')
  })
})

describe('corrections', () => {
  test('what was corrected may be said otherwise', async () => {
    const aired = idOf(await record('PT:08', 'aired'))
    expect(told(await record('PT:08', 'correction', { corrects: aired }))).toBe('unconfirmed')
    expect(told(await record('PT:08', 'not-aired', { reason: 'power' }))).toBe('missed')
    expect(await kindsOf('PT:08')).toEqual(['aired', 'correction', 'not-aired'])
  })

  test('a fact that names what it corrects says so in one step', async () => {
    const aired = idOf(await record('PT:08', 'aired'))
    expect(told(await record('PT:08', 'not-aired', { reason: 'power', corrects: aired }))).toBe('missed')
  })

  test('nobody corrects what was corrected before, or what belongs to another slot', async () => {
    const aired = idOf(await record('PT:08', 'aired'))
    idOf(await record('PT:08', 'correction', { corrects: aired }))
    expect(told(await record('PT:08', 'correction', { corrects: aired }))).toBe(
      'conflict: Ghi nhận này đã được sửa trước đó.',
    )
    const other = idOf(await record('NG:31', 'aired'))
    expect(told(await record('PT:08', 'correction', { corrects: other }))).toBe(
      'corrects: unknown-fact, không có ghi nhận này ở kỳ đang ghi',
    )
  })

  test('a chain of them goes back and forth', async () => {
    let last = idOf(await record('PT:08', 'aired'))
    const standings: string[] = []
    for (let i = 0; i < 5; i++) {
      const recorded = await record('PT:08', 'correction', { corrects: last })
      standings.push(told(recorded))
      last = idOf(recorded)
    }
    expect(standings).toEqual(['unconfirmed', 'done', 'unconfirmed', 'done', 'unconfirmed'])
  })

  test('one that would bring back a second outcome is refused', async () => {
    const aired = idOf(await record('PT:08', 'aired'))
    const undone = idOf(await record('PT:08', 'correction', { corrects: aired }))
    idOf(await record('PT:08', 'not-aired', { reason: 'power' }))
    expect(told(await record('PT:08', 'correction', { corrects: undone }))).toBe(
      'conflict: Y Lan đã ghi "Không phát" cho kỳ này. Muốn ghi khác đi thì hoàn tác ghi nhận đó trước.',
    )
    expect(await standsAs('PT:08')).toBe('missed')
  })

  test('taking back the second of two statements brings back the first', async () => {
    const aired = idOf(await record('PT:08', 'aired'))
    const instead = idOf(await record('PT:08', 'not-aired', { reason: 'power', corrects: aired }))
    expect(told(await record('PT:08', 'correction', { corrects: instead }))).toBe('done')
  })
})

describe('a make-up comes after its slot', () => {
  test.each<[string, string, string]>([
    ['PT:08', '2025-08-05 17:29', 'at: before-slot, làm bù không thể trước ngày kế hoạch (thứ Ba 5/8/2025)'],
    ['PT:08', '2025-08-05 17:30', 'made-up'],
    ['SK:01', '2025-06-30 23:59', 'at: before-slot, làm bù không thể trước ngày kế hoạch (thứ Ba 1/7/2025)'],
    ['SK:01', '2025-07-01 00:00', 'made-up'],
  ])('of %s at %s', async (slot, at, expected) => {
    expect(told(await record(slot, 'made-up', { at: moment(at) }))).toBe(expected)
  })

  test('of a slot that is yet to come it is refused', async () => {
    expect(told(await record('PT:09', 'made-up'))).toBe(
      'at: before-slot, làm bù không thể trước ngày kế hoạch (thứ Ba 2/9/2025)',
    )
  })

  test('of a slot that was brought forward it may come before the planned day', async () => {
    await record('PT:08.r1', 'moved', to('2025-08-05 18:00'))
    await record('PT:08.r1', 'not-aired', { reason: 'power', at: moment('2025-08-05 18:00') })
    expect(told(await record('PT:08.r1', 'made-up', { at: moment('2025-08-06 05:30') }))).toBe('made-up')
  })

  test('a missed slot may get a day for it, and may be made up on another', async () => {
    await record('PT:08', 'not-aired', { reason: 'power' })
    expect(told(await record('PT:08', 'moved', to('2025-08-11')))).toBe('missed')
    expect(told(await record('PT:08', 'made-up', {}, { now: NOW }))).toBe('made-up')
  })
})

describe('families', () => {
  const places = async () => Promise.all(['PT:08', 'PT:08.r1', 'PT:08.r2', 'PT:08.r3'].map(dueOf))
  const planned = ['2025-08-05T17:30', '2025-08-12T17:30', '2025-08-19T17:30', '2025-08-26T17:30']
  const tooEarly = 'to: rerun-before-original, phát lại sẽ đứng trước phát mới: hãy dời cả các lần phát lại'

  test('an original moves alone while its reruns stay behind it', async () => {
    idOf(await record('PT:08', 'moved', to('2025-08-12 17:29')))
    expect(await places()).toEqual(['2025-08-12T17:29', ...planned.slice(1)])
  })

  test('a day alone keeps the hour of the slot', async () => {
    idOf(await record('PT:08', 'moved', to('2025-08-11')))
    expect((await slotOf('PT:08')).facts[0]?.to).toEqual({ date: '2025-08-11', time: '17:30' })
  })

  test('a rerun that the plan no longer asks for stands in nobody’s way', async () => {
    idOf(await record('PT:08.r1', 'note', { note: 'x' }))
    await adopt(db, unit, planWith({ ...CADENCES, PT: { ...CADENCES.PT, reruns: null } }), calendars, NOW)
    idOf(await record('PT:08', 'moved', to('2025-08-20'), { withReruns: true }))
    expect(await kindsOf('PT:08.r1')).toEqual(['note'])
  })

  test('an original is not moved behind a rerun', async () => {
    expect(told(await record('PT:08', 'moved', to('2025-08-12 17:31')))).toBe(tooEarly)
    expect(await places()).toEqual(planned)
  })

  test('with its reruns it moves as far as one likes, and they as many days', async () => {
    idOf(await record('PT:08', 'moved', to('2025-08-20 06:00'), { withReruns: true }))
    expect(await places()).toEqual([
      '2025-08-20T06:00',
      '2025-08-27T17:30',
      '2025-09-03T17:30',
      '2025-09-10T17:30',
    ])
  })

  test('a rerun that was aired stays where it was, and the others move', async () => {
    idOf(await record('PT:07.r1', 'aired', { at: moment('2025-07-08 17:30') }))
    idOf(await record('PT:07', 'moved', to('2025-07-03'), { withReruns: true }))
    expect(await Promise.all(['PT:07', 'PT:07.r1', 'PT:07.r2'].map(dueOf))).toEqual([
      '2025-07-03T17:30',
      '2025-07-08T17:30',
      '2025-07-17T17:30',
    ])
  })

  test('a rerun is not moved before its original, wherever that is now', async () => {
    const refused = (day: string) => `to: rerun-before-original, phát lại không thể trước phát mới (${day})`
    expect(told(await record('PT:08.r1', 'moved', to('2025-08-04')))).toBe(refused('thứ Ba 5/8/2025'))
    idOf(await record('PT:08', 'moved', to('2025-08-11')))
    expect(told(await record('PT:08.r1', 'moved', to('2025-08-10')))).toBe(refused('thứ Hai 11/8/2025'))
    idOf(await record('PT:08.r1', 'moved', to('2025-08-11 18:00')))
  })

  test('on one day the hour decides', async () => {
    expect(told(await record('NG:31.r1', 'moved', to('2025-08-04 05:29')))).toBe(
      'to: rerun-before-original, phát lại không thể trước phát mới (thứ Hai 4/8/2025)',
    )
    idOf(await record('NG:31.r1', 'moved', to('2025-08-04 05:31')))
  })

  test('a rerun is not moved to the very moment of its original', async () => {
    expect(told(await record('NG:31.r1', 'moved', to('2025-08-04 05:30')))).toBe(
      'to: rerun-before-original, phát lại không thể trước phát mới (thứ Hai 4/8/2025)',
    )
  })

  const aired = (slot: string, at: string, kind: FactKind = 'aired') =>
    record(slot, kind, { at: moment(at) }, { now: moment('2025-08-30') })
  const tooSoon = (day: string) => `at: rerun-before-original, phát lại không thể trước phát mới (${day})`

  test.each<FactKind>(['aired', 'made-up'])(
    'a rerun is not %s before the hour of its original',
    async (kind) => {
      expect(told(await aired('NG:31.r1', '2025-08-04 05:29', kind))).toMatch(/^at: /)
      expect(told(await aired('PT:08.r1', '2025-08-05 17:29'))).toBe(tooSoon('thứ Ba 5/8/2025'))
      idOf(await aired('PT:08.r1', '2025-08-05 17:30'))
    },
  )

  test('an original that was aired early lets its rerun be aired early', async () => {
    idOf(await aired('PT:08', '2025-08-01 17:30'))
    expect(told(await aired('PT:08.r1', '2025-08-01 17:29'))).toBe(tooSoon('thứ Sáu 1/8/2025'))
    idOf(await aired('PT:08.r1', '2025-08-02 17:30'))
  })

  test('an original that was aired late, or not at all, leaves its reruns where the plan has them', async () => {
    idOf(await record('PT:07', 'not-aired', { reason: 'power' }))
    idOf(await aired('PT:07.r1', '2025-07-08 17:30'))
    idOf(await aired('PT:08', '2025-08-20 17:30'))
    idOf(await aired('PT:08.r1', '2025-08-12 17:30'))
  })

  test('taking back a move takes back what it had brought along', async () => {
    const moved = idOf(await record('PT:08', 'moved', to('2025-08-20'), { withReruns: true }))
    idOf(await record('PT:08', 'correction', { corrects: moved }, { now: NOW + MINUTE }))
    expect(await places()).toEqual(planned)
  })

  test('a rerun that was moved for itself stays there, even where its original would have brought it', async () => {
    idOf(await record('PT:08.r3', 'moved', to('2025-08-28'), { now: NOW - MINUTE }))
    const moved = idOf(await record('PT:08', 'moved', to('2025-08-07')))
    idOf(await record('PT:08', 'correction', { corrects: moved }, { now: NOW + MINUTE }))
    expect(await places()).toEqual([...planned.slice(0, 3), '2025-08-28T17:30'])
  })

  test('a move is not taken back when that puts a rerun first', async () => {
    const forward = idOf(await record('PT:08', 'moved', to('2025-08-01')))
    idOf(await record('PT:08.r1', 'moved', to('2025-08-03')))
    const refused = 'corrects: rerun-before-original, phát lại sẽ đứng trước phát mới: hãy dời phát lại trước'
    expect(told(await record('PT:08', 'correction', { corrects: forward }))).toBe(refused)
    expect(await places()).toEqual(['2025-08-01T17:30', '2025-08-03T17:30', ...planned.slice(2)])
  })
})

describe('the same statement sent again', () => {
  test('with its key answers the first fact and adds nothing, also when it waited on a phone meanwhile', async () => {
    const first = await record('PT:08', 'aired', { minutes: 12 }, { idempotencyKey: 'k1' })
    const waited = { minutes: 12, madeAt: NOW }
    const again = await record('PT:08', 'aired', waited, { idempotencyKey: 'k1', now: NOW + MINUTE })
    expect(again).toEqual({ ok: true, value: { ...(first.ok && first.value), repeated: true } })
    expect(await kindsOf('PT:08')).toEqual(['aired'])
  })

  test.each<[string, string, FactKind, Said, Options]>([
    ['of another slot', 'NG:31', 'aired', { minutes: 12 }, {}],
    ['of another kind', 'PT:08', 'not-aired', { reason: 'power' }, {}],
    ['with other words', 'PT:08', 'aired', { minutes: 13 }, {}],
    ['by somebody else', 'PT:08', 'aired', { minutes: 12 }, { by: 'Y Hoa' }],
    ['that takes the reruns along', 'PT:08', 'aired', { minutes: 12 }, { withReruns: true }],
    ['of no slot at all', 'PT:99', 'aired', { minutes: 12 }, {}],
  ])('a key does not stand for a statement %s', async (_, slot, kind, said, options) => {
    await record('PT:08', 'aired', { minutes: 12 }, { idempotencyKey: 'k1' })
    const other = await record(slot, kind, said, { ...options, idempotencyKey: 'k1' })
    expect(other).toMatchObject({ ok: false, problem: { kind: 'key-reused' } })
    expect((await contentOf(db, unit)).facts?.length).toBe(1)
  })

  test('without one is a second statement', async () => {
    idOf(await record('PT:08', 'note', { note: 'x' }))
    idOf(await record('PT:08', 'note', { note: 'x' }))
    expect(await kindsOf('PT:08')).toEqual(['note', 'note'])
  })

  test('with a key of another unit is its own', async () => {
    const beside = `${unit}-ben`
    await adopt(db, beside, planWith(CADENCES), calendars, NOW)
    idOf(await record('PT:08', 'aired', {}, { idempotencyKey: 'k2' }))
    const other = await record('PT:08', 'aired', {}, { idempotencyKey: 'k2', in: beside })
    expect(other.ok && other.value.repeated).toBe(false)
  })

  test('a key that was refused may be used again', async () => {
    expect(told(await record('PT:08', 'not-aired', {}, { idempotencyKey: 'k3' }))).toMatch(/missing-field/)
    expect(told(await record('PT:08', 'aired', {}, { idempotencyKey: 'k3' }))).toBe('done')
  })

  test('a move with its reruns is one statement', async () => {
    const options = { withReruns: true, idempotencyKey: 'k4' }
    idOf(await record('PT:08', 'moved', to('2025-08-20'), options))
    const again = await record('PT:08', 'moved', to('2025-08-20'), options)
    expect(again.ok && again.value.repeated).toBe(true)
    expect(await kindsOf('PT:08.r1')).toEqual(['moved'])
  })
})

describe('twenty people at the same moment', () => {
  const twenty = Array.from({ length: 20 }, (_, i) => `người ${i + 1}`)

  test('who all tick one slot: one is recorded, nineteen see who was first', async () => {
    const all = await Promise.all(twenty.map((by) => record('PT:08', 'aired', {}, { by })))
    const won = all.filter(({ ok }) => ok)
    expect(won.length).toBe(1)
    const [first] = (await slotOf('PT:08')).facts
    const seen = `conflict: ${first?.by} đã ghi "Đã phát" cho kỳ này. Muốn ghi khác đi thì hoàn tác ghi nhận đó trước.`
    expect(all.filter(({ ok }) => !ok).map(told)).toEqual(Array(19).fill(seen))
    expect(await kindsOf('PT:08')).toEqual(['aired'])
  })

  test('on one account with one key: one fact, and all get it', async () => {
    const all = await Promise.all(twenty.map(() => record('PT:08', 'aired', {}, { idempotencyKey: 'chung' })))
    const ids = new Set(all.map(idOf))
    expect([ids.size, await kindsOf('PT:08')]).toEqual([1, ['aired']])
    expect(all.filter(({ ok, ...one }) => ok && 'value' in one && !one.value.repeated).length).toBe(1)
  })

  test('with one key for twenty slots: one fact, and nineteen are told that theirs is not', async () => {
    const options = (by: string) => ({ by, idempotencyKey: 'chung' })
    const all = await Promise.all(
      twenty.map((by, i) => record(`NG:${String(i + 10)}`, 'aired', {}, options(by))),
    )
    expect(all.filter((one) => !one.ok && one.problem.kind === 'key-reused').length).toBe(19)
    expect((await contentOf(db, unit)).facts?.length).toBe(1)
  })

  test('who say different things of one slot: one outcome', async () => {
    const kinds: FactKind[] = ['aired', 'not-aired', 'made-up', 'excused']
    await Promise.all(
      twenty.map((by, i) =>
        record('PT:08', kinds[i % 4] as FactKind, { reason: 'power', document: 'CV 1' }, { by }),
      ),
    )
    // "Not aired" may be followed by an excuse and a make-up, each of them once; nothing follows an airing.
    const outcomes = await kindsOf('PT:08')
    expect(new Set(outcomes).size).toBe(outcomes.length)
    expect(outcomes.includes('aired') ? outcomes : ['aired']).toEqual(['aired'])
  })

  test('who tick twenty slots: all are recorded', async () => {
    const all = await Promise.all(twenty.map((by, i) => record(`NG:${String(i + 10)}`, 'aired', {}, { by })))
    expect(all.map(told)).toEqual(Array(20).fill('done'))
  })

  test('five of them, who each write a note: all are kept', async () => {
    const five = twenty.slice(0, 5)
    const all = await Promise.all(five.map((by) => record('PT:08', 'note', { note: by }, { by })))
    expect(all.map(told)).toEqual(Array(5).fill('unconfirmed'))
    expect((await slotOf('PT:08')).facts.map(({ note }) => note).sort()).toEqual(five)
  })
})
