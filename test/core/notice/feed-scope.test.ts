import { expect, test } from 'vitest'
import { parseScope, scopeWords } from '../../../src/core/notice/feed-scope.ts'

test.each([
  ['all', 'toàn bộ'],
  ['radio', 'trực loa'],
  ['leadership', 'lãnh đạo'],
  ['channel:portal', 'kênh Trang thông tin điện tử'],
  ['  lead:  Phòng Kinh tế:  tổ 2 ', 'Phòng Kinh tế: tổ 2 chủ trì'],
])('%s is a scope: %s', (text, words) => {
  const scope = parseScope(text)
  expect(scope.ok && scopeWords(scope.value)).toBe(words)
})

test.each([
  '',
  'everything',
  'channel:',
  'channel:radio',
  'channel:toString',
  'lead:',
  'lead:   ',
  `lead:${'x'.repeat(301)}`,
  'ALL',
])('%s is refused, at its place', (text) => {
  const scope = parseScope(text)
  expect(!scope.ok && 'errors' in scope.problem && scope.problem.errors?.[0]?.path).toEqual(['scope'])
})
