import { expect, test } from 'vitest'
import { excerpt, matchExpression, searchable } from '../../src/core/search-words.ts'

test('a text is searched with its diacritics in one spelling of tones, and without them', () => {
  expect(searchable('Hoá đơn, chuyển đổi số!')).toEqual({
    exact: 'hóa đơn chuyển đổi số'.replace('hóa', 'hoá'),
    plain: 'hoa don chuyen doi so',
  })
})

test.each([
  ['', null],
  [' "*()', null],
  ['chuyen doi', 'place : "u78" AND plain : "chuyen" AND plain : "doi"*'],
  ['hóa đơn', 'place : "u78" AND exact : "hoá" AND exact : "đơn"*'],
  ['hoá OR "x', 'place : "u78" AND exact : "hoá" AND plain : "or" AND plain : "x"*'],
])('"%s" asks for %s', (asked, expression) => {
  expect(matchExpression('x', asked)).toBe(expression)
})

test('an excerpt stands around the first word that was asked for', () => {
  const text = `${'Lời mở đầu dài. '.repeat(20)}Hoá đơn điện tử từ máy tính tiền. ${'Kết. '.repeat(40)}`
  expect(excerpt(text, 'hoa don', 60)).toMatch(/^… .*Hoá đơn điện tử.*…$/)
  expect(excerpt('Ngắn', 'hoa')).toBe('Ngắn')
})
