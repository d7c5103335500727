import { describe, expect, test } from 'vitest'
import type { Fact } from '../../src/core/fact.ts'
import type { Slot } from '../../src/core/slot.ts'
import { assess, type Standing } from '../../src/core/standing.ts'
import { corrects, datedSlot, fact, moment, movedTo, windowSlot } from '../support/facts.ts'
import { seenAt, standing } from '../support/moments.ts'

const END = moment('2025-12-31 23:59')
const MINUTE = 60_000

describe('a slot with facts, looked at from the end of the year', () => {
  const aired = fact('aired', '2025-08-04 05:30')
  const missed = fact('not-aired', '2025-08-04 05:30', { reason: 'power' })
  const excused = fact('excused', '2025-08-05', { document: 'CV 12' })
  const madeUp = fact('made-up', '2025-08-06 05:30')
  const least10 = { leastMinutes: 10 }
  const short = fact('aired', '2025-08-04 05:30', { minutes: 9 })
  const postedLate = fact('posted', '2025-08-05', { place: 'Facebook' })
  const postedInTime = fact('posted', '2025-08-04 09:00', { place: 'Zalo' })

  test.each<[Standing, string, Partial<Slot>, Fact[]]>([
    ['unconfirmed', 'nobody said anything', {}, []],
    ['unconfirmed', 'somebody wrote a note', {}, [fact('note', '2025-08-04', { note: 'x' })]],
    [
      'unconfirmed',
      'somebody gave evidence alone',
      {},
      [fact('evidence', '2025-08-04', { link: 'https://a.vn' })],
    ],
    ['done', 'aired on its day', {}, [aired]],
    ['done', 'aired before its day', {}, [fact('aired', '2025-08-01 05:30')]],
    ['done', 'aired in the last minute of its day', {}, [fact('aired', '2025-08-04 23:59')]],
    ['late', 'aired in the first minute of the next', {}, [fact('aired', '2025-08-05 00:00')]],
    [
      'done',
      'aired after midnight within its own quarter of an hour',
      { time: '23:50', minutes: 15 },
      [fact('aired', '2025-08-05 00:04')],
    ],
    [
      'late',
      'aired a minute after that',
      { time: '23:50', minutes: 15 },
      [fact('aired', '2025-08-05 00:05')],
    ],
    [
      'done',
      'ticked a month later, with the hour at which it was aired',
      {},
      [{ ...aired, recordedAt: END }],
    ],
    ['done', 'posted', {}, [fact('posted', '2025-08-04 09:00')]],
    ['done', 'held', {}, [fact('held', '2025-08-04 09:00')]],
    ['done', 'posted in one place in time, in another later', {}, [postedInTime, postedLate]],
    ['done', 'the same, recorded the other way round', {}, [postedLate, postedInTime]],
    [
      'done',
      'posted in one place, failed in another',
      {},
      [postedInTime, fact('not-aired', '2025-08-04', { place: 'Facebook' })],
    ],
    ['short', 'a minute less than the plan states', least10, [short]],
    [
      'done',
      'as many minutes as the plan states',
      least10,
      [fact('aired', '2025-08-04 05:30', { minutes: 10 })],
    ],
    ['done', 'nobody said how long', least10, [aired]],
    ['done', 'short of what nobody stated', {}, [short]],
    ['short', 'too short, and late', least10, [fact('aired', '2025-08-06', { minutes: 9 })]],
    [
      'made-up',
      'too short, then made up for',
      least10,
      [short, fact('made-up', '2025-08-06', { minutes: 15 })],
    ],
    [
      'short',
      'too short, and the make-up too',
      least10,
      [short, fact('made-up', '2025-08-06', { minutes: 5 })],
    ],
    ['missed', 'not aired', {}, [missed]],
    ['made-up', 'not aired, then made up for', {}, [missed, madeUp]],
    ['made-up', 'made up for, of which "not aired" was recorded later', {}, [madeUp, missed]],
    ['excused', 'not aired, then accepted', {}, [missed, excused]],
    ['made-up', 'accepted, then made up for all the same', {}, [missed, excused, madeUp]],
    ['done', 'whatever was said beside an airing', {}, [aired, missed, excused]],
    [
      'missed',
      '"không phát sinh" of what the plan asks for without condition',
      {},
      [fact('not-aired', '2025-08-04', { reason: 'not-triggered' })],
    ],
    ['withdrawn', 'no longer in the plan, though aired', { withdrawn: true }, [aired]],
    ['not-triggered', 'conditional, and nobody said anything', { conditional: true }, []],
    [
      'not-triggered',
      'conditional, and it did not arise',
      { conditional: true },
      [fact('not-aired', '2025-08-04', { reason: 'not-triggered' })],
    ],
    ['done', 'conditional, and done', { conditional: true }, [aired]],
    ['missed', 'conditional, and it arose and was not done', { conditional: true }, [missed]],
    [
      'unconfirmed',
      'conditional, and somebody set a day for it',
      { conditional: true },
      [movedTo('2025-08-20')],
    ],
    ['not-in-force', 'from before the plan', { inForce: false }, []],
    ['done', 'from before the plan, and aired', { inForce: false }, [aired]],
    ['missed', 'from before the plan, and said not to have been aired', { inForce: false }, [missed]],
  ])('is %s: %s', (expected, _, more, facts) => {
    expect(standing(datedSlot(more), facts, END)).toBe(expected)
  })
})

describe('the minute before, at, and after', () => {
  test.each<[string, number | null, [string, Standing, Standing, Standing]]>([
    ['the beginning of its day', null, ['2025-08-04 00:00', 'upcoming', 'due', 'due']],
    ['the end of its day, without a grace', null, ['2025-08-05 00:00', 'due', 'unconfirmed', 'unconfirmed']],
    ['its hour, without a grace', null, ['2025-08-04 05:30', 'due', 'due', 'due']],
    ['its hour, with no grace at all', 0, ['2025-08-04 05:30', 'due', 'unconfirmed', 'unconfirmed']],
    ['its hour and half an hour of grace', 30, ['2025-08-04 06:00', 'due', 'unconfirmed', 'unconfirmed']],
    ['its hour and two days of grace', 2880, ['2025-08-06 05:30', 'due', 'unconfirmed', 'unconfirmed']],
  ])('%s', (_, grace, [at, ...expected]) => {
    const instants = [moment(at) - MINUTE, moment(at), moment(at) + MINUTE]
    expect(instants.map((now) => assess(datedSlot(), [], seenAt(now, grace)).standing)).toEqual(expected)
  })

  test.each<[string, number | null, [string, Standing, Standing, Standing]]>([
    ['its first day', null, ['2025-07-01', 'upcoming', 'upcoming', 'upcoming']],
    ['its last day', null, ['2025-09-30', 'upcoming', 'due', 'due']],
    ['its end', null, ['2025-10-01', 'due', 'unconfirmed', 'unconfirmed']],
    [
      'its end, where a grace says nothing to what has no hour',
      30,
      ['2025-10-01', 'due', 'unconfirmed', 'unconfirmed'],
    ],
  ])('%s, of a window', (_, grace, [at, ...expected]) => {
    const instants = [moment(at) - MINUTE, moment(at), moment(at) + MINUTE]
    const slot = windowSlot('2025-07-01', '2025-09-30')
    expect(instants.map((now) => assess(slot, [], seenAt(now, grace)).standing)).toEqual(expected)
  })

  test('a fact counts from the very instant at which it happened', () => {
    const at = moment('2025-08-04 05:30')
    const facts = [fact('aired', '2025-08-04 05:30')]
    expect([at - 1, at].map((now) => standing(datedSlot(), facts, now))).toEqual(['due', 'done'])
  })
})

describe('a moved slot is due on its new day', () => {
  test.each<[string, string, Standing]>([
    ['before its planned day', '2025-08-03 12:00', 'upcoming'],
    ['on its planned day', '2025-08-04 12:00', 'upcoming'],
    ['on its new day', '2025-08-11 00:00', 'due'],
    ['after its new day', '2025-08-12 00:00', 'unconfirmed'],
  ])('%s', (_, now, expected) => {
    expect(standing(datedSlot(), [movedTo('2025-08-11 17:30')], moment(now))).toBe(expected)
  })

  test.each<[string, string, Standing]>([
    ['on the planned day', '2025-08-04 05:30', 'done'],
    ['on the new day', '2025-08-11 17:30', 'done'],
    ['a day later', '2025-08-12 17:30', 'late'],
  ])('aired %s', (_, at, expected) => {
    expect(standing(datedSlot(), [movedTo('2025-08-11'), fact('aired', at)], END)).toBe(expected)
  })

  test('moved back to where the plan has it, it is not moved any more', () => {
    const back = movedTo('2025-08-04 05:30')
    const facts = [movedTo('2025-08-11 17:30'), back]
    const { dueDay, dueTime, moved } = assess(datedSlot(), facts, seenAt(END))
    expect([dueDay, dueTime, moved]).toEqual(['2025-08-04', '05:30', null])
    expect(assess(datedSlot({ conditional: true }), facts, seenAt(END)).standing).toBe('unconfirmed')
  })
  test('the last move holds, and one taken back gives way to the one before', () => {
    const first = movedTo('2025-08-11 17:30')
    const second = movedTo('2025-08-18')
    const place = (facts: Fact[]) => {
      const { dueDay, dueTime, moved } = assess(datedSlot(), facts, seenAt(END))
      return [dueDay, dueTime, moved]
    }
    expect([
      place([]),
      place([first]),
      place([first, second]),
      place([first, second, corrects(second)]),
      place([first, corrects(first)]),
    ]).toEqual([
      ['2025-08-04', '05:30', null],
      ['2025-08-11', '17:30', first],
      ['2025-08-18', '05:30', second],
      ['2025-08-11', '17:30', first],
      ['2025-08-04', '05:30', null],
    ])
  })

  test('a move recorded tomorrow, and its correction, hold when somebody looks at today', () => {
    const later = movedTo('2025-08-11', { at: moment('2025-11-01'), recordedAt: moment('2025-11-01') })
    const now = moment('2025-08-06')
    expect([
      standing(datedSlot(), [later], now),
      standing(datedSlot(), [later, corrects(later)], now),
    ]).toEqual(['upcoming', 'unconfirmed'])
  })

  test('a window whose day was fixed is late after that day, and after its end in any case', () => {
    const slot = windowSlot('2025-07-01', '2025-09-30')
    const held = (to: string, at: string) => standing(slot, [movedTo(to), fact('held', at)], END)
    expect([
      held('2025-08-20', '2025-08-20 09:00'),
      held('2025-08-20', '2025-08-21 09:00'),
      held('2025-10-10', '2025-09-30 09:00'),
      held('2025-10-10', '2025-10-10 09:00'),
    ]).toEqual(['done', 'late', 'done', 'late'])
  })

  test('what was not aired and has a day for its make-up stays missed', () => {
    const facts = [fact('not-aired', '2025-08-04'), movedTo('2025-08-20')]
    const { standing: stands, dueDay } = assess(datedSlot(), facts, seenAt(moment('2025-08-10')))
    expect([stands, dueDay]).toEqual(['missed', '2025-08-20'])
  })
})

describe('corrections hold whenever they were made', () => {
  const aired = fact('aired', '2025-08-04 05:30')
  const now = moment('2025-08-04 08:00')

  test('what is corrected never happened, even for somebody who looks at the day before the correction', () => {
    expect(standing(datedSlot(), [aired, corrects(aired)], now)).toBe('due')
  })

  test('a correction that is corrected gives back what it had struck out, and so on', () => {
    const first = corrects(aired)
    const second = corrects(first)
    const third = corrects(second)
    const log = [aired, first, second, third]
    expect(log.map((_, i) => standing(datedSlot(), log.slice(0, i + 1), now))).toEqual([
      'done',
      'due',
      'done',
      'due',
    ])
  })

  test('a statement that corrects another stands in its place', () => {
    const instead = fact('not-aired', '2025-08-04', { reason: 'power', corrects: aired.id })
    expect(standing(datedSlot(), [aired, instead], now)).toBe('missed')
    expect(standing(datedSlot(), [aired, instead, corrects(instead)], now)).toBe('done')
  })

  test('corrections of two facts do not touch a third', () => {
    const missed = fact('not-aired', '2025-08-04')
    const madeUp = fact('made-up', '2025-08-04 07:00')
    expect(standing(datedSlot(), [missed, madeUp, corrects(madeUp)], now)).toBe('missed')
  })
})

describe('facts count when they happened, not when they were recorded', () => {
  const airedLate = fact('aired', '2025-08-20 05:30', { recordedAt: moment('2025-08-01') })

  test.each<[string, Standing]>([
    ['2025-08-19 12:00', 'unconfirmed'],
    ['2025-08-20 12:00', 'late'],
  ])('as of %s', (now, expected) => {
    expect(standing(datedSlot(), [airedLate], moment(now))).toBe(expected)
  })

  test('as of a day between the miss and its make-up the slot is missed', () => {
    const facts = [fact('not-aired', '2025-08-04 05:30'), fact('made-up', '2025-08-06 05:30')]
    const at = ['2025-08-04 05:29', '2025-08-05', '2025-08-06 05:30']
    expect(at.map((now) => standing(datedSlot(), facts, moment(now)))).toEqual(['due', 'missed', 'made-up'])
  })
})

describe('a measure is judged by its latest value', () => {
  const slot = windowSlot('2025-01-01', '2025-09-30', { target: 50 })
  const measured = (at: string, value: number) => fact('measured', at, { value })

  test.each<[Standing, string, Fact[]]>([
    ['unconfirmed', 'nobody measured', []],
    ['done', 'reached to the point', [measured('2025-09-30', 50)]],
    ['short', 'a little less', [measured('2025-09-30', 49.9)]],
    ['short', 'reached, then lost', [measured('2025-08-01', 55), measured('2025-09-01', 45)]],
    [
      'done',
      'recorded in another order than measured',
      [measured('2025-09-01', 55), measured('2025-08-01', 45)],
    ],
    ['late', 'reached after its day', [measured('2025-09-01', 45), measured('2025-10-01', 55)]],
    [
      'done',
      'reached in time and measured again later',
      [measured('2025-09-01', 55), measured('2025-12-01', 60)],
    ],
    [
      'late',
      'reached, lost, and reached again after its day',
      [measured('2025-08-01', 55), measured('2025-09-01', 45), measured('2025-10-01', 55)],
    ],
    ['short', 'nothing counts as nothing', [measured('2025-09-01', 0)]],
  ])('%s: %s', (expected, _, facts) => {
    expect(standing(slot, facts, END)).toBe(expected)
  })

  test('its outcome is the latest measurement', () => {
    const facts = [measured('2025-09-01', 55), measured('2025-12-01', 60)]
    expect(assess(slot, facts, seenAt(END)).outcome).toBe(facts[1])
    expect(assess(slot, facts, seenAt(moment('2025-10-01'))).outcome).toBe(facts[0])
  })
})
