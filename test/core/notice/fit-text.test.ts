import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitText } from '../../../src/core/notice/fit-text.ts'

const URL_OF_ALL = 'https://nhip.vn/tuan'
const REST = '\n\n(Tin còn nữa. Xem đủ: https://nhip.vn/tuan)'
const most = (room: number) => room + REST.length

test.each<[text: string, room: number, fitted: string]>([
  ['Vừa vặn.', 20, 'Vừa vặn.'],
  ['Câu một. Câu hai dài hơn nhiều, quá chỗ của nó và còn dài nữa, dài mãi chưa hết.', 20, `Câu một.${REST}`],
  [
    'Thứ Hai 05:30\nThứ Ba 05:30 và còn nhiều điều nữa phải nói ở đây, nói mãi chưa hết',
    20,
    `Thứ Hai 05:30${REST}`,
  ],
  [
    'Số 1.5 không phải là hết câu, và câu này thì dài quá chỗ dành cho nó rồi.',
    20,
    `Số 1.5 không phải là${REST}`,
  ],
  [`${'😀'.repeat(40)}`, 21, `${'😀'.repeat(10)}${REST}`],
])('%j in %i letters', (text, room, fitted) => {
  expect(fitText(text, most(room), URL_OF_ALL)).toBe(fitted)
})

test('never longer than it may be, never half a letter, and what is left out is always said', () => {
  const texts = fc.array(fc.constantFrom('Câu. ', 'chữ ', '😀', 'dòng\n', '! ', 'x'), { maxLength: 200 })
  fc.assert(
    fc.property(texts, fc.integer({ min: 60, max: 400 }), (parts, limit) => {
      const text = parts.join('')
      const fitted = fitText(text, limit, URL_OF_ALL)
      expect(fitted.length).toBeLessThanOrEqual(Math.max(limit, 0))
      expect(fitted.isWellFormed()).toBe(true)
      expect(fitted === text || fitted.endsWith(REST)).toBe(true)
      expect(text.startsWith(fitted.replace(REST, ''))).toBe(true)
    }),
  )
})
