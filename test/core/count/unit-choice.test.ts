import { expect, test } from 'vitest'
import { chooseUnits, isSilent, type Listed, type UnitChoice } from '../../../src/core/count/unit-choice.ts'
import { instantOf } from '../../../src/core/wall-clock.ts'

const DAY = '2026-10-14'
const at = (day: string) => instantOf(day, '08:00')

const listed = (code: string, name: string, more: Partial<Listed> = {}): Listed => ({
  ...{ due: 10, settled: 10, settledOnTime: 10, done: 10, unconfirmed: 0, behind: 0, lastRecord: at(DAY) },
  ...more,
  unit: { code, name, kind: 'xa', parent: null, officialCode: null, closedFrom: null, ...more.unit },
})

const sonHa = listed('xa-son-ha', 'UBND xã Sơn Hà', {
  settled: 8,
  settledOnTime: 5,
  unconfirmed: 2,
  lastRecord: at('2026-09-30'),
})
const baTo = listed('xa-ba-to', 'UBND xã Ba Tơ', {
  settledOnTime: 9,
  behind: 1,
  lastRecord: at('2026-10-12'),
})
const lySon = listed('dac-khu-ly-son', 'UBND đặc khu Lý Sơn', {
  settled: 0,
  settledOnTime: 0,
  done: 0,
  unconfirmed: 10,
  lastRecord: null,
})
const konTum = listed('phuong-kon-tum', 'UBND phường Kon Tum')
const shut = listed('xa-cu', 'UBND xã Cũ')
shut.unit = { ...shut.unit, closedFrom: '2026-07-01', officialCode: '21289' }
const ALL = [shut, konTum, lySon, baTo, sonHa]

const codes = (choice: Partial<UnitChoice>) =>
  chooseUnits(ALL, { words: '', filter: 'all', sort: 'name', ...choice }, DAY).map(({ unit }) => unit.code)

test.each<[Partial<UnitChoice>, string[]]>([
  [{ words: 'SON ha' }, ['xa-son-ha']],
  [{ words: '  Sơn ' }, ['dac-khu-ly-son', 'xa-son-ha']],
  [{ words: 'đặc khu' }, ['dac-khu-ly-son']],
  [{ words: 'kon-tum' }, ['phuong-kon-tum']],
  [{ words: '21289' }, ['xa-cu']],
  [{ words: 'quảng nam' }, []],
  [{ filter: 'lagging' }, ['dac-khu-ly-son', 'xa-ba-to', 'xa-son-ha']],
  [{ filter: 'silent' }, ['dac-khu-ly-son', 'xa-son-ha']],
  [{ filter: 'closed' }, ['xa-cu']],
  [{ filter: 'lagging', words: 'xã' }, ['xa-ba-to', 'xa-son-ha']],
  [{ sort: 'lag' }, ['dac-khu-ly-son', 'xa-son-ha', 'xa-ba-to', 'phuong-kon-tum', 'xa-cu']],
  [{ sort: 'on-time' }, ['dac-khu-ly-son', 'xa-son-ha', 'xa-ba-to', 'phuong-kon-tum', 'xa-cu']],
  [{ sort: 'behind' }, ['xa-ba-to', 'dac-khu-ly-son', 'phuong-kon-tum', 'xa-cu', 'xa-son-ha']],
  [{ sort: 'last' }, ['dac-khu-ly-son', 'xa-son-ha', 'xa-ba-to', 'phuong-kon-tum', 'xa-cu']],
])('%j', (choice, wanted) => {
  expect(codes(choice)).toEqual(wanted)
})

test('silent is who recorded nothing in fourteen days, the last of them included, while something waits', () => {
  const since = (day: string) => isSilent({ ...sonHa, lastRecord: at(day) }, DAY)
  expect([since('2026-10-01'), since('2026-09-30')]).toEqual([false, true])
  expect(isSilent({ ...sonHa, unconfirmed: 0, lastRecord: null }, DAY)).toBe(false)
})
