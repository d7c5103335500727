import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recurrenceDates } from '../../../src/core/recurrence.ts'
import { type Airtime, clashes, fullSessions, outsideSessions } from '../../../src/core/station/airtime.ts'
import { type Placed, place } from '../../../src/core/station/place.ts'
import { placedWords } from '../../../src/core/station/place-words.ts'
import { explainLeft } from '../../../src/core/station/remedy.ts'
import type { Station } from '../../../src/core/station/station.ts'
import { minutesOf, type Wish } from '../../../src/core/station/wish.ts'
import { addDays, WEEKDAYS, weekdayOf } from '../../../src/core/wall-clock.ts'

type Loose = Partial<Wish['cadence']>

const MORNINGS: Station = {
  from: '2025-01-01',
  sessions: [{ days: ['MO', 'TU', 'WE', 'TH', 'FR'], from: '05:00', to: '05:45', channel: 'loudspeaker' }],
  silentDays: [],
  maxMinutes: null,
}

const wish = (obligationId: string, cadence: Loose = {}, more: Partial<Wish> = {}): Wish => ({
  planId: 'p-2026',
  obligationId,
  channel: 'loudspeaker',
  range: { from: '2026-01-01', to: '2026-12-31' },
  silentDays: [],
  times: 1,
  cadence: {
    ...{ kind: 'rate', rrule: 'FREQ=WEEKLY', start: null, time: null, duration: 15, minutes: null },
    ...{ declared: null, reruns: null, window: null, conditional: false, anchor: null },
    ...cadence,
  },
  ...more,
})

/** `A: FREQ=WEEKLY;BYDAY=MO 05:00` */
const lines = ({ placed }: { placed: Placed[] }): string[] =>
  placed.map(({ obligationId, cadence: { rrule, time, reruns } }) =>
    [`${obligationId}: ${rrule} ${time}`, reruns && `again ${reruns.afterDays} ${reruns.time}`]
      .filter(Boolean)
      .join(', '),
  )

describe('placing into the mornings of Monday to Friday, 05:00 – 05:45', () => {
  test('weekly programmes spread over the week, the first hour first', () => {
    const wishes = ['A', 'B', 'C', 'D', 'E', 'F'].map((id) => wish(id))
    expect(lines(place(wishes, [MORNINGS], []))).toEqual([
      'A: FREQ=WEEKLY;BYDAY=MO 05:00',
      'B: FREQ=WEEKLY;BYDAY=TU 05:00',
      'C: FREQ=WEEKLY;BYDAY=WE 05:00',
      'D: FREQ=WEEKLY;BYDAY=TH 05:00',
      'E: FREQ=WEEKLY;BYDAY=FR 05:00',
      'F: FREQ=WEEKLY;BYDAY=MO 05:15',
    ])
  })

  test.each<[string, Wish, string[]]>([
    [
      'a day that was chosen stays',
      wish('A', { rrule: 'FREQ=WEEKLY;BYDAY=WE' }),
      ['A: FREQ=WEEKLY;BYDAY=WE 05:00'],
    ],
    ['an hour that was chosen stays', wish('A', { time: '05:10' }), ['A: FREQ=WEEKLY;BYDAY=MO 05:10']],
    [
      'what was chosen whole stays, even outside the sessions',
      wish('A', { rrule: 'FREQ=WEEKLY;BYDAY=SU', time: '22:00' }),
      ['A: FREQ=WEEKLY;BYDAY=SU 22:00'],
    ],
    [
      'twice a week, as far apart as can be',
      wish('A', {}, { times: 2 }),
      ['A: FREQ=WEEKLY;BYDAY=MO,TH 05:00'],
    ],
    [
      'monthly, with as many reruns in the month as the plan wants',
      wish('A', { rrule: 'FREQ=MONTHLY', reruns: { times: 3, afterDays: null, time: null } }),
      ['A: FREQ=MONTHLY;BYDAY=1MO 05:00, again 7,14,21 null'],
    ],
    [
      'a rerun that meets the next issue has an hour of its own',
      wish('A', { reruns: { times: 1, afterDays: [7], time: null } }),
      ['A: FREQ=WEEKLY;BYDAY=MO 05:00, again 7 05:15'],
    ],
    [
      'a rerun on the same day comes after its original',
      wish('A', { rrule: 'FREQ=DAILY;BYDAY=MO', reruns: { times: 1, afterDays: [0], time: null } }),
      ['A: FREQ=DAILY;BYDAY=MO 05:00, again 0 05:15'],
    ],
    [
      'every other week begins in the second where that gives the declared total',
      wish('A', { rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', declared: 26 }),
      ['A: FREQ=WEEKLY;INTERVAL=2;BYDAY=TH 05:00'],
    ],
    ['a post takes no air time', wish('A', {}, { channel: null }), ['A: FREQ=WEEKLY;BYDAY=MO 08:00']],
  ])('%s', (_, one, expected) => {
    expect(lines(place([one], [MORNINGS], []))).toEqual(expected)
  })

  test('what is on air already is gone round', () => {
    const taken = WEEKDAYS.slice(0, 5).flatMap((_, i): Airtime[] => [
      {
        slotId: `x${i}`,
        planId: 'x',
        obligationId: 'X',
        channel: 'loudspeaker',
        minutes: 20,
        date: addDays('2026-06-01', i),
        time: '05:00',
      },
    ])
    expect(lines(place([wish('A')], [MORNINGS], taken))).toEqual(['A: FREQ=WEEKLY;BYDAY=MO 05:20'])
  })

  test('hours that were said in the middle of a year hold for its beginning too', () => {
    expect(lines(place([wish('A')], [{ ...MORNINGS, from: '2026-06-01' }], []))).toEqual([
      'A: FREQ=WEEKLY;BYDAY=MO 05:00',
    ])
  })

  test('two of every other week share an hour', () => {
    const station = {
      ...MORNINGS,
      sessions: [{ ...MORNINGS.sessions[0], days: ['MO'], to: '05:15' }],
    } as Station
    const fortnightly = { rrule: 'FREQ=WEEKLY;INTERVAL=2' }
    const { placed, left } = place([wish('A', fortnightly), wish('B', fortnightly)], [station], [])
    expect(placed.map(({ cadence }) => [cadence.rrule, cadence.time, cadence.start])).toEqual([
      ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '05:00', null],
      ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '05:00', '2026-01-12'],
    ])
    expect(left).toEqual([])
  })

  test('each choice is explained', () => {
    const say = (one: Wish): string => placedWords(place([one], [MORNINGS], []).placed[0] as Placed, one)
    expect(say(wish('A'))).toBe(
      'Thứ Hai 05:00: buổi 05:00 – 05:45 còn trống cả 52 lần phát; những ngày này còn ít chương trình nhất.',
    )
    expect(
      say(wish('A', { rrule: 'FREQ=WEEKLY;BYDAY=WE', reruns: { times: 1, afterDays: [7], time: null } })),
    ).toBe(
      'Thứ Tư 05:00: buổi 05:00 – 05:45 còn trống cả 104 lần phát; phát lại lúc 05:15 để không trùng số mới; ngày giữ như đã chọn.',
    )
    expect(say(wish('A', {}, { channel: null }))).toBe(
      'Thứ Hai 08:00: việc này không chiếm giờ phát, nên xếp vào giờ làm việc; những ngày này còn ít chương trình nhất.',
    )
    expect(say(wish('A', { rrule: 'FREQ=WEEKLY;BYDAY=WE', time: '05:00' }))).toBe(
      'Thứ Tư 05:00: giữ như đã chọn.',
    )
  })

  test.each<[string, Wish, Station[], string, string | null]>([
    [
      'too long for every session',
      wish('A', { duration: 60 }),
      [MORNINGS],
      'Dài 60 phút, mà buổi dài nhất của đài chỉ có 45 phút.',
      'kéo dài buổi thứ Hai đến thứ Sáu 05:00 – 05:45 đến 06:45',
    ],
    [
      'longer than a session may be on air',
      wish('A', { duration: 30 }),
      [{ ...MORNINGS, maxMinutes: 15 }],
      'Dài 30 phút, mà mỗi buổi chỉ được phát 15 phút.',
      'cho mỗi buổi phát đến 45 phút',
    ],
    [
      'on a silent day',
      wish('A', { rrule: 'FREQ=WEEKLY;BYDAY=FR' }),
      [{ ...MORNINGS, silentDays: ['FR'] }],
      'Ngày hoặc giờ đã chọn rơi ra ngoài buổi phát của đài.',
      'bỏ thứ Sáu khỏi những ngày đài không phát',
    ],
    [
      'no session at all',
      wish('A'),
      [{ ...MORNINGS, sessions: [] }],
      'Đài chưa có buổi phát nào trên kênh truyền thanh.',
      'thêm một buổi 17:00 – 17:15 vào các ngày trong tuần',
    ],
    [
      'more often than a month has weeks',
      wish('A', { rrule: 'FREQ=MONTHLY' }, { times: 9 }),
      [MORNINGS],
      '9 lần trong một kỳ là quá nhiều để tự xếp: hãy chọn những ngày cụ thể.',
      null,
    ],
    [
      'reruns that meet each other',
      wish('A', { reruns: { times: 2, afterDays: [7, 14], time: null } }),
      [MORNINGS],
      'Lượt phát lại rơi trùng nhau: hãy chọn số ngày phát lại khác.',
      null,
    ],
  ])('what does not fit, %s, is said with what would help', (_, one, stations, why, words) => {
    const { left, book } = place([one], stations, [])
    expect(left).toEqual([one])
    const told = explainLeft(one, stations, book)
    expect([told.why, told.remedy?.words ?? null]).toEqual([why, words])
    if (told.remedy) expect(place([one], told.remedy.stations, []).left).toEqual([])
  })

  test('400 airings a year in one session: the last ones are left, and the session is full', () => {
    const wishes = Array.from({ length: 18 }, (_, i) => wish(`A.${String(i).padStart(2, '0')}`))
    const { placed, left, book } = place(wishes, [MORNINGS], [])
    expect([placed.length, left.length]).toEqual([15, 3])
    const told = explainLeft(left[0] as Wish, [MORNINGS], book)
    expect([told.why, told.remedy?.words]).toEqual([
      'Các buổi phát đã kín: không còn 15 phút nào trống vào mọi ngày của nhịp này.',
      'kéo dài buổi thứ Hai đến thứ Sáu 05:00 – 05:45 đến 06:00',
    ])
  })
})

describe('for random stations and wishes', () => {
  const days = fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 7 })
  const session = fc.record({
    days,
    hours: fc.constantFrom(['05:00', '05:45'], ['11:02', '11:30'], ['17:00', '18:00']),
  })
  const stationFrom = (from: string): fc.Arbitrary<Station> =>
    fc.record({
      from: fc.constant(from),
      sessions: fc
        .uniqueArray(session, { minLength: 1, maxLength: 3, selector: ({ hours }) => hours[0] })
        .map((list) =>
          list.map(({ days, hours: [from = '', to = ''] }) => ({
            days,
            from,
            to,
            channel: 'loudspeaker' as const,
          })),
        ),
      silentDays: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { maxLength: 2 }),
      maxMinutes: fc.option(fc.constantFrom(15, 20, 45)),
    })
  const stations = fc
    .tuple(stationFrom('2025-06-01'), fc.option(stationFrom('2026-05-10')))
    .map(([first, second]) => (second ? [first, second] : [first]))
  const rhythm = fc.constantFrom(
    { rrule: 'FREQ=WEEKLY', times: 1 },
    { rrule: 'FREQ=WEEKLY', times: 2 },
    { rrule: 'FREQ=WEEKLY;INTERVAL=2', times: 1 },
    { rrule: 'FREQ=MONTHLY', times: 1 },
    { rrule: 'FREQ=MONTHLY', times: 2 },
    { rrule: 'FREQ=MONTHLY;INTERVAL=3', times: 1 },
    { rrule: 'FREQ=DAILY', times: 1 },
    { rrule: 'FREQ=WEEKLY;BYDAY=TU', times: 1 },
  )
  const again = fc.option(
    fc.constantFrom<NonNullable<Loose['reruns']>>(
      { times: 1, afterDays: [7], time: null },
      { times: 1, afterDays: [0], time: null },
      { times: 2, afterDays: null, time: null },
      { times: 3, afterDays: null, time: null },
    ),
  )
  const wishes = fc
    .array(fc.record({ rhythm, again, duration: fc.constantFrom(5, 10, 15, 30), silent: fc.boolean() }), {
      minLength: 1,
      maxLength: 10,
    })
    .map((list) =>
      list.map(({ rhythm: { rrule, times }, again, duration, silent }, i) =>
        wish(`A.${i}`, { rrule, duration, reruns: again }, { times, silentDays: silent ? ['SU'] : [] }),
      ),
    )

  const airtimes = (placed: Placed[], all: Wish[]): Airtime[] =>
    placed.flatMap(({ planId, obligationId, cadence }) => {
      const one = all.find((wish) => wish.obligationId === obligationId) as Wish
      const of = { planId, obligationId, channel: 'loudspeaker' as const, minutes: minutesOf(one) }
      return recurrenceDates(cadence.rrule, one.range, cadence.start).flatMap((date, i) => [
        { ...of, slotId: `${obligationId}:${i}`, date, time: cadence.time },
        ...(cadence.reruns?.afterDays ?? []).map((days, n) => ({
          ...of,
          slotId: `${obligationId}:${i}.r${n}`,
          date: addDays(date, days),
          time: cadence.reruns?.time ?? cadence.time,
        })),
      ])
    })

  test('nothing is heard twice at a time, outside a session, on a silent day, or beyond its minutes', () => {
    fc.assert(
      fc.property(stations, wishes, (stations, wishes) => {
        const { placed, left } = place(wishes, stations, [])
        const aired = airtimes(placed, wishes)
        expect(clashes(aired)).toEqual([])
        expect(outsideSessions(aired, stations)).toEqual([])
        expect(fullSessions(aired, stations)).toEqual([])
        const silent = new Map(wishes.map((one) => [one.obligationId, one.silentDays]))
        expect(
          aired.filter(({ obligationId, date }) => silent.get(obligationId)?.includes(weekdayOf(date))),
        ).toEqual([])
        expect(placed.length + left.length).toBe(wishes.length)
      }),
      { numRuns: 30 },
    )
  })

  test('the same wishes give the same answer in whatever order they come', () => {
    fc.assert(
      fc.property(stations, wishes, fc.infiniteStream(fc.nat()), (stations, wishes, dice) => {
        const shuffled = wishes
          .map((one) => ({ one, at: dice.next().value as number }))
          .sort((a, b) => a.at - b.at)
        const again = place(
          shuffled.map(({ one }) => one),
          stations,
          [],
        )
        const { placed, left } = place(wishes, stations, [])
        expect([again.placed, again.left]).toEqual([placed, left])
      }),
      { numRuns: 15 },
    )
  })

  test('what would make a wish fit makes it fit', () => {
    fc.assert(
      fc.property(stations, wishes, (stations, wishes) => {
        const { placed, left, book } = place(wishes, stations, [])
        for (const one of left.slice(0, 2)) {
          const { remedy } = explainLeft(one, stations, book)
          if (remedy) expect(place([one], remedy.stations, airtimes(placed, wishes)).left).toEqual([])
        }
      }),
      { numRuns: 15 },
    )
  })
})
