import { expect, test } from 'vitest'
import { planSigns, shortTitle } from '../../../src/core/plan/plan-sign.ts'

const plan = (id: string, year: number) => ({ id, year })

test('plans have letters by year and id, whatever order they come in', () => {
  expect([...planSigns([plan('b', 2026), plan('z', 2025), plan('a', 2026)])]).toEqual([
    ['z', { letter: 'A', look: 1 }],
    ['a', { letter: 'B', look: 2 }],
    ['b', { letter: 'C', look: 3 }],
  ])
})

test('the plans of a next year leave the letters of this one', () => {
  const now = [plan('m', 2025), plan('n', 2025)]
  const later = planSigns([plan('a', 2026), ...now])
  for (const [id, sign] of planSigns(now)) expect(later.get(id)).toEqual(sign)
})

test('after Z come two letters, no two the same', () => {
  const many = Array.from({ length: 60 }, (_, i) => plan(`p-${String(i).padStart(2, '0')}`, 2025))
  const letters = [...planSigns(many).values()].map(({ letter }) => letter)
  expect([letters[25], letters[26], letters[52]]).toEqual(['Z', 'AA', 'BA'])
  expect(new Set(letters).size).toBe(60)
})

test.each([
  [
    'Kế hoạch tuyên truyền phòng, chống ma túy trên địa bàn xã Ngọk Tụ năm 2025',
    'Tuyên truyền phòng, chống ma túy',
  ],
  [
    'Tuyên truyền cải cách hành chính năm 2024 trên địa bàn thị xã Đức Phổ',
    'Tuyên truyền cải cách hành chính',
  ],
  ['KẾ HOẠCH công tác thông tin cơ sở năm 2026', 'Công tác thông tin cơ sở'],
  ['Truyền thông trên địa bàn xã Ea Ô về chuyển đổi số', 'Truyền thông về chuyển đổi số'],
  [
    'Truyền thông giai đoạn 2021 – 2030, tầm nhìn đến năm 2045',
    'Truyền thông giai đoạn 2021 – 2030, tầm nhìn đến năm 2045',
  ],
  ['Kế hoạch năm 2025', 'Kế hoạch năm 2025'],
])('beside its sign %s is %s', (title, short) => {
  expect(shortTitle(title)).toBe(short)
})
