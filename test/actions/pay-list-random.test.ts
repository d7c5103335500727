/** The bảng kê of random years, and the same worked out by code that shares nothing with the product's. */
import { describe, expect, test } from 'vitest'
import { payListOf } from '../../src/actions/pay-list.ts'
import { spanOf } from '../../src/actions/places.ts'
import { calendars } from '../../src/calendars.ts'
import { paySums } from '../../src/core/blank/pay-list.ts'
import { USUAL_RULES } from '../../src/core/standing.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { database } from '../support/database.ts'
import { tellPaidYear } from '../support/paid-year.ts'
import { plainPay, plainTotals } from '../support/plain-pay.ts'
import { UNIT } from '../support/random-year.ts'

const MOMENT = { now: instantOf('2026-01-20', '08:00'), rules: USUAL_RULES }

describe.each([1, 2, 3])('random year %i', (seed) => {
  test('every line and every total of the bảng kê is what plain reckoning finds', async () => {
    await using opened = await database()
    const { db } = opened
    const year = await tellPaidYear(db, seed)
    const seen = { modes: new Set<string>(), open: 0, paid: 0, documents: new Set<string>() }
    for (const [from, to] of [
      ['2025-01-01', '2025-02-28'],
      ['2025-05-01', '2025-07-31'],
      ['2025-08-01', '2025-08-31'],
      ['2025-01-01', '2025-12-31'],
    ] as const) {
      const span = spanOf(from, to, calendars)
      if (!span.ok) throw new Error(span.problem.detail)
      const { lines } = await payListOf({ db, unit: UNIT, moment: MOMENT }, span.value)
      const expected = plainPay(year, from, to)
      expect(
        lines.map(({ day, title, name, part, mode, quantity, amount, document }) => ({
          ...{ day, title, name, part, mode, quantity, amount, document },
        })),
      ).toEqual(expected)
      expect(paySums(lines).map(({ name, amount, open }) => ({ name, amount, open }))).toEqual(
        plainTotals(expected),
      )
      for (const { mode, amount, document } of expected) {
        seen.modes.add(mode)
        if (document) seen.documents.add(document)
        if (amount === null) seen.open += 1
        else seen.paid += 1
      }
    }
    // The year has what is to be tried: all ways of airing, rates that follow and cover each other, and gaps.
    expect([...seen.modes].sort()).toEqual(['new', 'relay', 'rerun', 'version'])
    expect(seen.documents.size).toBeGreaterThan(3)
    expect([seen.open > 20, seen.paid > 20]).toEqual([true, true])
  }, 60_000)
})
