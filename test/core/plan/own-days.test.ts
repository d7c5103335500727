import { expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import { readOwnDays, writeOwnDays } from '../../../src/core/plan/own-days.ts'
import { dayName, isDayOff, lastWorkingDay, withOwnDays } from '../../../src/core/plan/work-calendar.ts'

const wrongIn = (text: string): string[] => {
  const read = readOwnDays(text)
  return read.ok || read.problem.kind !== 'invalid' ? [] : read.problem.errors.map(({ message }) => message)
}

test('a line a day, with any separator, in any order, and as it is written again', () => {
  const text =
    '\ufeffNgày;Loại;Tên;Theo\n# nghỉ đổi\n09/01/2027; làm bù;; 123/UBND\n\n31/12/2026\tNghỉ\tNghỉ đổi\n2027-03-26,kỷ niệm,Ngày thành lập xã'
  const days = readOwnDays(text)
  if (!days.ok) throw new Error(days.problem.detail)
  expect(days.value).toEqual([
    { date: '2026-12-31', kind: 'off', name: 'Nghỉ đổi', source: 'Đơn vị' },
    { date: '2027-01-09', kind: 'work', name: 'Làm việc', source: '123/UBND' },
    { date: '2027-03-26', kind: 'observance', name: 'Ngày thành lập xã', source: 'Đơn vị' },
  ])
  expect(readOwnDays(writeOwnDays(days.value))).toEqual(days)
})

test.each([
  ['30/02/2027; nghỉ', 'dòng 1: “30/02/2027” không phải là ngày có thật, hãy viết như 31/12/2026'],
  ['\n29/2/2027;nghỉ', 'dòng 2: “29/2/2027” không phải là ngày có thật, hãy viết như 31/12/2026'],
  ['31/12/1999;nghỉ', 'dòng 1: năm 1999 ngoài khoảng 2000–2100'],
  ['31/12/2026;vui', 'dòng 1: chưa rõ loại ngày “vui”, hãy viết một trong: lễ, nghỉ, làm việc, kỷ niệm'],
  ['31/12/2026', 'dòng 1: chưa rõ loại ngày “”, hãy viết một trong: lễ, nghỉ, làm việc, kỷ niệm'],
  ['31/12/2026;nghỉ\n31/12/2026;lễ', 'dòng 2: ngày 31/12/2026 đã có ở dòng 1'],
  ['31/12/2026;nghỉ;a;b;c', 'dòng 1: có hơn bốn cột: ngày; loại; tên; văn bản (dấu chấm phẩy giữa các cột)'],
  [`31/12/2026;nghỉ;${'a'.repeat(201)}`, 'dòng 1: tên và văn bản không quá 200 ký tự'],
  [
    '31/12/2026;constructor',
    'dòng 1: chưa rõ loại ngày “constructor”, hãy viết một trong: lễ, nghỉ, làm việc, kỷ niệm',
  ],
])('%j is refused with its line', (text, message) => {
  expect(wrongIn(text)).toEqual([message])
})

test('all wrong lines are told at once, and nothing is taken', () => {
  expect(wrongIn('01/01/2027;nghỉ\n32/1/2027;nghỉ\n02/13/2027;nghỉ').map((one) => one.slice(0, 6))).toEqual([
    'dòng 2',
    'dòng 3',
  ])
})

test('an empty list is an office without days of its own', () => {
  expect(readOwnDays(' \n# không có\n')).toEqual({ ok: true, value: [] })
})

test('the office’s day holds where both have one, and a deadline goes by it', () => {
  const own = readOwnDays('04/02/2027;làm việc;Trực Tết\n03/02/2027;nghỉ;Nghỉ đổi')
  if (!own.ok) throw new Error(own.problem.detail)
  const work = withOwnDays(calendars.work, own.value)
  expect([isDayOff(calendars.work, '2027-02-04'), isDayOff(work, '2027-02-04')]).toEqual([true, false])
  expect(lastWorkingDay(work, '2027-02-05')).toBe('2027-02-04')
  expect(lastWorkingDay(work, '2027-02-03')).toBe('2027-02-02')
})

test('what nobody decided yet is told as provisional, what the law fixes is not', () => {
  const names = ['2028-01-26', '2027-02-06', '2028-01-01', '2026-11-24', '2029-11-26'].map((day) =>
    dayName(calendars.work, day),
  )
  expect(names).toEqual([
    'Tết Nguyên đán, mùng 1 (tạm tính)',
    'Tết Nguyên đán, mùng 1',
    'Tết Dương lịch',
    'Ngày Văn hóa Việt Nam',
    'Nghỉ bù Ngày Văn hóa Việt Nam (tạm tính)',
  ])
})
