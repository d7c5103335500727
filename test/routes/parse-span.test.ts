import { describe, expect, it } from 'vitest'
import { parseMonth, parseWeek, parseYear } from '../../src/routes/parse-span.ts'

const kindOf = (result: { ok: boolean; problem?: { kind: string } }) =>
  result.ok ? 'ok' : result.problem?.kind

describe('the address of a week', () => {
  it.each([
    ['2025-W32', { from: '2025-08-04', to: '2025-08-10' }],
    ['2026-W01', { from: '2025-12-29', to: '2026-01-04' }],
    ['2026-W53', { from: '2026-12-28', to: '2027-01-03' }],
  ])('%s names its days', (text, value) => {
    expect(parseWeek(text)).toEqual({ ok: true, value })
  })

  it.each(['2025-W53', '2025-W99', '2025-W00'])('%s is refused: the year has no such week', (text) => {
    expect(kindOf(parseWeek(text))).toBe('invalid')
  })

  it.each(['2025-32', '2025-w32', '2025-W3', 'W32', '1975-W10', '2201-W10', ''])('%s names none', (text) => {
    expect(kindOf(parseWeek(text))).toBe('not-found')
  })

  it('tells how many weeks the year has', () => {
    expect(parseWeek('2026-W54')).toEqual({
      ok: false,
      problem: { kind: 'invalid', detail: 'Năm 2026 có các tuần từ 1 đến 53, không có tuần 54.', errors: [] },
    })
  })
})

describe('the address of a month', () => {
  it.each([
    ['2025-08', { from: '2025-08-01', to: '2025-08-31' }],
    ['2024-02', { from: '2024-02-01', to: '2024-02-29' }],
  ])('%s names its days', (text, value) => {
    expect(parseMonth(text)).toEqual({ ok: true, value })
  })

  it.each([
    ['2025-13', 'invalid'],
    ['2025-00', 'invalid'],
    ['2025-8', 'not-found'],
    ['1975-01', 'not-found'],
  ])('%s is %s', (text, kind) => {
    expect(kindOf(parseMonth(text))).toBe(kind)
  })
})

describe('the address of a year', () => {
  it.each([
    ['2025', 'ok'],
    ['1976', 'ok'],
    ['2200', 'ok'],
    ['1975', 'not-found'],
    ['2201', 'not-found'],
    ['20255', 'not-found'],
    ['nay', 'not-found'],
  ])('%s is %s', (text, kind) => {
    expect(kindOf(parseYear(text))).toBe(kind)
  })
})
