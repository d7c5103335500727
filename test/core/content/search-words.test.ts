import { expect, test } from 'vitest'
import { excerpt, matchExpression, searchable, titlesFirst } from '../../../src/core/content/search-words.ts'

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

test.each([
  // `don` also begins `đồng chí`, which stands before.
  ['Kính thưa các đồng chí! Chuyên mục về hoá đơn điện tử.', 'hoa don', '… mục về hoá đơn điện tử.'],
  ['Một câu mở đầu hơi dài một chút. Điện tử và hoá đơn.', 'don hoa', '… tử và hoá đơn.'],
  ['Hoá đơn điện tử từ máy tính tiền', 'hoa don', 'Hoá đơn điện tử từ máy tính…'],
])('the excerpt of "%s" for "%s" is "%s"', (text, asked, shown) => {
  expect(excerpt(text, asked, 28)).toBe(shown)
})

test('titles that have all the words come first, the others as they were', () => {
  const found = ['Ngắn', 'Hóa đơn điện tử', 'Đơn giản hoá', 'Thôn ta'].map((title) => ({ title }))
  expect(titlesFirst(found, 'hoa don').map(({ title }) => title)).toEqual([
    'Hóa đơn điện tử',
    'Đơn giản hoá',
    'Ngắn',
    'Thôn ta',
  ])
})
